"""Keeps what is typed into a form while it is typed, at most half a second behind, until it is saved or left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from app.etiquette.errors import AfterwordError
from app.hunt.kept_forms import KeptForm, drop_form, form_file, keep_form, taken_over
from app.ui.typing_saver import SAVE_AFTER


class FormKeeper:
    """One form's typing on its way to a private file."""

    def __init__(
        self, screen: Screen[bool], database: Path, name: str, title: str, typed: Callable[[], Mapping[str, str]]
    ):
        """Take the form.

        Args:
            name: tells the form apart from all others of this database: `reply 7`.
            typed: returns what stands in the fields that were changed, by name; {} of a form that is as it was opened:
                there is nothing to go on with.
        """
        self._screen, self._database, self._name, self._title, self._typed = screen, database, name, title, typed
        self._path = form_file(database, name)
        self._timer: Timer | None = None
        self._turn = asyncio.Lock()
        self._file = Lock()
        """Held while the file is written or deleted, in whichever thread."""
        self._is_done = False

    def left(self) -> Mapping[str, str]:
        """Return what an earlier sitting left in the fields, by name."""
        return taken_over(self._database, self._name)

    def soon(self) -> None:
        """Keep what is typed in a moment, however fast one goes on typing."""
        if self._timer is None:
            self._timer = self._screen.set_timer(SAVE_AFTER, self._begin)

    def at_once(self) -> None:
        """Keep what was typed last while the program is going down, without the event loop."""
        if self._timer is not None:
            self._write(self._typed())

    def done(self) -> None:
        """Forget it: the form was saved, or left on purpose."""
        with self._file:
            self._is_done = True
            drop_form(self._path)

    def _begin(self) -> None:
        """Keep it in a worker: neither a slow disk nor a busy database is to hold up the form."""
        self._timer = None
        _: Worker[None] = self._screen.run_worker(self._keep(self._typed()))

    async def _keep(self, values: Mapping[str, str]) -> None:
        async with self._turn:
            await asyncio.to_thread(self._write, values)

    def _write(self, values: Mapping[str, str]) -> None:
        """Write them, unless the form is done with; what cannot be kept is no reason to stop anybody."""
        with self._file, suppress(AfterwordError, OSError):
            if not values:
                drop_form(self._path)
            elif not self._is_done:
                keep_form(self._path, KeptForm(self._title, values))
