"""What several cells of a row say together of how far an application came: status, decision, columns of stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.etiquette.records import Decision, OutcomeKind
from app.etiquette.stages import Stage
from app.exchange.sheets.statuses.meaning import APPLIED, OFFER_ACCEPTED, OFFER_DECLINED, WISH, Meaning

_FIRST = (OutcomeKind.REJECTED, OutcomeKind.WITHDRAWN, OutcomeKind.OFFER, OutcomeKind.NO_RESPONSE)
"""Which outcome holds where columns of their own name several: a no ends an offer, any answer ends the silence."""
_LETTERS = (Stage.THANKED, Stage.FOLLOWED_UP)
"""Columns of letters of the user's own: their days are kept, and a status beside them tells where things stand."""


def together(statuses: Sequence[Meaning], stages: Iterable[Meaning]) -> Meaning:
    """Return what a status, a decision and columns of stages say together.

    An outcome that is told comes before one that a column of its own names, a sure one before a guess; without any
    the furthest stage holds.
    """
    named = [stage for stage in stages if not statuses or stage.stage not in _LETTERS]
    outcome = _outcome(statuses) or _named_outcome(named)
    if outcome is not None:
        return outcome
    all_of_them = [*statuses, *named]
    if not all_of_them:
        return APPLIED
    furthest = max(all_of_them, key=lambda meaning: meaning.rank)
    if (
        furthest.rank == 0
        and any(meaning.is_wish for meaning in statuses)
        and all(m.is_wish or not m.is_sure for m in statuses)
    ):
        return WISH
    return furthest


def _outcome(statuses: Sequence[Meaning]) -> Meaning | None:
    ends = [meaning for meaning in statuses if meaning.outcome is not None]
    kinds = {end.outcome for end in ends}
    if OutcomeKind.OFFER in kinds and len(ends) > 1:
        if any(end.decision is Decision.ACCEPTED for end in ends):
            return OFFER_ACCEPTED
        if kinds & {OutcomeKind.WITHDRAWN, OutcomeKind.REJECTED}:
            return OFFER_DECLINED
    return next((end for end in ends if end.is_sure), ends[0] if ends else None)


def _named_outcome(stages: Sequence[Meaning]) -> Meaning | None:
    for kind in _FIRST:
        ends = [meaning for meaning in stages if meaning.outcome is kind]
        if ends:
            return max(ends, key=lambda end: end.decision is not None)
    return None
