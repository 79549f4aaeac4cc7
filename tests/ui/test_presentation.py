"""Records as lines of text: what they say."""

from __future__ import annotations

from app.etiquette.records import Application, Outcome, OutcomeKind
from app.etiquette.stages import Stage
from app.ui.presentation import stage_bar
from tests.storage.hunts import NOW


def test_an_outcome_fills_only_the_stages_that_came_before_it() -> None:
    outcome = Outcome(OutcomeKind.REJECTED, NOW, came_from=Stage.INTERVIEWED)
    bar = stage_bar(Application(stage=Stage.OUTCOME, outcome=outcome), 100).plain
    assert bar == "● interviewed ─ ○ thanked ─ ○ waiting ─ ○ followed up ─ ● Rejected"
    assert stage_bar(Application(stage=Stage.WAITING), 20).plain == "●●●○○ waiting"
