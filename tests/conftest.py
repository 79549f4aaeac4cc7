"""What every test starts from: no settings, state or database of the person who runs it, the same examples for all.

New examples are what `make torture` is for, and how long one takes is for `make bench`.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program has it; several tests at once are threads enough
settings.register_profile(
    "afterword", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("afterword")
# Among its examples, Hypothesis tries the constants of all modules that are imported by then: those would differ with
# each change to any module, and with which tests the same worker ran before.
assert callable(providers._get_local_constants)
providers._get_local_constants = lambda: providers._local_constants  # none, as long as nobody has looked


def pytest_xdist_auto_num_workers() -> int:
    """Run one test more at a time than there are cores: many wait for the disk, or for a program that they started."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Spare all that was imported each later collection of garbage: it lives as long as the tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a home for programs that keep something there."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give places for folders, another one each time."""
    folder = tmp_path_factory.mktemp("tests")
    return (folder / str(number) for number in count())


@pytest.fixture
def tmp_path(places: Iterator[Path], request: pytest.FixtureRequest) -> Path:
    """Make a folder for a test. For each of its own, pytest turns a link, which takes longer than a small test."""
    place = next(places)
    name = re.sub(r"\W", "_", request.node.name)[:30]
    folder = place.with_name(f"{name}-{place.name}")
    folder.mkdir(0o700)
    return folder


@pytest.fixture(scope="session", autouse=True)
def nobody(empty_home: Path) -> Iterator[None]:
    """Be somebody with an empty home, also for what is set up once for several tests."""
    with pytest.MonkeyPatch.context() as patch:
        _point_into(empty_home, patch)
        patch.setenv("HOME", str(empty_home))
        for name in ("CONFIG", "STATE", "DATA", "CACHE"):
            patch.delenv(f"XDG_{name}_HOME", raising=False)
        patch.setenv("TZ", "Europe/Berlin")
        patch.delenv("AFTERWORD_NOW", raising=False)
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Point every folder of the program into the test's own; take back the umask that a command run here has set,
    under which a server that other tests start cannot read its own files."""
    umask = os.umask(0o022)
    os.umask(umask)
    _point_into(tmp_path, monkeypatch)
    yield
    os.umask(umask)


def _point_into(folder: Path, patch: pytest.MonkeyPatch) -> None:
    for name in ("SETTINGS", "STATE"):
        patch.setenv(f"AFTERWORD_{name}", str(folder / name.lower()))
    patch.setenv("AFTERWORD_DB", str(folder / "data" / "hunt.db"))
