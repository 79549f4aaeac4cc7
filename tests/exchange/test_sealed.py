"""The file that machines exchange: what is sealed is read back by its key alone, and nothing of a doubtful one is."""

from __future__ import annotations

import json
import zlib
from typing import Any

import pyrage
import pytest

from app.etiquette.errors import SyncError
from app.exchange import sealed
from app.exchange.sealed import Header, checked_key, digest_of, new_key, seal, unsealed, written_at

DOCUMENT = json.dumps({"afterword": 1, "applications": [{"company": "Northwind"}] * 4000}).encode()
KEY, OTHER_KEY = new_key(), new_key()
HEADER = Header("9f3a1c02", "laptop", 7, digest_of(DOCUMENT), "2026-11-30T04:10:00+00:00", ("b7",))
FILE = seal(HEADER, DOCUMENT, KEY)


def refused(data: bytes, key: str = KEY) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(SyncError) as raised:
        unsealed(data, key, "laptop.age")
    return str(raised.value)


def handmade(head: bytes, packed: bytes = zlib.compress(DOCUMENT)) -> bytes:
    """Return a file whose encryption is sound, whatever stands in it."""
    data: bytes = pyrage.encrypt(head + packed, [pyrage.x25519.Identity.from_str(KEY).to_public()])
    return data


def about(**changes: Any) -> bytes:
    """Return the line about the writer, with other values in it."""
    values = {
        "device": "b7",
        "name": "desktop",
        "generation": 1,
        "made_of": digest_of(DOCUMENT),
        "at": "",
        "removed": [],
    }
    return b"afterword sync 1\n" + json.dumps(values | changes).encode() + b"\n"


def test_what_was_sealed_is_read_back_by_its_key_and_says_nothing_to_anybody_else() -> None:
    opened = unsealed(FILE, KEY, "laptop.age")
    assert (opened.header, opened.document) == (HEADER, DOCUMENT)
    assert FILE.startswith(b"age-encryption.org/v1\n")
    assert b"laptop" not in FILE
    assert b"Northwind" not in FILE
    assert str(written_at(HEADER)) == "2026-11-30 04:10:00+00:00"
    assert written_at(Header("a", "b", 1, "", "yesterday")) is None


def test_a_file_that_is_cut_anywhere_or_changed_anywhere_is_damaged() -> None:
    for cut in (0, 1, 30, 200, len(FILE) // 2, len(FILE) - 1):
        assert refused(FILE[:cut]).startswith("laptop.age is damaged or not all there yet"), cut
    for place in range(0, len(FILE), 97):
        changed = FILE[:place] + bytes([FILE[place] ^ 1]) + FILE[place + 1 :]
        assert refused(changed).startswith(("laptop.age is damaged", "laptop.age was encrypted with another key")), (
            place
        )
    assert refused(FILE + b"x").startswith("laptop.age is damaged")
    assert refused(b"SQLite format 3\0" * 100).startswith("laptop.age is damaged")


def test_a_file_of_another_key_an_older_and_a_newer_one_are_refused_with_what_to_do() -> None:
    assert "was encrypted with another key, so it was left unread" in refused(FILE, OTHER_KEY)
    assert "`afterword sync --join` here" in refused(FILE, OTHER_KEY)
    rest = about().partition(b"\n")[2]
    assert "written by an older Afterword" in refused(handmade(b"afterword sync 0\n" + rest))
    assert "Update Afterword on this machine." in refused(handmade(b"afterword sync 2\nwhatever it is\n"))


def test_what_is_inside_is_taken_for_nothing_that_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unsealed(handmade(about()), KEY, "").document == DOCUMENT
    wrong = [
        about(generation=-1), about(generation="1"), about(generation=1e300), about(device=None), about(name="x" * 201),
        about(removed="b7"[:1] * 2000), about(removed=[1]), about(removed=None), about(made_of="0" * 64),
        b"afterword sync 1\n[]\n", b"afterword sync 1\n{}\n", b"afterword sync 1\n" + b"[" * 60_000 + b"\n",
        b"afterword sync one\n", b"afterword sync " + b"9" * 5_000 + b"\n", b"", b"hello\n\n",
    ]  # fmt: skip
    for head in wrong:
        assert "damaged" in refused(handmade(head)), head[:60]
    for packed in (b"", DOCUMENT, zlib.compress(DOCUMENT)[:-3], zlib.compress(DOCUMENT) + b"more"):
        assert "damaged" in refused(handmade(about(), packed))
    monkeypatch.setattr(sealed, "LARGEST_INSIDE", len(DOCUMENT) - 1)
    assert "damaged" in refused(handmade(about()))
    monkeypatch.setattr(sealed, "LARGEST", 100)
    with pytest.raises(SyncError, match="larger than sync can carry"):
        seal(HEADER, bytes(1000), KEY)


def test_a_code_is_taken_as_it_was_pasted_or_typed_and_nothing_else_is() -> None:
    assert checked_key(f"  {KEY[:30].lower()}  │\n│   {KEY[30:]}  ") == KEY
    for wrong in (
        "",
        "hello",
        KEY[:-1],
        KEY[:-1] + ("Q" if KEY[-1] != "Q" else "P"),
        str(pyrage.x25519.Identity.from_str(KEY).to_public()),
    ):
        with pytest.raises(SyncError, match="not a whole code"):
            checked_key(wrong)


def test_without_the_package_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyrage", None)
    with pytest.raises(SyncError, match=r"pip install 'afterword\[sync\]'"):
        new_key()
