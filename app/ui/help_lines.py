"""The help screen's lines: what the keys do here first, every other one by group, what the marks mean.

Pure; widths are in terminal cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from app.etiquette.steps.next_steps import Urgency
from app.etiquette.steps.wording import MARKS, URGENCY_TITLES
from app.etiquette.text import searchable
from app.ui.presentation import PRIORITY_MARKS, QUIET, STYLES
from app.ui.registry.commands import COMMANDS, Command, groups, shown_keys
from app.ui.registry.here import Place
from app.ui.registry.key_names import key_of

_KEYS, _GAP, _TWO = 11, 3, 96
"""Cells for the keys, those between two columns, and those from which on there are two."""

PLACE_TITLES = {
    Place.DUE: "In the due list",
    Place.PIPELINE: "In the pipeline",
    Place.TIMELINE: "On the timeline",
    Place.DRAFT: "In a draft",
    Place.SENT: "In a sent letter",
    Place.CARD: "In the details",
    Place.GLANCE: "Your search at a glance",
}
_MOVING = (
    ("j k ↓ ↑", "Move, or scroll a text", "", ("row_down", "row_up")),
    ("g G", "Go to the beginning or the end", "; home and end work, too", ("row_first", "row_last")),
    ("pgup pgdn", "Move by a screenful", "", ("row_page_up", "row_page_down")),
    ("tab", "Go to the next pane", "", ("next_pane",)),
)
"""The usual keys, what they do, what is added as long as they are the usual ones, and the names of their bindings."""
_MARKS = (
    *((MARKS[urgency], f"{URGENCY_TITLES[urgency]}") for urgency in Urgency),
    ("◇", "an interview, or something else coming up"),
    ("◆ ✉ ↩", "interview held, letter sent, they replied"),
    ("✎ ■ □", "note, outcome, reopened"),
    ("+ ● ▽", "applied, next stage reached, decision date"),
    ("✗", "an interview that was missed or canceled"),
    (" ".join(mark for mark in PRIORITY_MARKS if mark), "priority: low, medium, high"),
    ("▾ ▸", "group open, group folded"),
    ("✓ ! ✗ ?", "check passed, look again, failed, can't tell"),
)


class _Group(NamedTuple):
    title: str
    lines: tuple[tuple[str, str, str], ...]
    """(keys, what they do, the style of the keys)."""


def _moving(keys: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the keys that move, the user's own where there are any, and what they do."""
    for usual, words, remark, ids in _MOVING:
        own = " ".join(keys[name].replace(",", " ") for name in ids if name in keys)
        yield own or usual, f"{words}{'' if own else remark}.", "bold $accent"


def help_lines(place: Place, keys: Mapping[str, str], width: int, sought: str = "") -> Sequence[Content]:
    """Return the help as lines.

    Args:
        place: what has the keys; its own commands come first.
        keys: the user's own keys, by command.
        sought: the words that are sought: what holds them all is left.
    """
    here = [command for command in COMMANDS if place in command.footer]
    parts = [_group(PLACE_TITLES[place], here, keys)]
    parts.append(
        _Group(
            "Lists and texts",
            tuple(_moving(keys)),
        )
    )
    for title, commands in groups().items():
        others = [command for command in commands if command not in here]
        if others:
            parts.append(_group(title, others, keys))
    styles = {MARKS[urgency]: STYLES[urgency] for urgency in Urgency}
    parts.append(_Group("Marks", tuple((mark, words, styles.get(mark, "$accent")) for mark, words in _MARKS)))
    if wanted := searchable(sought).split():
        return _column(_narrowed(parts, wanted), width) or [
            Content(f"No key matches. Press {key_of('leave')} to see every one.")
        ]
    if width < _TWO:
        return _column(parts, width)
    cells = (width - _GAP) // 2
    heights = [len(_column([part], cells)) + 1 for part in parts]
    cut = min(range(1, len(parts)), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
    left, right = _column(parts[:cut], cells), _column(parts[cut:], cells)
    height, none = max(len(left), len(right)), Content("")
    padded = [(column + [none] * (height - len(column))) for column in (left, right)]
    return [
        Content.assemble(one.pad_right(cells + _GAP - one.cell_length), other)
        for one, other in zip(*padded, strict=True)
    ]


def _narrowed(parts: Sequence[_Group], wanted: Sequence[str]) -> list[_Group]:
    """Return the lines that hold every word, together with their keys and the title above them."""
    narrowed = []
    for part in parts:
        texts = [searchable(f"{keys} {words} {part.title}") for keys, words, _ in part.lines]
        lines = [line for line, text in zip(part.lines, texts, strict=True) if all(word in text for word in wanted)]
        if lines:
            narrowed.append(_Group(part.title, tuple(lines)))
    return narrowed


def _group(title: str, commands: Sequence[Command], own: Mapping[str, str]) -> _Group:
    return _Group(
        title, tuple((" ".join(shown_keys(command, own)), command.help, "bold $accent") for command in commands)
    )


def _column(parts: Sequence[_Group], width: int) -> list[Content]:
    """Return groups below one another, what the keys do wrapped beside them."""
    lines: list[Content] = []
    for part in parts:
        lines += [Content("")] if lines else []
        lines.append(Content.styled(part.title, "bold $primary"))
        for keys, words, style in part.lines:
            head = Content.styled(f" {keys} ".ljust(_KEYS + 1), style)
            rest = Content.styled(words, "" if style != QUIET else QUIET).wrap(max(8, width - _KEYS - 1))
            if head.cell_length > _KEYS + 1:  # many keys: what they do begins below
                lines.append(head)
                head = Content(" " * (_KEYS + 1))
            for line in rest:
                lines.append(Content.assemble(head, line.rstrip()))
                head = Content(" " * (_KEYS + 1))
    return lines
