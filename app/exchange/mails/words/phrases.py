r"""How the phrases of this room's tables are written, and how they become patterns.

A line of a table is `meaning | language | phrase | example`. A phrase is written as people write it; case does not
matter, accents do:

    not delivered/sent      either word
    [the] office            what may be missing; [in the office/at work]: one of these, or none
    forward*                a word that begins so
    ...                     up to 60 characters of anything; ...80 up to 80; [...] or nothing
    ~6                      one to six words
    out_of_office           _ is a space or a hyphen
    l'office                ' is either apostrophe
    t\/m                    / itself
    until DAY               where the day stands that is looked for (absences.txt)

One bracket stands at the most before the first word.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from app.exchange.raw.word_tables import Phrase, read_table

_OPTIONAL = re.compile(r"(^\[[^\]]*\] | ?\[[^\]]*\])")
_SIGN = re.compile(r"\.\.\.(\d*)|~(\d)|\\(.)|([*_'])")
_EITHER = re.compile(r"(?<!\\)/")
_GAP = "60"
_JOINED = re.compile("[\u0590-\u07ff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts that put no space between words, or join small words to the next one."""
_SIGNS = {"*": r"\w*", "_": "[- ]", "'": "['’]"}


@cache
def phrases_of(table: str) -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases of a table of this room by their meaning."""
    phrases: dict[str, tuple[Phrase, ...]] = {}
    for phrase in read_table(Path(__file__).parent / f"{table}.txt"):
        phrases[phrase.meaning] = (*phrases.get(phrase.meaning, ()), phrase)
    return phrases


def words_of(table: str, meaning: str) -> tuple[str, ...]:
    """Return the phrases of one meaning, the longest first: of two that fit, the longer one counts."""
    return tuple(sorted((phrase.words for phrase in phrases_of(table)[meaning]), key=_shortest, reverse=True))


def _shortest(phrase: str) -> int:
    """Return the letters of the shortest text that a phrase fits."""
    return sum(min(map(len, _EITHER.split(word))) for word in _OPTIONAL.sub(" ", phrase).split())


def one_of(table: str, meaning: str, space: str = " ", begin: str = "", end: str = "") -> str:
    """Return a pattern of all phrases of a meaning.

    Args:
        space: the pattern of what parts two words.
        begin: the pattern of what stands before a phrase, unless its script joins words.
        end: the same behind it.
    """
    patterns: dict[str, None] = {}
    for words in words_of(table, meaning):
        pattern = pattern_of(words, space)
        patterns[pattern if _JOINED.search(words) else f"{begin}{pattern}{end}"] = None
    return f"(?:{'|'.join(patterns)})"


def pattern_of(phrase: str, space: str = " ", within: str = ".") -> str:
    """Return the pattern of one phrase.

    Args:
        space: the pattern of what parts two words.
        within: the pattern of a character that `...` may stand for.
    """
    pattern = ""
    for part in _OPTIONAL.split(phrase):
        bare = part.strip(" ")
        if not bare.startswith("["):
            pattern += space.join(_word(word, within) for word in part.split(" "))
        elif bare.startswith("[..."):
            pattern += f"{space if part.startswith(' ') else ''}{within}{{0,{bare[4:-1] or _GAP}}}?"
        else:
            choices = "|".join(
                space.join(_sign(word, within) for word in one.split(" ")) for one in _parted(bare[1:-1])
            )
            before, after = (space if part.startswith(" ") else "", space if part.endswith(" ") else "")
            pattern += f"(?:{before}(?:{choices}){after})?"
    return pattern


def _word(word: str, within: str) -> str:
    choices = [_sign(choice, within) for choice in _parted(word)]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _parted(choices: str) -> list[str]:
    """Return what stands between slashes, the longest first, since a pattern takes the first that fits."""
    return sorted(_EITHER.split(choices), key=len, reverse=True)


def _sign(text: str, within: str) -> str:
    pattern, end = "", 0
    for match in _SIGN.finditer(text):
        pattern += re.escape(text[end : match.start()])
        end = match.end()
        gap, count, itself, sign = match.groups()
        if gap is not None:
            pattern += f"{within}{{1,{gap or _GAP}}}?"
        elif count:
            pattern += rf"(?:\S+ ){{0,{int(count) - 1}}}\S+"
        else:
            pattern += re.escape(itself) if itself else _SIGNS[sign]
    return pattern + re.escape(text[end:])
