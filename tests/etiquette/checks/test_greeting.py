"""A greeting that something else was typed into is none; what people write is one."""

from __future__ import annotations

import pytest

from app.etiquette.checks.findings import Finding
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.people import greeting
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.letter_kinds import Kind


def finding(line: str, *recipients: str) -> Finding:
    """Return what is said of a letter that begins with a line."""
    body = f"{line}\n\nThank you for yesterday.\n\nSam"
    (only,) = greeting(LetterText(Kind.THANK_YOU, "", body), ReadLetter(body), Knowledge(recipients=recipients))
    return only


@pytest.mark.parametrize(
    ("line", "stray"),
    [
        ("UNSAVED WORDSDear Dana Lee,", "WORDSDear"),
        ("UNSAVED WORDS Dear Dana Lee,", "Dear"),
        ("Hi Dear Dana Lee,", "Dear"),
        ("Dear Hi Dana,", "Hi"),
        ("Dear Dear Dana,", "Dear"),
        ("Hello Dear Ms. Lee,", "Dear"),
        ("Dear Dana LeeDear Dana Lee,", "LeeDear"),
        ("Dear WORDSDana Lee,", "WORDSDana"),
        ("Dear Dana LeeWords,", "LeeWords"),
    ],
)
def test_what_is_typed_into_a_greeting_fails_it(line: str, stray: str) -> None:
    said = finding(line, "Dana Lee")
    assert (said.verdict, line[said.start : said.end]) == ("fail", stray)
    assert said.message == f"“{stray}” doesn't belong in the greeting. Take out what's too much."


@pytest.mark.parametrize(
    ("line", "recipients"),
    [
        ("Hi, dear Dana,", ()),
        ("My dear Dana,", ()),
        ("Hi dear Dana,", ()),
        ("Dear Dana and Dear Omar,", ()),
        ("Dear Dana, Dear Omar,", ("Dana Lee",)),
        ("Dear John Dear,", ()),
        ("Dear Mr. Dear,", ()),
        ("Dear Hi Tran,", ("Hi Tran",)),
        ("Dear Leena,", ("Leena Lee",)),
    ],
)
def test_what_people_write_and_are_called_passes(line: str, recipients: tuple[str, ...]) -> None:
    assert finding(line, *recipients).verdict == "pass"
