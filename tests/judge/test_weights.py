"""The weights in the package were learned from the data and the features that lie beside them."""

from __future__ import annotations

import json
import subprocess
import sys

from app.etiquette.checks.judging.model import judge
from app.etiquette.checks.spelling import english
from tests.judge.data import LABELS, ROOM, everything, fingerprint, own_sentences

WEIGHTS = ROOM.parents[1] / "app/etiquette/checks/judging/weights.json"


def test_the_weights_are_those_of_this_data_and_these_features() -> None:
    made_of = json.loads(WEIGHTS.read_text("utf-8"))["made_of"]
    assert made_of == fingerprint(), "letters, phrases or features changed: run `make train-letters`"


def test_the_weights_stay_small_and_a_feature_a_line() -> None:
    text = WEIGHTS.read_text("utf-8")
    assert len(text) < 200_000
    assert text.count("\n") > 5_000


def test_the_judge_knows_the_letters_that_it_learned_from() -> None:
    letters, _ = everything()
    assert len(letters) > 1_000
    right, count = 0, 0
    for letter in letters[::7]:
        judged = judge().judged(letter.spans, letter.kind, english().count)
        for label in LABELS:
            if letter.labels[label] is not None and not (label == "interest" and letter.is_answer):
                count += 1
                right += (judged[label].likely >= judged[label].bands.warns_below) is letter.labels[label]
    assert right / count > 0.93, (right, count)


def test_every_own_sentence_has_a_label_and_text() -> None:
    for sentence in own_sentences(ROOM / "sentences.txt"):
        assert len(sentence.labels) == 1
        assert sentence.text[:1].strip(), sentence


def test_nothing_is_loaded_before_the_first_letter_is_judged() -> None:
    program = (
        "import sys; from app.etiquette.checks import check_letter;"
        "from app.etiquette.checks.judging.features import _phrases;"
        "from app.etiquette.checks.judging.model import judge;"
        "print('spellchecker' in sys.modules, judge.cache_info().currsize, _phrases.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "0", "0"]
