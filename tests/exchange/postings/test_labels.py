"""What a posting's text says behind labels is read where nothing else says it, and no more than that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.exchange.contents import Advertised
from app.exchange.postings.labels import with_labels
from app.exchange.postings.reading import posting_in_text

NURSE = """School Nurse (part time)

https://jobs.maplegrove.example/nurse/44
Employer: Maple Grove School District
**Location:** Dayton, OH
Pay: $31 to $36 an hour, 30 hours a week
You will care for 600 children. Salary: we pay well.
Apply by November 20, 2026.
"""


def test_labels_say_who_where_and_how_much_until_when() -> None:
    read = posting_in_text(NURSE)
    assert (read.company, read.location) == ("Maple Grove School District", "Dayton, OH")
    assert (read.salary, read.closes) == ("$31 to $36 an hour, 30 hours a week", date(2026, 11, 20))
    assert read.address == "https://jobs.maplegrove.example/nurse/44"
    stated = replace(read, salary="EUR 40,000", closes=date(2026, 12, 1))
    assert with_labels(stated) == stated


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("Closing date: 2026-12-01", date(2026, 12, 1)),
        ("Deadline: December 1, 2026 at noon", date(2026, 12, 1)),
        ("Deadline: 12/1/2026", None),
        ("Apply by Friday", None),
        ("Applications close on 1 December 2026", date(2026, 12, 1)),
        ("The deadline pressure is high in 2026.", None),
    ],
)
def test_a_last_day_is_read_only_where_it_is_certain(text: str, closes: date | None) -> None:
    assert with_labels(Advertised(text)).closes == closes


def test_pay_without_a_number_is_none() -> None:
    assert with_labels(Advertised("Salary: competitive\n")).salary == ""
