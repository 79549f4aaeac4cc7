"""A paste is text to its end, however the terminal's bytes are cut; keys are keys."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.ui.incoming import BEGIN, END, Incoming

CTRL_Q = "\x11"


def heard(*chunks: bytes) -> str:
    """Return what is heard of input that comes in these pieces, one right after the other, and then rests."""
    incoming = Incoming()
    text = "".join(incoming.take(chunk) for chunk in chunks)
    return text + (incoming.rest() if incoming.is_holding else "")


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """Return data cut at these places."""
    edges = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[start:end] for start, end in pairwise(edges)]


CUTS = st.lists(st.integers(0, 10_000), max_size=8)


@given(CUTS)
def test_what_follows_an_end_within_a_paste_is_still_pasted(places: list[int]) -> None:
    data = f"j{BEGIN}one{END}{CTRL_Q} two \x1b[A three{END}k".encode()
    assert heard(*cut(data, places)) == f"j{BEGIN}one␛[201~{CTRL_Q} two ␛[A three{END}k"


@given(st.text(max_size=60), CUTS)
def test_nothing_pasted_ends_the_paste_or_passes_for_a_key(text: str, places: list[int]) -> None:
    text = text.encode(errors="replace").decode()
    said = heard(*cut(f"{BEGIN}{text}{END}".encode(), places))
    inside = said.removeprefix(BEGIN).removesuffix(END)
    assert (said[: len(BEGIN)], said[-len(END) :]) == (BEGIN, END)
    assert inside == text.replace("\x1b", "␛").replace("\0", "␀")


@given(st.text(alphabet="jkq\x1b[A~20", max_size=30), CUTS)
def test_keys_pass_unchanged(keys: str, places: list[int]) -> None:
    if BEGIN not in keys:
        assert heard(*cut(keys.encode(), places)) == keys


def test_two_pastes_in_a_row_are_one_and_keys_follow_after_a_rest() -> None:
    incoming = Incoming()
    assert incoming.take(f"{BEGIN}a{END}{BEGIN}b{END}".encode()) == f"{BEGIN}ab"
    assert incoming.rest() == END
    assert incoming.take(b"q") == "q"
    assert not incoming.is_holding


def test_what_no_hand_types_so_soon_after_a_paste_is_in_doubt() -> None:
    for after, is_in_doubt in (
        ("", False),
        ("\x1b[<35;10;4M\x1b[<35;11;4M\x1b[O", False),
        ("q", True),
        ("\x1b[<3", True),
    ):
        incoming = Incoming()
        incoming.take(f"{BEGIN}a{END}{after}".encode())
        assert incoming.is_in_doubt == is_in_doubt
        incoming.rest()
        assert not incoming.is_in_doubt


def test_bytes_that_are_no_text_have_a_stand_in() -> None:
    assert heard(b"\xff\xfeq\xc3") == "��q"
    assert heard(b"\xc3", b"\xa9") == "é"
