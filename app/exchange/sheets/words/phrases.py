"""Tables of phrases, written so that somebody who does not program can add to them, and how they are compiled.

A line of a table is `meaning | language | phrase | example`; a line that begins with `#` is a comment. A phrase is
written as people write it; case and accents do not matter:

    not selected/chosen     either word
    in [the] process        a word that may be missing
    reject*                 a word that begins so
    *gesprach               a word that ends so
    no ... yet              up to four other words between
    =declined               nothing else in the cell
    landed <talk>           any word of the set that is called so, of those in `SETS`

In scripts that put no spaces between words, and in those that join small words to the next one, a phrase is found
anywhere in the text. The example is a cell in which the phrase is found; a test reads each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from app.exchange.raw import word_tables
from app.exchange.raw.word_tables import Phrase
from app.exchange.sheets.folding import plain

JOINED = re.compile("[\u0590-\u07ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts that put no spaces between words, or join small words to the next one."""
_HEAD = 3
"""Letters by which a word that may go on is looked up; no such beginning or end is shorter."""
_GAP = 4
"""Words that `...` stands for at the most."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def read_table(name: str) -> list[Phrase]:
    """Return the phrases of a table of this room.

    Raises:
        ValueError: a line is not written as a phrase is; the message names it.
    """
    return word_tables.read_table(Path(__file__).parent / name)


_TALK = """
interview interviews call calls chat chats screen screening screener round rounds meeting meet zoom onsite panel loop
superday
"""
_WHICH = """
next first second third fourth final last initial 1st 2nd 3rd 4th intro introductory follow up phone video zoom virtual
telephone recruiter hr hm technical tech screening coding behavioral behavioural onsite in person panel informal short
quick
"""
_ARTICLE = "a an the my their our this another some two three"
_THEY = "they company recruiter recruiters hr employer client manager firm team agency interviewer"
_JOB = """
post posts role roles position positions job jobs vacancy vacancies req reqs requisition opening openings ad advert
listing posting search headcount hc seat spot slot
"""
_DAY = """
tonight today tomorrow tmrw tmr asap soon later now this next weekend week monday tuesday wednesday thursday friday
saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
"""
_OPENS = "1 2 3 4 5 6 7 8 9 1st 2nd 3rd 4th jan* feb* mar* apr* may jun* jul* aug* sep* oct* nov* dec*"
SETS: dict[str, frozenset[str]] = {
    "<talk>": frozenset(_TALK.split()),
    "<which>": frozenset(_WHICH.split()),
    "<article>": frozenset(_ARTICLE.split()),
    "<they>": frozenset(_THEY.split()),
    "<job>": frozenset(_JOB.split()),
    "<day>": frozenset(_DAY.split()),
    "<date>": frozenset(_OPENS.split()),
}
"""Words that stand at one place of many phrases."""


class _Place(NamedTuple):
    """What stands at one place of a phrase."""

    words: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    may_miss: bool
    is_gap: bool

    def fits(self, word: str) -> bool:
        return word in self.words or word.startswith(self.begins) or word.endswith(self.ends)


class _Pattern(NamedTuple):
    meaning: str
    places: tuple[_Place, ...]
    is_whole: bool
    """Nothing else may stand in the cell."""


class Phrases:
    """Finds which meanings of a table a text has, word by word, in one pass for all of them."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]):
        """Take phrases by their meaning, as they are written in a table."""
        self._by_word: dict[str, list[_Pattern]] = defaultdict(list)
        self._by_begin: dict[str, list[_Pattern]] = defaultdict(list)
        self._by_end: dict[str, list[_Pattern]] = defaultdict(list)
        self._anywhere: list[tuple[str, str, bool]] = []
        for meaning, written in phrases.items():
            for phrase in written:
                for form in dict.fromkeys((phrase, phrase.translate(_UMLAUTS))):
                    self._add(meaning, form)
        self._anywhere.sort(key=lambda of: -len(of[1]))

    def _add(self, meaning: str, phrase: str) -> None:
        bare = phrase.removeprefix("=")
        if JOINED.search(phrase):
            self._anywhere.append((meaning, plain(bare), bare != phrase))
            return
        pattern = _Pattern(meaning, tuple(map(_place, bare.split())), bare != phrase)
        for place in pattern.places:
            for word in place.words:
                self._by_word[word].append(pattern)
            for word in place.begins:
                self._by_begin[word[:_HEAD]].append(pattern)
            for word in place.ends:
                self._by_end[word[-_HEAD:]].append(pattern)
            if not place.may_miss:
                return

    def meanings_in(self, text: str) -> set[str]:
        """Return the meanings of which a phrase is in a text, which is as `plain` leaves it."""
        meanings: set[str] = set()
        words = text.split()
        for at, word in enumerate(words):
            for pattern in self._begun_by(word):
                if pattern.meaning not in meanings and _end(pattern, words, at) > at:
                    meanings.add(pattern.meaning)
        if not text.isascii():
            meanings.update(
                meaning for meaning, part, is_whole in self._anywhere if (part == text if is_whole else part in text)
            )
        return meanings

    def struck_from(self, text: str, meaning: str) -> str:
        """Return a text without what the phrases of one meaning find in it."""
        words = text.split()
        left: list[str] = []
        at = 0
        while at < len(words):
            ends = [_end(pattern, words, at) for pattern in self._begun_by(words[at]) if pattern.meaning == meaning]
            end = max(ends, default=0)
            if end <= at:
                left.append(words[at])
            at = max(at + 1, end)
        joined = " ".join(left)
        for of, part, is_whole in self._anywhere:
            if of == meaning and not is_whole:
                joined = joined.replace(part, " ")
        return " ".join(joined.split())

    def _begun_by(self, word: str) -> Sequence[_Pattern]:
        """Return the phrases that a word may begin."""
        return [
            *self._by_word.get(word, ()),
            *self._by_begin.get(word[:_HEAD], ()),
            *self._by_end.get(word[-_HEAD:], ()),
        ]


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words with which a text can begin that is one of these phrases, as `plain` leaves them."""
    firsts: set[str] = set()
    for phrase in phrases:
        for token in phrase.removeprefix("=").split():
            firsts.update(plain(word).partition(" ")[0] for word in _words_of(token))
            if not token.startswith("["):
                break
    return frozenset(firsts)


def _place(token: str) -> _Place:
    if token == "...":  # noqa: S105
        return _Place(frozenset(), (), (), may_miss=True, is_gap=True)
    words = _words_of(token)
    return _Place(
        frozenset(plain(word) for word in words if "*" not in word),
        tuple(plain(word) for word in words if word.endswith("*")),
        tuple(plain(word) for word in words if word.startswith("*")),
        may_miss=token.startswith("["),
        is_gap=False,
    )


def _words_of(token: str) -> frozenset[str]:
    """Return the words that may stand in a place, those of a set among them."""
    words = token.strip("[]").split("/")
    return frozenset(word for part in words for word in SETS.get(part, (part,)))


def _end(pattern: _Pattern, words: Sequence[str], start: int) -> int:
    """Return behind which word a phrase ends that begins at a word, -1 when it does not stand there."""
    if pattern.is_whole and start:
        return -1
    ends = {start}
    for place in pattern.places:
        later: set[int] = set(ends) if place.may_miss else set()
        for at in ends:
            if place.is_gap:
                later.update(range(at, min(at + _GAP, len(words)) + 1))
            elif at < len(words) and place.fits(words[at]):
                later.add(at + 1)
        if not later:
            return -1
        ends = later
    if pattern.is_whole:
        return len(words) if len(words) in ends else -1
    return max(ends)
