"""The machine's zone is the one that `date` and every other program shows."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from app.local_zone import local_zone

JULY = datetime(2026, 7, 1, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a machine with an empty `etc`, and no TZ set."""
    monkeypatch.delenv("TZ", raising=False)
    (tmp_path / "etc").mkdir()
    return tmp_path


def _copied(name: str, to: Path) -> None:
    with as_file(files("tzdata.zoneinfo").joinpath(name)) as zone_file:
        shutil.copy(zone_file, to)


def _linked(root: Path, target: str) -> None:
    (root / "etc/localtime").symlink_to(target)


def test_a_stale_timezone_file_does_not_win_over_localtime(root: Path) -> None:
    (root / "etc/timezone").write_text("America/New_York\n")
    _linked(root, "/usr/share/zoneinfo/Europe/Berlin")
    assert str(local_zone(root)) == "Europe/Berlin"


@pytest.mark.parametrize(
    "target",
    [
        "/usr/share/zoneinfo/Europe/Berlin",
        "../usr/share/zoneinfo/Europe/Berlin",
        "/usr/share/zoneinfo/posix/Europe/Berlin",
        "/usr/share/zoneinfo/right/Europe/Berlin",
        "/usr/share/zoneinfo.default/Europe/Berlin",
        "/var/db/timezone/zoneinfo/Europe/Berlin",
    ],
)
def test_a_link_to_a_zone_gives_its_name(root: Path, target: str) -> None:
    _linked(root, target)
    assert str(local_zone(root)) == "Europe/Berlin"


def test_a_copied_zone_is_called_as_the_timezone_file_calls_it_where_both_agree(root: Path) -> None:
    _copied("Europe/Berlin", root / "etc/localtime")
    (root / "etc/timezone").write_text("Europe/Berlin\n")
    assert str(local_zone(root)) == "Europe/Berlin"


def test_a_copied_zone_wins_over_a_stale_timezone_file_without_a_name(root: Path) -> None:
    _copied("Europe/Berlin", root / "etc/localtime")
    (root / "etc/timezone").write_text("America/New_York\n")
    zone = local_zone(root)
    assert JULY.astimezone(zone).utcoffset() == timedelta(hours=2)
    assert getattr(zone, "key", None) is None


def test_the_timezone_file_serves_where_there_is_nothing_else(root: Path) -> None:
    (root / "etc/timezone").write_text("Asia/Tokyo\n")
    assert str(local_zone(root)) == "Asia/Tokyo"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff\xfe"])
def test_broken_files_leave_the_system_s_own_zone(root: Path, content: bytes) -> None:
    (root / "etc/localtime").write_bytes(content)
    (root / "etc/timezone").write_bytes(content)
    assert JULY.astimezone(local_zone(root)).utcoffset() is not None


@pytest.mark.parametrize(
    ("named", "offset"),
    [
        ("Asia/Tokyo", 9),
        (":Asia/Tokyo", 9),
        ("", 0),
        ("/usr/share/zoneinfo/Asia/Tokyo", 9),
        (":/usr/share/zoneinfo/Asia/Tokyo", 9),
    ],
)
def test_the_variable_comes_first_as_the_c_library_has_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, named: str, offset: int
) -> None:
    _linked(root, "/usr/share/zoneinfo/Europe/Berlin")
    monkeypatch.setenv("TZ", named)
    assert JULY.astimezone(local_zone(root)).utcoffset() == timedelta(hours=offset)
