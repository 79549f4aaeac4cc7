"""What they say: the reply-by date, an answer without a decision, the outcome; reopening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.etiquette.errors import InvalidFieldError, RefusedError
from app.etiquette.from_them import Reply, ReplyBy, Standing
from app.etiquette.records import Application, Decision, Event, Outcome, OutcomeKind
from app.etiquette.stages import STAGE_ORDER, TRANSITIONS, Stage, Trigger, advance
from app.etiquette.state.completing import complete
from app.etiquette.state.facts import assumed_reply_by, ends_at, held_interviews, reply_by_after
from app.etiquette.text import clean_lines, first_words
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import say_day
from app.etiquette.time.lengths import count
from app.etiquette.time.past_moments import TO_COME
from app.etiquette.titles import OUTCOME_TITLES
from app.hunt.changes import Change, When, new_id


def reply_by_set(application: Application, when: When, day: date | None) -> Change:
    """Return the application with the day by which they said they would answer; None: take the assumed date now."""
    calendar = calendar_of(when.policy)
    if day is not None:
        reply_by = ReplyBy(day, stated=True, known=when.now)
        text = f"They will decide by {say_day(day, calendar.day(when.now))}"
        return Change(replace(application, reply_by=reply_by), text, (Event(when.now, "reply_by_stated", text),))
    held = held_interviews(application, when.policy)
    if not held:
        raise RefusedError(
            "The usual wait counts from the last interview, and none has been held yet. Enter their date.",
            can_override=False,
        )
    assumed = assumed_reply_by(ends_at(held[-1], when.policy), calendar)
    text = f"Expected by {say_day(assumed, calendar.day(when.now))} (usual wait)"
    rule = f"{count(when.policy.assumed_reply_business_days, 'business day')} after the last interview"
    after = replace(application, reply_by=ReplyBy(assumed, stated=False, known=when.now))
    return Change(after, text, (Event(when.now, "reply_by_assumed", text, rule=rule),))


def they_answered(
    application: Application,
    when: When,
    *,
    text: str = "",
    at: datetime | None = None,
    is_day: bool = False,
    reply_by: date | None = None,
    away_until: date | None = None,
    person: int | None = None,
    message_id: str = "",
    subject: str = "",
    is_read: bool = True,
) -> Change:
    """Return the application with an answer of theirs that decides nothing, or with an out-of-office note.

    One that is not read may be something else: it changes nothing until `answer_read` (ETIQUETTE 3.10).

    A new date replaces the old one. Without one, a stated date still ahead stays, else one is assumed anew
    (ETIQUETTE 1.5, ETIQUETTE 3.4).

    Args:
        is_day: only the day of `at` is known.

    Raises:
        InvalidFieldError: the answer lies in the future.
    """
    at = at or when.now
    if at > when.now:
        raise InvalidFieldError("at", TO_COME)
    reply = Reply(
        new_id(application.replies), at, clean_lines(text).strip(), reply_by, away_until, person, message_id, subject
    )
    calendar = calendar_of(when.policy)
    if not is_read:
        reply = replace(reply, standing=Standing.UNREAD)
        event = Event(at, "maybe_answer", first_words(reply.text), rule="an email that may be a reply pauses the wait")
        after = replace(application, replies=(*application.replies, reply))
        return Change(after, f"{application.company} may have replied: read it", (event,))
    after = replace(application, replies=(*application.replies, reply))
    if away_until is not None:
        note = f"Away until {say_day(away_until, calendar.day(when.now))}: an out-of-office note, not a reply"
        event = Event(at, "away", note, rule="an out-of-office note is not a reply", is_day=is_day)
        return Change(after, note, (event,))
    return _answered(after, application, reply, when, at, is_day=is_day)


def _answered(
    after: Application, before: Application, reply: Reply, when: When, at: datetime, *, is_day: bool = False
) -> Change:
    """Return the application moved on by an answer that is among its replies already."""
    stage = before.stage
    if (stage, Trigger.THEY_ANSWERED) in TRANSITIONS:
        stage = advance(stage, Trigger.THEY_ANSWERED)
    new_reply_by = reply_by_after(before, reply, calendar_of(when.policy))
    rule = "their new date replaces the old one" if reply.reply_by else "a reply cancels the pending follow-up"
    text = first_words(reply.text) or "They replied; no decision yet"
    event = Event(at, "they_answered", text, before.stage, stage, rule, is_day=is_day)
    return Change(replace(after, stage=stage, reply_by=new_reply_by), f"Logged a reply from {before.company}", (event,))


def answer_read(
    application: Application, when: When, reply_id: int, *, is_answer: bool = True, reply_by: date | None = None
) -> Change:
    """Return the application with a mail read that may have been an answer: it counts from the day it came, or not at
    all (ETIQUETTE 3.10).

    Raises:
        RefusedError: it was read meanwhile.
    """
    unread = next((reply for reply in application.replies if reply.id == reply_id), None)
    if unread is None or unread.standing is not Standing.UNREAD:
        raise RefusedError("That email has already been read.", can_override=False)
    reply = replace(unread, standing=Standing.ANSWER if is_answer else Standing.NOTHING, reply_by=reply_by)
    replies = tuple(reply if other.id == reply_id else other for other in application.replies)
    after = replace(application, replies=replies)
    if is_answer:
        return _answered(after, application, reply, when, when.now)
    text = "Read: it wasn't a reply"
    return Change(after, f"{text} from {application.company}", (Event(when.now, "no_answer", text),))


def answer_was_outcome(
    application: Application,
    when: When,
    reply_id: int,
    kind: OutcomeKind,
    *,
    decide_by: date | None = None,
    decide_at: datetime | None = None,
) -> Change:
    """Return the application with a mail read that told its outcome, from the day on which it came."""
    answered = answer_read(application, when, reply_id)
    came = next(reply.at for reply in application.replies if reply.id == reply_id)
    decided = outcome_recorded(answered.application, when, kind, at=came, decide_by=decide_by, decide_at=decide_at)
    return replace(decided, events=(*answered.events, *decided.events))


def outcome_recorded(
    application: Application,
    when: When,
    kind: OutcomeKind,
    *,
    at: datetime | None = None,
    decide_by: date | None = None,
    decide_at: datetime | None = None,
    note: str = "",
) -> Change:
    """Return the application with its outcome; `decide_by` is an offer's deadline, `decide_at` its moment on that day.

    Raises:
        TransitionError: it has one already.
    """
    at = at or when.now
    if at > when.now:
        raise InvalidFieldError("at", TO_COME)
    after = advance(application.stage, Trigger.OUTCOME_RECORDED)
    outcome = Outcome(kind, at, came_from=application.stage)
    if kind is OutcomeKind.OFFER:
        outcome = replace(outcome, decide_by=decide_by, decide_at=decide_at)
    words = clean_lines(note).strip()
    text = OUTCOME_TITLES[kind] + (f": {words}" if words else "")
    event = Event(at, "outcome_recorded", text, application.stage, after)
    summary = f"{OUTCOME_TITLES[kind]}: {application.company}"
    return Change(replace(application, stage=after, outcome=outcome, disputed=None), summary, (event,))


def offer_decided(application: Application, when: When, decision: Decision) -> Change:
    """Return the application with the user's decision on its offer."""
    outcome = application.outcome
    if outcome is None or outcome.kind is not OutcomeKind.OFFER:
        raise RefusedError("There is no offer here to decide on.", can_override=False)
    text = f"Offer {decision.value}"
    after = replace(application, outcome=replace(outcome, decision=decision, decided=when.now))
    return Change(after, f"{text}: {application.company}", (Event(when.now, "offer_decided", text),))


