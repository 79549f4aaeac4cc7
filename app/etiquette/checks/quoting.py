"""How a finding quotes a letter: on one line, between quotation marks, cut after a word."""

from __future__ import annotations

_LONGEST_QUOTE = 60
"""Characters of a sentence that are quoted in a message."""


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, cut after a word, with an ellipsis for what is missing, if it has more than `longest`
    characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[:longest] if text[longest] == " " else text[:longest].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:") + "…"


def quoted(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Return a text in quotation marks, cut after a word if it is long."""
    return f"“{shortened(text, longest)}”"
