"""The report of what was done in a period, read through sqlite3 alone."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from app.etiquette.activities import Reader, Report, report_of
from app.etiquette.policy import Policy
from app.storage import reading


def read_report(
    connection: sqlite3.Connection, period: tuple[date, date], reader: Reader, policy: Policy, now: datetime
) -> Report:
    """Return the report on a period; archived applications are part of it. See `report_of`."""
    with reading.snapshot(connection):
        hunt = reading.whole_hunt(connection, bodies=False)
        name = reading.me(connection).name
    return report_of(hunt, period, reader, policy, now, name)
