"""A letter drafted, edited, discarded, sent through us or elsewhere. How one leaves by a mail server: `in_flight`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.etiquette.errors import InvalidFieldError, RefusedError, StaleRecordError
from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, Kind
from app.etiquette.records import (
    Application,
    Decision,
    Event,
    Letter,
    LetterStatus,
    OutcomeKind,
)
from app.etiquette.restraints import restraint
from app.etiquette.stages import TRANSITIONS, Stage, Trigger, advance
from app.etiquette.text import clean, clean_lines
from app.hunt.changes import Change, When, new_id, replaced, the_letter, without
from app.hunt.verbs.answers import outcome_recorded

ELSEWHERE, SMTP = "elsewhere", "smtp"
COMPOSED = "composed "
"""How the key of a verb begins that wrote a letter's text from a template: see `storage.letters.is_as_composed`."""


def drafted(
    application: Application,
    when: When,
    kind: Kind,
    to: int | None,
    subject: str,
    body: str,
    *,
    interview: int | None = None,
    in_reply_to: str = "",
    thread_subject: str = "",
    is_composed: bool = False,
) -> Change:
    """Return the application with a new draft; its id is temporary until stored.

    Args:
        is_composed: nobody has typed anything in it yet.
    """
    letter = Letter(
        new_id(application.letters),
        kind,
        to,
        clean(subject),
        clean_lines(body),
        interview=interview,
        in_reply_to=in_reply_to,
        thread_subject=thread_subject,
        written=when.now,
    )
    name = reader_of(application, to)
    event = Event(when.now, "letter_drafted", f"{DEMANDS[kind].title} to {name} drafted")
    after = replace(application, letters=(*application.letters, letter))
    return Change(
        after,
        f"Drafted a letter to {name}",
        (event,),
        coalesce=f"{COMPOSED}{kind} {to} {interview}" if is_composed else "",
        letter_id=letter.id,
    )


def letter_edited(application: Application, when: When, letter_id: int, subject: str, body: str) -> Change:
    """Return the application with a draft's text as typed so far; bursts of typing are undone as one.

    Raises:
        RefusedError: it was sent meanwhile.
    """
    letter = the_letter(application, letter_id)
    if letter.status is not LetterStatus.DRAFT:
        raise RefusedError(f"{_gone(letter)}; start a new letter to change it.", can_override=False)
    changed = replace(letter, subject=clean(subject), body=clean_lines(body), written=when.now)
    after = replace(application, letters=replaced(application.letters, changed))
    return Change(
        after,
        f"Edited the letter to {reader_of(application, letter.to)}",
        coalesce=f"letter {letter_id}",
        letter_id=letter_id,
    )


def letter_recomposed(
    application: Application,
    when: When,
    shown: Letter,
    subject: str,
    body: str,
    *,
    in_reply_to: str,
    thread_subject: str,
) -> Change:
    """Return the application with a draft's text composed anew, since what it said was out of date.

    Raises:
        RefusedError, StaleRecordError: it is no longer the draft that was shown.
    """
    letter = unchanged(application, shown)
    fresh = replace(
        letter,
        subject=clean(subject),
        body=clean_lines(body),
        in_reply_to=in_reply_to,
        thread_subject=thread_subject,
        written=when.now,
    )
    name = reader_of(application, letter.to)
    return Change(
        replace(application, letters=replaced(application.letters, fresh)),
        f"Updated the draft to {name}",
        (Event(when.now, "letter_drafted", f"{DEMANDS[letter.kind].title} to {name} brought up to date"),),
        coalesce=f"{COMPOSED}{letter.kind} {letter.to} {letter.interview}",
        letter_id=letter.id,
    )


def unchanged(application: Application, shown: Letter) -> Letter:
    """Return a draft as stored, if it is still what was shown.

    Raises:
        RefusedError: it was sent, or is being sent.
        StaleRecordError: it was changed in another window.
    """
    letter = the_letter(application, shown.id)
    if letter.status is not LetterStatus.DRAFT:
        raise RefusedError(f"{_gone(letter)}. Open it again to see how it stands.", can_override=False)
    if letter.version != shown.version:
        raise StaleRecordError(
            "This letter was changed in another window after it was shown here. Nothing was sent and nothing is lost:"
            " look at it again, then send it."
        )
    return letter


def _gone(letter: Letter) -> str:
    return "It was sent already" if letter.status is LetterStatus.SENT else "It is being sent, or may have been sent"


def letter_typed(application: Application, when: When, opened: Letter, subject: str, body: str) -> Change:
    """Return the application with what was typed into a letter since `opened` was read.

    Where it was changed, sent or deleted elsewhere meanwhile, that stays, and what was typed is a draft beside it.
    """
    stored = next((letter for letter in application.letters if letter.id == opened.id), None)
    if stored is not None and stored.status is LetterStatus.DRAFT and stored.version == opened.version:
        return letter_edited(application, when, opened.id, subject, body)
    return drafted(
        application,
        when,
        opened.kind,
        opened.to if application.person(opened.to) else None,
        subject,
        body,
        interview=_round_of(application, opened),
        in_reply_to=opened.in_reply_to,
        thread_subject=opened.thread_subject,
    )


def _round_of(application: Application, letter: Letter) -> int | None:
    """Return the interview that a letter belongs to, None when that was deleted."""
    return next((each.id for each in application.interviews if each.id == letter.interview), None)


def letter_deleted(application: Application, when: When, letter_id: int) -> Change:
    """Return the application without a draft."""
    letter = the_letter(application, letter_id)
    if letter.status is not LetterStatus.DRAFT:
        raise RefusedError(f"{_gone(letter)}; what was sent stays on record.", can_override=False)
    name = reader_of(application, letter.to)
    after = replace(application, letters=without(application.letters, letter_id))
    return Change(
        after, f"Deleted the draft to {name}", (Event(when.now, "letter_deleted", f"Draft to {name} deleted"),)
    )


