"""The due list's lines, drawn from records: steps, interviews to come, headings. Pure; widths are in terminal cells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from rich.cells import cell_len
from textual.content import Content

from app.etiquette.steps.next_steps import Urgency
from app.etiquette.steps.wording import MARKS, URGENCY_TITLES, is_interview_ahead, round_of, say_what, say_when
from app.hunt.due import Due
from app.ui.presentation import CHOSEN, STYLES, shortened_to

INTERVIEW_MARK = "◇"
_LONGEST_COMPANY, _LEAST_COMPANY = 22, 8
"""Cells for a company's name: at most, and at least where what to do needs the room."""
_WHAT_AND_WHEN = 26
"""Cells that the column of companies leaves in a narrow list: enough for most steps, `Thank Omar Haddad 23 h left`."""
_ROOMY = 60
"""Cells from which on days are said with their weekday and date."""
_MARK_AND_GAPS = 4
_WHOLE = "Your search"
"""What stands in the place of a company where a step is about all of them."""


def longest_company(steps: Iterable[Due]) -> int:
    """Return the cells of the longest of some companies' names, of what a column may give them."""
    longest = 0
    for item in steps:
        longest = max(longest, cell_len(item.company or _WHOLE))
        if longest >= _LONGEST_COMPANY:
            return _LONGEST_COMPANY
    return longest


def company_column(longest: int, width: int) -> int:
    """Return the cells of the column of companies, one for all rows of a list, so that what to do begins at one place.

    Args:
        longest: see `longest_company`.
        width: of the list.
    """
    return max(_LEAST_COMPANY, min(longest, max(width // 4, width - _MARK_AND_GAPS - _WHAT_AND_WHEN)))


def due_row(item: Due, now: datetime, zone: tzinfo, width: int, column: int, *, is_marked: bool = False) -> Content:
    """Return one line of the due list: mark, company, what to do, how soon.

    What to do begins behind the column of companies, and how soon ends at the right edge. Where that is too much for a
    row, how soon is said in fewer words, then the names give way at their middle: the company's, then the person's.

    Args:
        column: the cells for companies.
    """
    step = item.step
    style = STYLES[step.urgency]
    ahead = is_interview_ahead(step)
    mark = INTERVIEW_MARK if ahead else MARKS[step.urgency]
    what = f"Round {round_of(step)}" if ahead else say_what(step, item.person)
    left, needed = max(0, width - _MARK_AND_GAPS), cell_len(what)
    room = max(0, left - column - needed)
    when = say_when(step, now, zone, room, is_brief=width < _ROOMY) or URGENCY_TITLES[Urgency.OPEN]
    company = max(_LEAST_COMPANY, min(column, left - needed - len(when)))
    return Content.assemble(
        Content.styled(mark, "$accent" if ahead else style),
        Content.styled(CHOSEN, "bold $accent") if is_marked else " ",
        shortened_to(item.company or _WHOLE, company).stylize("bold"),
        " ",
        shortened_to(what, max(0, left - company - len(when))),
        Content.styled(f" {when}", style),
    ).truncate(max(0, width), pad=True)


def heading_row(title: str, width: int) -> Content:
    """Return the heading of a group of steps."""
    return Content.styled(title, "bold $primary").truncate(max(0, width), pad=True)
