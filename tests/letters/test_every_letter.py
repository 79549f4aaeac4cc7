"""Every build of every kind: our own checker, its length, and that no two say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.cli.check import guessed
from app.etiquette.checks import Check
from app.etiquette.letter_kinds import THANKS, Kind, Tone
from app.letters.builds import AGAIN, ARRANGED
from tests.letters.book import BOOK, book
from tests.letters.cases import AHEAD, NOTES, RITA, Case, letters

LENGTHS = {
    Kind.THANK_YOU: (60, 120),
    Kind.PANEL_THANK_YOU: (60, 120),
    Kind.PHONE_SCREEN_THANK_YOU: (45, 90),
    Kind.FOLLOW_UP: (50, 80),
    Kind.SECOND_FOLLOW_UP: (50, 80),
    Kind.REJECTION_REPLY: (40, 75),
}
OTHERS = (30, 100)
FIRST_THANKS = (69, 120)
"""Words of a thank-you that is not the second to its reader, which is shorter (ETIQUETTE 5.3)."""
_LONG = 6
"""A sentence of more words than this is one that a reader would know again."""


def some(kind: Kind) -> Iterator[Case]:
    """Yield every build with each note and each date ahead at least once, on time and late."""
    for build in letters(kind).builds():
        tone = min(build.tones)
        for place, note in enumerate(NOTES):
            ahead = AHEAD[(place + build.place) % len(AHEAD)]
            yield Case(kind, build, tone, note, ahead, place % 2 == 1 and kind in THANKS, place > 1)


@pytest.mark.parametrize("kind", Kind)
def test_our_own_checker_has_nothing_to_say_but_for_open_blanks(kind: Kind) -> None:
    for case in some(kind):
        has_blanks = bool(case.rendered().blanks)
        said = [
            f"{finding.check}: {finding.message}"
            for finding in case.report().open
            if not (has_blanks and finding.check in (Check.PLACEHOLDERS, Check.HIGHLIGHT))
        ]
        assert not said, (case.build, case.title, said, case.rendered().body)


@pytest.mark.parametrize("kind", Kind)
def test_it_is_as_long_as_such_a_letter_should_be(kind: Kind) -> None:
    for case in some(kind):
        is_first = kind is Kind.THANK_YOU and case.build.occasion != AGAIN
        least, most = FIRST_THANKS if is_first else LENGTHS.get(kind, OTHERS)
        words = len(case.rendered().body.split())
        assert least <= words <= most, (case.build, case.title, words, case.rendered().body)


def test_no_two_builds_share_a_sentence() -> None:
    builds: dict[str, set[tuple[Kind, int]]] = defaultdict(set)
    for kind in Kind:
        for case in some(kind):
            for sentence in sentences(case.rendered().body):
                builds[sentence].add((kind, case.build.place))
    shared = {sentence: places for sentence, places in builds.items() if len(places) > 1}
    assert len(builds) > 700
    assert not shared


def sentences(body: str) -> set[str]:
    """Return the longer sentences between the greeting and the last lines."""
    text = " ".join(body.strip().split("\n\n")[1:-1]).replace("\n", " ")
    return {sentence for sentence in re.split(r"(?<=[.?!])\s+", text) if len(sentence.split()) > _LONG}


@pytest.mark.parametrize("kind", Kind)
def test_there_are_six_builds_at_least_two_in_each_tone(kind: Kind) -> None:
    builds = [build for build in letters(kind).builds() if not build.occasion]
    assert len(builds) >= 6
    for tone in Tone:
        assert sum(tone in build.tones for build in builds) >= (6 if kind is Kind.THANK_YOU else 2)


def test_nobody_who_was_not_there_is_thanked_for_the_conversation() -> None:
    """ETIQUETTE 5: who arranged it is thanked for arranging."""
    ours = re.compile(
        r"thank[^.?!]*\bfor (?:our|the|a|your) (?:\w+ )?(?:conversation|talk|meeting)"
        r"|\bwe (?:spoke|discussed|talked about the)"
    )
    count = 0
    for kind in Kind:
        for case in some(kind):
            absent = replace(case, reader_id=RITA.id)
            if kind is Kind.PANEL_THANK_YOU or (kind in THANKS and case.build.occasion != ARRANGED):
                continue  # never taken for her
            count += 1
            found = ours.search(absent.rendered().body.replace("\n", " "))
            assert not found, (kind, case.build, found, absent.rendered().body)
    assert count > 300


def test_nothing_is_said_that_nobody_can_know() -> None:
    guesses = re.compile(
        r"several times|much clearer picture|enjoyed|it was a pleasure|thought about it|keep thinking|convinced"
        r"|yesterday|this morning|just (?:wanted|checking)|reach(?:ing)? out",
        re.IGNORECASE,
    )
    for kind in Kind:
        for case in some(kind):
            body = case.rendered().body
            assert not guesses.search(body), (case.build, body)


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in (Kind.PANEL_THANK_YOU, Kind.PHONE_SCREEN_THANK_YOU)]
)
def test_afterword_check_takes_it_for_what_it_is(kind: Kind) -> None:
    for case in some(kind):
        assert guessed(case.rendered().body) is kind, case.rendered().body


def test_what_is_noted_is_never_put_behind_a_colon() -> None:
    for kind in THANKS:
        for case in some(kind):
            assert not re.search(r": (?:your team moves|how you handle|you showed)", case.rendered().body)


def test_a_thank_you_with_a_note_is_complete() -> None:
    for case in some(Kind.THANK_YOU):
        assert case.note == "nothing noted" or not case.rendered().blanks, case.rendered().body


@pytest.mark.parametrize("kind", Kind)
def test_no_line_ends_inside_a_paragraph(kind: Kind) -> None:
    for case in some(kind):
        *paragraphs, _closing = case.rendered().body.strip().split("\n\n")
        for paragraph in paragraphs:
            assert "\n" not in paragraph, (case.build, paragraph)
            assert "  " not in paragraph, (case.build, paragraph)


def test_the_book_is_current() -> None:
    assert BOOK.read_text("utf-8") == book(), "run: make letters-book"
