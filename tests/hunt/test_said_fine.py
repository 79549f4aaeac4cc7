"""What the user said is fine passes from then on: for these words, in this letter, until it is taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.etiquette.checks import Check, Finding, Report, Verdict
from app.hunt.said_fine import digest_of, finding_meant, said_fine, said_fine_file, turn_around, without_fine

BODY = "Dear Dana,\n\nNobody called me back. I must know today.\n\nRobin"
_BLAME = Finding(Check.TONE, Verdict.FAIL, "blames", 12, 34)
_PRESS = Finding(Check.TONE, Verdict.WARN, "presses", 35, 54)
_NO_THANKS = Finding(Check.GRATITUDE, Verdict.FAIL, "Thank them for something.")
REPORT = Report(11, (_NO_THANKS, _BLAME, _PRESS))


@pytest.fixture(autouse=True)
def _own_state(tmp_path, monkeypatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("AFTERWORD_STATE", str(tmp_path / "state"))


def test_what_was_said_to_be_fine_passes_and_the_rest_stays_open() -> None:
    assert turn_around(digest_of(_BLAME, 7, BODY))
    report = without_fine(REPORT, 7, BODY)
    assert report.open == (_NO_THANKS, _PRESS)
    assert report.findings[1].message == "you said it's fine: “Nobody called me back.”"


def test_it_holds_for_this_letter_and_these_words_alone() -> None:
    turn_around(digest_of(_BLAME, 7, BODY))
    assert without_fine(REPORT, 8, BODY) == REPORT
    other_words = BODY.replace("Nobody", "No one")
    moved = Report(11, (_NO_THANKS, replace(_BLAME, end=34)))
    assert without_fine(moved, 7, other_words) == moved
    further_down = "Good day.\n\n" + BODY
    shifted = Report(13, (replace(_BLAME, start=23, end=45),))
    assert without_fine(shifted, 7, further_down).open == ()


def test_it_is_kept_on_disk_and_taken_back_by_the_same_key() -> None:
    digest = digest_of(_NO_THANKS, 7, BODY)
    turn_around(digest)
    assert said_fine_file().read_text("utf-8") == f"{digest}\n"
    assert not turn_around(digest)
    assert said_fine() == ()
    assert without_fine(REPORT, 7, BODY) == REPORT


def test_the_one_under_the_cursor_is_meant_else_the_first_open_one_else_the_last_said_to_be_fine() -> None:
    assert finding_meant(REPORT, 7, BODY, 40) is _PRESS
    assert finding_meant(REPORT, 7, BODY, 0) is _NO_THANKS
    for finding in (_PRESS, _NO_THANKS, _BLAME):
        turn_around(digest_of(finding, 7, BODY))
    assert finding_meant(REPORT, 7, BODY, 0) is _BLAME
    assert finding_meant(Report(0, ()), 7, BODY, 0) is None


def test_a_file_that_cannot_be_read_silences_nothing() -> None:
    said_fine_file().mkdir(parents=True)
    assert said_fine() == ()
    assert without_fine(REPORT, 7, BODY) == REPORT
