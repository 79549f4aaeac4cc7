"""Two applications that are the same one are made one, with all that belongs to both; undo parts them again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import next_steps
from app.etiquette.steps.timeline import timeline
from app.hunt.verbs import answers, applications, in_flight, interviews, letters
from app.storage import reading
from tests.hunt.desks import Desk, both_ways
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, reader


def all_of(desk: Desk) -> list[Application]:
    """Return the applications as stored."""
    with reader(desk.path) as connection:
        return list(reading.all_applications(connection))


def twice(desk: Desk) -> tuple[int, int]:
    """Put a role into a hunt twice, each with an interview with Dana Lee, one of them thanked; return the ids."""
    first, other = add(desk.hunt), add(desk.hunt)
    log_interview(desk.hunt, first, names="Dana Lee <dana@northwind.example>")
    log_interview(desk.hunt, other, names="Dana Lee <dana@northwind.example>, Omar Haddad")
    dana = all_of(desk)[1].people[0].id
    desk.do(lambda a, when: applications.edited(a, when, applied_on=date(2026, 11, 5)), other)
    desk.do(lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, dana), other)
    return first, other


@pytest.mark.parametrize("is_first_smaller", [True, False])
def test_one_has_what_belonged_to_both_and_undo_parts_them(tmp_path: Path, is_first_smaller: bool) -> None:
    desk = Desk(tmp_path / "hunt.db")
    first, other = both = twice(desk)
    uids = [one.uid for one in all_of(desk)]
    if (uids[0] < uids[1]) is not is_first_smaller:
        first, other = other, first
    met = [1, 2][both.index(first)]
    desk.do(lambda a, when: applications.edited(a, when, notes="mine", location="Berlin"), first)
    desk.do(lambda a, when: applications.edited(a, when, notes="theirs,\nin two lines", salary="60k"), other)
    before = desk.facts()
    done = desk.hunt.merge(first, other)
    assert done.summary == "Merged Northwind, Data Engineer into Northwind, Data Engineer"
    (one,) = all_of(desk)
    assert (one.notes, one.location, one.salary) == ("mine", "Berlin", "60k")
    assert sorted(person.name for person in one.people) == ["Dana Lee", "Omar Haddad"]
    assert [len(interview.met) for interview in one.interviews] == [met], "as the first one says"
    assert (len(one.letters), one.stage) == (1, Stage.THANKED if met == 1 else Stage.INTERVIEWED)
    assert one.addressee(one.letters[0].to) == "Dana Lee"
    assert done.application == one
    with reader(desk.path) as connection:
        (note,) = (event.text for event in reading.events(connection, one.id) if event.what == "merged")
        added = [entry for entry in timeline(one, reading.events(connection, one.id), SETTINGS.policy, desk.clock.now)
                 if entry.what == "application_added"]  # fmt: skip
    assert len(added) == 1, "one applied once"
    assert "notes: “theirs,\nin two lines” (kept: “mine”)" in note
    assert desk.hunt.undo().summary.startswith("Undone: Merged")
    assert desk.facts() == before
    desk.hunt.redo()
    assert [one.notes for one in all_of(desk)] == ["mine"]


def test_other_machines_merge_them_too_whatever_they_did_meanwhile(tmp_path: Path) -> None:
    laptop, desktop = Desk(tmp_path / "laptop.db"), Desk(tmp_path / "desktop.db")
    log_interview(laptop.hunt, add(laptop.hunt), names="Dana Lee <dana@northwind.example>")
    add(desktop.hunt)
    desktop.do(lambda a, when: applications.edited(a, when, applied_on=date(2026, 11, 5)))
    log_interview(desktop.hunt, 1, names="Dana Lee <dana@northwind.example>")
    desktop.do(lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, a.people[0].id))
    twice_now = (
        "Northwind, Data Engineer is there twice now, once from desktop. If it's the same application, merge them"
    )
    assert laptop.join(desktop).notes == (twice_now,)
    assert desktop.join(laptop).notes == (), "one machine asks"
    assert [len(all_of(desk)) for desk in (laptop, desktop)] == [2, 2]
    laptop.hunt.merge(1, 2)
    on_desktop = [one.id for one in all_of(desktop)]
    for number, application_id in enumerate(on_desktop):
        desktop.do(lambda a, when, note=f"note {number}": applications.noted(a, when, note), application_id)
    both_ways(laptop, desktop)
    for desk in (laptop, desktop):
        (one,) = all_of(desk)
        assert ([letter.kind for letter in one.letters], len(one.people), len(one.interviews)) == (
            [Kind.THANK_YOU],
            1,
            1,
        )
        with reader(desk.path) as connection:
            events = reading.events(connection, one.id)
        assert sorted(event.text for event in events if event.what == "note") == ["note 0", "note 1"]
        assert [event.text for event in events if event.what == "interview_held"] == ["Round 1: Dana Lee"]
        assert StepName.THANK not in [step.name for step in next_steps(one, SETTINGS.policy, desk.clock.now)]


def test_two_that_became_one_with_a_third_are_one_where_nobody_had_heard_of_the_third(tmp_path: Path) -> None:
    laptop, desktop = Desk(tmp_path / "laptop.db"), Desk(tmp_path / "desktop.db")
    for role in ("Cook", "Chef"):
        log_interview(laptop.hunt, add(laptop.hunt, role=role), names="Dana Lee")
    desktop.join(laptop)
    third = add(laptop.hunt)
    while min(all_of(laptop), key=lambda one: one.uid).id != third:  # its uid is the one that stays
        laptop.hunt.delete(third)
        third = add(laptop.hunt)
    laptop.hunt.merge(third, 1)
    laptop.hunt.merge(third, 2)
    both_ways(desktop, laptop)
    assert [len(all_of(desk)) for desk in (laptop, desktop)] == [1, 1]


def test_what_time_brought_about_in_both_and_on_both_machines_is_told_once(tmp_path: Path) -> None:
    laptop, desktop = Desk(tmp_path / "laptop.db"), Desk(tmp_path / "desktop.db")
    for application_id in (add(laptop.hunt), add(laptop.hunt)):
        laptop.do(
            lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(hours=1), names="Dana Lee"),
            application_id,
        )
    desktop.join(laptop)
    for desk in (laptop, desktop):
        desk.clock.now += timedelta(hours=3)
        for one in all_of(desk):
            desk.do(lambda a, when: applications.noted(a, when, "Called."), one.id)
    laptop.hunt.merge(1, 2)
    both_ways(desktop, laptop)
    for desk in (laptop, desktop):
        (one,) = all_of(desk)
        with reader(desk.path) as connection:
            held = [event for event in reading.events(connection, one.id) if event.what == "interview_held"]
        assert [event.text for event in held] == ["Round 1: Dana Lee"]


def test_an_end_of_one_that_the_other_speaks_against_is_asked_about(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "hunt.db")
    first, other = add(desk.hunt), add(desk.hunt)
    desk.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED), other)
    desk.do(lambda a, when: answers.they_answered(a, when, text="We'd like to meet you on Monday."), first)
    desk.hunt.merge(first, other)
    (one,) = all_of(desk)
    assert one.outcome is not None
    assert one.outcome.kind is OutcomeKind.REJECTED
    assert [step.name for step in next_steps(one, SETTINGS.policy, desk.clock.now)] == [StepName.CHECK_OUTCOME]


def test_one_alone_and_one_with_a_letter_on_its_way_are_not_merged(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "hunt.db")
    first, other = twice(desk)
    with pytest.raises(RefusedError, match="Choose another"):
        desk.hunt.merge(first, first)
    desk.do(lambda a, when: letters.drafted(a, when, Kind.THANK_YOU, a.people[0].id, "Hello", "Dear Dana"), first)
    desk.do(lambda a, when: in_flight.sending_started(a, when, a.letters[-1], "smtp", "<1@mail.example>"), first)
    with pytest.raises(RefusedError, match="being sent"):
        desk.hunt.merge(other, first)
    assert len(all_of(desk)) == 2
