"""The command line: what is due for a prompt, and taking in a spreadsheet."""

from __future__ import annotations

import csv
import tempfile
from functools import partial
from pathlib import Path

from tests.bench.figures import Budget, Figure, Plan, interleaved
from tests.bench.hunts import CACHE, hunt
from tests.bench.programs import AFTERWORD, BARE_IMPORTS, ended, milliseconds_of

_IMPORTED = 10_000
_MORE = 5
"""Times as many runs of what takes less than a tenth of a second: among nine, a busy moment still shows."""


def due(plan: Plan) -> list[Figure]:
    """Return `afterword due` at each size, and with most of the hunt over, each run beside the bare imports."""
    figures = []
    for name, budget, hunts in (
        ("afterword due", Budget(ratio=1.5), {size: hunt(size) for size in plan.sizes}),
        ("afterword due, 100 and this many that are over", None,
         {size: hunt(100, finished=size) for size in plan.sizes}),
    ):  # fmt: skip
        for size, database in hunts.items():
            command = partial(milliseconds_of, AFTERWORD, "--db", str(database), "due")
            count = plan.starts * _MORE if size <= 1_000 else plan.starts
            floor, runs = interleaved(count, partial(milliseconds_of, *BARE_IMPORTS), command)
            figures.append(Figure(name, size, runs, "ms", floor, budget))
    return figures


def due_line(plan: Plan) -> list[Figure]:
    """Return `afterword due --line` at each size, each run beside the bare imports."""
    figures = []
    for size in plan.sizes:
        command = partial(milliseconds_of, AFTERWORD, "--db", str(hunt(size)), "due", "--line")
        floor, runs = interleaved(plan.starts * _MORE, partial(milliseconds_of, *BARE_IMPORTS), command)
        figures.append(Figure("afterword due --line", size, runs, "ms", floor, Budget(ratio=1.2, at=None)))
    return figures


def import_csv(plan: Plan) -> list[Figure]:
    """Return how long the import of a spreadsheet takes, and its memory; "not there yet" where it takes in nothing."""
    if plan.sizes[-1] < _IMPORTED:
        return []
    with tempfile.TemporaryDirectory(dir=_folder()) as folder:
        sheet = Path(folder) / "hunt.csv"
        _write(sheet)
        run = ended(AFTERWORD, "--db", str(Path(folder) / "new.db"), "import", "--json", str(sheet))
    if run.code:
        note = f"not there yet: {run.said.strip().splitlines()[-1] if run.said.strip() else 'it failed'}"
        return [Figure("import of 10,000 csv rows", 0, (), "s", budget=Budget(value=3), note=note)]
    return [
        Figure("import of 10,000 csv rows", 0, [run.seconds], "s", budget=Budget(value=3)),
        Figure("memory of that import", 0, [run.megabytes], "MB", budget=Budget(value=120)),
    ]


def _folder() -> Path:
    CACHE.mkdir(exist_ok=True)
    return CACHE


def _write(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("Company", "Role", "Location", "Status", "Applied", "Contact", "Email", "Notes"))
        for i in range(_IMPORTED):
            rows.writerow(
                (f"Company {i}", "Data Engineer", "Berlin", "Applied", f"2026-{i % 10 + 1:02}-{i % 27 + 1:02}",
                 "Dana Lee", f"dana{i}@mail.example", "late-arriving events hurt the weekly reports")
            )  # fmt: skip
