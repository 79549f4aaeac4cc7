"""Scores the letter checker on judged letters: `make bench-letters LETTERS=path/to/letters.jsonl`."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from app.etiquette.checks import Check, LetterText, Verdict, check_letter, warm_up
from app.etiquette.letter_kinds import Kind

LABELS = {
    "greeting_personal": Check.GREETING,
    "gratitude": Check.GRATITUDE,
    "highlight": Check.HIGHLIGHT,
    "interest": Check.INTEREST,
    "brief": Check.LENGTH,
    "tone_ok": Check.TONE,
    "no_placeholders": Check.PLACEHOLDERS,
    "signed": Check.SIGNATURE,
    "subject_present": Check.SUBJECT,
    "no_typos": Check.SPELLING,
}
"""Label -> the check that it judges; a pass says true, warn and fail false, skipped abstains and is wrong."""


_OTHER_NAMES = {
    "followup_1": Kind.FOLLOW_UP,
    "followup_2": Kind.SECOND_FOLLOW_UP,
    "followup_final": Kind.SECOND_FOLLOW_UP,
    "feedback": Kind.FEEDBACK_REQUEST,
    "offer_time": Kind.OFFER_TIME_REQUEST,
}


def kind_of(name: str) -> Kind:
    """Return the kind that a row names, in our words or in the collection's."""
    return _OTHER_NAMES[name] if name in _OTHER_NAMES else Kind(name)


def scored(rows: list[dict[str, Any]], *, shows: frozenset[str] = frozenset()) -> dict[str, tuple[int, int, int, int]]:
    """Return by label: right, known, bad caught, bad."""
    scores = {label: [0, 0, 0, 0] for label in LABELS}
    for row in rows:
        report = check_letter(LetterText(kind_of(row["kind"]), row["body"], row.get("subject") or ""))
        for label, wanted in (row["labels"] | row["extra_labels"]).items():
            if wanted is None or label not in LABELS:
                continue
            verdict = report.verdict(LABELS[label])
            said = None if verdict in (None, Verdict.SKIPPED) else verdict is Verdict.PASS
            score = scores[label]
            score[0] += said is wanted
            score[1] += 1
            score[2] += said is False and not wanted
            score[3] += not wanted
            if label in shows and said is not wanted:
                print(f"--- {label} {row['id']} {row['kind']}: wanted {wanted}\n{row['body']}\n")
    return {label: (a, b, c, d) for label, (a, b, c, d) in scores.items()}


def main() -> int:
    """Print the table."""
    shared = os.environ.get("AFTERWORD_SHARED", str(Path(__file__).parents[3] / "shared"))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(shared) / "letters" / "letters.jsonl"
    if not path.is_file():
        print(f"skipped: there are no judged letters at {path}")
        return 0
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    warm_up()
    began = time.perf_counter()
    scores = scored(rows, shows=frozenset(sys.argv[2:]))
    spent = (time.perf_counter() - began) / max(1, len(rows)) * 1000
    print(f"{'label':20} {'right':>12} {'bad caught':>14}")
    for label, (right, known, caught, bad) in scores.items():
        print(f"{label:20} {_share(right, known):>12} {_share(caught, bad):>14}")
    print(f"{len(rows)} letters, {spent:.2f} ms a letter")
    return 0


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}% of {whole}" if whole else "-"


if __name__ == "__main__":
    raise SystemExit(main())
