"""What a status in somebody's own words means. Knows no columns and no rows.

A status is read in four steps, and any language is read alike:

1. Of several steps in their order, as in `Applied → Interview`, each is read alone, and the last one holds.
2. What is still open or was called off is struck out: "no answer yet" is no "no answer".
3. Of the phrases of `words/statuses.txt` that are in the rest, the one holds whose meaning comes first in `MEANINGS`:
   "no offer" before "offer".
4. Where there is none, the senses of single words tell it as a guess (`sensing`). They also do where a phrase leaves
   open how it ended and they tell its end: `GIVES_WAY` has which phrases give way to which tellings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from app.etiquette.records import OutcomeKind
from app.exchange.sheets.folding import plain, spread
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.spelling import Spellings
from app.exchange.sheets.statuses.drawings import drawn, drawn_end
from app.exchange.sheets.statuses.meaning import (
    APPLIED,
    FOLLOWED_UP,
    INTERVIEWED,
    NO_RESPONSE,
    OFFER,
    OFFER_ACCEPTED,
    OFFER_DECLINED,
    REJECTED,
    THANKED,
    UNKNOWN,
    WISH,
    WITHDRAWN,
    Meaning,
)
from app.exchange.sheets.statuses.sensing import TELLINGS, ended_after, telling_of
from app.exchange.sheets.statuses.sequences import asked_in, is_hedged, steps_of, told_in_order
from app.exchange.sheets.words.misspelt import OFTEN_MISSPELT
from app.exchange.sheets.words.phrases import Phrases, read_table

TABLE = "statuses.txt"
NOT_APPLIED = "not applied"
"""Looked for before what is still open is struck out, which would leave nothing of "not applied yet"."""
SKIPPED_ROW = "skipped"
STILL_OPEN = "still open"
STRUCK_OUT = {
    STILL_OPEN: APPLIED,
    "call cancelled": APPLIED.unsure(),
    "of the job": APPLIED.unsure(),
    "before that": REJECTED,
}
"""What is struck out -> what it means where nothing else is left."""
MEANINGS: dict[str, Meaning] = {
    # Who said no to whom: "offer declined by the company", "I declined the offer", "I declined", "declined".
    "offer lost": REJECTED,
    "offer declined": OFFER_DECLINED,
    "ended by them": REJECTED,
    "withdrawn": WITHDRAWN,
    "perhaps rejected": REJECTED.unsure(),
    "taken on": OFFER_ACCEPTED,
    # Nobody said so yet: "I assume they rejected me".
    "presumed": REJECTED.unsure(),
    # A no ends everything that the rest of the cell may tell: "rejected after the interview".
    "rejected": REJECTED,
    "silent": NO_RESPONSE,
    # A stage and its result: what was passed or is only awaited is not what its noun alone would say.
    "stage passed": APPLIED,
    "offer awaited": INTERVIEWED.unsure(),
    "invitation accepted": INTERVIEWED.unsure(),
    "round passed": INTERVIEWED,
    "interview planned": INTERVIEWED.unsure(),
    "follow-up wanted": APPLIED.unsure(),
    SKIPPED_ROW: WISH,
    "saved": WISH,
    "accepted": OFFER_ACCEPTED,
    "perhaps offer": OFFER.unsure(),
    "offer": OFFER,
    "thanked": THANKED,
    "followed up": FOLLOWED_UP,
    "written to": APPLIED,
    # The furthest stage that the cell names.
    "interview": INTERVIEWED,
    "perhaps followed up": FOLLOWED_UP.unsure(),
    "round": INTERVIEWED,
    "test": APPLIED,
    "closed": REJECTED.unsure(),
    "sent": APPLIED,
    "parked": APPLIED.unsure(),
    "in process": APPLIED,
    "perhaps in process": APPLIED.unsure(),
    # Words so general that they count only where nothing else was said.
    "perhaps saved": WISH.unsure(),
    "perhaps interview": INTERVIEWED.unsure(),
    "bare no": REJECTED.unsure(),
}
"""What the table calls a meaning -> what it is, in the order in which they are looked for."""

_DENIED, _SHORT = "not sent", 2
"""The telling of a no before something sent, and in how many words it is believed: "no postulé"."""
_ENDS = frozenset(telling.name for telling in TELLINGS if telling.meaning.outcome is not None)
GIVES_WAY: dict[str, frozenset[str]] = {
    **dict.fromkeys(("in process", "perhaps in process", "parked", "perhaps offer"), _ENDS | {"talk held"}),
    **dict.fromkeys(("saved", "perhaps saved"), _ENDS | {"talk held"}),
    "sent": _ENDS | {_DENIED},
    **dict.fromkeys(("offer", "accepted"), frozenset({"another taken", "not taken"})),
    # Who says that they still wait has not closed it.
    "silent": frozenset({"waits", "talk held"}),
    "perhaps rejected": frozenset({"quit", "offer turned down"}),
    "withdrawn": frozenset({"offer turned down"}),
    "call cancelled": frozenset({"quit"}),
    **dict.fromkeys(("test", "interview", "round"), frozenset({"another taken", "ended by them"})),
}
"""A meaning of phrases -> the tellings of `sensing` that say more: "sent my CV, they took someone else"."""

LONGEST = 300
"""Characters of a status that are looked at."""
_SAYS_NO_MORE = re.compile(
    r"(offer|rejected|withdrawn|no response|ghosted|interview(ed|ing)?|applied|application (sent|submitted)|submitted"
    r"|sent|followed up|thanked|accepted|hired|absage|beworben|abgelehnt|refusee?|envoyee?|rechazad[oa]|enviad[oa]"
    r"|已投递|已申请)"
)
_TWO = 2
_THEIRS = frozenset({"ended by them", "offer lost"})
_MOST_TOKENS = 4
"""Words of a status that are looked at for slips."""


class _Table:
    """The phrases by meaning, and the words that a misspelt one may be."""

    def __init__(self) -> None:
        words: dict[str, list[str]] = {}
        for phrase in read_table(TABLE):
            words.setdefault(phrase.meaning, []).append(phrase.words)
        unknown = words.keys() - {NOT_APPLIED, *STRUCK_OUT, *MEANINGS}
        if unknown:
            raise ValueError(f"{TABLE} has meanings that nothing here knows: {', '.join(sorted(unknown))}")
        self.phrases = Phrases(words)
        self.spelt = Spellings(OFTEN_MISSPELT)


@cache
def _table() -> _Table:
    return _Table()


def name_of(words: str) -> str:
    """Return what the table calls the meaning of a status, "" when nothing in it is recognised."""
    return _read(plain(spread(words))).name


def meaning_of(words: str) -> Meaning:
    """Return what a status means; what is not recognised counts as applied, and is not sure.

    Of several steps, as in `['applied', 'rejected']` or `Applied → Interview`, the last one holds.
    """
    meaning = _meaning(spread(words[:LONGEST]))
    return meaning.unsure() if meaning.outcome and is_hedged(words) else meaning


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the phrases in words say."""

    name: str
    """What the table calls the meaning; "" when no phrase of it is there."""
    meaning: Meaning
    left: str = ""
    """The words, folded, without what is still open or was called off."""


