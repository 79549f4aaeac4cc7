"""The highlight of the conversation: what the user noted or, without a note, something that only they could say."""

from __future__ import annotations

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.judged import judgments, verdict_of
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.noted import noted_in
from app.etiquette.checks.placeholders import holds_a_slot
from app.etiquette.checks.quoting import quoted
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.letter_kinds import DEMANDS, Demand
from app.etiquette.text import shortened

_LONGEST_NOTE = 90


def highlight(letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return whether the letter mentions something of the conversation; an unused note is quoted back."""
    demand = DEMANDS[letter.kind].highlight
    if demand is Demand.NONE and not knowledge.judges_beyond_demands:
        return []
    if demand is not Demand.MUST and not knowledge.has_spoken:
        return []
    note = shortened(knowledge.noted, _LONGEST_NOTE)
    if note:
        taken_up = noted_in(read, knowledge.noted, _usual(knowledge))
        if taken_up is not None and not holds_a_slot(taken_up.text):
            message = f"picks up what you noted: {quoted(taken_up.text)}"
            return [Finding(Check.HIGHLIGHT, Verdict.PASS, message, taken_up.start, taken_up.end)]
    judgment = judgments(letter.kind, read)["highlight"]
    if judgment.sentence is None:
        verdict = Verdict.FAIL if demand is Demand.MUST else Verdict.WARN
        return [Finding(Check.HIGHLIGHT, verdict, _missing(note, None))]
    span = judgment.sentence.span
    verdict = verdict_of(judgment, demand)
    if holds_a_slot(span.text) and verdict in (Verdict.PASS, Verdict.UNSURE):
        verdict, message = Verdict.WARN, f"Fill in the blank in {quoted(span.text)}: it is what they will remember."
    elif verdict is Verdict.PASS:
        message = f"mentions your conversation: {quoted(span.text)}" + (f"; you also noted “{note}”" if note else "")
    elif verdict is Verdict.UNSURE and not note:
        message = f"Is {quoted(span.text)} from this conversation alone? Afterword can't tell; judge for yourself."
    else:
        verdict = Verdict.WARN if verdict is Verdict.UNSURE else verdict
        message = _missing(note, span)
    return [Finding(Check.HIGHLIGHT, verdict, message, span.start, span.end)]


def _missing(note: str, nearest: Span | None) -> str:
    if note:
        return f"Mention something from your conversation: you noted “{note}”."
    advice = "Say something that only someone who was in this conversation could say"
    return f"{advice}; the nearest is {quoted(nearest.text)}." if nearest else f"{advice}."


def _usual(knowledge: Knowledge) -> tuple[str, ...]:
    return knowledge.company, knowledge.role, knowledge.signer, *knowledge.recipient_names
