"""The parts of an interview's sheet as styled text. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from app.etiquette.sheet.plain import BULLET, HowTo, Item, Part, Section
from app.ui.presentation import QUIET
from app.ui.registry.key_names import key_of
from app.ui.wrapping import wrapped

_LABEL = 12
_APART = (Part.SENT, Part.SO_FAR)
"""Between whose items there is an empty line: they are texts."""


def how_to() -> HowTo:
    """Return what the dashboard says where a part of a sheet is empty, with its keys."""
    return HowTo(
        people=f"Nobody is named for this interview yet. Press esc, then {key_of('interview')}, to name them.",
        questions="No questions yet. Press a to add one, or s to choose from some that are worth asking.",
        posting="No posting is saved. Press J to paste or import it.",
        linked="No posting is saved. Press J to get it from its link, paste it, or import a saved page.",
        rounds="Nothing yet: this is the first round.",
        sent="Nothing that you sent is on record. Press F to attach your CV; letters that you send are kept here.",
    )


def part_text(part: Part, section: Section, width: int) -> Content:
    """Return one part of a sheet in lines of `width` cells: its title, then what is in it, or how to fill it."""
    lines = [Content.styled(part.value, "bold $accent")]
    for place, item in enumerate(section.items):
        if place and part in _APART:
            lines.append(Content(""))
        lines += _item(part, item, width)
    if not section.items:
        lines += wrapped(Content.styled(section.empty, QUIET), max(8, width))
    return Content("\n").join(lines)


def _item(part: Part, item: Item, width: int) -> Iterator[Content]:
    if part is Part.WHEN:
        text = Content.styled(item.text, "bold" if item.mark in ("When", "Begins", "Now") else "")
        label = Content.styled(item.mark.ljust(_LABEL), QUIET)
        for line in wrapped(text, max(8, width - _LABEL)):
            yield Content.assemble(label, line)
            label = Content(" " * _LABEL)
        return
    if item.head:
        about = Content.styled(f"  {item.mark}" if item.mark else "", QUIET)
        yield from wrapped(Content.assemble(Content.styled(item.head, "bold"), about), max(8, width))
    indent = 2 if item.head and part is not Part.POSTING else 0
    for paragraph in item.text.split("\n") if item.text else []:
        bullet = BULLET.match(paragraph)
        hanging = len(bullet[0]) if bullet else 0
        for place, line in enumerate(wrapped(Content(paragraph), max(8, width - indent - hanging))):
            yield Content.assemble(" " * (indent + (hanging if place else 0)), line)
