"""What somebody tells in words of their own of how an application stands, by the words out of which it is told.

It is asked only where no phrase of `words/statuses.txt` is in the words, and what it answers is a guess. The senses of
single words stand in `words/stems.txt`, by language; what they mean together is the same in every language: who was
refused, who refused, and what was not done.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from app.exchange.sheets.folding import plain
from app.exchange.sheets.meaning import (
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
from app.exchange.sheets.words.phrases import read_table

TABLE = "stems.txt"
_SENSES = "hired offer refused sorry met sent answer quit silent no self me them other wait yet done"
SENSES = frozenset(_SENSES.split())
_JOINED = re.compile("[\u0590-\u07ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts that put no spaces between words, or join small words to the next one."""
_SPACED = re.compile("[\u0590-\u07ff\u0900-\u0dff]")
_SHORTEST_JOINED = 4
"""Letters of a word in scripts that join only small words, from which on it is looked for inside others."""
_HEAD = 3
"""Letters by which a phrase is looked up."""
_NEAR = 5
"""Words between a no and what it denies."""
_ANY_PLACE = -1
_LEADING = frozenset({"quit", "refused", "hired", "offer", "silent", "met", "sent", "other", "sorry"})
"""Senses that tell something alone; the others only beside another."""


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


def sensed(folded: str) -> Meaning | None:
    """Return what words, as `plain` leaves them, tell by their senses, as a guess; None where they tell nothing."""
    best: dict[str, list[int]] = {}
    most = 0
    for places, weight in _by_language(folded):
        if weight > most:
            best, most = places, weight
    meaning = _together(best) if _LEADING & best.keys() or {"no", "answer"} <= best.keys() else None
    return meaning.unsure() if meaning else None


def tells_held(folded: str) -> bool:
    """Return whether words tell that an interview or a talk was held: "had the call, waiting"."""
    return any({"met", "done"} <= places.keys() and not _is_denied(places, "met") for places, _ in _by_language(folded))


def tells_another(folded: str) -> bool:
    """Return whether words tell that somebody else was taken: "they hired another candidate"."""
    return any({"hired", "other"} <= places.keys() and "self" not in places for places, _ in _by_language(folded))


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
    if not folded.isascii() and _JOINED.search(folded):
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
        if _JOINED.search(words) and not (_SPACED.search(words) and len(words) < _SHORTEST_JOINED):
            joined.append(_Stem(phrase.meaning, phrase.language, words))
            continue
        whole = f" {words}" if phrase.words.endswith("*") else f" {words} "
        heads = words.split()[0][:_HEAD]
        by_head[heads].append(_Stem(phrase.meaning, phrase.language, whole))
    return _Table({head: tuple(stems) for head, stems in by_head.items()}, tuple(joined), tuple(ends))


def _together(senses: Mapping[str, list[int]]) -> Meaning | None:
    """Return what senses mean together: an end before a stage, who said no to whom, what was denied."""
    is_theirs = "them" in senses and "self" not in senses
    if "quit" in senses:
        return REJECTED if is_theirs else OFFER_DECLINED if "offer" in senses else WITHDRAWN
    if "refused" in senses:
        is_own = "self" in senses and "me" not in senses and _is_before(senses["self"], senses["refused"])
        if "offer" in senses and not is_theirs and "me" not in senses:
            return OFFER_DECLINED
        return WITHDRAWN if is_own else REJECTED
    if "other" in senses and "wait" not in senses:
        return REJECTED
    for sense in ("hired", "offer"):
        if sense in senses:
            if not _is_denied(senses, sense):
                return OFFER
            if "yet" not in senses:
                return REJECTED
    is_open = "wait" in senses or "yet" in senses
    if "silent" in senses or (_is_denied(senses, "answer") and not is_open):
        return INTERVIEWED if "met" in senses and is_open else NO_RESPONSE
    if "met" in senses and not _is_denied(senses, "met") and not _is_awaited(senses):
        return INTERVIEWED
    if "sent" in senses:
        return WISH if _is_denied(senses, "sent") and "met" not in senses else APPLIED
    if "sorry" in senses:
        return REJECTED
    return APPLIED if "wait" in senses or "met" in senses or "answer" in senses else None


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
