"""How a finding quotes a letter: on one line, between quotation marks, cut after a word."""

from __future__ import annotations

from app.etiquette.text import shortened

_LONGEST_QUOTE = 60
"""Characters of a sentence that are quoted in a message."""


def quoted(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Return a text in quotation marks, cut after a word if it is long."""
    return f"“{shortened(text, longest)}”"
