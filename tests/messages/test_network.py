"""The network reads words in their order, as its weights say: made by hand here, so that it can be reckoned after."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from app.exchange.meanings.network import READ, WIDTHS, Network, grams_of, network, words_of
from app.exchange.meanings.sentences import sentences_of

ROWS = 50


def by_hand(**changed: Any) -> dict[str, Any]:
    """Return a network of one number a word and one filter a width, in which nothing weighs but what is changed."""
    stored: dict[str, Any] = {
        "words": np.array("no\nyes"),
        "word_rows": np.array([[0], [-10], [10]], dtype=np.int8),
        "word_scale": np.float32(0.1),
        "gram_rows": np.zeros((ROWS, 1), dtype=np.int8),
        "gram_scale": np.float32(1),
        "last": np.zeros((len(WIDTHS), 4), dtype=np.float16),
        "last_bias": np.zeros(4, dtype=np.float16),
    }
    for width in WIDTHS:
        stored[f"filters_{width}"] = np.zeros((width, 1, 1), dtype=np.float16)
        stored[f"filters_{width}_bias"] = np.zeros(1, dtype=np.float16)
    return stored | changed


def test_with_nothing_learned_all_meanings_are_alike_likely() -> None:
    assert Network(by_hand()).sums(sentences_of("Yes.")) == pytest.approx([np.log(1 / 4)] * 4)


def test_the_strongest_answer_counts_wherever_it_stands() -> None:
    one, last = np.ones((1, 1, 1), dtype=np.float16), np.zeros((len(WIDTHS), 4), dtype=np.float16)
    last[0, 2] = 1
    read = Network(by_hand(filters_1=one, last=last)).sums
    powers = np.array([1, 1, np.e, 1])
    wanted = pytest.approx(np.log(powers / powers.sum()), abs=1e-3)
    assert read(sentences_of("Yes.")) == wanted
    assert read(sentences_of("No, no, yes and no.")) == wanted
    assert read(sentences_of("No.")) == pytest.approx([np.log(1 / 4)] * 4), "what is below nothing is nothing"


def test_a_filter_sees_words_in_their_order() -> None:
    """It answers to a "no" that a "yes" follows, with one word before it and nothing after."""
    three, last = np.zeros((3, 1, 1), dtype=np.float16), np.zeros((len(WIDTHS), 4), dtype=np.float16)
    three[1], three[2], last[1, 0] = -1, 1, 1
    read = Network(by_hand(filters_3=three, last=last)).sums
    assert read(sentences_of("well no yes"))[0] > read(sentences_of("well yes no"))[0] > read(sentences_of("well"))[0]


def test_an_unknown_word_is_read_by_its_grams() -> None:
    grams = np.zeros((ROWS, 1), dtype=np.int8)
    grams[grams_of("yessir", ROWS)] = 1
    one, last = np.ones((1, 1, 1), dtype=np.float16), np.zeros((len(WIDTHS), 4), dtype=np.float16)
    last[0, 3] = 1
    read = Network(by_hand(gram_rows=grams, filters_1=one, last=last)).sums
    assert read(sentences_of("yessir"))[3] > read(sentences_of("qq"))[3]


def test_words_end_with_their_sentence_numbers_are_alike_and_a_long_mail_is_cut() -> None:
    assert words_of(sentences_of("Can you come at 10:30? See you!")) == [
        "can", "you", "come", "at", "0:0", "?", "see", "you", "."
    ]  # fmt: skip
    assert len(words_of(sentences_of("Yes and no. " * 200))) == READ


@pytest.mark.parametrize("text", [".", "?", "🙂", "\u0000.", "a" * 5_000, "漢字 " * 400])
def test_whatever_a_mail_holds_it_is_read(text: str) -> None:
    sums = network().sums(sentences_of(text))
    assert np.exp(sums).sum() == pytest.approx(1)
