"""The file that one machine leaves for the others: everything it knows of the hunt, encrypted with age to one key.

Inside are a line that says what it is, a line of JSON about who wrote it, and the compressed document. age detects a
file that was cut or changed (age-encryption.org/v1), so nothing of such a file is read. Knows neither folder nor
database; the only module that imports pyrage.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.etiquette.errors import SyncError
from app.etiquette.text import clean

FORMAT = 1
LARGEST = 64 * 1024 * 1024
"""Bytes of such a file."""
LARGEST_INSIDE = 256 * 1024 * 1024
"""Bytes of the document in it."""
_MARK = b"afterword sync "
_HEAD = 64 * 1024
"""Bytes of the two lines before the document."""
_LONGEST_NUMBER = 9
"""Digits of a format's number."""
_MOST_REMOVED = 1000
_LEVEL = 3
"""How hard it is compressed: more takes twice as long and saves a tenth."""
_NO_PACKAGE = (
    "Sync needs one more package, which encrypts what the machines exchange. Install it with"
    " `pip install 'afterword[sync]'` (or `pipx inject afterword pyrage`)."
)
_DAMAGED = (
    "{name} is damaged or not all there yet, so nothing of it was read. What it brought before is kept; it is written"
    " anew when the machine that it comes from syncs again."
)
_FOREIGN = (
    "{name} was encrypted with another key, so it was left unread. If it comes from a machine of yours, run"
    " `afterword sync --code` there and `afterword sync --join` here."
)
_OLDER = (
    "{name} was written by an older Afterword, so it was left unread. Update Afterword on the machine that it comes"
    " from, and sync there again."
)
_NEWER = "{name} was written by a newer Afterword, so it was left unread. Update Afterword on this machine."


@dataclass(frozen=True, slots=True)
class Header:
    """Who wrote a file, and which of their states it holds."""

    device: str
    """The machine's random name, which no other has."""
    name: str
    """What its owner calls it: the file's name without its ending."""
    generation: int
    """Grows with each file that the machine writes."""
    made_of: str
    """The SHA-256 of the document: two machines that know the same write the same."""
    at: str = ""
    """When it was written, by its own clock."""
    removed: tuple[str, ...] = ()
    """Machines that the user has removed."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """One file, opened."""

    header: Header
    document: bytes


def new_key() -> str:
    """Return a new key, in age's own form: `age -d -i` opens with it what is sealed here.

    Raises:
        SyncError: the package is not installed.
    """
    return str(_pyrage().x25519.Identity.generate())


def checked_key(text: str) -> str:
    """Return a key that was typed or pasted, without line breaks, the frame of a box, and whatever else came along.

    Raises:
        SyncError: it is not one.
    """
    key = "".join(letter for letter in text.upper() if letter.isascii() and (letter.isalnum() or letter == "-"))
    identity = _identity(key)
    if identity is None:
        raise SyncError(
            "That's not a whole code: it starts with AGE-SECRET-KEY-1 and has 74 characters. Run `afterword sync"
            " --code` on the other machine, and copy all of it."
        )
    return str(identity)


def is_key(text: str) -> bool:
    """Return whether a kept key is a whole one.

    Raises:
        SyncError: the package is not installed.
    """
    return _identity(text) is not None


def digest_of(data: bytes) -> str:
    """Return the SHA-256 by which a document, or a whole file, is recognized."""
    return hashlib.sha256(data).hexdigest()


def seal(header: Header, document: bytes, key: str) -> bytes:
    """Return the file that holds a document.

    Raises:
        SyncError: it is too large, or the package is not installed.
    """
    about = {
        "device": header.device,
        "name": header.name,
        "generation": header.generation,
        "made_of": header.made_of,
        "at": header.at,
        "removed": list(header.removed),
    }
    head = b"%s%d\n%s\n" % (_MARK, FORMAT, json.dumps(about).encode())
    data = encrypted(head + zlib.compress(document, _LEVEL), key)
    if len(data) > LARGEST:
        raise SyncError(
            f"Your search is larger than sync can carry ({LARGEST >> 20} MB encrypted). Nothing was written."
        )
    return data


def unsealed(data: bytes, key: str, name: str) -> Sealed:
    """Return what a file holds.

    Args:
        name: the file's, for the sentence that says what is wrong with it.

    Raises:
        SyncError: it is damaged, of another key, or of an older or newer format; nothing of it is to be used.
    """
    pyrage = _pyrage()
    try:
        inside: bytes = pyrage.decrypt(data, [_identity(key)])
    except pyrage.DecryptError as error:
        is_foreign = "No matching keys" in str(error)
        raise SyncError((_FOREIGN if is_foreign else _DAMAGED).format(name=name)) from None
    mark, _, rest = inside.partition(b"\n")
    number = mark.removeprefix(_MARK)
    if number == mark or not number.isdigit() or len(number) > _LONGEST_NUMBER:
        raise SyncError(_DAMAGED.format(name=name))
    if int(number) != FORMAT:
        raise SyncError((_NEWER if int(number) > FORMAT else _OLDER).format(name=name))
    about, _, packed = rest.partition(b"\n")
    try:
        header = _header(json.loads(about[:_HEAD]))
        document = _unpacked(packed)
    except (ValueError, TypeError, KeyError, RecursionError, zlib.error):
        raise SyncError(_DAMAGED.format(name=name)) from None
    if digest_of(document) != header.made_of:
        raise SyncError(_DAMAGED.format(name=name))
    return Sealed(header, document)


def encrypted(content: bytes, key: str) -> bytes:
    """Return a content encrypted to a key, as the content of an attached file is left for other machines.

    Raises:
        SyncError: the package is not installed.
    """
    data: bytes = _pyrage().encrypt(content, [_identity(key).to_public()])
    return data


def decrypted(data: bytes, key: str) -> bytes | None:
    """Return what `encrypted` was given; None: it is damaged, or of another key."""
    pyrage = _pyrage()
    try:
        content: bytes = pyrage.decrypt(data, [_identity(key)])
    except pyrage.DecryptError:
        return None
    return content


def name_of_content(sha256: str, key: str) -> str:
    """Return what the file of a content is called: who has the content but not the key cannot tell that it is there."""
    return hashlib.blake2b(sha256.encode(), key=hashlib.sha256(key.encode()).digest(), digest_size=16).hexdigest()


def _header(about: Any) -> Header:
    removed = about["removed"]
    texts = (about["device"], about["name"], about["made_of"], about["at"], *removed)
    if len(removed) > _MOST_REMOVED or not all(isinstance(text, str) and len(text) <= 200 for text in texts):
        raise ValueError("not a header")
    generation = about["generation"]
    if not isinstance(generation, int) or not 0 <= generation < 2**53:
        raise ValueError("not a generation")
    device, name, made, at = (clean(text) for text in texts[:4])
    return Header(device, name, generation, made, at, tuple(removed))


def _unpacked(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    document = unpacking.decompress(packed, LARGEST_INSIDE)
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("too large, or cut")
    return document


def written_at(header: Header) -> datetime | None:
    """Return when a file was written, by the clock of the machine that wrote it; None if it does not say."""
    try:
        at = datetime.fromisoformat(header.at)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _identity(key: str) -> Any:
    """Return a key as age has it; None: it is not a whole one."""
    pyrage = _pyrage()
    try:
        return pyrage.x25519.Identity.from_str(key)
    except pyrage.IdentityError:
        return None


def _pyrage() -> Any:
    try:
        import pyrage
    except ImportError:
        raise SyncError(_NO_PACKAGE) from None
    return pyrage
