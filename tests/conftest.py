"""What every test starts from: no settings, state or database of the person who runs it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point every folder of the program into the test's own."""
    for name in ("SETTINGS", "STATE"):
        monkeypatch.setenv(f"AFTERWORD_{name}", str(tmp_path / name.lower()))
    monkeypatch.setenv("AFTERWORD_DB", str(tmp_path / "data" / "hunt.db"))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.delenv("AFTERWORD_NOW", raising=False)
