"""A document printed as JSON, piece by piece: as one text, a large one would take more memory than all the rest."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any, TextIO

_AT_ONCE = 10_000
"""Pieces, of a few characters each, that are written together."""


def print_json(document: Any, stream: TextIO) -> None:
    """Write a document to a stream, indented, and end the line."""
    pieces = json.JSONEncoder(indent=2, ensure_ascii=False).iterencode(document)
    while written := "".join(islice(pieces, _AT_ONCE)):
        stream.write(written)
    stream.write("\n")
