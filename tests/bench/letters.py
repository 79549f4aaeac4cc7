"""Scores the letter checker on judged letters: `make bench-letters LETTERS=path/to/letters.jsonl`."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass, fields
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
"""Label -> the check that it judges: a pass says true, warn and fail say false, unsure says neither."""
NOT_JUDGED = {"interest": frozenset({Kind.WITHDRAWAL, Kind.OFFER_DECLINE})}
"""Kinds for which a check asks for something else than its label means: a plain no."""


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


@dataclass
class Score:
    """How one label's verdicts fared, in letters."""

    judged: int = 0
    """Letters whose label is known."""
    right: int = 0
    """Passes of good letters, fails and warnings of bad ones."""
    bad: int = 0
    caught: int = 0
    """Bad letters that failed or were warned of."""
    fails: int = 0
    fails_right: int = 0
    unsure: int = 0
    skipped: int = 0

    def add(self, other: Score) -> None:
        """Add another score to this one."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    @property
    def decided(self) -> int:
        """Letters on which the check came down on one side."""
        return self.judged - self.unsure


def scored(rows: list[dict[str, Any]], *, shows: frozenset[str] = frozenset()) -> dict[str, Score]:
    """Return the score of each label; the letters that a label in `shows` has wrong are printed."""
    scores = {label: Score() for label in LABELS}
    for row in rows:
        kind = kind_of(row["kind"])
        report = check_letter(LetterText(kind, row["body"], row.get("subject") or ""))
        for label, wanted in (row["labels"] | (row.get("extra_labels") or {})).items():
            if wanted is None or label not in LABELS or kind in NOT_JUDGED.get(label, ()):
                continue
            verdict = report.verdict(LABELS[label])
            said = None if verdict in (None, Verdict.SKIPPED, Verdict.UNSURE) else verdict is Verdict.PASS
            scores[label].add(_score(wanted, said, verdict))
            if label in shows and said is not wanted:
                print(f"--- {label} {row['id']} {kind}: {verdict}, wanted {wanted}\n{row['body']}\n")
                print("\n".join(finding.message for finding in report.findings if finding.check is LABELS[label]), "\n")
    return scores


def _score(wanted: bool, said: bool | None, verdict: Verdict | None) -> Score:
    fails = verdict is Verdict.FAIL
    return Score(
        judged=1,
        right=said is wanted,
        bad=not wanted,
        caught=said is False and not wanted,
        fails=fails,
        fails_right=fails and not wanted,
        unsure=verdict is Verdict.UNSURE,
        skipped=verdict in (None, Verdict.SKIPPED),
    )


def main() -> int:
    """Print the table."""
    shared = os.environ.get("AFTERWORD_SHARED", str(Path(__file__).parents[3] / "shared"))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(shared) / "letters" / "letters.jsonl"
    if not path.is_file():
        print(f"skipped: there are no judged letters at {path}")
        return 0
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    warm_up()
    began = time.process_time()
    scores = scored(rows, shows=frozenset(sys.argv[2:]))
    spent = (time.process_time() - began) / max(1, len(rows)) * 1000
    print(f"{'label':18} {'right, of decided':>18} {'of all':>7} {'bad caught':>12} {'fails right':>13} {'unsure':>7}")
    for label, score in scores.items():
        print(
            f"{label:18} {_share(score.right, score.decided):>18} {_share(score.right, score.judged, bare=True):>7}"
            f" {_share(score.caught, score.bad):>12} {_share(score.fails_right, score.fails):>13}"
            f" {_share(score.unsure, score.judged, bare=True):>7}"
        )
    print(f"{len(rows)} letters, {spent:.2f} ms a letter")
    return 0


def _share(part: int, whole: int, *, bare: bool = False) -> str:
    if not whole:
        return "-"
    return f"{100 * part / whole:.0f}%" + ("" if bare else f" of {whole}")


if __name__ == "__main__":
    raise SystemExit(main())
