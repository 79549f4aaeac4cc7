"""An older export that comes back: the same things once, what is new taken, what differs named, nothing dropped."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.etiquette.companies import Company
from app.etiquette.errors import NotFoundError
from app.etiquette.from_them import Reply
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Decision, Interview, Letter, OutcomeKind, Person, Snooze
from app.etiquette.stages import Stage
from app.hunt.changes import When
from app.hunt.gathering import Source
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.differences import DECIDING, of_record
from app.hunt.intake.plan import Fate, Plan, What
from app.hunt.intake.planning import NOTHING_ASKED, Asked, plan_for
from app.hunt.intake.proposing import Answers
from app.hunt.verbs import answers, applications, letters
from app.hunt.verbs.applications import person_saved
from app.hunt.writing_out import render
from app.storage import reading
from tests.storage.hunts import NOW, SETTINGS, add, log_interview, open_hunt, reader


def exported(path: Path) -> bytes:
    """Return the hunt as our JSON, as it was before exports told when what was changed."""
    with reader(path) as connection:
        whole = json.loads(render(connection, "json", SETTINGS.policy, NOW))
    for name in ("machine", "seen", "removed"):
        del whole[name]
    for application in whole["applications"]:
        for part in (
            application,
            *(part for listed in application.values() if isinstance(listed, list) for part in listed),
        ):
            part.pop("changed", None)
    return json.dumps(whole).encode()


def imported(path: Path, data: bytes, *, take: Collection[str] = ()) -> Plan:
    """Import a file and return what was planned.

    Args:
        take: how the titles begin of what differs and is taken.
    """
    plan = planned(path, data)
    confirmed = {each.key for each in plan.unconfirmed if each.title.startswith(tuple(take))}
    assert len(confirmed) == len(take)
    if take:
        plan = planned(path, data, Asked(answers=Answers(confirmed=frozenset(confirmed))))
    if not plan.is_empty:
        carry_out(plan, open_hunt(path))
    return plan


def planned(path: Path, data: bytes, asked: Asked = NOTHING_ASKED) -> Plan:
    """Return what an import would do."""
    return plan_for(path, [Source("hunt.json", data)], SETTINGS.policy, NOW, asked)


def differences(plan: Plan) -> list[str]:
    """Return what the file says otherwise and waits for a key."""
    assert all(each.wants_key and each.what is What.DIFFERENCE for each in plan.unconfirmed)
    return [each.title for each in plan.unconfirmed]


def two_copies(tmp_path: Path) -> tuple[Path, Path]:
    """Return a hunt with an interview, and a copy of it made by export and import."""
    first, copy = tmp_path / "first.db", tmp_path / "copy.db"
    hunt = open_hunt(first)
    log_interview(hunt, add(hunt))
    hunt.do(1, lambda a, when: applications.edited(a, when, notes="from the first"))
    imported(copy, exported(first))
    assert exported(copy) == exported(first)
    return first, copy


def thank(path: Path, person: int) -> None:
    """Send a thank-you to one of those met."""
    open_hunt(path).do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, a.people[person].id))


def test_a_newer_export_makes_the_copy_the_same_again(tmp_path: Path) -> None:
    first, copy = two_copies(tmp_path)
    thank(first, 0)
    open_hunt(first).do(1, lambda a, when: applications.edited(a, when, notes="newer", location="Lisbon"))
    open_hunt(first).do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    plan = imported(copy, exported(first), take=["Outcome"])
    (line,) = plan.lines
    assert line.fate is Fate.CHANGED
    for words in ("1 new letter", "notes: 'newer'", "location: 'Lisbon'"):
        assert words in line.text, line.text
    assert json.loads(exported(copy)) == json.loads(exported(first))
    again = imported(copy, exported(first))
    assert (again.is_empty, differences(again)) == (True, [])
    open_hunt(copy).undo()
    with reader(copy) as connection:
        assert reading.application(connection, 1).notes == "from the first"


def test_an_older_export_changes_nothing_and_says_nothing(tmp_path: Path) -> None:
    first, _ = two_copies(tmp_path)
    older = exported(first)
    thank(first, 0)
    open_hunt(first).do(1, lambda a, when: applications.edited(a, when, notes="newer"))
    before = exported(first)
    plan = imported(first, older)
    assert (plan.is_empty, differences(plan), exported(first)) == (True, [], before)


def test_where_both_went_on_all_facts_are_joined_and_what_differs_is_named(tmp_path: Path) -> None:
    first, copy = two_copies(tmp_path)
    thank(first, 0)
    thank(copy, 1)
    open_hunt(first).do(1, lambda a, when: applications.edited(a, when, notes="first's", location="Lisbon"))
    open_hunt(copy).do(1, lambda a, when: applications.edited(a, when, notes="copy's"))
    plan = imported(copy, exported(first))
    with reader(copy) as connection:
        application = reading.application(connection, 1)
        thanked = [event.text for event in reading.events(connection, 1) if event.what == "letter_sent"]
    assert {application.person(letter.to).given for letter in application.letters if letter.sent} == {"Dana", "Omar"}  # type: ignore[union-attr]
    assert len(thanked) == 2
    assert (application.notes, application.location) == ("copy's", "Lisbon")
    assert differences(plan) == ["Notes (yours: “copy's”; the file: “first's”)"]
    imported(first, exported(copy))
    with reader(first) as connection:
        assert len(reading.application(connection, 1).letters) == 2


def test_what_differs_is_named_every_time_that_the_file_comes(tmp_path: Path) -> None:
    first, copy = two_copies(tmp_path)
    open_hunt(first).do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    open_hunt(copy).do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    open_hunt(first).do(1, lambda a, when: applications.edited(a, when, notes="first's"))
    open_hunt(copy).do(1, lambda a, when: applications.edited(a, when, notes="copy's"))
    data = exported(first)
    once = imported(copy, data)
    joined = exported(copy)
    again = imported(copy, data)
    assert again.is_empty
    assert exported(copy) == joined
    for plan in (once, again):
        assert differences(plan) == [
            "Notes (yours: “copy's”; the file: “first's”)",
            "Outcome (yours: rejected on Nov 24; the file: offer on Nov 24)",
        ]
    (line,) = again.lines
    assert line.fate is Fate.THERE
    assert "2 differences" in line.text


def test_what_is_taken_of_what_differs_is_recorded_with_the_import_and_undone_with_it(tmp_path: Path) -> None:
    first, copy = two_copies(tmp_path)
    open_hunt(first).do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER, note="by phone"))
    open_hunt(first).do(1, lambda a, when: applications.edited(a, when, notes="first's", priority=3, salary="1"))
    open_hunt(first).do(1, lambda a, when: answers.reply_by_set(a, when, date(2026, 11, 30)))
    open_hunt(first).do(1, lambda a, when: person_saved(a, when, a.people[0].id, given="Dana", family="Leigh"))
    open_hunt(copy).do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    open_hunt(copy).do(1, lambda a, when: applications.edited(a, when, notes="copy's", priority=1, salary="2"))
    open_hunt(copy).do(1, lambda a, when: answers.reply_by_set(a, when, date(2026, 12, 1)))
    before, data = exported(copy), exported(first)
    assert differences(planned(copy, data)) == [
        "Dana Lee, family name (yours: “Lee”; the file: “Leigh”)",
        "Salary (yours: “2”; the file: “1”)",
        "Priority (yours: low; the file: high)",
        "Notes (yours: “copy's”; the file: “first's”)",
        "Decision date (yours: Tue, Dec 1; the file: Mon, Nov 30)",
        "Outcome (yours: rejected on Nov 24; the file: offer on Nov 24)",
    ]
    plan = imported(copy, data, take=["Dana", "Salary", "Priority", "Notes", "Decision", "Outcome"])
    assert plan.summary.endswith("replaced 6 details with the file's")
    with reader(copy) as connection:
        application, events = reading.application(connection, 1), reading.events(connection, 1)
    assert application.outcome is not None
    assert (application.outcome.kind, application.stage) == (OutcomeKind.OFFER, Stage.OUTCOME)
    assert (application.people[0].family, application.salary, application.notes) == ("Leigh", "1", "first's")
    assert [event.text for event in events if event.what in DECIDING] == ["Rejected", "Reopened", "Offer: by phone"]
    assert differences(imported(copy, data)) == []
    open_hunt(copy).undo()
    assert exported(copy) == before


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Person(1), "title"),
        (Interview(1), "kind"),
        (Letter(1), "subject"),
        (Reply(1, at=NOW), "text"),
        (Snooze(1), "until"),
    ],
)
def test_what_is_gone_by_the_time_that_a_difference_is_taken_is_refused(record: Any, field: str) -> None:
    difference = of_record(record, field, "theirs", lambda _field, value: value, "")
    with pytest.raises(NotFoundError, match="is no longer here"):
        difference.verb(Application(company="Northwind", role="Tester"), When(SETTINGS.policy, NOW, Company()))


def test_an_outcome_is_taken_from_no_file_without_a_key_and_named_until_it_is(tmp_path: Path) -> None:
    first, copy = two_copies(tmp_path)
    open_hunt(first).do(1, lambda a, when: applications.noted(a, when, "first"))
    open_hunt(first).do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED))
    for _ in range(2):
        plan = imported(copy, exported(first))
        assert differences(plan) == ["Outcome (yours: no answer yet; the file: rejected on Nov 24)"]
        with reader(copy) as connection:
            application, what = reading.application(connection, 1), [e.what for e in reading.events(connection, 1)]
        assert (application.outcome, application.stage) == (None, Stage.INTERVIEWED)
        assert ("note" in what, "outcome_recorded" in what) == (True, False)
    imported(copy, exported(first), take=["Outcome"])
    assert json.loads(exported(copy)) == json.loads(exported(first))
    open_hunt(first).do(1, answers.reopened)
    again = imported(copy, exported(first), take=["Outcome"])
    assert again.proposals[0].title == "Outcome (yours: rejected on Nov 24; the file: no answer yet)"
    assert json.loads(exported(copy)) == json.loads(exported(first))


def test_an_offer_that_was_decided_in_the_file_can_be_taken(tmp_path: Path) -> None:
    first, copy = two_copies(tmp_path)
    open_hunt(first).do(1, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    imported(copy, exported(first), take=["Outcome"])
    open_hunt(first).do(1, lambda a, when: answers.offer_decided(a, when, Decision.ACCEPTED))
    plan = imported(copy, exported(first), take=["Outcome"])
    assert plan.proposals[0].title.endswith("(yours: offer on Nov 24; the file: offer on Nov 24, accepted)")
    assert json.loads(exported(copy)) == json.loads(exported(first))


def test_what_is_written_into_an_export_by_hand_is_taken(tmp_path: Path) -> None:
    """No uids, no events: known by what it holds."""
    path = tmp_path / "hunt.db"
    entry: dict[str, Any] = {
        "company": "Northwind", "role": "Chef", "people": [{"ref": "d", "given": "Dana"}],
        "interviews": [{"starts": "2026-11-20T10:00", "met": ["d"]}],
    }  # fmt: skip

    def document() -> bytes:
        return json.dumps({"afterword": 1, "applications": [entry]}).encode()

    imported(path, document())
    assert imported(path, document()).is_empty
    entry["letters"] = [{"kind": "thank_you", "to": "d", "status": "sent", "sent": "2026-11-20T18:00"}]
    entry["outcome"] = {"kind": "rejected", "at": "2026-11-23T10:00"}
    assert [line.fate for line in imported(path, document(), take=["Outcome"]).lines] == [Fate.CHANGED]
    assert imported(path, document()).is_empty
    with reader(path) as connection:
        (application,) = reading.all_applications(connection)
        what = [event.what for event in reading.events(connection, application.id)]
    assert application.outcome is not None
    assert (len(application.people), len(application.interviews), len(application.letters)) == (1, 1, 1)
    assert application.letters[0].to == application.people[0].id
    assert (what.count("letter_sent"), what.count("outcome_recorded"), what.count("interview_held")) == (1, 1, 1)


def test_a_letter_that_went_out_elsewhere_is_not_a_draft_here(tmp_path: Path) -> None:
    first, copy = tmp_path / "first.db", tmp_path / "copy.db"
    hunt = open_hunt(first)
    log_interview(hunt, add(hunt))
    hunt.do(1, lambda a, when: letters.drafted(a, when, Kind.THANK_YOU, a.people[0].id, "Thank you", "Dear Dana"))
    imported(copy, exported(first))
    open_hunt(copy).do(1, lambda a, when: applications.noted(a, when, "here"))
    with reader(first) as connection:
        letter_id = reading.application(connection, 1).letters[0].id
    hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter_id, "smtp"))
    imported(copy, exported(first))
    with reader(copy) as connection:
        (letter,) = reading.application(connection, 1).letters
    assert (letter.status, letter.how) == ("sent", "smtp")


def test_two_applications_alike_stay_two(tmp_path: Path) -> None:
    first, copy = tmp_path / "first.db", tmp_path / "copy.db"
    hunt = open_hunt(first)
    add(hunt)
    add(hunt)
    hunt.do(2, lambda a, when: applications.noted(a, when, "the second"))
    imported(copy, exported(first))
    assert imported(copy, exported(first)).is_empty
    assert json.loads(exported(copy)) == json.loads(exported(first))
