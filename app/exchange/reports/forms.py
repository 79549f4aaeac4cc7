"""The forms of a report: HTML that stands alone and prints well, CSV for a spreadsheet, Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from app.etiquette.activities import Activity, Reader, Report, ReportDay
from app.etiquette.time.dates import say_clock, say_date, say_day, say_full_day
from app.exchange.csv_export import guarded

COLUMNS = ("Date", "Time", "Activity", "Company", "Role", "Details")
TITLE = "Job search activities"
_NOTHING = "No activity"
_NOTHING_COUNTED = "No applications, interviews, letters, or replies"
"""When there are only notes, or an interview that did not take place."""
_MARKUP = re.compile(r"([\\`*_\[\]<>|]|&(?=#?\w+;))")
"""What Markdown, or the HTML that it may hold, would take for its own."""


def html_report(report: Report) -> bytes:
    """Return a page that loads nothing from anywhere, runs nothing, and prints on paper."""
    page = _template().render(
        title=TITLE,
        report=report,
        period=said_period(report.first, report.last),
        made_on=say_full_day(report.made_on),
        totals=said_totals(report),
        columns=COLUMNS[1:],
        said_days=lambda day: said_days(day, _plain_year(report)),
        said_time=said_time,
        is_office=report.reader is Reader.OFFICE,
    )
    return page.encode()


def csv_report(report: Report) -> bytes:
    """Return RFC 4180 text, an activity a row, in which no cell is a formula; days without any have no row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for activity in _activities(report):
        clock = activity.clock.isoformat("minutes") if activity.clock else ""
        cells = [activity.what, activity.company, activity.role, "; ".join(activity.details)]
        writer.writerow([activity.day.isoformat(), clock, *map(guarded, cells)])
    return text.getvalue().encode("utf-8-sig")  # without its mark Excel takes UTF-8 for the local code page


def markdown_report(report: Report) -> bytes:
    """Return Markdown with a table a day."""
    lines = [f"# {TITLE}", ""]
    if report.name:
        lines.append(f"{markdown_text(report.name)}  ")
    lines += [f"{said_period(report.first, report.last)}  ", said_totals(report), ""]
    for day in report.days:
        title = said_days(day, _plain_year(report))
        if not day.activities:
            lines += [f"{title}: {_NOTHING.lower()}", ""]
            continue
        lines += [f"## {title}", "", f"| {' | '.join(COLUMNS[1:])} |", f"|{' --- |' * len(COLUMNS[1:])}"]
        lines += [_row(activity) for activity in day.activities]
        lines.append("")
    return "\n".join(lines).encode()


def said_period(first: date, last: date) -> str:
    """Return a period: `Nov 1, 2026 to Nov 30, 2026`."""
    return f"{say_date(first, 0)} to {say_date(last, 0)}" if first != last else say_date(first, 0)


def said_totals(report: Report) -> str:
    """Return what there was how often."""
    return ", ".join(report.totals) or (_NOTHING_COUNTED if _activities(report) else _NOTHING)


def said_days(day: ReportDay, year: int) -> str:
    """Return a day, or the first and last of several: `Fri, Nov 20`.

    Args:
        year: the one that needs no saying; 1 for none.
    """
    today = date(year, 1, 1)
    return say_day(day.first, today) + ("" if day.first == day.last else f" to {say_day(day.last, today)}")


def _plain_year(report: Report) -> int:
    """Return the year of a whole period, 1 where it has several and every day is written with its own."""
    return report.first.year if report.first.year == report.last.year else 1


def said_time(activity: Activity) -> str:
    """Return the time of day, "" when it is not known."""
    from datetime import datetime

    return say_clock(datetime.combine(activity.day, activity.clock)) if activity.clock else ""


def _activities(report: Report) -> list[Activity]:
    return [activity for day in report.days for activity in day.activities]


def _row(activity: Activity) -> str:
    cells = [said_time(activity), activity.what, activity.company, activity.role, "; ".join(activity.details)]
    return f"| {' | '.join(map(markdown_text, cells))} |"


def markdown_text(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string((Path(__file__).parent / "report.html.j2").read_text("utf-8"))


FORMS: dict[str, Callable[[Report], bytes]] = {"html": html_report, "csv": csv_report, "md": markdown_report}
"""How a report's file ends -> what writes it."""
