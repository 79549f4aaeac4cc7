"""Blanks that are still to be filled in, bracketed or not."""

from __future__ import annotations

import re

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.phrases import either
from app.etiquette.checks.quoting import quoted
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.checks.slot_shapes import INNOCENT, MADE_UP, SLOTS

_SLOT = either(SLOTS, re.MULTILINE)
_MADE_UP = either(MADE_UP, 0)
_INNOCENT = either(INNOCENT, 0)
_LONGEST_QUOTE = 48
_KISSES = re.compile(r"x+")


def placeholders(_letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return every place that is still to be filled in."""
    findings = [
        Finding(
            Check.PLACEHOLDERS, Verdict.FAIL, f"Fill in {quoted(read.body[start:end], _LONGEST_QUOTE)}.", start, end
        )
        for start, end in slots(read.plain)
        if not (start >= read.text_end and _KISSES.fullmatch(read.plain, start, end))
    ]
    for match in _MADE_UP.finditer(read.plain):
        if "abc" not in knowledge.company.casefold():
            message = f"“{match[0]}” reads like a name from a sample. Is it theirs?"
            findings.append(Finding(Check.PLACEHOLDERS, Verdict.WARN, message, *match.span()))
    return findings or [Finding(Check.PLACEHOLDERS, Verdict.PASS, "nothing left to fill in")]


def slots(text: str) -> list[tuple[int, int]]:
    """Return the ranges of a text that are still to be filled in."""
    plain = _INNOCENT.sub(lambda match: "," * len(match[0]), text)
    return [match.span() for match in _SLOT.finditer(plain)]


def holds_a_slot(text: str) -> bool:
    """Return whether something in a text is still to be filled in."""
    return bool(slots(text))


def without_slots(text: str) -> str:
    """Return a text of the same length with its slots blanked out."""
    for start, end in slots(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
