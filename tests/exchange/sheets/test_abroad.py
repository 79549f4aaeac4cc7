"""Statuses and headers as people write them, in English and in other languages, in lists that lie beside this file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.sheets.columns.naming import names_of
from app.exchange.sheets.statuses.reading import meaning_of

STATES = ("applied", "rejected", "interviewed", "interviewed", "offer", "withdrawn", "no_response", "saved")
FIELDS = ("company", "role", "status", "applied_on", "url", "notes", "contact", "salary")


def _listed(name: str) -> list[tuple[str, list[str]]]:
    """Return the lines of a list: the language and its words."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    rows = [[part.strip() for part in line.split(" | ")] for line in lines if line and not line.startswith("#")]
    return [(row[0], row[1:]) for row in rows]


VOICES = _listed("statuses_of_voices.txt")
STATUSES, HEADERS = _listed("statuses_abroad.txt"), _listed("headers_abroad.txt")


@pytest.mark.parametrize(("language", "words"), STATUSES, ids=[language for language, _ in STATUSES])
def test_eight_statuses_are_understood_in_each_language(language: str, words: list[str]) -> None:
    meanings = [meaning_of(each) for each in words]
    states = ["saved" if meaning.is_wish else (meaning.outcome or meaning.stage).value for meaning in meanings]
    assert states == list(STATES), language


def test_statuses_of_many_voices_are_understood() -> None:
    wrong = []
    for language, (state, *cells) in VOICES:
        for cell in cells:
            meaning = meaning_of(cell)
            decision = f" {meaning.decision}" if meaning.decision else ""
            got = "saved" if meaning.is_wish else f"{(meaning.outcome or meaning.stage).value}{decision}"
            wrong += [] if got == state else [(language, cell, got, state)]
    assert wrong == []
    assert sum(len(cells) - 1 for _, cells in VOICES) > 1_300
    assert len({language for language, _ in VOICES}) > 25


@pytest.mark.parametrize(("language", "words"), HEADERS, ids=[language for language, _ in HEADERS])
def test_eight_headers_are_understood_in_each_language(language: str, words: list[str]) -> None:
    fields = [names[0].field if (names := names_of(header)) else "" for header in words]
    assert fields == list(FIELDS), language


@pytest.mark.parametrize(("language", "words"), HEADERS, ids=[language for language, _ in HEADERS])
def test_a_header_that_lacks_a_letter_is_never_taken_for_another_for_sure(language: str, words: list[str]) -> None:
    for header, field in zip(words, FIELDS, strict=True):
        for at in range(1, len(header) - 1):
            names = names_of(header[:at] + header[at + 1 :])
            if names and names[0].field != field:
                assert names[0].is_misspelt or names[0].weight < 1, (language, header[:at] + header[at + 1 :], names[0])


def test_lists_hold_enough_to_tell_anything() -> None:
    assert len(STATUSES) >= 25
    assert len(HEADERS) >= 16
