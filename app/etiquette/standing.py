"""Where an application stands, read from its facts: who is still to thank, what was sent, which date is in force."""

from __future__ import annotations

from datetime import date, datetime

from app.etiquette.business_calendar import BusinessCalendar
from app.etiquette.frozen import dataclass
from app.etiquette.interview_times import day_of
from app.etiquette.interview_times import ends_at as ends_at
from app.etiquette.letter_kinds import FOLLOW_UPS, THANKS, Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Letter, LetterStatus, ReplyBy, StepName
from app.etiquette.stages import Stage

# Here and in what works the steps out, members that are asked for with every application are looked up once: through an
# enum it takes ten times as long, and is a tenth of the time.
_PLANNED, _HELD = InterviewStatus.PLANNED, InterviewStatus.HELD
_SENT = LetterStatus.SENT
_WAITING = (Stage.WAITING, Stage.FOLLOWED_UP)


@dataclass(frozen=True, slots=True)
class Thanks:
    """One thank step: whom (None: nobody is known by name), for which interview, and when it was dealt with, if so."""

    person: int | None
    interview: Interview
    done: datetime | None


def held_interviews(application: Application, policy: Policy) -> list[Interview]:
    """Return the interviews that took place, the earliest end first."""
    held = [interview for interview in application.interviews if interview.status is _HELD]
    if len(held) > 1:
        held.sort(key=lambda interview: ends_at(interview, policy))
    return held


def planned_ahead(application: Application, policy: Policy, now: datetime) -> Interview | None:
    """Return an interview that is to come or under way, which is itself their answer; None without one."""
    for interview in application.interviews:
        if interview.status is _PLANNED and ends_at(interview, policy) > now:
            return interview
    return None


def thanks_of(application: Application, held: list[Interview]) -> list[Thanks]:
    """Return the thanks that the interviews call for, one a person (for the latest round that they were met in).

    Args:
        held: as `held_interviews` returns it.
    """
    latest: dict[int | None, Interview] = {}
    for interview in held:
        for person in interview.met or (None,):
            latest.pop(person, None)
            latest[person] = interview
    return [
        Thanks(person, interview, _dealt_with(application, person, interview)) for person, interview in latest.items()
    ]


def _dealt_with(application: Application, person: int | None, interview: Interview) -> datetime | None:
    """Return when the thanks of one person for one interview were first dealt with, None while they are not."""
    if not application.letters and not application.waivers:
        return None
    first = None
    for letter in application.letters:
        if (
            letter.sent is not None
            and letter.kind in THANKS
            and letter.status is _SENT
            and letter.sent >= interview.starts
            and (
                (letter.to == person and person is not None)
                or (letter.interview in (None, interview.id) and _thanks_all(letter, person, interview))
            )
            and (first is None or letter.sent < first)
        ):
            first = letter.sent
    for waiver in application.waivers:
        if (
            waiver.step is StepName.THANK
            and (waiver.interview == interview.id or (waiver.interview is None and waiver.at >= interview.starts))
            and (waiver.person == person or (waiver.person is None and waiver.interview is not None))
            and (first is None or waiver.at < first)
        ):
            first = waiver.at
    return first


def _thanks_all(letter: Letter, person: int | None, interview: Interview) -> bool:
    """Return whether a letter to somebody else, or to nobody by name, thanks this person as well."""
    alone = letter.to is None and len(interview.met) == 1
    return person is None or letter.kind is Kind.PANEL_THANK_YOU or alone


def follow_ups_since(application: Application, since: datetime | None) -> list[datetime]:
    """Return when follow-ups were sent, earliest first, those since the last interview alone (`since` its start)."""
    sent = [
        letter.sent
        for letter in application.letters
        if letter.kind in FOLLOW_UPS
        and letter.sent is not None
        and letter.status is _SENT
        and (since is None or letter.sent >= since)
    ]
    if len(sent) > 1:
        sent.sort()
    return sent


def last_status_mail(application: Application) -> datetime | None:
    """Return when the last follow-up of any round went out."""
    sent = follow_ups_since(application, None)
    return sent[-1] if sent else None


def reply_by_in_force(
    application: Application, last_held: Interview | None, calendar: BusinessCalendar
) -> ReplyBy | None:
    """Return the reply-by date that counts: one from before the last interview has had its day, and who waits
    without one waits for the assumed one."""
    reply_by = application.reply_by
    if last_held is None or (reply_by is not None and reply_by.date >= day_of(last_held, calendar.policy.zone)):
        return reply_by
    if application.stage not in _WAITING:
        return None
    return ReplyBy(assumed_reply_by(ends_at(last_held, calendar.policy), calendar), stated=False)


def assumed_reply_by(moment: datetime, calendar: BusinessCalendar) -> date:
    """Return the date that the policy assumes after an interview or an answer at `moment` (section 2: 7 bd)."""
    return calendar.after(calendar.day(moment), calendar.policy.assumed_reply_business_days)


def away_until(application: Application, now: datetime) -> date | None:
    """Return the day that somebody there returns, by the last out-of-office note; None when none was seen."""
    if not application.replies:
        return None
    return max(
        (reply.away_until for reply in application.replies if reply.away_until and reply.at <= now), default=None
    )
