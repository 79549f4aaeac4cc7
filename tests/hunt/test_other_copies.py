"""Two machines with a hunt each, on real files: what one writes the other joins, as one verb that undo takes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.etiquette.errors import ImportFileError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, InterviewStatus, LetterStatus, Me, OutcomeKind, StepName
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import next_steps
from app.etiquette.titles import STEP_TITLES
from app.hunt.changes import Change, When
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.plan import Fate, Plan
from app.hunt.intake.planning import Asked
from app.hunt.intake.proposing import Answers
from app.hunt.joining.noting import NOTED
from app.hunt.other_copies import read_copy
from app.hunt.verbs import answers, applications, interviews, letters
from app.hunt.writing_out import render
from app.storage import reading
from tests.hunt.desks import Desk, both_ways
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, reader


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Desk, Desk]:
    """Give two machines with the same hunt, one clock an hour behind the other."""
    laptop, desktop = Desk(tmp_path / "laptop.db"), Desk(tmp_path / "desktop.db", timedelta(hours=-1))
    log_interview(laptop.hunt, add(laptop.hunt))
    desktop.join(laptop)
    assert desktop.facts() == laptop.facts()
    return laptop, desktop


def test_the_work_of_two_machines_is_one_hunt_on_both(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    dana, omar = (person.id for person in laptop.application().people)
    laptop.do(lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, dana))
    laptop.edit(notes="from the laptop")
    desktop.do(lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, omar))
    desktop.edit(location="Lisbon", salary="60k")
    desktop.do(lambda a, when: applications.noted(a, when, "on the desktop"))
    assert laptop.join(desktop).summary == "1 change from desktop"
    both_ways(laptop, desktop)
    for desk in desks:
        application = desk.application()
        assert [letter.status for letter in application.letters] == [LetterStatus.SENT] * 2
        assert (application.notes, application.location, application.stage) == (
            "from the laptop", "Lisbon", Stage.THANKED,
        )  # fmt: skip
        assert "on the desktop" in [event.text for event in desk.events()]


def test_a_join_is_undone_whole_and_done_again(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    laptop.do(lambda a, when: letters.drafted(a, when, Kind.THANK_YOU, 1, "Hello", "Dear Dana"))
    desktop.join(laptop)
    laptop.edit(notes="ours")
    desktop.edit(notes="theirs", salary="60k")
    desktop.hunt.add(lambda when: applications.added(when, "Contoso", "Chef"))
    desktop.do(lambda a, when: letters.letter_deleted(a, when, a.letters[0].id))
    before = laptop.document()
    laptop.join(desktop)
    after = laptop.document()
    assert laptop.hunt.undo().summary == "Undone: Joined 2 changes from desktop"
    assert changes(laptop.document()) == changes(before)
    laptop.hunt.redo()
    assert changes(laptop.document()) == changes(after)
    laptop.hunt.undo()
    assert laptop.join(desktop).changes == 2
    assert changes(laptop.document()) == changes(after)


def changes(data: bytes) -> Any:
    """Return a document without how far this machine's own clock has come."""
    whole = json.loads(data)
    whole["seen"].pop(whole["machine"])
    return whole


def test_what_was_undone_on_one_machine_is_undone_on_the_other(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    desktop.join(laptop)
    assert desktop.application().stage is Stage.OUTCOME
    laptop.hunt.undo()
    both_ways(desktop, laptop)
    for desk in desks:
        assert (desk.application().outcome, desk.application().stage) == (None, Stage.INTERVIEWED)
        assert "outcome_recorded" not in [event.what for event in desk.events()]


def test_an_application_deleted_on_one_machine_goes_on_the_other_unless_it_went_on_with_it(
    desks: tuple[Desk, Desk],
) -> None:
    laptop, desktop = desks
    laptop.hunt.delete(1)
    desktop.join(laptop)
    assert desktop.facts() == laptop.facts() == ([], laptop.facts()[1])  # type: ignore[index]
    laptop.hunt.undo()
    both_ways(desktop, laptop)
    laptop.hunt.delete(1)
    log_interview(desktop.hunt, desktop.application().id, hours_ago=2, names="Dana Lee")
    both_ways(laptop, desktop)
    assert len(laptop.application().interviews) == 2


def test_a_document_that_is_none_or_has_impossible_stamps_is_refused(desks: tuple[Desk, Desk]) -> None:
    laptop, _ = desks
    laptop.edit(notes="x")
    whole = json.loads(laptop.document())
    spoils: list[Callable[[], bytes]] = [
        lambda: b"no json",
        lambda: json.dumps(whole | {"afterword": 99}).encode(),
        lambda: json.dumps(whole | {"seen": {"a": "9999-12-31T23:59:59.999999+00:00 abcdefabcdef"}}).encode(),
        lambda: json.dumps(whole | {"removed": [["uid", "yesterday", ""]]}).encode(),
        lambda: json.dumps({name: value for name, value in whole.items() if name != "machine"}).encode(),
    ]
    for spoil in spoils:
        with pytest.raises(ImportFileError):
            read_copy(spoil(), "laptop", SETTINGS.policy, NOW)


def test_a_verb_costs_no_new_rows_but_for_what_it_changes(desks: tuple[Desk, Desk]) -> None:
    laptop, _ = desks

    def same(application: Application, when: When) -> Change:
        return Change(application, "Nothing")

    steps: list[tuple[Callable[[], object], dict[str, int]]] = [
        (lambda: laptop.do(same), {}),
        (lambda: laptop.edit(notes="a", salary="b"), {"notes": 1, "salary": 1}),
        (lambda: laptop.do(lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, 1)), {}),
    ]
    for step, wanted in steps:
        with reader(laptop.path) as connection:
            before = dict(connection.execute("SELECT field, count(*) FROM edit GROUP BY field"))
        step()
        with reader(laptop.path) as connection:
            after = dict(connection.execute("SELECT field, count(*) FROM edit GROUP BY field"))
        assert {
            field: after[field] - before.get(field, 0) for field in after if after[field] != before.get(field, 0)
        } == wanted


