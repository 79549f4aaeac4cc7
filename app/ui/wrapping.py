"""Sentences in lines: none ends with one word alone. Pure; widths are in terminal cells."""

from __future__ import annotations

from textual.content import Content


def wrapped(text: Content, width: int) -> list[Content]:
    """Return a text as lines of at most `width` cells. Where one word would be left for the last line, the line before
    gives it company."""
    lines = [line.rstrip() for line in text.wrap(width)]
    if len(lines) < 2 or " " in lines[-1].plain or f"{lines[-2].plain} {lines[-1].plain}" not in text.plain:
        return lines
    evener = Content.assemble(lines[-2], " ", lines[-1]).wrap(max(1, lines[-2].cell_length - 1))
    if len(evener) == 2 and " " in evener[0].rstrip().plain:
        lines[-2:] = [line.rstrip() for line in evener]
    return lines


def hints(keys: str, width: int) -> Content:
    """Return keys and what they do, two spaces between them, as lines of at most `width` cells: a key stays with what
    it does."""
    lines = [""]
    for key in keys.split("  "):
        longer = f"{lines[-1]}  {key}" if lines[-1] else key
        if Content(longer).cell_length <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(key)
    return Content("\n".join(lines))
