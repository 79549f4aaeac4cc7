"""Import in the dashboard: a picker, a preview that can be corrected, one undoable verb."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.etiquette.stages import Stage
from app.hunt.snapshot import read_pipeline
from app.hunt.writing_out import render
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.files import FileDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.intake import IntakeDialog
from app.ui.dialogs.pick import PickDialog
from app.ui.dialogs.text_dialog import TextDialog
from tests.cli.test_import import MAIL, invitation
from tests.storage.hunts import NOW, SETTINGS, reader
from tests.ui.driving import Driven, driven, one_interview


async def preview(d: Driven, *files: Path) -> None:
    """Open the import and choose files until the preview stands."""
    await d.press("ctrl+o")
    await d.until(lambda: isinstance(d.dashboard.screen, FileDialog), "no picker")
    for file in files:
        await d.type(str(file))
        await d.press("enter")
    await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")


def stages(path: Path) -> dict[str, Stage]:
    """Return every application's stage."""
    with reader(path) as connection:
        return {row.company: row.stage for row in read_pipeline(connection, SETTINGS.policy, NOW)}


async def test_a_sheet_is_looked_at_corrected_imported_and_undone(tmp_path: Path) -> None:
    path, sheet = tmp_path / "hunt.db", tmp_path / "jobs.csv"
    one_interview(path)
    sheet.write_text("Company,Role,Status\nContoso,Analyst,meh\nFabrikam [x],Chef,meh\n")
    async with driven(path) as d:
        await preview(d, sheet)
        await d.shows("add 2 applications")
        await d.shows("c columns: Company, Role, Status")
        await d.shows("Fabrikam [x], Chef: applied")
        await d.press("s")
        await d.until(lambda: isinstance(d.dashboard.screen, PickDialog), "no list of statuses")
        await d.press("enter")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "no meanings")
        await d.press("2")
        await d.shows("Chef: interviewed")
        await d.press("enter")
        await d.shows("2 interviews have no date yet.")
        await d.press("n")
        await d.until(lambda: len(stages(path)) == 3, "not imported")
        await d.press("u")
        await d.until(lambda: len(stages(path)) == 1, "not undone")


async def test_the_picker_goes_through_folders_and_marks_several(tmp_path: Path) -> None:
    path, folder = tmp_path / "hunt.db", tmp_path / "sheets"
    one_interview(path)
    folder.mkdir()
    (folder / "a.csv").write_text("Company,Role\nContoso,Analyst\n")
    (folder / "b.csv").write_text("Company,Role\nFabrikam,Chef\n")
    async with driven(path) as d:
        await d.press("ctrl+o")
        await d.until(lambda: isinstance(d.dashboard.screen, FileDialog), "no picker")
        await d.type(f"{folder}/")
        await d.shows("b.csv")
        await d.press("ctrl+t", "ctrl+t", "enter")
        await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")
        await d.shows("add 2 applications")
        await d.press("G", "space")
        await d.shows("add 1 application.")
        await d.press("space")
        await d.shows("add 2 applications")
        await d.press("escape")
        assert len(stages(path)) == 1


async def test_interviews_without_a_date_are_asked_about_one_after_another(tmp_path: Path) -> None:
    path, sheet = tmp_path / "hunt.db", tmp_path / "old.csv"
    one_interview(path)
    sheet.write_text(
        "Company,Role,Status,Applied\nInitech,Developer,Interviewed,2026-10-01\n"
        "Globex,Engineer,Rejected,2026-08-01\nHooli,Analyst,Interviewed,2026-10-11\n"
    )
    async with driven(path) as d:
        await preview(d, sheet)
        await d.press("enter")
        await d.shows("1 outcome from the past was closed. 2 interviews have no date yet.")
        await d.press("y")
        await d.shows("Interview 1 of 2")
        await d.shows("last Friday 10 AM; or just Nov ")
        await d.type("Oct 20")
        await d.press("ctrl+s")
        await d.shows("Interview 2 of 2")
        await d.press("escape")
        await d.until(lambda: d.dashboard.screen is d.hunt_screen, "not left")
        dated = [len(d.application(n).interviews) for n in (2, 3, 4)]
    assert sorted(dated) == [0, 0, 1]


async def test_escape_closes_what_is_looked_at_and_keeps_the_preview(tmp_path: Path) -> None:
    path, mail = tmp_path / "hunt.db", tmp_path / "a.eml"
    one_interview(path)
    mail.write_text(MAIL)
    async with driven(path) as d:
        await preview(d, mail)
        await d.shows("Dana Lee replied")
        await d.press("v")
        assert isinstance(d.dashboard.screen, TextDialog)
        await d.press("escape")
        assert isinstance(d.dashboard.screen, IntakeDialog)


async def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path, picture = tmp_path / "hunt.db", tmp_path / "a.png"
    one_interview(path)
    picture.write_bytes(b"\x89PNG....")
    async with driven(path) as d:
        await d.press("ctrl+o")
        await d.until(lambda: isinstance(d.dashboard.screen, FileDialog), "no picker")
        await d.type(str(picture))
        await d.press("enter")
        await d.shows("It's a picture")


