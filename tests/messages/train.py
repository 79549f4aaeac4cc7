"""Learns the weights of messages from the judged ones, and says how they do on messages that they have not seen.

`python -m tests.messages.train`, in an environment with the extra `train`. With `--check` it learns from three
quarters of the messages, says how the readers together do on the last quarter, and writes nothing; with `--show` it
lists what is read wrongly.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.exchange.meanings import meant
from app.exchange.meanings.features import features
from app.exchange.meanings.network import Network, words_of
from app.exchange.meanings.sentences import Sentence, sentences_of
from app.exchange.meanings.topics import topics_of
from app.exchange.meanings.transformer import Transformer
from app.exchange.meanings.weighing import WEIGHED, Reader, Weights, is_english, shares_of
from tests.bench.messages import LEARNED_FROM, SENTENCES, TUNED_ON, rows_of
from tests.messages import network, transformer
from tests.messages.regressions import Read, Shown, evidence, fold_of, learned, learned_of_evidence, read

WEIGHTS, NETWORK, TRANSFORMER = (
    Path(meant.__file__).parent / name for name in ("weights.json.gz", "network.npz", "transformer.npz")
)


def fingerprint() -> str:
    """Return what the weights and both models depend on, as a hash: the messages, and what some of them show."""
    files = (LEARNED_FROM, SENTENCES, TUNED_ON)
    shown = [
        (sorted(features(sentence)), topics_of([sentence]), words_of([sentence]), is_english([sentence]))
        for row in rows_of(LEARNED_FROM)[::20]
        for sentence in sentences_of(row["text"])
    ]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files) + repr(shown).encode()).hexdigest()[:16]


def written(weights: dict[str, Any], made_of: str) -> str:
    """Return the weights as JSON, a feature a line."""

    def lines(rows: dict[str, list[float]]) -> str:
        return ",\n".join(f"{json.dumps(n, ensure_ascii=False)}:{json.dumps(w, separators=(',', ':'))}"
                          for n, w in sorted(rows.items()))  # fmt: skip

    biases = f'"bias":{json.dumps(weights["bias"])},"evidence_bias":{json.dumps(weights["evidence_bias"])}'
    return (
        f'{{"made_of":"{made_of}",{biases},"evidence":{{\n{lines(weights["evidence"])}\n}},'
        f'"features":{{\n{lines(weights["features"])}\n}}}}\n'
    )


def _check(messages: Sequence[Read]) -> None:
    """Learn from all parts but the first, and print what that makes of the first."""
    rest = [message for message in messages if fold_of(message.row["id"])]
    first = [message for message in messages if not fold_of(message.row["id"])]
    regressions = Weights(weights_of(rest))
    english, others = Transformer(transformer_of(rest)), Network(network_of(rest))

    def second(sentences: Sequence[Sentence]) -> Reader:
        return english if is_english(sentences) else others

    judged = []
    for message in first:
        shares = shares_of(regressions.sums(evidence(regressions, message)), message.written, second)
        judged.append((WEIGHED[shares.index(max(shares))], max(shares)))
    _say_how_they_do(first, judged)


def _say_how_they_do(messages: Sequence[Read], judged: Sequence[tuple[str, float]]) -> None:
    """Print what a share of certainty that is asked for costs in right decisions, and saves in wrong ones."""
    for least in (0.5, 0.6, 0.7, 0.8, 0.9):
        sure = [(one.kind, kind) for one, (kind, likely) in zip(messages, judged, strict=True) if likely >= least]
        right = sum(wanted == kind != WEIGHED[-1] for wanted, kind in sure)
        wrong = sum(wanted != kind and kind in WEIGHED[:2] for wanted, kind in sure)
        wanted = sum(one.kind != WEIGHED[-1] for one in messages)
        print(
            f"sure from {least}: {100 * right / wanted:.1f}% right, {100 * wrong / len(messages):.1f}% wrongly decided"
        )
    if "--show" in sys.argv:
        for one, (kind, likely) in zip(messages, judged, strict=True):
            if kind != one.kind:
                print(f"{one.row['id']} wanted {one.kind}, read {kind} {likely:.2f} {one.besides}")


def weights_of(messages: Sequence[Read]) -> dict[str, Any]:
    """Return what `Weights` are made of, learned from messages."""
    shown = Shown(messages)
    return learned(shown, np.ones(len(messages), dtype=bool)) | learned_of_evidence(shown)


def transformer_of(messages: Sequence[Read]) -> dict[str, Any]:
    """Return what a `Transformer` is made of, learned from those of the messages that it is asked for."""
    return transformer.learned(*_wanted_of([one for one in messages if is_english(one.written)]))


def network_of(messages: Sequence[Read]) -> dict[str, Any]:
    """Return what a `Network` is made of, learned from those of the messages that it is asked for."""
    return network.learned(*_wanted_of([one for one in messages if not is_english(one.written)]))


def _wanted_of(messages: Sequence[Read]) -> tuple[list[list[Sentence]], list[int], int]:
    meanings = [str(meaning) for meaning in WEIGHED]
    return (
        [message.written for message in messages],
        [meanings.index(message.kind) for message in messages],
        len(WEIGHED),
    )


def main() -> None:
    """Learn and write, or check."""
    messages = [read(row) for path in (LEARNED_FROM, TUNED_ON, SENTENCES) for row in rows_of(path)]
    if "--check" in sys.argv:
        _check(messages)
        return
    made_of = fingerprint()
    WEIGHTS.write_bytes(gzip.compress(written(weights_of(messages), made_of).encode(), mtime=0))
    np.savez_compressed(NETWORK, made_of=np.array(made_of), **network_of(messages))
    np.savez_compressed(TRANSFORMER, made_of=np.array(made_of), **transformer_of(messages))
    for path in (WEIGHTS, NETWORK, TRANSFORMER):
        print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
