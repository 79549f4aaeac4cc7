"""What an old sheet leaves open is asked at the end of its import: the days of interviews that it does not give."""

from __future__ import annotations

from pathlib import Path

from app.storage import reading
from tests.cli.in_process import afterword
from tests.cli.terminals import ready
from tests.storage.hunts import reader

OLD = """Company,Role,Applied,Status
Atlas,Tester,2023-03-12,Rejected
Bramble,Writer,2023-04-12,No response
Corvid,Editor,2026-11-01,Interviewed
Dock,Cook,2026-11-02,Interviewed
"""
LEFT_OPEN = "2 outcomes from the past were closed. 2 interviews have no date yet."


def test_a_script_is_told_what_is_missing_and_asked_nothing(tmp_path: Path) -> None:
    sheet = tmp_path / "old.csv"
    sheet.write_text(OLD)
    done = afterword("import", str(sheet))
    assert done.returncode == 0
    words = done.stdout.decode()
    assert LEFT_OPEN in words
    assert "they're on the due list" in words
    assert b"no date" not in afterword("import", str(sheet)).stdout
    assert b"no date" not in afterword("import", str(sheet), "--json").stdout


def test_an_offer_of_an_old_sheet_is_named_and_can_be_given_its_deadline(tmp_path: Path) -> None:
    sheet = tmp_path / "old.csv"
    sheet.write_text(OLD + "Elm,Nurse,2026-10-02,Offer\n")
    words = " ".join(afterword("import", str(sheet)).stdout.decode().split())
    assert LEFT_OPEN in words
    assert (
        "Elm made you an offer. If it still waits for your answer, use afterword outcome MATCH offer --by DAY" in words
    )
    assert b"Decide on the offer" not in afterword("due", "--all").stdout
    assert afterword("outcome", "elm", "offer", "--by", "nov 30").returncode == 0
    assert b"Elm: Decide on the offer (due Mon, Nov 30)" in afterword("due").stdout
    assert afterword("outcome", "elm", "offer").returncode == 1


def test_on_a_terminal_the_days_are_asked_for_one_after_another(tmp_path: Path) -> None:
    path, sheet = tmp_path / "hunt.db", tmp_path / "old.csv"
    sheet.write_text(OLD)
    with ready("--db", str(path), "import", str(sheet)) as terminal:
        terminal.until(terminal.shows("Add the dates now?"), "nothing is asked")
        assert LEFT_OPEN in " ".join(" ".join(terminal.screen.display).split())
        terminal.send("y\r")
        terminal.until(terminal.shows("Interview 1 of 2: Corvid, Editor"), "the first is not asked about")
        terminal.send("gibberish\r")
        terminal.until(terminal.shows("can't be read as a date"), "what cannot be read is not refused")
        terminal.send("nov 20\r")
        terminal.until(terminal.shows("Interview 2 of 2: Dock, Cook"), "the second is not asked about")
        terminal.send("\r")
        assert terminal.ended() == 0
    with reader(path) as connection:
        days = {
            application.company: [interview.starts.date().isoformat() for interview in application.interviews]
            for application in reading.all_applications(connection)
        }
    assert days == {"Atlas": [], "Bramble": [], "Corvid": ["2026-11-20"], "Dock": []}
