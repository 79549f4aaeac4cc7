"""The tables by which mails are understood: every line's example is found by its phrase and read as the line says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from app.exchange.mails import introductions
from app.exchange.mails.words import absences, bounces, labels, phrases, quotes
from app.exchange.mails.words.absences import before_day
from app.exchange.mails.words.phrases import pattern_of, phrases_of
from app.exchange.raw.word_tables import Phrase, read_table
from tests.exchange.mails.reading_words import READERS

ROOM = Path(phrases.__file__).parent
TABLES = (absences.TABLE, absences.DAYS, bounces.TABLE, labels.TABLE, quotes.TABLE)


def rows_of(table: str) -> list[Phrase]:
    """Return the lines of a table."""
    return read_table(ROOM / f"{table}.txt")


def test_every_table_of_the_room_is_read_here() -> None:
    assert {path.stem for path in ROOM.glob("*.txt")} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_each_example_is_read_as_its_line_says(table: str) -> None:
    readers = READERS[table]
    wrong = [f"line {row.line}: {row.example}" for row in rows_of(table) if not readers[row.meaning](row)]
    assert wrong == []


@pytest.mark.parametrize("table", sorted(set(TABLES) - {labels.TABLE}))
def test_each_phrase_finds_its_own_example_without_the_others(table: str) -> None:
    alone = [row for row in rows_of(table) if not re.search(before_day(row.words), row.example, re.IGNORECASE)]
    assert alone == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_no_meaning_that_nothing_reads_says_nothing_twice_and_has_no_long_line(table: str) -> None:
    rows = rows_of(table)
    assert set(phrases_of(table)) == set(READERS[table])
    repeated = [key for key, count in Counter((r.meaning, r.language, r.words) for r in rows).items() if count > 1]
    assert repeated == []
    assert max(len(line) for line in (ROOM / f"{table}.txt").read_text(encoding="utf-8").split("\n")) <= 120


def test_a_line_without_an_example_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("# Words.\n\nlate | en | delay*\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.txt, line 3"):
        read_table(tmp_path / "own.txt")


@pytest.mark.parametrize("table", [labels.TABLE, absences.DAYS])
def test_a_word_that_is_looked_up_stands_for_one_thing_alone(table: str) -> None:
    meanings = [(row.words.casefold(), row.meaning) for row in rows_of(table)]
    assert len(dict(meanings)) == len(set(meanings))


def test_the_sender_of_a_greek_mail_program_is_told_from_its_receiver() -> None:
    block = ["Από: Dana Lee <dana@northwind.example>", "Προς: Mia Park <mia@home.example>", "Θέμα: Interview"]
    assert introductions.message_follows(block, 0)


@pytest.mark.parametrize(
    ("phrase", "text", "is_it"),
    [
        ("not delivered/sent", "Not sent", True),
        ("email/e-mail delivery", "e-mail delivery", True),
        ("[the] office", "office", True),
        ("[the] office", "the office", True),
        ("back [in the office/at work] on", "back at work on", True),
        ("back [in the office/at work] on", "back on", True),
        ("back [in the office/at work] on", "back at the office on", False),
        ("forward*", "forwarding", True),
        ("sent by ...", "sent by a fine telephone", True),
        ("sent by ...", "sent by ", False),
        ("sent by ...5", "sent by a fine telephone", False),
        ("wrote[...9]:", "wrote:", True),
        ("wrote[...9]:", "wrote today:", True),
        ("sent from ~3", "sent from my own phone", True),
        ("sent from ~3", "sent from my very own phone", False),
        ("out_of_office", "out-of office", True),
        ("auto[_]reply", "autoreply", True),
        ("jusqu'au", "jusqu’au", True),
        (r"t\/m", "t/m", True),
        ("napisał/napisał(a)", "napisał(a)", True),
    ],
)
def test_how_a_phrase_is_written(phrase: str, text: str, is_it: bool) -> None:
    assert (re.fullmatch(pattern_of(phrase), text, re.IGNORECASE) is not None) is is_it
