"""Tables of phrases, written so that somebody who does not program can add to them, and how they are compiled.

A line of a table is `meaning | language | phrase | example`; a line that begins with `#` is a comment. A phrase is
written as people write it; case and accents do not matter:

    not selected/chosen     either word
    in [the] process        a word that may be missing
    reject*                 a word that begins so
    *gesprach               a word that ends so
    no ... yet              up to four other words between
    =declined               nothing else in the cell

In scripts that put no spaces between words, and in those that join small words to the next one, a phrase is found
anywhere in the text. The example is a cell in which the phrase is found; a test reads each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from app.exchange.raw import word_tables
from app.exchange.raw.word_tables import Phrase
from app.exchange.sheets.folding import plain

_ANYWHERE = re.compile("[\u0590-\u07ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HEAD = 3
"""Letters by which a word is looked up before all that may begin so; no such beginning is shorter."""
_GAP = r"(?: \w+){0,4}?"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def read_table(name: str) -> list[Phrase]:
    """Return the phrases of a table of this room.

    Raises:
        ValueError: a line is not written as a phrase is; the message names it.
    """
    return word_tables.read_table(Path(__file__).parent / name)


class Phrases:
    """Phrases to be found in texts as `plain` leaves them.

    Most are plain words, found by looking up the words of a text; only what is left becomes a pattern, since thousands
    of patterns take long to compile.
    """

    def __init__(self, phrases: Iterable[str]):
        self._exact: set[str] = set()
        self._whole: set[str] = set()
        self._begins: set[str] = set()
        self._anywhere: list[str] = []
        patterns: list[str] = []
        for phrase in phrases:
            for form in dict.fromkeys((phrase, phrase.translate(_UMLAUTS))):
                self._sort(form, patterns)
        self._following: dict[str, int] = {}
        """First word of a plain phrase -> the most words of one that begins so."""
        for words in self._exact:
            first = words.partition(" ")[0]
            self._following[first] = max(self._following.get(first, 0), words.count(" ") + 1)
        self._heads = {begin[:_HEAD] for begin in self._begins}
        self._rest = re.compile(f"(?<!\\w)(?:{'|'.join(patterns)})(?!\\w)") if patterns else None

    def _sort(self, phrase: str, patterns: list[str]) -> None:
        bare = phrase.removeprefix("=")
        if _ANYWHERE.search(phrase):
            words = plain(bare)
            self._whole.add(words) if bare != phrase else self._anywhere.append(words)
        elif not any(sign in bare for sign in "[*/") and "..." not in bare:
            (self._exact if bare == phrase else self._whole).add(plain(bare))
        elif bare == phrase and bare.endswith("*") and not any(sign in bare[:-1] for sign in "[*/ "):
            self._begins.add(plain(bare[:-1]))
        elif bare == phrase:
            patterns.append("".join(_joined(bare.split())))
        else:
            patterns.append(f"^{''.join(_joined(bare.split()))}$")

    def are_in(self, text: str) -> bool:
        """Return whether one of them is in a text."""
        if text in self._whole or (self._rest is not None and self._rest.search(text)):
            return True
        words = text.split()
        for start, word in enumerate(words):
            if word[:_HEAD] in self._heads and any(word[:size] in self._begins for size in range(1, len(word) + 1)):
                return True
            for size in range(1, self._following.get(word, 0) + 1):
                if " ".join(words[start : start + size]) in self._exact:
                    return True
        return not text.isascii() and any(words in text for words in self._anywhere)

    def struck_from(self, text: str) -> str:
        """Return a text without what of these phrases is in it."""
        left = text if self._rest is None else self._rest.sub(" ", text)
        for words in sorted(self._exact, key=len, reverse=True):
            left = f" {left} ".replace(f" {words} ", " ").strip()
        for words in self._anywhere:
            left = left.replace(words, " ")
        return text if left == text else " ".join(left.split())


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words with which a text can begin that is one of these phrases, as `plain` leaves them."""
    firsts: set[str] = set()
    for phrase in phrases:
        for token in phrase.removeprefix("=").split():
            firsts.update(plain(word).partition(" ")[0] for word in token.strip("[]").split("/"))
            if not token.startswith("["):
                break
    return frozenset(firsts)


def _joined(tokens: Sequence[str]) -> Iterator[str]:
    """Yield a pattern for each word with the space that parts it from the one before; one missing takes it along."""
    begun = False
    for token in tokens:
        if token == "...":  # noqa: S105
            yield _GAP
            continue
        words = "|".join(_word(word) for word in token.strip("[]").split("/"))
        if token.startswith("["):
            yield f"(?: (?:{words}))?" if begun else f"(?:(?:{words}) )?"
        else:
            yield f" (?:{words})" if begun else f"(?:{words})"
            begun = True


def _word(word: str) -> str:
    bare = re.escape(plain(word.strip("*")))
    return (r"\w*" if word.startswith("*") else "") + bare + (r"\w*" if word.endswith("*") else "")
