"""A letter sent, by us or elsewhere, and what that leads to; with the drafts' verbs, all that is done to letters.

How one leaves by a mail server is in `in_flight`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.etiquette.errors import InvalidFieldError, RefusedError
from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, Kind
from app.etiquette.records import (
    Application,
    Decision,
    Event,
    Letter,
    LetterStatus,
    OutcomeKind,
)
from app.etiquette.stages import TRANSITIONS, Stage, Trigger, advance
from app.etiquette.steps.restraints import question, restraint
from app.etiquette.text import clean, clean_lines
from app.hunt.changes import Change, When, new_id, replaced, the_letter
from app.hunt.verbs.answers import outcome_recorded
from app.hunt.verbs.drafting import (
    drafted,
    letter_deleted,
    letter_edited,
    letter_recomposed,
    letter_rewritten,
    letter_signed,
    letter_typed,
    reader_of,
    round_of,
)

__all__ = [
    "doubts",
    "drafted",
    "hold_back",
    "letter_deleted",
    "letter_edited",
    "letter_recomposed",
    "letter_rewritten",
    "letter_sent",
    "letter_signed",
    "letter_typed",
    "written_elsewhere",
]

ELSEWHERE, SMTP = "elsewhere", "smtp"


def hold_back(application: Application, when: When, kind: Kind, override: str) -> str:
    """Return the rule to record for sending a letter of this kind now: "" or the override's reason (ETIQUETTE 3.8).

    Raises:
        RefusedError: the etiquette says not yet and no reason to override was given.
    """
    refused = restraint(application, kind, when.policy, when.now, when.company)
    if refused is None:
        return ""
    if not override.strip():
        raise refused
    return f"sent anyway: {clean(override)}"


def doubts(application: Application, when: When, letter: Letter) -> tuple[str | None, RefusedError | None]:
    """Return what to ask before a letter goes, None for nothing, and why it should not go yet, None if it may."""
    refused = restraint(application, letter.kind, when.policy, when.now, when.company)
    return question(application, letter, when.policy, when.now, when.company), refused


def letter_sent(
    application: Application,
    when: When,
    letter_id: int,
    how: str,
    *,
    sent: datetime | None = None,
    override: str = "",
    went: Letter | None = None,
) -> Change:
    """Return the application with a letter sent, and the stage that this leads to.

    Args:
        how: `ELSEWHERE` is a fact that is only recorded; any other way is held back by the etiquette.
        override: the reason for sending although it says not yet; it goes on the timeline.
        went: the letter as it left, which nothing can hold back any more: this text is recorded, and what was made of
            the draft meanwhile stays a draft. None: as it is stored.

    Raises:
        RefusedError: not yet, or sent already.
    """
    moment = sent or when.now
    if moment > when.now:
        raise InvalidFieldError("sent", "That time hasn't come yet. Enter one in the past.")
    if went is not None:
        return _went(application, when, went, how, moment, override)
    letter = the_letter(application, letter_id)
    if letter.status is LetterStatus.SENT:
        raise RefusedError("It was already sent.", can_override=False)
    rule = ""
    if how != ELSEWHERE and letter.status is not LetterStatus.SENDING:
        rule = hold_back(application, when, letter.kind, override)
    sent_letter = replace(letter, status=LetterStatus.SENT, sent=moment, how=how)
    after = replace(application, letters=replaced(application.letters, sent_letter))
    return _after_sending(application, after, sent_letter, when, rule)


def _went(application: Application, when: When, went: Letter, how: str, moment: datetime, override: str) -> Change:
    """Return the application with a letter that left as `went`, whatever became of the draft meanwhile."""
    stored = next((letter for letter in application.letters if letter.id == went.id), None)
    is_recorded = bool(went.message_id) and any(
        letter.status is LetterStatus.SENT and letter.message_id == went.message_id for letter in application.letters
    )
    if is_recorded:
        return Change(application, f"Sent: {DEMANDS[went.kind].title}", letter_id=went.id)
    if stored is not None and stored.status is LetterStatus.SENT and not went.message_id:
        raise RefusedError("It's already recorded as sent.", can_override=False)
    if how == ELSEWHERE and stored is not None and stored.status is LetterStatus.SENDING and not went.message_id:
        raise RefusedError(
            "Another window is sending this letter, or was interrupted. Open it again to see where it stands.",
            can_override=False,
        )
    is_same = stored is not None and _is_still(stored, went)
    sent_letter = replace(
        went,
        id=went.id if is_same else new_id(application.letters),
        to=went.to if application.person(went.to) else None,
        interview=round_of(application, went),
        status=LetterStatus.SENT,
        sent=moment,
        how=how,
    )
    # What has left is a fact: nothing holds it back any more. A mail server's letter has its reason where it started.
    rule = f"sent anyway: {clean(override)}" if override.strip() and how != SMTP else ""
    after = replace(application, letters=replaced(application.letters, sent_letter))
    return _after_sending(application, after, sent_letter, when, rule)


def _is_still(stored: Letter, went: Letter) -> bool:
    """Return whether the stored letter is still the one that left."""
    if stored.status is LetterStatus.SENDING:
        return stored.message_id == went.message_id
    return stored.status is LetterStatus.DRAFT and (stored.subject, stored.body) == (went.subject, went.body)


def drafts_of(application: Application, kind: Kind, to: int | None, interview: int | None) -> list[Letter]:
    """Return the drafts of one letter; one about another interview is another letter.

    Args:
        interview: the one that it is about; None: whichever.
    """
    return [
        letter
        for letter in application.letters
        if (letter.kind, letter.to, letter.status) == (kind, to, LetterStatus.DRAFT)
        and (interview is None or letter.interview in (None, interview))
    ]


def written_elsewhere(
    application: Application,
    when: When,
    kind: Kind,
    to: int | None,
    *,
    sent: datetime | None = None,
    interview: int | None = None,
    subject: str = "",
    body: str = "",
    message_id: str = "",
) -> Change:
    """Return the application with a letter that the user wrote by hand: it counts like one of ours (ETIQUETTE 3.8).

    A draft of ours for the same step is no longer needed and goes. A letter of ours that may have gone did, when this
    is the mail.

    Raises:
        RefusedError: it is not known yet whether a letter of ours for the same went.
    """
    moment = sent or when.now
    if moment > when.now:
        raise InvalidFieldError("sent", "That time hasn't come yet. Enter one in the past.")
    for letter in application.letters:
        if letter.status is LetterStatus.SENDING and (letter.kind, letter.to) == (kind, to):
            if message_id and letter.message_id == message_id:
                return letter_sent(application, when, letter.id, letter.how, sent=moment)
            if not message_id:
                raise RefusedError(
                    "A letter for this may already have been sent. Open it and say whether it was.",
                    can_override=False,
                )
    drafts = {letter.id for letter in drafts_of(application, kind, to, interview)}
    letter = Letter(
        new_id(application.letters),
        kind,
        to,
        clean(subject),
        clean_lines(body),
        LetterStatus.SENT,
        moment,
        ELSEWHERE,
        interview,
        message_id,
        written=when.now,
    )
    letters_kept = tuple(other for other in application.letters if other.id not in drafts)
    after = replace(application, letters=(*letters_kept, letter))
    return _after_sending(application, after, letter, when, "")


def _after_sending(before: Application, after: Application, letter: Letter, when: When, rule: str) -> Change:
    """Return the change with the stage moved: a follow-up advances it (ETIQUETTE 1.5), a withdrawal ends it, an answer
    decides."""
    name = reader_of(before, letter.to)
    assert letter.sent is not None
    stage = before.stage
    if letter.kind in FOLLOW_UPS and (stage, Trigger.FOLLOW_UP_SENT) in TRANSITIONS:
        stage = advance(stage, Trigger.FOLLOW_UP_SENT)
    outcome = after.outcome
    if outcome is not None and outcome.kind is OutcomeKind.OFFER:
        decision = {Kind.OFFER_ACCEPT: Decision.ACCEPTED, Kind.OFFER_DECLINE: Decision.DECLINED}.get(letter.kind)
        if decision is not None:
            outcome = replace(outcome, decision=decision, decided=letter.sent)
    title = f"{DEMANDS[letter.kind].title} to {name}"
    text = f"{title}, sent from your own mail program" if letter.how == ELSEWHERE else title
    event = Event(letter.sent, "letter_sent", text, before.stage, stage, rule)
    after = replace(after, stage=stage, outcome=outcome)
    if letter.kind is Kind.WITHDRAWAL and stage is not Stage.OUTCOME:
        withdrawal = outcome_recorded(after, when, OutcomeKind.WITHDRAWN)
        return Change(
            withdrawal.application,
            f"Withdrew from {before.company}",
            (event, *withdrawal.events),
            is_final=letter.how == SMTP,
            letter_id=letter.id,
        )
    return Change(after, f"Sent: {title}", (event,), is_final=letter.how == SMTP, letter_id=letter.id)
