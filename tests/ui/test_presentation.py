"""Records as lines of text: what they say."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from textual.content import Content

from app.etiquette.checks.findings import Check, Finding, Report, Verdict
from app.etiquette.records import Application, Outcome, OutcomeKind
from app.etiquette.stages import Stage
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.choice import draw as draw_choice
from app.ui.dialogs.intake_rows import PreviewRow, draw
from app.ui.letter_lines import not_yet
from app.ui.presentation import findings_lines, notice_lines, tabs
from app.ui.registry.here import Pane
from app.ui.textual_.notices import Notice
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


def test_until_when_a_letter_should_wait_comes_first() -> None:
    early = "Too early. They said Fri, Nov 27; give them 2 more business days. Wait until Tue, Dec 1."
    moved = "Not yet. Wait until Tue, Dec 1. They said Fri, Nov 27; give them 2 more business days."
    ahead = "Not now. Round 2 on Fri, Nov 27 at 12:00 PM is their answer; ask there."
    never = "Northwind asked you not to follow up. Write only to answer them."
    assert not_yet(early).plain == moved
    assert not_yet(ahead).plain == "Not yet. Round 2 on Fri, Nov 27 at 12:00 PM is their answer; ask there."
    assert not_yet(never).plain == never


def test_the_tabs_name_both_lists_where_there_is_room_and_never_cut_how_many_are_marked() -> None:
    def said(width: int, chosen: Pane = Pane.DUE, marked: int = 0) -> str:
        return tabs(chosen, chosen, (7, 40), width, is_letter=False, marked=marked).plain

    assert said(80, marked=3) == " 1 Due 7 │ p Pipeline 40 │ 2 Timeline │ 3 Details │ 3 marked"
    assert said(40) == " 1 Due 7 │ 2 Timeline │ 3 Details "
    assert said(40, Pane.PIPELINE) == " p Pipeline 40 │ 2 Timeline │ 3 Details "
    assert said(40, marked=3) == " 1 Due 7 │ 2 Timeline │ 3 Details │ »3"


def test_what_the_checker_found_is_wrapped_beside_its_mark() -> None:
    said = "picks up what you noted: late events hurt the weekly reports"
    report = Report(98, (Finding(Check.HIGHLIGHT, Verdict.PASS, said),))
    lines = [line.plain for line in findings_lines(report, 26)]
    assert lines == ["✓ picks up what you noted:", "  late events hurt the", "  weekly reports"]


def test_the_history_leaves_out_the_key_that_took_back_what_was_just_done() -> None:
    said = Notice("Sent: Thank-you to Dana Lee · u to undo", "information", 0.0)
    (line,) = notice_lines([said], datetime.fromtimestamp(0, UTC), 60)
    assert line.plain.rstrip().endswith("Sent: Thank-you to Dana Lee")


@pytest.mark.parametrize("width", [72, 100])
def test_what_differs_shows_both_values_however_long_they_are(width: int) -> None:
    long = "Remote, four days a week; asked twice about the pager rotation in the summer months"
    differs = f"Notes (yours: “Team of six; on-call one week in eight.”; the file: “{long}”)"
    line = draw(PreviewRow("□", differs, is_difference=True), width).plain
    assert "“Team" in line
    assert "; the file: “Remote" in line
    assert line.rstrip().endswith("months”)")


def test_a_choice_that_is_cut_keeps_whether_its_hour_is_in_the_morning() -> None:
    cut = draw_choice(Choice("z", "Next business day: Wed, Nov 25 at 9:00 AM", None), 30).plain
    assert cut.rstrip().endswith(":00 AM")
