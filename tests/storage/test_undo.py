"""Undo and redo take back exactly one verb, across restarts, whatever it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.etiquette.errors import RefusedError, StaleRecordError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Me
from app.hunt.changes import Change, When
from app.hunt.sample import sample_hunt
from app.hunt.verbs import answers, applications, letters
from app.storage import reading
from tests.storage.hunts import NOW, SETTINGS, Clock, add, log_interview, open_hunt, reader


def everything(path: Path) -> tuple[list[Application], dict[int, list[object]], Me]:
    """Return all that can be read of a file."""
    with reader(path) as connection:
        events = {key: list[object](value) for key, value in reading.all_events(connection).items()}
        return reading.all_applications(connection), events, reading.me(connection)


def test_each_verb_is_undone_and_redone_exactly_across_restarts(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    application_id = add(hunt)
    states = [everything(path)]
    verbs: list[Callable[[], object]] = [
        lambda: log_interview(hunt, application_id),
        lambda: hunt.do(
            application_id, lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, a.people[0].id)
        ),
        lambda: hunt.do(application_id, lambda a, when: applications.noted(a, when, "a note")),
        lambda: hunt.do(application_id, lambda a, when: applications.edited(a, when, company="Contoso")),
        lambda: hunt.set_me(Me("Robin", "r@x.example", "")),
        lambda: hunt.delete(application_id),
    ]
    for verb in verbs:
        verb()
        states.append(everything(path))
    assert len({repr(state) for state in states}) == len(states)
    for state in reversed(states[:-1]):
        open_hunt(path).undo()
        assert everything(path) == state
    for state in states[1:]:
        open_hunt(path).redo()
        assert everything(path) == state


def test_an_import_of_forty_is_one_verb(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    kept = add(hunt)
    hunt.take_in("Imported", sample_hunt(SETTINGS.policy, NOW), me=Me("Robin"))
    assert len(everything(path)[0]) == 41
    assert "Imported" in hunt.undo().summary
    assert [application.id for application in everything(path)[0]] == [kept]


def test_redo_is_over_once_something_else_was_done(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db")
    add(hunt)
    hunt.undo()
    add(hunt, "Contoso")
    with pytest.raises(RefusedError, match="nothing to redo"):
        hunt.redo()


def test_nothing_to_undo_is_said(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="nothing to undo"):
        open_hunt(tmp_path / "hunt.db").undo()


def test_what_has_left_the_house_is_not_undone(tmp_path: Path) -> None:
    hunt = open_hunt(tmp_path / "hunt.db")
    application_id = add(hunt)
    log_interview(hunt, application_id)

    def drafted(a: Application, when: When) -> Change:
        return letters.drafted(a, when, Kind.THANK_YOU, a.people[0].id, "Thank you", "Dear Dana")

    done = hunt.do(application_id, drafted)
    assert done.application is not None
    letter_id = done.application.letters[0].id
    hunt.do(application_id, lambda a, when: letters.letter_sent(a, when, letter_id, "smtp"))
    with pytest.raises(RefusedError, match="already gone out"):
        hunt.undo()


def test_a_burst_of_typing_is_undone_as_one(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    application_id = add(hunt)
    hunt.do(application_id, lambda a, when: letters.drafted(a, when, Kind.WITHDRAWAL, None, "s", "first"))
    for text in ("first t", "first ty", "first typed"):
        hunt.do(application_id, lambda a, when, text=text: letters.letter_edited(a, when, a.letters[0].id, "s", text))
    assert everything(path)[0][0].letters[0].body == "first typed"
    hunt.undo()
    assert everything(path)[0][0].letters[0].body == "first"


def test_a_form_opened_on_an_older_state_is_told(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    ours, theirs = open_hunt(path), open_hunt(path)
    application_id = add(ours)
    opened = everything(path)[0][0]
    theirs.do(application_id, lambda a, when: applications.noted(a, when, "from the other window"))
    with pytest.raises(StaleRecordError):
        ours.do(application_id, lambda a, when: applications.edited(a, when, role="Chef"), opened.version)
    assert everything(path)[0][0].role == "Data Engineer"


def test_a_planned_interview_is_held_by_itself_and_the_timeline_says_so(tmp_path: Path) -> None:
    path, clock = tmp_path / "hunt.db", Clock()
    hunt = open_hunt(path, clock)
    application_id = add(hunt)
    log_interview(hunt, application_id, hours_ago=-2)
    clock.now = NOW.replace(hour=15)
    hunt.do(application_id, lambda a, when: answers.reply_by_set(a, when, NOW.date().replace(day=30)))
    events = [event.what for event in everything(path)[1][application_id]]  # type: ignore[attr-defined]
    assert "interview_held" in events
