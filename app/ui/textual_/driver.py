"""Textual's driver for Unix with our reading of the input, and an orderly end when the terminal goes or a signal comes.

Imported only where Textual itself would use it: on Windows its own driver stays.
"""

from __future__ import annotations

import asyncio
import os
import select
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste
from textual.message import Message

from app.ui.textual_.incoming import ESCAPE, Incoming
from app.ui.textual_.notices import tell
from app.ui.textual_.signals import LEAVE_ON

LARGEST_PASTE = 100_000
"""Characters: more than anybody writes to an employer; an editor of text needs seconds for a line of a million."""


class _Outlet:
    """The terminal to write to. Once it is gone, what is written goes nowhere: Textual would wait for it for ever."""

    def __init__(self, file: IO[str], gone: Callable[[], None]):
        self._file, self._gone = file, gone

    def write(self, text: str) -> None:
        """Write, as long as there is somebody to read."""
        try:
            self._file.write(text)
        except OSError:
            self._gone()

    def flush(self) -> None:
        """Flush likewise."""
        try:
            self._file.flush()
        except OSError:
            self._gone()

    def fileno(self) -> int:
        """Return the number of the file."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Leaves by the app's `leave` on a signal, and when the terminal is closed."""

    def start_application_mode(self) -> None:
        """Take the terminal over, ready to give it back from the first moment on."""
        loop = asyncio.get_running_loop()
        leave = getattr(self._app, "leave", self._app.exit)
        for number in LEAVE_ON:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave)

        def gone() -> None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(leave)

        self._gone = gone
        written_to: Any = self._file
        if not isinstance(written_to, _Outlet):
            self._file = _Outlet(written_to, gone)  # type: ignore[assignment]
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Read keys, pastes and the mouse until the terminal is given back, or is gone."""
        parser, incoming = XTermParser(self._debug), Incoming(ANSI_SEQUENCES_KEYS)
        while not self.exit_event.is_set():
            is_ready = select.select([self.fileno], [], [], incoming.patience)[0]
            try:
                text = incoming.take(self._bytes()) if is_ready else incoming.rest()
            except OSError:
                self._gone()
                return
            if constants.DISABLE_KITTY_KEY:
                text = text.replace(ESCAPE, "\x1b")
            for message in (*(parser.feed(text) if text else ()), *parser.tick()):
                self.process_message(message)

    def process_message(self, message: Message) -> None:
        """Hand a message on; a paste beyond all measure is refused whole, with a sentence, and nothing is changed."""
        if isinstance(message, Paste) and len(message.text) > LARGEST_PASTE:
            notice = (
                f"That paste has {len(message.text):,} characters, more than {LARGEST_PASTE:,}. Nothing was inserted."
            )
            self._app.call_later(tell, self._app, notice, "warning")
            return
        super().process_message(message)

    def _bytes(self) -> bytes:
        data = os.read(self.fileno, 4096)
        if not data:
            raise OSError("the terminal was closed")
        return data
