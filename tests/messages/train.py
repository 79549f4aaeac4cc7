"""Learns the weights of messages from the judged ones, and says how they do on messages that they have not seen.

`python -m tests.messages.train`, in an environment with the extra `train`; writes the same bytes from the same data.
What the phrases say is a feature only of messages that they were not tuned on: elsewhere they are always right.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

from app.exchange.meanings import meant
from app.exchange.meanings.features import PHRASES, by_phrases, features, strength_of
from app.exchange.meanings.judging import phrased
from app.exchange.meanings.sentences import sentences_of
from app.exchange.meanings.weighing import SCALE, WEIGHED
from tests.bench.messages import LEARNED_FROM, SENTENCES, TUNED_ON, WRITTEN_ON, rows_of

WEIGHTS = Path(meant.__file__).parent / "weights.json"
STRENGTH = 150.0
"""liblinear's C."""
LEAST_SEEN = 2
"""Messages that have to show a feature for it to be learned."""
LEAST_WEIGHT = 810
"""Weights below this in every class are left out of the package, in thousandths."""
FOLDS = 6
Shown = dict[str, float]


def fingerprint() -> str:
    """Return what the weights depend on, as a hash: the messages, and what some of them show."""
    files = (LEARNED_FROM, SENTENCES, TUNED_ON)
    shown = [
        sorted(features(sentence)) for row in rows_of(LEARNED_FROM)[::20] for sentence in sentences_of(row["text"])
    ]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files) + repr(shown).encode()).hexdigest()[:16]


def class_of(wanted: str) -> str:
    """Return which of the classes a wanted meaning belongs to."""
    return wanted if wanted in WEIGHED[:-1] else WEIGHED[-1].value


def shown_by(row: dict[str, Any], *, with_phrases: bool) -> Shown:
    """Return a message's features with their strength."""
    seen = phrased(row["subject"], row["text"], row.get("from", ""), WRITTEN_ON)
    names = [features(sentence) for sentence in seen.sentences]
    strength = strength_of(names)
    shown = dict.fromkeys(sorted(set().union(*names)), strength)
    return shown | ({by_phrases(seen.meant): PHRASES} if with_phrases else {})


def learned(rows: list[tuple[Shown, str]]) -> dict[str, Any]:
    """Return the weights that tell the classes apart: one against the rest, each."""
    import numpy as np  # type: ignore
    from sklearn.feature_extraction import DictVectorizer  # type: ignore
    from sklearn.linear_model import LogisticRegression  # type: ignore

    counts = Counter(name for shown, _ in rows for name in shown)
    vectors = DictVectorizer()
    table = vectors.fit_transform([{n: v for n, v in shown.items() if counts[n] >= LEAST_SEEN} for shown, _ in rows])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    columns, bias = [], []
    for meaning in WEIGHED:
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
        model.fit(table, np.array([kind == meaning for _, kind in rows]))
        columns.append(model.coef_[0])
        bias.append(round(float(model.intercept_[0]) * SCALE))
    of = {
        name: [round(float(column[place]) * SCALE) for column in columns]
        for place, name in enumerate(vectors.feature_names_)
    }
    return {"bias": bias, "features": {n: w for n, w in of.items() if max(map(abs, w)) >= LEAST_WEIGHT}}


def written(weights: dict[str, Any]) -> str:
    """Return the weights as JSON, a feature a line."""
    lines = ",\n".join(f"{json.dumps(n, ensure_ascii=False)}:{json.dumps(w, separators=(',', ':'))}"
                       for n, w in sorted(weights["features"].items()))  # fmt: skip
    return f'{{"made_of":"{fingerprint()}","bias":{json.dumps(weights["bias"])},"features":{{\n{lines}\n}}}}\n'


def main() -> None:
    """Learn, write, and print how messages are read by weights that have not seen them."""
    from app.exchange.meanings.weighing import Weights

    tuned = [(shown_by(row, with_phrases=False), class_of(row["wanted"])) for row in
             [*rows_of(TUNED_ON), *rows_of(SENTENCES)]]  # fmt: skip
    rows = rows_of(LEARNED_FROM)
    fresh = [(shown_by(row, with_phrases=True), class_of(row["wanted"])) for row in rows]
    for fold in range(FOLDS):
        kept = [row for place, row in enumerate(fresh) if place % FOLDS != fold]
        weights = Weights(learned([*tuned, *kept]))
        for place, row in enumerate(rows):
            if place % FOLDS == fold:
                seen = phrased(row["subject"], row["text"], row.get("from", ""), WRITTEN_ON)
                weighed = weights.weighed(seen.sentences, seen.meant)
                print(
                    row["id"],
                    row["wanted"],
                    by_phrases(seen.meant),
                    weighed.meaning,
                    f"{weighed.likely:.3f}",
                    seen.is_doubtful,
                )
    WEIGHTS.write_text(written(learned([*tuned, *fresh])), "utf-8")
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
