"""Sentences in lines: no word alone at the end, and keys beside what they do."""

from __future__ import annotations

import pytest
from textual.content import Content

from app.ui.wrapping import hints, wrapped


def lines(text: str, width: int) -> list[str]:
    """Return a text's lines."""
    return [line.plain for line in wrapped(Content(text), width)]


def test_no_sentence_leaves_one_word_for_its_last_line() -> None:
    said = "You can ask now. They gave no date; a reply was expected by Tue, Nov 10 (usual wait)."
    assert lines(said, 78) == [
        "You can ask now. They gave no date; a reply was expected by Tue, Nov 10",
        "(usual wait).",
    ]
    assert lines("due tomorrow, overdue in 1 day", 30) == ["due tomorrow, overdue in 1 day"]
    assert lines("A thank-you is late.", 17) == ["A thank-you", "is late."]


@pytest.mark.parametrize(("text", "width", "expected"), [
    ("Northwind https://northwind.example/jobs", 30, ["Northwind", "https://northwind.example/jobs"]),
    ("東京株式会社ソフトウェア開発", 20, ["東京株式会社ソフトウ", "ェア開発"]),
    ("Rinderkennzeichnungsfleischetikettierung", 30, ["Rinderkennzeichnungsfleischeti", "kettierung"]),
    ("", 10, [""]),
])  # fmt: skip
def test_long_words_and_texts_without_spaces_stay_as_they_were_written(
    text: str, width: int, expected: list[str]
) -> None:
    assert lines(text, width) == expected


def test_evened_out_a_text_takes_no_more_lines_and_loses_nothing() -> None:
    said = "They missed round 1. Write the same day, kindly, and offer new times that suit them."
    for width in range(8, 80):
        plain = [line.plain.rstrip() for line in Content(said).wrap(width)]
        evened = lines(said, width)
        assert len(evened) == len(plain)
        assert " ".join(evened) == said
        assert max(map(len, evened)) <= width


def test_a_key_stays_with_what_it_does() -> None:
    keys = "a attach  enter open  s mark as sent  w who else has it  esc close"
    assert hints(keys, 40).plain == "a attach  enter open  s mark as sent\nw who else has it  esc close"
    assert hints(keys, 8).plain.split("\n")[1] == "enter open"
