"""What a program of the user's is told to rewrite a letter, and whether the user agreed that it is told.

The fields are described in `app/letters/FILTER.md`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from app import locations
from app.etiquette.checks.findings import Report
from app.etiquette.errors import SettingsError, StorageError
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.records import Application, Interview, Letter, Me
from app.etiquette.time.interview_times import day_of
from app.hunt.private_files import write_privately
from app.settings import Settings
from app.user_files import read_own

TASK = (
    "Rewrite this letter so that it is shorter, warmer and more specific. Keep to what is given here: invent nothing."
    " Answer with the text of the letter alone. A first line that begins with Subject: replaces the subject."
)
VERSION = 1


def document_of(application: Application, letter: Letter, me: Me, prefs: Settings, report: Report) -> str:
    """Return what the program is given, as JSON on several lines.

    No address, pay or other letter is in it, and no note but that of the interview.
    """
    person = application.person(letter.to)
    document = {
        "afterword_filter": VERSION,
        "task": TASK,
        "kind": letter.kind.value,
        "title": DEMANDS[letter.kind].title,
        "company": application.company,
        "role": application.role,
        "to": {"name": person.name, "title": person.title, "part": person.part.value} if person else None,
        "from": me.name,
        "interview": _of_interview(application.interview(letter.interview), prefs),
        "tone": (application.tone or prefs.letter.tone).value,
        "english": prefs.letter.english.value,
        "subject": letter.subject,
        "body": letter.body,
        "findings": [finding.message for finding in report.open],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _of_interview(interview: Interview | None, prefs: Settings) -> dict[str, object] | None:
    if interview is None:
        return None
    return {
        "round": interview.round,
        "kind": interview.kind,
        "date": day_of(interview, prefs.policy.zone).isoformat(),
        "noted": interview.noted,
    }


def has_agreed(command: Sequence[str]) -> bool:
    """Return whether the user agreed that this program is given letters."""
    try:
        return _digest(command) in read_own(_file()).split()
    except (OSError, SettingsError, StorageError):
        return False


def agree(command: Sequence[str]) -> None:
    """Note that the user agreed. Another program, or other arguments, are asked about anew.

    Raises:
        StorageError: it cannot be noted.
    """
    path = _file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        agreed = read_own(path).split()
    except FileNotFoundError:
        agreed = []
    except OSError as error:
        raise StorageError(f"{path} can't be read: {error.strerror}.") from None
    write_privately(path, "".join(f"{line}\n" for line in (*agreed, _digest(command))).encode())


def _file() -> Path:
    return locations.state_folder() / "filter-agreed.txt"  # no name that `kept_texts` takes for a letter's


def _digest(command: Sequence[str]) -> str:
    return sha256("\0".join(command).encode()).hexdigest()[:20]
