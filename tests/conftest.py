"""What every test starts from: no settings, state or database of the person who runs it, the same examples for all.

New examples are what `make torture` is for, and how long one takes is for `make bench`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "afterword", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("afterword")


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Point every folder of the program into the test's own; take back the umask that a command run here has set, under
    which a server that other tests start cannot read its own files."""
    umask = os.umask(0o022)
    os.umask(umask)
    for name in ("SETTINGS", "STATE"):
        monkeypatch.setenv(f"AFTERWORD_{name}", str(tmp_path / name.lower()))
    monkeypatch.setenv("AFTERWORD_DB", str(tmp_path / "data" / "hunt.db"))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.delenv("AFTERWORD_NOW", raising=False)
    yield
    os.umask(umask)
