"""The figures as a table, for a terminal and for the README.md beside this: one row a figure, one column a size."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from tests.bench.figures import Figure, Plan

README = Path(__file__).with_name("README.md")
BEGINS, ENDS = "<!-- bench: written by `make bench` -->", "<!-- bench: end -->"
_VERDICTS = {True: "yes", False: "**no**", None: ""}


def printed(figures: Sequence[Figure]) -> str:
    """Return a line for each figure."""
    return "\n".join(
        f"{figure.name:52} {figure.size or '':>7} {_said(figure):>22}  {_budget([figure]):>14}"
        f" {_verdict([figure]).strip('*'):4} {figure.note}"
        for figure in figures
    )


def write_table(figures: Sequence[Figure], plan: Plan, path: Path = README) -> None:
    """Put the table between the marks of a file."""
    text = path.read_text("utf-8")
    before, begins, rest = text.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    assert begins, f"{path} has no line {BEGINS}"
    assert ends, f"{path} has no line {ENDS}"
    path.write_text(f"{before}{BEGINS}\n\n{as_markdown(figures, plan)}\n\n{ENDS}{after}", "utf-8")


def as_markdown(figures: Sequence[Figure], plan: Plan) -> str:
    """Return the table in Markdown: the median, and how often its floor's time it is."""
    rows: dict[str, list[Figure]] = {}
    for figure in figures:
        rows.setdefault(figure.name, []).append(figure)
    head = ["applications", *(f"{size:,}" for size in plan.sizes), "budget", "kept"]
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for name, of_name in rows.items():
        by_size = {figure.size: figure for figure in of_name}
        first = by_size.get(0)
        cells = [_said(first)] if first else []
        cells += [_said(by_size[size]) if size in by_size else "" for size in plan.sizes[len(cells) :]]
        lines.append("| " + " | ".join([name, *cells, _budget(of_name), _verdict(of_name)]) + " |")
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    said = f"Medians; in brackets times the floor, which was measured in between on the same machine ({machine})."
    notes = dict.fromkeys(f"{name}: {figure.note}." for name, of in rows.items() for figure in of if figure.note)
    return "\n".join([said, "", *lines, *([""] if notes else []), *(f"- {note}" for note in notes)])


def _said(figure: Figure) -> str:
    if not figure.runs:
        return "-"
    value = f"{figure.value:.1f}" if figure.value < 100 else f"{figure.value:,.0f}"
    ratio = f" ({figure.ratio:.2f} x)" if figure.ratio is not None else ""
    return f"{value} {figure.unit}{ratio}"


def _budget(figures: Sequence[Figure]) -> str:
    """Return the budgets of one row, each once, with the size for which it is meant."""
    has_size = any(figure.size for figure in figures)
    budgets: dict[str, None] = {}
    for figure in figures:
        if (budget := figure.budget) is not None:
            unit = "" if budget.ratio else f" {figure.unit}"
            at = f" at {budget.at:,}" if budget.at is not None and has_size else ""
            budgets[f"{budget}{unit}{at}"] = None
    return ", ".join(budgets)


def _verdict(figures: Sequence[Figure]) -> str:
    judged = [figure.is_met for figure in figures if figure.is_met is not None]
    return _VERDICTS[all(judged) if judged else None]
