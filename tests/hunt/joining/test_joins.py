"""Copies of one hunt, joined: nothing is lost, all machines come to the same, and joining again changes nothing."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.records import LetterStatus, Outcome, OutcomeKind
from app.hunt.joining.copies import Copy
from app.hunt.joining.joins import joined
from tests.hunt.joining.machines import EMPTY, NOW, Machine, join, record


def three(offset: timedelta = timedelta(hours=1)) -> list[Machine]:
    """Return three machines with the same application, one clock an hour ahead and one an hour behind."""
    turns = iter(range(10_000))
    machines = [
        Machine(name * 12, behind, turn=lambda: next(turns))
        for name, behind in (("a", timedelta()), ("b", offset), ("c", -offset))
    ]
    machines[0].add("app", record("application", company="Northwind", role="Chef"))
    machines[0].add("dana", record("person", "app", given="Dana"))
    machines[0].add("letter", record("letter", "app", subject="Hello", body="Dear Dana", to="dana"))
    for machine in machines[1:]:
        machine.join(machines[0].copy)
    return machines


def values(copy: Copy, name: str, table: str = "application") -> list[Any]:
    """Return a field's values in all records of a table, in order."""
    return sorted(str(one.values[name]) for one in copy.records.values() if one.table == table)


def all_joined(*copies: Copy) -> Copy:
    """Return what copies make, in any order of two and two: all come to the same."""
    results = []
    for order in permutations(copies):
        result = EMPTY
        for copy in order:
            result = join(result, copy)
        results.append(result)
    assert all(result == results[0] for result in results)
    return results[0]


def test_what_only_one_machine_has_comes_over_and_of_two_changes_the_later_stays() -> None:
    a, b, c = three()
    a.edit("app", "notes", "early")
    b.edit("app", "location", "Lisbon")
    c.add("omar", record("person", "app", given="Omar"))
    b.join(a.copy)
    b.edit("app", "notes", "late")
    copy = all_joined(a.copy, b.copy, c.copy)
    (app,) = [one for one in copy.records.values() if one.table == "application"]
    assert (app.values["notes"], app.values["location"]) == ("late", "Lisbon")
    assert values(copy, "given", "person") == ["Dana", "Omar"]


def test_a_change_made_with_the_other_in_sight_is_the_later_one_whatever_the_clocks_say() -> None:
    a, b, c = three()
    c.edit("app", "notes", "by the clock that is ahead")
    b.join(c.copy)
    b.edit("app", "notes", "by the clock that is behind")
    result = joined(c.copy, b.copy)
    assert result.copy.records["app"].values["notes"] == "by the clock that is behind"
    assert not result.contested
    assert join(b.copy, a.copy).records["app"].values["notes"] == "by the clock that is behind"


def test_what_both_changed_is_named_unless_both_changed_it_alike() -> None:
    a, b, _ = three(timedelta())
    a.edit("app", "notes", "first")
    b.edit("app", "notes", "second")
    for machine in (a, b):
        machine.edit("app", "salary", "60k")
    (contested,) = joined(a.copy, b.copy).contested
    assert (contested.field, contested.ours, contested.theirs) == ("notes", {"notes": "first"}, {"notes": "second"})
    assert contested.takes_theirs
    kept = joined(a.copy, b.copy, kept={("app", "notes")}).copy.records["app"]
    assert (kept.values["notes"], kept.edits["notes"]) == ("first", a.copy.records["app"].edits["notes"])
    b.join(a.copy)
    assert not joined(a.copy, b.copy).contested, "b has seen it, and decided"


def test_a_draft_edited_on_both_machines_is_kept_twice_and_once_however_often_it_is_joined() -> None:
    a, b, c = three()
    for machine, text in ((a, "from a"), (b, "from b"), (c, "from c")):
        machine.edit("letter", "body", text)
    copy = all_joined(a.copy, b.copy, c.copy)
    assert values(copy, "body", "letter") == ["from a", "from b", "from c"]
    a.join(b.copy)
    (other,) = a.copy.records.keys() - {"app", "dana", "letter"}
    a.remove(other)
    assert values(join(b.copy, a.copy), "body", "letter") == [a.copy.records["letter"].values["body"]]


def test_a_letter_sent_on_one_machine_stays_sent_whatever_is_typed_on_the_other() -> None:
    a, b, _ = three(timedelta())
    a.edit("letter", "status", LetterStatus.SENT)
    b.edit("letter", "body", "typed later")
    statuses = [one.values["status"] for one in join(a.copy, b.copy).records.values() if one.table == "letter"]
    assert set(statuses) == {LetterStatus.DRAFT, LetterStatus.SENT}


def test_what_was_removed_does_not_come_back_and_undo_of_that_does() -> None:
    a, b, c = three()
    a.remove("letter")
    b.edit("app", "notes", "more")
    copy = all_joined(a.copy, b.copy, c.copy)
    assert "letter" not in copy.records
    b.join(a.copy)
    a.add("letter", record("letter", "app", subject="Hello", body="Dear Dana"))
    assert "letter" in all_joined(a.copy, b.copy, c.copy).records


def test_what_was_removed_on_one_machine_and_edited_on_another_comes_back() -> None:
    a, b, c = three()
    a.remove("letter")
    b.edit("letter", "body", "still writing")
    assert all_joined(a.copy, b.copy, c.copy).records["letter"].values["body"] == "still writing"
    b.join(a.copy)
    b.remove("letter")
    assert "letter" not in all_joined(a.copy, b.copy, c.copy).records, "this time with the edit in sight"


