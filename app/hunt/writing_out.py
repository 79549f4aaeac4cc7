"""The hunt written out: csv, ics or json, read through sqlite3 alone."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime

from app.etiquette.policy import Policy
from app.storage import reading

FORMS = ("csv", "ics", "json")


def render(connection: sqlite3.Connection, form: str, policy: Policy, now: datetime) -> bytes:
    """Return the hunt in one of the forms csv, ics, json."""
    applications = reading.all_applications(connection)
    if form == "json":
        from app.exchange.whole_export import whole_document

        hunt = [(application, reading.events(connection, application.id)) for application in applications]
        document = whole_document(reading.me(connection), hunt)
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    if form == "csv":
        from app.exchange.csv_export import csv_document

        return csv_document(applications).encode()
    from app.exchange.ics_export import ics_document

    return ics_document(applications, policy, now)
