"""What needs no cleaning is let through as it is, and everything else is cleaned."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.etiquette import text


@given(st.text(st.characters(), max_size=40))
def test_the_look_ahead_changes_nothing(told: str) -> None:
    whole = told.replace("\r\n", "\n")
    assert text.clean(told) == unicodedata.normalize("NFC", whole.translate(text.stand_ins(lines=False))).strip()
    assert text.clean_lines(told) == unicodedata.normalize(
        "NFC", whole.replace("\r", "\n").translate(text.stand_ins(lines=True))
    )


def test_nothing_that_has_a_stand_in_is_let_through() -> None:
    codes = {*text.stand_ins(lines=False)} - {0x09, 0x0A, 0x0D}
    through = [code for code in codes if chr(code) in text.clean(f"a{chr(code)}b") + text.clean_lines(f"a{chr(code)}b")]
    assert len(codes) > 2000
    assert through == []
