"""The chart of your search at a glance: a line an application, a cell a day, past and future around now. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from textual.content import Content

from app.etiquette.glance.lanes import Lane, Mark
from app.etiquette.time.dates import add_days, say_date
from app.ui.presentation import QUIET, shortened_to

MARKS = {
    Mark.APPLIED: ("+", "", "applied"),
    Mark.INTERVIEW: ("◆", "bold $accent", "interview"),
    Mark.PLANNED: ("◇", "bold $accent", "planned"),
    Mark.MISSED: ("✗", "$error", "missed"),
    Mark.LETTER: ("✉", "$primary", "letter"),
    Mark.REPLY: ("↩", "$primary", "reply"),
    Mark.DECISION: ("▽", "$warning", "decision date"),
    Mark.OFFER: ("★", "bold $success", "offer"),
    Mark.ENDED: ("■", "$error", "ended"),
}
"""Mark -> its character, its style, its name in the legend."""
_WINDOW = ("░", "$success", "follow up")
_GOES_ON = "─"
_NOW = "│"
_DAY = timedelta(days=1)
_A_WEEK = 7


def name_width(width: int) -> int:
    """Return how many cells the companies' names take at the left."""
    return max(8, min(24, width // 5))


def first_day(today: date, width: int, weeks: int) -> date:
    """Return the day of the chart's first cell: today stands two thirds of the way to the right.

    Args:
        weeks: how many weeks the chart was moved into the future, negative into the past.
    """
    return add_days(today, weeks * _A_WEEK - (width - name_width(width)) * 2 // 3)


def legend(width: int) -> list[Content]:
    """Return what the marks mean, in as many lines as it takes."""
    entries = [*MARKS.values(), _WINDOW]
    lines: list[list[Content]] = [[]]
    used = 0
    for mark, style, name in entries:
        cells = len(name) + 4
        if used + cells > width and lines[-1]:
            lines.append([])
            used = 0
        lines[-1] += [Content.styled(f"{mark} ", style), Content.styled(f"{name}  ", QUIET)]
        used += cells
    return [Content.assemble(*line).truncate(max(0, width)) for line in lines]


def axis(first: date, today: date, width: int) -> Content:
    """Return the line of dates above the chart: each Monday's where there is room, and now."""
    name = name_width(width)
    cells = [" "] * max(0, width - name)
    now = (today - first).days
    place = (-first.weekday()) % _A_WEEK
    while place < len(cells):
        monday = first + _DAY * place
        words = say_date(monday, monday.year)
        if place + len(words) < len(cells) and not now - len(words) - 1 <= place <= now + 4:
            cells[place : place + len(words)] = words
        place += _A_WEEK
    parts = [Content(" " * name), Content.styled("".join(cells), QUIET)]
    if 0 <= now < len(cells):
        start = max(0, min(now - 1, len(cells) - 3))
        parts = [
            Content(" " * name),
            Content.styled("".join(cells[:start]), QUIET),
            Content.styled("now", "bold $accent"),
            Content.styled("".join(cells[start + 3 :]), QUIET),
        ]
    return Content.assemble(*parts).truncate(max(0, width), pad=True)


def lane_line(lane: Lane, first: date, today: date, width: int) -> Content:
    """Return the line of one application."""
    name = name_width(width)
    cells = _cells(lane, first, today, max(0, width - name))
    parts = [shortened_to(lane.company, name - 1).stylize("" if lane.ending else "bold"), Content(" ")]
    start = 0
    for place in range(1, len(cells) + 1):  # neighbors of one style are one piece
        if place == len(cells) or cells[place][1] != cells[start][1]:
            parts.append(Content.styled("".join(mark for mark, _ in cells[start:place]), cells[start][1]))
            start = place
    return Content.assemble(*parts).truncate(max(0, width), pad=True)


def _cells(lane: Lane, first: date, today: date, count: int) -> list[tuple[str, str]]:
    """Return a character and its style for each day."""
    cells = [(" ", "")] * count

    def fill(begins: date, ends: date, cell: tuple[str, str]) -> None:
        for place in range(max(0, (begins - first).days), min(count - 1, (ends - first).days) + 1):
            cells[place] = cell

    if lane.begins is not None:
        fill(lane.begins, lane.ends or today, (_GOES_ON, QUIET))
    if lane.window is not None:
        opens, until = lane.window
        fill(opens, until or add_days(first, count), _WINDOW[:2])
    now = (today - first).days
    if 0 <= now < count:
        cells[now] = (_NOW, "$accent")
    for day, mark in lane.marks:
        place = (day - first).days
        if 0 <= place < count:
            cells[place] = MARKS[mark][:2]
    _write_ending(lane, first, cells)
    _point_outside(lane, first, cells)
    return cells


def _write_ending(lane: Lane, first: date, cells: list[tuple[str, str]]) -> None:
    """Write how it ended behind its last mark, where there is room for all of it."""
    if not lane.ending or lane.ends is None:
        return
    place = (max([lane.ends, *(day for day, _ in lane.marks)]) - first).days + 2
    if place >= 0 and place + len(lane.ending) <= len(cells):
        for n, letter in enumerate(lane.ending):
            if cells[place + n][0] in (" ", _NOW):
                cells[place + n] = (letter, QUIET)


def _point_outside(lane: Lane, first: date, cells: list[tuple[str, str]]) -> None:
    """Show on which side everything is that a line has, where nothing of it is to be seen."""
    places = [(day - first).days for day, _ in lane.marks]
    if not cells or not places:
        return
    if max(places) < 0 and cells[0][0] == " ":
        cells[0] = ("‹", QUIET)
    elif min(places) >= len(cells):
        cells[-1] = ("›", QUIET)
