"""A sentence model that was taught what English messages mean: it knows the words that no message of ours had. Pure.

It is all-MiniLM-L6-v2 (sentence-transformers, Apache License 2.0), a small transformer that read a thousand million
sentences before; `tests/messages/transformer.py` taught it the four meanings, and what it learned is kept here in
bytes. Six layers let each piece of a word look at all others (Vaswani et al., "Attention Is All You Need", 2017;
Devlin et al., "BERT", 2019); the mean and the maximum of what the pieces became tell the meaning.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import pi, sqrt
from typing import Any

import numpy as np

from app.exchange.meanings.arrays import Array, log_shares, stored
from app.exchange.meanings.sentences import Sentence

READ = 192
"""Pieces of a message that are read."""
_LONGEST = 60
"""Letters of a word; what is longer is no word."""
LAYERS, HEADS = 6, 12
_LEAST = 1e-12
"""Keeps a row of nothing from being divided by nothing."""
_WORD_ROWS = "embeddings.word_embeddings.weight"
"""The largest matrix; it stays in bytes, since a message needs few of its rows."""
_WORDS = re.compile(r"\w+|[^\w\s]")


class Pieces:
    """Splits text into the pieces of words that are known, as BERT's uncased models do (WordPiece).

    Of a word that ends in what is not known, they drop the whole; here the pieces before it stay.
    """

    def __init__(self, pieces: Sequence[str]):
        self._places = {piece: place for place, piece in enumerate(pieces)}
        self._unknown, self._begin, self._end = (self._places[mark] for mark in ("[UNK]", "[CLS]", "[SEP]"))

    def of(self, sentences: Sequence[Sentence]) -> list[int]:
        """Return the places of a message's pieces, at most `READ`, with a mark at both ends."""
        text = " ".join([f"{sentences[0].written} .", *(sentence.written for sentence in sentences[1:])])
        plain = unicodedata.normalize("NFD", text.lower())
        plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
        places = (place for word in _WORDS.findall(plain) for part in word.split("_") for place in self._of(part))
        return [self._begin, *islice(places, READ - 2), self._end]

    def _of(self, word: str) -> Iterator[int]:
        """Yield the longest known piece that a word begins with, then that of its rest, and so on."""
        if len(word) > _LONGEST:
            yield self._unknown
            return
        begin = 0
        while begin < len(word):
            mark = "##" if begin else ""
            end = next((end for end in range(len(word), begin, -1) if mark + word[begin:end] in self._places), None)
            if end is None:
                yield self._unknown
                return
            yield self._places[mark + word[begin:end]]
            begin = end


class Transformer:
    """Judges messages by stored arrays, named as they are in BERT.

    A matrix (rows, columns) is kept as whole numbers, and in `NAME.scale` what each row is to be multiplied by. The
    word pieces are in `pieces`, as JSON; the last layer is `last.weight` and `last.bias`.
    """

    def __init__(self, arrays: Mapping[str, Any]):
        self._pieces = Pieces(json.loads(str(arrays["pieces"])))
        self._words, self._word_scales = arrays[_WORD_ROWS], arrays[f"{_WORD_ROWS}.scale"][:, None]
        self._arrays = {
            name: arrays[name] * arrays[f"{name}.scale"][:, None]
            if f"{name}.scale" in arrays
            else arrays[name].astype(np.float32)
            for name in arrays
            if name.endswith((".weight", ".bias")) and name != _WORD_ROWS
        }

    def sums(self, sentences: Sequence[Sentence]) -> list[float]:
        """Return what a message weighs, a number for each meaning: the logarithm of its share, at most 0.

        Args:
            sentences: its subject, then those of its text.
        """
        places = self._pieces.of(sentences)
        of_words = self._words[places] * self._word_scales[places]
        of_places = self._arrays["embeddings.position_embeddings.weight"][: len(places)]
        rows = self._normal(of_words + of_places, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            rows = self._layer(rows, f"encoder.layer.{layer}")
        return log_shares(self._linear(np.concatenate([rows.mean(axis=0), rows.max(axis=0)]), "last"))

    def _layer(self, rows: Array, name: str) -> Array:
        """Return what a layer makes of the rows (T, D): each looks at all, then is thought over by itself."""
        asked, shown, told = (
            self._linear(rows, f"{name}.attention.self.{part}").reshape(len(rows), HEADS, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        looks = asked @ shown.transpose(0, 2, 1) / sqrt(asked.shape[-1])
        looks = np.exp(looks - looks.max(axis=-1, keepdims=True))
        looks /= looks.sum(axis=-1, keepdims=True)
        seen = (looks @ told).transpose(1, 0, 2).reshape(rows.shape)
        rows = self._normal(
            rows + self._linear(seen, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm"
        )
        thought = _gelu(self._linear(rows, f"{name}.intermediate.dense"))
        return self._normal(rows + self._linear(thought, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _linear(self, rows: Array, name: str) -> Array:
        answers: Array = rows @ self._arrays[f"{name}.weight"].T + self._arrays[f"{name}.bias"]
        return answers

    def _normal(self, rows: Array, name: str) -> Array:
        rows = rows - rows.mean(axis=-1, keepdims=True)
        rows = rows / np.sqrt((rows * rows).mean(axis=-1, keepdims=True) + _LEAST)
        normal: Array = rows * self._arrays[f"{name}.weight"] + self._arrays[f"{name}.bias"]
        return normal


def _gelu(numbers: Array) -> Array:
    """Return Gaussian error linear units, by the tangent (Hendrycks and Gimpel, 2016)."""
    answers: Array = numbers * (1 + np.tanh(sqrt(2 / pi) * (numbers + 0.044715 * numbers * numbers * numbers))) / 2
    return answers


@cache
def transformer() -> Transformer:
    """Return the package's model."""
    return Transformer(stored("transformer"))
