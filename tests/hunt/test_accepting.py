"""An offer that is accepted speaks to the rest of the hunt, on a real file: by the verb, by letter, by a sheet."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Decision, OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.exchange.contents import TakenRow
from app.hunt.due import Due, due_list
from app.hunt.hunt import Hunt
from app.hunt.intake.sheet_rows import application_of
from app.hunt.snapshot import read_detail
from app.hunt.verbs import answers, interviews, letters
from tests.storage.hunts import NOW, SETTINGS, Clock, add, log_interview, open_hunt, reader


def due(path: Path, now: datetime) -> list[Due]:
    """Return the due list."""
    with reader(path) as connection:
        return list(due_list(connection, SETTINGS.policy, now).steps)


def withdrawals(path: Path, now: datetime) -> list[str]:
    """Return the companies from which to withdraw."""
    return [item.company for item in due(path, now) if item.step.name is StepName.WITHDRAW]


def two(path: Path, clock: Clock) -> Hunt:
    """Return a hunt with an offer from Northwind, an interview at Contoso, and Litware, where one only applied."""
    hunt = open_hunt(path, clock)
    for company in ("Northwind", "Contoso"):
        log_interview(hunt, add(hunt, company), hours_ago=90)
    add(hunt, "Litware")
    hunt.do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    return hunt


@pytest.mark.parametrize("by", ["word", "letter"])
def test_the_others_with_an_interview_ask_to_withdraw_from_the_moment_of_accepting(tmp_path: Path, by: str) -> None:
    """ETIQUETTE 2.14."""
    clock = Clock(NOW)
    hunt = two(tmp_path / "hunt.db", clock)
    assert withdrawals(tmp_path / "hunt.db", NOW) == []
    clock.now = NOW + timedelta(days=20)
    if by == "word":
        hunt.do(1, lambda a, when: answers.offer_decided(a, when, Decision.ACCEPTED))
    else:
        hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.OFFER_ACCEPT, None))
    (step,) = [item.step for item in due(tmp_path / "hunt.db", clock.now) if item.step.name is StepName.WITHDRAW]
    assert (step.application_id, step.opens, step.urgency) == (2, clock.now, "open")
    with reader(tmp_path / "hunt.db") as connection:
        shown = read_detail(connection, 2, SETTINGS.policy, clock.now).entries
    assert StepName.WITHDRAW in {entry.step for entry in shown}
    hunt.do(2, lambda a, when: letters.written_elsewhere(a, when, Kind.WITHDRAWAL, None))
    assert withdrawals(tmp_path / "hunt.db", clock.now) == []
    assert StepName.KEEP_APPLYING not in {item.step.name for item in due(tmp_path / "hunt.db", clock.now)}


def test_a_declined_offer_asks_nothing_of_the_others(tmp_path: Path) -> None:
    hunt = two(tmp_path / "hunt.db", Clock(NOW))
    hunt.do(1, lambda a, when: answers.offer_decided(a, when, Decision.DECLINED))
    assert withdrawals(tmp_path / "hunt.db", NOW) == []


def test_undoing_the_acceptance_takes_the_withdrawals_back(tmp_path: Path) -> None:
    hunt = two(tmp_path / "hunt.db", Clock(NOW))
    hunt.do(1, lambda a, when: answers.offer_decided(a, when, Decision.ACCEPTED))
    assert withdrawals(tmp_path / "hunt.db", NOW) == ["Contoso"]
    hunt.undo()
    assert withdrawals(tmp_path / "hunt.db", NOW) == []


@pytest.mark.parametrize(("days_ago", "asks"), [(3, True), (14, True), (15, False), (None, False)])
def test_an_offer_that_a_sheet_says_was_accepted_long_ago_or_on_an_unknown_day_asks_nothing(
    tmp_path: Path, days_ago: int | None, asks: bool
) -> None:
    """ETIQUETTE 2.24."""
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    log_interview(hunt, add(hunt, "Contoso"), hours_ago=90)
    day: date | None = None if days_ago is None else NOW.date() - timedelta(days=days_ago)
    row = TakenRow(
        2,
        "Northwind",
        "Data Engineer",
        outcome=OutcomeKind.OFFER,
        decision=Decision.ACCEPTED,
        dated=(("Offer", Stage.OUTCOME, day),) if day else (),
    )
    hunt.take_in("Sheet", [application_of(row, SETTINGS.policy, NOW)])
    assert (withdrawals(path, NOW) == ["Contoso"]) is asks


def test_a_status_mail_to_a_company_counts_however_its_name_is_written(tmp_path: Path) -> None:
    """ETIQUETTE 3.6."""
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    for company in ("Acme", "ACME GmbH"):
        application_id = add(hunt, company)
        log_interview(hunt, application_id, hours_ago=24 * 20)
        hunt.do(application_id, lambda a, when: answers.reply_by_set(a, when, NOW.date() - timedelta(days=7)))
    hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.FOLLOW_UP, None))
    (held,) = [item.step for item in due(path, NOW) if item.step.name is StepName.FOLLOW_UP]
    assert (held.application_id, held.urgency) == (2, "not_yet")
    assert held.opens.date() == NOW.date() + timedelta(days=7)


def test_the_usual_wait_counts_from_the_day_on_which_the_interview_ended(tmp_path: Path) -> None:
    """ETIQUETTE 2.19."""
    hunt = open_hunt(tmp_path / "hunt.db")
    add(hunt)
    # Nobody said when it ended: an hour on, which is Wednesday in Berlin. Seven business days after it are Friday.
    starts = datetime(2026, 11, 17, 22, 30, tzinfo=UTC)
    hunt.do(1, lambda a, when: interviews.planned(a, when, starts=starts))
    done = hunt.do(1, lambda a, when: answers.reply_by_set(a, when, None))
    assert done.application is not None
    assert done.application.reply_by is not None
    assert done.application.reply_by.date == date(2026, 11, 27)
