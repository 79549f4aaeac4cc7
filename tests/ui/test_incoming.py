"""A paste is text to its end, however the terminal's bytes are cut; keys are keys, its answers are not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from app.ui.textual_.incoming import BEGIN, END, ESCAPE, Incoming

CTRL_Q = "\x11"


def heard(*chunks: bytes) -> str:
    """Return what is heard of input that comes in these pieces, one right after the other, and then rests."""
    incoming = Incoming(ANSI_SEQUENCES_KEYS)
    text = "".join(incoming.take(chunk) for chunk in chunks)
    return text + incoming.rest()


def heard_slowly(*chunks: bytes) -> str:
    """Return what is heard of input that rests after each piece, and long after the last."""
    incoming = Incoming(ANSI_SEQUENCES_KEYS)
    return "".join(incoming.take(chunk) + incoming.rest() for chunk in chunks) + incoming.rest() + incoming.rest()


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


KEYS = sorted(set(ANSI_SEQUENCES_KEYS) - {"\x1b", "\x1b\x1b"})
REPORTS = ["\x1b[I", "\x1b[<35;10;4M", "\x1b[<0;1;1m", "\x1b[?2026;2$y", "\x1b[48;24;80;480;800t", "\x1b[4;7R"]


@given(st.lists(st.sampled_from([*KEYS, *REPORTS, "\x1b[97;;97u", "\x1b[127;5u", "é", "漢"]), max_size=12), CUTS)
def test_keys_pass_unchanged(keys: list[str], places: list[int]) -> None:
    text = "".join(keys) + "."
    assert heard(*cut(text.encode(), places)) == text


@pytest.mark.parametrize("key", ["\x1b", "\x1b\x1b", "\x1bx", "\x1b[A", "\x1b]", "\x1b["])
def test_an_escape_is_the_escape_key_and_before_another_key_it_is_alt(key: str) -> None:
    assert heard(key.encode()) == (f"{key[:-1]}{ESCAPE}" if key.endswith("\x1b") else key)


ANSWERS = [
    "\x1b[?62;22c",  # DA1
    "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    "\x1b[>1;10;0c",  # DA2
    "\x1bP!|00000000\x1b\\",  # DA3
    "\x1b[0n",  # DSR
    "\x1b[?997;1n",  # the colours are dark
    "\x1b[?1u",  # kitty's keyboard
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",  # the background
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    "\x1b]52;c;UXVpdA==\x07",  # the clipboard
    "\x1bP>|XTerm(390)\x1b\\",  # XTVERSION
    "\x1bP1+r544e=787465726d\x1b\\",  # XTGETTCAP
    "\x1bP1$r0m\x1b\\",  # DECRQSS
    "\x1b_Gi=31;OK\x1b\\",  # kitty's graphics
    "\x1b^Dx\x1b\\",
    "\x1bXDx\x1b\\",
    "\x1b[8;24;80t",  # the size
    "\x1b[97:65;2u",  # a key in a form that was not asked for
    "\x1b[99999999u",  # no character has that number
]


@given(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=5), CUTS)
def test_answers_of_the_terminal_are_swallowed_whole(answers: list[str], places: list[int]) -> None:
    assert heard(*cut(f"j{'k'.join(answers)}q".encode(), places)) == f"j{'k' * (len(answers) - 1)}q"


@pytest.mark.parametrize("answer", ANSWERS)
def test_also_when_a_slow_line_cuts_them(answer: str) -> None:
    data = answer.encode()
    for place in range(3, len(data)):
        assert heard_slowly(b"j", data[:place], data[place:], b"k") == "jk", place


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_follows_an_escape_that_a_slow_line_cut_off_is_no_text(answer: str) -> None:
    assert heard_slowly(b"\x1b", answer[1:].encode(), b"k") == f"{ESCAPE}k"


@pytest.mark.parametrize("begun", ["", "a letter", "a letter\x1b[20"])
def test_a_paste_that_never_ends_does_not_swallow_what_a_hand_types_after(begun: str) -> None:
    after = f"{BEGIN}{begun}{END}".replace("\x1b[20\x1b", "␛[20\x1b")
    assert heard_slowly(f"{BEGIN}{begun}".encode(), b"?", b"\x1b", CTRL_Q.encode()) == f"{after}?{ESCAPE}{CTRL_Q}"


@pytest.mark.parametrize("begun", ["\x1b]11;rgb:1e", "\x1bP>|XTerm", "\x1b_G"])
def test_nor_does_an_answer_that_never_ends(begun: str) -> None:
    assert heard_slowly(b"j", begun.encode(), b"?", CTRL_Q.encode()) == f"j?{CTRL_Q}"


def test_a_paste_that_stalls_goes_on_and_is_not_obeyed() -> None:
    assert heard_slowly(f"{BEGIN}Dear".encode(), b" Dana, qq", b"", b"Dyy\x1b[201~") == f"{BEGIN}Dear Dana, qqDyy{END}"


def test_two_pastes_in_a_row_are_one_and_keys_follow_after_a_rest() -> None:
    incoming = Incoming()
    assert incoming.take(f"{BEGIN}a{END}{BEGIN}b{END}".encode()) == f"{BEGIN}ab"
    assert incoming.rest() == END
    assert incoming.take(b"q") == "q"
    assert incoming.rest() == ""


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
