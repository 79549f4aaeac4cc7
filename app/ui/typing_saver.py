"""Saves what is typed into a letter while it is typed, at most half a second behind, and has it checked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.timer import Timer

from app.etiquette.errors import AfterwordError
from app.etiquette.records import Letter
from app.etiquette.text import clean, clean_lines
from app.hunt.verbs import letters

if TYPE_CHECKING:
    from app.hunt.hunt import Done, Hunt
    from app.ui.work import Work

SAVE_AFTER = 0.3
"""Seconds from the first unsaved key to the save, however fast one goes on typing."""


class TypingSaver:
    """One letter's typing on its way to the disk."""

    def __init__(self, work: Work):
        self._work = work
        self._timer: Timer | None = None
        self._is_saving = False

    def note(self) -> None:
        """Something was typed."""
        if self._timer is None:
            self._timer = self._work.screen.set_timer(SAVE_AFTER, self._save_in_passing)

    def check(self) -> None:
        """Have the letter checked as it stands."""

    def open_findings(self) -> str:
        """Return what the checker still finds wrong, as lines; "" when nothing."""
        return ""

    def save_at_once(self) -> None:
        """Store what stands in the editor while the program is going down, without the event loop."""
        pane = self._work.screen.letter_pane
        with suppress(Exception):
            if pane.letter is not None and pane.application_id is not None and pane.is_unsaved:
                self._work.desk.do_now(_typed(pane.application_id, pane.letter, pane.subject, pane.body))

    async def _save_in_passing(self) -> None:
        self._timer = None
        try:
            await self.save()
        except AfterwordError as error:
            self._work.tell(f"Not saved: {error}", "error")
            self.note()

    async def save(self) -> None:
        """Store what stands in the editor, if it is not stored yet.

        A letter that was changed elsewhere meanwhile is kept as it is there; ours becomes a draft beside it.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        pane = self._work.screen.letter_pane
        detail = self._work.detail
        letter = pane.letter
        if letter is None or not pane.is_unsaved:
            return
        application_id = pane.application_id
        assert application_id is not None
        subject, body = pane.subject, pane.body
        done = await self._work.desk.do(_typed(application_id, letter, subject, body))
        application = done.application
        if application is None or pane.letter is not letter:
            return
        mine = [
            each for each in application.letters if (each.subject, each.body) == (clean(subject), clean_lines(body))
        ]
        stored = next((each for each in mine if each.id == letter.id), mine[-1] if mine else None)
        if stored is None:
            return
        pane.saved(application, stored)
        if stored.id != letter.id:
            self._work.letter_id = stored.id
            self._work.tell(
                "This letter was changed in another window. That text is kept; yours is a draft of its own."
            )
        if detail is not None and self._work.detail is detail and detail.application.id == application_id:
            self._work.detail = type(detail)(application, detail.entries)
        self.check()


def _typed(application_id: int, letter: Letter, subject: str, body: str) -> Callable[[Hunt], Done]:
    return lambda hunt: hunt.do(application_id, lambda a, when: letters.letter_typed(a, when, letter, subject, body))
