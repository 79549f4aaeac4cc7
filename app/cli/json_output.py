"""A document printed as JSON, piece by piece: as one text, a large one would take more memory than all the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, TextIO

_AT_ONCE = 1_000
"""Pieces, of a few hundred characters at most, that are written together."""
_INDENT = "  "


def print_json(document: Any, stream: TextIO) -> None:
    """Write a document to a stream, indented, and end the line."""
    pieces = _pieces(document, "\n")
    while written := "".join(islice(pieces, _AT_ONCE)):
        stream.write(written)
    stream.write("\n")


@cache
def _encoder(within: str) -> json.JSONEncoder:
    """Return what writes an object whose values stand each in a line of its own."""
    return json.JSONEncoder(ensure_ascii=False, separators=("," + within, ": "))


def _pieces(value: Any, line: str) -> Iterator[str]:
    """Yield a value as `json.dumps` with an indent of 2 writes it; an object or a list without others in it at once.

    Args:
        line: the line break and the blanks before what the value stands in.
    """
    within = line + _INDENT
    if not isinstance(value, dict | list | tuple) or not value:
        yield json.dumps(value, ensure_ascii=False)
        return
    inner = value.values() if isinstance(value, dict) else value
    if not any(isinstance(one, dict | list | tuple) for one in inner):
        text = _encoder(within).encode(value)
        yield f"{text[0]}{within}{text[1:-1]}{line}{text[-1]}"
        return
    before = within
    yield "{" if isinstance(value, dict) else "["
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield f"{before}{json.dumps(key, ensure_ascii=False)}: " if isinstance(value, dict) else before
        yield from _pieces(one, within)
        before = "," + within
    yield line + ("}" if isinstance(value, dict) else "]")
