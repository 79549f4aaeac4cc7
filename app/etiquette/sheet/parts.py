"""What an interview's sheet is made of: everything in words, as it stands at one moment."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.frozen import dataclass
from app.etiquette.sheet_records import Question, Whose


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """Somebody at the company, with what is known of them."""

    id: int
    name: str
    about: str
    """Their title and part, "" for nothing."""
    email: str
    is_expected: bool
    """Whether they are to be at this interview."""
    facts: tuple[str, ...]
    """What was said and written before, a sentence each."""


@dataclass(frozen=True, slots=True)
class SheetText:
    """A text to read: the posting, or something that they have of the user."""

    title: str
    about: str
    """When it was kept or sent, where it came from; "" for nothing."""
    text: str


@dataclass(frozen=True, slots=True)
class SheetRound:
    """Something that happened between them and the user: a round, or an answer of theirs."""

    at: datetime
    title: str
    said: str
    """What was noted of it, or what they wrote; "" for nothing."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What was written down during the interview under one name."""

    person: int | None
    name: str
    """"" for what is about nobody in particular."""
    text: str
    called: str = ""
    """The given name, "" where there is none."""


@dataclass(frozen=True, slots=True)
class InterviewSheet:
    """One interview's sheet."""

    application_id: int
    interview_id: int
    company: str
    role: str
    round: int
    starts: datetime
    ends: datetime
    is_day_only: bool
    when: str
    countdown: str
    their_time: str
    """When it begins on their clocks, "" where they show the same time."""
    city: str
    """The one that the user's time zone is named after, "" where it has no such name."""
    kind: str
    place: str
    """Where it is, as the user or an invitation wrote it; the link may be in it."""
    link: str
    people: tuple[SheetPerson, ...]
    questions: tuple[Question, ...]
    """The user's own first."""
    rounds: tuple[SheetRound, ...]
    posting: SheetText | None
    posting_link: str
    sent: tuple[SheetText, ...]
    """What they have of the user: files, then letters, the newest first."""
    notes: tuple[str, ...]
    """What the user noted of the application, the newest first."""
    jottings: tuple[Notes, ...]
    """A place for everybody who is expected, then one for all else."""

    @property
    def title(self) -> str:
        """What the sheet is called."""
        return f"{self.company}, {self.role}: round {self.round}"

    def asked_by(self, whose: Whose) -> list[Question]:
        """Return the questions of one side."""
        return [question for question in self.questions if question.whose is whose]
