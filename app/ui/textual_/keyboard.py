"""What is typed, in the order in which it was typed: a key is looked at once all that the key before it did is done.

Textual looks at keys as they come. A burst of them (a stalled line, a paste without brackets, a script) is then out of
order: characters reach a field before the backspace between them, and what follows a command that opens a field is
taken for commands. Here a key goes to whatever has the focus by the time that the one before it has had its effect.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from app.ui.textual_.terminal_app import TerminalApp

LOOK = 0.002
"""Seconds between looks at whether a dialog stands, while a key waits for it."""
LEAVING = "ctrl+q"
"""The key that is never forgotten."""


class Keyboard:
    """Keys and pastes on their way to where they belong."""

    def __init__(self, app: TerminalApp):
        self._app = app
        self._waiting: deque[Key | Paste] = deque()
        self._typed = asyncio.Event()
        self._is_pressing = False

    @property
    def is_idle(self) -> bool:
        """Whether everything that was typed has had its effect."""
        return not self._waiting and not self._is_pressing

    def take(self, event: Key | Paste) -> None:
        """Let a key or a paste wait for its turn."""
        self._waiting.append(event)
        self._typed.set()

    def forget(self) -> None:
        """Drop what was typed ahead: it was meant for what did not open."""
        kept = [event for event in self._waiting if isinstance(event, Key) and event.key == LEAVING]
        self._waiting = deque(kept)

    async def follow(self) -> None:
        """Press what is typed, one key after the other, until the program ends."""
        while True:
            await self._typed.wait()
            self._typed.clear()
            while self._waiting:
                await self._place_is_there()
                self._is_pressing = bool(self._waiting)
                try:
                    if self._waiting:
                        await self._press(self._waiting.popleft())
                finally:
                    self._is_pressing = False

    async def _place_is_there(self) -> None:
        """Wait until no command runs and no dialog is on its way, and the focus is where it was put."""
        app = self._app
        while app.is_running:
            while not self._app.takes_keys:
                await asyncio.sleep(LOOK)
            screen = app.screen
            await _has_worked_off(screen)
            await _has_worked_off(app)  # the app's own queue is where Textual moves the focus
            if app.screen is screen and self._app.takes_keys:
                return

    async def _press(self, event: Key | Paste) -> None:
        app = self._app
        app.app_focus = True
        if isinstance(event, Key) and await app._check_bindings(event.key, priority=True):
            return
        node: DOMNode | None = app.focused or app.screen
        event._set_forwarded()
        if node is None or not node.post_message(event):
            return
        await self._with_what_is_written(event, node)
        while node is not None and await _has_worked_off(node):
            if event._stop_propagation and not self._is_last(node):
                return
            node = node.parent

    async def _with_what_is_written(self, event: Key | Paste, field: DOMNode) -> None:
        """Give a field the characters that follow in one go, so that it is redrawn once for all of them."""
        while _is_written(event, field) and self._waiting and _is_written(self._waiting[0], field):
            event = self._waiting.popleft()
            assert isinstance(event, Key)
            if not await self._app._check_bindings(event.key, priority=True):
                event._set_forwarded()
                field.post_message(event)

    def _is_last(self, node: DOMNode) -> bool:
        """Return whether bubbling ends here: Textual stops an event once it is back at the app that it came from."""
        return node is self._app or node.parent is self._app


def _is_written(event: Key | Paste, field: DOMNode) -> bool:
    """Return whether a key is a character that a field takes for text, so that it leads nowhere else."""
    return isinstance(event, Key) and event.is_printable and field.check_consume_key(event.key, event.character)


async def _has_worked_off(pump: MessagePump) -> bool:
    """Wait until a widget has handled every message sent to it so far; return False if it is gone."""
    if pump._task is None and not pump.is_running:
        return False
    done = asyncio.Event()
    if not pump.call_later(done.set):
        return False
    waiting = asyncio.ensure_future(done.wait())
    ends = {pump._task} if pump._task is not None else set()
    await asyncio.wait({waiting, *ends}, return_when=asyncio.FIRST_COMPLETED)  # it may be closed meanwhile
    if not waiting.done():
        waiting.cancel()
        return False
    return True
