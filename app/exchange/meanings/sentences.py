"""A text as sentences, and a sentence in the plain form that phrases are matched against."""

from __future__ import annotations

import re
from typing import NamedTuple

READ = 12_000
"""Characters of a text that are read."""
MOST, LONGEST = 150, 600
"""Sentences, and characters of one, that are looked at."""
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n[ \t]*)+|\n(?=[ \t]*(?:[-*•·]|\d{1,2}[.)])[ \t])")
_END = re.compile(r"(?<=[.!?…])(?<!\s\d\.)(?<!\s\d\d\.)(?<!\b[a-zA-Z]\.)[\"'”»)]*\s+(?=[\"'“„«(¿¡]*[^\W\d_a-zß-ÿ])")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\xa0": " ", "–": " , ", "—": " , ", "…": "."})
_CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan(?:'t|not)\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"(?<=[a-z])'d\b"), " would"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\b(it|that|there|here|what|he|she)'s\b"), r"\1 is"),
)
_MARKS = re.compile(r"[^\w',./&+#%@:-]+")
_END_MARKS = re.compile(r"[.:](?=\s|$)")


_QUOTED = re.compile(
    r'(?<![\w"])"(?=\w)[^"]{12,600}"|“[^”“]{12,600}”|„[^“”"„]{12,600}[“”"]|«[^»«]{12,600}»|»[^«»]{12,600}«'
)
"""What is set in quotation marks and longer than a name."""


class Sentence(NamedTuple):
    """One sentence."""

    written: str
    plain: str
    """In lower case, contractions written out, words apart by single spaces, a comma as a word; ends with a space."""
    is_question: bool


def sentences_of(text: str) -> list[Sentence]:
    """Return a text's sentences, in order; lines of one paragraph run on, and what it quotes of others is left out."""
    sentences: list[Sentence] = []
    for paragraph in _PARAGRAPH.split(_without_quoted(text[:READ])):
        for written in _END.split(" ".join(paragraph.split())):
            sentence = written.strip()[:LONGEST]
            if sentence:
                sentences.append(Sentence(sentence, plain(sentence), sentence.rstrip("\"'”»)").endswith("?")))
            if len(sentences) >= MOST:
                return sentences
    return sentences


def _without_quoted(text: str) -> str:
    """Return a text without what it quotes: another's words, unless there is little else."""
    rest = _QUOTED.sub('"..."', text)
    return rest if len(rest.split()) * 3 > len(text.split()) else text


def plain(text: str) -> str:
    """Return a sentence as phrases are matched: see `Sentence.plain`."""
    words = text.translate(_QUOTES).casefold().replace("ß", "ss")
    for pattern, instead in _CONTRACTIONS:
        words = pattern.sub(instead, words)
    words = _MARKS.sub(" ", re.sub(r"[,;(]|:(?=\s)|\s-\s", " , ", words))
    return " " + " ".join(_END_MARKS.sub("", words).split()) + " "
