"""The tables of words: every line's example is read as the line says, so that no line hides behind another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.exchange.raw.word_tables import Phrase
from app.exchange.sheets import placeholders
from app.exchange.sheets.columns import naming
from app.exchange.sheets.folding import plain
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.statuses import reading, sensing
from app.exchange.sheets.words import phrases
from app.exchange.sheets.words.phrases import Phrases, read_table

ROOM = Path(phrases.__file__).parent
TABLES = (reading.TABLE, naming.TABLE, placeholders.TABLE, sensing.TABLE)


def wrong(rows: list[Phrase], name_of: object) -> list[str]:
    """Return a sentence for each line whose example is read as something else."""
    assert callable(name_of)
    return [
        f"line {row.line}: {row.example!r} is read as {got!r}, not {row.meaning!r}"
        for row in rows
        if (got := name_of(row)) != row.meaning
    ]


def test_each_example_of_a_status_means_what_its_line_says_and_nothing_earlier() -> None:
    assert wrong(read_table(reading.TABLE), lambda row: reading.name_of(row.example)) == []


def test_each_phrase_finds_its_own_example_without_the_others() -> None:
    alone = [
        row
        for row in read_table(reading.TABLE)
        if not Phrases({row.meaning: [row.words]}).meanings_in(plain(row.example))
    ]
    assert alone == []


def test_each_name_of_a_column_is_known_by_its_example() -> None:
    def name_of(row: Phrase) -> str:
        names = naming.names_of(row.example)
        fits = any(naming.field_of(row.meaning) == name.field for name in names)
        return row.meaning if fits else names[0].field if names else ""

    assert wrong(read_table(naming.TABLE), name_of) == []


def test_each_placeholder_says_nothing() -> None:
    rows = read_table(placeholders.TABLE)
    assert wrong(rows, lambda row: "nothing" if is_nothing(row.example) else "something") == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_nothing_twice_and_has_no_long_line(table: str) -> None:
    rows = read_table(table)
    repeated = [key for key, count in Counter((r.meaning, r.language, r.words) for r in rows).items() if count > 1]
    assert repeated == []
    assert max(len(line) for line in (ROOM / table).read_text(encoding="utf-8").split("\n")) <= 120


@pytest.mark.parametrize("meaning", ["not applied", "withdrawn", "rejected", "silent", "saved", "accepted", "offer"])
def test_statuses_are_known_in_25_languages(meaning: str) -> None:
    assert len({row.language for row in read_table(reading.TABLE) if row.meaning == meaning}) >= 25


@pytest.mark.parametrize("field", ["company", "role", "status", "applied", "decided", "added"])
def test_columns_are_known_in_25_languages(field: str) -> None:
    assert len({row.language for row in read_table(naming.TABLE) if row.meaning == field}) >= 25


def test_a_line_that_is_no_phrase_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.txt").write_text("rejected | en | nope\n", encoding="utf-8")
    monkeypatch.setattr(phrases, "__file__", str(tmp_path / "phrases.py"))
    with pytest.raises(ValueError, match=r"own\.txt, line 1"):
        read_table("own.txt")


@pytest.mark.parametrize(
    ("phrase", "text", "is_in"),
    [
        ("not selected/chosen", "we were not chosen", True),
        ("in [the] process", "in process", True),
        ("in [the] process", "in the process", True),
        ("not applied [yet]", "not applied", True),
        ("reject*", "rejection", True),
        ("reject*", "unrejected", False),
        ("*gesprach", "erstgesprach", True),
        ("no ... yet", "no answer from them yet", True),
        ("=declined", "declined", True),
        ("=declined", "offer declined", False),
        ("落ち", "書類選考落ち", True),
    ],
)
def test_how_a_phrase_is_written(phrase: str, text: str, is_in: bool) -> None:
    assert bool(Phrases({"it": [phrase]}).meanings_in(text)) is is_in


def test_each_word_with_a_sense_is_in_its_own_example_and_has_a_sense_that_is_used() -> None:
    rows = read_table(sensing.TABLE)
    assert {row.meaning for row in rows} == sensing.SENSES
    assert [row for row in rows if plain(row.words.strip("*")) not in plain(row.example)] == []


def test_each_telling_is_what_its_example_tells() -> None:
    wrongly = [
        (telling.name, telling.example, got)
        for telling in sensing.TELLINGS
        if (got := sensing.telling_of(plain(telling.example))) is not telling
    ]
    assert wrongly == []


def test_what_gives_way_to_a_telling_is_a_meaning_and_the_telling_one_that_there_is() -> None:
    assert reading.GIVES_WAY.keys() <= reading.MEANINGS.keys() | reading.STRUCK_OUT.keys()
    assert frozenset().union(*reading.GIVES_WAY.values()) <= {telling.name for telling in sensing.TELLINGS}
