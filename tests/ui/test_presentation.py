"""Records as lines of text: what they say."""

from __future__ import annotations

from textual.content import Content

from app.etiquette.records import Application, Outcome, OutcomeKind
from app.etiquette.stages import Stage
from app.ui.timeline_lines import stage_bar
from tests.storage.hunts import NOW
from tests.words.spoken import _reasons


def test_an_outcome_fills_only_the_stages_that_came_before_it() -> None:
    outcome = Outcome(OutcomeKind.REJECTED, NOW, came_from=Stage.INTERVIEWED)
    bar = stage_bar(Application(stage=Stage.OUTCOME, outcome=outcome), 100).plain
    assert bar == "● interviewed ─ ○ thanked ─ ○ waiting ─ ○ followed up ─ ● Rejected"
    assert stage_bar(Application(stage=Stage.WAITING), 20).plain == "●●●○○ waiting"


def test_the_reason_of_a_step_fits_the_two_lines_under_the_list_of_a_small_terminal() -> None:
    cut = [sentence for sentence in _reasons() if len(Content(sentence).wrap(78)) > 2]
    assert cut == []
