"""A letter that came back: it did not arrive, so what it dealt with is open again."""

from __future__ import annotations

from dataclasses import replace

from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import FOLLOW_UPS, THANKS
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Letter, LetterStatus
from app.etiquette.stages import AFTER_THANKS, Stage
from app.etiquette.state.facts import waiting_stage
from app.etiquette.text import clean
from app.hunt.changes import Change, When, replaced, the_letter


def letter_bounced(application: Application, when: When, letter_id: int, address: str) -> Change:
    """Return the application with a sent letter a draft again, and the stage that its sending had left.

    Args:
        address: where it did not arrive; "" when that is not known.

    Raises:
        RefusedError: it was never sent.
    """
    letter = the_letter(application, letter_id)
    if letter.status is LetterStatus.DRAFT:
        raise RefusedError("That letter is a draft; it hasn't been sent.", can_override=False)
    draft = replace(letter, status=LetterStatus.DRAFT, sent=None, how="", message_id="", written=when.now)
    after = replace(application, letters=replaced(application.letters, draft))
    stage = _stage_without(after, letter, when.policy)
    person = application.person(letter.to)
    to = clean(address) or (person.email if person else "") or "the person it was for"
    text = f"The letter to {to} didn't arrive, so it's a draft again"
    event = Event(
        when.now,
        "letter_bounced",
        text,
        application.stage,
        stage,
        rule="a letter that did not arrive counts as not sent",
    )
    return Change(replace(after, stage=stage), text, (event,), letter_id=letter_id)


def _stage_without(after: Application, letter: Letter, policy: Policy) -> Stage:
    stage = after.stage
    if letter.kind in FOLLOW_UPS and stage is Stage.FOLLOWED_UP:
        return waiting_stage(replace(after, stage=Stage.WAITING), policy)
    if letter.kind in THANKS and stage in AFTER_THANKS and stage is not Stage.FOLLOWED_UP:
        return Stage.INTERVIEWED
    return stage
