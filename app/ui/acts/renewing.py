"""Drafts that time has overtaken: composed anew when they are opened; those that the user edited, only if wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import locations
from app.etiquette.errors import TemplateFileError
from app.etiquette.records import Application, Letter, LetterStatus
from app.etiquette.time.dates import local_day, say_day
from app.hunt import drafts
from app.hunt.verbs import letters
from app.ui.dialogs.words import ConfirmDialog

if TYPE_CHECKING:
    from app.letters.composing import Composed
    from app.ui.work import Work


async def renew_shown(work: Work) -> bool:
    """Bring the letter that is shown up to date; return whether its text was changed."""
    letter = work.screen.letter_pane.letter
    if (
        letter is None
        or work.shown.detail is None
        or not any(stored.id == letter.id for stored in work.shown.detail.application.letters)
    ):
        return False
    return await renew(work, work.shown.detail.application, letter)


async def renew(work: Work, application: Application, draft: Letter) -> bool:
    """Compose a draft anew where it is out of date, asking first where the user has edited it.

    Returns whether its text was changed; it is then shown.
    """
    if draft.status is not LetterStatus.DRAFT or (draft.id, draft.version) in work.kept_drafts:
        return False
    settings = work.settings
    wanted = drafts.wanted_again(
        draft, application, work.snapshot.me, settings.policy, locations.templates_folder(), settings.letter
    )
    now = work.now
    try:
        renewal = await work.desk.read(lambda connection: drafts.renewal(connection, wanted, draft, now))
    except TemplateFileError:
        return False  # a faulty template is reported when a letter is written with it; this letter exists
    if renewal is None:
        return False
    if renewal.composed is None:
        work.kept_drafts.add((draft.id, draft.version))
        work.tell(" ".join(renewal.reasons), "warning")
        return False
    if not renewal.is_untouched and not await _is_wanted(work, draft, renewal.reasons):
        work.kept_drafts.add((draft.id, draft.version))
        return False
    await _store(work, application, draft, renewal.composed, is_untouched=renewal.is_untouched)
    if renewal.is_untouched:
        work.tell(" ".join(["This draft was out of date, so it was rewritten.", *renewal.reasons]))
    return True


async def _is_wanted(work: Work, draft: Letter, reasons: Sequence[str]) -> bool:
    assert draft.written is not None
    written = say_day(local_day(draft.written, work.zone), work.today)
    said = "\n".join([f"You last edited this draft on {written}, and parts of it are out of date.", *reasons])
    question = f"{said}\n\nUpdate those parts? What you typed stays, and u brings the draft back as it was."
    return await work.ask(ConfirmDialog("Out of date?", question, "Update it", "Keep mine")) is True


async def _store(
    work: Work, application: Application, draft: Letter, composed: Composed, *, is_untouched: bool
) -> None:
    await work.desk.do(
        lambda hunt: hunt.do(
            application.id,
            lambda a, when: letters.letter_recomposed(
                a,
                when,
                draft,
                composed.subject,
                composed.body,
                in_reply_to=composed.in_reply_to,
                thread_subject=composed.thread_subject,
                is_untouched=is_untouched,
            ),
        )
    )
    work.shown.letter_id = draft.id
    await work.refresh()
