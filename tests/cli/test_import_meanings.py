"""`afterword import` of mail: each message with its meaning; --yes records answers and dates, never an outcome."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.in_process import afterword
from tests.cli.test_import import hunt

SHARED = Path(os.environ.get("AFTERWORD_SHARED", str(Path(__file__).parents[3] / "shared"))) / "fixtures" / "found"
given = pytest.mark.skipif(not SHARED.is_dir(), reason=f"there are no small inputs at {SHARED}")
SHEET = b"Company,Role,Date Applied,Status\nCoho,Backend Developer,2026-11-02,Interviewing\n"


def mail(text: str, sender: str = "Coho Hiring Team <no-reply@ashbyhq.com>", number: int = 1) -> bytes:
    """Return a mail of theirs, written on Friday, November 20."""
    return (
        f"From: {sender}\nTo: Sam Seeker <sam@example.org>\nSubject: Backend Developer\n"
        f"Date: Fri, 20 Nov 2026 09:30:00 +0000\nMessage-ID: <m{number}@coho.example>\n\n{text}\n"
    ).encode()


def message_of(data: bytes | Path, *options: str) -> dict[str, Any]:
    """Return what is said of a mail's only message."""
    if isinstance(data, Path):
        done = afterword("import", str(data), "--json", *options)
    else:
        done = afterword("import", "-", "--json", *options, stdin=data)
    (message,) = json.loads(done.stdout)["files"][0]["messages"]
    assert isinstance(message, dict)
    return message


def companies() -> dict[str, dict[str, Any]]:
    """Return the applications by company and role."""
    return {f"{application['company']}, {application['role']}": application for application in hunt()}


def test_yes_never_records_an_outcome_and_says_how_it_is_recorded() -> None:
    assert afterword("import", "-", stdin=SHEET).returncode == 0
    done = afterword("import", "-", "--yes", stdin=mail("We decided to move forward with other candidates."))
    assert done.returncode == 1
    assert b"Coho, Backend Developer: Rejected" in done.stderr
    assert b"an outcome needs your OK" in done.stderr
    (application,) = hunt()
    assert (application.get("outcome"), application.get("replies", [])) == (None, [])


def test_yes_records_answers_and_the_day_of_their_decision() -> None:
    assert afterword("import", "-", stdin=SHEET).returncode == 0
    done = afterword("import", "-", "--yes", stdin=mail("We will let you know our decision by Friday, December 4."))
    assert done.returncode == 0, done.stderr
    (application,) = hunt()
    assert application["reply_by"]["date"] == "2026-12-04"
    assert len(application["replies"]) == 1


def test_each_message_carries_its_meaning_as_data() -> None:
    assert afterword("import", "-", stdin=SHEET).returncode == 0
    message = message_of(mail("Thanks! We are delighted to offer you the role. Sign by December 4."), "--dry-run")
    assert (message["meaning"], message["sure"], message["day"]) == ("offer", True, "2026-12-04")
    assert message["says"] == "We are delighted to offer you the role."
    assert message["date"] == "2026-11-20T09:30:00+00:00"
    assert message["application"]["company"] == "Coho"
    stranger = message_of(mail("Our answer is no.", "Hr <hr@tailspin.example>"), "--dry-run")
    assert (stranger["meaning"], stranger["application"]) == ("rejection", None)


def test_hostile_text_in_a_mail_stays_text() -> None:
    assert afterword("import", "-", stdin=SHEET).returncode == 0
    message = message_of(
        mail("The position has been filled \x1b[31m[@click=app.quit]here[/].\n$(rm -rf /)"), "--dry-run"
    )
    assert message["meaning"] == "rejection"
    assert "\x1b" not in message["says"]


@given
@pytest.mark.parametrize(
    ("name", "meaning", "day", "company"),
    [
        ("ack_lever", "receipt", None, "Northwind"),
        ("rej_ashby", "rejection", None, "Adventure Works"),
        ("absage_de", "rejection", None, "Adatum GmbH"),
        ("linkedin_update", "rejection", None, "Tailspin"),
        ("offer_own", "offer", "2026-12-04", "Contoso"),
        ("12a_wrote_without_colon", "answer", None, "Northwind"),
    ],
)
def test_what_was_met_in_real_mail_is_read_right(name: str, meaning: str, day: str | None, company: str) -> None:
    assert afterword("import", str(SHARED / "mail" / "hunt.csv")).returncode == 0
    message = message_of(SHARED / "mail" / f"{name}.eml", "--yes")
    assert (message["meaning"], message["sure"], message["day"]) == (meaning, True, day)
    assert message["application"]["company"] == company
    applications = companies().values()
    assert all(application.get("outcome") is None for application in applications)
    assert sum(len(application.get("replies", [])) for application in applications) == (meaning == "answer")


@given
def test_invitations_of_two_companies_stay_apart_and_the_user_is_nobodys_interviewer() -> None:
    assert afterword("import", str(SHARED / "attach" / "hunt.csv")).returncode == 0
    for name in ("1_google.ics", "5_calendly.ics", "own.eml"):
        afterword("import", "--yes", str(SHARED / "attach" / name))
    held = {application["company"]: application for application in hunt() if application.get("interviews")}
    assert {company: len(application["interviews"]) for company, application in held.items()} == {
        "Northwind": 1,
        "Fabrikam": 1,
    }
    people = [person["email"] for application in hunt() for person in application.get("people", [])]
    assert sorted(people) == ["dana@northwind.example", "wu@fabrikam.example"]
    assert not any(application.get("replies") for application in hunt())
    assert message_of(SHARED / "attach" / "own.eml")["meaning"] == "other"


def test_yes_takes_nothing_over_what_is_here_from_an_export_and_lists_it_as_proposals() -> None:
    assert afterword("import", "-", stdin=SHEET).returncode == 0
    document = json.loads(afterword("export", "json").stdout)
    outcome = {"kind": "rejected", "at": "2026-11-20T09:30:00+00:00"}
    document["applications"][0] |= {"outcome": outcome, "role": "Backend developer"}
    data = json.dumps(document).encode()
    done = afterword("import", "-", "--yes", stdin=data)
    assert done.returncode == 0
    assert b"Outcome (yours: no answer yet; the file: rejected on Nov 20). Kept yours." in done.stderr
    assert "Role (yours: “Backend Developer”; the file: “Backend developer”). Kept yours." in done.stderr.decode()
    listed = json.loads(afterword("import", "-", "--json", "--yes", stdin=data).stdout)["proposals"]
    assert [(each["what"], each["taken"], each["wants_key"]) for each in listed] == [("difference", False, True)] * 2
    (application,) = hunt()
    assert (application.get("outcome"), application["role"]) == (None, "Backend Developer")
