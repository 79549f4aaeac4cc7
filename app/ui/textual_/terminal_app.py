"""The part of the Textual app that knows its insides: the driver, keys in their order, errors, leaving the terminal."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import RenderableType
from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.notifications import Notify
from textual.screen import Screen
from textual.widget import Widget

from app.ui.textual_.control_filter import ControlFilter
from app.ui.textual_.keyboard import Keyboard
from app.ui.textual_.notice_line import NoticeLine
from app.ui.textual_.notices import History

_UNIX_DRIVER = "textual.drivers.linux_driver"
"""Textual's driver for a terminal, wherever there is termios; Windows has another, which stays as it is."""


def cursor_spot(widget: Widget | None) -> Offset | None:
    """Return where on the screen a widget wants the terminal's cursor, None for nowhere.

    Fields know it as `cursor_screen_offset`, lists and choices of ours as `cursor_spot`; all else begins there.
    """
    if widget is None or not widget.is_attached:
        return None
    spot = getattr(widget, "cursor_screen_offset", None) or getattr(widget, "cursor_spot", None)
    return spot if isinstance(spot, Offset) else widget.content_region.offset


class TerminalApp(App[None]):
    """A Textual app that drives its terminal our way and ends without a traceback."""

    def __init__(self) -> None:
        self._control_filter = ControlFilter()
        super().__init__()
        self.keyboard = Keyboard(self)
        self.history = History()
        """What was said lately."""

    def get_driver_class(self) -> type[Driver]:
        """Return our driver in place of Textual's own for a terminal."""
        driver_class = super().get_driver_class()
        if driver_class.__module__ != _UNIX_DRIVER:
            return driver_class
        from app.ui.textual_.driver import TerminalDriver

        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters, and the one that lets no control character out."""
        return [*super().get_line_filters(), self._control_filter]

    async def on_event(self, event: Event) -> None:
        """Give what is typed to the keyboard, which presses it in its turn."""
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            self.keyboard.take(event)
        else:
            await super().on_event(event)

    def on_notify(self, event: Notify) -> None:
        """Keep a notice."""
        self.history.note(event.notification)

    def _refresh_notifications(self) -> None:
        """Show the last notice in the line of the screen on top, and in that of the one under a dialog."""
        last = next((notice for notice in reversed(list(self._notifications)) if not notice.has_expired), None)
        for screen in self.screen_stack:
            for line in screen.query_children(NoticeLine):
                line.show_notice(last)

    @property
    def takes_keys(self) -> bool:
        """Whether the next key finds what it was meant for; until then it waits."""
        return True

    @property
    def is_being_left(self) -> bool:
        """Whether the app is on its way out, where messages still under way find nothing any more."""
        return self._exit or not self.is_running

    def fail(self, error: Exception | None) -> None:
        """Note an error that nobody foresaw, the last thing before the app ends."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Draw, with the terminal's cursor on what has the keys: screen readers and input methods look for it there."""
        spot = cursor_spot(self.focused)
        if spot is not None:
            self.cursor_position = spot
        super()._display(screen, renderable)

    @contextmanager
    def batch_update(self) -> Generator[None, None, None]:
        """Hold all drawing back, and draw once at the end; Textual alone would wait there for something to happen."""
        try:
            with super().batch_update():
                yield
        finally:
            for screen in self.screen_stack[-1:]:
                screen.check_idle()

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Hand the terminal over, and take it back even on an exception, after which Textual would not."""
        raised: BaseException | None = None
        with super().suspend():
            try:
                yield
            except BaseException as error:
                raised = error
        if raised is not None:
            raise raised

    def _handle_exception(self, error: Exception) -> None:
        """End on an error, unless it comes from work that finds its screen gone while the program is closing."""
        is_late = isinstance(getattr(error, "error", error), (NoMatches, ScreenStackError))
        if not (is_late and self.is_being_left):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's screen of a crash, which prints local variables."""
        self.fail(self._exception)
        self._close_messages_no_wait()
