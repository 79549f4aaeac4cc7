"""Signing the draft that is shown, once the user's name is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.etiquette.records import LetterStatus
from app.hunt import drafts
from app.hunt.verbs import letters
from app.letters.signing import signed

if TYPE_CHECKING:
    from app.ui.work import Work


async def sign_shown(work: Work) -> None:
    """Fill the blanks for the user's name in the draft that is shown, as one change.

    Raises:
        RefusedError, StaleRecordError: it is no longer the draft that is shown.
    """
    pane, me = work.screen.letter_pane, work.snapshot.me
    draft, application_id = pane.letter, pane.application_id
    if not me.name or draft is None or application_id is None or draft.status is not LetterStatus.DRAFT:
        return
    subject, body = signed(draft.subject, me), signed(draft.body, me)
    if (subject, body) == (draft.subject, draft.body):
        return
    is_untouched = await work.desk.read(lambda connection: drafts.is_untouched(connection, draft))
    await work.perform(
        application_id,
        lambda a, _: letters.letter_signed(a, draft, subject, body, is_untouched=is_untouched),
    )
