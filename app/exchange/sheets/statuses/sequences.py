"""The parts of a status in somebody's own words: steps in their order, what came then, and what is a question."""

from __future__ import annotations

import re

from app.exchange.sheets.folding import plain

_LIST = re.compile(r"^\[.*\]$", re.DOTALL)
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\b\d{1,2}[/.]\d{1,2}\b")
_BETWEEN_DATED = re.compile(r"\s*(?:[;\n|→⇒]|->|=>|,(?=\s))\s*")
_STEPS = re.compile(r"\s*(?:→|->|=>|⇒|»|➔|➜|>)\s*")
_LATER = """
but then now later afterwards subsequently eventually aber dann danach jetzt später mais puis ensuite maintenant pero
luego después ahora mas depois agora poi adesso maar daarna sedan ale potem teraz
"""
_SUPPOSED = """
suspected suspect suspecting probably prob likely presumably presumed presuming assume assumed assuming apparently
seemingly guess guessing maybe perhaps possibly think thinking seems vermutlich wahrscheinlich wohl probablement
probablemente supongo provavelmente probabilmente waarschijnlijk troligen nok prawdopodobnie
"""
_HEDGES = frozenset(_SUPPOSED.split())
_BEFORE_HEDGES = frozenset(["i", "we", "it", "im", "most", "very", "is", "was", "am"])
_HEDGED = 40
"""Letters of a status in which it is said that the rest is supposed."""
_WORDS_FOR_LATER = frozenset(_LATER.split())
_THEN = re.compile(rf"[,;.]?\s+(?:and\s+)?(?:{'|'.join(_LATER.split())})\s+", re.IGNORECASE)
"""What stands between what was first and what came then."""
_QUESTION = re.compile(r"[^?;.,!\n(]*\?+")


def steps_of(words: str) -> list[str]:
    """Return the steps that a cell lists in their order, each with its day or behind an arrow; for none, the cell."""
    if len(_DATED.findall(words)) > 1:
        return [part for part in _BETWEEN_DATED.split(words) if plain(part)]
    if _LIST.match(words.strip()):
        return [part for part in re.split(r"[,;|]", words.strip(" []")) if plain(part)]
    return [part for part in _STEPS.split(words) if plain(part)]


def told_in_order(words: str) -> list[str]:
    """Return the parts of a sentence that tell what was, and what came then; one part where nothing came."""
    if not _WORDS_FOR_LATER & set(words.casefold().split()):
        return [words]
    return [part for part in _THEN.split(words) if plain(part)]


def asked_in(words: str) -> tuple[str, str]:
    """Return a cell without its questions, and these."""
    return _QUESTION.sub(" ", words), " ".join(found.rstrip("? ") for found in _QUESTION.findall(words))


def is_hedged(words: str) -> bool:
    """Return whether words begin by saying that what follows is only supposed: `Suspected ghost job`."""
    first, *rest = plain(words[:_HEDGED]).split() or [""]
    return first in _HEDGES or (first in _BEFORE_HEDGES and not _HEDGES.isdisjoint(rest[:1]))
