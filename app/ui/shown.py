"""The application that the timeline shows, and its letter: they follow the list's cursor, and stay in a letter."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from typing import TYPE_CHECKING

from textual.worker import Worker

from app.etiquette.errors import AfterwordError, NotFoundError
from app.etiquette.records import Application, Letter
from app.hunt.snapshot import Detail, Names, Snapshot, read_names
from app.ui.choosing import fitting_letter
from app.ui.registry.here import Pane
from app.ui.textual_.notices import tell

if TYPE_CHECKING:
    from app.ui.view import View

OUT = 0.01
"""Seconds within which a frame leaves for the terminal: work that begins sooner keeps it from being seen."""


class Shown:
    """What stands in the timeline and in the letter pane."""

    def __init__(self, view: View):
        self._view = view
        self.detail: Detail | None = None
        self.letter_id: int | None = None
        """The letter that the user chose to see; None: the one that fits the step."""
        self.names = Names()
        """The pipeline's names, for the checker; read when a letter is first shown, and anew after changes."""
        self._names_of: Snapshot | None = None
        self._kept_id: int | None = None
        """The application whose letter has the keys although the list has moved on to another, as after sending."""
        self._followed: Hashable = None
        """The row that the panes followed the cursor to last."""
        self._row: Hashable = None
        """The row whose application and letter the panes show."""

    @property
    def application(self) -> Application | None:
        """The application that is shown."""
        return self.detail.application if self.detail else None

    @property
    def application_id(self) -> int | None:
        """The id of the application that is shown."""
        return self.detail.application.id if self.detail else None

    def is_elsewhere_than(self, application_id: int) -> bool:
        """Return whether the list's cursor is on another application, or on none."""
        return self._view.screen.lists.selected_id != application_id

    @property
    def is_elsewhere(self) -> bool:
        """Whether what is shown is of another application than the one the list's cursor is on."""
        return self.detail is not None and self.is_elsewhere_than(self.detail.application.id)

    @property
    def is_behind(self) -> bool:
        """Whether the cursor went to a row that the timeline and the letter pane do not show yet."""
        return self._wanted_id != self.application_id or self._view.screen.lists.shown_list.row_key != self._row

    def stay_in_letter(self) -> None:
        """Where one is in a letter, stay in it, wherever the list goes on to."""
        if self._view.screen.pane is Pane.LETTER and self.detail is not None:
            self._kept_id = self.detail.application.id

    def leave_letter(self) -> None:
        """Follow the list's cursor again."""
        self._kept_id = None

    @property
    def _wanted_id(self) -> int | None:
        """The application to show: the selected one, or that of the letter one is in."""
        if self._kept_id is not None and self._view.screen.pane is Pane.LETTER:
            return self._kept_id
        self._kept_id = None
        return self._view.screen.lists.selected_id

    def follow_cursor(self) -> None:
        """Show the application that the cursor went to, once it rests and stands there on screen."""
        _: Worker[None] = self._view.dashboard.run_worker(self._follow, group="detail", exclusive=True)

    async def _follow(self) -> None:
        view = self._view
        await view.dashboard.is_furnished.wait()
        try:
            await asyncio.sleep(OUT)
            await view.typing.save()
            key = view.screen.lists.shown_list.row_key
            if key != self._followed and view.screen.pane is not Pane.LETTER:
                self.letter_id = None
            self._followed = key
            await self.load()
        except AfterwordError as error:
            tell(view.dashboard, str(error), "error")

    async def load(self, *, anew: bool = False) -> None:
        """Make what is shown on the timeline and in the letter pane that of the selected application.

        Args:
            anew: read it again although it is shown already. What is shown stays meanwhile, since commands ask for it.
        """
        view, screen = self._view, self._view.screen
        self._row = screen.lists.shown_list.row_key
        wanted = self._wanted_id
        if anew or wanted != self.application_id:
            try:
                detail = await view.desk.detail(wanted) if wanted is not None else None
            except NotFoundError:
                detail = None
            if self._wanted_id != wanted or not screen.is_mounted:
                return
            self.detail = detail
            if detail is None or all(letter.id != self.letter_id for letter in detail.application.letters):
                self.letter_id = None
        screen.show_detail(self.detail)
        if self.detail is not None and self.detail.application.letters and self._names_of is not view.snapshot:
            self._names_of = view.snapshot
            self.names = await view.desk.read(read_names)
        await self._save_what_leaves()
        if screen.is_mounted:
            self.show_letter()

    async def _save_what_leaves(self) -> None:
        """Store what was typed while the application was read, where another letter is to take that one's place."""
        screen, pane = self._view.screen, self._view.screen.letter_pane
        while screen.is_mounted and pane.letter is not None and pane.is_unsaved:
            before, next_ = pane.letter, self._fitting_letter()
            if next_ is not None and next_.id == before.id:
                return
            await self._view.typing.save()
            if pane.letter is before:  # its application is gone
                return

    def _fitting_letter(self) -> Letter | None:
        """Return the letter that was chosen, else the one that fits the step."""
        return fitting_letter(self.application, self._view.screen.lists.selected_due, self.letter_id)

    async def show_sent(self, application_id: int, letter_id: int) -> None:
        """Stay in a letter that was just sent, wherever the list went on to."""
        self._view.screen.go(Pane.LETTER)
        self._kept_id, self.letter_id = application_id, letter_id
        await self.load()
        self._view.screen.show_frame()

    def show_letter(self) -> None:
        """Show the letter that was chosen, else the one that fits the step."""
        screen, letter = self._view.screen, self._fitting_letter()
        was_card = screen.letter_pane.letter is None
        screen.letter_pane.show(self.application, letter)
        if was_card is not (letter is None):
            if screen.pane is Pane.LETTER:
                screen.go(Pane.LETTER if was_card else screen.lists.shown)
            else:
                screen.show_frame()
        self._view.typing.check()
