"""The records of the hunt: frozen, complete in themselves, with ids as ints and times as aware UTC datetimes.

An id of 0 or less means "not stored yet", and so does a `uid` of "": storing a record makes one, at random, and it
stays the same in every export, import and copy of the hunt. Records know no storage and no screen.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from app.etiquette.attached_files import AttachedFile
from app.etiquette.from_them import Posting, Reply, ReplyBy
from app.etiquette.frozen import dataclass
from app.etiquette.letter_kinds import Kind, Tone
from app.etiquette.sheet_records import Jotting, Question
from app.etiquette.stages import Stage
from app.etiquette.text import Lines
from app.etiquette.unset import UNSET

NOBODY_BY_NAME = "the hiring team"
"""Whom a letter goes to that goes to nobody by name."""


class Part(StrEnum):
    """The part that a person plays in the hiring."""

    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    COORDINATOR = "coordinator"


class InterviewStatus(StrEnum):
    """Whether an interview is still to come, took place, was called off, or they did not come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    MISSED = "missed"


class OutcomeKind(StrEnum):
    """How an application ended."""

    OFFER = "offer"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NO_RESPONSE = "no_response"


class Decision(StrEnum):
    """What the user answered to an offer."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class LetterStatus(StrEnum):
    """Where a letter is. `SENDING` is the moment between handing it over and knowing that it went."""

    DRAFT = "draft"
    SENDING = "sending"
    SENT = "sent"


class StepName(StrEnum):
    """The steps of ETIQUETTE 2, by the names scripts rely on."""

    PREPARE = "prepare"
    DEBRIEF = "debrief"
    MISSED = "missed"
    THANK = "thank"
    SET_REPLY_BY = "set_reply_by"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_AGAIN = "follow_up_again"
    CLOSE = "close"
    ANSWER_REJECTION = "answer_rejection"
    ACKNOWLEDGE_OFFER = "acknowledge_offer"
    DECIDE_OFFER = "decide_offer"
    WITHDRAW = "withdraw"
    STAY_IN_TOUCH = "stay_in_touch"
    FIND_DATE = "find_date"
    READ_ANSWER = "read_answer"
    CHECK_OUTCOME = "check_outcome"
    KEEP_APPLYING = "keep_applying"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the company. Names are kept exactly as given."""

    id: int = 0
    given: str = ""
    family: str = ""
    honorific: str = ""
    email: str = ""
    title: str = ""
    part: Part = Part.INTERVIEWER
    family_first: bool = False
    """Whether the family name is written first, as in Wu Mei."""
    uid: str = ""

    @property
    def name(self) -> str:
        """The full name in its own order, with the honorific where there is no given name; else the address, else an
        empty string."""
        given, family = self.given, self.family
        if given and family:
            return f"{family} {given}" if self.family_first else f"{given} {family}"
        if family and self.honorific:
            return f"{self.honorific} {family}"
        return given or family or self.email


