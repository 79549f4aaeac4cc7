"""What can be done next, when and why: `next_steps()`, which every list, timeline and export reads (ETIQUETTE 2)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from app.etiquette.companies import Company
from app.etiquette.frozen import dataclass, replace
from app.etiquette.letter_kinds import FOLLOW_UPS, Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, StepName
from app.etiquette.stages import Stage
from app.etiquette.state.facts import ends_at, held_interviews, missed_lately, thanks_of
from app.etiquette.state.settling import settle
from app.etiquette.steps import debriefing, reasons
from app.etiquette.steps import missed as missed_steps
from app.etiquette.steps import outcome as outcome_steps
from app.etiquette.steps import waiting as waiting_steps
from app.etiquette.steps.window import Window, is_waived
from app.etiquette.time.business_calendar import BusinessCalendar, calendar_of
from app.etiquette.time.dates import NEVER, add_time
from app.etiquette.time.interview_times import day_of, last_day_of, starts_at


class Urgency(StrEnum):
    """How much a step presses; the order is that of the due list."""

    LATE = "late"
    DUE = "due"
    OPEN = "open"
    NOT_YET = "not_yet"


_LATE, _DUE, _OPEN, _NOT_YET = Urgency.LATE, Urgency.DUE, Urgency.OPEN, Urgency.NOT_YET
_RANK = {_LATE: 0, _DUE: 1, _OPEN: 2, _NOT_YET: 3}
_PLANNED = InterviewStatus.PLANNED
_OUTCOME = Stage.OUTCOME
_THANK = StepName.THANK


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be done. Moments are UTC; None never comes."""

    application_id: int | None
    """None for the whole hunt's step, keep_applying."""
    name: StepName
    kind: Kind | None
    """The letter that it calls for; None: none."""
    person: int | None
    """Whom it goes to; None: nobody by name, or not about a person."""
    interview: int | None
    opens: datetime
    due: datetime | None
    late: datetime | None
    lapses: datetime | None
    urgency: Urgency
    snoozed_until: datetime | None
    why: tuple[str, tuple[object, ...]]

    def reason_on(self, today: date) -> str:
        """Return the rule behind it in one sentence, as it is said on a day."""
        return reasons.sentence(*self.why, today, is_ahead=self._is_ahead)

    @property
    def _is_ahead(self) -> bool:
        """Whether it does not open by itself yet, as one does that is only snoozed."""
        return self.urgency is _NOT_YET and (self.snoozed_until is None or self.snoozed_until < self.opens)

    @property
    def is_now(self) -> bool:
        """Whether it belongs on the due list today."""
        return self.urgency is not _NOT_YET


NO_COMPANY = Company()


def next_steps(application: Application, policy: Policy, now: datetime, company: Company = NO_COMPANY) -> list[Step]:
    """Return what can be done about one application, most urgent first; nothing when it rests or is archived.

    Args:
        now: an aware instant.
        company: what other applications at the same company hold back (ETIQUETTE 3.6).
    """
    return [] if application.archived else settled_steps(settle(application, policy, now)[0], policy, now, company)


def settled_steps(application: Application, policy: Policy, now: datetime, company: Company = NO_COMPANY) -> list[Step]:
    """Return what `next_steps` does, of an application that is not archived and was settled at `now` already.

    ETIQUETTE 2.23: after a missed interview there is nothing of the wait.
    ETIQUETTE 2.30: who is to withdraw does not follow up.
    """
    calendar = calendar_of(policy)
    held = held_interviews(application, policy)
    windows = _interview_steps(application, held, calendar, now)
    if application.stage is _OUTCOME:
        windows += outcome_steps.steps_of(application, calendar)
    else:
        missed = missed_lately(application)
        if missed is not None:
            windows += missed_steps.steps_of(application, missed, calendar, now)
        else:
            windows += waiting_steps.steps_of(application, held, calendar, now, company)
        if application.replies:
            windows += waiting_steps.unread_windows(application, calendar)
        withdrawal = outcome_steps.withdrawal(application, company, calendar)
        if withdrawal is not None:
            windows = [window for window in windows if window.kind not in FOLLOW_UPS] + [withdrawal]
    steps = [
        _judged(application, window, calendar, now)
        for window in windows
        if (window.lapses is None or now < window.lapses)
        and not (application.waivers and is_waived(application, window))
    ]
    if len(steps) > 1:
        steps.sort(key=order)
    return steps


def order(step: Step) -> tuple[int, datetime, datetime]:
    """Return the sort key of the due list: urgency, then what falls due first, then what opens first; what is not open
    yet stands by the day on which it comes up."""
    return _RANK[step.urgency], presses(step), step.opens