def titles(plan: Plan, *, taken: bool) -> list[str]:
    """Return what differs and is taken, or is not."""
    return [proposal.title for proposal in plan.proposals if proposal.is_taken is taken]


def test_an_export_says_what_was_changed_and_when_at_one_instant(desks: tuple[Desk, Desk]) -> None:
    laptop, _ = desks
    laptop.edit(notes="before")
    edited: list[str] = []

    def meanwhile(query: str) -> None:
        if "FROM event" in query and not edited:
            edited.append(query)
            laptop.edit(notes="after")

    before = json.loads(laptop.document())
    with reader(laptop.path) as connection:
        connection.set_trace_callback(meanwhile)
        exported = json.loads(render(connection, "json", SETTINGS.policy, NOW))
    assert edited
    assert exported == before


def test_importing_the_other_machines_export_joins_it_and_names_what_both_changed(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    laptop.edit(notes="early", salary="50k", location="Lisbon")
    desktop.clock.now += timedelta(hours=2)
    desktop.edit(notes="late", salary="60k", source="a friend")
    desktop.do(lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, a.people[0].id))
    desktop.hunt.add(lambda when: applications.added(when, "Contoso", "Chef"))
    plan = laptop.plan(desktop.document())
    assert titles(plan, taken=True) == [
        "Notes (yours: “early”; the file: “late”)",
        "Salary (yours: “50k”; the file: “60k”)",
    ]
    assert [(line.fate, line.text) for line in plan.lines] == [
        (Fate.CHANGED, "Northwind, Data Engineer: source: “a friend”, 1 new letter; 2 differences"),
        (Fate.NEW, "Contoso, Chef: applied"),
    ]
    (salary,) = (proposal.key for proposal in plan.proposals if proposal.title.startswith("Salary"))
    laptop.import_(desktop.document(), Asked(without=frozenset({salary})))
    with reader(laptop.path) as connection:
        ours = reading.all_applications(connection)[0]
    assert (ours.notes, ours.salary, ours.location, ours.source) == ("late", "50k", "Lisbon", "a friend")
    assert "Changed on two machines: notes. Kept: “late”, the later change. Not kept: “early”" in [
        event.text for event in laptop.events()
    ]
    assert titles(laptop.plan(desktop.document()), taken=True) == []
    assert titles(desktop.plan(laptop.document()), taken=True) == [], "the laptop has seen it, and decided"
    assert laptop.hunt.undo().summary.startswith(
        "Undone: Added 1 application, updated 1 application, and replaced 1 detail"
    )
    assert (laptop.application().notes, len(laptop.application().letters)) == ("early", 0)


