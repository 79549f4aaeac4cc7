"""The audit tells a hole from silence: a service that knows nothing has not said that all is well."""

from __future__ import annotations

import json

import pytest

from tests.audit import CLEAN, HOLES, PINS, UNKNOWN, verdict

GOOD = {"name": "arrow", "version": "1.4.0", "vulns": []}
BAD = {"name": "jinja2", "version": "2.0", "vulns": [{"id": "CVE-1", "fix_versions": ["3.1.6"], "description": "x"}]}
SKIPPED = {"name": "rich", "skip_reason": "Dependency not found on PyPI and could not be audited: rich (15.0.0)"}


@pytest.mark.parametrize(
    ("packages", "code", "words"),
    [
        ([GOOD], CLEAN, "no known hole in 1"),
        ([GOOD, BAD], HOLES, "jinja2 2.0: CVE-1, mended in 3.1.6"),
        ([SKIPPED, BAD], HOLES, "CVE-1"),
        ([GOOD, SKIPPED], UNKNOWN, "knows nothing of 1 of 2"),
        ([], UNKNOWN, "knows nothing"),
    ],
)
def test_holes_silence_and_a_clean_answer_are_three_things(packages: list[object], code: int, words: str) -> None:
    got, sentence = verdict(json.dumps({"dependencies": packages, "fixes": []}))
    assert got == code
    assert words in sentence


def test_no_answer_is_silence() -> None:
    assert verdict("")[0] == verdict('{"error": 1}')[0] == UNKNOWN


def test_every_pin_is_one() -> None:
    assert all("==" in line for line in PINS.read_text().splitlines())
