"""The pipeline: every application by stage, folded, sorted and narrowed as one types."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from textual.content import Content

from app.etiquette.stages import STAGE_TITLES, Stage
from app.etiquette.text import searchable
from app.hunt.in_texts import NO_HITS, Hits, Where, anywhere, where_hit
from app.hunt.snapshot import PipelineRow
from app.ui.presentation import group_row, nothing_matches, pipeline_row
from app.ui.registry.key_names import key_of
from app.ui.widgets.arranged_list import ArrangedList, Arranging, sort_in_turns, turns


class Group(NamedTuple):
    """The heading of a stage, of interviews ahead, or of what is archived."""

    lane: Lane
    size: int
    is_folded: bool


AHEAD, ARCHIVED = "interview ahead", "archived"
Lane = Stage | str
"""What rows stand under: an interview to come whatever the stage, else the stage; what is archived stands apart, and
while one finds, what only a text holds."""
Row = Group | PipelineRow
_FAR = date.max

SORTS: tuple[tuple[str, Callable[[PipelineRow], Any], bool], ...] = (
    ("last activity", attrgetter("touched"), True),
    ("company", attrgetter("searchable"), False),
    ("decision date", lambda row: row.reply_by or _FAR, False),
    ("priority", attrgetter("priority"), True),
)
"""The orders within a stage: what they are called, by what, and whether the largest comes first."""

_ORDER: tuple[Lane, ...] = (
    AHEAD,
    Stage.INTERVIEWED,
    Stage.THANKED,
    Stage.WAITING,
    Stage.FOLLOWED_UP,
    Stage.APPLIED,
    Stage.OUTCOME,
    ARCHIVED,
    *Where,
)
"""What is under way first, what has ended and what is archived last; in the end what only a text holds, by which."""
_DAY: Callable[[PipelineRow], Any] = attrgetter("interview")
_DAY_SHOWN = dict.fromkeys((Stage.INTERVIEWED, Stage.THANKED, Stage.WAITING, Stage.FOLLOWED_UP), "decision date") | {
    AHEAD: "interview"
}
"""What the day at the end of a lane's rows is."""


class Pipeline(ArrangedList[Row]):
    """Rows are applications under the headings of their stages."""

    def __init__(self, today: Callable[[], date]):
        super().__init__(
            lambda row, width: self._drawn(row, today().year, width), _key, id="pipeline-list", empty=self._nothing
        )
        self._all: Sequence[PipelineRow] = ()
        self._folded: set[Lane] = {ARCHIVED}
        """The groups of which only the heading is shown: at first what is archived."""
        self._sort = 0
        self.sought = ""
        self._hits: Hits = NO_HITS
        """In which texts the words occur that are sought."""

    @property
    def application_id(self) -> int | None:
        """The application under the cursor."""
        row = self.row
        return row.id if isinstance(row, PipelineRow) else None

    def lands_on(self, row: Row) -> bool:
        """Return whether it is an application: a search goes past the headings."""
        return isinstance(row, PipelineRow)

    def show_all(self, rows: Sequence[PipelineRow]) -> None:
        """Show these applications, the archived ones last; at first with the cursor on the first of them."""
        self._all = rows
        self._arrange(to_first=self.row is None)

    def seek(self, text: str) -> None:
        """Narrow the list to applications that hold every word, archived or not, and go to the first."""
        if text != self.sought:
            self.sought = text
            self._hits = self._hits if text.strip() else NO_HITS
            self._arrange(to_first=bool(text.strip()))

    def seek_hits(self, hits: Hits) -> None:
        """List, below, the applications whose texts hold what is sought."""
        before, self._hits = self._hits, hits
        if hits != before and self.sought.strip():
            self._arrange(to_first=self.row is None)

    def sort_next(self) -> str:
        """Sort in the next order and return how it is called."""
        self._sort = (self._sort + 1) % len(SORTS)
        self._arrange()
        return SORTS[self._sort][0]

    def fold(self) -> None:
        """Fold or unfold the group under the cursor."""
        row = self.row
        if row is not None and not self.sought.strip():
            lane = _lane_of(row)
            self._folded ^= {lane}
            self._arrange()
            self.select(("group", lane))

    def select_application(self, application_id: int) -> bool:
        """Put the cursor on an application, its group unfolded, and return whether there is one."""
        row = next((row for row in self._all if row.id == application_id), None)
        if row is not None and _lane_of(row) in self._folded and not self.sought.strip():
            self._folded -= {_lane_of(row)}
            self._arrange()
        return self.select(application_id)

    def _arrange(self, *, to_first: bool = False) -> None:
        self.show_arranged(self._arranged(), len(self._all), to_first=to_first)

    def _arranged(self) -> Arranging[Sequence[Row]]:
        """Narrow, sort and group the rows."""
        wanted = searchable(self.sought).split()
        _, by, is_descending = SORTS[self._sort]
        by_lane: dict[Lane, list[PipelineRow]] = {lane: [] for lane in _ORDER}
        candidates = anywhere(self._hits)
        for some in turns(self._all):
            for row in some:
                if all(word in row.searchable for word in wanted):
                    by_lane[_lane_of(row)].append(row)
                elif row.id in candidates and (where := where_hit(row.id, row.searchable, wanted, self._hits)):
                    by_lane[where].append(row)
            yield
        for lane, members in by_lane.items():
            soonest_first = lane is AHEAD and self._sort == 0
            yield from sort_in_turns(
                members, _DAY if soonest_first else by, reverse=is_descending and not soonest_first
            )
        rows: list[Row] = []
        for lane, members in by_lane.items():
            if members:
                is_folded = lane in self._folded and not wanted
                rows.append(Group(lane, len(members), is_folded))
                rows += () if is_folded else members
        return rows

    def _nothing(self) -> Content:
        if self.sought:
            return nothing_matches(self.sought)
        return Content(
            f"No applications yet. Press {key_of('add')} to add one, or {key_of('take_in')} to import a spreadsheet."
        )

    def _drawn(self, row: Row, year: int, width: int) -> Content:
        if isinstance(row, Group):
            title = STAGE_TITLES[row.lane] if isinstance(row.lane, Stage) else row.lane
            return group_row(title, row.size, row.is_folded, width, _DAY_SHOWN.get(row.lane, ""))
        return pipeline_row(row, year, width, is_marked=row.is_archived)


def _lane_of(row: Row) -> Lane:
    """Return under which heading a row stands."""
    if isinstance(row, Group):
        return row.lane
    return ARCHIVED if row.is_archived else AHEAD if row.interview else row.stage


def _key(row: Row) -> Hashable:
    return ("group", row.lane) if isinstance(row, Group) else row.id