def outcome_confirmed(application: Application, when: When) -> Change:
    """Return the application with the outcome that it has, against which nothing speaks any more (ETIQUETTE 2.31).

    Raises:
        RefusedError: nothing spoke against it.
    """
    outcome = application.outcome
    if outcome is None or application.disputed is None:
        raise RefusedError("There is nothing to check about this outcome.", can_override=False)
    text = f"Outcome checked: {OUTCOME_TITLES[outcome.kind].lower()}"
    after = replace(application, disputed=None)
    return Change(after, f"{text}, {application.company}", (Event(when.now, "outcome_confirmed", text),))


def reopened(application: Application, when: When) -> Change:
    """Return the application without its outcome, back in the stage it came from, or in the one that its facts tell
    where that is further on: another machine may have recorded an interview meanwhile (ETIQUETTE 1.6).

    Raises:
        TransitionError: it has no outcome.
    """
    came_from = application.outcome.came_from if application.outcome else None
    before = advance(application.stage, Trigger.REOPENED, came_from)
    unfinished = replace(application, stage=Stage.APPLIED, outcome=None, disputed=None)
    by_facts = complete(unfinished, None, (), when.policy, when.now)[0].stage
    stage = max(before, by_facts, key=lambda one: STAGE_ORDER[one])
    event = Event(when.now, "reopened", "Reopened", application.stage, stage)
    return Change(
        replace(application, stage=stage, outcome=None, disputed=None), f"Reopened {application.company}", (event,)
    )
