"""What an import would do, before it does it: what the preview shows and what is then carried out. Plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.etiquette.marks import NO_MARKS, Marks
from app.etiquette.records import Application, Event, Me
from app.exchange.bundles import Packed
from app.exchange.contents import FileContents
from app.exchange.meanings.meant import Meant
from app.hunt.changes import Verb
from app.hunt.joining.copies import Copy
from app.hunt.joining.joins import Unit
from app.letters.style import listed

ALREADY = "is already here"
"""How a note ends on what was imported, or recorded, before."""


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    THERE = "already here"
    REPEATED = "duplicate"
    REPORTED = "not imported"
    LEFT = "left out"
    """By the user."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file and what becomes of it."""

    file: str
    line: int
    """Its first line in the file, from 1."""
    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Fit:
    """An application that an invitation or a mail may belong to, and what speaks for it."""

    application_id: int
    """Below 0: one that the same import adds."""
    company: str
    role: str
    score: int
    why: str
    """`from northwind.example, names the role`."""


class What(StrEnum):
    """What a proposal would record."""

    INTERVIEW = "interview"
    MOVED = "moved"
    CANCELLED = "cancelled"
    ANSWER = "answer"
    NEW_DATE = "new_date"
    REJECTION = "rejection"
    OFFER = "offer"
    AWAY = "away"
    LETTER = "letter"
    BOUNCE = "bounce"
    POSTING = "posting"
    DIFFERENCE = "difference"
    """What an export of ours says otherwise than what is here."""


_NOUNS = {
    What.INTERVIEW: ("interview",),
    What.MOVED: ("new time",),
    What.CANCELLED: ("cancellation",),
    What.ANSWER: ("reply", "replies"),
    What.NEW_DATE: ("decision date",),
    What.REJECTION: ("rejection",),
    What.OFFER: ("offer",),
    What.AWAY: ("out-of-office reply", "out-of-office replies"),
    What.LETTER: ("letter",),
    What.BOUNCE: ("letter that came back", "letters that came back"),
}
"""What is recorded, one of it and several."""
_DONE = ("added", "updated", "saved", "replaced", "recorded", "copied")
_TO_DO = ("add", "update", "save", "replace", "record", "copy")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that a calendar, a mail or an export tells, to be confirmed by the user before it is recorded."""

    key: str
    """Tells it apart from all others of the import; answers name it by this."""
    file: str
    what: What
    title: str
    """`Interview on Fri, Nov 27 at 2:00 PM`."""
    text: str
    """What it is read from, to look at: the mail's new text, the invitation's description."""
    fits: tuple[Fit, ...]
    """Best first."""
    application_id: int | None
    """Where it goes; None: the user has to say."""
    is_sure: bool
    """Whether the evidence, or the user, settles where it goes."""
    verb: Verb | None
    """None while `application_id` is."""
    is_taken: bool = True
    """Whether it is to be recorded: the user ticks it off, and one that is asked about is not taken until answered."""
    problem: str = ""
    """Why it cannot be recorded as it stands: what has to be answered or done first."""
    guess: tuple[str, str] = ("", "")
    """Company and role for a new application, guessed from it."""
    unknown_zone: str = ""
    """A time zone of the file's own that nobody knows: to be asked for."""
    wants_key: bool = False
    """Whether it is recorded only when the user asks for this one: an outcome, which closes an application, or what
    takes the place of something that is here."""
    doubt: str = ""
    """Why the sender may be somebody else, a sentence; "" when nothing says so."""
    is_new: bool = False
    """Whether the application is added for it alone, and is not if this is left out."""

    @property
    def fit(self) -> Fit | None:
        """The application it belongs to; None while that is undecided, or if the import only adds it."""
        return next((fit for fit in self.fits if fit.application_id == self.application_id), None)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a message of a file was found to mean, and the application that it concerns; None: of none here."""

    meant: Meant
    application: Application | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One stored application that a newer sheet says more of."""

    application_id: int
    text: str
    verb: Verb


@dataclass(frozen=True, slots=True)
class PlannedJoin:
    """Another machine's copy of the hunt, to be joined with this one."""

    name: str
    theirs: Copy
    units: Mapping[str, Unit]
    """By proposal, the field of which theirs comes over unless the user unticks it."""
    kept: frozenset[Unit]
    """The fields of which ours stays; where the user takes theirs, the proposal's verb does that."""
    new: int
    """Applications that it adds."""
    changed: int
    """Applications that it changes or takes away."""


