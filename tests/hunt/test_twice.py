"""What was imported once changes nothing when it is imported again, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.source import Source
from app.exchange.unpacking import unpacked
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.planning import plan_for
from app.storage import reading
from tests.exchange.calendars.writing import calendar, event
from tests.exchange.mails.writing import mail, multipart, part
from tests.exchange.test_formats import SAME
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
