"""Keys that arrive in one read, as over a stalled line: what follows a command goes where the command leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage import reading
from tests.cli.terminals import Terminal, ready
from tests.storage.hunts import reader
from tests.torture.terminal_hunt import body_of, one_letter

EDITED = (
    (b"ba\x7fckspace9", "bckspace9"),
    (b"ab\x1b[D\x1b[Dxy9", "xy9ab"),
    (b"ab\x1b[Hxy\x1b[Fz9", "xyabz9"),
    (b"abc\x1b[H\x1b[3~d9", "d9bc"),
    (b"one two\x17three9", "one three9"),
)
"""What is typed in one burst, with backspace, arrows, home, end and delete in it; and what is to stand there after."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ahead") / "hunt.db"
    one_letter(path)
    return path


@pytest.fixture(scope="module")
def terminal(path: Path) -> Iterator[Terminal]:
    with ready("--db", str(path)) as running:
        running.until(running.shows("You met them on"), "no dashboard")
        yield running


@pytest.fixture
def on_the_list(terminal: Terminal) -> Terminal:
    terminal.to_the_list()
    return terminal


def happened(path: Path) -> list[str]:
    with reader(path) as connection:
        return [event.what for event in reading.events(connection, 1)]


@pytest.mark.parametrize("word", ["xerox", "uber", "litware", "Dynamo", "quantum"])
def test_a_word_after_the_key_for_find_is_found(on_the_list: Terminal, path: Path, word: str) -> None:
    before = happened(path)
    on_the_list.send(f"/{word}")
    on_the_list.until(on_the_list.shows(word), "what was typed is not in the line")
    on_the_list.rest()
    assert happened(path) == before


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("axerox corp", "xerox corp"), ("nxylem", "xylem"), ("p/xerox", "xerox"), ("\x10xerox", "xerox")],
)
def test_what_is_typed_after_a_command_stands_in_what_it_opens(
    on_the_list: Terminal, path: Path, keys: str, shown: str
) -> None:
    before = happened(path)
    on_the_list.send(keys)
    on_the_list.until(on_the_list.shows(shown), "what was typed is not there")
    assert happened(path) == before
    on_the_list.escape()


def test_what_is_typed_after_enter_stands_in_the_letter(on_the_list: Terminal, path: Path) -> None:
    on_the_list.send("\rxxx")
    on_the_list.until(lambda: "xxx" in body_of(path), "what was typed is not stored")


@pytest.mark.parametrize(("keys", "wanted"), EDITED)
@pytest.mark.parametrize("where", ["/", "n"], ids=["find", "a form"])
def test_keys_of_one_burst_have_their_effect_in_order(
    on_the_list: Terminal, where: str, keys: bytes, wanted: str
) -> None:
    on_the_list.send(where.encode() + keys)
    on_the_list.until(on_the_list.shows(wanted), f"no {wanted}")


@pytest.mark.parametrize(("keys", "wanted"), EDITED)
def test_they_have_it_in_the_letter_as_well(on_the_list: Terminal, path: Path, keys: bytes, wanted: str) -> None:
    on_the_list.send(b"\r\x1b[1;5H\x1b[H\r\x1b[A" + keys)  # on a line of its own, at the beginning
    on_the_list.until(lambda: wanted in body_of(path), f"no {wanted}")


ANSWERS = (
    b"\x1b[?62;22c\x1b[>1;10;0c\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1bP>|XTerm(390)\x1b\\"
    b"\x1bP1+r544e=787465726d\x1b\\\x1b[?1u\x1b[?997;1n\x1b_Gi=31;OK\x1b\\\x1b[2;5R"
)
"""What an editor asks a terminal, and leaves behind when it ends before the answer comes."""


def test_answers_of_the_terminal_are_no_commands(on_the_list: Terminal, path: Path) -> None:
    before = happened(path)
    for piece in (ANSWERS, ANSWERS[:20], ANSWERS[20:]):
        on_the_list.send(piece)
        on_the_list.rest()
        assert on_the_list.shows("z snooze")()
    on_the_list.send("/still here")
    on_the_list.until(on_the_list.shows("still here"), "keys do nothing after them")
    assert happened(path) == before


def test_answers_of_the_terminal_are_no_text(on_the_list: Terminal, path: Path) -> None:
    on_the_list.send("\r\x1b[1;5H\x1b[H8")
    on_the_list.send(ANSWERS + b"8")
    on_the_list.until(lambda: "88" in body_of(path), "something is between")


def test_a_paste_without_an_end_does_not_swallow_keys_for_ever(on_the_list: Terminal) -> None:
    is_helped = on_the_list.shows("In the due list")
    on_the_list.send("\x1b[200~")
    for seconds in range(1, 12):  # a busy program may read a key with what came before it, and take it for pasted
        on_the_list.rest()
        on_the_list.send("?")
        on_the_list.rest(seconds, unless=is_helped)
        if is_helped():
            break
    assert is_helped(), "a key does nothing"
    on_the_list.escape()
