"""Text of format=flowed (RFC 3676): lines that were wrapped for the way are joined again, each in its own quote."""

from __future__ import annotations

import re

from app.exchange.mails.signatures import SIGNATURE

_QUOTE = re.compile(r">*")


def unflowed(text: str, *, delsp: bool) -> str:
    """Return fixed text, quotes as one ">" a level and a space.

    Args:
        delsp: the space at which a line was broken is not part of the text (RFC 3676 4.2).
    """
    paragraphs: list[str] = []
    held: list[str] = []
    held_depth = -1
    for line in text.split("\n"):
        marks = _QUOTE.match(line)
        depth = marks.end() if marks else 0
        words = line[depth:].removeprefix(" ")
        if held and (depth != held_depth or words == SIGNATURE):
            paragraphs.append(_joined(held, held_depth))
            held = []
        if words.endswith(" ") and words != SIGNATURE:
            held.append(words[:-1] if delsp else words)
            held_depth = depth
            continue
        paragraphs.append(_joined([*held, words], depth))
        held = []
    if held:
        paragraphs.append(_joined(held, held_depth))
    return "\n".join(paragraphs)


def _joined(pieces: list[str], depth: int) -> str:
    words = "".join(pieces)
    return f"{'>' * depth} {words}" if depth else words
