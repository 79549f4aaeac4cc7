"""What a sentence shows: its words, their classes and how common they are, the phrases it has, its shape.

The same function serves training and judging; a change here asks for `make train-letters`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from app.etiquette.checks.judging.phrase_groups import GROUPS
from app.etiquette.checks.judging.phrases_highlight import HIGHLIGHT
from app.etiquette.checks.judging.phrases_interest import INTEREST
from app.etiquette.checks.judging.phrases_tone import TONE
from app.etiquette.checks.judging.word_classes import CLASS_OF

Counts = Callable[[str], int]
"""How often a word in small letters occurs in the dictionary's texts; 0 when it does not know it."""

_TOKEN = re.compile(
    r"\[[^\[\]]*\]|<[^<>]*>|\{\{?[^{}]*\}\}?|_{3,}|n't\b|[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,:]\d+)*"
    r"|'(?:s|d|ll|m|ve|re)\b|[?!%£$€;:()\"…]|\.\.\."
)
_CLAUSE_BREAK = re.compile(
    r"[;:—–]|\s-\s|,\s+(?=(?:and|but|so|which|as|since|though|although|because|if|when|while|who|yet)\b)"
    r"|\s(?=(?:but|and)\s+(?:i|you|we|it)\b)",
    re.IGNORECASE,
)
_CONTRACTED = {"n't": "not", "'d": "would", "'ll": "will", "'m": "am", "'ve": "have", "'re": "are"}
_IRREGULAR = re.compile(r"\b(ca|wo|sha)n't\b")
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_GROUP = re.compile(r"\{([a-z_]+)\}")
_RARITIES = ((40_000, "r0"), (10_000, "r1"), (2_300, "r2"), (300, "r3"))


def tokens(text: str) -> list[str]:
    """Return the words and marks of a sentence as written, contractions taken apart ("didn't" -> "did", "not")."""
    text = _IRREGULAR.sub(lambda match: _STEMS[match[1]] + " n't", text.replace("’", "'"))
    text = re.sub(r"(?<=[^\W\d_])n't\b", " n't", text)
    return [_CONTRACTED.get(token, token) for token in _TOKEN.findall(text)]


def clauses(text: str) -> list[str]:
    """Return the parts of a sentence that could stand alone, as its marks and its "but" and "and" divide it."""
    parts = [part.strip(" ,") for part in _CLAUSE_BREAK.split(text)]
    return [part for part in parts if part.count(" ") >= 2]


def features(text: str, count: Counts) -> dict[str, float]:
    """Return what a sentence shows, by name: `w:` words, `c:` their classes, `p:` phrases, `s:` its shape."""
    all_tokens = tokens(text)
    words: list[str] = []
    kinds: list[str] = []
    for position, token in enumerate(all_tokens):
        word, kind = _reading(token, position, count)
        words.append(word)
        kinds.append(kind)
    values: dict[str, float] = {}
    _add_runs(values, "w:", ["<", *words, ">"], 2)
    _add_runs(values, "c:", ["<", *kinds, ">"], 3)
    lower = text.lower().replace("’", "'")
    for name, pattern in _phrases():
        if pattern.search(lower):
            values[f"p:{name}"] = 1.0
    _add_shape(values, all_tokens, kinds)
    return values


def _reading(token: str, position: int, count: Counts) -> tuple[str, str]:
    """Return the form in which a token is counted, and its class."""
    if token[0] in "[<{_":
        return "<slot>", "slot"
    if not token[0].isalpha():
        return ("<num>", "num") if token[0].isdigit() else (token, token)
    word = token.lower()
    kind = CLASS_OF.get(word)
    if kind is not None:
        return word, kind
    occurrences = count(word)
    if position and token[0].isupper() and occurrences < 40_000:
        return "<name>", "name"
    for least, rarity in _RARITIES:
        if occurrences >= least:
            return word, rarity
    return word, "r4"


def _add_runs(values: dict[str, float], prefix: str, items: list[str], longest: int) -> None:
    for size in range(1, longest + 1):
        for start in range(len(items) - size + 1):
            values[prefix + " ".join(items[start : start + size])] = 1.0


def _add_shape(values: dict[str, float], all_tokens: list[str], kinds: list[str]) -> None:
    rare = sum(kind in ("r3", "r4") for kind in kinds)
    middling = sum(kind == "r2" for kind in kinds)
    values["s:rare"] = min(rare, 6) / 3
    values["s:middling"] = min(middling, 6) / 3
    values["s:names"] = min(kinds.count("name"), 4) / 2
    values["s:numbers"] = min(kinds.count("num"), 4) / 2
    for least in (1, 2, 3, 4):
        if rare + middling >= least:
            values[f"s:uncommon>={least}"] = 1.0
    values[f"s:length{min(len(all_tokens) // 6, 6)}"] = 1.0
    if sum(token.isupper() and len(token) > 2 for token in all_tokens) >= 3:
        values["s:shouts"] = 1.0


def expanded(shape: str) -> str:
    """Return a phrase's shape with the groups that it names, `{reply}`, written out."""
    while True:
        wider = _GROUP.sub(lambda match: f"(?:{'|'.join(GROUPS[match[1]])})", shape)
        if wider == shape:
            return shape
        shape = wider


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the phrases of each name as one pattern, compiled when the first letter is judged."""
    shapes: dict[str, list[str]] = {}
    for name, shape, _example in (*TONE, *INTEREST, *HIGHLIGHT):
        shapes.setdefault(name, []).append(expanded(shape))
    return tuple((name, re.compile("|".join(alternatives))) for name, alternatives in shapes.items())
