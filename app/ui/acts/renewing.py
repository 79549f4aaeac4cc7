"""Drafts that time has overtaken: composed anew when they are opened; those that the user edited, only if wanted."""

from __future__ import annotations

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
        or work.detail is None
        or not any(stored.id == letter.id for stored in work.detail.application.letters)
    ):
        return False
    return await renew(work, work.detail.application, letter)


async def renew(work: Work, application: Application, draft: Letter) -> bool:
    """Compose a draft anew where it is out of date, asking first where the user has edited it.

    Returns whether its text was changed; it is then shown.
    """
    if draft.status is not LetterStatus.DRAFT or (draft.id, draft.version) in work.kept_drafts:
        return False
    wanted = drafts.wanted_again(
        draft, application, work.snapshot.me, work.settings.policy, locations.templates_folder()
    )
    now = work.now
    try:
        renewal = await work.desk.read(lambda connection: drafts.renewal(connection, wanted, draft, now))
    except TemplateFileError:
        return False  # a faulty template is reported when a letter is written with it; this letter exists
    if renewal is None:
        return False
    if not renewal.is_untouched and not await _is_wanted(work, draft):
        work.kept_drafts.add((draft.id, draft.version))
        return False
    await _store(work, application, draft, renewal.composed)
    return True


async def _is_wanted(work: Work, draft: Letter) -> bool:
    assert draft.written is not None
    written = say_day(local_day(draft.written, work.zone), work.today)
    question = (
        f"You last edited this draft on {written}, so what it says about dates may be out of date.\n\n"
        "Write it again with today's dates? That replaces your text; press u to bring it back."
    )
    return await work.ask(ConfirmDialog("Out of date?", question, "Write it again", "Keep mine")) is True


async def _store(work: Work, application: Application, draft: Letter, composed: Composed) -> None:
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
            ),
        )
    )
    work.letter_id = draft.id
    await work.refresh()
    work.tell("This draft was out of date, so it was rewritten with today's dates.")
