"""Saves what is typed into an interview's sheet while it is typed, at most half a second behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

from app.etiquette.errors import AfterwordError, RefusedError
from app.etiquette.sheet_records import jotted_texts
from app.ui.textual_.notices import tell
from app.ui.typing_saver import SAVE_AFTER

if TYPE_CHECKING:
    from app.hunt.hunt import Done, Hunt
    from app.ui.view import View

_AGAIN_AFTER = 2.0
"""Seconds after which a save that failed is tried again."""


class NotesSaver:
    """The notes of one interview, by the person they are under, on their way to the disk."""

    def __init__(
        self,
        work: View,
        application_id: int,
        interview_id: int,
        stored: dict[int | None, str],
        added: Callable[[int | None, str, str], None],
    ):
        """Begin with what is stored.

        Args:
            added: told whose notes, what was typed, and what is stored, where another window had added something.
        """
        self._work, self._application_id, self._interview_id = work, application_id, interview_id
        self._saved = dict(stored)
        """What was typed when it was last stored."""
        self._stored = dict(stored)
        """What is stored as far as this window knows; read and written in the store thread alone."""
        self._typed: dict[int | None, str] = {}
        """What is not stored yet."""
        self._timer: Timer | None = None
        self._added = added

    @property
    def unsaved(self) -> dict[int | None, str]:
        """What was typed and is not stored yet."""
        return dict(self._typed)

    def note(self, person: int | None, text: str) -> None:
        """Something was typed under a name, or under nobody's."""
        if text == self._saved.get(person, ""):
            self._typed.pop(person, None)
            return
        self._typed[person] = text
        self._begin(SAVE_AFTER)

    def _begin(self, seconds: float) -> None:
        if self._timer is None:
            self._timer = self._work.dashboard.set_timer(seconds, self._save_in_passing)

    async def _save_in_passing(self) -> None:
        self._timer = None
        try:
            await self.save()
        except AfterwordError as error:
            tell(self._work.dashboard, f"Not saved: {error}", "error")
            if not isinstance(error, RefusedError):  # which waits for another key
                self._begin(_AGAIN_AFTER)

    async def save(self) -> None:
        """Store what was typed and is not stored yet.

        Raises:
            AfterwordError: it cannot be stored, and waits in `unsaved`; it is tried again with the next key.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        for person, text in list(self._typed.items()):
            done = await self._work.desk.do(self._job(person, text))
            self._saved[person] = text
            if self._typed.get(person) == text:
                del self._typed[person]
            stored = self._text_in(done, person)
            if stored.startswith(text) and len(stored) > len(text):
                self._added(person, text, stored)

    def save_at_once(self) -> str:
        """Store what was typed while the program is going down, without the event loop.

        Returns a sentence for the user if it could not be stored, "" if nothing is lost.
        """
        try:
            for person, text in list(self._typed.items()):
                self._work.desk.do_now(self._job(person, text))
                del self._typed[person]
        except (AfterwordError, RuntimeError, TimeoutError) as error:
            return f"Your last notes were not saved: {error}"
        return ""

    def put_aside(self) -> str:
        """Put what was typed and is not stored into a file of its own; return where it is, as a sentence, "" when all
        is stored."""
        from app.hunt.kept_texts import keep_notes

        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        text = "\n\n".join(self._typed.values())
        self._typed.clear()
        try:
            return f"Your notes are in {keep_notes(text)}." if text.strip() else ""
        except AfterwordError as error:
            return f"Your notes couldn't be kept in a file either: {error}"

    def _job(self, person: int | None, text: str) -> Callable[[Hunt], Done]:
        """Return the job that stores a text; earlier saves from here do not count as changes by somebody else."""
        from app.hunt.verbs import preparing

        def store(hunt: Hunt) -> Done:
            before = self._stored.get(person, "")
            done = hunt.do(
                self._application_id, lambda a, _: preparing.jotted(a, self._interview_id, person, text, before)
            )
            self._stored[person] = self._text_in(done, person)
            return done

        return store

    def _text_in(self, done: Done, person: int | None) -> str:
        jottings = done.application.jottings if done.application is not None else ()
        return jotted_texts(jottings, self._interview_id).get(person, "")
