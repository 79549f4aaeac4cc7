"""`afterword import`: takes files in, or says with --dry-run what it would take in."""

from __future__ import annotations

import argparse
import json
import sys

from app import locations, settings
from app.cli.main import DONE, REFUSED, complain, say
from app.exchange.found import FoundFile
from app.exchange.found_json import files_document
from app.hunt.gathering import sources
from app.hunt.taking_in import Plan, carry_out, plan_of
from app.storage.opened import opened_reader


def run(options: argparse.Namespace) -> int:
    """Take the files in as one verb and return the exit code: 1 when none of them could be taken in."""
    set_ = settings.load()
    path = locations.database_file(options.db)
    with opened_reader(path) as connection:
        found = sources(options.files, sys.stdin.buffer.read)
        plan = plan_of(found, connection, set_.policy, settings.clock_now())
    for refused in plan.refused:
        complain(refused)
    told = plan.summary if not plan.is_empty else "Nothing new to import."
    if not options.dry_run and not plan.is_empty:
        from app.hunt.hunt import Hunt

        told = carry_out(plan, Hunt.open(path, set_, settings.clock_now)).summary
    if options.json:
        print(json.dumps(files_document(plan.files), indent=2, ensure_ascii=False))
    elif options.dry_run:
        say("\n".join(_lines(plan)) or "Nothing to import.")
    elif plan.files:
        say(told)
    return REFUSED if plan.refused and not plan.files else DONE


def _lines(plan: Plan) -> list[str]:
    return [line for file in plan.files for line in _file_lines(file)]


def _file_lines(file: FoundFile) -> list[str]:
    counts = f"{len(file.taken)} to take in, {file.merged} there already, {len(file.reported)} reported"
    lines = [f"{file.file}: {file.kind}, {file.rows} rows: {counts}"]
    lines += [f"  {note}" for note in file.notes]
    lines += [f"  {row.line}: {row.company}, {row.role}: {row.outcome or row.stage}" for row in file.taken]
    lines += [f"  {row.line}: {row.reason}" for row in file.reported]
    return lines
