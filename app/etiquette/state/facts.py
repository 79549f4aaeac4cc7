"""Where an application stands, read from its facts: who is still to thank, what was sent, which date is in force."""

from __future__ import annotations

from datetime import date, datetime

from app.etiquette.from_them import Reply, ReplyBy, Standing
from app.etiquette.frozen import dataclass
from app.etiquette.letter_kinds import FOLLOW_UPS, THANKS, Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Letter, LetterStatus, StepName, Waiver
from app.etiquette.stages import WAITING_STAGES, Stage
from app.etiquette.time.business_calendar import BusinessCalendar
from app.etiquette.time.interview_times import day_of
from app.etiquette.time.interview_times import ends_at as ends_at

# Here and in what works the steps out, members that are asked for with every application are looked up once: through an
# enum it takes ten times as long, and is a tenth of the time.
_PLANNED, _HELD, _MISSED = InterviewStatus.PLANNED, InterviewStatus.HELD, InterviewStatus.MISSED
_CANCELLED = InterviewStatus.CANCELLED
_SENT = LetterStatus.SENT
_APPLIED, _FOLLOWED_UP, _OUTCOME = Stage.APPLIED, Stage.FOLLOWED_UP, Stage.OUTCOME

LAPSED = "lapsed"
"""The reason of a waiver that time made of thanks that were never sent (ETIQUETTE 2.18)."""


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


def has_interviewed(application: Application) -> bool:
    """Return whether an interview took place, as far as anybody has recorded: also one that only a sheet tells of."""
    outcome = application.outcome
    stage = outcome.came_from if application.stage is _OUTCOME and outcome is not None else application.stage
    return stage is not _APPLIED or any(interview.status is _HELD for interview in application.interviews)


def planned_ahead(application: Application, policy: Policy, now: datetime) -> Interview | None:
    """Return an interview that is to come or under way, which is their answer (ETIQUETTE 2.22); None without one."""
    for interview in application.interviews:
        if interview.status is _PLANNED and ends_at(interview, policy) > now:
            return interview
    return None


def missed_lately(application: Application) -> Interview | None:
    """Return the interview that they missed when nothing has come of it since (ETIQUETTE 2.23); None without one.

    Another round, planned or held, is what the letter about the missed one asked for. An answer of theirs is enough
    where one waits for answers anyway.
    """
    last = last_missed(application)
    if last is None:
        return None
    answered_at = last_answer(application)
    waits = application.stage in WAITING_STAGES
    return None if waits and answered_at is not None and answered_at >= last.starts else last


def last_missed(application: Application) -> Interview | None:
    """Return the interview that they missed when there was none after it; None without one."""
    last = None
    for interview in application.interviews:
        if interview.status is not _CANCELLED and (last is None or interview.starts >= last.starts):
            last = interview
    return last if last is not None and last.status is _MISSED else None


def is_undated(application: Application) -> bool:
    """Return whether a sheet says that there was an interview, of which the day is unknown (ETIQUETTE 2.5)."""
    return application.stage not in (_APPLIED, _OUTCOME) and all(
        interview.status is _CANCELLED for interview in application.interviews
    )


def next_round(application: Application) -> int:
    """Return the number of the next round; one that they missed does not count."""
    return max((other.round for other in application.interviews if other.status is not _MISSED), default=0) + 1


