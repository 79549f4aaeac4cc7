"""`afterword report` as a person types it."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import settings
from app.cli import report
from app.cli.parser import build_parser
from app.etiquette.errors import InvalidFieldError, NotFoundError, StorageError, UnreadableDateError
from app.hunt.verbs import applications
from tests.storage.hunts import open_hunt


@pytest.fixture(autouse=True)
def at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_NOW", "2026-11-24T10:00:00+01:00")


@pytest.fixture
def hunt(tmp_path: Path) -> None:
    """Make a search with one application, of today."""
    hunt = open_hunt(tmp_path / "data" / "hunt.db")
    hunt.add(lambda when: applications.added(when, "Northwind", "Data Engineer", applied_on=date(2026, 11, 20)))


def options(*arguments: str) -> SimpleNamespace:
    """Return what is typed after `afterword report`."""
    return build_parser(["report"]).parse_args(["report", *arguments], SimpleNamespace())


def test_a_file_is_written_by_its_ending_and_replaces_a_report_alone(
    hunt: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending, begins in (("html", "<!doctype html>"), ("csv", "\ufeffDate,Time"), ("MD", "# Job search activities")):
        target = tmp_path / f"r.{ending}"
        for _ in range(2):
            assert report.run(options("--from", "nov 1", "--for", "office", "-o", str(target))) == 0
        assert target.read_text("utf-8").startswith(begins)
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "r.html: 1 application" in capsys.readouterr().err
    other = tmp_path / "mine.md"
    other.write_text("# My own page")
    with pytest.raises(StorageError, match="add --force to replace it"):
        report.run(options("-o", str(other)))
    assert other.read_text() == "# My own page"
    assert report.run(options("-o", str(other), "--force")) == 0


def test_days_are_typed_in_plain_words_and_what_is_wrong_is_said(
    hunt: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prefs = settings.load()
    period = report._period(options("--from", "nov 16", "--to", "yesterday"), prefs)
    assert [day.isoformat() for day in period] == ["2026-11-16", "2026-11-23"]
    assert [day.isoformat() for day in report._period(options(), prefs)] == ["2026-10-26", "2026-11-24"]
    with pytest.raises(UnreadableDateError, match=r"^--from: "):
        report.run(options("--from", "whenever"))
    for wrong, sentence in (
        (("--from", "today", "--to", "yesterday"), "--from: this is later than --to. Swap the two."),
        (("--from", "tomorrow"), "--from: that day hasn't come yet. Choose today or an earlier one."),
        (
            ("--from", "dec 1", "--to", "nov 1"),
            "--from: Dec 1 hasn't come yet. If you mean last year's, write Dec 1, 2025.",
        ),
        (("--to", "dec 31"), "--to: Dec 31 hasn't come yet. If you mean last year's, write Dec 31, 2025."),
    ):
        assert report.run(options(*wrong)) == 2
        assert capsys.readouterr() == ("", f"afterword: {sentence}\n")
    assert report._period(options("--from", "Dec 1, 2025"), prefs)[0] == date(2025, 12, 1)
    assert report._period(options("--from", "feb 1"), prefs)[0] == date(2026, 2, 1)
    with pytest.raises(InvalidFieldError, match=r"name a file that ends in \.html, \.csv, or \.md"):
        report.run(options("-o", str(tmp_path / "r.docx")))


def test_without_a_database_there_is_nothing_to_report() -> None:
    with pytest.raises(NotFoundError, match="nothing to report"):
        report.run(options())


def test_in_january_a_day_without_a_year_is_one_of_last_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_NOW", "2027-01-10T10:00:00+01:00")
    assert report._period(options("--from", "dec 1"), settings.load()) == (date(2026, 12, 1), date(2027, 1, 10))
