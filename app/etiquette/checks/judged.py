"""What the judge says of a letter, asked once per letter, and how that becomes a verdict with a quoted sentence."""

from __future__ import annotations

from functools import lru_cache

from app.etiquette.checks.findings import Verdict
from app.etiquette.checks.judging.model import Judgment, judge
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.checks.spelling import english
from app.etiquette.letter_kinds import Demand, Kind


@lru_cache(maxsize=4)
def judgments(kind: Kind, read: ReadLetter) -> dict[str, Judgment]:
    """Return the judgments of `highlight`, `interest` and `tone` on a letter; several checks ask for them."""
    return judge().judged(read.sentences, kind, english().count)


def verdict_of(judgment: Judgment, demand: Demand) -> Verdict:
    """Return what a judgment comes to where a kind must, should or need not hold the thing."""
    bands = judgment.bands
    if judgment.likely < bands.fails_below:
        return Verdict.FAIL if demand is Demand.MUST else Verdict.WARN
    if judgment.likely < bands.warns_below:
        return Verdict.WARN
    return Verdict.UNSURE if judgment.likely < bands.unsure_below else Verdict.PASS
