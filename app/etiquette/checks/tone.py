"""Pressure, blame, begging, sarcasm, presumption: what a letter is better without; also arguing with a rejection."""

from __future__ import annotations

import re

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.judged import judgments, verdict_of
from app.etiquette.checks.judging.model import judge
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.placeholders import without_slots
from app.etiquette.checks.presumption import presuming
from app.etiquette.checks.quoting import quoted
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.letter_kinds import OFFER_ANSWERS, Demand

FAULTS: dict[str, tuple[str, str]] = {
    "press": ("presses", "Leave them the time they need"),
    "blame": ("blames", "Assume good faith; they may have reasons you can't see"),
    "guilt": ("tries to make them feel guilty", "Leave out what you gave up or went through"),
    "beg": ("begs", "You have something to offer; say what"),
    "sarcasm": ("may be read as sarcasm", "Say it plainly, or leave it out"),
    "passive": ("sounds hurt", "Say what you would like to know, and no more"),
    "argue": ("argues", "Thank them and leave the door open"),
    "presume": ("takes too much for granted", "Let them decide first"),
    "familiar": ("is too familiar for someone you met once", "Keep it for later"),
    "overshare": ("tells more of your life than they need", "Leave it out"),
    "boast": ("boasts", "Say what you did, and let them judge it"),
    "flattery": ("flatters", "Say what you liked about the conversation instead"),
    "gift": ("offers a gift", "A thank-you is enough"),
    "threat": ("can be read as a threat", "Leave it out"),
    "badmouth": ("speaks ill of someone", "Leave it out"),
    "selfdep": ("runs you down", "Leave it out; they may not have noticed"),
}
"""Family of fault -> what a sentence of it does, and what to do instead."""
_SHOUTED = re.compile(r"\b[A-Z]{4,}(?:[ ,!]+[A-Z]{3,}){2,}")
_MANY_MARKS = re.compile(r"[!?]{3,}")


def tone(letter: LetterText, read: ReadLetter, _knowledge: Knowledge) -> list[Finding]:
    """Return what may be minded in the tone, a pass when there is nothing."""
    findings = _shouting(read)
    judgment = judgments(letter.kind, read)["tone"]
    verdict = verdict_of(judgment, Demand.MUST)
    presumed = None if letter.kind in OFFER_ANSWERS or verdict is Verdict.FAIL else presuming(read)
    if presumed is not None:
        return [*findings, _named("presume", Verdict.WARN, presumed)]
    if verdict is Verdict.PASS or judgment.sentence is None:
        return findings or [Finding(Check.TONE, Verdict.PASS, "kind in tone")]
    sentence = judgment.sentence
    families = [family for family in judge().faults(sentence) if family in FAULTS]
    quote = quoted(sentence.span.text)
    if verdict is Verdict.UNSURE:
        message = f"{quote} may not sound as kind as you mean it. Afterword can't tell; read it again."
    elif families:
        return [*findings, _named(families[0], verdict, sentence.span)]
    else:
        verdict = Verdict.WARN  # what cannot be named is not certain
        message = f"{quote} may sound unfriendly. Read it again as they would."
    return [*findings, Finding(Check.TONE, verdict, message, sentence.span.start, sentence.span.end)]


def _named(family: str, verdict: Verdict, span: Span) -> Finding:
    does, instead = FAULTS[family]
    return Finding(Check.TONE, verdict, f"{quoted(span.text)} {does}. {instead}.", span.start, span.end)


def _shouting(read: ReadLetter) -> list[Finding]:
    text = without_slots(read.plain)
    shouted, many = _SHOUTED.search(text), _MANY_MARKS.search(text)
    if shouted is not None:
        message = f"{quoted(shouted[0])} shouts. Say it calmly."
        return [Finding(Check.TONE, Verdict.FAIL, message, *shouted.span())]
    if many is not None:
        return [Finding(Check.TONE, Verdict.WARN, f"{quoted(many[0])} shouts. One mark is enough.", *many.span())]
    return []
