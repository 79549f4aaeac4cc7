"""An interview's sheet in sections of plain lines: what every form of it, on screen, on paper and in a mail, says."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from app.etiquette.frozen import dataclass, replace
from app.etiquette.sheet.parts import InterviewSheet, SheetPerson
from app.etiquette.sheet_records import Question, Whose

WIDTH = 80
TICKED, OPEN = "[x]", "[ ]"
BULLET = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+")
"""What a point of a list begins with: its further lines stand under its text."""
_AHEAD = ("in ", "now", "today", "tomorrow")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a section: a line that stands out, and what belongs to it."""

    head: str = ""
    text: str = ""
    """One paragraph a line."""
    mark: str = ""
    """What stands before it: a tick box, a label."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the sheet."""

    items: list[Item]
    empty: str = ""
    """What to read where there is nothing; "": the part is left out then."""


class Part(StrEnum):
    """The parts of a sheet, each with its title."""

    WHEN = "When and where"
    WHO = "Who"
    OTHERS = "Also at the company"
    MINE = "Your questions"
    THEIRS = "Their questions"
    JOTTED = "Your notes during the interview"
    SO_FAR = "So far"
    POSTING = "The posting"
    SENT = "What they have of you"
    NOTES = "Your notes on the application"


@dataclass(frozen=True, slots=True)
class HowTo:
    """What a form says where a part of the sheet is empty: how to fill it, with the keys or commands that it has."""

    people: str = "Nobody is named for this interview yet."
    questions: str = "No questions yet."
    posting: str = "No posting is saved."
    linked: str = "No posting is saved."
    """Of one whose link is there; the link follows."""
    rounds: str = "Nothing yet: this is the first round."
    sent: str = "Nothing that you sent is on record."
    jotted: str = "No notes yet."


NO_KEYS = HowTo()


def facts_of(sheet: InterviewSheet) -> list[tuple[str, str]]:
    """Return when and where an interview is, each with its label."""
    yours = f"; you are in {sheet.city}" if sheet.city else ""
    facts = (
        ("When", sheet.when),
        _countdown(sheet.countdown),
        ("Their time", f"{sheet.their_time}{yours}" if sheet.their_time else ""),
        ("Format", sheet.kind),
        ("Where", sheet.place),
        ("Link", sheet.link if sheet.link not in sheet.place else ""),
    )
    return [(label, text) for label, text in facts if text]


def _countdown(words: str) -> tuple[str, str]:
    """Return how soon an interview begins, as a sheet has it, behind the label that it takes."""
    if words.startswith(_AHEAD):
        return "Begins", words
    if words.endswith(" ago"):
        return "Ended", words.removeprefix("ended ")
    return ("Ended", "just now") if words == "just ended" else ("Now", words)


def sections(sheet: InterviewSheet, how_to: HowTo = NO_KEYS) -> dict[Part, Section]:
    """Return the sheet, top to bottom; parts that only some sheets have are left out of the others."""
    here = [_person(person) for person in sheet.people if person.is_expected]
    others = [_person(person) for person in sheet.people if not person.is_expected]
    posting = [Item(sheet.posting.title, sheet.posting.text, sheet.posting.about)] if sheet.posting else []
    sent = [Item(one.title, one.text, one.about) for one in sheet.sent]
    rounds = [Item(one.title, one.said) for one in sheet.rounds]
    parts = {
        Part.WHEN: Section([Item(text=text, mark=label) for label, text in facts_of(sheet)]),
        Part.WHO: Section(here, how_to.people),
        Part.OTHERS: Section(others),
        Part.MINE: Section(_ticks(sheet.asked_by(Whose.MINE)), how_to.questions),
        Part.THEIRS: Section(_ticks(sheet.asked_by(Whose.THEIRS))),
        Part.JOTTED: Section(list(_jotted(sheet)), how_to.jotted),
        Part.SO_FAR: Section(rounds, how_to.rounds),
        Part.POSTING: Section(posting, _without_posting(sheet, how_to)),
        Part.SENT: Section(sent, how_to.sent),
        Part.NOTES: Section([Item(text=note) for note in sheet.notes]),
    }
    return {part: section for part, section in parts.items() if section.items or section.empty}


def _without_posting(sheet: InterviewSheet, how_to: HowTo) -> str:
    return f"{how_to.linked} Its link: {sheet.posting_link}" if sheet.posting_link else how_to.posting


def _person(person: SheetPerson) -> Item:
    about = ", ".join(words for words in (person.about, person.email) if words)
    return Item(person.name, "\n".join(person.facts), about)


def _ticks(questions: list[Question]) -> list[Item]:
    return [Item(one.text, one.answer, TICKED if one.is_ticked else OPEN) for one in questions]


def _jotted(sheet: InterviewSheet) -> Iterator[Item]:
    for notes in sheet.jottings:
        if notes.text.strip():
            yield Item(notes.name or "In general", notes.text.strip())


def on_paper(sheet: InterviewSheet) -> InterviewSheet:
    """Return the sheet as it is still true when it is read later: without how soon the interview begins."""
    return replace(sheet, countdown="")


def plain_text(sheet: InterviewSheet, how_to: HowTo = NO_KEYS) -> str:
    """Return the sheet as text of 80 columns."""
    title = f"Interview sheet: {sheet.title}"
    lines = [*wrapped(title), "=" * min(WIDTH, cells(title))]
    for part, section in sections(sheet, how_to).items():
        lines += ["", part.value, "-" * cells(part.value)]
        if not section.items:
            lines += wrapped(section.empty)
        for item in section.items:
            lines += _item_lines(item)
    return "\n".join(lines) + "\n"


def _item_lines(item: Item) -> Iterator[str]:
    if item.mark in (TICKED, OPEN):
        yield from wrapped(f"{item.mark} {item.head}", after="    ")
        indent = "    "
    elif item.mark and not item.head:
        yield from wrapped(f"{item.mark}: {item.text}", after="  ")
        return
    else:
        about = f" ({item.mark})" if item.mark else ""
        yield from wrapped(f"{item.head}{about}" if item.head else "", after="  ")
        indent = "  " if item.head else ""
    for line in item.text.split("\n") if item.text else []:
        bullet = BULLET.match(line)
        yield from wrapped(line, indent, indent + " " * (len(bullet[0]) if bullet else 0)) or [""]


def wrapped(text: str, before: str = "", after: str = "") -> list[str]:
    """Return one paragraph as lines of 80 columns, counting characters of East Asia as two."""
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=before, subsequent_indent=after, break_long_words=False, break_on_hyphens=False
    )
    return [part for line in lines for part in _in_columns(line, after)]


def _in_columns(line: str, after: str) -> Iterator[str]:
    """Yield a line in parts that fit: one without spaces, such as a Japanese sentence, breaks anywhere; a link stays
    whole, since half of one leads nowhere."""
    is_link = "://" in line
    while cells(line) > WIDTH and not is_link:
        room, place = WIDTH, 0
        while place < len(line) and room >= (width := _cells_of(line[place])):
            room -= width
            place += 1
        yield line[:place].rstrip()
        line = after + line[place:].lstrip()
    yield line


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
