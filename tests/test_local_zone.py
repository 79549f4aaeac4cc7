"""The machine's zone is the one that `date` and every other program shows."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from app.etiquette.policy import Policy
from app.etiquette.time.dates import zone_key
from app.hunt.sample import sample_hunt
from app.local_zone import local_zone, say_local_zone
from tests.cli.test_cli import afterword

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


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (JULY, "as in /etc/localtime, UTC+2 now"),
        (datetime(2026, 12, 1, tzinfo=UTC), "as in /etc/localtime, UTC+1 now"),
    ],
)
def test_a_copied_zone_is_said_by_its_place_and_its_clock(root: Path, now: datetime, sentence: str) -> None:
    _copied("Europe/Berlin", root / "etc/localtime")
    assert say_local_zone(local_zone(root), now) == sentence


def test_a_zone_with_a_name_is_said_by_it(root: Path) -> None:
    _linked(root, "/usr/share/zoneinfo/Europe/Berlin")
    assert say_local_zone(local_zone(root), JULY) == "Europe/Berlin"


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("XYZ3:30", "as TZ says (XYZ3:30), UTC-3:30 now"),
        ("XYZ0", "as TZ says (XYZ0), UTC now"),
    ],
)
def test_the_doctor_never_prints_a_zone_as_python_writes_it(
    monkeypatch: pytest.MonkeyPatch, rule: str, sentence: str
) -> None:
    monkeypatch.setenv("TZ", rule)
    assert f"ok  time zone {sentence}\n" in afterword("doctor").stdout.decode()


def test_what_is_planned_in_a_zone_without_a_name_names_none(root: Path) -> None:
    _copied("Europe/Berlin", root / "etc/localtime")
    zone = local_zone(root)
    assert zone_key(zone) == ""
    applications = sample_hunt(Policy(zone=zone), JULY)
    assert {interview.timezone for application, _ in applications for interview in application.interviews} == {""}
