"""Every pair of a stage and a trigger, legal or not: ETIQUETTE 1.1, written down by hand."""

from __future__ import annotations

import pytest

from app.etiquette.errors import RefusedError
from app.etiquette.stages import TRANSITIONS, Stage, TransitionError, Trigger, advance, refusal

# Rows are stages, columns triggers; a dash is a refusal. `back` is the stage that the outcome was recorded in.
TABLE = """
              interview_held  thanks_complete  reply_by_known  follow_up_sent  they_answered  outcome_recorded  reopened
applied       interviewed     -                -               -               -              outcome           -
interviewed   interviewed     thanked          -               -               -              outcome           -
thanked       interviewed     -                waiting         -               -              outcome           -
waiting       interviewed     -                -               followed_up     waiting        outcome           -
followed_up   interviewed     -                -               followed_up     waiting        outcome           -
outcome       -               -                -               -               -              -                 back
"""


def _pairs() -> list[tuple[Stage, Trigger, str]]:
    header, *lines = TABLE.strip().splitlines()
    triggers = [Trigger(name) for name in header.split()]
    return [
        (Stage(line.split()[0]), trigger, leads_to)
        for line in lines
        for trigger, leads_to in zip(triggers, line.split()[1:], strict=True)
    ]


PAIRS = _pairs()
LEGAL = [(stage, trigger, Stage(to)) for stage, trigger, to in PAIRS if to not in ("-", "back")]
REFUSED = [(stage, trigger) for stage, trigger, to in PAIRS if to == "-"]


def test_the_table_above_names_every_pair() -> None:
    assert {(stage, trigger) for stage, trigger, _ in PAIRS} == {(s, t) for s in Stage for t in Trigger}


def test_the_programs_table_holds_the_legal_pairs_and_no_other() -> None:
    assert {(stage, trigger): to for stage, trigger, to in LEGAL} == TRANSITIONS


@pytest.mark.parametrize(("stage", "trigger", "leads_to"), LEGAL)
def test_a_legal_move_leads_to_its_stage_and_is_not_refused(stage: Stage, trigger: Trigger, leads_to: Stage) -> None:
    assert advance(stage, trigger) is leads_to
    assert refusal(stage, trigger) is None


@pytest.mark.parametrize(("stage", "trigger"), REFUSED)
def test_any_other_move_is_refused_with_a_sentence_and_carries_both(stage: Stage, trigger: Trigger) -> None:
    with pytest.raises(TransitionError) as caught:
        advance(stage, trigger, came_from=Stage.WAITING)
    assert (caught.value.stage, caught.value.trigger) == (stage, trigger)
    assert str(caught.value) == refusal(stage, trigger)
    assert str(caught.value).endswith(".")


def test_a_move_that_the_table_lacks_cannot_be_overridden() -> None:
    with pytest.raises(RefusedError) as caught:
        advance(Stage.APPLIED, Trigger.FOLLOW_UP_SENT)
    assert not caught.value.can_override


@pytest.mark.parametrize("came_from", [stage for stage in Stage if stage is not Stage.OUTCOME])
def test_reopening_leads_back_to_the_stage_the_outcome_was_recorded_in(came_from: Stage) -> None:
    """ETIQUETTE 1.6."""
    assert advance(Stage.OUTCOME, Trigger.REOPENED, came_from) is came_from


@pytest.mark.parametrize("came_from", [None, Stage.OUTCOME])
def test_reopening_needs_a_stage_to_lead_back_to(came_from: Stage | None) -> None:
    with pytest.raises(TransitionError):
        advance(Stage.OUTCOME, Trigger.REOPENED, came_from)


def test_every_stage_but_the_outcome_can_end() -> None:
    """ETIQUETTE 1.6."""
    assert {stage for stage in Stage if refusal(stage, Trigger.OUTCOME_RECORDED) is None} == set(Stage) - {
        Stage.OUTCOME
    }


def test_where_nobody_was_met_yet_no_thank_you_is_said_to_come_first() -> None:
    assert refusal(Stage.APPLIED, Trigger.FOLLOW_UP_SENT) == (
        "There's been no interview yet, so there's nothing to follow up."
    )
    assert "thank-you" not in (refusal(Stage.APPLIED, Trigger.REPLY_BY_KNOWN) or "")
    assert "thank-yous" in (refusal(Stage.THANKED, Trigger.FOLLOW_UP_SENT) or "")
