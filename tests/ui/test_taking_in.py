"""Import in the dashboard: a picker, a preview that can be corrected, one undoable verb."""

from __future__ import annotations

from pathlib import Path

from app.etiquette.stages import Stage
from app.hunt.screen import read_pipeline
from app.storage import reading
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.files import FileDialog
from app.ui.dialogs.intake import IntakeDialog
from app.ui.dialogs.pick import PickDialog
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
    connection = reading.open_reader(path)
    assert connection is not None
    found = {row.company: row.stage for row in read_pipeline(connection, ())}
    connection.close()
    return found


async def test_a_sheet_is_looked_at_corrected_imported_and_undone(tmp_path: Path) -> None:
    path, sheet = tmp_path / "hunt.db", tmp_path / "jobs.csv"
    one_interview(path)
    sheet.write_text("Company,Role,Status\nContoso,Analyst,meh\nFabrikam [x],Chef,meh\n")
    async with driven(path) as d:
        await preview(d, sheet)
        assert "add 2 applications" in d.screen_text()
        assert "Fabrikam [x], Chef: applied" in d.screen_text()
        await d.press("s")
        await d.until(lambda: isinstance(d.dashboard.screen, PickDialog), "no list of statuses")
        await d.press("enter")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "no meanings")
        await d.press("2")
        await d.until(lambda: "Chef: interviewed" in d.screen_text(), "not corrected")
        await d.press("enter")
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
        await d.until(lambda: "b.csv" in d.screen_text(), "the folder is not listed")
        await d.press("ctrl+t", "ctrl+t", "enter")
        await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")
        assert "add 2 applications" in d.screen_text()
        await d.press("escape")
        assert len(stages(path)) == 1


async def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path, picture = tmp_path / "hunt.db", tmp_path / "a.png"
    one_interview(path)
    picture.write_bytes(b"\x89PNG....")
    async with driven(path) as d:
        await d.press("ctrl+o")
        await d.until(lambda: isinstance(d.dashboard.screen, FileDialog), "no picker")
        await d.type(str(picture))
        await d.press("enter")
        await d.until(lambda: "It is a picture" in d.screen_text(), "not said")
