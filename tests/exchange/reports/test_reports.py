"""A report: what is in it for whom, day by day in the user's zone, and that no form of it runs anything or leaks."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from app.etiquette.activities import Reader, Report, ReportDay, report_of
from app.etiquette.errors import ImportFileError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event
from app.etiquette.steps.sent_letters import letters_by_entry
from app.etiquette.steps.timeline import past_entries
from app.exchange.formats import format_of
from app.exchange.own_exports import begins_as_ours
from app.exchange.reports.forms import FORMS, csv_report, html_report, markdown_report
from app.exchange.source import Source
from tests.etiquette.telling import DANA, interview, moment, policy_in, read_application

POLICY = policy_in()
NOW = moment("2026-11-24 10:00")
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
HOSTILE = '=HYPERLINK("http://evil.example")'


def a_hunt(**fields: Any) -> list[tuple[Application, Sequence[Event]]]:
    """Return one application with everything in it that a report could show."""
    facts: dict[str, Any] = {
        "applied_on": "2026-11-03",
        "source": "job board",
        "salary": "70,000",
        "location": "Berlin",
        "url": "https://northwind.example/jobs/1",
        "people": [DANA],
        "interviews": [
            interview("2026-11-10 14:00", "15:00", kind="video", location="https://meet.example/x", noted="late events hurt")
        ],
        "letters": [
            {
                "kind": "thank_you", "to": "dana", "status": "sent", "sent": "2026-11-11T09:00:00+01:00",
                "subject": "Thank you, Dana", "body": "Dear Dana, hello.",
            }
        ],
        "replies": [{"at": "2026-11-13T09:00:00+01:00", "text": "We will decide soon"}],
        "outcome": {"kind": "rejected", "at": "2026-11-20T08:00:00+01:00"},
        "notes": "they pay badly",
    }  # fmt: skip
    return [read_application(NOW, POLICY, **facts | fields)]


def report(reader: Reader, *, period: tuple[date, date] = NOVEMBER, policy: Policy = POLICY, **fields: Any) -> Report:
    """Return the report on November for a reader."""
    return report_of(a_hunt(**fields), period, reader, policy, NOW, "Robin Vale")


def lines(made: Report) -> list[tuple[str, str]]:
    """Return what it lists: day, what."""
    return [(f"{activity.day:%b %d}", activity.what) for day in made.days for activity in day.activities]


def test_an_office_sees_what_was_done_where_and_through_whom() -> None:
    made = report(Reader.OFFICE)
    assert lines(made) == [
        ("Nov 03", "Applied"),
        ("Nov 10", "Interview, round 1, video"),
        ("Nov 11", "Letter sent: Thank-you to Dana Lee"),
        ("Nov 13", "Reply received"),
        ("Nov 20", "Rejection received"),
    ]
    assert made.totals == ("1 application", "1 interview", "1 letter", "1 reply", "1 outcome")
    details = [activity.details for day in made.days for activity in day.activities]
    assert details == [
        ("through job board", "Berlin", "https://northwind.example/jobs/1"), ("with Dana Lee",), (), (), (),
    ]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_coach_sees_no_notes_no_pay_and_no_letters(form: str) -> None:
    text = FORMS[form](report(Reader.COACH)).decode()
    for hidden in ("70,000", "late events", "badly", "Dear Dana", "Thank", "We will decide", "meet.example", "Dana"):
        assert hidden not in text
    assert "Rejection received" in text
    office = FORMS[form](report(Reader.OFFICE)).decode()
    for hidden in ("70,000", "late events", "badly", "Dear Dana", "We will decide", "meet.example"):
        assert hidden not in office


def test_the_user_sees_their_own_words() -> None:
    text = csv_report(report(Reader.MYSELF)).decode()
    for shown in ("pay: 70,000", "Thank you, Dana", "We will decide soon", "https://meet.example/x"):
        assert shown in text


def test_what_one_mail_said_is_one_activity_and_the_lines_of_a_note_stay_apart() -> None:
    long = "Thank you for applying. Unfortunately we have decided to move forward with other candidates who are closer to us."
    mail = {"at": "2026-11-20T08:00:00+01:00", "text": f"Dear Robin,\n{long} Kind regards, Jana Petersen, Maple Grove"}
    other = {"at": "2026-11-13T09:00:00+01:00", "text": f"Dear Robin,\n{long} We will write again."}
    note = "Dana: late events hurt\nOmar: the team doubled"
    ((application, events),) = a_hunt(replies=[other, mail])
    events = [*events, Event(moment("2026-11-10 15:00"), "stood_out", note)]
    made = report_of([(application, events)], NOVEMBER, Reader.MYSELF, POLICY, NOW, "")
    assert [what for _, what in lines(made)].count("Reply received") == 1
    assert "1 reply" in made.totals
    details = {activity.what: activity.details for day in made.days for activity in day.activities}
    assert details["Note on an interview"] == ("Dana: late events hurt", "Omar: the team doubled")
    assert details["Reply received"] == (f"{long} We…",)


def test_letters_of_one_moment_are_told_apart() -> None:
    when = "2026-11-11T09:00:00+01:00"
    went: list[dict[str, Any]] = [
        {"kind": kind, "to": to, "status": "sent", "sent": when, "subject": subject, "body": "Hello."}
        for kind, to, subject in (
            ("thank_you", "ana", "For Ana"), ("thank_you", "dana", "For Dana"), ("follow_up", "dana", "News, Dana"),
        )
    ]  # fmt: skip
    made = report(Reader.MYSELF, letters=went, people=[{"ref": "ana", "given": "Ana"}, DANA])
    activities = {
        activity.what: activity.details for day in made.days for activity in day.activities if "Letter" in activity.what
    }
    assert activities == {
        "Letter sent: Thank-you to Ana": ("For Ana",),
        "Letter sent: Thank-you to Dana Lee": ("For Dana",),
        "Letter sent: Follow-up to Dana Lee": ("News, Dana",),
    }
    application, events = a_hunt(letters=went, people=[{"ref": "ana", "given": "Ana"}, DANA])[0]
    ana = replace(application, people=tuple(replace(person, given="Anna") for person in application.people))
    entries = past_entries(ana, events, POLICY)
    subjects = {entries[place].text: letter.subject for place, letter in letters_by_entry(ana, entries).items()}
    assert subjects["Thank-you to Ana"] == "For Ana", "renamed since"


def test_an_offer_that_a_letter_accepted_is_an_activity_once() -> None:
    outcome = {"kind": "offer", "at": "2026-11-16T08:00:00+01:00", "decision": "accepted"}
    decided = outcome | {"decided": "2026-11-18T10:00:00+01:00"}
    for reader in (Reader.OFFICE, Reader.COACH):
        assert ("Nov 18", "Offer accepted") in lines(report(reader, outcome=decided))
    application, events = a_hunt(outcome=decided)[0]
    noted = Event(moment("2026-11-18 10:00"), "offer_decided", "Offer accepted")
    made = report_of([(application, [*events, noted])], NOVEMBER, Reader.OFFICE, POLICY, NOW)
    assert lines(made).count(("Nov 18", "Offer accepted")) == 1


def test_an_application_without_its_day_is_counted_where_something_was_done() -> None:
    assert report(Reader.OFFICE, applied_on=None).totals[0] == "1 application without a date"
    both = report_of([*a_hunt(), *a_hunt(applied_on=None)], NOVEMBER, Reader.OFFICE, POLICY, NOW)
    assert both.totals[:3] == ("1 application", "1 more without a date", "2 interviews")
    assert report(Reader.OFFICE, applied_on=None, period=(date(2026, 9, 1), date(2026, 9, 30))).totals == ()


def test_days_without_activity_are_said_together_and_none_after_today() -> None:
    days = [(day.first.day, day.last.day, len(day.activities)) for day in report(Reader.COACH).days]
    assert days == [
        (1, 2, 0), (3, 3, 1), (4, 9, 0), (10, 10, 1), (11, 12, 0), (13, 13, 1), (14, 19, 0), (20, 20, 1), (21, 24, 0),
    ]  # fmt: skip
    one_day = report(Reader.COACH, period=(date(2026, 11, 10), date(2026, 11, 10)))
    assert [(day.first, len(day.activities)) for day in one_day.days] == [(date(2026, 11, 10), 1)]


def test_an_empty_period_says_so_in_every_form() -> None:
    empty = report(Reader.OFFICE, period=(date(2026, 9, 1), date(2026, 9, 30)))
    assert (empty.totals, empty.days) == ((), (ReportDay(date(2026, 9, 1), date(2026, 9, 30)),))
    assert "Tue, Sep 1 to Wed, Sep 30: no activity" in html_report(empty).decode()
    assert "No activity\n\nTue, Sep 1 to Wed, Sep 30: no activity" in markdown_report(empty).decode()
    assert csv_report(empty).decode("utf-8-sig") == "Date,Time,Activity,Company,Role,Details\r\n"
    to_come = report(Reader.OFFICE, period=(date(2027, 1, 1), date(2027, 1, 31)))
    assert (to_come.totals, to_come.days) == ((), ())


def test_a_period_with_notes_alone_is_not_said_to_be_without_activity() -> None:
    made = replace(report(Reader.MYSELF), totals=())
    assert "No applications, interviews, letters, or replies" in markdown_report(made).decode()


def test_a_day_is_one_of_the_user_s_zone() -> None:
    late = [interview("2026-11-10 23:30", None)]
    assert ("Nov 10", "Interview, round 1") in lines(report(Reader.OFFICE, interviews=late))
    in_tokyo = report(Reader.OFFICE, interviews=late, policy=policy_in("Asia/Tokyo"))
    assert ("Nov 11", "Interview, round 1") in lines(in_tokyo)


def test_what_was_only_saved_or_is_of_no_known_day_is_no_activity() -> None:
    fields: dict[str, Any] = {"interviews": [], "letters": [], "replies": []}
    assert lines(report(Reader.OFFICE, applied_on=None, outcome=None, **fields)) == []
    assert lines(report(Reader.OFFICE, outcome={"kind": "rejected"}, **fields)) == [("Nov 03", "Applied")]


class _Tags(HTMLParser):
    """Collects the tags of a page and what their attributes lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [
            value or "" for name, value in attrs if name in ("src", "href", "style") and "url(" in (value or "x(")
        ]


