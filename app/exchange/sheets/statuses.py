"""What a status in somebody's own words means. Knows no columns and no rows.

The words stand in `words/statuses.txt`. What is looked for first takes the sense out of what comes later: "no offer"
is none, "not applied yet" is not applied, "interview cancelled" is no interview.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from app.etiquette.records import OutcomeKind
from app.exchange.sheets.folding import plain
from app.exchange.sheets.meaning import (
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
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.sensing import sensed, tells_another, tells_held
from app.exchange.sheets.spelling import Spellings
from app.exchange.sheets.words.phrases import Phrases, read_table

TABLE = "statuses.txt"
NOT_APPLIED = "not applied"
"""Looked for before what is still open is struck out, which would leave nothing of "not applied yet"."""
SKIPPED_ROW = "skipped"
STILL_OPEN = "still open"
CANCELLED = "call cancelled"
"""Both are struck out before anything else is looked for: "no answer yet" is no "no answer", a call that was cancelled
is no interview; what else the cell tells holds."""
MEANINGS: dict[str, Meaning] = {
    # Who said no to whom: "offer declined by the company", "I declined the offer", "I declined", "declined".
    "offer lost": REJECTED,
    "offer declined": OFFER_DECLINED,
    "ended by them": REJECTED,
    "withdrawn": WITHDRAWN,
    "perhaps rejected": REJECTED.unsure(),
    # A no ends everything that the rest of the cell may tell: "rejected after the interview".
    "rejected": REJECTED,
    "silent": NO_RESPONSE,
    # A stage and its result: what was passed or is only awaited is not what its noun alone would say.
    "stage passed": APPLIED,
    "offer awaited": INTERVIEWED.unsure(),
    "invitation accepted": INTERVIEWED.unsure(),
    "round passed": INTERVIEWED,
    "interview planned": INTERVIEWED.unsure(),
    SKIPPED_ROW: WISH,
    "saved": WISH,
    "accepted": OFFER_ACCEPTED,
    "perhaps offer": OFFER.unsure(),
    "offer": OFFER,
    "thanked": THANKED,
    "followed up": FOLLOWED_UP,
    # The furthest stage that the cell names.
    "interview": INTERVIEWED,
    "follow-up wanted": APPLIED.unsure(),
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

_SYMBOLS: dict[str, Meaning] = {
    "❌": REJECTED.unsure(),
    "✗": REJECTED.unsure(),
    "👻": NO_RESPONSE.unsure(),
    "🎉": OFFER.unsure(),
    "⏳": APPLIED.unsure(),
    "✅": APPLIED.unsure(),
}
"""Drawings that stand alone in a cell."""
_SPELT = (
    *("accepted", "applied", "rejected", "declined", "interview", "interviewed", "interviewing", "offer", "offered"),
    *("withdrawn", "ghosted", "submitted", "pending", "denied", "screening", "assessment", "waiting", "hired"),
    *("archived", "expired", "saved", "wishlist", "onsite", "scheduled", "absage", "beworben", "abgelehnt", "zusage"),
    *("vorstellungsgesprach", "eingeladen", "refuse", "envoye", "postule", "entretien", "acceptee", "rechazado"),
    *("entrevista", "aplicado", "enviado", "postulado", "pendiente", "bookmarked", "rejeitado", "recusado"),
    *("aprovado", "colloquio", "rifiutato", "inviata", "afgewezen", "gesolliciteerd", "odrzucone", "rozmowa"),
)
"""Words that a misspelt status is compared with."""

_SENTENCE = 12
"""Letters from which on words are a sentence, which may end otherwise than the phrase in it says."""
LONGEST = 300
"""Characters of a status that are looked at."""
_SAYS_NO_MORE = re.compile(
    r"(offer|rejected|withdrawn|no response|ghosted|interview(ed|ing)?|applied|application (sent|submitted)|submitted"
    r"|sent|followed up|thanked|accepted|hired|absage|beworben|abgelehnt|refusee?|envoyee?|rechazad[oa]|enviad[oa]"
    r"|已投递|已申请)"
)
_MOST_TOKENS = 4
"""Words of a status that are looked at for slips."""
_LIST = re.compile(r"^\[.*\]$", re.DOTALL)
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\b\d{1,2}[/.]\d{1,2}\b")
_BETWEEN_DATED = re.compile(r"\s*(?:[;\n|→⇒]|->|=>|,(?=\s))\s*")
_STEPS = re.compile(r"\s*(?:→|->|=>|⇒|»|➔|➜|>)\s*")


class _Table:
    """The phrases by meaning."""

    def __init__(self) -> None:
        words: dict[str, list[str]] = {}
        for phrase in read_table(TABLE):
            words.setdefault(phrase.meaning, []).append(phrase.words)
        self.not_applied = Phrases(words.pop(NOT_APPLIED))
        self.struck_out = [(name, Phrases(words.pop(name))) for name in (STILL_OPEN, CANCELLED)]
        self.meanings = [(name, Phrases(words.pop(name)), meaning) for name, meaning in MEANINGS.items()]
        if words:
            raise ValueError(f"{TABLE} has meanings that nothing here knows: {', '.join(words)}")
        self.spelt = Spellings(_SPELT)


@cache
def _table() -> _Table:
    return _Table()


def name_of(words: str) -> str:
    """Return what the table calls the meaning of a status, "" when nothing in it is recognised."""
    return _read(plain(words)).name


def meaning_of(words: str) -> Meaning:
    """Return what a status means; what is not recognised counts as applied, and is not sure.

    Of several steps, as in `['applied', 'rejected']` or `Applied → Interview`, the last one holds.
    """
    return _meaning(words[:LONGEST])


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the phrases in words say."""

    name: str
    """What the table calls the meaning; "" when no phrase of it is there."""
    meaning: Meaning
    left: str = ""
    """The words, folded, without what is still open or was called off."""


