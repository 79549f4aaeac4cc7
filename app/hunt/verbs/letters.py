"""A letter drafted, edited, sent through us or elsewhere; steps waived and snoozed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.etiquette.dates import say_moment
from app.etiquette.errors import InvalidFieldError, RefusedError
from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, Kind
from app.etiquette.records import (
    Application,
    Decision,
    Event,
    Letter,
    LetterStatus,
    OutcomeKind,
    Snooze,
    StepName,
    Waiver,
)
from app.etiquette.restraints import restraint
from app.etiquette.stages import TRANSITIONS, Stage, Trigger, advance
from app.etiquette.text import clean, clean_lines
from app.etiquette.titles import STEP_TITLES
from app.hunt.changes import Change, When, new_id, replaced, required, the_letter, without
from app.hunt.verbs.answers import outcome_recorded

ELSEWHERE = "elsewhere"
DONE = "done"
"""The reason of a step that was not skipped, but done outside the program."""


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
) -> Change:
    """Return the application with a new draft; its id is temporary until stored."""
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
    name = _name(application, to)
    event = Event(when.now, "letter_drafted", f"{DEMANDS[kind].title} to {name} drafted")
    after = replace(application, letters=(*application.letters, letter))
    return Change(after, f"Drafted a letter to {name}", (event,))


def letter_edited(application: Application, when: When, letter_id: int, subject: str, body: str) -> Change:
    """Return the application with a draft's text as typed so far; bursts of typing are undone as one.

    Raises:
        RefusedError: it was sent meanwhile.
    """
    letter = the_letter(application, letter_id)
    if letter.status is not LetterStatus.DRAFT:
        raise RefusedError("It was sent already; start a new letter to change it.", can_override=False)
    changed = replace(letter, subject=clean(subject), body=clean_lines(body), written=when.now)
    after = replace(application, letters=replaced(application.letters, changed))
    return Change(after, f"Edited the letter to {_name(application, letter.to)}", coalesce=f"letter {letter_id}")


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
        in_reply_to=opened.in_reply_to,
        thread_subject=opened.thread_subject,
    )


def letter_deleted(application: Application, when: When, letter_id: int) -> Change:
    """Return the application without a draft."""
    letter = the_letter(application, letter_id)
    if letter.status is not LetterStatus.DRAFT:
        raise RefusedError("It was sent; what was sent stays on record.", can_override=False)
    name = _name(application, letter.to)
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


def sending_started(
    application: Application, when: When, letter_id: int, how: str, message_id: str, override: str = ""
) -> Change:
    """Return the application with a letter about to leave, its Message-ID made: a cut from here on is asked about."""
    letter = the_letter(application, letter_id)
    if letter.status is LetterStatus.SENT:
        raise RefusedError("It was sent already.", can_override=False)
    rule = hold_back(application, when, letter.kind, override)
    changed = replace(letter, status=LetterStatus.SENDING, how=how, message_id=message_id)
    event = Event(when.now, "sending_started", f"Sending to {_name(application, letter.to)} by {how}", rule=rule)
    after = replace(application, letters=replaced(application.letters, changed))
    return Change(after, f"Sending to {_name(application, letter.to)}", (event,))


def sending_failed(application: Application, when: When, letter_id: int, reason: str) -> Change:
    """Return the application with a letter that did not leave, a draft again."""
    letter = the_letter(application, letter_id)
    changed = replace(letter, status=LetterStatus.DRAFT, how="", message_id="")
    event = Event(when.now, "sending_failed", f"Not sent to {_name(application, letter.to)}: {clean(reason)}")
    after = replace(application, letters=replaced(application.letters, changed))
    return Change(after, f"Not sent to {_name(application, letter.to)}", (event,))


def letter_sent(
    application: Application, when: When, letter_id: int, how: str, *, sent: datetime | None = None, override: str = ""
) -> Change:
    """Return the application with a letter sent, and the stage that this leads to.

    Args:
        how: `ELSEWHERE` is a fact that is only recorded; any other way is held back by the etiquette.
        override: the reason for sending although it says not yet; it goes on the timeline.

    Raises:
        RefusedError: not yet, or sent already.
    """
    letter = the_letter(application, letter_id)
    if letter.status is LetterStatus.SENT:
        raise RefusedError("It was sent already.", can_override=False)
    rule = ""
    if how != ELSEWHERE and letter.status is not LetterStatus.SENDING:
        rule = hold_back(application, when, letter.kind, override)
    moment = sent or when.now
    if moment > when.now:
        raise InvalidFieldError("sent", "That moment is still to come.")
    gone = replace(letter, status=LetterStatus.SENT, sent=moment, how=how)
    after = replace(application, letters=replaced(application.letters, gone))
    return _after_sending(application, after, gone, when, rule)


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

    A draft of ours for the same step is no longer needed and goes.
    """
    moment = sent or when.now
    if moment > when.now:
        raise InvalidFieldError("sent", "That moment is still to come.")
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
    name = _name(before, letter.to)
    assert letter.sent is not None
    stage = before.stage
    if letter.kind in FOLLOW_UPS and (stage, Trigger.FOLLOW_UP_SENT) in TRANSITIONS:
        stage = advance(stage, Trigger.FOLLOW_UP_SENT)
    outcome = after.outcome
    if outcome is not None and outcome.kind is OutcomeKind.OFFER:
        decision = {Kind.OFFER_ACCEPT: Decision.ACCEPTED, Kind.OFFER_DECLINE: Decision.DECLINED}.get(letter.kind)
        if decision is not None:
            outcome = replace(outcome, decision=decision, decided=letter.sent)
    how = " (elsewhere)" if letter.how == ELSEWHERE else ""
    text = f"{DEMANDS[letter.kind].title} to {name}{how}"
    event = Event(letter.sent, "letter_sent", text, before.stage, stage, rule)
    after = replace(after, stage=stage, outcome=outcome)
    if letter.kind is Kind.WITHDRAWAL and stage is not Stage.OUTCOME:
        ended = outcome_recorded(after, when, OutcomeKind.WITHDRAWN)
        return Change(
            ended.application, f"Withdrew from {before.company}", (event, *ended.events), is_final=letter.how == "smtp"
        )
    return Change(after, f"Sent: {text}", (event,), is_final=letter.how == "smtp")


