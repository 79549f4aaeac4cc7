"""The trials' figures as a table in the README.md beside this, between its markers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.torture.trial import Figures, Trial

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- torture: written by `make torture`, its rows held by a test -->", "<!-- end of torture -->"
HEADER = "| trial | what is done | how often | lost | besides |\n|---|---|--:|--:|---|\n"


def row(trial: Trial, figures: Figures) -> str:
    """Return a trial's line of the table."""
    if figures.skipped:
        return _start(trial) + f" not tried | | {figures.skipped} |"
    besides = ", ".join(f"{count:,} {what}" for what, count in figures.besides.items())
    return _start(trial) + f" {figures.tried:,} | {len(figures.lost)} | {besides} |"


def rows_of(readme: str) -> list[str]:
    """Return the table's lines as they stand in a README, the header left out."""
    table = readme.partition(BEGIN)[2].partition(END)[0].strip()
    return [line for line in table.splitlines() if line.startswith("| `")]


def is_row_of(line: str, trial: Trial) -> bool:
    """Return whether a line of the table is this trial's, whatever its figures."""
    return line.startswith(_start(trial))


def write(trials: Iterable[Trial], tried: Mapping[str, Figures], path: Path = README) -> None:
    """Write the table; trials that were not run now keep the line that they have."""
    readme = path.read_text("utf-8")
    lines = []
    for trial in trials:
        earlier = [line for line in rows_of(readme) if is_row_of(line, trial)]
        if trial.name in tried:
            lines.append(row(trial, tried[trial.name]))
        else:
            lines += earlier[:1] or [row(trial, Figures(0, skipped="not run yet"))]
    before, _, rest = readme.partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(f"{before}{BEGIN}\n{HEADER}" + "\n".join(lines) + f"\n{END}{after}", "utf-8")


def _start(trial: Trial) -> str:
    return f"| `{trial.name}` | {trial.what} |"
