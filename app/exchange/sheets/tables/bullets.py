"""A list of applications, a line each behind a bullet, as people keep in notes: `- [x] Northwind - Tester - applied`.

Headings of Markdown may stand between the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.exchange.sheets.folding import plain
from app.exchange.sheets.tables.records import Record, record_of

_BULLET = re.compile(r"\s*(?:[-*+•◦▪‣–]|\d{1,3}[.)])\s+(?:\[(?P<tick>[ xX✓✔])\]\s*)?(?P<text>\S.*)")
_HEADING = re.compile(r"\s*(?:#{1,6}|\*{2,6}|={2,6})\s*\S")
_MIGHT_BE = re.compile(r"\s*[-*+•◦▪‣–#=\d]")
_JOINTS = (" | ", " - ", " – ", " — ", " · ", " / ", "; ", ": ", ", ")
"""What stands between the parts of a line; the first that most lines have is the one."""
_MOSTLY = 0.6
_FEWEST = 2
_SAMPLE = 60
_NOT_DONE = "not applied"


def listed(text: str) -> list[Record] | None:
    """Return the lines of a list as rows, None when the text is none.

    Where boxes are ticked, one that is not says that it was not applied for, in a cell of its own.
    """
    if not _MIGHT_BE.match(text):
        return None
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    sample = lines[:_SAMPLE]
    bullets = [match for _, line in sample if (match := _BULLET.fullmatch(line)) is not None]
    others = [line for _, line in sample if not _BULLET.fullmatch(line) and not _HEADING.match(line)]
    if len(bullets) < _FEWEST or len(others) > 1:
        return None
    joint = _joint([match["text"] for match in bullets])
    if joint is None:
        return None
    is_ticked = any((match["tick"] or " ").strip() for match in bullets)
    records = (record_of(number, _cells(line, joint, is_ticked=is_ticked)) for number, line in lines)
    return [record for record in records if record is not None]


def _joint(texts: Sequence[str]) -> str | None:
    """What stands between the parts of most lines."""
    counts = Counter(joint for text in texts for joint in _JOINTS if joint in text)
    return next((joint for joint in _JOINTS if counts[joint] >= len(texts) * _MOSTLY), None)


def _cells(line: str, joint: str, *, is_ticked: bool) -> list[str]:
    match = _BULLET.fullmatch(line)
    if match is None:
        return [line.strip()]
    cells = [cell.strip(" *_`") for cell in match["text"].split(joint)]
    tick = match["tick"]
    if is_ticked and tick is not None and not tick.strip() and not plain(cells[-1]).startswith("not "):
        cells.append(_NOT_DONE)
    return cells