def step_waived(
    application: Application, when: When, step: StepName, person: int | None, interview: int | None, reason: str
) -> Change:
    """Return the application with a step skipped for a reason, which the timeline keeps.

    Raises:
        InvalidFieldError: no reason was given.
    """
    words = required(clean(reason), "reason", "A reason")
    waiver = Waiver(new_id(application.waivers), step, person, interview, words, when.now)
    what = f"Thank {_name(application, person)}" if step is StepName.THANK else STEP_TITLES[step]
    text = f"Done: {what}" if words == DONE else f"Skipped: {what} ({words})"
    after = replace(application, waivers=(*application.waivers, waiver))
    return Change(after, text, (Event(when.now, "step_waived", text, rule=words),))


def step_snoozed(application: Application, when: When, step: StepName, person: int | None, until: datetime) -> Change:
    """Return the application with a step out of sight until a moment.

    Raises:
        InvalidFieldError: that moment is past.
    """
    if until <= when.now:
        raise InvalidFieldError("until", "That moment is past.")
    others = tuple(
        snooze
        for snooze in application.snoozes
        if (snooze.step, snooze.person) != (step, person) and snooze.until > when.now
    )
    snooze = Snooze(new_id(application.snoozes), step, person, until)
    text = f"{STEP_TITLES[step]} snoozed until {say_moment(until, when.now, when.policy.zone)}"
    return Change(replace(application, snoozes=(*others, snooze)), text, (Event(when.now, "step_snoozed", text),))


def step_woken(application: Application, when: When, step: StepName, person: int | None) -> Change:
    """Return the application with a snoozed step back in sight."""
    others = tuple(snooze for snooze in application.snoozes if (snooze.step, snooze.person) != (step, person))
    text = f"{STEP_TITLES[step]} is back"
    return Change(replace(application, snoozes=others), text, (Event(when.now, "step_woken", text),))


def _name(application: Application, person_id: int | None) -> str:
    return application.addressee(person_id)
