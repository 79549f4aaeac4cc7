"""What every test starts from: no settings, state or database of the person who runs it, the same examples for all.

New examples are what `make torture` is for, and how long one takes is for `make bench`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "afterword", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("afterword")


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point every folder of the program into the test's own."""
    for name in ("SETTINGS", "STATE"):
        monkeypatch.setenv(f"AFTERWORD_{name}", str(tmp_path / name.lower()))
    monkeypatch.setenv("AFTERWORD_DB", str(tmp_path / "data" / "hunt.db"))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.delenv("AFTERWORD_NOW", raising=False)
