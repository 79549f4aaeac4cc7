"""What surrounds the panes: header, tabs, titles, the reason for a step, the keys. Draws what it is given to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from app.ui.footer import footer_keys
from app.ui.presentation import header, letter_title, list_title, reason, tabs, timeline_title
from app.ui.registry.key_names import key_of
from app.ui.widgets.key_bar import KeyBar
from app.ui.widgets.line import Line

if TYPE_CHECKING:
    from app.ui.hunt_screen import HuntScreen


class Frame:
    """Draws what surrounds the panes of one screen."""

    def __init__(self, screen: HuntScreen):
        self._screen = screen
        self._work = screen.work

    def show(self) -> None:
        """Draw all of it anew: counts, titles, keys, the clock."""
        screen, work = self._screen, self._work
        self._show_header()
        self._show_titles()
        self._show_tabs()
        due, now = screen.lists.selected_due, work.clock()
        room = max(1, screen.size.width - 2)
        screen.query_one("#reason", Line).say(reason(due.step, now, work.zone, room) if due else Content(""))
        keys = footer_keys(
            screen.here(),
            work.settings.keys,
            is_finding=screen.is_typing_to_find,
            is_narrowed=screen.lists.is_finding,
        )
        screen.query_one(KeyBar).show(keys)

    def _show_header(self) -> None:
        work = self._work
        waiting = work.inbox.count if work.inbox else 0
        marking = f" Sample: {key_of('quit')} to leave " if work.dashboard.is_sample else ""
        sample = Content.styled(marking, "reverse")
        room = self._screen.size.width - sample.cell_length
        line = header(work.snapshot, work.clock(), work.zone, room, waiting)
        self._screen.query_one("#header", Line).say(Content.assemble(sample, line))

    def _show_titles(self) -> None:
        screen, snapshot, detail = self._screen, self._work.snapshot, self._work.shown.detail
        counts = (snapshot.pressing, snapshot.total) if snapshot.is_read else None
        screen.lists.entitle(list_title(screen.lists.shown, counts, len(screen.lists.due.marked)))
        screen.timeline.entitle(Content(timeline_title(detail.application if detail else None)))
        screen.letter_pane.entitle(Content(letter_title(is_letter=screen.letter_pane.letter is not None)))

    def _show_tabs(self) -> None:
        screen, snapshot = self._screen, self._work.snapshot
        counts, marked = (snapshot.pressing, snapshot.total), len(screen.lists.due.marked)
        is_letter = screen.letter_pane.letter is not None
        line = tabs(screen.pane, screen.lists.shown, counts, screen.size.width, is_letter=is_letter, marked=marked)
        screen.query_one("#tabs", Line).say(line)
