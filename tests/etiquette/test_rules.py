"""ETIQUETTE.md, the code that cites it, and the policy agree: each rule is found by its number, in both directions."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import time, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from app.etiquette.policy import Policy

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "app" / "etiquette" / "ETIQUETTE.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (\d)\.(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
RULES = {
    rule: text
    for section in SECTIONS.values()
    for rule, text in re.findall(r"\*\*(\d\.\d+)\*\*([^*]*(?:\*(?!\*)[^*]*)*)", section)
}
"""Number -> what the rule says, as far as the next rule."""
CITATION = re.compile(r"\bETIQUETTE (\d(?:\.\d+)?)")
"""`ETIQUETTE 2.8`: on one line and with one number, so that a search for it finds it."""
QUANTITY = re.compile(r"\b\d+ (?:h|d|bd|min|months)\b|\b\d\d:\d\d\b")
FIELD = re.compile(r"\(`(\w+)`\)")
NUMBERS = {field.name: field.default for field in fields(Policy) if not isinstance(field.default, bool)}
for _calendar in ("zone", "holidays"):
    del NUMBERS[_calendar]
OTHERS_WORDS = "2.26"
"""What other people's words mean is no quantity of ours."""
IN_WORDS = {"follow_ups_per_date": "Two follow-ups", "stay_in_touch_per_year": "2 a year"} | {
    "answer_times_from": "10 answers on",
    "rates_from": "5 applications",
}


@cache
def cited(folder: str) -> dict[str, set[Path]]:
    """Return by number which Python files under a folder cite a rule or a section."""
    files: dict[str, set[Path]] = {}
    for path in {*(ROOT / folder).rglob("*.py")} - {Path(__file__)}:
        for number in CITATION.findall(path.read_text("utf-8")):
            files.setdefault(number, set()).add(path)
    return files


def as_said(name: str) -> str:
    """Return how the text says the default of a field."""
    default = NUMBERS[name]
    if name in IN_WORDS:
        return IN_WORDS[name]
    if isinstance(default, time):
        return f"{default:%H:%M}"
    if isinstance(default, timedelta):
        hours, minutes = divmod(default // timedelta(minutes=1), 60)
        return f"{hours} h" if hours and not minutes else f"{hours * 60 + minutes} min"
    unit = "bd" if name.endswith("business_days") else "months" if name.endswith("months") else "d"
    return f"{default} {unit}"


def test_the_rules_stand_in_the_order_of_their_numbers() -> None:
    pairs = [tuple(map(int, rule.split("."))) for rule in re.findall(r"\*\*(\d\.\d+)\*\*", TEXT)]
    for section, of_section in groupby(pairs, key=lambda pair: pair[0]):
        numbers = [number for _, number in of_section]
        assert numbers == list(range(1, len(numbers) + 1)), section
    assert [section for section, _ in groupby(pairs, key=lambda pair: pair[0])] == list(map(int, SECTIONS))


@pytest.mark.parametrize("folder", ["app", "tests"])
def test_every_number_that_is_cited_is_there(folder: str) -> None:
    assert {number for number in cited(folder) if number not in {*RULES, *SECTIONS}} == set()


@pytest.mark.parametrize("folder", ["app", "tests"])
def test_no_rule_is_cited_in_a_way_that_a_search_would_miss(folder: str) -> None:
    vague = re.compile(r"(?<!\bRFC \d{4} )\b[Ss]ections? \d|ETIQUETTE\n|ETIQUETTE \d[.\d]*(?:,| and) \d\.\d")
    files = {*(ROOT / folder).rglob("*.py")} - {Path(__file__)}
    assert [path for path in files if vague.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule[0] in "123"])
def test_every_rule_has_code_and_a_test_that_name_it(rule: str) -> None:
    assert cited("app/etiquette").get(rule) or cited("app/hunt").get(rule), f"no module follows {rule}"
    assert cited("tests").get(rule), f"no test holds {rule}"


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_of_the_policy_is_named_right_behind_its_default(name: str) -> None:
    before = [text[: text.index(f"(`{name}`)")] for text in RULES.values() if f"(`{name}`)" in text]
    assert before, f"no rule names {name}"
    said = re.compile(rf"\b{as_said(name)}\b")
    assert all(said.search(FIELD.split(text)[-1]) for text in before), before


def test_every_quantity_has_its_field_behind_it() -> None:
    for rule, text in RULES.items():
        if rule[0] in "123" and rule != OTHERS_WORDS:
            *with_field, rest = FIELD.split(text)
            assert QUANTITY.findall(rest) == [], rule
            assert all(len(QUANTITY.findall(piece)) <= 1 for piece in with_field[::2]), rule
            assert set(with_field[1::2]) <= NUMBERS.keys(), rule
    assert "`thanks_are_customary`" in RULES["5.4"]
