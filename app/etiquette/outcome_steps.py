"""The steps after an outcome: answering a no, an offer, staying in touch (section 2)."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.business_calendar import BusinessCalendar
from app.etiquette.dates import add_months, add_time
from app.etiquette.interview_times import day_of
from app.etiquette.letter_kinds import OFFER_ANSWERS, REJECTION_ANSWERS, Kind
from app.etiquette.records import Application, InterviewStatus, Outcome, OutcomeKind, StepName
from app.etiquette.waiting_steps import recipient
from app.etiquette.windows import NEVER, Window

_DECISIONS = frozenset({Kind.OFFER_ACCEPT, Kind.OFFER_DECLINE})


def steps_of(application: Application, calendar: BusinessCalendar) -> list[Window]:
    """Return the windows of an application that has its outcome."""
    outcome = application.outcome
    if outcome is None:
        return []
    if outcome.kind is OutcomeKind.OFFER:
        return _offer(application, outcome, calendar)
    if outcome.kind is OutcomeKind.REJECTED:
        return _rejection(application, outcome, calendar)
    return []


def _sent(application: Application, kinds: frozenset[Kind], since: datetime | None = None) -> list[datetime]:
    return sorted(
        letter.sent
        for letter in application.letters
        if letter.kind in kinds and letter.sent is not None and (since is None or letter.sent >= since)
    )


def _rejection(application: Application, outcome: Outcome, calendar: BusinessCalendar) -> list[Window]:
    policy = calendar.policy
    windows = []
    interviewed = any(
        interview.status is InterviewStatus.HELD and day_of(interview, policy.zone) <= calendar.day(outcome.at)
        for interview in application.interviews
    )
    if interviewed and not _sent(application, REJECTION_ANSWERS, outcome.at):
        windows.append(
            Window(
                StepName.ANSWER_REJECTION,
                outcome.at,
                add_time(outcome.at, policy.answer_rejection_due),
                calendar.late(add_time(outcome.at, policy.answer_rejection_late)),
                calendar.days_later(outcome.at, policy.answer_rejection_lapses_days),
                ("answer_rejection", ()),
                kind=Kind.REJECTION_REPLY,
                person=recipient(application),
                asked=outcome.at,
            )
        )
    if application.keep_in_touch and not application.no_follow_ups:
        windows.append(_stay_in_touch(application, outcome, calendar))
    return windows


def _stay_in_touch(application: Application, outcome: Outcome, calendar: BusinessCalendar) -> Window:
    """Return the next time to write: some months after the no, then spaced over the year."""
    policy = calendar.policy
    sent = _sent(application, frozenset({Kind.STAY_IN_TOUCH}), outcome.at)
    waived = [waiver.at for waiver in application.waivers if waiver.step is StepName.STAY_IN_TOUCH]
    touched = sorted([*sent, *waived])
    day = add_months(calendar.day(touched[-1] if touched else outcome.at), policy.stay_in_touch_months)
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


def _offer(application: Application, outcome: Outcome, calendar: BusinessCalendar) -> list[Window]:
    policy = calendar.policy
    to = recipient(application)
    windows = []
    if not _sent(application, OFFER_ANSWERS, outcome.at) and outcome.decision is None:
        due = add_time(outcome.at, policy.acknowledge_offer_due)
        lapses = calendar.closes(outcome.decide_by) if outcome.decide_by else None
        windows.append(
            Window(
                StepName.ACKNOWLEDGE_OFFER,
                outcome.at,
                due,
                calendar.late(due),
                lapses,
                ("acknowledge_offer", ()),
                kind=Kind.OFFER_THANKS,
                person=to,
                asked=outcome.at,
            )
        )
    if outcome.decision is None and not _sent(application, _DECISIONS, outcome.at):
        deadline = outcome.decide_by or calendar.after(calendar.day(outcome.at), policy.decide_offer_business_days)
        due = max(outcome.at, calendar.closes(deadline))
        windows.append(
            Window(
                StepName.DECIDE_OFFER,
                outcome.at,
                due,
                calendar.late(due),
                None,
                ("decide_offer", (deadline, outcome.decide_by is not None, policy.decide_offer_business_days)),
                kind=Kind.OFFER_ACCEPT if outcome.decide_by else Kind.OFFER_TIME_REQUEST,
                person=to,
                asked=outcome.at,
            )
        )
    return windows
