"""What was imported once changes nothing when it is imported again, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.exchange.source import Source
from app.exchange.unpacking import unpacked
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.planning import plan_for
from app.hunt.writing_out import render
from app.storage import reading
from tests.exchange.calendars.writing import calendar, event
from tests.exchange.mails.writing import mail, multipart, part
from tests.exchange.sheets.test_made_by_hand import UNDER_HEADINGS, WRITTEN_ONCE
from tests.exchange.sheets.test_stage_results import RESULTS
from tests.exchange.test_formats import BOARD, ROWS, SAME
from tests.storage.hunts import NOW, SETTINGS, open_hunt, reader

ACME = "Acme - Data Engineer"
INVITATION = calendar(
    "METHOD:REQUEST",
    event(
        "DTSTART:20261202T140000Z",
        "SUMMARY:Interview with Acme\\, Data Engineer",
        "ORGANIZER;CN=Dana Lee:mailto:dana@acme.example",
        uid="twice@acme.example",
    ),
)
DANA = "Dana Lee <dana@acme.example>"
ANSWER = mail("We are still talking to two others.", From=DANA, Subject="Data Engineer at Acme")
UNSURE = mail("Unfortunately things have changed a little.", From=DANA, Subject="Acme", Message_ID="<two@acme.example>")
NO_ID = mail("Thank you for your note.", From=DANA, Subject="Data Engineer at Acme", Message_ID=None)
FORMATS: dict[str, tuple[str, bytes]] = {
    **{shape: (f"jobs of {shape}", data) for shape, (_, data) in SAME.items()},
    "calendar": ("interview.ics", INVITATION),
    "mail": ("answer.eml", ANSWER),
    "unsure mail": ("unsure.eml", UNSURE),
    "mail without an id": ("no-id.eml", NO_ID),
    "mail with an invitation": (
        "invited.eml",
        multipart("mixed", part("See you then."), part(INVITATION, "text/calendar; method=REQUEST"), From=DANA),
    ),
    "board": ("board.json", json.dumps(BOARD).encode()),
    "list of lists": (
        "values.json",
        json.dumps([list(map(str, row)) for row in ROWS]).replace("Acme", "Zeta").encode(),
    ),
    "one company over several roles": ("merged.csv", WRITTEN_ONCE["en"].encode()),
    "under headings": ("headings.csv", UNDER_HEADINGS["de"].encode()),
    "results by stage": ("stages.csv", RESULTS["ja"].encode()),
    "list": ("list.md", b"## Applied\n- Atlas - Tester\n- Bramble - Clerk\n## Rejected\n- Cedar - Cook\n"),
    "mailbox": ("all.mbox", b"".join(b"From dana\n" + each + b"\n\n" for each in (ANSWER, UNSURE))),
}


def _import(path: Path, name: str, data: bytes) -> str:
    """Import one file and return what the plan would change."""
    plan = plan_for(path, unpacked(Source(name, data)), SETTINGS.policy, NOW)
    assert plan.refused == []
    if plan.is_empty:
        return ""
    carry_out(plan, open_hunt(path))
    return plan.summary


@pytest.mark.parametrize("shape", FORMATS)
def test_importing_twice_changes_nothing(tmp_path: Path, shape: str) -> None:
    path = tmp_path / "hunt.db"
    if shape not in SAME:
        _import(path, *FORMATS["csv"])
    name, data = FORMATS[shape]
    assert _import(path, name, data) != ""
    with reader(path) as connection:
        once = reading.all_applications(connection)
    assert _import(path, name, data) == ""
    assert _import(path, f"copy of {name}", data) == ""
    with reader(path) as connection:
        assert reading.all_applications(connection) == once


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_was_exported_changes_nothing_where_it_comes_from_nor_twice_elsewhere(tmp_path: Path, form: str) -> None:
    path, other = tmp_path / "hunt.db", tmp_path / "other.db"
    for shape in ("csv", "board", "results by stage", "calendar", "mail"):
        _import(path, *FORMATS[shape])
    with reader(path) as connection:
        exported = render(connection, form, SETTINGS.policy, NOW)
    assert _import(path, f"afterword.{form}", exported) == ""
    assert _import(other, f"afterword.{form}", exported) != ""
    assert _import(other, f"afterword.{form}", exported) == ""


def test_what_is_only_saved_is_not_announced_as_applied_for(tmp_path: Path) -> None:
    sheet = b"Company,Role,Status\nAtlas,Tester,Wishlist\nBramble,Clerk,Applied\n"
    plan = plan_for(tmp_path / "hunt.db", [Source("jobs.csv", sheet)], SETTINGS.policy, NOW)
    assert [line.text for line in plan.lines] == ["Atlas, Tester: saved", "Bramble, Clerk: applied"]
