"""Our own JSON: the whole hunt read from a document. What is not told is worked out by `completing`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import TypeVar

from app.etiquette.attached_files import AttachedFile
from app.etiquette.errors import ImportFileError
from app.etiquette.from_them import Posting, Reply
from app.etiquette.marks import NO_MARKS, Marks
from app.etiquette.records import Application, Event, Interview, Letter, Me, Person, Snooze, Waiver
from app.etiquette.sheet_records import Jotting, Question
from app.etiquette.stages import Stage
from app.exchange.json_ import parts as whole_parts
from app.exchange.json_.changes import read_changes
from app.exchange.json_.fields import JsonObject
from app.exchange.json_.plain_fields import read

FORMAT = 1
LARGEST = 256 * 1024 * 1024
"""Bytes of a document: some hundred thousand applications."""
_MOST = {
    "people": 200, "interviews": 200, "letters": 1000, "replies": 1000, "waivers": 1000, "snoozes": 1000,
    "postings": 200, "files": 200, "questions": 1000, "jottings": 1000,
}  # fmt: skip
"""What one application holds at most: far more than any has, and less than would keep the program busy for minutes."""
_AT_ONCE = 100
"""Applications read between two looks at whether it was called off."""

R = TypeVar("R", Person, Interview, Letter, Reply, Waiver, Snooze, Posting, AttachedFile, Question, Jotting, Event)


def _nobody(_done: int, _total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class ExportedApplication:
    """One application as an exported document describes it. `stage` None: not stated. Ids are temporary."""

    application: Application
    stage: Stage | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole document."""

    me: Me | None
    applications: tuple[ExportedApplication, ...]
    uid: str = ""
    """The hunt's own, "" when the document does not state it."""
    marks: Marks = NO_MARKS
    """What it says of changes."""


