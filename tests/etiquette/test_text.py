"""What needs no cleaning is let through as it is, and everything else is cleaned."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.etiquette import text


@given(st.text(st.characters(exclude_characters=text.DIRECTION_MARKS), max_size=40))
def test_the_look_ahead_changes_nothing(written: str) -> None:
    whole = written.replace("\r\n", "\n")
    assert text.clean(written) == unicodedata.normalize("NFC", whole.translate(text.stand_ins(lines=False))).strip()
    assert text.clean_lines(written) == unicodedata.normalize(
        "NFC", whole.replace("\r", "\n").translate(text.stand_ins(lines=True))
    )


def test_nothing_that_has_a_stand_in_is_let_through() -> None:
    codes = {*text.stand_ins(lines=False)} - {0x09, 0x0A, 0x0D}
    through = [code for code in codes if chr(code) in text.clean(f"a{chr(code)}b") + text.clean_lines(f"a{chr(code)}b")]
    assert len(codes) > 2000
    assert through == []


def test_direction_marks_stay_where_something_runs_from_right_to_left() -> None:
    letter = "Dear \u200fדנה,\n\u200e24/\u200e11/2026\n\u061cسلام"
    assert text.clean_lines(letter) == letter
    assert text.clean("דנה (HR)\u200f") == "דנה (HR)\u200f"
    assert text.folded("\u200fדנה") == text.folded("דנה")


def test_elsewhere_direction_marks_leave_nothing_behind() -> None:
    assert text.clean("\u200e24/\u200e11/\u200e2026") == "24/11/2026"
    assert text.clean_lines("Tue, \u200e24 Nov\nDana\u200f") == "Tue, 24 Nov\nDana"


def test_a_byte_order_mark_leaves_nothing_behind() -> None:
    assert text.clean_lines("\ufeffDear Dana,\n") == "Dear Dana,\n"
    assert text.clean("\ufeffDana\ufeff") == "Dana"


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_what_reverses_the_direction_of_text_is_seen(code: int) -> None:
    assert text.clean_lines(f"a{chr(code)}b") == text.clean(f"a{chr(code)}b") == "a⸱b"


@pytest.mark.parametrize(
    ("mail", "words"),
    [
        ("Hi Sam,\n\nWe have decided.\n\nDana", "We have decided."),
        ("Hello Sam!\nWe have decided.", "We have decided."),
        ("Sehr geehrte Frau Doe,\nwir haben uns entschieden.", "wir haben uns entschieden."),
        ("\n\nWe have decided.\nMore follows.", "We have decided."),
        ("Hi Sam,", "Hi Sam,"),
        ("", ""),
        (" \n ", ""),
        ("Good news, we decided to meet you,\nSam", "Good news, we decided to meet you,"),
    ],
)
def test_of_a_mail_the_first_line_that_says_something_is_shown(mail: str, words: str) -> None:
    assert text.first_words(mail) == words
