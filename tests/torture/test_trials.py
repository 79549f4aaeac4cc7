"""Every trial keeps its promise in small; README.md tells what the long versions gave."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture import table
from tests.torture.registry import TRIALS
from tests.torture.trial import Figures, Trial


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_the_promise_is_kept(trial: Trial, tmp_path: Path) -> None:
    folder = tmp_path / "trial"
    folder.mkdir()
    figures = trial.run(folder, trial.short, 1)
    if figures.skipped:
        pytest.skip(figures.skipped)
    assert figures.tried >= min(trial.short, 1)
    assert figures.lost == ()


def test_the_table_has_a_row_for_every_trial() -> None:
    rows = table.rows_of(table.README.read_text("utf-8"))
    assert len(rows) == len(TRIALS)
    for row, trial in zip(rows, TRIALS, strict=True):
        assert table.is_row_of(row, trial), f"`make torture` has not been run since {trial.name} changed"


def test_the_table_takes_new_figures_and_keeps_the_rest(tmp_path: Path) -> None:
    def nothing(folder: Path, times: int, seed: int) -> Figures:
        return Figures(times)

    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{table.BEGIN}\n{table.END}\nafter\n")
    one, two = (Trial(name, "what", nothing, 1, 2) for name in ("one", "two"))
    table.write([one, two], {"one": Figures(1000, ("lost",), {"kills": 2})}, readme)
    table.write([one, two], {"two": Figures(5)}, readme)
    assert table.rows_of(readme.read_text()) == [
        "| `one` | what | 1,000 | 1 | 2 kills |",
        "| `two` | what | 5 | 0 |  |",
    ]
    assert readme.read_text().startswith("before\n")
    assert readme.read_text().endswith("\nafter\n")