_NOTHING = _Reading("", UNKNOWN)


@lru_cache(maxsize=20_000)
def _meaning(words: str) -> Meaning:
    reading = _reading(words)
    if reading.name in ("interview", "round", "test") and (ended := ended_after(reading.left)) is not None:
        return ended
    is_more = reading.name in GIVES_WAY and bool(_table().phrases.struck_from(reading.left, reading.name))
    is_open = is_more or reading.meaning is UNKNOWN
    telling = telling_of(reading.left) if is_open and reading.left else None
    if telling is None or (reading.name and telling.name not in GIVES_WAY[reading.name]):
        return reading.meaning
    is_short = reading.left.isascii() and len(reading.left.split()) <= _SHORT
    if reading.name and telling.name == _DENIED and not is_short:
        return reading.meaning
    return telling.meaning.unsure()


@lru_cache(maxsize=20_000)
def _reading(words: str) -> _Reading:
    folded = plain(words)
    if is_nothing(words):
        reading = _read(folded)
        return reading if reading.meaning is NO_RESPONSE else _Reading("", APPLIED)
    if not folded:
        return _Reading("", drawn(words) or UNKNOWN)
    steps = steps_of(words)
    if len(steps) > 1:
        named = [reading for step in steps if (reading := _reading(step)).meaning is not UNKNOWN]
        if named:
            return _last([reading for reading in named if not reading.meaning.is_wish] or named)
    asked = _answered(words) or _led_on(words)
    if asked is not None:
        return asked
    reading = _read(folded)
    meaning = reading.meaning if reading.name else _misspelt(folded) or drawn(words) or UNKNOWN
    if meaning.outcome is None and not meaning.is_wish:
        end = None if words.isascii() else drawn_end(words)
        reading, meaning = (reading, meaning) if end is None else (_NOTHING, end)
    return replace(reading, meaning=meaning) if meaning is not reading.meaning else reading


