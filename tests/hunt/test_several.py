"""Several steps in one transaction: what is refused is left out whole, and one undo takes all of it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.etiquette.errors import InvalidFieldError, NotFoundError, RefusedError
from app.etiquette.records import Application, StepName
from app.etiquette.steps.next_steps import Step
from app.hunt.changes import Change, Verb, When
from app.hunt.due import due_list
from app.hunt.hunt import Hunt
from app.hunt.several import Job
from app.hunt.verbs.doing import done_verb
from app.storage import reading
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, open_hunt, reader

COMPANIES = ("Northwind", "Contoso", "Fabrikam")


def interviewed(path: Path) -> Hunt:
    """Return a hunt with three applications, each with two people to thank."""
    hunt = open_hunt(path)
    for company in COMPANIES:
        log_interview(hunt, add(hunt, company))
    return hunt


def to_thank(path: Path) -> list[Step]:
    """Return the thank-yous that the stored agenda asks for."""
    with reader(path) as connection:
        steps = due_list(connection, SETTINGS.policy, NOW).steps
    return [due.step for due in steps if due.step.name is StepName.THANK]


def jobs_of(steps: list[Step]) -> list[Job]:
    return [(step.application_id, done_verb(step)) for step in steps if step.application_id is not None]


def stored(path: Path) -> list[Application]:
    """Return the applications as stored, whatever number of their versions."""
    with reader(path) as connection:
        return [replace(reading.application(connection, one), version=0) for one in (1, 2, 3)]


def said(number: int) -> str:
    return f"Marked {number} steps as done"


def refusing(_application: Application, _when: When) -> Change:
    raise RefusedError("Not this one.", can_override=False)


def test_steps_of_one_application_and_of_several_are_done_in_one_verb_that_one_undo_takes_back(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = interviewed(path)
    before, steps = stored(path), to_thank(path)
    assert len(steps) == 6
    done = hunt.do_several(jobs_of(steps), said)
    assert (done.summary, dict(done.refused)) == ("Marked 6 steps as done", {})
    assert to_thank(path) == []
    assert [len(one.letters) for one in stored(path)] == [2, 2, 2]
    assert hunt.undo().summary == "Undone: Marked 6 steps as done"
    assert stored(path) == before
    assert to_thank(path) == steps
    assert hunt.redo().summary == "Redone: Marked 6 steps as done"
    assert to_thank(path) == []


def test_a_refusal_in_the_middle_leaves_that_step_out_whole_and_says_which(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = interviewed(path)
    first, *rest = jobs_of(to_thank(path))
    middle: list[Job] = [(2, refusing), (99, rest[0][1])]
    done = hunt.do_several([first, *middle, *rest], said)
    assert done.summary == "Marked 6 steps as done"
    assert {place: type(error) for place, error in done.refused.items()} == {1: RefusedError, 2: NotFoundError}
    assert to_thank(path) == []


def test_where_all_are_refused_nothing_is_stored_and_undo_finds_what_was_done_before(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = interviewed(path)
    before = stored(path)
    with pytest.raises(RefusedError, match="Not this one"):
        hunt.do_several([(1, refusing), (2, refusing)], said)
    assert stored(path) == before
    assert "Marked" not in hunt.undo().summary


def test_what_fails_while_it_is_stored_leaves_nothing_half_done(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = interviewed(path)
    before, steps = stored(path), to_thank(path)

    def not_storable(application: Application, when: When) -> Change:
        change = verb(application, when)
        return replace(change, application=replace(change.application, company="North\0wind"))

    *others, (application_id, verb) = jobs_of(steps)
    with pytest.raises(InvalidFieldError, match="nothing was saved"):
        hunt.do_several([*others, (application_id, not_storable)], said)
    assert stored(path) == before
    assert to_thank(path) == steps


def test_a_verb_sees_what_the_one_before_it_did_to_the_same_application(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = interviewed(path)
    verb: Verb = jobs_of(to_thank(path))[0][1]
    numbers: list[int] = []

    def counting(application: Application, _when: When) -> Change:
        numbers.append(len(application.letters))
        return Change(application, "")

    hunt.do_several([(1, counting), (1, verb), (1, counting)], said)
    assert numbers == [0, 1]
