"""What a program that rewrites letters is told: what is documented, and nothing that is nobody's business."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from app.etiquette.checks import Report
from app.etiquette.letter_style import LetterFilter
from app.etiquette.records import Me
from app.hunt.kept_texts import left_texts
from app.hunt.letter_filter import agree, document_of, has_agreed
from app.settings import Settings
from tests.words.case import BASE, POLICY, THANKS, drafted

FILTER = Path(__file__).parents[2] / "app" / "letters" / "FILTER.md"
ME = Me("Robin Vale", "robin@mail.example", "Robin Vale\n+49 30 1234")
SECRET = replace(
    drafted(), salary="90k", notes="do not tell", url="https://x.example", letters=(*drafted().letters, THANKS)
)


def test_the_fields_are_those_that_are_documented() -> None:
    given = json.loads(document_of(SECRET, SECRET.letters[0], ME, Settings(POLICY), Report(0, ())))
    rows = re.findall(r"^\| (`.+?) \|", FILTER.read_text("utf-8"), re.MULTILINE)
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row)] == list(given)
    assert given["to"] == {"name": "Dana Lee", "title": "Head of Data", "part": "interviewer"}
    assert given["interview"] == {
        "round": 1,
        "kind": "video",
        "date": "2026-11-23",
        "noted": "late-arriving events hurt the weekly reports",
    }


def test_no_address_note_pay_or_other_letter_is_told() -> None:
    given = document_of(SECRET, SECRET.letters[0], ME, Settings(POLICY), Report(0, ()))
    for secret in ("dana@northwind.example", "robin@mail.example", "90k", "do not tell", "x.example", "1234"):
        assert secret not in given
    without = replace(SECRET, people=(), interviews=())
    given = document_of(without, replace(SECRET.letters[0], to=None), ME, Settings(POLICY), Report(0, ()))
    assert (json.loads(given)["to"], json.loads(given)["interview"]) == (None, None)
    assert BASE.company in given


def test_the_user_agrees_to_one_program_with_its_arguments() -> None:
    llm = LetterFilter(("llm", "-m", "mistral")).command
    assert not has_agreed(llm)
    agree(llm)
    agree(("other",))
    assert has_agreed(llm)
    assert not has_agreed(("llm", "-m", "another"))


def test_what_was_agreed_to_is_never_offered_as_the_text_of_a_letter(tmp_path: Path) -> None:
    agree(("llm",))
    assert left_texts(tmp_path / "hunt.db") == []
