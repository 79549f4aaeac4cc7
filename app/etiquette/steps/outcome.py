"""The steps after an outcome: reply to a rejection or an offer, withdraw elsewhere, stay in touch."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.companies import Company
from app.etiquette.letter_kinds import OFFER_ANSWERS, REJECTION_ANSWERS, Kind
from app.etiquette.records import Application, InterviewStatus, Outcome, OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.etiquette.steps.waiting import recipient
from app.etiquette.steps.window import Window, is_waived
from app.etiquette.time.business_calendar import BusinessCalendar
from app.etiquette.time.dates import NEVER, add_months, add_time, local, say_clock
from app.etiquette.time.interview_times import day_of
from app.etiquette.titles import OUTCOME_TITLES

_DECISIONS = frozenset({Kind.OFFER_ACCEPT, Kind.OFFER_DECLINE})
_WITH_US = (InterviewStatus.PLANNED, InterviewStatus.HELD)
ASKED_FOR_BY_AN_OUTCOME = {
    OutcomeKind.OFFER: (StepName.ACKNOWLEDGE_OFFER, StepName.DECIDE_OFFER, StepName.WITHDRAW),
    OutcomeKind.REJECTED: (StepName.ANSWER_REJECTION,),
}
"""What an outcome asks for by itself. A skipped `WITHDRAW` here means that its acceptance asks nothing of others."""


def steps_of(application: Application, calendar: BusinessCalendar) -> list[Window]:
    """Return the windows of an application that has its outcome; none when its day is unknown (ETIQUETTE 2.24)."""
    outcome = application.outcome
    if outcome is None or outcome.at is None:
        return []
    if application.disputed is not None:
        check = _check(application, outcome, outcome.at, application.disputed, calendar)
        if not is_waived(application, check):
            return [check]
    if outcome.kind is OutcomeKind.OFFER:
        return _offer(application, outcome, outcome.at, calendar)
    if outcome.kind is OutcomeKind.REJECTED:
        return _rejection(application, outcome.at, calendar)
    return []


def _check(
    application: Application, outcome: Outcome, at: datetime, disputed: datetime, calendar: BusinessCalendar
) -> Window:
    """Return the window in which to say whether the outcome or what speaks against it is right (ETIQUETTE 2.31)."""
    kind, ended = OUTCOME_TITLES[outcome.kind].lower(), calendar.day(at)
    return Window(
        StepName.CHECK_OUTCOME,
        at,
        add_time(at, calendar.policy.check_outcome_due),
        None,
        None,
        ("check_outcome", (kind, ended, _at(application, disputed), calendar.day(disputed))),
        asked=at,
    )


def _at(application: Application, moment: datetime) -> str:
    """Return what an application has that was, or is to be, at a moment; "" for nothing."""
    if any(interview.starts == moment for interview in application.interviews):
        return "an interview"
    if any(letter.sent == moment for letter in application.letters):
        return "a letter"
    return "a reply" if any(reply.at == moment for reply in application.replies) else ""


def withdrawal(application: Application, company: Company, calendar: BusinessCalendar) -> Window | None:
    """Return the step to withdraw from an application that is still alive and came as far as an interview.

    ETIQUETTE 2.14. None when nobody else's offer was accepted, or the user skipped it since then.
    """
    accepted = company.offer_accepted
    if accepted is None or application.stage is Stage.OUTCOME:
        return None
    if application.stage is Stage.APPLIED and all(
        interview.status not in _WITH_US for interview in application.interviews
    ):
        return None
    policy, day = calendar.policy, calendar.day(accepted)
    window = Window(
        StepName.WITHDRAW,
        accepted,
        calendar.closes(calendar.after(day, policy.withdraw_due_business_days)),
        calendar.closes(calendar.after(day, policy.withdraw_late_business_days)),
        None,
        ("withdraw", (policy.withdraw_due_business_days,)),
        kind=Kind.WITHDRAWAL,
        person=recipient(application),
        asked=accepted,
    )
    return None if is_waived(application, window) else window


def _sent(application: Application, kinds: frozenset[Kind], since: datetime) -> list[datetime]:
    return sorted(
        letter.sent
        for letter in application.letters
        if letter.kind in kinds and letter.sent is not None and letter.sent >= since
    )


def _rejection(application: Application, at: datetime, calendar: BusinessCalendar) -> list[Window]:
    """Return the steps to reply (ETIQUETTE 2.11) and to stay in touch.

    ETIQUETTE 2.25: without any interview there is nothing to reply to.
    """
    policy = calendar.policy
    windows = []
    interviewed = any(
        interview.status is InterviewStatus.HELD and day_of(interview, policy.zone) <= calendar.day(at)
        for interview in application.interviews
    )
    if interviewed and not _sent(application, REJECTION_ANSWERS, at):
        windows.append(
            Window(
                StepName.ANSWER_REJECTION,
                at,
                add_time(at, policy.answer_rejection_due),
                calendar.late(add_time(at, policy.answer_rejection_late)),
                calendar.days_later(at, policy.answer_rejection_lapses_days),
                ("answer_rejection", ()),
                kind=Kind.REJECTION_REPLY,
                person=recipient(application),
                asked=at,
            )
        )
    if application.keep_in_touch and not application.no_follow_ups:
        windows.append(_stay_in_touch(application, at, calendar))
    return windows


def _stay_in_touch(application: Application, at: datetime, calendar: BusinessCalendar) -> Window:
    """Return the next time to write: some months after the rejection, then spaced over the year (ETIQUETTE 2.15)."""
    policy = calendar.policy
    sent = _sent(application, frozenset({Kind.STAY_IN_TOUCH}), at)
    waived = [waiver.at for waiver in application.waivers if waiver.step is StepName.STAY_IN_TOUCH]
    touched = sorted([*sent, *waived])
    day = add_months(calendar.day(touched[-1] if touched else at), policy.stay_in_touch_months)
    if policy.stay_in_touch_per_year and len(touched) >= policy.stay_in_touch_per_year:
        day = max(day, add_months(calendar.day(touched[-policy.stay_in_touch_per_year]), 12))
    why = ("stay_in_touch", (policy.stay_in_touch_months, policy.stay_in_touch_per_year))
    return Window(
        StepName.STAY_IN_TOUCH,
        calendar.opens(day),
        None,
        None,
        None,
        why,
        kind=Kind.STAY_IN_TOUCH,
        person=recipient(application),
        asked=NEVER,
    )


def _offer(application: Application, outcome: Outcome, at: datetime, calendar: BusinessCalendar) -> list[Window]:
    windows = []
    if outcome.decision is None and not _sent(application, OFFER_ANSWERS, at):
        windows.append(_acknowledge(application, outcome, at, calendar))
    if outcome.decision is None and not _sent(application, _DECISIONS, at):
        windows.append(_decide(application, outcome, at, calendar))
    return windows


def _deadline(outcome: Outcome, calendar: BusinessCalendar) -> datetime | None:
    """Return the moment by which an offer wants an answer, None where it names none: the hour that they gave, else the
    end of their day."""
    return outcome.decide_at or (calendar.closes(outcome.decide_by) if outcome.decide_by else None)


def _acknowledge(application: Application, outcome: Outcome, at: datetime, calendar: BusinessCalendar) -> Window:
    """Return the window in which to thank for an offer (ETIQUETTE 2.12)."""
    wait = calendar.policy.acknowledge_offer_due
    due = add_time(at, wait)
    return Window(
        StepName.ACKNOWLEDGE_OFFER,
        at,
        due,
        calendar.late(due),
        _deadline(outcome, calendar),
        ("acknowledge_offer", (wait,)),
        kind=Kind.OFFER_THANKS,
        person=recipient(application),
        asked=at,
    )


def _decide(application: Application, outcome: Outcome, at: datetime, calendar: BusinessCalendar) -> Window:
    """Return the window in which to decide on an offer, or ask for time if it names no deadline (ETIQUETTE 2.13)."""
    policy, deadline = calendar.policy, _deadline(outcome, calendar)
    day = outcome.decide_by or calendar.after(calendar.day(at), policy.decide_offer_business_days)
    due = max(at, deadline or calendar.closes(day))
    clock = say_clock(local(outcome.decide_at, policy.zone)) if outcome.decide_at else ""
    return Window(
        StepName.DECIDE_OFFER,
        at,
        due,
        calendar.late(due),
        None if deadline else max(calendar.days_later(at, policy.decide_offer_lapses_days), due),
        ("decide_offer", (day, deadline is not None, policy.decide_offer_business_days, clock)),
        kind=Kind.OFFER_ACCEPT if deadline else Kind.OFFER_TIME_REQUEST,
        person=recipient(application),
        asked=at,
    )
