"""The weights in the package were learned from the messages that lie beside them, and are read late."""

from __future__ import annotations

import gzip
import json
import math
import subprocess
import sys

import numpy as np
import pytest

from app.exchange.meanings.judging import phrased
from app.exchange.meanings.meant import Meaning
from app.exchange.meanings.reading import shown_by
from app.exchange.meanings.weighing import WEIGHED, together, weighed
from tests.bench.messages import LEARNED_FROM, WRITTEN_ON, rows_of
from tests.messages.regressions import class_of
from tests.messages.train import NETWORK, TRANSFORMER, WEIGHTS, fingerprint


def test_the_weights_are_those_of_these_messages_and_features() -> None:
    made_of = json.loads(gzip.decompress(WEIGHTS.read_bytes()))["made_of"]
    with np.load(NETWORK) as network, np.load(TRANSFORMER) as transformer:
        all_made_of = {made_of, str(network["made_of"]), str(transformer["made_of"])}
    assert all_made_of == {fingerprint()}, "messages or features changed: run `make train-messages`"


def test_the_weights_stay_small_and_a_feature_a_line() -> None:
    packed = WEIGHTS.read_bytes()
    assert len(packed) < 1_200_000
    assert gzip.decompress(packed).count(b"\n") > 3_000
    assert NETWORK.stat().st_size < 4_000_000
    assert TRANSFORMER.stat().st_size < 16_000_000


def test_the_weights_know_the_messages_that_they_were_learned_from() -> None:
    rows = rows_of(LEARNED_FROM)
    assert len(rows) > 700
    right = 0
    for row in rows[::11]:
        seen = phrased(row["subject"], row["text"], row["from"], WRITTEN_ON)
        right += weighed(seen.sentences, shown_by(seen, row["subject"])).meaning == class_of(row["wanted"])
    assert right / len(rows[::11]) > 0.93


def test_the_sentence_that_speaks_most_for_a_meaning_is_named() -> None:
    text = "It was lovely to meet you. They hired somebody from their own ranks. Enjoy the holidays."
    seen = phrased("", text, "dana@northwind.example", WRITTEN_ON)
    likely = weighed(seen.sentences, shown_by(seen, ""))
    assert (likely.meaning, likely.says) == (Meaning.REJECTION, "They hired somebody from their own ranks.")
    assert 0.4 < likely.likely <= 1
    assert len(WEIGHED) == 4


def test_the_weights_are_not_read_before_the_first_message_is_judged() -> None:
    program = (
        "import sys, app.exchange.meanings; from app.exchange.meanings.weighing import weights;"
        "print(weights.cache_info().currsize, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]


def test_two_readers_of_one_mind_are_surer_than_two_that_differ() -> None:
    sure, unsure = [math.log(share) for share in (0.9, 0.05, 0.03, 0.02)], [math.log(0.25)] * 4
    assert together(sure, sure) == pytest.approx([0.9, 0.05, 0.03, 0.02])
    assert 0.25 < max(together(sure, unsure)) < 0.9
    assert max(together(sure, sure[::-1])) < 0.5
