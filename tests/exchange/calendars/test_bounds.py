"""Calendars made to take long or to fill the memory: each ends in its event or in a sentence, within 200 MB."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean
from app.exchange.calendars import read_calendar
from tests.exchange.calendars.writing import BERLIN, calendar, event

M = 10 * 1024 * 1024 - 2000
EVENT = b"BEGIN:VEVENT\nUID:%d\nDTSTART;TZID=Z:%d0601T100000\nEND:VEVENT\n"
RULE = (
    b"BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
    b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:STANDARD\n"
)
ZONE = b"BEGIN:VTIMEZONE\nTZID:%s\n%sEND:VTIMEZONE\n"


def wrapped(inner: bytes) -> bytes:
    """Return a calendar that holds this."""
    return b"BEGIN:VCALENDAR\n" + inner + b"END:VCALENDAR\n"


def within(lines: bytes) -> bytes:
    """Return a calendar of one event that has these lines."""
    return wrapped(b"BEGIN:VEVENT\nUID:1\nDTSTART:20261127T100000Z\n" + lines + b"END:VEVENT\n")


READ = {
    "folds": lambda: within(b"DESCRIPTION:a\n" + b" bbbb\n" * 100_000),
    "one property": lambda: within(b"DESCRIPTION:" + b"a" * M + b"\n"),
    "angle brackets": lambda: within(b"SUMMARY:" + b"<" * M + b"\n"),
    "styles": lambda: within(b"DESCRIPTION:<p>" + b"<style>" * (M // 7) + b"\n"),
    "comments": lambda: within(b"DESCRIPTION:<p>" + b"<!--" * (M // 4) + b"\n"),
    "parameters": lambda: within(b"ATTENDEE" + b";A=b" * (M // 4) + b":mailto:a@b.example\n"),
    "quotes": lambda: within(b"ATTENDEE;CN=" + b'"' * M + b":mailto:a@b.example\n"),
    "backslashes": lambda: within(b"DESCRIPTION:" + b"\\" * M + b"\n"),
    "links": lambda: within(b"DESCRIPTION:" + b"https://zoom.us/ " * (M // 17) + b"\n"),
    "attendees": lambda: within(b"ATTENDEE;CN=a:mailto:a@b.example\n" * 110_000),
    "endless rule": lambda: within(b"RRULE:FREQ=SECONDLY;COUNT=999999999\n"),
    "length": lambda: within(b"DURATION:P" + b"9" * 10_000 + b"D\n"),
    "heaps of marks": lambda: within(b"SUMMARY:" + "\u0301\u0316".encode() * 400_000 + b"\n"),
    "alarms": lambda: within(b"BEGIN:VALARM\n" * 110_000),
    "onsets": lambda: wrapped(
        ZONE % (b"Z", RULE.replace(b"RRULE", b"RDATE:" + b"19800101T000000," * 9_000 + b"\nRRULE")) + EVENT % (1, 2026)
    ),
}
READ["two thousand onsets"] = lambda: wrapped(
    ZONE % (b"Z", RULE.replace(b"RRULE", b"X-RULE") * 2_000) + EVENT % (1, 2026)
)
REFUSED = {
    "calendars": lambda: b"BEGIN:VCALENDAR\n" * 110_000,
    "depth": lambda: wrapped(b"BEGIN:X-A\n" * 110_000),
    "events": lambda: wrapped(b"BEGIN:VEVENT\n" * 110_000),
    "one event too many": lambda: wrapped(b"".join(EVENT % (n, 2026) for n in range(501))),
    "zones": lambda: wrapped(b"".join(ZONE % (b"Z%d" % n, RULE) for n in range(1000)) + EVENT % (1, 2026)),
    "rules": lambda: wrapped(
        ZONE % (b"Z", RULE * 4_000) + b"".join(EVENT % (n, 2000 + 9 * n) for n in range(480))
    ),
    "onsets one by one": lambda: wrapped(
        ZONE % (b"Z", RULE.replace(b"RRULE", b"X-RULE") * 2_001) + EVENT % (1, 2026)
    ),
    "lists of onsets": lambda: wrapped(
        ZONE % (b"Z", RULE.replace(b"RRULE", b"RDATE:" + b"19800101T000000," * 4_000 + b"\nRRULE") * 100)
    ),
    "line ends": lambda: b"BEGIN:VCALENDAR" + b"\r" * M,
    "short lines": lambda: within(b"A\n" * (M // 2)),
    "more than 10 MB": lambda: within(b"DESCRIPTION:" + b"a" * (M + 4000) + b"\n"),
}  # fmt: skip


HUNGRY = ("folds", "one property", "parameters", "backslashes", "attendees", "heaps of marks", "onsets")


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read(name: str) -> None:
    (invitation,) = read_calendar("a.ics", READ[name](), BERLIN).interviews
    assert invitation.starts is not None
    assert len(invitation.description) <= 10_000
    assert len(invitation.attendees) <= 200


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_too_much_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(ImportFileError, match="The calendar"):
        read_calendar("a.ics", REFUSED[name](), BERLIN)


def test_five_hundred_events_are_read() -> None:
    data = calendar(*(event("DTSTART:20261127T130000Z", uid=str(n)) for n in range(500)))
    assert len(read_calendar("a.ics", data, BERLIN).interviews) == 500


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_all_of_it_takes_less_than_200_megabytes() -> None:
    program = (
        "import re, pathlib\n"
        "from app.etiquette.errors import ImportFileError\n"
        "from tests.exchange.calendars.test_bounds import BERLIN, HUNGRY, READ, REFUSED, read_calendar\n"
        "for make in [READ[name] for name in HUNGRY] + [REFUSED['line ends'], REFUSED['short lines']]:\n"
        "    try:\n"
        "        read_calendar('a.ics', make(), BERLIN)\n"
        "    except ImportFileError:\n"
        "        pass\n"
        "print(int(re.search(r'VmHWM:\\s*(\\d+)', pathlib.Path('/proc/self/status').read_text())[1]) // 1024)\n"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 200


def test_marks_heaped_on_one_letter_are_cut_and_no_others() -> None:
    assert clean("e" + "\u0301" * 2_000) == "é" + "\u0301" * 29
    few = "ế" * 600 + "x\u0323\u0307" * 300
    assert clean(few) == clean(few[:600]) + clean(few[600:])
    assert clean("ế" * 2_000) == "ế" * 2_000