def presses(step: Step) -> datetime:
    """Return the moment by which a step stands among those of its urgency."""
    return comes_up(step) if step.urgency is _NOT_YET else step.due or step.late or NEVER


def comes_up(step: Step) -> datetime:
    """Return the moment for which a step that is not open yet is announced: an interview begins, a window opens, a
    snooze ends."""
    if step.snoozed_until is not None:
        return step.snoozed_until
    return step.due if step.name is StepName.PREPARE and step.due is not None else step.opens


def urgency_of(window: Window, calendar: BusinessCalendar, now: datetime) -> Urgency:
    """Return how much a window presses at `now` (ETIQUETTE 2.20)."""
    due = window.due
    if now < window.opens:
        return _NOT_YET
    if window.late is not None and now >= window.late:
        return _LATE
    if due is not None and (due <= now or calendar.day(due) <= calendar.day(now)):
        return _DUE
    return _OPEN


def judged(application_id: int | None, window: Window, urgency: Urgency, snoozed: datetime | None = None) -> Step:
    """Return a window as a step."""
    return Step(
        application_id,
        window.name,
        window.kind,
        window.person,
        window.interview,
        window.opens,
        window.due,
        window.late,
        window.lapses,
        urgency,
        snoozed,
        window.why,
    )


def _judged(application: Application, window: Window, calendar: BusinessCalendar, now: datetime) -> Step:
    if not application.snoozes:
        return judged(application.id, window, urgency_of(window, calendar, now))
    snoozed = None
    for snooze in application.snoozes:
        if snooze.step is window.name and snooze.person == window.person and snooze.until > now:
            snoozed = snooze.until
    urgency = _NOT_YET if snoozed else urgency_of(window, calendar, now)
    return judged(application.id, window, urgency, snoozed)


def _interview_steps(
    application: Application, held: list[Interview], calendar: BusinessCalendar, now: datetime
) -> list[Window]:
    """Return what interviews call for: preparing (ETIQUETTE 2.1), noting how they went, and thanking."""
    if not application.interviews:
        return []
    policy = calendar.policy
    windows = []
    in_play = application.stage is not _OUTCOME
    for interview in application.interviews:
        if interview.status is _PLANNED and (starts := starts_at(interview, policy)) > now and in_play:
            opens = add_time(starts, -policy.prepare_opens)
            windows.append(
                Window(
                    StepName.PREPARE,
                    opens,
                    starts,
                    None,
                    starts,
                    ("prepare_day", (interview.round,))
                    if interview.day_only
                    else ("prepare", (interview.round, policy.prepare_opens)),
                    interview=interview.id,
                )
            )
    if in_play:
        windows += debriefing.steps_of(application, held, policy, now) + _thanks(application, held, calendar, now)
    return windows


def _thanks(application: Application, held: list[Interview], calendar: BusinessCalendar, now: datetime) -> list[Window]:
    """Return the windows of thanks that are still to be sent (ETIQUETTE 2.6), except those of rounds long ago."""
    lapsed_before = add_time(now, -calendar.thanks_surely_lapsed)
    lately = [interview for interview in held if ends_at(interview, calendar.policy) > lapsed_before]
    windows: list[Window] = []
    last_interview = None
    for thanks in thanks_of(application, lately):
        if thanks.done is not None:
            continue
        if last_interview is thanks.interview:  # everybody met there has the same time
            windows.append(replace(windows[-1], person=thanks.person))
        else:
            windows.append(thank_window(thanks.person, thanks.interview, calendar))
            last_interview = thanks.interview
    return windows


def thank_window(person: int | None, interview: Interview, calendar: BusinessCalendar) -> Window:
    """Return the window in which to thank one person for one interview (ETIQUETTE 2.6, ETIQUETTE 5.4)."""
    policy = calendar.policy
    ended_at = ends_at(interview, policy)
    urged = policy.thanks_are_customary
    screen = "screen" in interview.kind.casefold()
    met_on = last_day_of(interview, policy.zone) if interview.day_only else day_of(interview, policy.zone)
    return Window(
        _THANK,
        add_time(ended_at, policy.thank_opens),
        add_time(ended_at, policy.thank_due) if urged else None,
        calendar.late(add_time(ended_at, policy.thank_late)) if urged else None,
        calendar.days_later(ended_at, policy.thank_lapses_days),
        ("thank", (met_on, urged, policy.thank_due, policy.thank_late)),
        kind=Kind.PHONE_SCREEN_THANK_YOU if screen else Kind.THANK_YOU,
        person=person,
        interview=interview.id,
        asked=interview.starts,
    )
