"""Which mail is asked for: that of applications that are not over, by domain, address, name and thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Letter, LetterStatus, Outcome, OutcomeKind, Person
from app.etiquette.stages import Stage
from app.hunt.intake.concerns import wanted_of
from app.mailbox.records import Wanted
from tests.storage.hunts import NOW, SETTINGS

NORTHWIND = Application(
    1,
    "Northwind Labs GmbH",
    "Engineer",
    applied_on=date(2026, 11, 2),
    added=NOW,
    people=(Person(1, "Dana", "Lee", email="dana@northwind.example"), Person(2, "Jo", email="jo.recruits@gmail.com")),
)


def wanted(*applications: Application) -> Wanted | None:
    return wanted_of(applications, SETTINGS.policy, NOW)


def test_a_company_is_asked_for_by_domain_name_and_the_address_that_is_no_companys() -> None:
    assert wanted(NORTHWIND) == Wanted(
        date(2026, 11, 1), frozenset({"northwind.example", "northwind", "jo.recruits@gmail.com"})
    )


def test_letters_bring_their_threads_and_what_comes_back() -> None:
    sent = Letter(1, Kind.THANK_YOU, status=LetterStatus.SENT, sent=NOW, message_id="<l1@example.org>")
    asked = wanted(replace(NORTHWIND, letters=(sent,)))
    assert asked is not None
    assert asked.threads == {"<l1@example.org>"}
    assert {"mailer-daemon", "postmaster"} <= asked.names


def test_what_is_over_for_long_or_archived_is_not_asked_for() -> None:
    ended = Outcome(OutcomeKind.REJECTED, NOW - timedelta(days=60), came_from=Stage.APPLIED)
    over = replace(NORTHWIND, stage=Stage.OUTCOME, outcome=ended)
    assert wanted(over, replace(NORTHWIND, archived=True)) is None
    recent = replace(over, outcome=replace(ended, at=NOW - timedelta(days=3)))
    assert wanted(recent) is not None


def test_a_short_name_is_not_asked_for() -> None:
    asked = wanted(replace(NORTHWIND, company="HP", people=(), url="https://hp.example/jobs"))
    assert asked is not None
    assert asked.names == {"hp.example"}
