"""Before a sheet is imported each row says its day, what could not be read as one, and what it repeats."""

from __future__ import annotations

from pathlib import Path

from app.hunt.gathering import Source
from app.hunt.intake.planning import plan_for
from app.ui.dialogs.intake_rows import preview_rows
from tests.storage.hunts import NOW, SETTINGS

SHEET = b"""Company,Role,Status,Applied on
Kite,Dev,Applied,11/12/2026
Kite,Dev,Applied,11/12/2026
Loom,Ops,No response,11/12/2026
Mast,QA,Applied,05.11.2026
Nave,PM,Applied,32.13.2026
Oar,PO,Applied,2027-03-01
"""


def test_nobody_has_applied_on_a_day_to_come_and_every_row_can_be_checked(tmp_path: Path) -> None:
    plan = plan_for(tmp_path / "hunt.db", [Source("s.csv", SHEET)], SETTINGS.policy, NOW)
    assert {line.line: line.text for line in plan.lines} == {
        2: "Kite, Dev: applied Thu, Nov 12",
        3: "Kite, Dev: the same as line 2",
        4: "Loom, Ops: no response; applied Thu, Nov 12",
        5: "Mast, QA: applied Thu, Nov 5",
        6: "Nave, PM: applied; “32.13.2026” can't be read as the day you applied; it goes into the notes",
        7: "Oar, PO: applied; “2027-03-01” can't be read as the day you applied; it goes into the notes",
    }
    (file,) = plan.files
    assert (file.rows, len(file.taken), file.merged) == (6, 5, 1)
    shown = [row.text for row in preview_rows(plan)]
    assert shown[0] == "s.csv: 5 new, 1 duplicate"
    assert "dates are read day first" in shown, "no cell could be read either way"
