"""Our own JSON gives back what was written: every field of every record, in whatever order things stand."""

from __future__ import annotations

import dataclasses
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.errors import InvalidFieldError
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Me,
)
from app.etiquette.stages import Stage
from app.exchange.calendars.writing.document import ics_document
from app.exchange.json_.reading import ExportedApplication, Whole, read_whole
from app.exchange.json_.writing import whole_document
from app.storage.numbering import numbered
from tests.full_records import EVENT, FULL, INTERVIEWS, ME, NOW, PEOPLE, defaults

BERLIN = ZoneInfo("Europe/Berlin")


def read_back(document: dict[str, Any]) -> Whole:
    """Return what is read from a document, written out in between."""
    return read_whole(json.dumps(document).encode(), BERLIN)


def test_the_example_leaves_no_field_of_any_record_at_its_default() -> None:
    """So that a field which export or import forgets comes back as something else."""
    assert [*defaults(FULL), *defaults(EVENT), *defaults(ME)] == []


def test_every_field_of_every_record_comes_back_from_our_json() -> None:
    whole = read_back(whole_document(ME, [(FULL, [EVENT])], "hunt-1"))
    assert (whole.me, whole.uid) == (ME, "hunt-1")
    (back,) = whole.applications
    assert back == ExportedApplication(dataclasses.replace(FULL, stage=Stage.APPLIED), Stage.OUTCOME, (EVENT,))


def test_a_letter_finds_its_interview_among_two_of_one_round() -> None:
    (back,) = read_back(whole_document(Me(), [(FULL, [])])).applications
    assert {interview.round for interview in back.application.interviews} == {4}
    (letter,), (waiver,) = back.application.letters, back.application.waivers
    names = {interview.id: interview.uid for interview in back.application.interviews}
    assert letter.interview is not None
    assert waiver.interview is not None
    assert (names[letter.interview], names[waiver.interview]) == ("i-2", "i-2")


def test_an_export_of_before_uids_keeps_its_calendar_uids() -> None:
    interview = {"starts": "2026-11-20T09:00:00+00:00", "uid": "abc@google.example", "sequence": 2}
    document = {"afterword": 1, "applications": [{"company": "C", "role": "R", "interviews": [interview]}]}
    (back,) = read_back(document).applications
    assert (back.application.interviews[0].calendar_uid, back.application.interviews[0].uid) == (
        "abc@google.example",
        "",
    )


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        (
            {"kind": "thank_you", "interview": "nowhere"},
            r"letters\[0\].interview: 'nowhere' is not the uid of any interview",
        ),
        ({"kind": "thank_you", "uid": "x" * 101}, r"letters\[0\].uid: is longer than 100 characters"),
        ({"kind": "thank_you", "uid": 5}, r"letters\[0\].uid: should be text"),
    ],
)
def test_a_uid_that_cannot_be_used_is_named(letter: dict[str, Any], words: str) -> None:
    document = {"afterword": 1, "applications": [{"company": "C", "role": "R", "letters": [letter]}]}
    with pytest.raises(InvalidFieldError, match=words):
        read_back(document)


def test_a_calendar_names_the_same_things_after_export_and_import_in_another_order() -> None:
    def stored(applications: list[Application]) -> list[Application]:
        ids = iter(range(1, 1000))
        return [numbered(application, lambda _: next(ids)) for application in applications]

    def uids(applications: list[Application]) -> set[bytes]:
        lines = ics_document(applications, Policy(zone=BERLIN), NOW).replace(b"\r\n ", b"").split(b"\r\n")
        return {line for line in lines if line.startswith(b"UID:")}

    interviews = tuple(dataclasses.replace(interview, calendar_uid="") for interview in INTERVIEWS)
    application = dataclasses.replace(
        FULL, outcome=None, stage=Stage.INTERVIEWED, archived=False, interviews=interviews
    )
    people = tuple(dataclasses.replace(person, uid="") for person in PEOPLE)
    rounds = (dataclasses.replace(interviews[0], uid=""),)
    other = Application(company="Contoso", role="Chef", stage=Stage.INTERVIEWED, interviews=rounds, people=people)
    first = stored([application, other])
    document = whole_document(Me(), [(application, []) for application in first])
    document["applications"].reverse()
    read_again = [
        dataclasses.replace(entry.application, stage=entry.stage or Stage.APPLIED)
        for entry in read_back(document).applications
    ]
    again = stored(read_again)
    assert uids(again) == uids(first)
    assert len(uids(first)) > 5
    assert not uids(first) & uids(stored([dataclasses.replace(other, uid="")]))


def test_what_was_copied_by_hand_within_a_document_is_a_thing_of_its_own() -> None:
    document = whole_document(Me(), [(FULL, [EVENT]), (FULL, [EVENT])])
    first, copy = read_back(document).applications
    assert (first.application.uid, first.application.people[0].uid, first.events[0].uid) == ("a-1", "p-mei", "e-1")
    assert (copy.application.uid, copy.application.people[0].uid, copy.events[0].uid) == ("", "", "")
