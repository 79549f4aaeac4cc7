"""The due list: what can be done now, most urgent first, and below it what is coming up, by day."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from datetime import datetime, tzinfo

from textual.content import Content

from app.etiquette.records import StepName
from app.etiquette.steps.grouping import Group, group_of, week_ends
from app.etiquette.steps.next_steps import Urgency
from app.etiquette.text import searchable
from app.etiquette.time.dates import local_day
from app.hunt.due import Due
from app.hunt.in_texts import NO_HITS, Hits, Where, anywhere, where_hit
from app.hunt.snapshot import PipelineRow, Snapshot
from app.ui.due_lines import company_column, due_row, heading_row, longest_company
from app.ui.presentation import nothing_matches, pipeline_row
from app.ui.registry.key_names import key_of
from app.ui.widgets.arranged_list import ArrangedList, Arranging, turns
from app.ui.widgets.row_list import TURN

NEAR = 30
"""Rows before the last one within which more are read, if there are more."""


Row = Group | Due | str | PipelineRow
"""A heading, a step, the heading of what is found elsewhere, or one of those applications."""
_ELSEWHERE = "Elsewhere in your pipeline"
_BEGINNINGS = (("add", "add your first one"), ("take_in", "import a spreadsheet or mail"), ("help", "help"))
"""Commands, and what they do for somebody who has nothing yet, in 40 columns."""


class DueList(ArrangedList[Row]):
    """Rows are steps under the headings of their days."""

    def __init__(self, clock: Callable[[], datetime], zone: tzinfo):
        super().__init__(
            self._drawn,
            _key,
            id="due-list",
            selectable=lambda row: not isinstance(row, str),
            empty=self._nothing,
        )
        self._clock, self._zone = clock, zone
        self._snapshot = Snapshot()
        self._longest = 0
        """The cells of the longest company's name."""
        self._texts: list[str] = []
        """What a search looks in, step by step, as far as it was needed yet."""
        self.shows_waiting = True
        """Whether what is coming up stands below what can be done now."""
        self.sought = ""
        self._marks: frozenset[Hashable] = frozenset()
        """The keys of marked steps, also of those that a search or `.` keeps out of the list."""
        self._everything: Sequence[PipelineRow] = ()
        """All applications, while one finds: those without a step that matches are found as well."""
        self._hits: Hits = NO_HITS
        """In which texts the words occur that are sought."""

    def show_screen(self, snapshot: Snapshot) -> None:
        """Show the steps of a snapshot, as filtered."""
        self._show(snapshot)

    def _show(self, snapshot: Snapshot, *, to_first: bool = False) -> None:
        if snapshot is not self._snapshot:
            self._snapshot, self._texts = snapshot, []
            self._longest = longest_company(snapshot.due)
            if self._marks:
                self._marks &= {due_key(item) for item in snapshot.due}
        self.show_arranged(self._narrowed(), len(snapshot.due), to_first=to_first)

    def _drawn(self, row: Row, width: int) -> Content:
        now = self._clock()
        if isinstance(row, Due):
            column = company_column(self._longest, width)
            return due_row(row, now, self._zone, width, column, is_marked=due_key(row) in self._marks)
        if isinstance(row, PipelineRow):
            return pipeline_row(row, local_day(now, self._zone).year, width, is_marked=row.is_archived)
        return heading_row(row, width)

    @property
    def due(self) -> Due | None:
        """The step under the cursor."""
        row = self.row
        return row if isinstance(row, Due) else None

    @property
    def steps(self) -> Iterable[Due]:
        """The steps that are listed."""
        return (row for row in self.rows if isinstance(row, Due))

    @property
    def marked(self) -> Sequence[Due]:
        """The listed steps that are marked, from above."""
        return [item for item in self.steps if due_key(item) in self._marks] if self._marks else ()

    def mark(self) -> None:
        """Mark the step under the cursor, or unmark it, and go on to the next row."""
        if self.due is not None:
            self._marks ^= {due_key(self.due)}
            self.redraw()
            self.action_move(1)

    def unmark(self, steps: Iterable[Due]) -> None:
        """Take the marks off some steps."""
        self._marks -= {due_key(item) for item in steps}
        self.redraw()

    def unmark_all(self) -> bool:
        """Take off every mark, also where the step is not listed; return whether there were any."""
        had_marks, self._marks = bool(self._marks), frozenset()
        if had_marks:
            self.redraw()
        return had_marks

    def show_at(self, rows: Sequence[Row], place: int | None) -> None:
        """List these rows; other rows are another number of marked ones, which stands around the list."""
        super().show_at(rows, place)
        if self._marks:
            self.post_message(self.Moved(self))

    def follows(self, old: Row, row: Row) -> bool:
        """Return whether the cursor stays on a step: not where it was put off, since the next one is to be done."""
        was_now = isinstance(old, Due) and old.step.is_now
        return not was_now or (isinstance(row, Due) and row.step.is_now)

    def _narrowed(self) -> Arranging[Sequence[Row]]:
        """Keep the steps that hold every word that is sought, else all that are to be seen, under their headings."""
        wanted = searchable(self.sought).split()
        steps, shown = self._snapshot.due, []
        for start in range(0, len(steps), TURN):
            some = steps[start : start + TURN]
            if not wanted:
                shown += [item for item in some if self.shows_waiting or item.step.is_now]
            else:
                self._texts += [_words(item) for item in some[len(self._texts) - start :]]
                texts = self._texts[start : start + TURN]
                shown += [item for item, text in zip(some, texts, strict=True) if all(word in text for word in wanted)]
            yield
        rows = yield from self._under_headings(shown)
        if wanted:
            listed = {item.step.application_id for item in shown}
            rows += yield from self._elsewhere(wanted, listed)
            rows += yield from self._in_texts(wanted, listed)
        return rows

    def _elsewhere(self, wanted: Sequence[str], listed: Container[int | None]) -> Arranging[list[Row]]:
        """Return the applications that hold every word and are not listed yet, under their heading."""
        rows: list[Row] = []
        for some in turns(self._everything):
            rows += [row for row in some if row.id not in listed and all(word in row.searchable for word in wanted)]
            yield
        return [_ELSEWHERE, *rows] if rows else []

    def _in_texts(self, wanted: Sequence[str], listed: Container[int | None]) -> Arranging[list[Row]]:
        """Return the applications of which only a text holds what is sought, under headings that say which."""
        by_where: dict[Where, list[Row]] = {where: [] for where in Where}
        candidates = anywhere(self._hits)
        for some in turns(self._everything) if candidates else ():
            for row in some:
                if row.id in candidates and row.id not in listed:
                    where = where_hit(row.id, row.searchable, wanted, self._hits)
                    if where is not None:
                        by_where[where].append(row)
            yield
        return [line for where, rows in by_where.items() if rows for line in (f"{where[:1].upper()}{where[1:]}", *rows)]

    def _under_headings(self, steps: Sequence[Due]) -> Arranging[list[Row]]:
        rows: list[Row] = []
        ends, group = week_ends(self._clock(), self._zone), None
        for some in turns(steps):
            for item in some:
                its_group = group_of(item.step, ends)
                if its_group is not group:
                    group = its_group
                    rows.append(group)
                rows.append(item)
            yield
        return rows

    def show_waiting(self, shown: bool) -> None:
        """Show or hide what waits for its day."""
        self.shows_waiting = shown
        self.show_screen(self._snapshot)

    def seek(self, text: str) -> None:
        """Narrow the list to steps that hold every word, and go to the first."""
        if text != self.sought:
            self.sought = text
            self._show(self._snapshot, to_first=bool(text.strip()))

    def seek_hits(self, hits: Hits) -> None:
        """List, below, the applications whose texts hold what is sought."""
        before, self._hits = self._hits, hits
        if hits != before and self.sought.strip():
            self._show(self._snapshot, to_first=self.row is None)

    def seek_in(self, everything: Sequence[PipelineRow]) -> None:
        """Find in all applications as well, from now on."""
        self._everything = everything
        if self.sought.strip():
            self._show(self._snapshot, to_first=True)

    def stop_seeking(self) -> None:
        """Show every step again."""
        self._everything, self._hits = (), NO_HITS
        self.seek("")

    @property
    def is_near_end(self) -> bool:
        """Whether the cursor stands within a screenful or two of the last row."""
        return self.cursor >= len(self.rows) - NEAR

    def _nothing(self) -> Content:
        if not self._snapshot.is_read:
            return Content("Checking what's due ...")
        if self.sought:
            return nothing_matches(self.sought)
        if not self._snapshot.total:
            begin = [_begin_with(key_of(command), what) for command, what in _BEGINNINGS]
            return Content("\n").join([Content("No applications yet."), Content(""), *begin])
        waiting = self._snapshot.count(Urgency.NOT_YET)
        if waiting:
            steps, them = ("1 step is", "it") if waiting == 1 else (f"{waiting} steps are", "them")
            return Content(f"Nothing to do now. {steps} coming up: press {key_of('waiting')} to show {them}.")
        return Content(f"Nothing to do, and nothing coming up. Press {key_of('add')} to add an application.")


def _begin_with(key: str, words: str) -> Content:
    return Content.assemble((f"{key:8}", "bold $accent"), words)


def _key(row: Row) -> Hashable:
    if isinstance(row, Due):
        return due_key(row)
    return row if isinstance(row, str) else ("application", row.id)


def due_key(item: Due) -> Hashable:
    """Return a key that identifies a step, also after the list is read anew."""
    step = item.step
    return step.application_id, step.name, step.person, step.interview


def _words(item: Due) -> str:
    return searchable(f"{item.company} {item.role} {item.person or ''} {_STEP_WORDS[item.step.name]}")


_STEP_WORDS = {name: name.replace("_", " ") for name in StepName}