_NOTHING = _Reading("", UNKNOWN)
_WAITS = frozenset({"in process", "perhaps in process", "parked"})
_MAY_END_OTHERWISE = _WAITS | {"sent", "perhaps offer", "saved"}
"""Meanings of phrases beside which a sentence may tell the end in other words: "sent my CV, they took someone else"."""


@lru_cache(maxsize=20_000)
def _meaning(words: str) -> Meaning:
    reading = _reading(words)
    if reading.meaning is UNKNOWN and reading.left:
        return sensed(reading.left) or UNKNOWN
    if reading.name in _MAY_END_OTHERWISE and len(reading.left) >= _SENTENCE:
        end = sensed(reading.left)
        if end is not None and end.outcome is not None:
            return end
        if reading.name != "sent" and tells_held(reading.left):
            return INTERVIEWED.unsure()
    if reading.meaning.outcome is OutcomeKind.OFFER and reading.left and tells_another(reading.left):
        return REJECTED.unsure()
    if reading.name == "withdrawn" and sensed(reading.left) == OFFER_DECLINED.unsure():
        return OFFER_DECLINED.unsure()
    return reading.meaning


@lru_cache(maxsize=20_000)
def _reading(words: str) -> _Reading:
    if is_nothing(words):
        return _Reading("", APPLIED)
    folded = plain(words)
    if not folded:
        return _Reading("", _SYMBOLS.get(words.strip()[:1], UNKNOWN))
    steps = _steps(words)
    if len(steps) > 1:
        named = [reading for step in steps if (reading := _reading(step)).meaning is not UNKNOWN]
        if named:
            return _last(named)
    reading = _read(folded)
    misspelt = None if reading.name else _misspelt(folded)
    return replace(reading, meaning=misspelt) if misspelt else reading


def _last(steps: Sequence[_Reading]) -> _Reading:
    """The last of several steps, a no behind an offer being the user's own."""
    last = steps[-1]
    is_no = last.meaning.outcome is OutcomeKind.REJECTED and last.name != "ended by them"
    if is_no and any(step.meaning.outcome is OutcomeKind.OFFER for step in steps[:-1]):
        return replace(last, name="offer declined", meaning=OFFER_DECLINED)
    return last


def _steps(words: str) -> list[str]:
    """The steps that a cell lists in their order, each with its day or behind an arrow; the cell itself for none."""
    if len(_DATED.findall(words)) > 1:
        return [part for part in _BETWEEN_DATED.split(words) if plain(part)]
    if _LIST.match(words.strip()):
        return [part for part in re.split(r"[,;|]", words.strip(" []")) if plain(part)]
    return [part for part in _STEPS.split(words) if plain(part)]


def _read(folded: str) -> _Reading:
    """Return what the phrases in folded words say; the name is "" when nothing is recognised."""
    table = _table()
    if table.not_applied.are_in(folded):
        return _Reading(NOT_APPLIED, WISH, folded)
    struck = ""
    for name, phrases in table.struck_out:
        left = phrases.struck_from(folded)
        if left != folded:
            struck, folded = name, left
    for name, phrases, meaning in table.meanings:
        if phrases.are_in(folded):
            return _Reading(name, meaning, folded)
    if struck:
        return _Reading(struck, APPLIED if struck == STILL_OPEN else APPLIED.unsure(), folded)
    return replace(_NOTHING, left=folded)


def _misspelt(folded: str) -> Meaning | None:
    tokens = folded.split()
    if len(tokens) > _MOST_TOKENS:
        return None
    for token in tokens:
        meant = _table().spelt.meant_by(token)
        if meant is not None:
            reading = _read(meant)
            return reading.meaning.unsure() if reading.name else None
    return None


def is_status(words: str) -> bool:
    """Return whether something was recognised in the words."""
    return len(words) <= 60 and not is_nothing(words) and _reading(words[:LONGEST]).meaning is not UNKNOWN


def says_more(words: str, meaning: Meaning) -> bool:
    """Return whether the words say more than their meaning does, so that they are worth keeping."""
    return meaning.is_wish or not meaning.is_sure or _SAYS_NO_MORE.fullmatch(plain(words)) is None
