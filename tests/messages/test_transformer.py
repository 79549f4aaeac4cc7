"""The sentence model splits words as BERT does and looks from each piece at all others: made by hand, so that it can
be reckoned after; and the one in the package reads whatever a mail holds."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from app.exchange.meanings.sentences import sentences_of
from app.exchange.meanings.transformer import HEADS, LAYERS, READ, Pieces, Transformer, transformer

PIECES = ["[UNK]", "[CLS]", "[SEP]", ".", "we", "hire", "##d", "##s", "no", "cafe"]
SPLIT = ["[CLS]", "no", "we", "hire", "##d", ".", "[SEP]"]
"""The pieces of the subject "no we hired"."""
D = HEADS
"""Numbers of a piece: one a head."""


def by_hand(**changed: Any) -> dict[str, Any]:
    """Return a model in which every piece is a row of its own and no layer adds anything, but for what is changed."""
    rows = np.eye(len(PIECES), D, dtype=np.float32)
    stored: dict[str, Any] = {
        "pieces": np.array(json.dumps(PIECES)),
        "embeddings.word_embeddings.weight": rows,
        "embeddings.word_embeddings.weight.scale": np.ones(len(PIECES), dtype=np.float32),
        "embeddings.position_embeddings.weight": np.zeros((READ, D)),
        "last.weight": np.zeros((4, 2 * D)),
        "last.bias": np.zeros(4),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        norms += [f"{name}.attention.output.LayerNorm", f"{name}.output.LayerNorm"]
        for part, shape in {
            "attention.self.query": (D, D), "attention.self.key": (D, D), "attention.self.value": (D, D),
            "attention.output.dense": (D, D), "intermediate.dense": (2 * D, D), "output.dense": (D, 2 * D),
        }.items():  # fmt: skip
            stored |= {f"{name}.{part}.weight": np.zeros(shape), f"{name}.{part}.bias": np.zeros(shape[0])}
    for norm in norms:
        stored |= {f"{norm}.weight": np.ones(D), f"{norm}.bias": np.zeros(D)}
    return stored | changed


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("We hired.", ["we", "hire", "##d", "."]),
        ("WE HIRES", ["we", "hire", "##s"]),
        ("Café", ["cafe"]),
        ("we_hire", ["we", "hire"]),
        ("hirex", ["hire", "[UNK]"]),
        ("hire" * 20, ["[UNK]"]),
        ("漢", ["[UNK]"]),
    ],
)
def test_a_word_is_its_longest_known_beginning_and_so_on(text: str, pieces: list[str]) -> None:
    split = Pieces(PIECES).of([sentences_of("no")[0], *sentences_of(text)])
    assert [PIECES[place] for place in split] == ["[CLS]", "no", ".", *pieces, "[SEP]"]


def test_a_long_mail_is_cut_and_ends_as_others_do() -> None:
    split = Pieces(PIECES).of(sentences_of("We hire no. " * 200))
    assert (len(split), split[-1]) == (READ, PIECES.index("[SEP]"))


def test_with_nothing_learned_all_meanings_are_alike_likely() -> None:
    assert Transformer(by_hand()).sums(sentences_of("We hired.")) == pytest.approx([np.log(1 / 4)] * 4)


def test_the_greatest_of_what_the_pieces_became_counts_wherever_it_stands() -> None:
    last = np.zeros((4, 2 * D))
    last[0, D + PIECES.index("no")] = 1
    read = Transformer(by_hand(**{"last.weight": last})).sums
    assert read(sentences_of("no we hired"))[0] == pytest.approx(read(sentences_of("we hired no"))[0])
    assert read(sentences_of("no we hired"))[0] > read(sentences_of("we hired we"))[0]


def test_a_piece_looks_at_the_others() -> None:
    """In the first layer each piece takes in the mean of all: who asks for nothing looks at all of them alike."""
    told = {"encoder.layer.0.attention.self.value.weight": np.eye(D)}
    told |= {"encoder.layer.0.attention.output.dense.weight": np.eye(D)}
    last = np.arange(8 * D).reshape(4, 2 * D) / 100
    sums = Transformer(by_hand(**{"last.weight": last}, **told)).sums(sentences_of("no we hired"))
    rows = _normal(np.eye(len(PIECES), D)[[PIECES.index(piece) for piece in SPLIT]])
    rows = _normal(rows + rows.mean(axis=0))
    wanted = last @ np.concatenate([rows.mean(axis=0), rows.max(axis=0)])
    assert sums == pytest.approx(wanted - np.log(np.exp(wanted).sum()), abs=1e-4)


def _normal(rows: Any) -> Any:
    return (rows - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True)


def test_bytes_are_read_by_their_scales() -> None:
    whole, rows = by_hand(), np.eye(len(PIECES), D)
    packed = {
        "embeddings.word_embeddings.weight": np.rint(rows * 127).astype(np.int8),
        "embeddings.word_embeddings.weight.scale": np.full(len(PIECES), 1 / 127, dtype=np.float32),
    }
    last = np.arange(8 * D).reshape(4, 2 * D) / 100
    sentences = sentences_of("we hired no")
    told = [Transformer({**whole, **more, "last.weight": last}).sums(sentences) for more in ({}, packed)]
    assert told[0] == pytest.approx(told[1], abs=1e-5)


@pytest.mark.parametrize("text", [".", "?", "🙂", "\u0000.", "a" * 5_000, "漢字 " * 400])
def test_whatever_a_mail_holds_it_is_read(text: str) -> None:
    assert np.exp(transformer().sums(sentences_of(text))).sum() == pytest.approx(1, abs=1e-5)
