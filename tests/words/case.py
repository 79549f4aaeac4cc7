"""One sample application in several states, what every verb does to it, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.etiquette.from_them import ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Decision,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    OutcomeKind,
    Part,
    Person,
    StepName,
)
from app.etiquette.stages import Stage
from app.hunt.changes import Change, When
from app.hunt.verbs import answers, applications, in_flight, interviews, letters, returned, steps

ZONE = ZoneInfo("Europe/Berlin")
POLICY = Policy(zone=ZONE)
NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
"""A Tuesday noon in Berlin."""
TODAY = date(2026, 11, 24)
WHEN = When(POLICY, NOW)
DANA = Person(1, "Dana", "Lee", email="dana@northwind.example", title="Head of Data", part=Part.INTERVIEWER)
HELD = Interview(
    1,
    1,
    NOW - timedelta(hours=22),
    NOW - timedelta(hours=21),
    kind="video",
    met=(1,),
    noted="late-arriving events hurt the weekly reports",
    status=InterviewStatus.HELD,
)
PLANNED = replace(HELD, id=2, round=2, starts=NOW + timedelta(days=3), ends=None, status=InterviewStatus.PLANNED)
THANKS = Letter(1, Kind.THANK_YOU, 1, "Thank you, Dana", "Dear Dana,", LetterStatus.SENT, NOW, "smtp", interview=1)
BASE = Application(
    id=1,
    company="Northwind",
    role="Data Engineer",
    stage=Stage.INTERVIEWED,
    people=(DANA,),
    interviews=(HELD,),
    applied_on=date(2026, 11, 2),
    added=NOW - timedelta(days=22),
    uid="northwind",
)
WAITING = replace(BASE, stage=Stage.WAITING, letters=(THANKS,), reply_by=ReplyBy(date(2026, 11, 27), True, NOW))
OVER = replace(
    WAITING, stage=Stage.OUTCOME, outcome=answers.outcome_recorded(WAITING, WHEN, OutcomeKind.OFFER).application.outcome
)


A_DAY = timedelta(days=1)
ATTEMPTS: tuple[Callable[[], object], ...] = (
    lambda: interviews.planned(OVER, WHEN, starts=NOW),
    lambda: interviews.planned(BASE, WHEN, starts=NOW, ends=NOW - timedelta(hours=1)),
    lambda: interviews.cancelled(BASE, WHEN, 1),
    lambda: interviews.missed(replace(BASE, interviews=(PLANNED,)), WHEN, 2),
    lambda: interviews.missed(BASE, WHEN, 9),
    lambda: answers.reply_by_set(replace(BASE, interviews=()), WHEN, None),
    lambda: answers.they_answered(BASE, WHEN, at=NOW + timedelta(hours=1)),
    lambda: answers.offer_decided(BASE, WHEN, Decision.ACCEPTED),
    lambda: applications.added(WHEN, "", "Data Engineer"),
    lambda: applications.added(WHEN, "Northwind", " "),
    lambda: applications.added(WHEN, "Northwind" * 500, "Data Engineer"),
    lambda: applications.noted(BASE, WHEN, ""),
    lambda: applications.person_removed(BASE, WHEN, 1),
    lambda: applications.person_saved(BASE, WHEN, None, given="Omar", family="", email="omar"),
    lambda: steps.step_waived(BASE, WHEN, StepName.THANK, 1, 1, ""),
    lambda: steps.step_snoozed(BASE, WHEN, StepName.THANK, 1, NOW - timedelta(hours=1)),
    lambda: letters.letter_sent(WAITING, WHEN, 1, "clipboard"),
    lambda: letters.letter_deleted(WAITING, WHEN, 1),
    lambda: returned.letter_bounced(drafted(), WHEN, 2, ""),
)


def drafted() -> Application:
    draft = Letter(2, Kind.THANK_YOU, 1, "Thank you, Dana", "Dear Dana,", interview=1, written=NOW)
    return replace(BASE, letters=(draft,))


def changes() -> list[Change]:
    """Return what every verb does to the sample application."""
    start = NOW + timedelta(days=3)
    planned = interviews.planned(BASE, WHEN, starts=start, names="Dana Lee", kind="onsite", noted="bring samples")
    flying = in_flight.sending_started(drafted(), WHEN, drafted().letters[0], "smtp", "<1@mail.example>")
    return [
        planned,
        interviews.planned(BASE, WHEN, starts=NOW - timedelta(days=1), ends=NOW - timedelta(hours=23)),
        interviews.edited(planned.application, WHEN, planned.application.interviews[-1].id, kind="panel"),
        interviews.edited(planned.application, WHEN, planned.application.interviews[-1].id, starts=NOW + 2 * A_DAY),
        interviews.cancelled(planned.application, WHEN, planned.application.interviews[-1].id),
        interviews.missed(BASE, WHEN, 1),
        answers.reply_by_set(BASE, WHEN, date(2026, 12, 4)),
        answers.reply_by_set(BASE, WHEN, None),
        answers.they_answered(WAITING, WHEN, reply_by=date(2026, 12, 4)),
        answers.they_answered(WAITING, WHEN, text="We need another week."),
        answers.they_answered(WAITING, WHEN, away_until=date(2026, 12, 4)),
        *(answers.outcome_recorded(WAITING, WHEN, kind) for kind in OutcomeKind),
        *(answers.offer_decided(OVER, WHEN, decision) for decision in Decision),
        answers.reopened(OVER, WHEN),
        applications.added(WHEN, "Northwind", "Data Engineer"),
        applications.edited(BASE, WHEN, salary="70k"),
        applications.archived(BASE, WHEN),
        applications.unarchived(BASE, WHEN),
        applications.noted(BASE, WHEN, "They use SQLite."),
        *(applications.no_follow_ups_set(BASE, WHEN, flag) for flag in (True, False)),
        *(applications.keep_in_touch_set(BASE, WHEN, flag) for flag in (True, False)),
        applications.person_saved(BASE, WHEN, None, given="Omar", family="Haddad"),
        applications.person_saved(BASE, WHEN, 1, given="Dana", family="Lee"),
        applications.person_removed(replace(BASE, interviews=()), WHEN, 1),
        letters.drafted(BASE, WHEN, Kind.THANK_YOU, 1, "Thank you, Dana", "Dear Dana,"),
        letters.letter_edited(drafted(), WHEN, 2, "Thank you", "Dear Dana,"),
        letters.letter_rewritten(drafted(), WHEN, drafted().letters[0], "Thanks", "Dear Dana,", "llm"),
        letters.letter_sent(drafted(), WHEN, 2, "clipboard"),
        letters.letter_sent(drafted(), WHEN, 2, letters.ELSEWHERE),
        letters.letter_deleted(drafted(), WHEN, 2),
        flying,
        in_flight.sending_failed(flying.application, WHEN, 2, "<1@mail.example>", "The server hung up."),
        in_flight.did_not_go(flying.application, WHEN, 2, "<1@mail.example>"),
        in_flight.address_learned(BASE, WHEN, 1, "dana.lee@northwind.example"),
        returned.letter_bounced(WAITING, WHEN, 1, ""),
        steps.step_waived(BASE, WHEN, StepName.THANK, 1, 1, "we spoke on the phone"),
        steps.step_waived(BASE, WHEN, StepName.PREPARE, None, 1, steps.DONE),
        steps.step_snoozed(BASE, WHEN, StepName.THANK, 1, NOW + timedelta(hours=21)),
        steps.step_woken(BASE, WHEN, StepName.THANK, 1),
    ]
