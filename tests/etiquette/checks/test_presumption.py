"""What takes the job for granted is named; what a letter of ours says, whatever was noted, is not."""

from __future__ import annotations

import pytest

from app.etiquette.checks import Check, LetterText, Verdict, check_letter
from app.etiquette.checks.findings import Finding
from app.etiquette.letter_kinds import Kind
from tests.letters.cases import NOTES, Case, letters


def tone_of(sentence: str, kind: Kind = Kind.THANK_YOU) -> Finding:
    """Return what is said of the tone of a letter with a sentence."""
    body = f"Dear Dana,\n\nThank you for the conversation on Friday about the test rig. {sentence}\n\nBest,\nRobin Vale"
    return next(
        finding for finding in check_letter(LetterText(kind, body, "Thank you")).findings if finding.check is Check.TONE
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "I look forward to joining you.",
        "I really look forward to joining you in January.",
        "I look forward to joining Corvid.",
        "I'm looking forward to starting in March.",
        "I cannot wait to start at Corvid.",
        "I can’t wait to join the team.",
        "I am sure you will hire me.",
        "I'm confident that you'll choose me.",
        "I know you will pick me.",
        "I am excited to be joining you.",
        "When I start with you in January, I will bring my notes.",
    ],
)
def test_a_sentence_that_takes_the_job_for_granted_is_named(sentence: str) -> None:
    finding = tone_of(sentence)
    assert finding.verdict in (Verdict.WARN, Verdict.FAIL)
    assert finding.message.endswith("takes too much for granted. Let them decide first.")
    assert tone_of(sentence, Kind.OFFER_ACCEPT).verdict is not Verdict.FAIL


@pytest.mark.parametrize(
    "sentence",
    [
        "I found it helpful to know that you have 3 teams.",
        "I found it helpful to know that your team has 3 people.",
        "I would look forward to joining you.",
        "If you choose me, I look forward to joining you.",
        "I look forward to joining you for the second interview on Tuesday.",
        "I look forward to our next conversation.",
        "I look forward to hearing from you.",
        "I would be very glad to join the team.",
        "I hope that I get to do this work with you.",
        "When I start on a new code base, I read the tests first.",
        "I am sure that you will find the right person.",
    ],
)
def test_a_harmless_one_is_not(sentence: str) -> None:
    assert tone_of(sentence).verdict is Verdict.PASS


def test_the_offer_that_is_accepted_may_be_looked_forward_to() -> None:
    assert tone_of("I gladly accept, and I look forward to joining you.", Kind.OFFER_ACCEPT).verdict is Verdict.PASS


@pytest.mark.parametrize("note", ["your team has 3 people", "you deploy forty times a day", "your book on sensors"])
def test_no_note_makes_a_sentence_of_ours_unkind(note: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NOTES, "noted", note)
    for build in letters(Kind.THANK_YOU).builds():
        case = Case(Kind.THANK_YOU, build, min(build.tones), "noted", "no date")
        assert case.report().verdict(Check.TONE) is Verdict.PASS, case.rendered().body
