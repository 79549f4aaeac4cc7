"""An application as a card: all that one wants to know of it at a glance, in as many columns as there is room for.
Pure; widths are in terminal cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from textual.content import Content

from app.etiquette.attached_files import FILE_KIND_TITLES, FileKind
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.links import address_in, posting_in
from app.etiquette.records import (
    Application,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    OutcomeKind,
    Person,
    StepName,
)
from app.etiquette.sheet.contents import about
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.steps.timeline import Entry
from app.etiquette.steps.wording import MARKS, is_interview_ahead, say_left, say_what
from app.etiquette.text import first_words
from app.etiquette.time.dates import local, local_day, say_clock, say_day, say_moment
from app.etiquette.time.interview_times import say_interview, their_time
from app.etiquette.titles import OUTCOME_TITLES, SENT_HOW, say_sent
from app.hunt.snapshot import Detail
from app.ui.posting_lines import say_saved
from app.ui.presentation import QUIET, STYLES
from app.ui.registry.key_names import key_of
from app.ui.wrapping import wrapped

_COLUMN, _GAP = 52, 3
"""Cells that a column takes at least, and those between two."""
_WIDEST = 76
_LABEL = 10
_PRIORITIES = ("", "low", "medium", "high")


class Fact(NamedTuple):
    """One line of a card, more where it is long: what it is, and what is said of it."""

    label: str
    text: Content


Section = tuple[Fact, ...]
"""Facts that belong together; an empty line stands between sections."""


def sections(detail: Detail, step: Step | None, now: datetime, zone: tzinfo) -> list[Section]:
    """Return what a card holds, what matters most first; what is not known is left out."""
    application = detail.application
    parts = (
        _next(application, step, now, zone) if step is not None else (),
        _outcome(detail, now, zone),
        *(interview_facts(application, interview, now, zone) for interview in _to_come(application, now)),
        _people(application),
        (*_letters(application, now, zone), *_files(application, now, zone)),
        (*_answers(application, now, zone), *_posting(application, now, zone)),
        _notes(application),
    )
    return [section for part in parts if (section := tuple(part))]


def card_lines(parts: Sequence[Section], width: int) -> list[Content]:
    """Return a card as lines of `width` cells: sections in columns, those of a column below one another."""
    count = max(1, min(len(parts), (width + _GAP) // (_COLUMN + _GAP)))
    cells = min(_WIDEST, (width - _GAP * (count - 1)) // count)
    blocks = [block(section, cells) for section in parts]
    columns = [_joined(some) for some in _split([len(block) + 1 for block in blocks], blocks, count)]
    height = max((len(column) for column in columns), default=0)
    gap = Content(" " * _GAP)
    return [
        gap.join(
            [
                (column[y] if y < len(column) else Content("")).pad_right(
                    cells - (column[y].cell_length if y < len(column) else 0)
                )
                for column in columns
            ]
        )
        for y in range(height)
    ]


def _split(heights: list[int], blocks: list[list[Content]], count: int) -> list[list[list[Content]]]:
    """Return the blocks in columns, in their order, so that the highest column is as low as it can be."""
    most = max(max(heights, default=0), -(-sum(heights) // count))
    while True:
        columns: list[list[list[Content]]] = [[]]
        used = 0
        for height, block in zip(heights, blocks, strict=True):
            if used and used + height > most:
                columns.append([])
                used = 0
            columns[-1].append(block)
            used += height
        if len(columns) <= count:
            return columns
        most += 1


def _joined(blocks: list[list[Content]]) -> list[Content]:
    lines: list[Content] = []
    for block in blocks:
        lines += [Content(""), *block] if lines else block
    return lines


def block(section: Section, width: int) -> list[Content]:
    """Return a section as lines of `width` cells: labels at the left, what is said wrapped beside them."""
    lines: list[Content] = []
    for fact in section:
        label = Content(fact.label).truncate(_LABEL - 1).pad_right(0)
        head = Content.styled(label.plain.ljust(_LABEL), QUIET)
        for part in _wrapped(fact.text, max(8, width - _LABEL)):
            lines.append(Content.assemble(head, part))
            head = Content(" " * _LABEL)
    return lines


def _wrapped(text: Content, width: int) -> list[Content]:
    return [part for line in text.split("\n") for part in wrapped(line, width)]


def _next(application: Application, step: Step, now: datetime, zone: tzinfo) -> Iterator[Fact]:
    if is_interview_ahead(step):
        return
    person = application.person(step.person)
    what = say_what(step, person.name if person else None)
    words = Content.styled(f"{MARKS[step.urgency]} {say_left(step, now, zone)}", STYLES[step.urgency])
    yield Fact("Next", Content.assemble(Content.styled(what, "bold"), "  ", words))
    yield Fact("", Content.styled(step.reason_on(local_day(now, zone)), QUIET))
    ends = step.late or step.lapses
    if ends is not None and ends > now and step.urgency in (Urgency.DUE, Urgency.OPEN):
        yield Fact("Until", Content(say_moment(ends, now, zone)))


def _outcome(detail: Detail, now: datetime, zone: tzinfo) -> Iterator[Fact]:
    outcome = detail.application.outcome
    if outcome is None:
        return
    today = local_day(now, zone)
    day = f" on {say_day(local_day(outcome.at, zone), today)}" if outcome.at else ""
    decided = f", {outcome.decision.value}" if outcome.decision else ""
    yield Fact("Outcome", Content(f"{OUTCOME_TITLES[outcome.kind]}{day}{decided}"))
    if outcome.decide_by is not None and outcome.decision is None:
        yield Fact("Decide by", Content(_deadline(outcome, outcome.decide_by, detail.steps, now, zone)))
    if terms := _terms(detail.entries, outcome.kind):
        yield Fact("Terms" if outcome.kind is OutcomeKind.OFFER else "Note", Content(terms))


def _deadline(outcome: Outcome, day: date, steps: Iterable[Step], now: datetime, zone: tzinfo) -> str:
    """Return by when an offer wants an answer, with the hour until which its day counts where they gave none."""
    if outcome.decide_at is not None:
        return say_moment(outcome.decide_at, now, zone)
    ends = next((step.due for step in steps if step.name is StepName.DECIDE_OFFER), None)
    until = f", until {say_clock(local(ends, zone))}" if ends is not None else ""
    return f"{say_day(day, local_day(now, zone))}{until}"


def _terms(entries: Iterable[Entry], kind: OutcomeKind) -> str:
    """Return what was written down with the outcome, "" for nothing: the timeline has it behind the name of that."""
    recorded = [entry.text for entry in entries if entry.what == "outcome_recorded"]
    name, _, words = recorded[-1].partition(": ") if recorded else ("", "", "")
    return words if name == OUTCOME_TITLES[kind] else ""


def _to_come(application: Application, now: datetime) -> list[Interview]:
    planned = [i for i in application.interviews if i.status is InterviewStatus.PLANNED]
    return sorted((i for i in planned if (i.ends or i.starts) > now or i.day_only), key=lambda i: i.starts)


def interview_facts(application: Application, interview: Interview, now: datetime, zone: tzinfo) -> Iterator[Fact]:
    """Return when an interview is, on their clocks as well, where or by which link, and with whom."""
    kind = f", {interview.kind}" if interview.kind else ""
    yield Fact(f"Round {interview.round}", Content.styled(f"{say_interview(interview, now, zone)}{kind}", "bold"))
    theirs = their_time(interview, now, zone)
    if theirs:
        yield Fact("", Content(theirs))
    if interview.location:
        yield Fact("Where", _with_way(interview.location, address_in(interview.location)))
    people = [person for met in interview.met if (person := application.person(met)) is not None]
    if people:
        yield Fact("With", Content(", ".join(person.name for person in people)))


def _people(application: Application) -> Iterator[Fact]:
    label = "People"
    for person in application.people:
        yield Fact(label, _person(person))
        label = ""


def _person(person: Person) -> Content:
    address = person.email if person.email != person.name else ""
    return Content.assemble(
        person.name,
        Content.styled(f", {words}" if (words := about(person)) else "", QUIET),
        f"  {address}" if address else "",
    )


def _letters(application: Application, now: datetime, zone: tzinfo) -> Iterator[Fact]:
    drafts = [letter for letter in application.letters if letter.status is not LetterStatus.SENT]
    sent = [letter for letter in application.letters if letter.status is LetterStatus.SENT]
    label = "Drafts" if len(drafts) > 1 else "Draft"
    for letter in drafts:
        yield Fact(label, Content(_letter(application, letter)))
        label = ""
    label = "Sent"
    for letter in sorted(sent, key=lambda letter: letter.sent or now, reverse=True):
        day = f"{say_day(local_day(letter.sent, zone), local_day(now, zone))}: " if letter.sent else ""
        how = f", {SENT_HOW.get(letter.how, letter.how)}" if letter.how else ""
        yield Fact(label, Content.assemble(f"{day}{_letter(application, letter)}", Content.styled(how, QUIET)))
        label = ""


def _files(application: Application, now: datetime, zone: tzinfo) -> Iterator[Fact]:
    key = Content.styled(f" ({key_of('files')})", QUIET)
    label = "Files"
    for file in sorted(application.files, key=lambda file: file.sent is None):
        kind = "" if file.kind is FileKind.OTHER else f"{FILE_KIND_TITLES[file.kind]}: "
        sent = f", {say_sent(file, local_day(now, zone), zone)}"
        yield Fact(label, Content.assemble(f"{kind}{file.name}", Content.styled(sent, QUIET), key if label else ""))
        label = ""


def _letter(application: Application, letter: Letter) -> str:
    return f"{DEMANDS[letter.kind].title} to {application.addressee(letter.to)}"


def _answers(application: Application, now: datetime, zone: tzinfo) -> Iterator[Fact]:
    today = local_day(now, zone)
    reply_by = application.reply_by
    if reply_by is not None and application.outcome is None:
        day = say_day(reply_by.date, today)
        said = f"They said {day}" if reply_by.stated else f"Expected by {day} (usual wait)"
        yield Fact("Decision", Content(said))
    if application.replies:
        last = max(application.replies, key=lambda reply: reply.at)
        text = first_words(last.text)
        yield Fact("Replied", Content(f"{say_day(local_day(last.at, zone), today)}{f': {text}' if text else ''}"))
    if application.no_follow_ups:
        yield Fact("Note", Content("They want no follow-ups."))
    if application.keep_in_touch:
        yield Fact("Note", Content("You want to stay in touch after a rejection."))


def _posting(application: Application, now: datetime, zone: tzinfo) -> Iterator[Fact]:
    applied = say_day(application.applied_on, local_day(now, zone)) if application.applied_on else ""
    facts = (
        ("Role", application.role),
        ("Location", application.location),
        ("Salary", application.salary),
        ("Posting", application.url),
        ("Source", application.source),
        ("Applied", applied),
        ("Priority", _PRIORITIES[application.priority] if application.priority in range(4) else ""),
        ("Archived", "yes; A brings it back" if application.archived else ""),
    )
    for label, text in facts:
        if text:
            yield Fact(label, _with_way(text, posting_in(text)) if label == "Posting" else Content(text))
        if label == "Posting":
            yield from _saved(application, now, zone)


def _saved(application: Application, now: datetime, zone: tzinfo) -> Iterator[Fact]:
    """Return when the posting was saved, or that it can be, with the key for it."""
    posting = application.posting
    words = "not yet" if posting is None else say_saved(posting, now, zone)
    if posting is not None or (posting_in(application.url) and application.outcome is None):
        yield Fact("Saved", Content.assemble(words, Content.styled(f" ({key_of('posting')})", QUIET)))


def _with_way(text: str, link: str) -> Content:
    """Return a text that holds a link, with the key that opens it."""
    return Content.assemble(text, Content.styled(f" ({key_of('link')})", QUIET) if link else "")


def _notes(application: Application) -> Iterator[Fact]:
    if application.notes.strip():
        yield Fact("Notes", Content(application.notes.strip()))
    for interview in application.interviews:
        if interview.noted.strip():
            yield Fact(f"Round {interview.round}", Content(interview.noted.strip()))
