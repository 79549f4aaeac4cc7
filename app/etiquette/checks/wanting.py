"""Interest in the job or, after a rejection, in a later one; whether an answer declines or accepts plainly."""

from __future__ import annotations

import re

from app.etiquette.checks.answer_phrases import NO, TAKEN_BACK, YES
from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.judged import judgments, verdict_of
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.phrases import either
from app.etiquette.checks.placeholders import without_slots
from app.etiquette.checks.quoting import quoted
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.letter_kinds import DEMANDS, THANKS, Demand, Interest

_PLAIN = {Interest.DECLINES: either(NO), Interest.ACCEPTS: either(YES)}
_TAKEN_BACK = either(TAKEN_BACK)
_WORDS = {
    Interest.YES: ("says that you want the job", "Say plainly that you want the job"),
    Interest.FUTURE: ("leaves the door open", "Say that you would like to be considered another time"),
    Interest.NONE: ("leaves the door open", "You could say that you would like to be considered another time"),
    Interest.DECLINES: ("says no plainly", "Say plainly that you decline or withdraw"),
    Interest.ACCEPTS: ("says yes plainly", "Say plainly that you accept"),
}
_GONE = re.compile(r"\b(?:accepted (?:an|another|a) (?:offer|position)|said yes to another offer)\b", re.IGNORECASE)
"""What thanks say in place of wanting the job, once it is another one (ETIQUETTE 2.30)."""
_WANTS_IT = 0.8
"""From this likelihood on, a letter that ought to decline is sure to say the opposite."""


def interest(letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return whether the letter says that its writer wants the job, or what its kind wants said instead."""
    demands = DEMANDS[letter.kind]
    if demands.interest is Demand.NONE and not knowledge.judges_beyond_demands:
        return []
    if demands.wants in _PLAIN:
        return [_plain_answer(letter, read, demands.wants, demands.interest)]
    gone = next(
        (sentence for sentence in read.sentences if letter.kind in THANKS and _GONE.search(sentence.text)), None
    )
    if gone is not None:
        message = f"says that you're no longer a candidate: {quoted(gone.text)}"
        return [Finding(Check.INTEREST, Verdict.SKIPPED, message, gone.start, gone.end)]
    good, advice = _WORDS[demands.wants]
    judgment = judgments(letter.kind, read)["interest"]
    if judgment.sentence is None:
        return [
            Finding(Check.INTEREST, Verdict.FAIL if demands.interest is Demand.MUST else Verdict.WARN, f"{advice}.")
        ]
    span = judgment.sentence.span
    verdict, words = verdict_of(judgment, demands.interest), quoted(without_slots(span.text))
    if verdict is Verdict.PASS:
        message = f"{good}: {words}"
    elif verdict is Verdict.UNSURE:
        message = f"Does {words} say that you want it? Afterword can't tell; if in doubt, say it plainly."
    else:
        message = f"{advice}; the nearest is {words}."
    return [Finding(Check.INTEREST, verdict, message, span.start, span.end)]


def _plain_answer(letter: LetterText, read: ReadLetter, wants: Interest, demand: Demand) -> Finding:
    """Return whether an answer is unmistakable; without one it only warns, since people say it in many ways."""
    good, advice = _WORDS[wants]
    for sentence in read.sentences:
        match = _plain_word(sentence, _PLAIN[wants])
        if match is not None:
            return Finding(Check.INTEREST, Verdict.PASS, f"{good}: {quoted(sentence.text)}", match.start, match.end)
    judgment = judgments(letter.kind, read)["interest"]
    is_opposite = wants is Interest.DECLINES and judgment.likely >= _WANTS_IT
    is_certain = not read.sentences or is_opposite
    return Finding(Check.INTEREST, Verdict.FAIL if is_certain and demand is Demand.MUST else Verdict.WARN, f"{advice}.")


def _plain_word(sentence: Span, pattern: re.Pattern[str]) -> Span | None:
    text = (
        _TAKEN_BACK.sub(lambda match: " " * len(match[0]), sentence.text)
        if pattern is _PLAIN[Interest.ACCEPTS]
        else (re.sub(TAKEN_BACK[0].shape, lambda match: " " * len(match[0]), sentence.text, flags=re.IGNORECASE))
    )
    match = pattern.search(text)
    return sentence.of(match) if match else None
