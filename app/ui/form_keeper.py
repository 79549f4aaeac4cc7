"""Keeps what is typed into a form while it is typed, at most half a second behind, until it is saved or left."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from app.etiquette.errors import AfterwordError
from app.hunt.kept_forms import KeptForm, drop_form, form_file, keep_form, kept_form

if TYPE_CHECKING:
    from app.ui.work import Work


class FormKeeper:
    """One form's typing on its way to a private file."""

    def __init__(self, work: Work, name: str, title: str):
        """Take the form.

        Args:
            name: tells the form apart from all others of this database: `reply 7`.
        """
        self._aside: Callable[[Callable[[], None]], Awaitable[None]] = work.desk.aside
        self._path, self._title = form_file(work.desk.database, name), title
        self._turn = asyncio.Lock()
        self._is_done = False

    def left(self) -> Mapping[str, str]:
        """Return what an earlier sitting left in the fields, by name."""
        form = kept_form(self._path)
        return form.values if form is not None else {}

    async def keep(self, values: Mapping[str, str]) -> None:
        """Keep what stands in the fields that were changed; what cannot be kept is no reason to stop anybody.

        Args:
            values: {} of a form that is as it was opened: there is nothing to go on with.
        """
        form = KeptForm(self._title, values)
        async with self._turn:
            if values and not self._is_done:
                with suppress(AfterwordError, OSError):
                    await self._aside(lambda: keep_form(self._path, form))
            if not values or self._is_done:  # it may have been saved while its file was written
                drop_form(self._path)

    def done(self) -> None:
        """Forget it: the form was saved, or left on purpose."""
        self._is_done = True
        drop_form(self._path)
