"""What words of a status mean together: who did what to what, in which order, whether it was asked or only presumed."""

from __future__ import annotations

import pytest

from app.exchange.sheets.statuses.meaning import Meaning
from app.exchange.sheets.statuses.reading import meaning_of


def _state(meaning: Meaning) -> str:
    return "saved" if meaning.is_wish else (meaning.outcome or meaning.stage).value


def _listed(states: str) -> list[tuple[str, str]]:
    lines = (line.split(" | ") for line in states.strip().split("\n"))
    return [(words, state) for state, *cells in lines for words in cells]


STAGES_GOT = """
interviewed | landed an interview | offered a first call | offered 2nd interview | accepted to next round | interview offer
interviewed | scored a phone screen | they offered times for a chat | joined zoom call | offer to interview
interviewed | waiting on an offer | expecting an offer
applied | signed up for the portal | signed the NDA | joined the talent pool | offered feedback
offer | offered the job | offer after 3 interviews | got an offer after the final interview | signed | they offered
"""
ORDER = """
interviewed | rejected at first, now interviewing | recruiter went dark then came back, interview tomorrow
rejected | got ghosted then rejected | phone screen then onsite then rejected | interview went well but rejected
rejected | rejected but they keep my CV on file | verbal offer then rescinded
offer | they offered me the job but I said no | got an offer then withdrew
applied | re-applied after rejection | applied after referral | Applied 5/1, deadline 5/15
withdrawn | withdrew after an offer elsewhere | backed out for another job
"""
ASKED = """
applied | hasn't been rejected | rejection not received yet | not rejected yet | closed? still under review
no_response | ghosted? | waiting (dead?)
"""
WHO = """
withdrawn | ghosted them | turned down the interview | didn't show up | red flags, dropped it | cancelled interview, not for me
no_response | they ghosted me | followed up twice, nothing
applied | they cancelled the interview
rejected | interviewed, the other guy got it | test done, went with someone else | no after final
"""
WISHES = """
saved | gotta apply | have to apply | didn't bother | next up | should send
"""


@pytest.mark.parametrize(("words", "state"), _listed(STAGES_GOT))
def test_what_was_offered_or_got_may_be_a_stage_and_no_job(words: str, state: str) -> None:
    assert _state(meaning_of(words)) == state


@pytest.mark.parametrize(("words", "state"), _listed(ORDER))
def test_what_came_later_holds_where_it_says_more(words: str, state: str) -> None:
    assert _state(meaning_of(words)) == state


@pytest.mark.parametrize(("words", "state"), _listed(ASKED + WHO.lstrip() + WISHES.lstrip()))
def test_who_did_it_and_whether_it_was_done(words: str, state: str) -> None:
    assert _state(meaning_of(words)) == state


@pytest.mark.parametrize("words", ["rejected?", "Offer?", "assume rejected", "probably a no", "withdrawn?"])
def test_an_end_that_is_asked_or_presumed_is_never_sure(words: str) -> None:
    assert not meaning_of(words).is_sure
    assert meaning_of(words.rstrip("?")).outcome is meaning_of(words).outcome


AFTER = """
rejected | binned after the phone screen | got the boot after the onsite | turned away after the first interview
withdrawn | bailed after the tech test | noped out after the panel
interviewed | thank-you note after the interview | a good chat after the panel
offer | offer after the final interview
applied | fired off a resume | fired off my CV
saved | nah, skipping | haven't got around to it | not bothering with this
"""


@pytest.mark.parametrize(("words", "state"), _listed(AFTER))
def test_an_end_before_the_stage_after_which_it_came_holds(words: str, state: str) -> None:
    assert _state(meaning_of(words)) == state


@pytest.mark.parametrize("word", ["aired", "wired", "tired", "dejected"])
def test_a_word_with_another_first_letter_is_no_misspelt_end(word: str) -> None:
    assert meaning_of(word).outcome is None


@pytest.mark.parametrize(("word", "end"), [("hird", "offer"), ("ccepted", "offer"), ("rejexted", "rejected")])
def test_an_end_with_one_slip_is_a_guess(word: str, end: str) -> None:
    assert _state(meaning_of(word)) == end
    assert not meaning_of(word).is_sure


@pytest.mark.parametrize("words", ["not eligible so skipped", "will send Monday", "nah, skipping"])
def test_what_the_user_left_out_is_no_rejection(words: str) -> None:
    assert meaning_of(words).is_wish