def read_whole(data: bytes, zone: tzinfo, progress: Callable[[int, int], None] = _nobody) -> Whole:
    """Return the hunt that a JSON document describes.

    Args:
        zone: the user's, in which times without an offset are meant (an interview's own zone comes first).
        progress: told how many applications are read and how many there are; what it raises calls all off.

    Raises:
        ImportFileError: it is too large, not JSON, or not ours, or of a newer format.
        InvalidFieldError: a value cannot be used; the sentence has its path. Nothing is taken then.
    """
    if len(data) > LARGEST:
        raise ImportFileError(
            f"It is larger than {LARGEST >> 20} MB. Split its list of applications over several files."
        )
    try:
        parsed = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ImportFileError(f"It is not UTF-8 at byte {error.start}. Save it as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise ImportFileError(f"It is not JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from None
    except (RecursionError, ValueError):
        raise ImportFileError(
            "It is nested too deeply, or holds numbers too large, to be an Afterword export."
        ) from None
    document = JsonObject(parsed, "")
    version = document.number("afterword", -1)
    if version > FORMAT:
        raise ImportFileError(f"It was written by a newer program (format {version}); update Afterword to read it.")
    if version != FORMAT or not isinstance(document.values.get("applications"), list):
        raise ImportFileError(
            'It is not an Afterword export: it should hold "afterword": 1 and a list of "applications".'
        )
    me = document.child("me")
    return Whole(
        None if me is None else Me(**read(me, Me, zone)),
        tuple(_applications(document, zone, progress)),
        document.uid(),
        read_changes(document),
    )


def _applications(
    document: JsonObject, zone: tzinfo, progress: Callable[[int, int], None]
) -> Iterator[ExportedApplication]:
    listed = document.objects("applications")
    seen: set[str] = set()
    for place, item in enumerate(listed):
        if place % _AT_ONCE == 0:
            progress(place, len(listed))
        yield _named_once(_application(item, zone), seen)


def _named_once(exported: ExportedApplication, seen: set[str]) -> ExportedApplication:
    """Return it without uids that the document has used before: what was copied by hand is a thing of its own."""
    application = exported.application
    is_copied = application.uid in seen

    def once(records: tuple[R, ...]) -> tuple[R, ...]:
        named = []
        for record in records:
            named.append(replace(record, uid="") if record.uid and (is_copied or record.uid in seen) else record)
            seen.add(record.uid)
        return tuple(named)

    application = replace(
        application,
        uid="" if is_copied else application.uid,
        people=once(application.people),
        interviews=once(application.interviews),
        letters=once(application.letters),
        replies=once(application.replies),
        waivers=once(application.waivers),
        snoozes=once(application.snoozes),
        postings=once(application.postings),
        files=once(application.files),
        questions=once(application.questions),
        jottings=once(application.jottings),
    )
    seen.add(application.uid)
    seen.discard("")
    return ExportedApplication(application, exported.stage, once(exported.events))


def _application(entry: JsonObject, zone: tzinfo) -> ExportedApplication:
    for name, most in _MOST.items():
        if len(entry.items(name)) > most:
            raise entry.wrong(name, f"{len(entry.items(name))} are more than one application can have ({most}).")
    refs: dict[object, int] = {}
    people = tuple(whole_parts.person(item, i, refs, zone) for i, item in enumerate(entry.objects("people"), 1))
    interviews = tuple(
        whole_parts.interview(item, i, refs, zone, is_named="uid" in entry.values)
        for i, item in enumerate(entry.objects("interviews"), 1)
    )
    rounds = whole_parts.Rounds(interviews)
    outcome = entry.child("outcome")
    stage = entry.one_of("stage", Stage)
    if stage is Stage.OUTCOME and outcome is None:
        raise entry.wrong("outcome", "is needed, since the stage is outcome.")
    reply_by = entry.child("reply_by")
    application = Application(
        company=entry.text("company", required=True),
        role=entry.text("role", required=True),
        salary=_text_or_number(entry, "salary"),
        priority=_priority(entry),
        reply_by=None if reply_by is None else whole_parts.reply_by(reply_by, zone),
        outcome=None if outcome is None else whole_parts.outcome(outcome, zone),
        people=people,
        interviews=interviews,
        letters=tuple(
            whole_parts.letter(item, i, refs, rounds, zone) for i, item in enumerate(entry.objects("letters"), 1)
        ),
        replies=tuple(whole_parts.reply(item, i, refs, zone) for i, item in enumerate(entry.objects("replies"), 1)),
        waivers=tuple(
            whole_parts.waiver(item, i, refs, rounds, zone) for i, item in enumerate(entry.objects("waivers"), 1)
        ),
        snoozes=tuple(whole_parts.snooze(item, i, refs, zone) for i, item in enumerate(entry.objects("snoozes"), 1)),
        postings=tuple(whole_parts.posting(item, i, zone) for i, item in enumerate(entry.objects("postings"), 1)),
        files=tuple(whole_parts.attached_file(item, i, zone) for i, item in enumerate(entry.objects("files"), 1)),
        questions=tuple(
            whole_parts.question(item, i, rounds, zone) for i, item in enumerate(entry.objects("questions"), 1)
        ),
        jottings=tuple(
            whole_parts.jotting(item, i, refs, rounds, zone) for i, item in enumerate(entry.objects("jottings"), 1)
        ),
        **read(entry, Application, zone, apart={"company", "role", "stage", "salary", "priority"}),
    )
    return ExportedApplication(
        application, stage, tuple(whole_parts.event(item, zone) for item in entry.objects("events"))
    )


def _text_or_number(entry: JsonObject, name: str) -> str:
    value = entry.values.get(name)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else entry.text(name)


def _priority(entry: JsonObject) -> int:
    priority = entry.number("priority")
    if not 0 <= priority <= 3:
        raise entry.wrong("priority", "should be 0 (none) to 3 (high).")
    return priority


def with_added(exported: ExportedApplication, now: datetime) -> ExportedApplication:
    """Return it with the moment at which it was added, which is `now` when it does not say."""
    if exported.application.added is not None:
        return exported
    return replace(exported, application=replace(exported.application, added=now))