def test_what_is_not_kept_of_two_changes_stands_whole_on_the_timeline(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    early = (
        "They asked about the migration, and whether I had led one before.\nI said twice.\n" + "More. " * 40 + "End."
    )
    desktop.edit(notes=early)
    laptop.edit(notes="late")
    (note,) = laptop.join(desktop).notes
    assert note.endswith("Not kept: “They asked about the migration, and whether I had led one …”")
    (noted,) = (event.text for event in laptop.events() if event.what == NOTED)
    assert noted.endswith(f"Not kept: “{early}”")


def test_what_is_later_here_stays_unless_the_user_takes_theirs(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    desktop.edit(notes="early")
    laptop.edit(notes="late")
    plan = laptop.plan(desktop.document())
    (proposal,) = plan.proposals
    assert (proposal.is_taken, proposal.wants_key) == (False, True)
    assert [line.text for line in plan.lines] == ["Northwind, Data Engineer: new timeline entries; 1 difference"]
    laptop.import_(desktop.document(), Asked(answers=Answers(confirmed=frozenset({proposal.key}))))
    assert laptop.application().notes == "early"
    both_ways(desktop, laptop)
    assert desktop.application().notes == "early"


def test_an_older_export_of_ones_own_changes_nothing_and_brings_back_nothing_that_was_deleted(
    desks: tuple[Desk, Desk],
) -> None:
    laptop, _ = desks
    add(laptop.hunt, "Contoso")
    older = laptop.document()
    laptop.edit(notes="newer")
    assert (laptop.plan(older).is_empty, laptop.plan(older).proposals) == (True, [])
    laptop.hunt.delete(1)
    plan = laptop.plan(older)
    assert (plan.is_empty, plan.lines[0].text) == (True, "Northwind, Data Engineer: removed here")


def test_of_somebody_elses_hunt_nothing_takes_the_place_of_ours_without_a_key(tmp_path: Path) -> None:
    mine, theirs = Desk(tmp_path / "mine.db"), Desk(tmp_path / "theirs.db")
    for desk in (mine, theirs):
        add(desk.hunt)
    mine.edit(notes="mine")
    theirs.edit(notes="theirs", salary="60k")
    plan = mine.import_(theirs.document())
    assert [(proposal.is_taken, proposal.wants_key) for proposal in plan.proposals] == [(False, True)]
    assert (mine.application().notes, mine.application().salary) == ("mine", "60k")
    theirs.join(mine)
    assert theirs.application().uid == mine.application().uid, "one application has one uid from then on"
    assert [event.what for event in theirs.events()].count("application_added") == 1
    both_ways(mine, theirs)


def test_what_does_not_go_together_is_noted_on_both_timelines(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    desktop.clock.now += timedelta(hours=3)
    desktop.do(lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, a.people[0].id))
    (note,) = laptop.join(desktop).notes
    assert note == (
        "Northwind: Closed on one machine (rejected on Nov 24) while the other went on: letter on Tue, Nov 24."
        " Check which one is right"
    )
    both_ways(laptop, desktop)
    for desk in desks:
        assert [event.text for event in desk.events() if event.what == NOTED] == [note.removeprefix("Northwind: ")]


def checks(desk: Desk) -> list[StepName]:
    """Return what is asked about an outcome on a machine."""
    steps = next_steps(desk.application(), SETTINGS.policy, desk.clock.now)
    return [step.name for step in steps if step.name is StepName.CHECK_OUTCOME]


def reason_of_check(desk: Desk) -> str:
    """Return why an outcome is asked about."""
    (step,) = next_steps(desk.application(), SETTINGS.policy, desk.clock.now)
    return step.reason_on(NOW.date())


def test_an_outcome_that_the_other_machine_speaks_against_is_a_step_on_both_until_one_of_them_says_which_is_right(
    desks: tuple[Desk, Desk],
) -> None:
    """ETIQUETTE 2.31"""
    laptop, desktop = desks
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    assert checks(laptop) == []
    desktop.do(lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(days=2)))
    both_ways(laptop, desktop)
    assert checks(laptop) == checks(desktop) == [StepName.CHECK_OUTCOME]
    desktop.do(answers.outcome_confirmed)
    both_ways(laptop, desktop)
    assert checks(laptop) == checks(desktop) == []
    desktop.hunt.undo()
    both_ways(laptop, desktop)
    laptop.do(answers.reopened)
    both_ways(laptop, desktop)
    assert (desktop.application().outcome, desktop.application().disputed) == (None, None)


def test_a_draft_that_both_have_and_one_sends_speaks_against_it_too(desks: tuple[Desk, Desk]) -> None:
    """ETIQUETTE 2.31"""
    laptop, desktop = desks
    laptop.do(lambda a, when: letters.drafted(a, when, Kind.THANK_YOU, a.people[0].id, "Thank you", "Dear Dana"))
    desktop.join(laptop)
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    desktop.clock.now += timedelta(hours=3)
    desktop.do(lambda a, when: letters.letter_sent(a, when, a.letters[0].id, "smtp"))
    both_ways(laptop, desktop)
    assert checks(laptop) == checks(desktop) == [StepName.CHECK_OUTCOME]
    assert "a letter (Tue, Nov 24)" in reason_of_check(laptop)


def test_an_interview_that_both_have_and_one_moves_speaks_against_it_too(
    desks: tuple[Desk, Desk],
) -> None:
    """ETIQUETTE 2.31"""
    laptop, desktop = desks
    laptop.do(lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(days=2)))
    desktop.join(laptop)
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.WITHDRAWN))
    (ahead,) = [one for one in desktop.application().interviews if one.status is InterviewStatus.PLANNED]
    desktop.do(lambda a, when: interviews.edited(a, when, ahead.id, starts=NOW + timedelta(days=5)))
    both_ways(laptop, desktop)
    assert checks(laptop) == checks(desktop) == [StepName.CHECK_OUTCOME]
    assert "an interview (Sun, Nov 29)" in reason_of_check(laptop)


