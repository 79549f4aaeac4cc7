"""The due list's lines, drawn from records: steps, interviews to come, headings. Pure; widths are in terminal cells."""

from __future__ import annotations

from datetime import datetime, tzinfo

from textual.content import Content

from app.etiquette.steps.next_steps import Urgency
from app.etiquette.steps.wording import MARKS, URGENCY_TITLES, is_interview_ahead, round_of, say_what, say_when
from app.hunt.due import Due
from app.ui.presentation import CHOSEN, STYLES, shortened_to

INTERVIEW_MARK = "◇"
_COMPANY, _LEAST_COMPANY = 22, 8
"""Cells for a company's name: at most, and at least where what to do needs the room."""
_ROOMY = 60
"""Cells from which on names have all the room that they may take."""
_SHORT_WHEN = len("until tomorrow")
_WHOLE = "Your search"
"""What stands in the place of a company where a step is about all of them."""


def due_row(item: Due, now: datetime, zone: tzinfo, width: int, *, is_marked: bool = False) -> Content:
    """Return one line of the due list: mark, company, what to do, how soon.

    The companies stand in a column, which a long name leaves where there is room. How soon is said in fewer words
    before a name is cut, and names give way before what to do, at their middle.
    """
    step = item.step
    style = STYLES[step.urgency]
    ahead = is_interview_ahead(step)
    mark = INTERVIEW_MARK if ahead else MARKS[step.urgency]
    what = f"Round {round_of(step)}" if ahead else say_what(step, item.person)
    column = _COMPANY if width >= _ROOMY else max(_LEAST_COMPANY, width // 4)
    company = max(column, min(_COMPANY, Content(item.company or _WHOLE).cell_length))
    needed, left = Content(what).cell_length, max(0, width - 4)  # the mark and the two gaps
    room = max(left - company - needed, min(_SHORT_WHEN, left - _LEAST_COMPANY - needed), 0)
    when = say_when(step, now, zone, room) or URGENCY_TITLES[Urgency.OPEN]
    company = max(_LEAST_COMPANY, min(company, left - needed - len(when)))
    room = max(0, left - company - len(when))
    return Content.assemble(
        Content.styled(mark, "$accent" if ahead else style),
        Content.styled(CHOSEN, "bold $accent") if is_marked else " ",
        shortened_to(item.company or _WHOLE, company).stylize("bold"),
        " ",
        shortened_to(what, room),
        Content.styled(f" {when}", style),
    ).truncate(max(0, width), pad=True)


def heading_row(title: str, width: int) -> Content:
    """Return the heading of a group of steps."""
    return Content.styled(title, "bold $primary").truncate(max(0, width), pad=True)
