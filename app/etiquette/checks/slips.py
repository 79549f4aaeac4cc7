"""Slips of the keyboard that no dictionary shows: a word typed twice, a sentence that begins with a small letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.checks.word_lists import words_of
from app.etiquette.text import folded

_TWICE = re.compile(r"(?<![\w'-])([^\W\d_]+)[^\S\n]+((?i:\1))(?![\w'-])(?P<more>(?i:\s+\1)*)")
_MAY_BE_TWICE = words_of(
    "had that is was in on you her it do very really so no many much long far never ever again bye ha knock yada"
    " will over out up through by around there well"
)
"""What can follow itself: "the results that that team had had", "I logged in in March"."""
_ENDS = re.compile(
    r"(?<!\w)(?!(?:etc|approx|inc|ltd|corp|co|vs|dept|est|incl|excl|fig|min|max|no|jr|sr|dr|st|ave|tel|ext|avg|misc"
    r"|mr|mrs|ms|prof|gen|gov|univ|assoc|mgr|eng|int|esp|resp|temp|cf|ca|ed|eds|vol|pp|ph)\.)\w+[\"')]?[.?]$",
    re.IGNORECASE,
)
"""The end of a sentence that is no abbreviation's."""
_COMMON = 2_500
"""Words that occur less often than this in the dictionary's texts may be names that are written small: dbt, pandas."""


def slips(read: ReadLetter, count: Callable[[str], int], ignored: frozenset[str]) -> Iterator[Finding]:
    """Yield the words that stand twice in a row, and the small letters at a sentence's start.

    Args:
        count: how often a word in small letters occurs in English.
        ignored: words, casefolded, that may be written as they are.
    """
    yield from _doubled(read, ignored)
    yield from _uncapitalized(read, count, ignored)


def _doubled(read: ReadLetter, ignored: frozenset[str]) -> Iterator[Finding]:
    for match in _TWICE.finditer(read.plain, read.text_start, max(read.text_start, read.text_end)):
        first, second = match[1], match[2]
        is_name = second[0].isupper() and second != "I"
        if not is_name and not match["more"] and folded(first) not in _MAY_BE_TWICE | ignored:
            message = f"“{first} {second}”: one of the two is too many."
            yield Finding(Check.SPELLING, Verdict.WARN, message, match.start(), match.end(2))


def _uncapitalized(read: ReadLetter, count: Callable[[str], int], ignored: frozenset[str]) -> Iterator[Finding]:
    for before, sentence in zip(read.sentences, read.sentences[1:], strict=False):
        word = re.match(r"[^\W\d_]+(?![\w.@/])", sentence.text)
        between = read.plain[before.end : sentence.start]
        if word is None or not word[0].islower() or "\n" in between or not _ENDS.search(before.text):
            continue
        if count(word[0]) >= _COMMON and folded(word[0]) not in ignored:
            message = f"“{word[0]}” begins a sentence: give it a capital letter."
            at = sentence.of(word)
            yield Finding(Check.SPELLING, Verdict.WARN, message, at.start, at.end)
