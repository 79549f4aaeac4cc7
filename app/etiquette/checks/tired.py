"""Phrases that readers are tired of: they only warn."""

from __future__ import annotations

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.phrases import either
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.checks.tired_phrases import TIRED

_BY_ADVICE = {
    advice: either(phrase for phrase in TIRED if phrase.meaning == advice)
    for advice in dict.fromkeys(phrase.meaning for phrase in TIRED)
}


def tired(_letter: LetterText, read: ReadLetter, _knowledge: Knowledge) -> list[Finding]:
    """Return the tired phrases in their order, each with what to do instead."""
    text = read.plain.replace("\n", " ")
    findings = [
        Finding(Check.TIRED, Verdict.WARN, f"“{match[0]}” is a tired phrase: {advice}.", *match.span())
        for advice, pattern in _BY_ADVICE.items()
        for match in pattern.finditer(text)
    ]
    findings.sort(key=lambda finding: finding.start or 0)
    return findings or [Finding(Check.TIRED, Verdict.PASS, "no tired phrases")]
