"""Output that cannot write every character: readable stand-ins for people, escapes for JSON, never an error."""

from __future__ import annotations

import codecs
import sys
from io import TextIOWrapper

_STAND_INS, _ESCAPES = "afterword.stand-ins", "afterword.escapes"
"""The names of the two handlers, as a stream's `errors=` takes them."""


def prepare(*, is_json: bool) -> None:
    """Let the standard streams write any text in their encodings, whatever locale the user has.

    JSON is ASCII where the output is not UTF-8, since RFC 8259 allows no other encoding.
    """
    codecs.register_error(_STAND_INS, _with_stand_ins)
    codecs.register_error(_ESCAPES, _with_escapes)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(errors=_STAND_INS)
    if isinstance(sys.stdout, TextIOWrapper):
        encoding = "ascii" if is_json and not is_utf8(sys.stdout.encoding) else None
        sys.stdout.reconfigure(encoding=encoding, errors=_ESCAPES if is_json else _STAND_INS)


def is_utf8(encoding: str | None) -> bool:
    """Return whether an encoding, by any of its names, can write every character a terminal shows."""
    try:
        return codecs.lookup(encoding or "ascii").name in ("utf-8", "utf-8-sig", "utf-16", "utf-32")
    except LookupError:
        return False


def _with_stand_ins(error: UnicodeError) -> tuple[str, int]:
    from app.cli.stand_ins import stand_in

    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(stand_in, error.object[error.start : error.end])), error.end


def _with_escapes(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs), error.end
