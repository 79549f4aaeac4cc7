"""What a search finds that only a note, a debrief, a reply, a letter or a posting says, and where."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import OutcomeKind
from app.etiquette.spellings import spelled
from app.etiquette.text import searchable
from app.hunt.in_texts import NO_HITS, Where, anywhere, read_hits, where_hit
from app.hunt.verbs import answers, applications, interviews, letters, postings
from tests.storage.hunts import NOW, add, open_hunt, reader


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a search in which each kind of text says a word of its own."""
    path = tmp_path_factory.mktemp("texts") / "hunt.db"
    hunt = open_hunt(path)
    add(hunt)
    starts, noted = NOW - timedelta(hours=20), "They run KUBERNETES in the Küche"
    hunt.do(1, lambda a, when: interviews.planned(a, when, starts=starts, names="Dana Lee", noted=noted))
    hunt.do(1, lambda a, when: applications.noted(a, when, "Café, 50%_off"))
    hunt.do(1, lambda a, when: answers.they_answered(a, when, text="A yardstick of ours", at=NOW - timedelta(hours=2)))
    body = "Dear Dana,\n\nthe tele\u0301scope – it was good."
    hunt.do(1, lambda a, when: letters.drafted(a, when, Kind.THANK_YOU, a.people[0].id, "Orchard", body))
    hunt.do(1, lambda a, when: postings.posting_kept(a, when, text="We cook Soup in Besançon"))
    add(hunt, "Contoso")
    hunt.do(2, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.REJECTED, note="a lighthouse"))
    hunt.do(2, lambda a, when: applications.noted(a, when, "Kubernetes, and a telescope"))
    return path


@pytest.mark.parametrize(
    ("sought", "where"),
    [
        ("kubernetes", {1: Where.INTERVIEW, 2: Where.NOTES}),
        ("kuche", {1: Where.INTERVIEW}),
        ("Küche kubern", {1: Where.INTERVIEW}),
        ("cafe", {1: Where.NOTES}),
        ("50%_", {1: Where.NOTES}),
        ("0_%", {}),
        ("yardstick", {1: Where.REPLY}),
        ("telescope", {1: Where.LETTER, 2: Where.NOTES}),
        ("orchard", {1: Where.LETTER}),
        ("soup besancon", {1: Where.POSTING}),
        ("lighthouse", {2: Where.NOTES}),
        ("northwind kubernetes", {1: Where.INTERVIEW}),
        ("yardstick soup", {1: Where.REPLY}),
        ("yardstick lighthouse", {}),
        ("rejected", {}),
        ("northwind", {}),
        ("ku", {}),
    ],
)
def test_a_word_is_found_wherever_it_stands_and_the_place_is_said(
    path: Path, sought: str, where: dict[int, Where]
) -> None:
    with reader(path) as connection:
        hits = read_hits(connection, sought)
    wanted = [word.replace("ü", "u").lower() for word in sought.split()]
    rows = {1: "northwind", 2: "contoso"}
    places = {number: where_hit(number, name, wanted, hits) for number, name in rows.items()}
    assert {number: place for number, place in places.items() if place} == where
    assert anywhere(hits) >= where.keys()


def test_where_nothing_is_found_there_is_nothing(path: Path) -> None:
    with reader(path) as connection:
        assert read_hits(connection, "nowhere gh") == {"gh": {Where.NOTES: frozenset({2})}}, "one of them is telling"
        assert read_hits(connection, "gh") == read_hits(connection, "nowhere") == NO_HITS
    assert anywhere(NO_HITS) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Bäckerei",
        "BÄCKEREI",
        "Straße",
        "STRASSE",
        "Dvořák",
        "Œuvre",
        "þing",
        "Ærø",
        "Łódź",
        "Ёлка и Йод",
        "Ἀθῆναι",
        "ﬁne",
    ],
)
def test_a_word_is_found_in_every_spelling_that_the_searched_form_has(text: str) -> None:
    for word in searchable(text).split():
        assert spelled(word).search(f"in {text}, then") or "ﬁ" in text
        assert not spelled(f"{word}x").search(text)
