"""Saves what is typed into a letter while it is typed, at most half a second behind, and has it checked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.css.query import NoMatches
from textual.timer import Timer

from app.etiquette.errors import AfterwordError
from app.etiquette.records import Letter
from app.ui.presentation import findings_lines
from app.ui.textual_.notices import tell

if TYPE_CHECKING:
    from app.etiquette.checks import Report
    from app.hunt.hunt import Done, Hunt
    from app.ui.view import View

CHECK_AFTER = 0.25
"""Seconds without a key before the letter is checked."""
SAVE_AFTER = 0.2
"""Seconds from the first unsaved key to the save, however fast one goes on typing."""


class TypingSaver:
    """One letter's typing on its way to the disk."""

    def __init__(self, work: View):
        self._work = work
        self._timer: Timer | None = None
        self._check_timer: Timer | None = None
        self._has_dictionary = False
        self._ours: Letter | None = None
        """The letter as last stored from here; read and written in the store thread alone."""

    def note(self) -> None:
        """Something was typed."""
        self.check()
        if self._timer is None:
            self._timer = self._work.screen.set_timer(SAVE_AFTER, self._save_in_passing)

    def check(self) -> None:
        """Have the letter checked as it stands, once the keys rest."""
        if self._check_timer is not None:
            self._check_timer.stop()
        self._check_timer = self._work.screen.set_timer(CHECK_AFTER, self._check)

    def open_findings(self) -> str:
        """Return what the checker still finds wrong, as lines; "" when nothing."""
        return self._lines(only_faults=False)

    def faults(self) -> str:
        """Return what fails, as lines; "" when nothing does."""
        return self._lines(only_faults=True)

    def _lines(self, *, only_faults: bool) -> str:
        report = self._report()
        if report is None:
            return ""
        from app.hunt.judged_letters import findings_in

        return findings_in(report, only_faults=only_faults)

    def _report(self) -> Report | None:
        """Return the report on the letter on screen, without what the user said is fine; see `whole_report`."""
        pane, report = self._work.screen.letter_pane, self.whole_report()
        if report is None or pane.letter is None:
            return None
        from app.hunt.said_fine import without_fine

        return without_fine(report, pane.letter.id, pane.body)

    def whole_report(self) -> Report | None:
        """Return the checker's report on the letter on screen; None if there is none, or its pane is not ready."""
        pane, detail = self._work.screen.letter_pane, self._work.shown.detail
        letter = pane.letter
        if letter is None or detail is None or not pane.is_furnished or detail.application.id != pane.application_id:
            return None
        # The checker is imported behind the first frame.
        from app.hunt.judged_letters import whole_report

        shown = replace(letter, subject=pane.subject, body=pane.body)
        return whole_report(detail.application, shown, self._work.snapshot.me, self._work.shown.names)

    async def _check(self) -> None:
        """Check the letter; before the first time, read the dictionary beside the keys, which takes half a second."""
        self._check_timer = None
        pane = self._work.screen.letter_pane
        if pane.letter is not None and not self._has_dictionary:
            await asyncio.to_thread(_read_dictionary)
            self._has_dictionary = True
        if pane.letter is None or not pane.is_mounted:
            return
        report = self._report()
        if report is None:
            pane.show_findings()
            return
        ranges = [
            (finding.start, finding.end, finding.verdict.value)
            for finding in report.open
            if finding.start is not None and finding.end is not None and finding.check != "placeholders"
        ]
        pane.show_findings(partial(findings_lines, report), ranges)

    def save_at_once(self) -> str:
        """Store what stands in the editor while the program is going down, without the event loop.

        Returns a sentence for the user if it could not be stored, "" if nothing is lost.
        """
        try:
            pane = self._work.screen.letter_pane
            if pane.letter is None or pane.application_id is None or not pane.is_unsaved:
                return ""
            self._work.desk.do_now(self._job(pane.application_id, pane.letter, pane.subject, pane.body))
        except NoMatches:
            return ""  # The screen is gone already, and saved what it held when it went.
        except TimeoutError:
            return (
                "Your last changes to the letter were not saved: the database was busy for too long. Another program"
                " may be using it."
            )
        except (AfterwordError, RuntimeError) as error:
            return f"Your last changes to the letter were not saved: {error}"
        return ""

    async def _save_in_passing(self) -> None:
        self._timer = None
        try:
            await self.save()
        except AfterwordError as error:
            tell(self._work.dashboard, f"Not saved: {error}", "error")
            self.note()

    async def save(self) -> None:
        """Store what stands in the editor, if it is not stored yet.

        A letter that was changed elsewhere meanwhile is kept as it is there; ours becomes a draft beside it.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        pane = self._work.screen.letter_pane
        letter = pane.letter
        if letter is None or not pane.is_unsaved:
            return
        application_id = pane.application_id
        assert application_id is not None
        subject, body = pane.subject, pane.body
        done = await self._work.desk.do(self._job(application_id, letter, subject, body))
        application, stored = done.application, done.letter
        if application is None or stored is None or pane.letter is None or pane.letter.id != letter.id:
            return
        pane.saved(application, stored)
        if stored.id != letter.id:
            self._work.shown.letter_id = stored.id
            tell(
                self._work.dashboard,
                "This letter was changed in another window. That text is kept; yours is now a separate draft.",
            )
        # Also when it was read anew meanwhile: that reading may be from before this was stored.
        detail = self._work.shown.detail
        if detail is not None and detail.application.id == application_id:
            self._work.shown.detail = type(detail)(application, detail.entries)
        self.check()

    def _job(self, application_id: int, letter: Letter, subject: str, body: str) -> Callable[[Hunt], Done]:
        """Return the job that stores a text; earlier saves from here do not count as changes by somebody else."""

        from app.hunt.verbs import letters

        def store(hunt: Hunt) -> Done:
            ours = self._ours
            opened = ours if ours is not None and ours.id == letter.id and ours.version > letter.version else letter
            done = hunt.do(application_id, lambda a, when: letters.letter_typed(a, when, opened, subject, body))
            self._ours = done.letter
            return done

        return store


def _read_dictionary() -> None:
    """Import the checker and read its dictionary: 33 MB that nobody needs who opens no letter."""
    from app.etiquette.checks import warm_up

    warm_up()
