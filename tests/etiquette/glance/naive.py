"""The numbers of a search counted once more, as slowly and plainly as one can: a whole pass for every number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from app.etiquette.records import Application, Interview
from tests.etiquette.glance.hunts import NOW, TODAY, ZONE

Search = list[tuple[Application, list[datetime]]]
BEFORE_INTERVIEWS = ("applied", "outcome")


def day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()


def end(interview: Interview) -> datetime:
    if interview.day_only:
        there = interview.starts
        return datetime(there.year, there.month, there.day, 17, tzinfo=ZONE)
    return interview.ends or interview.starts + timedelta(hours=1)


def start(interview: Interview) -> datetime:
    if interview.day_only:
        there = interview.starts
        return datetime(there.year, there.month, there.day, 9, tzinfo=ZONE)
    return interview.starts


def happened(interview: Interview) -> bool:
    return interview.status == "held" or (interview.status == "planned" and end(interview) <= NOW)


def rounds(application: Application) -> list[Interview]:
    return sorted(filter(happened, application.interviews), key=end)


def stage_before_outcome(application: Application) -> str:
    return application.outcome.came_from if application.outcome else application.stage


def depth(application: Application) -> int:
    counted = len(rounds(application))
    if counted == 0 and stage_before_outcome(application) not in BEFORE_INTERVIEWS:
        counted = 1
    return counted


def applied(search: Iterable[tuple[Application, list[datetime]]]) -> list[tuple[Application, list[datetime]]]:
    kept = []
    for application, planned in search:
        by_day = application.applied_on is not None and application.applied_on <= TODAY
        by_interview = any(interview.status != "cancelled" for interview in application.interviews)
        if by_day or by_interview or application.stage != "applied" or application.outcome:
            kept.append((application, planned))
    return kept


def end_of(application: Application) -> str:
    if application.outcome:
        names = {"offer": "offers", "no_response": "no_reply"}
        return names.get(application.outcome.kind, application.outcome.kind.value)
    return "archived" if application.archived else "still_open"


def signs_of_life(application: Application, planned: list[datetime], after: int) -> list[datetime]:
    """Return what they let one hear after applying (0) or a round, and before the round that came next."""
    held = rounds(application)
    heard = [reply.at for reply in application.replies if not reply.away_until] + planned
    if after:
        if not held:
            pass
        else:
            heard = [moment for moment in heard if moment >= end(held[after - 1])]
    if after < len(held):
        heard = [moment for moment in heard if moment < start(held[after])]
    is_last = after == depth(application)
    outcome = application.outcome
    if is_last and outcome and outcome.kind in ("offer", "rejected") and outcome.at:
        heard.append(outcome.at)
    return heard


def wait(application: Application, planned: list[datetime], after: int) -> tuple[str, int | None] | None:
    """Return how one wait went, None when there was none or it does not count."""
    if after > depth(application):
        return None
    held = rounds(application)
    began = application.applied_on if after == 0 else day(end(held[after - 1])) if held else None
    heard = signs_of_life(application, planned, after)
    if heard:
        passed = None if began is None else (day(min(heard)) - began).days
        return "answered", passed if passed is not None and passed >= 0 else None
    if after < depth(application):
        return "answered", None
    kind = application.outcome.kind if application.outcome else None
    since = end(held[after - 1]) if after and held else None
    invited = [i for i in application.interviews if i.status != "held" and (since is None or i.starts > since)]
    if invited or kind in ("offer", "rejected"):
        return "answered", None
    return {None: ("waiting", None), "no_response": ("no_reply", None), "withdrawn": None}[kind]


def thanks(application: Application) -> list[bool]:
    """Return for everyone to be thanked, round by round, whether that was done within 24 hours."""
    prompt = []
    for interview in rounds(application):
        over = end(interview) + timedelta(hours=24)
        if interview.day_only:
            continue
        for person in interview.met or [None]:
            sent = []
            for letter in application.letters:
                if letter.status != "sent" or "thank_you" not in letter.kind.value or letter.sent is None:
                    continue
                alone = letter.to is None and len(interview.met) == 1
                to_them = person is None or letter.to == person or letter.kind == "panel_thank_you" or alone
                if letter.interview is None:
                    about = letter.sent >= interview.starts
                else:
                    about = letter.interview == interview.id
                if to_them and about:
                    sent.append(letter.sent)
            skipped = [
                waiver
                for waiver in application.waivers
                if waiver.step == "thank"
                and waiver.reason != "lapsed"
                and (waiver.interview == interview.id if waiver.interview else waiver.at >= interview.starts)
                and (waiver.person == person or (waiver.person is None and waiver.interview is not None))
            ]
            outcome = application.outcome
            decided = outcome is not None and (outcome.at is None or outcome.at <= over)
            if sent:
                prompt.append(min(sent) <= over)
            elif over < NOW and not decided and not skipped:
                prompt.append(False)
    return prompt
