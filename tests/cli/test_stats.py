"""`afterword stats`: the numbers that the dashboard shows, as text and as one JSON document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.main import run
from tests.storage.hunts import NOW
from tests.ui.driving import demo


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Return what `stats` prints of the sample search."""
    monkeypatch.setenv("AFTERWORD_NOW", NOW.isoformat())
    monkeypatch.setenv("AFTERWORD_SETTINGS", str(tmp_path))
    path = tmp_path / "hunt.db"
    demo(path)

    def stats(*arguments: str) -> str:
        assert run(["--db", str(path), "stats", *arguments]) == 0
        return capsys.readouterr().out

    return stats


def test_it_says_how_far_applications_came_and_what_became_of_them(printed) -> None:  # type: ignore[no-untyped-def]
    lines = {line[:24].strip(): line[24:].split("  ") for line in printed().splitlines() if line}
    assert lines["Applied"][-1] == "18 still open, 2 rejected"
    assert "50% of 40" in lines["Interview"]
    assert "10% of 20 interviewed" in lines["Offer"]
    assert lines["Thanked within 24 hours"] == ["", "19 of 20"]


def test_the_document_holds_the_same_numbers_and_nothing_else_is_printed(printed) -> None:  # type: ignore[no-untyped-def]
    document = json.loads(printed("--json"))
    assert document["applied"] == 40
    for row in document["funnel"]:
        ends = ("went_on", "offers", "rejected", "no_reply", "withdrawn", "archived", "still_open")
        assert row["reached"] == sum(row[name] for name in ends)
    assert document["funnel"][1]["share_of_row_before"] == 0.5
    assert document["thanks"] == {"hours": 24.0, "within": 19, "of": 20}
    assert sum(source["applied"] for source in document["sources"]) == 40
    assert len(document["weeks"]) == 26


def test_an_empty_search_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AFTERWORD_SETTINGS", str(tmp_path))
    assert run(["--db", str(tmp_path / "none.db"), "stats"]) == 0
    assert "Add an application" in capsys.readouterr().out
    assert run(["--db", str(tmp_path / "none.db"), "stats", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["applied"] == 0
    assert not (tmp_path / "none.db").exists()
