"""A letter whose occasion did not come is held back, and one of the program's own steps never is (ETIQUETTE 3.11)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, Kind
from app.etiquette.records import Application, Decision, Interview, InterviewStatus, Outcome, OutcomeKind
from app.etiquette.stages import Stage
from app.etiquette.steps.needed import lacks_occasion
from app.etiquette.steps.next_steps import NO_COMPANY, settled_steps
from app.etiquette.steps.restraints import restraint
from app.hunt.sample import sample_hunt
from tests.etiquette.telling import policy_in
from tests.storage.hunts import NOW, SETTINGS

DAY = datetime(2026, 11, 20, 10, tzinfo=UTC)
HELD = Interview(1, 1, DAY, status=InterviewStatus.HELD)
MISSED = Interview(2, 2, DAY.replace(day=23), status=InterviewStatus.MISSED)
OFFER = Outcome(OutcomeKind.OFFER, DAY)
REJECTED = Outcome(OutcomeKind.REJECTED, DAY)


def application(*interviews: Interview, outcome: Outcome | None = None) -> Application:
    """Return an application with these interviews and this end."""
    stage = Stage.OUTCOME if outcome else Stage.INTERVIEWED if HELD in interviews else Stage.APPLIED
    return Application(1, "Corvid", "Analyst", interviews=interviews, outcome=outcome, stage=stage)


@pytest.mark.parametrize(
    ("kind", "record", "reason"),
    [
        (Kind.FEEDBACK_REQUEST, application(HELD), "No rejection by Corvid is recorded. Record it first."),
        (Kind.REJECTION_REPLY, application(outcome=OFFER), "No rejection by Corvid is recorded. Record it first."),
        (Kind.THANK_YOU, application(), "Too early. No interview with Corvid has taken place yet."),
        (Kind.PANEL_THANK_YOU, application(MISSED), "Too early. No interview with Corvid has taken place yet."),
        (Kind.COMPETING_OFFER, application(), "Too early. No interview with Corvid has taken place yet."),
        (Kind.COMPETING_OFFER, application(HELD, outcome=REJECTED), "Corvid has already turned you down."),
        (Kind.WITHDRAWAL, application(outcome=OFFER), "Corvid has made you an offer. Answer that instead."),
        (
            Kind.MISSED_CALL,
            application(HELD),
            "The last interview isn't marked as missed. Mark it first if they didn't come.",
        ),
        (Kind.OFFER_ACCEPT, application(HELD), "No offer from Corvid is recorded. Record it first."),
        (
            Kind.OFFER_DECLINE,
            application(outcome=Outcome(OutcomeKind.OFFER, DAY, decision=Decision.ACCEPTED)),
            "You've already accepted this offer.",
        ),
        (Kind.STAY_IN_TOUCH, application(HELD), "Too early. Corvid hasn't decided yet."),
    ],
)
def test_a_letter_without_its_occasion_is_held_back_and_can_be_sent_anyway(
    kind: Kind, record: Application, reason: str
) -> None:
    refused = restraint(record, kind, policy_in(), DAY.replace(day=24), NO_COMPANY)
    assert refused is not None
    assert (str(refused), refused.can_override) == (reason, True)


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (Kind.THANK_YOU, application(HELD)),
        (Kind.THANK_YOU, Application(1, "Corvid", stage=Stage.WAITING)),
        (Kind.COMPETING_OFFER, application(HELD)),
        (Kind.MISSED_CALL, application(HELD, MISSED)),
        (Kind.OFFER_DECLINE, application(outcome=OFFER)),
        (Kind.OFFER_DECLINE, application(outcome=Outcome(OutcomeKind.OFFER, DAY, decision=Decision.DECLINED))),
        (Kind.OFFER_ACCEPT, application(outcome=Outcome(OutcomeKind.OFFER, DAY, decision=Decision.ACCEPTED))),
        (Kind.FEEDBACK_REQUEST, application(HELD, outcome=REJECTED)),
        (Kind.WITHDRAWAL, application()),
        (Kind.WITHDRAWAL, application(outcome=Outcome(OutcomeKind.WITHDRAWN, DAY))),
        (Kind.STAY_IN_TOUCH, application(HELD, outcome=REJECTED)),
    ],
)
def test_a_letter_with_its_occasion_is_not(kind: Kind, record: Application) -> None:
    assert lacks_occasion(record, kind) is None


def test_what_a_step_calls_for_has_its_occasion() -> None:
    kinds = set()
    for record, _ in sample_hunt(SETTINGS.policy, NOW):
        for step in settled_steps(record, SETTINGS.policy, NOW, NO_COMPANY):
            if step.kind is not None and step.is_now:
                kinds.add(step.kind)
                assert lacks_occasion(record, step.kind) is None, (record.company, step)
    assert len(kinds - FOLLOW_UPS) >= 3
    assert all(DEMANDS[kind].needs != "nothing" for kind in set(Kind) - FOLLOW_UPS)