@dataclass(frozen=True, slots=True)
class Interview:
    """One round. `starts` and `ends` are UTC instants, `timezone` the IANA zone they were meant in ("" unknown)."""

    id: int = 0
    round: int = 1
    starts: datetime = UNSET
    ends: datetime | None = None
    """None: not said; then `Policy.assumed_length` after the start."""
    timezone: str = ""
    kind: str = ""
    """In the user's words: video, phone, onsite, phone screen, panel ..."""
    location: str = ""
    met: tuple[int, ...] = ()
    """Ids of the people met (or expected)."""
    noted: Lines = ""
    """What stood out: quoted back in the thank-you."""
    status: InterviewStatus = InterviewStatus.PLANNED
    calendar_uid: str = ""
    """The calendar UID it came with (RFC 5545 3.8.4.7), "" if none."""
    sequence: int = 0
    stamped: datetime | None = None
    """The invitation's DTSTAMP: which of two updates is the later one."""
    uid: str = ""
    day_only: bool = False
    """Only the day is known: `starts` is then its midnight UTC, `ends` None or, of several days, the one after them."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, drafted or sent, by us or elsewhere."""

    id: int = 0
    kind: Kind = Kind.THANK_YOU
    to: int | None = None
    """The person's id; None: to nobody by name."""
    subject: str = ""
    body: Lines = ""
    status: LetterStatus = LetterStatus.DRAFT
    sent: datetime | None = None
    how: str = ""
    """elsewhere, clipboard, mail program, file, smtp; "" for a draft."""
    interview: int | None = None
    """The round it belongs to."""
    message_id: str = ""
    """RFC 5322 3.6.4, made and stored before sending."""
    in_reply_to: str = ""
    thread_subject: str = ""
    """The subject of the thread that it answers, "" when it starts one."""
    written: datetime | None = None
    """When it was last edited."""
    version: int = 0
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, when, and for an offer by when to decide and what was decided."""

    kind: OutcomeKind
    at: datetime | None
    """None: nobody knows the day, which is so for many a sheet; then it asks for nothing."""
    decide_by: date | None = None
    decision: Decision | None = None
    came_from: Stage = Stage.APPLIED
    """The stage to return to when reopened."""
    decided: datetime | None = None
    """When the user decided on the offer; None: not yet, or not known."""
    decide_at: datetime | None = None
    """The moment on the day `decide_by`, where they gave an hour; None: they gave the day alone."""

    @property
    def is_open_offer(self) -> bool:
        """Whether it is an offer that the user has not decided on."""
        return self.kind is OutcomeKind.OFFER and self.decision is None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A step dealt with without a letter of ours: skipped with a reason, or marked as done."""

    id: int = 0
    step: StepName = StepName.THANK
    person: int | None = None
    interview: int | None = None
    reason: str = ""
    at: datetime = UNSET
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Snooze:
    """A step snoozed until a moment. `person` as in the step."""

    id: int = 0
    step: StepName = StepName.THANK
    person: int | None = None
    until: datetime = UNSET
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; never changed after. `rule` is the rule or the override's reason behind it."""

    at: datetime
    what: str
    """An event's kind, in lower case with underscores: letter_sent, interview_held, note ..."""
    text: Lines = ""
    before: Stage | None = None
    after: Stage | None = None
    rule: Lines = ""
    id: int = 0
    recorded: datetime | None = None
    uid: str = ""
    is_day: bool = False
    """Whether only the day is known: `at` is then a moment of that day which nobody gave, and is never shown."""


@dataclass(frozen=True, slots=True)
class Application:
    """One application with all that the etiquette needs to know of it."""

    id: int = 0
    company: str = ""
    role: str = ""
    stage: Stage = Stage.APPLIED
    location: str = ""
    url: str = ""
    salary: str = ""
    source: str = ""
    priority: int = 0
    """0 none, 1 low, 2 medium, 3 high."""
    notes: Lines = ""
    applied_on: date | None = None
    reply_by: ReplyBy | None = None
    no_follow_ups: bool = False
    keep_in_touch: bool = False
    outcome: Outcome | None = None
    disputed: datetime | None = None
    """When it went on on another machine, which did not know of its outcome, or had another one there; None: nothing
    speaks against the outcome (ETIQUETTE 2.31)."""
    people: tuple[Person, ...] = ()
    interviews: tuple[Interview, ...] = ()
    letters: tuple[Letter, ...] = ()
    replies: tuple[Reply, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    postings: tuple[Posting, ...] = ()
    files: tuple[AttachedFile, ...] = ()
    """What they have of the user, or are to get."""
    questions: tuple[Question, ...] = ()
    jottings: tuple[Jotting, ...] = ()
    archived: bool = False
    tone: Tone | None = None
    """How letters to this company sound; None: as the user's settings say."""
    added: datetime | None = None
    version: int = 0
    """Changes with every verb that touched it, so that a form opened before can tell."""
    uid: str = ""

    def person(self, person_id: int | None) -> Person | None:
        """Return the person with that id, or None."""
        return next((person for person in self.people if person.id == person_id), None)

    def interview(self, interview_id: int | None) -> Interview | None:
        """Return the interview with that id, or None."""
        return next((interview for interview in self.interviews if interview.id == interview_id), None)

    @property
    def posting(self) -> Posting | None:
        """The posting that was kept last, None if none was."""
        return max(self.postings, key=lambda posting: (posting.kept, posting.id), default=None)

    def addressee(self, person_id: int | None) -> str:
        """Return the name of a letter's reader, "the hiring team" if it goes to nobody by name."""
        person = self.person(person_id)
        return person.name if person else NOBODY_BY_NAME


@dataclass(frozen=True, slots=True)
class Me:
    """The user: how letters are signed and whom mail comes from."""

    name: str = ""
    email: str = ""
    signature: Lines = ""
    """Lines under the greeting; "" means the name alone."""
