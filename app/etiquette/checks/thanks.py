"""Thanks to the reader for something given; not thanks to others, in advance, or withheld."""

from __future__ import annotations

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.phrases import either
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.checks.thanks_phrases import NO_THANKS, THANKS
from app.etiquette.letter_kinds import DEMANDS, Demand

_THANKS = either(THANKS)
_NO_THANKS = either(NO_THANKS)


def gratitude(letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return whether the reader is thanked."""
    demand = DEMANDS[letter.kind].thanks
    if demand is Demand.NONE and not knowledge.judges_beyond_demands:
        return []
    span = next((thanks for sentence in read.sentences if (thanks := _thanks_in(sentence))), None)
    if span is not None:
        return [Finding(Check.GRATITUDE, Verdict.PASS, "thanks the reader", span.start, span.end)]
    verdict = Verdict.FAIL if demand is Demand.MUST else Verdict.WARN
    return [Finding(Check.GRATITUDE, verdict, "Thank the reader for what they gave you.")]


def _thanks_in(sentence: Span) -> Span | None:
    match = _THANKS.search(sentence.text)
    if match is None:
        return None
    rest = _NO_THANKS.sub(" ", sentence.text)
    if len(rest) != len(sentence.text) and not _THANKS.search(rest):
        return None
    return sentence.of(match)
