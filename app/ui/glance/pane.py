"""The pane of your search at a glance: reads it in portions in the store thread, and scrolls it line by line."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.worker import Worker

from app.etiquette.errors import AfterwordError, NotFoundError
from app.etiquette.frozen import replace
from app.etiquette.glance.lanes import Lane
from app.etiquette.glance.numbers import Numbers
from app.etiquette.time.dates import local_day
from app.hunt.glance import Ahead, Counting, count_some, read_ahead, read_lanes, read_order
from app.ui.glance import blocks, chart
from app.ui.glance.page import Shown, head
from app.ui.registry.here import Pane
from app.ui.registry.key_names import key_of
from app.ui.textual_.notices import tell
from app.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from app.hunt.snapshot import Snapshot
    from app.ui.view import View

PAGE = 64
"""Lines of the chart that are read at once: about a screen of them."""


class GlancePane(LineView, can_focus=True):
    """The numbers, what comes, and the chart, as one page of lines; the chart's dates stay in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page(1)", show=False, id="row_page_down"),
        Binding("left", "weeks(-1)", show=False),
        Binding("right", "weeks(1)", show=False),
    ]

    def __init__(self, view: View):
        super().__init__(id="glance")
        self.border_title = f"{key_of('glance')} Your search"
        self._view = view
        self.shown = Shown()
        """What is shown of what was read."""
        self.weeks = 0
        """How far the chart was moved from now, in weeks; negative: into the past."""
        self._order: list[int] = []
        self._lanes: dict[int, Lane] = {}
        self._wanted: set[int] = set()
        self._read_for: tuple[Snapshot, date] | None = None
        """The snapshot beside which what is shown was read, and its day; None: nothing was read, or not to its end."""
        self._head: tuple[int, list[Content]] | None = None

    def follow(self) -> None:
        """Read the search, unless it was read today and neither a verb nor time has changed anything since."""
        view = self._view
        if self._read_for is None or self._read_for[0] is not view.snapshot or self._read_for[1] != view.today:
            self._read_for = (view.snapshot, view.today)
            self._show(replace(self.shown, urgencies=view.snapshot.counts))
            _: Worker[None] = self.run_worker(self._read(view.now), group="count", exclusive=True)

    def move_weeks(self, weeks: int) -> None:
        """Move the chart by so many weeks, into the past when negative."""
        self.weeks = max(-520, min(520, self.weeks + weeks))
        self.refresh()

    def action_weeks(self, weeks: int) -> None:
        """Move the chart."""
        self.move_weeks(weeks)

    def action_move(self, by: int) -> None:
        """Scroll by so many lines."""
        self.scroll_relative(y=by, animate=False, force=True)

    def action_page(self, by: int) -> None:
        """Scroll by so many screenfuls."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False, force=True)

    def action_go(self, place: int) -> None:
        """Go to the first line (0), with the chart around now, or to the last one."""
        if not place:
            self.move_weeks(-self.weeks)
        self.scroll_to(y=self.max_scroll_y if place else 0, animate=False, force=True)

    async def _read(self, now: datetime) -> None:
        """Read what comes and the order of the chart, then count in portions; show each as soon as it is there."""
        view = self._view
        policy = view.settings.policy
        try:
            order = await view.desk.read(read_order)
            ahead = None
            if view.snapshot.is_read:  # else it is being worked out, and another snapshot will follow
                ahead = await view.desk.read(lambda c: read_ahead(c, policy, now))
            self._order, self._lanes, self._wanted = order, {}, set()
            self._show(replace(self.shown, ahead=ahead, lanes=len(order)))
            counting = Counting(policy, now)
            after: int | None = 0
            last = max(order, default=1)
            while after is not None:
                after = await view.desk.read(partial(count_some, counting=counting, after=after))
                if view.screen.pane is not Pane.GLANCE or not self.is_mounted:
                    self._read_for = None
                    return
                if after is not None:
                    self._show(replace(self.shown, counted=min(99, after * 100 // last)))
            self._show(replace(self.shown, numbers=counting.numbers()))
        except NotFoundError:  # there is no database yet
            self._order = []
            self._show(replace(self.shown, numbers=Numbers(), ahead=Ahead(), lanes=0))
        except AfterwordError as error:
            self._read_for = None
            tell(view.dashboard, str(error), "error")

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        self._head = None
        self._measure()
        self.refresh()

    def _measure(self) -> None:
        self.virtual_size = Size(0, len(self._above()) + len(self._order))

    def on_resize(self) -> None:
        self._head = None
        self._measure()

    def _above(self) -> list[Content]:
        """Return the lines above the chart's own, the axis last if there is a chart."""
        width = self._width
        if self._head is None or self._head[0] != width:
            view = self._view
            now = view.now
            lines = head(self.shown, view.settings.policy, now, view.zone, width)
            if self._order:
                lines += [blocks.title("Through time", width), *chart.legend(width), Content("")]
            self._head = (width, lines)
        return self._head[1]

    @property
    def _width(self) -> int:
        return max(10, self.scrollable_content_region.width)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget; where the dates are scrolled out, the first one shows them."""
        above, width = self._above(), self._width
        place = y + self.scroll_offset.y
        is_axis = self._order and (place == len(above) - 1 or (y == 0 and place >= len(above)))
        if is_axis:
            return self._strip_of(chart.axis(self._first, self._today, width), width, self.visual_style)
        if place < len(above):
            return self._strip_of(above[place], width, self.visual_style)
        if place - len(above) < len(self._order):
            return self._strip_of(self._lane_line(place - len(above), width), width, self.visual_style)
        return Strip.blank(width, self.rich_style)

    @property
    def _today(self) -> date:
        return local_day(self._view.now, self._view.zone)

    @property
    def _first(self) -> date:
        return chart.first_day(self._today, self._width, self.weeks)

    def _lane_line(self, place: int, width: int) -> Content:
        lane = self._lanes.get(self._order[place])
        if lane is None:
            self._want(place // PAGE)
            return Content("")
        return chart.lane_line(lane, self._first, self._today, width)

    def _want(self, page: int) -> None:
        """Read a page of the chart's lines, unless that is being done."""
        if page not in self._wanted:
            self._wanted.add(page)
            _: Worker[None] = self.run_worker(self._read_page(page), group="lanes")

    async def _read_page(self, page: int) -> None:
        view = self._view
        ids = self._order[page * PAGE : (page + 1) * PAGE]
        policy, now = view.settings.policy, view.now
        try:
            self._lanes |= await view.desk.read(lambda c: read_lanes(c, ids, policy, now))
        except AfterwordError as error:
            tell(view.dashboard, str(error), "error")
        self.refresh()