def test_of_two_outcomes_the_later_stays_and_both_machines_ask_whether_it_is_right(desks: tuple[Desk, Desk]) -> None:
    """ETIQUETTE 2.31"""
    laptop, desktop = desks
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    desktop.clock.now += timedelta(hours=3)
    desktop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    both_ways(laptop, desktop)
    assert checks(laptop) == checks(desktop) == [StepName.CHECK_OUTCOME]
    assert {desk.application().outcome.kind for desk in desks} == {OutcomeKind.OFFER}  # type: ignore[union-attr]


def test_who_chose_between_two_outcomes_while_importing_is_not_asked_again(desks: tuple[Desk, Desk]) -> None:
    """ETIQUETTE 2.31"""
    laptop, desktop = desks
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    desktop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    laptop.import_(desktop.document())
    both_ways(laptop, desktop)
    assert checks(laptop) == checks(desktop) == []


def test_the_preview_names_the_step_also_where_fields_of_ones_own_stay(desks: tuple[Desk, Desk]) -> None:
    """ETIQUETTE 2.31"""
    laptop, desktop = desks
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    desktop.do(lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(days=2)))
    desktop.edit(salary="50k")
    laptop.edit(salary="60k")
    plan = laptop.plan(desktop.document())
    assert "Salary (yours: “60k”; the file: “50k”)" in titles(plan, taken=False)
    (line,) = plan.lines
    assert f"Data Engineer: “{STEP_TITLES[StepName.CHECK_OUTCOME]}” (new step), 1 new interview" in line.text
    carry_out(plan, laptop.hunt)
    assert checks(laptop) == [StepName.CHECK_OUTCOME]
    assert laptop.application().salary == "60k"


def test_an_interview_ahead_is_noted_where_the_other_machine_closed_the_application(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    desktop.do(lambda a, when: interviews.planned(a, when, starts=NOW + timedelta(days=2)))
    (note,) = laptop.join(desktop).notes
    assert "while the other went on: interview on Thu, Nov 26." in note
    (event,) = [event for event in laptop.events() if event.what == NOTED]
    assert event.at <= laptop.clock.now, "nothing is noted ahead of time"
    both_ways(laptop, desktop)


def test_who_the_user_is_comes_along_where_nobody_said_it_and_replaces_nothing(desks: tuple[Desk, Desk]) -> None:
    laptop, desktop = desks
    laptop.hunt.set_me(Me("Robin Vale", "robin@mail.example", "Robin"))
    done = desktop.join(laptop)
    assert me_of(desktop) == Me("Robin Vale", "robin@mail.example", "Robin")
    assert (done.summary, done.done and done.done.summary) == ("", "Took over your details from desktop")
    laptop.hunt.set_me(Me("Robin V.", "new@mail.example", ""))
    assert desktop.join(laptop).done is None
    assert me_of(desktop).name == "Robin Vale"
    desktop.hunt.undo()
    assert me_of(desktop) == Me()


def me_of(desk: Desk) -> Me:
    """Return who the user is, as a machine has it."""
    with reader(desk.path) as connection:
        return reading.me(connection)


def test_reopened_it_stands_where_an_interview_left_it_that_the_other_machine_recorded(
    desks: tuple[Desk, Desk],
) -> None:
    """ETIQUETTE 1.6"""
    laptop, desktop = desks
    for desk in desks:
        desk.hunt.delete(1)
    application = add(laptop.hunt, "Contoso")
    desktop.join(laptop)
    laptop.do(lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.NO_RESPONSE), application)
    desktop.clock.now += timedelta(hours=5)
    log_interview(desktop.hunt, desktop.application().id)
    both_ways(laptop, desktop)
    laptop.clock.now += timedelta(hours=5)
    laptop.do(answers.reopened, application)
    both_ways(laptop, desktop)
    assert laptop.application().stage is desktop.application().stage is Stage.INTERVIEWED