@dataclass(slots=True)
class Plan:
    """What an import would do."""

    files: list[FileContents] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    added: list[tuple[Application, list[Event]]] = field(default_factory=list)
    """New applications with ids below 0, which proposals may name, and their events."""
    changes: list[Change] = field(default_factory=list)
    joins: list[PlannedJoin] = field(default_factory=list)
    """Copies of the hunt, of which everything comes over but what is left in `proposals`."""
    marks: Marks = NO_MARKS
    """What is known of changes in the export of which an empty hunt becomes a copy."""
    proposals: list[Proposal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was left out and why: mail that concerns no application, replies to invitations ..."""
    judged: dict[tuple[str, int], Judged] = field(default_factory=dict)
    """Each message by its file's name and its place among the file's messages."""
    contents: list[tuple[Packed, frozenset[str]]] = field(default_factory=list)
    """Exports that have files with them, each with the hashes of those that are not here."""
    me: Me | None = None
    hunt_uid: str = ""
    """The uid that an empty hunt takes over: it becomes a copy of the one that is imported. "" keeps its own."""
    is_undecided: bool = False
    """Whether later values are left only because nobody was there to be asked."""
    refused: list[str] = field(default_factory=list)
    """A sentence for each file that could not be imported at all."""
    named: str = ""
    """What is done, where it is one thing that has a name; "": it is counted."""

    @property
    def taken(self) -> Iterator[Proposal]:
        """The proposals that are to be recorded."""
        return (proposal for proposal in self.proposals if proposal.is_taken and proposal.verb is not None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        has_more = self.added or self.changes or self.contents or self.me is not None
        joins = any(join.new or join.changed for join in self.joins)
        return not has_more and not joins and not any(self.taken)

    @property
    def coming(self) -> frozenset[str]:
        """The hashes of all contents that come with exports and are not here."""
        return frozenset(sha256 for _, hashes in self.contents for sha256 in hashes)

    @property
    def asks(self) -> list[Proposal]:
        """The proposals that cannot be recorded until the user has said where they belong."""
        return [proposal for proposal in self.proposals if proposal.verb is None or not proposal.is_sure]

    @property
    def unconfirmed(self) -> list[Proposal]:
        """The outcomes and the differences that wait for the user's key."""
        return [
            proposal
            for proposal in self.proposals
            if proposal.wants_key and proposal.verb is not None and not proposal.is_taken
        ]

    @property
    def unused(self) -> list[str]:
        """The notes on what could not be used, without those on what is here already."""
        return [note for note in self.notes if not note.rstrip(".").endswith(ALREADY)]

    def lines_by_file(self) -> dict[str, list[Line]]:
        """Return what becomes of each file's rows."""
        by_file: dict[str, list[Line]] = {}
        for line in self.lines:
            by_file.setdefault(line.file, []).append(line)
        return by_file

    def tick(self, key: str, is_taken: bool) -> None:
        """Take a proposal, or leave it."""
        self.proposals = [
            replace(proposal, is_taken=is_taken and proposal.verb is not None) if proposal.key == key else proposal
            for proposal in self.proposals
        ]
        left = {proposal.application_id for proposal in self.proposals if proposal.is_new and not proposal.is_taken}
        left -= {proposal.application_id for proposal in self.taken}
        self.added = [pair for pair in self.added if pair[0].id not in left]

    @property
    def summary(self) -> str:
        """What is done, in the past tense."""
        if self.named:
            return self.named
        clause = listed(list(self._counted(_DONE))) or ("saved your details" if self.me else "")
        number_here = sum(file.merged for file in self.files)
        sentence = clause or "imported nothing"
        return f"{sentence[0].upper()}{sentence[1:]}" + (
            f"; {number_here} {'was' if number_here == 1 else 'were'} already here" if number_here else ""
        )

    @property
    def intent(self) -> str:
        """What would be done, as an infinitive."""
        return listed(list(self._counted(_TO_DO))) or ("save your details" if self.me else "change nothing")

    def _counted(self, verbs: tuple[str, ...]) -> Iterator[str]:
        """Yield what is done, counted: of several things that are recorded, the first one has the verb."""
        kinds = Counter(proposal.what for proposal in self.taken)
        replaced, saved = kinds.pop(What.DIFFERENCE, 0), kinds.pop(What.POSTING, 0)
        add, update, save, replace_, record, copy = verbs
        yield from _clause(add, len(self.added) + sum(join.new for join in self.joins), "application")
        yield from _clause(update, len(self.changes) + sum(join.changed for join in self.joins), "application")
        yield from _clause(save, saved, "posting")
        yield from (f"{clause} with the file's" for clause in _clause(replace_, replaced, "detail"))
        for what, number in sorted(kinds.items()):
            yield from _clause(record, number, *_NOUNS[what])
            record = ""
        yield from _clause(copy, len(self.coming), "file")


def names_people(plan: Plan) -> bool:
    """Return whether there are invitations or emails in it, which name the user as well."""
    return any(file.interviews or file.messages for file in plan.files)


def _clause(verb: str, number: int, noun: str, nouns: str = "") -> Iterator[str]:
    """Yield `add 1 application`; nothing for none."""
    if number:
        yield f"{verb} {number} {noun if number == 1 else nouns or f'{noun}s'}".strip()