def thanks_of(application: Application, held: list[Interview]) -> list[Thanks]:
    """Return the thanks that the interviews call for, one a person (for the latest round that they were met in).

    ETIQUETTE 3.9: one step a person and a reason.

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
    first = thanks_sent(application, person, interview)
    for waiver in application.waivers:
        if _skips_thanks(waiver, person, interview) and (first is None or waiver.at < first):
            first = waiver.at
    return first


def thanks_sent(application: Application, person: int | None, interview: Interview) -> datetime | None:
    """Return when one person was first thanked for one interview, None when they were not.

    ETIQUETTE 2.17: a letter counts for the round that it names; one that names none, for the rounds that had begun by
    then.
    """
    first = None
    for letter in application.letters:
        if (
            letter.sent is not None
            and letter.kind in THANKS
            and letter.status is _SENT
            and (letter.sent >= interview.starts if letter.interview is None else letter.interview == interview.id)
            and ((letter.to == person and person is not None) or _thanks_all(letter, person, interview))
            and (first is None or letter.sent < first)
        ):
            first = letter.sent
    return first


def is_thanking_skipped(application: Application, person: int | None, interview: Interview) -> bool:
    """Return whether the thanks of one person for one interview were skipped, or dealt with otherwise than by a letter;
    those that lapsed were not (ETIQUETTE 2.18)."""
    return any(waiver.reason != LAPSED and _skips_thanks(waiver, person, interview) for waiver in application.waivers)


def _skips_thanks(waiver: Waiver, person: int | None, interview: Interview) -> bool:
    return (
        waiver.step is StepName.THANK
        and (waiver.interview == interview.id or (waiver.interview is None and waiver.at >= interview.starts))
        and (waiver.person == person or (waiver.person is None and waiver.interview is not None))
    )


def _thanks_all(letter: Letter, person: int | None, interview: Interview) -> bool:
    """Return whether a letter to somebody else, or to nobody by name, thanks this person as well."""
    alone = letter.to is None and len(interview.met) == 1
    return person is None or letter.kind is Kind.PANEL_THANK_YOU or alone


def follow_ups_since(application: Application, since: datetime | None) -> list[datetime]:
    """Return when follow-ups were sent, earliest first: those from `since` on, None for all of them."""
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


def follow_ups_counted(application: Application, last_held: Interview | None) -> list[datetime]:
    """Return when the follow-ups were sent that count: those since their last answer or the last interview, whichever
    is later (ETIQUETTE 3.2), earliest first.

    One that only a sheet tells of, without its day, was sent by the time that the sheet was imported at the latest.
    """
    since, answered_at = last_held.starts if last_held else None, last_answer(application)
    if answered_at is not None and (since is None or answered_at > since):
        since = answered_at
    sent = follow_ups_since(application, since)
    if not sent and is_follow_up_undated(application) and application.added is not None:
        return [application.added]
    return sent


def is_follow_up_undated(application: Application) -> bool:
    """Return whether a sheet says that a follow-up was sent, on an unknown day."""
    return application.stage is _FOLLOWED_UP and not follow_ups_since(application, None)


def waiting_stage(application: Application, policy: Policy) -> Stage:
    """Return where an application that waits stands by its letters: waiting, or followed up (ETIQUETTE 1.5)."""
    held = held_interviews(application, policy)
    return Stage.FOLLOWED_UP if follow_ups_counted(application, held[-1] if held else None) else Stage.WAITING


def last_answer(application: Application) -> datetime | None:
    """Return when they last answered without a decision, None when they never did.

    ETIQUETTE 3.5: an out-of-office note is no answer.
    """
    if not application.replies:
        return None
    return max((reply.at for reply in application.replies if reply.is_answer), default=None)


def unread_answer(application: Application) -> Reply | None:
    """Return the first mail that may be an answer and that nobody has read, None without one: the wait stands still
    until it is read, or skipped (ETIQUETTE 3.10)."""
    unread = [reply for reply in application.replies if reply.standing is Standing.UNREAD]
    if not unread:
        return None
    skipped = [waiver.at for waiver in application.waivers if waiver.step is StepName.READ_ANSWER]
    left = (reply for reply in unread if not any(at >= reply.at for at in skipped))
    return min(left, key=lambda reply: reply.at, default=None)


def last_status_mail(application: Application) -> datetime | None:
    """Return when the last follow-up of any round went out, at the latest."""
    sent = follow_ups_since(application, None)
    if not sent:
        return application.added if is_follow_up_undated(application) else None
    return sent[-1]


def reply_by_in_force(
    application: Application, last_held: Interview | None, calendar: BusinessCalendar
) -> ReplyBy | None:
    """Return the reply-by date that counts: one from before the last interview has had its day, and who waits
    without one waits for the assumed one."""
    reply_by = application.reply_by
    if last_held is None or (reply_by is not None and reply_by.date >= day_of(last_held, calendar.policy.zone)):
        return reply_by
    if application.stage not in WAITING_STAGES:
        return None
    return ReplyBy(assumed_reply_by(ends_at(last_held, calendar.policy), calendar), stated=False)


def assumed_reply_by(moment: datetime, calendar: BusinessCalendar) -> date:
    """Return the date that the policy assumes after an interview or an answer at `moment` (ETIQUETTE 2.19)."""
    return calendar.after(calendar.day(moment), calendar.policy.assumed_reply_business_days)


def reply_by_after(application: Application, reply: Reply, calendar: BusinessCalendar) -> ReplyBy | None:
    """Return the date that counts after an answer: a new one replaces the old one; without one, a stated date that
    lies ahead stays, and who waits waits for one assumed anew (ETIQUETTE 3.4)."""
    if reply.reply_by is not None:
        return ReplyBy(reply.reply_by, stated=True, known=reply.at)
    reply_by = application.reply_by
    is_ahead = reply_by is not None and reply_by.stated and reply_by.date >= calendar.day(reply.at)
    if application.stage not in WAITING_STAGES or is_ahead:
        return reply_by
    return ReplyBy(assumed_reply_by(reply.at, calendar), stated=False, known=reply.at)


def away_until(application: Application, now: datetime) -> date | None:
    """Return the day that somebody there returns, by the last out-of-office note (ETIQUETTE 3.5); None without one."""
    if not application.replies:
        return None
    return max(
        (reply.away_until for reply in application.replies if reply.away_until and reply.at <= now), default=None
    )
