"""All of your search at a glance but the chart's own lines, arranged for a width: what stands beside what. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from textual.content import Content

from app.etiquette.frozen import dataclass, field
from app.etiquette.glance.numbers import Numbers
from app.etiquette.policy import Policy
from app.etiquette.steps.next_steps import Urgency
from app.hunt.glance import Ahead
from app.ui.glance import blocks
from app.ui.presentation import QUIET
from app.ui.registry.key_names import key_of

_THREE, _TWO = 150, 104
"""From these widths on, three or two columns stand side by side."""
_RULE = " │ "
_MOST_SOURCES = 5
_LEAST_COMING = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown, as far as it was read."""

    numbers: Numbers | None = None
    """None: they are being counted."""
    ahead: Ahead | None = None
    """None: it is being read."""
    lanes: int | None = None
    """How many lines the chart has; None: it is being read."""
    counted: int = 0
    """How many applications were counted so far, in a hundred."""
    urgencies: Mapping[Urgency, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether everything was read and there is nothing."""
        numbers, ahead = self.numbers, self.ahead
        return (
            numbers is not None
            and not (numbers.applied or numbers.saved)
            and not (ahead and ahead.things)
            and not self.lanes
        )


def _empty() -> Content:
    return Content(
        "Your search will appear here: how far your applications got, what the next two weeks bring, and a line through"
        f" time for each application. Press {key_of('add')} to add an application, or {key_of('take_in')} to import a"
        " spreadsheet."
    )


def head(shown: Shown, policy: Policy, now: datetime, zone: tzinfo, width: int) -> list[Content]:
    """Return the lines above the chart."""
    if shown.is_empty:
        return _empty().wrap(max(10, width))
    top = [*_far(shown, policy, width), Content("")]
    if width < _TWO:
        return [
            *top,
            *_next(shown, now, zone, width, _LEAST_COMING),
            Content(""),
            *_long(shown, policy, width),
            Content(""),
        ]
    if width < _THREE:
        left = width * 56 // 100
        columns = [([*_long(shown, policy, left), Content(""), *_where(shown, left)], left)]
    else:
        left, middle = width * 38 // 100, width * 25 // 100
        columns = [(_long(shown, policy, left), left), (_where(shown, middle), middle)]
    right = width - sum(cells + len(_RULE) for _, cells in columns)
    height = max(_LEAST_COMING, *(len(lines) for lines, _ in columns)) - 1
    return [*top, *_beside([*columns, (_next(shown, now, zone, right, height), right)]), Content("")]


def _beside(columns: Sequence[tuple[Sequence[Content], int]]) -> list[Content]:
    """Return columns of lines, each with its width, as lines with a rule between them."""
    rule = Content.styled(_RULE, "$foreground 30%")
    lines = []
    for place in range(max(len(column) for column, _ in columns)):
        parts = []
        for column, width in columns:
            line = column[place] if place < len(column) else Content("")
            parts.append(line.truncate(width).pad_right(max(0, width - line.cell_length)))
        lines.append(rule.join(parts))
    return lines


def _far(shown: Shown, policy: Policy, width: int) -> list[Content]:
    if shown.numbers is not None:
        return blocks.funnel(shown.numbers, policy, width)
    percent = f" {shown.counted}%" if shown.counted else ""
    return [blocks.title(blocks.HOW_FAR, width), Content.styled(f"Counting ...{percent}", QUIET)]


def _long(shown: Shown, policy: Policy, width: int) -> list[Content]:
    if shown.numbers is None or not shown.numbers.applied:
        return []
    return [blocks.title("How long replies took", width), *blocks.answers(shown.numbers, policy, width)]


def _where(shown: Shown, width: int) -> list[Content]:
    lines = blocks.sources(shown.numbers, width, _MOST_SOURCES) if shown.numbers else []
    return [blocks.title("Where you found them", width), *lines] if lines else []


def _next(shown: Shown, now: datetime, zone: tzinfo, width: int, most: int) -> list[Content]:
    heading = blocks.title("Next two weeks", width)
    if shown.ahead is None:
        return [heading, Content.styled("Reading ...", QUIET)]
    return [heading, *blocks.coming(shown.ahead, shown.urgencies, now, zone, width, most)]
