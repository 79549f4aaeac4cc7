"""What somebody tells in words of their own of how an application stands, by the senses of single words.

The words and their senses stand in `words/stems.txt`, by language. What senses tell together is the same in every
language, and stands in `TELLINGS`: the first that fits is it. It is a guess that the user is asked about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from app.exchange.sheets.folding import plain
from app.exchange.sheets.statuses.meaning import (
    APPLIED,
    INTERVIEWED,
    NO_RESPONSE,
    OFFER,
    OFFER_DECLINED,
    REJECTED,
    WISH,
    WITHDRAWN,
    Meaning,
)
from app.exchange.sheets.words.phrases import JOINED, read_table

TABLE = "stems.txt"
_SENSES = "elsewhere hired offer refused sorry met sent answer quit silent no self me them other wait yet done"
SENSES = frozenset(_SENSES.split())
_DENIED = ("hired", "offer", "answer", "met", "sent")
"""Senses that a no takes back: `no_offer` is among the senses as well where one stands shortly before the offer."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Senses that tell something together."""

    name: str
    senses: frozenset[str]
    """All of them are there."""
    without: frozenset[str]
    """None of them is."""
    meaning: Meaning
    example: str


def _telling(name: str, senses: str, meaning: Meaning, example: str) -> Telling:
    """Return a telling; a sense behind a minus is one that is not there."""
    words = senses.split()
    there = frozenset(word for word in words if not word.startswith("-"))
    return Telling(name, there, frozenset(word[1:] for word in words if word.startswith("-")), meaning, example)


TELLINGS = (
    _telling("ended by them", "quit theirs", REJECTED, "they bailed"),
    _telling("quit", "quit elsewhere", WITHDRAWN, "backed out for another job"),
    _telling("offer turned down", "quit offer", OFFER_DECLINED, "backed out after the offer"),
    _telling("quit", "quit", WITHDRAWN, "too far"),
    _telling("offer turned down", "refused offer -theirs -me", OFFER_DECLINED, "refused the offer"),
    _telling("quit", "refused own_refusal", WITHDRAWN, "i refused"),
    _telling("refused", "refused", REJECTED, "binned"),
    _telling("another taken", "other hired -self", REJECTED, "the boss hired a friend of his"),
    _telling("refused", "other -wait", REJECTED, "went with a friend of the boss"),
    _telling("hired", "hired -no_hired", OFFER, "start monday"),
    _telling("not taken", "no_hired -yet", REJECTED, "was not chosen"),
    _telling("hired", "offer -no_offer", OFFER, "they offered"),
    _telling("not taken", "no_offer -yet", REJECTED, "didn't offer"),
    _telling("talk held", "silent met wait", INTERVIEWED, "after the call went quiet, still waiting"),
    _telling("talk held", "silent met yet", INTERVIEWED, "after the call they vanished so far"),
    _telling("waits", "silent wait", APPLIED, "they went quiet, still waiting"),
    _telling("silent", "silent", NO_RESPONSE, "vanished"),
    _telling("silent", "no_answer -wait -yet", NO_RESPONSE, "nobody rang"),
    _telling("talk held", "met done -no_met", INTERVIEWED, "had a chat"),
    _telling("talk", "met -no_met -awaited", INTERVIEWED, "coffee with the team"),
    _telling("not sent", "sent no_sent -met", WISH, "didn't send the form off, not sent"),
    _telling("sent", "sent", APPLIED, "handed in"),
    _telling("refused", "sorry", REJECTED, "regret"),
    _telling("waits", "met", APPLIED, "hoping for a chat"),
    _telling("waits", "other wait", APPLIED, "waiting, they see others"),
    _telling("waits", "no answer", APPLIED, "no answer so far"),
    _telling("waits", "no_hired", APPLIED, "nobody hired so far"),
    _telling("waits", "no_offer", APPLIED, "no offer so far"),
)
"""In the order in which they are tried: an end before a stage."""
_SPACED = re.compile("[\u0590-\u07ff\u0900-\u0dff]")
"""Of the scripts that join words, those that join only small ones."""
_SHORTEST_JOINED = 4
"""Letters of a word in scripts that join only small words, from which on it is looked for inside others."""
_HEAD = 3
"""Letters by which a phrase is looked up."""
_NEAR = 5
"""Words between a no and what it denies."""
_ANY_PLACE = -1


@dataclass(frozen=True, slots=True)
class _Stem:
    sense: str
    language: str
    words: str
    """With a space before it, and one behind it unless a word may go on there; bare in joined scripts."""


