"""`afterword sync` on two machines: set up, joined by the code that it shows, and what it says of what came."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.in_process import afterword
from tests.hunt.sync.homes import without_keyring


def test_a_second_machine_comes_in_by_the_code_that_the_first_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_keyring(monkeypatch)
    shared = tmp_path / "shared"

    def on(machine: str, *arguments: str, stdin: str = "", code: int = 0) -> str:
        home = tmp_path / machine
        done = afterword(
            *arguments,
            stdin=stdin.encode(),
            AFTERWORD_DB=str(home / "hunt.db"),
            AFTERWORD_STATE=str(home / "state"),
            AFTERWORD_SETTINGS=str(home / "settings"),
        )
        assert done.returncode == code, done.stderr.decode()
        return (done.stdout if code == 0 or {"--json", "doctor"} & {*arguments} else done.stderr).decode()

    assert "Sync isn't set up here. Run `afterword sync --setup FOLDER`" in on("laptop", "sync", code=1)
    assert json.loads(on("laptop", "sync", "--json", code=1))["done"] is None
    assert "--json goes with a round of sync" in on("laptop", "sync", "--json", "--code", code=2)
    assert "Add --setup or --join to sync in" in on("laptop", "sync", str(shared), code=1)
    assert "Name the folder that your machines share" in on("laptop", "sync", "--setup", code=1)
    on("laptop", "add", "Northwind", "Data Engineer")
    on("laptop", "backup", "-o", str(tmp_path / "before.db"))
    begun = on("laptop", "sync", "--setup", str(shared), "--name", "Laptop")
    assert "as laptop. Its key is kept in " in begun
    (code,) = re.findall(r"AGE-SECRET-KEY-1\w+", begun)
    assert f"    {code}\n" in on("laptop", "sync", "--code")
    on("desktop", "add", "Contoso", "Analyst")
    refused = on("desktop", "sync", "--join", "AGE-1", str(shared), code=1)
    assert "That's not a whole code" in refused
    assert "Your shell may keep that code in its history" in refused
    joined = on("desktop", "sync", "--name", "desktop", "--join", str(shared), stdin=f"{code}\n")
    assert "from laptop\nWhat's new here is in the folder for them.\n" in joined
    document = json.loads(on("laptop", "sync", "--json"))
    assert (document["changes"], document["problems"]) == (1, [])
    assert document["arrived"][0].endswith("from desktop")
    on("desktop", "sync")
    assert on("laptop", "sync") == "Nothing new from your other machines.\n"
    listed = json.loads(on("desktop", "sync", "--devices", "--json"))
    assert [(device["name"], device["this"], device["removed"]) for device in listed] == [
        ("desktop", True, False),
        ("laptop", False, False),
    ]
    assert "laptop                wrote " in on("desktop", "sync", "--devices")
    (key_file,) = (tmp_path / "desktop" / "state").glob("sync-*.key")
    key_file.chmod(0o644)
    assert "syncs in " in (said := on("desktop", "doctor", code=1))
    assert f"NO  {key_file} has permissions 0644: others can open it; run chmod 600 on it\n" in said
    assert "as desktop, with laptop\n" in said
    (shared / "odd.age").write_bytes(b"odd")
    assert "odd.age is damaged or not all there yet" in on("desktop", "sync", code=1)
    (shared / "odd.age").unlink()
    assert "Removed laptop; what it brought stays. It still has the key" in on("desktop", "sync", "--remove", "laptop")
    assert not (shared / "laptop.age").exists()
    next((tmp_path / "laptop" / "state").glob("sync-*.key")).unlink()
    assert "The key of your sync isn't on this machine anymore" in on("laptop", "sync", code=1)
    restored = on("laptop", "restore", str(tmp_path / "before.db"))
    assert "The backup is from before laptop, this machine, took part in sync" in restored
    assert "its database takes no part in that" in on("laptop", "sync", code=1)
    assert "no longer does" not in on("laptop", "restore", str(tmp_path / "before.db")), "it did not before"
