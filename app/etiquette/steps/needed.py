"""What has to have happened before a letter of a kind makes sense (ETIQUETTE 3.11)."""

from __future__ import annotations

from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import DEMANDS, Interest, Kind, Need
from app.etiquette.records import Application, Decision, Outcome, OutcomeKind
from app.etiquette.state.facts import has_interviewed, last_missed

_ANSWERS = {Decision.ACCEPTED: Interest.ACCEPTS, Decision.DECLINED: Interest.DECLINES}
_RULE = "a letter needs its occasion"


def lacks_occasion(application: Application, kind: Kind) -> RefusedError | None:
    """Return why there is no occasion for a letter of a kind, None when there is one; the user can override it.

    Args:
        application: settled.
    """
    needs = DEMANDS[kind].needs
    reason = ""
    if needs in (Need.INTERVIEW, Need.NO_ANSWER) and not has_interviewed(application):
        reason = f"Too early. No interview with {application.company} has taken place yet."
    elif needs in (Need.NO_ANSWER, Need.TO_WITHDRAW):
        reason = _decided(application)
    elif needs is Need.MISSED and last_missed(application) is None:
        reason = "The last interview isn't marked as missed. Mark it first if they didn't come."
    elif needs is Need.REJECTION and _ended_as(application) is not OutcomeKind.REJECTED:
        reason = f"No rejection by {application.company} is recorded. Record it first."
    elif needs is Need.OFFER:
        reason = _answered_otherwise(application, DEMANDS[kind].wants)
    elif needs is Need.END and application.outcome is None:
        reason = f"Too early. {application.company} hasn't decided yet."
    return RefusedError(reason, rule=_RULE) if reason else None


def _ended_as(application: Application) -> OutcomeKind | None:
    return application.outcome.kind if application.outcome else None


def _decided(application: Application) -> str:
    """Return that they have decided on an application, "" while they have not."""
    outcome = application.outcome
    if outcome is None or outcome.kind not in (OutcomeKind.OFFER, OutcomeKind.REJECTED):
        return ""
    if outcome.kind is OutcomeKind.REJECTED:
        return f"{application.company} has already turned you down."
    return "" if outcome.decision else f"{application.company} has made you an offer. Answer that instead."


def _answered_otherwise(application: Application, says: Interest) -> str:
    """Return that there is no offer, or that something else was answered to it than a letter says; "" for neither."""
    outcome: Outcome | None = application.outcome
    if outcome is None or outcome.kind is not OutcomeKind.OFFER:
        return f"No offer from {application.company} is recorded. Record it first."
    if outcome.decision is None or _ANSWERS[outcome.decision] is says:
        return ""
    return f"You've already {outcome.decision.value} this offer."
