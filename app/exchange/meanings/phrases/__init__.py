"""The phrases by which meanings are told, a module a language. Data: a phrase a line, with its meaning and example.

A line reads `meaning | pattern | example`. The pattern is a regular expression over a sentence's plain form (see
`sentences`), in which `~3 ` stands for up to three words and `{name}` for one of the language's word lists. Besides the
meanings there are hints, which together only make a rejection likely: `hint1`, `hint2` by their weight; `digest`, which
tells newsletters and notices that concern no decision; `date`, of a sentence which speaks of when they will decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

SEPARATOR = " | "
_GAP = re.compile(r"~(\d) ")
_LIST = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase."""

    language: str
    meaning: str
    pattern: re.Pattern[str]
    example: str


def _gap(mark: re.Match[str]) -> str:
    return rf"(?:\S+ ){{0,{mark[1]}}}?"


@dataclass(frozen=True)
class Language:
    """A language's phrases, and the words that take a phrase's force."""

    code: str
    common: str
    """Small words by which a text is told to be in it."""
    lines: str
    """The phrases, one a line; see the module."""
    lists: Mapping[str, str]
    """Names of word lists -> alternatives, separated by `|`."""
    conditional: str
    """What makes a clause hypothetical when it stands before a phrase."""
    negated: str
    """Words that deny a phrase they stand right before."""
    open: str
    """What shows that nothing is decided yet, or that a meeting is what is called off."""
    offers_else: str
    """What makes "offer" mean something else than a position."""

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases, compiled when they are first asked for."""
        return tuple(self._phrase(line) for line in self.lines.strip().splitlines() if line.strip())

    def _phrase(self, line: str) -> Phrase:
        meaning, pattern, example = line.split(SEPARATOR)
        while named := _LIST.search(pattern):
            pattern = pattern.replace(named[0], f"(?:{self.lists[named[1]]})")
        compiled = re.compile(rf"(?<![\w'])(?:{_GAP.sub(_gap, pattern.strip())})")
        return Phrase(self.code, meaning.strip(), compiled, example.strip())

    @cached_property
    def is_conditional(self) -> re.Pattern[str]:
        """See `conditional`."""
        return re.compile(rf"(?<!\w)(?:{self.conditional})(?!\w)")

    @cached_property
    def is_negated(self) -> re.Pattern[str]:
        """See `negated`."""
        return re.compile(rf"(?<!\w)(?:{self.negated}) (?:\S+ ){{0,3}}$")

    @cached_property
    def denies(self) -> re.Pattern[str]:
        """The words of `negated`, wherever they stand."""
        return re.compile(rf"(?<!\w)(?:{self.negated})(?!\w)")

    @cached_property
    def is_open(self) -> re.Pattern[str]:
        """See `open`."""
        return re.compile(rf"(?<!\w)(?:{self.open})")

    @cached_property
    def is_other_offer(self) -> re.Pattern[str]:
        """See `offers_else`."""
        return re.compile(rf"(?<!\w)(?:{self.offers_else})")

    @cached_property
    def words(self) -> frozenset[str]:
        """See `common`."""
        return frozenset(self.common.split())
