"""`afterword import` of another machine's export of the same hunt: the union, and with --yes the later values."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.in_process import afterword

LATER = "2026-11-25T10:00:00+01:00"


def test_yes_takes_the_later_values_and_without_it_they_are_named(tmp_path: Path) -> None:
    laptop, desktop = (str(tmp_path / f"{name}.db") for name in ("laptop", "desktop"))
    assert afterword("--db", laptop, "add", "Northwind", "Chef").returncode == 0
    ours = afterword("--db", laptop, "export", "json").stdout
    assert afterword("--db", desktop, "import", "-", stdin=ours).returncode == 0
    assert afterword("--db", laptop, "outcome", "Northwind", "rejected").returncode == 0
    assert afterword("--db", desktop, "outcome", "Northwind", "offer", AFTERWORD_NOW=LATER).returncode == 0
    theirs = afterword("--db", desktop, "export", "json").stdout
    listed = json.loads(afterword("--db", laptop, "import", "-", "--dry-run", "--json", stdin=theirs).stdout)
    assert [(one["what"], one["taken"]) for one in listed["proposals"]] == [("difference", True)]
    left = afterword("--db", laptop, "import", "-", stdin=theirs)
    assert b"Kept yours, which is older. Add --yes to take the later ones." in left.stderr
    whole = json.loads(afterword("--db", laptop, "export", "json").stdout)["applications"][0]
    assert whole["outcome"]["kind"] == "rejected"
    done = afterword("--db", laptop, "import", "-", "--yes", stdin=theirs)
    assert done.stdout == b"Updated 1 application and replaced 1 detail with the file's\n"
    whole = json.loads(afterword("--db", laptop, "export", "json").stdout)["applications"][0]
    assert whole["outcome"]["kind"] == "offer"
    assert afterword("--db", laptop, "undo").returncode == 0
