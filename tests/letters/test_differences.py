"""Two texts of a letter beside each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.letters.differences import differences

LETTERS = st.text(st.sampled_from("ab ,\n"), max_size=40)


def test_the_words_that_differ_are_marked_and_what_was_added_has_nothing_beside_it() -> None:
    same, empty, changed, added = differences("Dear Dana,\n\nThank you.", "Dear Dana,\n\nMany thanks.\nRobin")
    assert same.is_same
    assert empty.is_same
    assert changed.old == (("Thank", True), (" ", False), ("you", True), (".", False))
    assert changed.new == (("Many", True), (" ", False), ("thanks", True), (".", False))
    assert added == (None, (("Robin", True),))


@given(LETTERS, LETTERS)
def test_both_texts_stand_whole_on_their_sides(old: str, new: str) -> None:
    rows = differences(old, new)
    for text, sides in ((old, [row.old for row in rows]), (new, [row.new for row in rows])):
        assert "\n".join("".join(words for words, _ in side) for side in sides if side is not None) == text
    assert all(row.is_same for row in rows) == (old == new)
