"""Before a sheet is imported each row says its day, what could not be read as one, and what it repeats."""

from __future__ import annotations

from pathlib import Path

from app.hunt.gathering import Source
from app.hunt.intake.planning import Asked, plan_for
from app.hunt.intake.row_words import row_key
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


def test_a_row_that_the_user_leaves_out_is_not_imported_and_keeps_its_place(tmp_path: Path) -> None:
    asked = Asked(without=frozenset({row_key("s.csv", 4)}))
    plan = plan_for(tmp_path / "hunt.db", [Source("s.csv", SHEET)], SETTINGS.policy, NOW, asked)
    assert plan.intent == "add 4 applications"
    assert [application.company for application, _ in plan.added] == ["Kite", "Mast", "Nave", "Oar"]
    (file,) = plan.files
    assert (file.rows, len(file.taken), file.merged) == (5, 4, 1)
    rows = preview_rows(plan)
    assert rows[0].text == "s.csv: 4 new, 1 left out, 1 duplicate"
    marks = [(row.mark, row.proposal) for row in rows if row.right]
    assert marks[:3] == [("+", "row 2 s.csv"), ("□", "row 4 s.csv"), ("+", "row 5 s.csv")]
    assert ("=", "") in marks, "what repeats another row is left out with it"
