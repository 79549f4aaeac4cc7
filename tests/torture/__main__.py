"""`make torture`, or `python -m tests.torture [NAME...]`: the long versions; their table goes into README.md here."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.registry import TRIALS
from tests.torture.table import row, write
from tests.torture.trial import Figures, Trial


def main() -> int:
    """Run the trials that were named, all of them when none was; 1 when a promise was broken."""
    options = _options()
    tried: dict[str, Figures] = {}
    for trial in TRIALS:
        if options.names and trial.name not in options.names:
            continue
        began = time.monotonic()
        figures = _tried(trial, options.times or trial.long, options.seed)
        tried[trial.name] = figures
        print(f"{row(trial, figures)} {time.monotonic() - began:.0f} s", flush=True)
        for sentence in figures.lost[:20]:
            print(f"    {sentence}", flush=True)
        if not options.times:
            write(TRIALS, tried)
    return int(any(figures.lost for figures in tried.values()))


def _tried(trial: Trial, times: int, seed: int) -> Figures:
    with tempfile.TemporaryDirectory(prefix="afterword-torture-") as folder:
        home = Path(folder)
        os.environ |= {"TZ": "Europe/Berlin"}
        for name in ("SETTINGS", "STATE", "DB"):
            os.environ[f"AFTERWORD_{name}"] = str(home / "own" / name.lower())
        (home / "trial").mkdir()
        return trial.run(home / "trial", times, seed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(trial.name for trial in TRIALS))
    parser.add_argument("--seed", type=int, default=int(time.time()), help="another one gives other moments")
    parser.add_argument("--times", type=int, help="instead of the long version's; the table stays as it is then")
    options = parser.parse_args()
    unknown = set(options.names) - {trial.name for trial in TRIALS}
    if unknown:
        parser.error(f"no such trial: {', '.join(sorted(unknown))}")
    print(f"seed {options.seed}", flush=True)
    return options


if __name__ == "__main__":
    sys.exit(main())
