"""Questions to tick and notes during an interview: stored, undone together, exported, joined, never overwritten."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.etiquette.errors import InvalidFieldError, NotFoundError, RefusedError
from app.etiquette.records import Application, Interview, Person
from app.etiquette.sheet_records import Jotting, Question, Whose
from app.hunt.changes import When
from app.hunt.intake.joining_applications import joined
from app.hunt.verbs import preparing
from app.hunt.verbs.applications import person_removed
from app.storage import reading
from tests.hunt.test_joining import exported, imported
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, open_hunt, reader

DANA = Person(3, "Dana", "Lee")
ROUND = Interview(5, starts=NOW)
PLANNED = Application(1, "Northwind", "Chef", people=(DANA,), interviews=(ROUND,))


def test_questions_are_added_once_edited_ticked_and_removed() -> None:
    after = preparing.questions_added(PLANNED, ["Why now?", "why now?", "Who plans?"], Whose.MINE, 5).application
    first, second = after.questions
    assert (first.text, first.interview, second.text) == ("Why now?", 5, "Who plans?")
    after = preparing.question_ticked(after, first.id).application
    after = preparing.question_saved(
        after, first.id, text=" Why\x1b now? ", whose=Whose.THEIRS, answer="They grew.\n"
    ).application
    assert after.questions[0] == replace(
        first, text="Why␛ now?", whose=Whose.THEIRS, answer="They grew.", is_ticked=True
    )
    assert preparing.question_removed(after, first.id).application.questions == (second,)
    with pytest.raises(InvalidFieldError, match="Enter a question"):
        preparing.question_saved(after, None, text=" ", whose=Whose.MINE)
    with pytest.raises(NotFoundError, match="question is no longer here"):
        preparing.question_ticked(after, 99)


def test_notes_of_two_windows_are_both_kept_and_an_empty_note_is_none() -> None:
    after = preparing.jotted(PLANNED, 5, 3, "shows the rig\n", "").application
    here = preparing.jotted(after, 5, 3, "shows the rig\nKafka", "shows the rig\n").application
    (note,) = here.jottings
    assert (note.text, note.person, note.interview) == ("shows the rig\nKafka", 3, 5)
    there = preparing.jotted(here, 5, 3, "shows the rig\non call", "shows the rig\n").application
    assert there.jottings[0].text == "shows the rig\non call\nKafka"
    assert preparing.jotted(there, 5, 3, " \n", there.jottings[0].text).application.jottings == ()
    joined_up = replace(
        PLANNED, jottings=(Jotting(1, 5, 3, "Rig"), Jotting(2, 5, 3, "Kafka"), Jotting(3, 5, None, "x"))
    )
    one = preparing.jotted(joined_up, 5, 3, "Rig\nKafka, and more", "Rig\nKafka").application.jottings
    assert [(jotting.person, jotting.text) for jotting in one] == [(None, "x"), (3, "Rig\nKafka, and more")]
    gone = preparing.jotted(PLANNED, 5, 77, "of one who was removed", "").application
    assert gone.jottings[0].person is None
    with pytest.raises(RefusedError, match="longer than"):
        preparing.jotted(PLANNED, 5, None, "x" * 20_001, "")
    with pytest.raises(InvalidFieldError, match="Dana Lee is named"):
        person_removed(there, When(SETTINGS.policy, NOW), 3)


def test_what_is_typed_in_one_go_is_undone_at_once_and_comes_back_from_an_export(tmp_path: Path) -> None:
    path, copy = tmp_path / "hunt.db", tmp_path / "copy.db"
    hunt = open_hunt(path)
    log_interview(hunt, add(hunt))
    hunt.do(1, lambda a, _: preparing.questions_added(a, ["Why now?"], Whose.MINE, a.interviews[0].id))
    before = exported(path)
    text = ""
    for typed in ("R", "Rig", "Rig\nKafka"):
        done = hunt.do(
            1,
            lambda a, _: preparing.jotted(a, a.interviews[0].id, a.people[0].id, typed, text),  # noqa: B023
        )
        assert done.application is not None
        text = done.application.jottings[0].text
    document = json.loads(exported(path))["applications"][0]
    assert document["jottings"][0]["person"] == document["people"][0]["ref"]
    assert document["jottings"][0]["interview"] == document["interviews"][0]["uid"]
    assert (document["jottings"][0]["text"], document["questions"][0]["whose"]) == ("Rig\nKafka", "mine")
    imported(copy, exported(path))
    assert json.loads(exported(copy)) == json.loads(exported(path))
    assert imported(copy, exported(path)).is_empty
    hunt.undo()
    assert exported(path) == before
    hunt.redo()
    with reader(path) as connection:
        assert reading.application(connection, 1).jottings[0].text == "Rig\nKafka"


def test_a_joined_export_brings_new_questions_and_names_notes_that_differ() -> None:
    mine = replace(
        PLANNED,
        questions=(Question(7, Whose.MINE, "Why now?", uid="q"),),
        jottings=(Jotting(8, 5, 3, "Rig", "j"),),
    )
    theirs = replace(
        mine,
        questions=(Question(1, Whose.MINE, "Why now?", uid="q"), Question(2, Whose.THEIRS, "Why us?", interview=5)),
        jottings=(Jotting(1, 5, 3, "Rig, Kafka", "j"), Jotting(2, 5, None, "Room was cold")),
    )
    join = joined(mine, (), theirs, (), lambda application: application.stage)
    assert [question.text for question in join.application.questions] == ["Why now?", "Why us?"]
    assert [jotting.text for jotting in join.application.jottings] == ["Rig", "Room was cold"]
    (kept,) = join.kept
    assert (kept.what(When(SETTINGS.policy, NOW)), kept.theirs) == ("notes taken at an interview, text", "Rig, Kafka")
    taken = kept.verb(join.application, When(SETTINGS.policy, NOW)).application
    assert taken.jottings[0].text == "Rig, Kafka"