@dataclass(frozen=True, slots=True)
class _Table:
    by_head: Mapping[str, tuple[_Stem, ...]]
    joined: tuple[_Stem, ...]
    ends: tuple[_Stem, ...]
    """With which words end that are made of several: Ausbildungsvertrag."""


def telling_of(folded: str) -> Telling | None:
    """Return what words, as `plain` leaves them, tell by their senses in the language most of them are in."""
    best: dict[str, list[int]] = {}
    most = 0
    for places, weight in _by_language(folded):
        if weight > most:
            best, most = places, weight
    senses = _with_denied(best)
    return next((telling for telling in TELLINGS if telling.senses <= senses and not telling.without & senses), None)


def ended_after(folded: str) -> Meaning | None:
    """Return the end that words tell before they name the stage after which it came: `binned after the talk`."""
    first, after, _ = folded.partition(" after ")
    telling = telling_of(first) if after else None
    return None if telling is None or telling.meaning.outcome is None else telling.meaning.unsure()


def sensed(folded: str) -> Meaning | None:
    """Return what words tell by their senses, as a guess; None where they tell nothing."""
    telling = telling_of(folded)
    return None if telling is None else telling.meaning.unsure()


def _by_language(folded: str) -> Iterator[tuple[dict[str, list[int]], int]]:
    """Yield for each language of which a word is there its senses with their places, and how much of the text it is."""
    padded = f" {folded} "
    places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    letters: dict[str, set[int]] = defaultdict(set)
    for stem in _candidates(folded):
        at = padded.find(stem.words)
        if at < 0:
            continue
        is_joined = stem.words[0] != " " and stem.words[-1] != " "
        places[stem.language][stem.sense].append(_ANY_PLACE if is_joined else padded.count(" ", 0, at + 1))
        letters[stem.language].update(range(at, at + len(stem.words)))
    for language, senses in places.items():
        yield senses, len(letters[language])


def _candidates(folded: str) -> Iterator[_Stem]:
    table = _table()
    for head in dict.fromkeys(word[:_HEAD] for word in folded.split()):
        yield from table.by_head.get(head, ())
    yield from table.ends
    if not folded.isascii() and JOINED.search(folded):
        yield from table.joined


@cache
def _table() -> _Table:
    by_head: dict[str, list[_Stem]] = defaultdict(list)
    joined: list[_Stem] = []
    ends: list[_Stem] = []
    for phrase in read_table(TABLE):
        if phrase.meaning not in SENSES:
            raise ValueError(f"{TABLE}, line {phrase.line}: no sense is called {phrase.meaning}")
        words = plain(phrase.words.strip("*"))
        if phrase.words.startswith("*"):
            ends.append(_Stem(phrase.meaning, phrase.language, f"{words} "))
            continue
        if JOINED.search(words) and not (_SPACED.search(words) and len(words) < _SHORTEST_JOINED):
            joined.append(_Stem(phrase.meaning, phrase.language, words))
            continue
        whole = f" {words}" if phrase.words.endswith("*") else f" {words} "
        heads = words.split()[0][:_HEAD]
        by_head[heads].append(_Stem(phrase.meaning, phrase.language, whole))
    return _Table({head: tuple(stems) for head, stems in by_head.items()}, tuple(joined), tuple(ends))


def _with_denied(places: Mapping[str, list[int]]) -> set[str]:
    """Return the senses of words, and what their order adds: what is denied or awaited, and who it was."""
    senses = set(places)
    senses.update(f"no_{sense}" for sense in _DENIED if _is_denied(places, sense))
    if "them" in places and "self" not in places:
        senses.add("theirs")
    if "met" in places and _is_awaited(places):
        senses.add("awaited")
    if {"self", "refused"} <= places.keys() and "me" not in places and _is_before(places["self"], places["refused"]):
        senses.add("own_refusal")
    return senses


def _is_awaited(senses: Mapping[str, list[int]]) -> bool:
    """Whether a talk is what is waited for: "waiting for a call", and not "had the call, waiting"."""
    wait, met = senses.get("wait", ()), senses["met"]
    is_before = bool(wait) and _ANY_PLACE not in (*wait, *met) and 0 < min(met) - min(wait) <= _NEAR
    return is_before and "done" not in senses


def _is_before(first: list[int], second: list[int]) -> bool:
    return _ANY_PLACE in first or _ANY_PLACE in second or min(first) < max(second)


def _is_denied(senses: Mapping[str, list[int]], sense: str) -> bool:
    """Whether a no stands shortly before a word of a sense, or anywhere where words are joined."""
    no, words = senses.get("no", ()), senses.get(sense, ())
    if not no or not words:
        return False
    if _ANY_PLACE in no or _ANY_PLACE in words:
        return True
    return any(0 < at - before <= _NEAR for at in words for before in no)
