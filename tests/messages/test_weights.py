"""The weights in the package were learned from the messages that lie beside them, and are read late."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys

from app.exchange.meanings.judging import phrased
from app.exchange.meanings.meant import Meaning
from app.exchange.meanings.reading import shown_by
from app.exchange.meanings.weighing import WEIGHED, weights
from tests.bench.messages import LEARNED_FROM, WRITTEN_ON, rows_of
from tests.messages.train import WEIGHTS, class_of, fingerprint


def test_the_weights_are_those_of_these_messages_and_features() -> None:
    made_of = json.loads(gzip.decompress(WEIGHTS.read_bytes()))["made_of"]
    assert made_of == fingerprint(), "messages or features changed: run `make train-messages`"


def test_the_weights_stay_small_and_a_feature_a_line() -> None:
    packed = WEIGHTS.read_bytes()
    assert len(packed) < 700_000
    assert gzip.decompress(packed).count(b"\n") > 3_000


def test_the_weights_know_the_messages_that_they_were_learned_from() -> None:
    rows = rows_of(LEARNED_FROM)
    assert len(rows) > 700
    right = 0
    for row in rows[::5]:
        seen = phrased(row["subject"], row["text"], row["from"], WRITTEN_ON)
        weighed = weights().weighed(seen.sentences, shown_by(seen, row["subject"]))
        right += weighed.meaning == class_of(row["wanted"])
    assert right / len(rows[::5]) > 0.93


def test_the_sentence_that_speaks_most_for_a_meaning_is_named() -> None:
    text = "It was lovely to meet you. They hired somebody from their own ranks. Enjoy the holidays."
    seen = phrased("", text, "dana@northwind.example", WRITTEN_ON)
    weighed = weights().weighed(seen.sentences, shown_by(seen, ""))
    assert (weighed.meaning, weighed.says) == (Meaning.REJECTION, "They hired somebody from their own ranks.")
    assert 0.4 < weighed.likely <= 1
    assert len(WEIGHED) == 4


def test_the_weights_are_not_read_before_the_first_message_is_judged() -> None:
    program = (
        "import app.exchange.meanings; from app.exchange.meanings.weighing import weights;"
        "print(weights.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"]
