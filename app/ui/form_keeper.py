"""Keeps what is typed into a form while it is typed, at most half a second behind, until it is saved or left."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from app.etiquette.errors import AfterwordError
from app.hunt.desk import Desk
from app.hunt.kept_forms import KeptForm, drop_form, form_file, keep_form, taken_over


class FormKeeper:
    """One form's typing on its way to a private file."""

    def __init__(self, desk: Desk, name: str, title: str):
        """Take the form.

        Args:
            name: tells the form apart from all others of this database: `reply 7`.
        """
        self._desk, self._name, self._title = desk, name, title
        self._path = form_file(desk.database, name)
        self._turn = asyncio.Lock()
        self._is_done = False

    def left(self) -> Mapping[str, str]:
        """Return what an earlier sitting left in the fields, by name."""
        return taken_over(self._desk.database, self._name)

    async def keep(self, values: Mapping[str, str]) -> None:
        """Keep what stands in the fields that were changed; what cannot be kept is no reason to stop anybody.

        Args:
            values: {} of a form that is as it was opened: there is nothing to go on with.
        """
        async with self._turn:
            if values and not self._is_done:
                await self._desk.aside(lambda: self.keep_at_once(values))
            if not values or self._is_done:  # it may have been saved while its file was written
                drop_form(self._path)

    def keep_at_once(self, values: Mapping[str, str]) -> None:
        """Keep it without the event loop, while the program is going down."""
        with suppress(AfterwordError, OSError):
            keep_form(self._path, KeptForm(self._title, values))

    def done(self) -> None:
        """Forget it: the form was saved, or left on purpose."""
        self._is_done = True
        drop_form(self._path)
