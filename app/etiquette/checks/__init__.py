"""The letter checker: every check of ETIQUETTE 4, from the text and the facts of the application. Pure."""

from __future__ import annotations

from collections.abc import Callable

from app.etiquette.checks import form, highlight, others, people, placeholders, spelling, thanks, tired, tone, wanting
from app.etiquette.checks.findings import Check, Finding, Report, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.letter_kinds import Kind

__all__ = ["Check", "Finding", "Knowledge", "LetterText", "Report", "Verdict", "check_letter", "warm_up"]

_CHECKS: tuple[Callable[[LetterText, ReadLetter, Knowledge], list[Finding]], ...] = (
    people.greeting,
    thanks.gratitude,
    highlight.highlight,
    wanting.interest,
    form.length,
    tone.tone,
    placeholders.placeholders,
    people.signature,
    form.subject,
    spelling.spelling,
    others.names,
    form.thread,
    others.siblings,
    form.attachment,
    tired.tired,
)
_NOTHING = Knowledge()


def check_letter(letter: LetterText, knowledge: Knowledge = _NOTHING) -> Report:
    """Return every finding of every check that applies to the letter's kind, in the order of `Check`."""
    read = ReadLetter(letter.body)
    return Report(read.words, tuple(finding for check in _CHECKS for finding in check(letter, read, knowledge)))


def warm_up() -> None:
    """Load the dictionary and the judge, so that the first check is as fast as the others."""
    check_letter(LetterText(Kind.THANK_YOU, "Dear Dana,\n\nThank you for Friday.\n\nRobin"))