def _answered(words: str) -> _Reading | None:
    """What the rest of a cell says beside a question; what the question says, as a guess, where the rest says nothing,
    or where it asks whether they fell silent, which nobody tells for sure."""
    if "?" not in words:
        return None
    rest, question = asked_in(words)
    asked = _reading(question)
    if plain(rest) and asked.meaning.outcome is not OutcomeKind.NO_RESPONSE:
        reading = _reading(rest)
        if reading.meaning is not UNKNOWN:
            return reading
    return None if asked.meaning is UNKNOWN else replace(asked, meaning=asked.meaning.unsure())


def _led_on(words: str) -> _Reading | None:
    """What came last of what a sentence tells in its order: "rejected at first, now interviewing"."""
    parts = told_in_order(words)
    if len(parts) < _TWO:
        return None
    named = [reading for part in parts if (reading := _reading(part)).meaning is not UNKNOWN]
    if len(named) < _TWO or not _may_follow(named[-2].meaning, named[-1].meaning):
        return None
    return _last(named)


def _may_follow(before: Meaning, later: Meaning) -> bool:
    """Whether what is told later may be how things stand: "rejected, but they keep my CV" is no application sent."""
    if later.outcome is None and later.rank == 0:
        return False
    return before.outcome is not OutcomeKind.REJECTED or later.outcome in (None, OutcomeKind.OFFER)


def _last(steps: Sequence[_Reading]) -> _Reading:
    """The last of several steps, a no behind an offer being the user's own."""
    last = steps[-1]
    is_no = last.meaning.outcome in (OutcomeKind.REJECTED, OutcomeKind.WITHDRAWN) and last.name not in _THEIRS
    if is_no and any(step.meaning.outcome is OutcomeKind.OFFER for step in steps[:-1]):
        return replace(last, name="offer declined", meaning=OFFER_DECLINED)
    return last


def _read(folded: str) -> _Reading:
    """Return what the phrases in folded words say; the name is "" when nothing is recognised."""
    phrases = _table().phrases
    there = phrases.meanings_in(folded)
    if NOT_APPLIED in there:
        return _Reading(NOT_APPLIED, WISH, folded)
    struck = ""
    for name in STRUCK_OUT:
        if name in there:
            struck, folded = name, phrases.struck_from(folded, name)
            there = phrases.meanings_in(folded)
    for name, meaning in MEANINGS.items():
        if name in there:
            return _Reading(name, meaning, folded)
    if struck:
        return _Reading(struck, STRUCK_OUT[struck], folded)
    return replace(_NOTHING, left=folded)


def _misspelt(folded: str) -> Meaning | None:
    tokens = folded.split()
    if len(tokens) > _MOST_TOKENS or telling_of(folded) is not None:
        return None
    for token in tokens:
        meant = _table().spelt.meant_by(token)
        if meant is not None and (token[0] == meant[0] or meant.endswith(token) or token.endswith(meant)):
            reading = _read(meant)
            return reading.meaning.unsure() if reading.name else None
    return None


def is_status(words: str) -> bool:
    """Return whether something was recognised in the words."""
    return len(words) <= 60 and not is_nothing(words) and _reading(words[:LONGEST]).meaning is not UNKNOWN


def says_more(words: str, meaning: Meaning) -> bool:
    """Return whether the words say more than their meaning does, so that they are worth keeping."""
    return meaning.is_wish or not meaning.is_sure or _SAYS_NO_MORE.fullmatch(plain(words)) is None
