"""A posting is kept with its application: read back, searched, exported, undone, whatever became of the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.etiquette.errors import InvalidFieldError, NotFoundError
from app.etiquette.from_them import Posting
from app.hunt.hunt import Done, Hunt
from app.hunt.intake.carrying_out import carry_out
from app.hunt.verbs import applications
from app.hunt.verbs.postings import posting_kept, posting_removed
from app.storage import reading
from app.storage.texts import Where, applications_that_hold
from tests.hunt.test_joining import differences, exported, imported, planned
from tests.storage.hunts import NOW, add, open_hunt, reader

ADDRESS = "https://jobs.northwind.example/1"
TEXT = "Data Engineer\nYou will move late events in the Bäckerei."


def keep(hunt: Hunt, application_id: int, text: str = TEXT, address: str = ADDRESS) -> Done:
    """Keep a posting with an application."""
    return hunt.do(
        application_id,
        lambda a, when: posting_kept(
            a, when, text=text, title="Data Engineer", address=address, closes=date(2026, 12, 4),
            facts={"location": "Lisbon", "salary": "60k", "url": address},
        ),
    )  # fmt: skip


def postings(path: Path, application_id: int = 1) -> tuple[Posting, ...]:
    """Return what is stored."""
    with reader(path) as connection:
        return reading.application(connection, application_id).postings


def test_a_posting_is_kept_and_fills_in_only_what_was_empty(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    hunt.do(add(hunt), lambda a, when: applications.edited(a, when, location="Porto"))
    done = keep(hunt, 1)
    assert done.application is not None
    assert (done.application.location, done.application.salary, done.application.url) == ("Porto", "60k", ADDRESS)
    (posting,) = postings(path)
    assert (posting.address, posting.title, posting.text, posting.kept, posting.closes) == (
        ADDRESS, "Data Engineer", TEXT, NOW, date(2026, 12, 4),
    )  # fmt: skip
    assert done.application.posting == posting
    assert len(posting.uid) == 20


def test_a_posting_of_the_same_address_takes_the_place_of_the_former_and_undo_brings_that_back(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    keep(hunt, add(hunt))
    assert keep(hunt, 1).summary == "The posting from Northwind is already here"
    keep(hunt, 1, "Another text")
    assert [posting.text for posting in postings(path)] == ["Another text"]
    hunt.undo()
    assert [posting.text for posting in postings(path)] == [TEXT]
    hunt.do(1, lambda a, when: posting_removed(a, when, a.postings[0].id))
    assert postings(path) == ()
    with pytest.raises(NotFoundError, match="no longer here"):
        hunt.do(1, lambda a, when: posting_removed(a, when, 1))
    hunt.undo()
    hunt.delete(1)
    hunt.undo()
    assert [posting.text for posting in postings(path)] == [TEXT]
    hunt.undo()
    assert postings(path) == ()


def test_a_posting_without_text_is_refused_and_a_pasted_one_is_known_by_its_text(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    add(hunt)
    with pytest.raises(InvalidFieldError, match="text"):
        keep(hunt, 1, " \n ")
    for text in (TEXT, TEXT, "Another"):
        keep(hunt, 1, text, address="")
    assert [posting.text for posting in postings(path)] == [TEXT, "Another"]


def test_a_posting_is_searched_as_names_are_also_after_it_was_replaced_and_undone(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    add(hunt)
    keep(hunt, add(hunt, "Contoso"))

    def hits(*words: str) -> dict[str, set[int]]:
        with reader(path) as connection:
            by_word = applications_that_hold(connection, words)
            return {word: set(by_word.get(word, {}).get(Where.POSTING, ())) for word in words}

    assert hits("backerei", "late", "kubernetes") == {"backerei": {2}, "late": {2}, "kubernetes": set()}
    keep(hunt, 2, "Kubernetes")
    assert hits("backerei", "kubernetes") == {"backerei": set(), "kubernetes": {2}}
    hunt.undo()
    assert hits("backerei", "kubernetes") == {"backerei": {2}, "kubernetes": set()}


def test_an_export_brings_a_posting_to_a_copy_and_names_one_that_differs(tmp_path: Path) -> None:
    first, copy = tmp_path / "first.db", tmp_path / "copy.db"
    hunt, other = open_hunt(first), open_hunt(copy)
    add(hunt)
    carry_out(planned(copy, exported(first)), other)
    keep(hunt, 1)
    (line,) = imported(copy, exported(first)).lines
    assert "1 new posting" in line.text
    assert postings(copy) == postings(first)
    keep(hunt, 1, "As the first has it")
    keep(other, 1, "As the copy has it")
    (difference,) = differences(planned(copy, exported(first)))
    assert difference == "Posting, text (yours: “As the copy has it”; the file: “As the first has it”)"
    imported(copy, exported(first), take=["Posting"])
    assert [posting.text for posting in postings(copy)] == ["As the first has it"]
