"""Our records behave as the standard library's frozen, slotted dataclasses do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from app.etiquette import companies, frozen, policy, records
from app.etiquette.companies import Company, EarlierLetter
from app.etiquette.from_them import ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Interview, Person
from app.settings import Settings

RECORDS = [
    getattr(records, name, None) or getattr(companies, name)
    for name in (
        "Person", "Interview", "Letter", "Reply", "ReplyBy", "Outcome", "Waiver", "Snooze", "Event", "Application",
        "Me", "Company",
    )
] + [policy.Policy, Settings]  # fmt: skip


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_has_the_fields_and_defaults_that_the_standard_one_would_have(record: Any) -> None:
    namespace: dict[str, Any] = {"__annotations__": record.__annotations__, "__module__": record.__module__}
    for field in dataclasses.fields(record):
        if field.default is not dataclasses.MISSING:
            namespace[field.name] = field.default
        elif field.default_factory is not dataclasses.MISSING:
            namespace[field.name] = dataclasses.field(default_factory=field.default_factory)
    standard: Any = dataclasses.dataclass(frozen=True, slots=True)(type(record.__name__, (), namespace))
    assert record.__match_args__ == standard.__match_args__ == tuple(record.__annotations__)
    assert record.__slots__ == standard.__slots__
    needed = {
        field.name: field.name
        for field in dataclasses.fields(record)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    ours, theirs = record(**needed), standard(**needed)
    for name in standard.__match_args__:
        assert getattr(ours, name) == getattr(theirs, name)
    if record is not Settings:
        assert repr(ours) == repr(theirs)


def test_records_are_equal_by_what_they_hold_and_only_to_their_kind() -> None:
    dana, twin = Person(1, "Dana"), Person(1, "Dana")
    assert dana == twin
    assert hash(dana) == hash(twin)
    assert dana != Person(2, "Dana")
    other: object = (1, "Dana", "", "", "", "", records.Part.INTERVIEWER, False)
    assert dana != other
    assert len({dana, twin, Person(2)}) == 2


@pytest.mark.parametrize("name", ["given", "nickname"])
def test_nothing_can_be_set_or_deleted(name: str) -> None:
    dana: Any = Person(1, "Dana")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(dana, name, "Ruth")
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(dana, name)
    assert not hasattr(dana, "__dict__")


def test_replace_of_either_kind_changes_what_is_named_and_nothing_else() -> None:
    before = Application(id=3, company="Northwind", people=(Person(1),))
    for replace in (dataclasses.replace, frozen.replace):
        after = replace(before, company="Contoso")
        assert (after.id, after.company, after.people) == (3, "Contoso", (Person(1),))
        with pytest.raises(TypeError):
            replace(before, nonsense=1)
    assert dataclasses.is_dataclass(before)
    assert dataclasses.asdict(ReplyBy(datetime(2026, 11, 24, tzinfo=UTC).date(), stated=True))["stated"] is True


def test_a_default_that_is_made_is_made_for_each() -> None:
    first, second = Company(), Company()
    earlier = EarlierLetter(datetime(2026, 11, 24, tzinfo=UTC), Kind.THANK_YOU, "Northwind")
    first.letters_to["dana@northwind.example"] = earlier
    assert second.letters_to == {}


def test_records_are_copied_and_pickled() -> None:
    round_ = Interview(7, 2, datetime(2026, 11, 24, tzinfo=UTC), met=(1, 2))
    assert pickle.loads(pickle.dumps(round_)) == copy.deepcopy(round_) == copy.copy(round_) == round_


def test_what_the_standard_library_asks_for_is_made_once() -> None:
    assert dataclasses.fields(Application)
    assert Application.__dataclass_fields__ is Application.__dataclass_fields__


def test_a_record_is_of_its_own_class_once_it_is_filled() -> None:
    dana = Person(1, "Dana")
    assert type(dana) is Person
    assert type(dataclasses.replace(dana, given="Ruth")) is Person


@pytest.mark.parametrize("made_before", [0, 100])
def test_the_first_records_and_the_later_ones_are_filled_alike(made_before: int) -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Pair:
        first: int
        then: list[int] = frozen.field(default_factory=list)

    assert all(Pair(number).first == number for number in range(made_before))
    for pair in (Pair(1, [2]), Pair(1, then=[2]), Pair(then=[2], first=1)):
        assert (type(pair), pair.first, pair.then) == (Pair, 1, [2])
    assert Pair(1).then == []
    assert Pair(1).then is not Pair(1).then
    wrong: Any = Pair
    for values, named in (((), {}), ((1, [], 3), {}), ((1,), {"first": 1}), ((1,), {"last": 1}), ((), {"then": []})):
        with pytest.raises(TypeError):
            wrong(*values, **named)
