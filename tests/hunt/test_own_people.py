"""The user is nobody's interviewer: known later, they are taken out of the people they were taken for, by one verb."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli.own_address import ask_own_address
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Interview, Letter, Me, Person, Waiver
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.planning import Asked, gathered, plan_for
from app.hunt.own_people import without_user
from app.storage import reading
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, open_hunt, reader

ROBIN, ANA = Person(1, "Robin", "Meyer", email="Robin@mail.example"), Person(2, "Ana", "Duarte", email="ana@c.example")
CORVID = Application(
    id=1,
    company="Corvid",
    people=(ROBIN, ANA),
    interviews=(Interview(1, 1, NOW, met=(1, 2)),),
    waivers=(Waiver(1, person=1),),
)
MAIL = b"From: Ana <ana@northwind.example>\nTo: Robin <robin@mail.example>\nSubject: Hello\n\nWe decide on Dec 4.\n"


def test_the_user_is_taken_out_of_everything_that_names_them() -> None:
    after, events = without_user(CORVID, {"robin@mail.example"}, NOW)
    assert (after.people, after.interviews[0].met, after.waivers) == ((ANA,), (2,), ())
    assert [event.text for event in events] == ["Robin Meyer is you: taken out of the people here"]


def test_who_was_written_to_stays_and_so_does_everybody_else() -> None:
    written = replace(CORVID, letters=(Letter(1, Kind.THANK_YOU, 1),))
    assert without_user(written, {"robin@mail.example"}, NOW) == (written, ())
    assert without_user(CORVID, {"somebody@mail.example"}, NOW) == (CORVID, ())


def test_details_that_are_given_later_take_the_user_out_and_one_undo_puts_all_back(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    number = add(hunt)
    log_interview(hunt, number, names="Robin Meyer <robin@mail.example>, Ana Duarte <ana@northwind.example>")
    done = hunt.set_me(Me("Robin Meyer", "robin@mail.example"))
    assert done.summary == "Saved your details, and took you out of the people at Northwind"
    with reader(path) as connection:
        assert [person.given for person in reading.application(connection, number).people] == ["Ana"]
    assert hunt.set_me(Me("Robin Meyer", "robin@mail.example")).summary == "Saved your details"
    hunt.undo()
    hunt.undo()
    with reader(path) as connection:
        assert [person.given for person in reading.application(connection, number).people] == ["Robin", "Ana"]
        assert reading.me(connection) == Me()


def test_an_address_of_the_settings_is_taken_out_by_the_next_import(tmp_path: Path) -> None:
    path, mail = tmp_path / "hunt.db", tmp_path / "a.eml"
    mail.write_bytes(MAIL)
    hunt = open_hunt(path)
    number = add(hunt)
    log_interview(hunt, number, names="Robin Meyer <robin@mail.example>, Ana Duarte <ana@northwind.example>")
    asked = Asked(own=frozenset({"robin@mail.example"}))
    plan = plan_for(path, gathered([str(mail)], bytes), SETTINGS.policy, NOW + timedelta(hours=1), asked)
    assert [change.text for change in plan.changes] == ["Northwind, Data Engineer: you aren't one of the people there"]
    carry_out(plan, hunt)
    with reader(path) as connection:
        assert [person.given for person in reading.application(connection, number).people] == ["Ana"]


def test_the_command_line_asks_once_before_mail_and_enter_is_not_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, mail = tmp_path / "hunt.db", tmp_path / "a.eml"
    mail.write_bytes(MAIL)
    add(open_hunt(path))
    plan = plan_for(path, gathered([str(mail)], bytes), SETTINGS.policy, NOW)
    monkeypatch.setattr("sys.stdin", io.StringIO("\nrobin\nrobin@mail.example\n"))
    assert not ask_own_address(path, SETTINGS, plan)
    assert ask_own_address(path, SETTINGS, plan)
    assert "That isn't an email address." in capsys.readouterr().err
    with reader(path) as connection:
        assert reading.me(connection).email == "robin@mail.example"
    assert not ask_own_address(path, SETTINGS, plan), "it is known"
