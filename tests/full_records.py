"""One application in which no field of any record has its default, so that a forgotten field comes back different."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.etiquette.attached_files import AttachedFile, FileKind
from app.etiquette.from_them import Posting, Reply, ReplyBy, Standing
from app.etiquette.letter_kinds import Kind, Tone
from app.etiquette.records import (
    Application,
    Decision,
    Event,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Me,
    Outcome,
    OutcomeKind,
    Part,
    Person,
    Snooze,
    StepName,
    Waiver,
)
from app.etiquette.sheet_records import Jotting, Question, Whose
from app.etiquette.stages import Stage

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 24, tzinfo=UTC)
PEOPLE = (
    Person(-1, "Mei", "Wu", "Dr.", "mei@northwind.example", "CTO", Part.RECRUITER, True, "p-mei"),
    Person(-2, "Omar", "Haddad", "Mr.", "omar@northwind.example", "Lead", Part.COORDINATOR, True, "p-omar"),
)
INTERVIEWS = tuple(
    Interview(
        -n, 4, MIDNIGHT - timedelta(days=9 - n), MIDNIGHT - timedelta(days=7 - n), "Europe/London", "video", "Room 4",
        (-2, -1), "they said\nlate events hurt", InterviewStatus.HELD, f"abc{n}@cal", 7, NOW, f"i-{n}", True,
    )
    for n in (1, 2)
)  # fmt: skip
LETTER = Letter(
    -1, Kind.FOLLOW_UP, -2, "Hello", "Dear Omar\n\nHello", LetterStatus.SENT, NOW, "smtp", -2, "<m@x>", "<r@x>",
    "Re: x", NOW - timedelta(hours=1), uid="l-1",
)  # fmt: skip
FULL = Application(
    company="Northwind", role="Data Engineer", stage=Stage.OUTCOME, location="Lisbon", url="https://x.example",
    salary="60k", source="a friend", priority=3, notes="two\nlines", applied_on=date(2026, 11, 1),
    reply_by=ReplyBy(date(2026, 11, 20), True, NOW - timedelta(days=3)), no_follow_ups=True, keep_in_touch=True,
    outcome=Outcome(
        OutcomeKind.OFFER, NOW, date(2026, 12, 1), Decision.ACCEPTED, Stage.WAITING, NOW,
        MIDNIGHT + timedelta(days=7, hours=17),
    ),
    disputed=NOW - timedelta(hours=2),
    people=PEOPLE, interviews=INTERVIEWS, letters=(LETTER,),
    replies=(
        Reply(-1, NOW, "a word\nmore", date(2026, 11, 28), date(2026, 11, 27), -2, "<q@x>", "Re: y", "r-1",
              Standing.NOTHING),
    ),
    waivers=(Waiver(-1, StepName.MISSED, -2, -2, "met again", NOW, "w-1"),),
    snoozes=(Snooze(-1, StepName.CLOSE, -2, NOW, "s-1"),),
    questions=(Question(-1, Whose.THEIRS, "Why us?", "late events\nhurt", True, -2, "q-1"),),
    jottings=(Jotting(-1, -2, -1, "shows the rig\n\nKafka next", "j-1"),), archived=True, tone=Tone.WARM,
    postings=(Posting(-1, "https://x.example/1", "Data Engineer", "You will\nbuild", NOW, date(2026, 12, 3), "o-1"),),
    files=(
        AttachedFile(
            -1, FileKind.OTHER, "talk.pdf", "0a" * 32, 9, "application/pdf", NOW - timedelta(days=2), NOW, "f-1"
        ),
    ),
    added=NOW - timedelta(days=20), uid="a-1",
)  # fmt: skip
EVENT = Event(
    NOW, "they_answered", "a\nb", Stage.WAITING, Stage.OUTCOME, "a rule", recorded=NOW, uid="e-1", is_day=True
)
ME = Me("Robin", "r@x.example", "R.\nRoe")
OF_THE_DATABASE = {(Application, "id"), (Application, "version"), (Letter, "version"), (Event, "id")}
"""Fields that the database alone decides."""


def defaults(record: Any, path: str = "") -> Iterator[str]:
    """Yield the fields of a record, and of the records in it, that have the value which they have by default."""
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        where = f"{path}{type(record).__name__}.{field.name}"
        default = field.default if field.default_factory is dataclasses.MISSING else field.default_factory()
        if (
            (type(record), field.name) not in OF_THE_DATABASE
            and default is not dataclasses.MISSING
            and value == default
        ):
            yield where
        for part in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(part):
                yield from defaults(part, f"{where}: ")
