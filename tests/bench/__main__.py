"""Measures the budgets: `python -m tests.bench [names] [--quick] [--write]`; `make bench` writes the table."""

from __future__ import annotations

import argparse
import compileall
import sys
import time
from pathlib import Path

from tests.bench import commands, inside, rivals, starting
from tests.bench.figures import QUICK, Figure, Measurement, Plan
from tests.bench.table import printed, write_table
from tests.bench.terminal import NothingDrawnError

MEASUREMENTS: dict[str, Measurement] = {
    "starts": starting.starts,
    "keys": starting.keys,
    "triage": starting.triage,
    "due": commands.due,
    "due-line": commands.due_line,
    "first-screen": inside.first_screen,
    "next-steps": inside.next_steps_of_all,
    "letter-check": inside.letter_check,
    "ics-export": inside.ics_export,
    "loop-lag": inside.loop_lag,
    "import": commands.import_csv,
    "rivals": rivals.side_by_side,
}
"""Every measurement by its name, in the order of the table."""


def main() -> int:
    """Run the measurements that were asked for, print each figure as it is made, and write the table if asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures the budgets.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(MEASUREMENTS)}; none: all")
    parser.add_argument("--quick", action="store_true", help="few runs, 100 and 1,000 applications")
    parser.add_argument("--write", action="store_true", help="write the table into tests/bench/README.md")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in MEASUREMENTS]
    if unknown:
        parser.error(f"no measurement is called {unknown[0]}; there are {', '.join(MEASUREMENTS)}")
    compileall.compile_dir(Path(__file__).parents[2] / "app", quiet=2)
    plan = QUICK if options.quick else Plan()
    figures: list[Figure] = []
    for name in options.names or MEASUREMENTS:
        began = time.monotonic()
        try:
            made = MEASUREMENTS[name](plan)
        except NothingDrawnError as error:
            made = [Figure(name, 0, (), note=f"not measured: {error}")]
        figures += made
        print(printed(made), f"({name}: {time.monotonic() - began:.0f} s)\n", sep="\n", flush=True)
    if options.write:
        write_table(figures, plan)
    return int(any(figure.is_met is False for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