def test_what_a_company_is_called_runs_nowhere() -> None:
    made = report_of(
        [read_application(NOW, POLICY, applied_on="2026-11-03", source="<script>x</script>", location="a|b`c`")],
        NOVEMBER, Reader.OFFICE, POLICY, NOW, "<b>Robin</b>",
    )  # fmt: skip
    page = html_report(made).decode()
    parser = _Tags()
    parser.feed(page)
    assert parser.links == []
    assert parser.tags.isdisjoint({"script", "b", "img", "link", "a", "iframe"})
    assert "through &lt;script&gt;x&lt;/script&gt;" in page
    assert r"through \<script\>x\</script\>; a\|b\`c\`" in markdown_report(made).decode()
    application, events = a_hunt()[0]
    hostile = replace(application, company=HOSTILE, role="@SUM(1)")
    rows = list(csv.reader(io.StringIO(csv_report(
        report_of([(hostile, events)], NOVEMBER, Reader.OFFICE, POLICY, NOW)
    ).decode("utf-8-sig"))))  # fmt: skip
    assert {(row[3], row[4]) for row in rows[1:]} == {(f"'{HOSTILE}", "'@SUM(1)")}


@pytest.mark.parametrize("form", FORMS)
def test_a_report_is_known_again_and_may_be_replaced(form: str) -> None:
    data = FORMS[form](report(Reader.OFFICE))
    assert begins_as_ours(data[:4096], f"report.{form}")
    assert not begins_as_ours(b"Dear Dana", f"report.{form}")
    with pytest.raises(ImportFileError, match="a report that Afterword wrote"):
        format_of(Source("whatever", data))
    for other in set(FORMS) - {form}:
        assert not begins_as_ours(data[:4096], f"report.{other}")


def test_years_are_said_where_they_differ() -> None:
    made = report(Reader.COACH, period=(date(2025, 12, 30), date(2026, 11, 3)))
    text = markdown_report(made).decode()
    assert "Dec 30, 2025 to Nov 3, 2026" in text
    assert "Tue, Dec 30, 2025 to Mon, Nov 2, 2026: no activity" in text