def hold_back(application: Application, when: When, kind: Kind, override: str) -> str:
    """Return the rule to record for sending a letter of this kind now: "" or the override's reason.

    Raises:
        RefusedError: the etiquette says not yet and no reason to override was given.
    """
    refused = restraint(application, kind, when.policy, when.now, when.company)
    if refused is None:
        return ""
    if not override.strip():
        raise refused
    return f"overridden: {clean(override)}"


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
        raise InvalidFieldError("sent", "That moment is still to come.")
    if went is not None:
        return _went(application, when, went, how, moment, override)
    letter = the_letter(application, letter_id)
    if letter.status is LetterStatus.SENT:
        raise RefusedError("It was sent already.", can_override=False)
    rule = ""
    if how != ELSEWHERE and letter.status is not LetterStatus.SENDING:
        rule = hold_back(application, when, letter.kind, override)
    gone = replace(letter, status=LetterStatus.SENT, sent=moment, how=how)
    after = replace(application, letters=replaced(application.letters, gone))
    return _after_sending(application, after, gone, when, rule)


def _went(application: Application, when: When, went: Letter, how: str, moment: datetime, override: str) -> Change:
    """Return the application with a letter that left as `went`, whatever became of the draft meanwhile."""
    stored = next((letter for letter in application.letters if letter.id == went.id), None)
    is_known = bool(went.message_id) and any(
        letter.status is LetterStatus.SENT and letter.message_id == went.message_id for letter in application.letters
    )
    if is_known:
        return Change(application, f"Sent: {DEMANDS[went.kind].title}", letter_id=went.id)
    if stored is not None and stored.status is LetterStatus.SENT and not went.message_id:
        raise RefusedError("It is recorded as sent already.", can_override=False)
    is_same = stored is not None and _is_still(stored, went)
    gone = replace(
        went,
        id=went.id if is_same else new_id(application.letters),
        to=went.to if application.person(went.to) else None,
        interview=_round_of(application, went),
        status=LetterStatus.SENT,
        sent=moment,
        how=how,
    )
    # The rule was asked for when it was handed over: what has left is a fact.
    rule = f"overridden: {clean(override)}" if override.strip() else ""
    after = replace(application, letters=replaced(application.letters, gone))
    return _after_sending(application, after, gone, when, rule)


def _is_still(stored: Letter, went: Letter) -> bool:
    """Return whether the stored letter is the one that left, and nothing else was made of it meanwhile."""
    if stored.status is LetterStatus.SENDING:
        return stored.message_id == went.message_id
    return stored.status is LetterStatus.DRAFT and (stored.subject, stored.body) == (went.subject, went.body)


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
    """Return the application with a letter that the user wrote by hand: it counts like one of ours (section 3).

    A draft of ours for the same step is no longer needed and goes. A letter of ours that may have gone did, when this
    is the mail.

    Raises:
        RefusedError: it is not known yet whether a letter of ours for the same went.
    """
    moment = sent or when.now
    if moment > when.now:
        raise InvalidFieldError("sent", "That moment is still to come.")
    for letter in application.letters:
        if letter.status is LetterStatus.SENDING and (letter.kind, letter.to) == (kind, to):
            if message_id and letter.message_id == message_id:
                return letter_sent(application, when, letter.id, letter.how, sent=moment)
            if not message_id:
                raise RefusedError(
                    "A letter for this may have been sent already. Open it and press ctrl+s to say whether it went.",
                    can_override=False,
                )
    drafts = {
        letter.id
        for letter in application.letters
        if letter.kind is kind and letter.to == to and letter.status is LetterStatus.DRAFT
    }
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
    kept = tuple(other for other in application.letters if other.id not in drafts)
    after = replace(application, letters=(*kept, letter))
    return _after_sending(application, after, letter, when, "")


def _after_sending(before: Application, after: Application, letter: Letter, when: When, rule: str) -> Change:
    """Return the change with the stage moved: a follow-up advances it, a withdrawal ends it, an answer decides."""
    name = reader_of(before, letter.to)
    assert letter.sent is not None
    stage = before.stage
    if letter.kind in FOLLOW_UPS and (stage, Trigger.FOLLOW_UP_SENT) in TRANSITIONS:
        stage = advance(stage, Trigger.FOLLOW_UP_SENT)
    outcome = after.outcome
    if outcome is not None and outcome.kind is OutcomeKind.OFFER:
        decision = {Kind.OFFER_ACCEPT: Decision.ACCEPTED, Kind.OFFER_DECLINE: Decision.DECLINED}.get(letter.kind)
        if decision is not None:
            outcome = replace(outcome, decision=decision)
    how = " (elsewhere)" if letter.how == ELSEWHERE else ""
    text = f"{DEMANDS[letter.kind].title} to {name}{how}"
    event = Event(letter.sent, "letter_sent", text, before.stage, stage, rule)
    after = replace(after, stage=stage, outcome=outcome)
    if letter.kind is Kind.WITHDRAWAL and stage is not Stage.OUTCOME:
        ended = outcome_recorded(after, when, OutcomeKind.WITHDRAWN)
        return Change(
            ended.application,
            f"Withdrew from {before.company}",
            (event, *ended.events),
            is_final=letter.how == SMTP,
            letter_id=letter.id,
        )
    return Change(after, f"Sent: {text}", (event,), is_final=letter.how == SMTP, letter_id=letter.id)


def reader_of(application: Application, person_id: int | None) -> str:
    """Return the name of whom a letter goes to."""
    person = application.person(person_id)
    return person.name if person else "the hiring team"
