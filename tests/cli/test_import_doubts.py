"""What the command line says of rows that it leaves out, and of statuses that it isn't sure of."""

from __future__ import annotations

import json

from tests.cli.in_process import afterword

SHEET = "Company,Role,Status\nNorthwind,Clerk,blorp\n,Cook,Applied\nContoso,Baker,Rejected\n"


def test_rows_left_out_and_statuses_not_sure_are_named_with_their_lines() -> None:
    done = afterword("import", "-", stdin=SHEET.encode())
    assert done.returncode == 0
    assert "line 3: not imported: It names no company: Cook, Applied" in done.stderr.decode()
    assert "line 2: not sure what “blorp” means; imported as applied." in done.stderr.decode()
    listed = afterword("import", "-", "--dry-run", stdin=SHEET.encode()).stdout.decode()
    assert "  line 2: not sure what “blorp” means; imported as applied." in listed
    said = json.loads(afterword("import", "-", "--json", stdin=SHEET.encode()).stdout)["files"][0]["unsure"]
    assert said == [
        {"status": "blorp", "rows": 1, "lines": [2], "stage": "applied", "outcome": None, "saved": False},
    ]