async def test_an_invitation_that_belongs_nowhere_asks_and_makes_a_new_application(tmp_path: Path) -> None:
    path, file = tmp_path / "hunt.db", tmp_path / "invite.ics"
    one_interview(path)
    file.write_bytes(invitation(domain="tailspin.example", zone="Mars/Olympus", summary="Interview for Data Engineer"))
    async with driven(path) as d:
        await preview(d, file)
        await d.shows("Nothing is recorded without your OK.")
        await d.press("enter")
        await d.shows("1 needs an answer from you first. Press space on it, or esc to close.")
        await d.press("space")
        await d.until(lambda: isinstance(d.dashboard.screen, PickDialog), "the zone is not asked for")
        await d.shows("↑ ↓ move  enter choose  esc cancel")
        await d.type("new_york")
        await d.press("enter")
        await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")
        await d.press("space")
        await d.until(lambda: isinstance(d.dashboard.screen, PickDialog), "the application is not asked for")
        await d.type("a new")
        await d.press("enter")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        await d.shows("Company *           Tailspin ")
        await d.press("escape")
        await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")
        await d.press("space")
        await d.until(lambda: isinstance(d.dashboard.screen, PickDialog), "the application is not asked for")
        await d.type("Tailspin Toys")
        await d.press("enter")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        await d.shows("Tailspin Toys")
        await d.press("ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")
        await d.shows("add 1 application and record 1 interview")
        await d.press("enter")
        await d.until(lambda: len(stages(path)) == 2, "not imported")
        added = d.application(2)
        assert (added.company, added.role) == ("Tailspin Toys", "Data Engineer")
        assert added.interviews[0].starts.isoformat() == "2026-11-27T19:00:00+00:00"


async def test_mail_is_confirmed_by_one_key_and_left_by_another(tmp_path: Path) -> None:
    path, mail = tmp_path / "hunt.db", tmp_path / "a.eml"
    one_interview(path)
    mail.write_text(MAIL)
    async with driven(path) as d:
        await preview(d, mail)
        await d.shows("Dana Lee replied")
        await d.press("space")
        await d.shows("Nothing new to import.")
        await d.press("space")
        await d.shows("record 1 decision date")
        await d.press("enter")
        await d.until(lambda: len(d.application().replies) == 1, "not recorded")
        assert d.application().replies[0].text == "Thank you for coming in; we decide next week."


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("x" * 300, "cannot be written"),
        ("Dear Dana/\n" * 400, "There is no folder"),
        ("/" + "x/" * 3000, "There is no folder"),
    ],
)
async def test_a_text_that_is_no_path_finds_no_file_and_ends_nothing(tmp_path: Path, text: str, refused: str) -> None:
    one_interview(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("ctrl+o")
        await d.type(text)
        await d.press("enter")
        await d.shows("There is no")
        await d.press("escape", "E", "c", "ctrl+u")
        await d.type(text)
        await d.press("enter")
        assert isinstance(d.dashboard.screen, FormDialog)
        await d.shows(refused)


REJECTION = MAIL.replace(
    "Thank you for coming in; we decide next week.",
    "Unfortunately we have decided to move forward with other candidates.",
)


async def test_a_rejection_by_mail_is_recorded_by_a_key_and_undone(tmp_path: Path) -> None:
    path, mail = tmp_path / "hunt.db", tmp_path / "a.eml"
    one_interview(path)
    mail.write_text(REJECTION)
    async with driven(path) as d:
        await preview(d, mail)
        await d.shows("They've decided: press space to record an outcome (1)")
        await d.shows(
            "Nothing is recorded without your OK. One email looks like a decision. Press space if it's right."
        )
        assert "answered" not in d.screen_text()
        await d.press("space")
        await d.shows("record 1 rejection")
        await d.press("enter")
        await d.until(lambda: d.application().outcome is not None, "not recorded")
        assert d.application().stage is Stage.OUTCOME
        await d.press("u")
        await d.until(lambda: d.application().outcome is None, "not undone")
        assert d.application().replies == ()


async def test_what_an_export_says_otherwise_is_taken_by_a_key_and_undone_with_the_import(tmp_path: Path) -> None:
    path, file = tmp_path / "hunt.db", tmp_path / "hunt.json"
    one_interview(path)
    with reader(path) as connection:
        document = json.loads(render(connection, "json", SETTINGS.policy, NOW))
    document["applications"][0]["outcome"] = {"kind": "rejected", "at": "2026-11-24T08:00:00+00:00"}
    file.write_text(json.dumps(document))
    async with driven(path) as d:
        await preview(d, file)
        await d.shows("1 difference below: press space to take what the file says.")
        await d.shows("□ Outcome (yours: no answer yet; the file: rejected on Nov 24)")
        await d.press("enter")
        await d.shows("Nothing is marked to be taken.")
        assert stages(path)["Northwind"] is Stage.INTERVIEWED
        await d.press("space")
        await d.shows("Press enter to replace 1 detail with the file's.")
        await d.press("enter")
        await d.until(lambda: stages(path)["Northwind"] is Stage.OUTCOME, "not taken")
        await d.press("u")
        await d.until(lambda: stages(path)["Northwind"] is Stage.INTERVIEWED, "not undone")
