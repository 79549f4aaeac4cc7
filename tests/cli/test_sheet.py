"""`afterword sheet` as a person types it."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from app.etiquette.records import Me
from app.etiquette.sheet.contents import interview_sheet
from app.hunt.interview_sheet import sheet_mail
from app.hunt.verbs import applications, interviews
from app.letters.mail_message import recipient_of
from tests.cli.in_process import afterword
from tests.etiquette.sheet.test_interview_sheet import CONTOSO, EVENTS, NEW_YORK, NOW, SECOND
from tests.storage.hunts import NOW as LATER
from tests.storage.hunts import add, log_interview, open_hunt


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Make a search with an interview and an application without any."""
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    log_interview(hunt, add(hunt))
    starts = LATER.replace(day=27)
    hunt.do(1, lambda a, when: interviews.planned(a, when, starts=starts, names="Dana Lee", kind="video"))
    hunt.do(1, lambda a, when: applications.noted(a, when, "bring the \x1b[31mplan"))
    add(hunt, "Contoso", "Chef")
    return path


def test_it_is_printed_and_written_and_what_is_wrong_is_said(database: Path, tmp_path: Path) -> None:
    def sheet(*arguments: str) -> tuple[int, str, str]:
        done = afterword("--db", str(database), "sheet", *arguments)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    code, printed, _ = sheet("northwind")
    assert code == 0
    assert printed.startswith("Interview sheet: Northwind, Data Engineer: round 2\n====")
    assert "bring the ␛[31mplan" in printed
    assert "Met in round 1 on" in printed
    assert json.loads(sheet("northwind", "--json", "--round", "1")[1])["round"] == 1
    for form in ("html", "md", "TXT"):
        target = tmp_path / f"s.{form}"
        for _ in range(2):
            assert sheet("northwind", "-o", str(target))[0] == 0
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    other = tmp_path / "mine.md"
    other.write_text("# My own page")
    for arguments, code, words in (
        (("contoso",), 1, "No interview at Contoso is planned or on record yet."),
        (("northwind", "--round", "7"), 1, "There is no round 7 at Northwind."),
        (("northwind", "-o", "s.pdf"), 2, "name a file that ends in .html, .md, or .txt"),
        (("northwind", "-o", str(other)), 1, "add --force to replace it"),
        (("northwind", "--mail"), 1, "Your own email address isn't set."),
        (("northwind", "--mail", "--json"), 2, "--mail goes alone"),
    ):
        failed, _, problem = sheet(*arguments)
        assert (failed, words in problem) == (code, True), problem
    assert other.read_text() == "# My own page"


def test_a_mail_with_it_goes_from_the_user_to_the_user_alone() -> None:
    sheet = interview_sheet(CONTOSO, SECOND, EVENTS, NEW_YORK, NOW)
    message = sheet_mail(sheet, Me("Robin Roe", "robin@roe.example"), NOW)
    assert recipient_of(message).addr_spec == "robin@roe.example"
    assert [name for name in ("Cc", "Bcc") if name in message] == []
    assert str(message["Subject"]) == "Interview sheet: Contoso, round 2"
    assert "Data at sea." in message.get_content()