def test_an_application_removed_on_one_machine_comes_back_whole_if_the_other_went_on_with_it() -> None:
    a, b, c = three()
    a.remove("letter")
    a.remove("app")
    assert not all_joined(a.copy, b.copy, c.copy).records
    b.add("round", record("interview", "app", starts=NOW, met=("dana",)))
    copy = all_joined(a.copy, b.copy, c.copy)
    assert copy.records.keys() == {"app", "dana", "round"}, "the letter was removed by itself, before"


def test_somebody_removed_on_one_machine_stays_where_the_other_names_them() -> None:
    a, b, _ = three()
    a.remove("dana")
    b.add("round", record("interview", "app", starts=NOW, met=("dana",)))
    for copy in (join(a.copy, b.copy), join(b.copy, a.copy)):
        assert copy.records["round"].values["met"] == ("dana",)
        assert "dana" in copy.records


def test_what_two_machines_recorded_apart_is_one_thing_with_one_uid_from_then_on() -> None:
    a, b, c = three()
    a.add("x-app", record("application", company="Contoso", role="Chef", notes="mine"))
    a.add("x-mei", record("person", "x-app", given="Mei", email="mei@x.example"))
    b.add("y-app", record("application", company="contoso", role="Chef", location="Oslo"))
    b.add("w-mei", record("person", "y-app", given="Mei", family="Wu", email="Mei@x.example"))
    b.add("y-letter", record("letter", "y-app", to="w-mei", body="Dear Mei"))
    c.join(b.copy)
    c.edit("y-app", "salary", "70k")
    c.edit("w-mei", "title", "CTO")
    copy = all_joined(a.copy, b.copy, c.copy)
    app = copy.records["x-app"].values
    assert (app["notes"], app["location"], app["salary"]) == ("mine", "Oslo", "70k")
    assert (copy.records["w-mei"].values["family"], copy.records["w-mei"].values["title"]) == ("Wu", "CTO")
    assert (copy.records["y-letter"].owner, copy.records["y-letter"].values["to"]) == ("x-app", "w-mei")
    assert copy.removed.keys() == {"y-app", "x-mei"}


def test_outcomes_of_two_machines_are_one_of_both_never_halves_of_each() -> None:
    a, b, c = three()
    a.edit("app", "outcome", Outcome(OutcomeKind.REJECTED, NOW))
    c.edit("app", "outcome", Outcome(OutcomeKind.OFFER, NOW, NOW.date()))
    result = joined(a.copy, c.copy)
    assert [one.field for one in result.contested] == ["outcome"]
    assert all_joined(a.copy, b.copy, c.copy).records["app"].values["outcome"] == Outcome(
        OutcomeKind.OFFER, NOW, NOW.date()
    )


ACTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["note", "salary", "write", "send", "add", "remove", "drop", "back", "join", "twin"]),
        st.integers(0, 5),
    ),
    max_size=25,
)


def play(acts: list[tuple[int, str, int]], *, removes: bool = True) -> list[Machine]:
    """Return three machines after some acts."""
    machines = three()
    for place, (which, act, number) in enumerate(acts):
        machine, records = machines[which], machines[which].copy.records
        letters = sorted(uid for uid, one in records.items() if one.table == "letter")
        match act:
            case "note" | "salary" if "app" in records:
                machine.edit("app", "notes" if act == "note" else act, f"{place}")
            case "write" | "send" if letters:
                value = LetterStatus.SENT if act == "send" else f"{place}"
                machine.edit(letters[number % len(letters)], "status" if act == "send" else "body", value)
            case "add" if "app" in records:
                machine.add(f"new-{place}", record("letter", "app", body=f"{place}"))
            case "twin" if "app" in records and f"{number}" not in values(machine.copy, "reason", "waiver"):
                machine.add(f"{number}-{place}", record("waiver", "app", person="dana", reason=f"{number}"))
            case "remove" if letters and removes:
                machine.remove(letters[number % len(letters)])
            case "drop" if "app" in records and removes and number == 0:
                machine.remove("app")
            case "back" if machine.copy.removed and "app" in records:
                gone = sorted(uid for uid, removal in machine.copy.removed.items() if not removal.became)
                if gone and gone[0].startswith(("new", "letter")):
                    machine.add(gone[0], record("letter", "app", body="back"))
            case "join":
                machine.join(machines[number % 3].copy)
    return machines


@given(ACTS)
@settings(max_examples=25, deadline=None)
def test_joining_is_idempotent_and_commutative(acts: list[tuple[int, str, int]]) -> None:
    a, b, _ = play(acts)
    both = join(a.copy, b.copy)
    assert join(b.copy, a.copy) == both
    assert join(a.copy, a.copy) == a.copy
    assert join(both, b.copy) == both == join(a.copy, both)


@given(ACTS)
@settings(max_examples=25, deadline=None)
def test_joining_is_associative_where_nothing_was_removed(acts: list[tuple[int, str, int]]) -> None:
    a, b, c = (machine.copy for machine in play(acts, removes=False))
    assert join(join(a, b), c) == join(a, join(b, c))


@given(ACTS, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_machines_that_hear_of_each_other_come_to_the_same(acts: list[tuple[int, str, int]], chance: Any) -> None:
    machines = play(acts)
    for _ in range(2):
        chance.shuffle(machines)
        for machine in machines:
            for other in machines:
                machine.join(other.copy)
    assert machines[0].copy == machines[1].copy == machines[2].copy
