"""A small network that reads the words of a message in their order: the second reader of what is not English. Pure.

The regressions of `weighing` know which words and pairs a message shows; this sees runs of up to seven words, in
whatever they have learned to stand for. Each word is a row of numbers: its own, if it was seen often enough, and the
mean of those of its grams, from which forms and compounds that were never seen have a meaning (Bojanowski et al.,
"Enriching Word Vectors with Subword Information", 2017). Filters of several widths slide over the rows; of each the
strongest answer counts, wherever it was (Kim, "Convolutional Neural Networks for Sentence Classification", 2014).

`tests/messages/network.py` learns it. numpy is loaded with this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from zlib import crc32

import numpy as np

from app.exchange.meanings.arrays import Array, log_shares, stored
from app.exchange.meanings.sentences import Sentence

WIDTHS = (1, 3, 5, 7)
"""Words that a filter sees at once; odd, so that it has a middle."""
READ = 300
"""Words of a message that are read."""
_GRAMS = (3, 4, 5)
"""Letters of a gram."""
_MOST_GRAMS = 24
"""Of one word."""
_NUMBER = re.compile(r"\d+")


def words_of(sentences: Sequence[Sentence]) -> list[str]:
    """Return the words of a message as the network reads them: at most `READ`, each sentence with its end."""
    words: list[str] = []
    for sentence in sentences:
        words += [_NUMBER.sub("0", word) for word in sentence.plain.split()]
        words.append("?" if sentence.is_question else ".")
    return words[:READ]


def grams_of(word: str, rows: int) -> list[int]:
    """Return in which of so many rows the grams of a word stand, in order; those of a hash share a row."""
    marked = f"<{word}>"
    grams = (marked[at : at + size] for size in _GRAMS for at in range(len(marked) - size + 1))
    return sorted({crc32(gram.encode()) % rows for gram in grams})[:_MOST_GRAMS]


class Network:
    """Judges messages by stored arrays.

    `words`: the known words, one a line; `word_rows` (known words + 1, D) and `gram_rows` (hashes, D): whole numbers,
    to be multiplied by `word_scale` and `gram_scale`; the first word's row is that of every unknown word;
    `filters_W` (W, D, F) and `filters_W_bias` (F), for each of `WIDTHS`; `last` (widths x F, meanings), `last_bias`.
    """

    def __init__(self, arrays: Mapping[str, Any]):
        self._known = {word: place for place, word in enumerate(str(arrays["words"]).split("\n"), 1)}
        self._word_rows, self._word_scale = arrays["word_rows"], arrays["word_scale"]
        self._gram_rows, self._gram_scale = arrays["gram_rows"], arrays["gram_scale"]
        self._filters = [
            (arrays[f"filters_{width}"].astype(np.float32), arrays[f"filters_{width}_bias"].astype(np.float32))
            for width in WIDTHS
        ]
        self._last, self._last_bias = arrays["last"].astype(np.float32), arrays["last_bias"].astype(np.float32)

    def sums(self, sentences: Sequence[Sentence]) -> list[float]:
        """Return what a message weighs, a number for each meaning: the logarithm of its share, at most 0.

        Args:
            sentences: its subject, then those of its text.
        """
        rows = np.array([self._row(word) for word in words_of(sentences)], dtype=np.float32)
        strongest = np.concatenate([_strongest(rows, filters, bias) for filters, bias in self._filters])
        return log_shares(strongest @ self._last + self._last_bias)

    def _row(self, word: str) -> Array:
        row: Array = self._word_rows[self._known.get(word, 0)] * self._word_scale
        grams = grams_of(word, len(self._gram_rows))
        if grams:
            row = row + self._gram_rows[grams].mean(axis=0) * self._gram_scale
        return row


def _strongest(rows: Array, filters: Array, bias: Array) -> Array:
    """Return the strongest answer of each filter to the rows (T, D), and nothing where all are below 0.

    Beyond the first and the last word there is nothing.
    """
    width, count = len(filters), len(rows)
    around = np.pad(rows, ((width // 2, width // 2), (0, 0)))
    answers = sum(around[at : at + count] @ filters[at] for at in range(width)) + bias
    strongest: Array = np.maximum(answers.max(axis=0), 0)
    return strongest


@cache
def network() -> Network:
    """Return the package's network."""
    return Network(stored("network"))
