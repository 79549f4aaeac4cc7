"""The verdict on something that a kind of letter must, should, or need not hold."""

from __future__ import annotations

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge
from app.etiquette.checks.reading import Span
from app.etiquette.letter_kinds import Demand


def demanded(
    check: Check, demand: Demand, known: Knowledge, found: Span | None, good: str, advice: str
) -> list[Finding]:
    """Return one finding: a pass where it was found, else what the kind's demand makes of its absence."""
    if demand is Demand.NONE and not known.judges_beyond_demands:
        return []
    if found is not None:
        return [Finding(check, Verdict.PASS, good, found.start, found.end)]
    return [Finding(check, Verdict.FAIL if demand is Demand.MUST else Verdict.WARN, advice)]
