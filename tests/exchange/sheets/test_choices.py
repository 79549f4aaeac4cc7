"""What the user corrects once for the whole file, and how the file shows what it was taken for."""

from __future__ import annotations

import pytest

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import Stage
from app.exchange.contents import SHEET_FIELDS, SheetChoices
from app.exchange.sheets import looks_like_sheet
from tests.exchange.sheets.sheet_files import contents_of, rows

TEXT = (
    "Brand,Gig,Mood,When\nAcme,Engineer,Waitlisted,2026-03-01\nBeta,Analyst,Closed,2026-03-02\n"
    "Gamma,Analyst,waitlisted,\n"
)


def test_a_column_is_corrected_and_the_other_gives_way() -> None:
    chosen = SheetChoices(fields=((1, "company"), (0, "role")))
    assert rows(TEXT, chosen)[0] == ("Engineer", "Acme", "applied", "2026-03-01")


def test_a_column_may_be_left_out() -> None:
    chosen = SheetChoices(fields=((2, ""),))
    file = contents_of(TEXT, chosen)
    assert file.sheet is not None
    assert [row.outcome for row in file.taken] == [None, None, None]
    assert "Closed" not in file.taken[1].notes


def test_a_status_is_corrected_for_every_row_that_has_its_words() -> None:
    chosen = SheetChoices(
        statuses=(("WAITLISTED", Stage.INTERVIEWED, None), ("closed", Stage.OUTCOME, OutcomeKind.WITHDRAWN))
    )
    assert [row[2] for row in rows(TEXT, chosen)] == ["interviewed", "withdrawn", "interviewed"]


def test_a_status_that_is_a_drawing_is_corrected_alone() -> None:
    text = "Company,Role,Status\nAcme,Engineer,Applied\nBeta,Analyst,🌵\nGamma,Analyst,🧊\n"
    chosen = SheetChoices(statuses=(("🌵", Stage.OUTCOME, OutcomeKind.REJECTED),))
    assert [row[2] for row in rows(text, chosen)] == ["applied", "rejected", "applied"]
    sheet = contents_of(text, chosen).sheet
    assert sheet is not None
    assert {status.words: status.outcome for status in sheet.statuses}["🌵"] is OutcomeKind.REJECTED


def test_the_sheet_shows_columns_statuses_and_what_is_a_guess() -> None:
    sheet = contents_of(TEXT).sheet
    assert sheet is not None
    assert [(column.header, column.field) for column in sheet.columns] == [
        ("Brand", "company"),
        ("Gig", "role"),
        ("Mood", "status"),
        ("When", "applied_on"),
    ]
    assert [(status.words, status.count, status.is_sure) for status in sheet.statuses] == [
        ("Waitlisted", 2, False),
        ("Closed", 1, False),
    ]
    assert sheet.columns[0].sample == "Acme"
    assert sheet.header_line == 1


@pytest.mark.parametrize("field", SHEET_FIELDS)
def test_every_field_may_be_chosen_for_a_column(field: str) -> None:
    file = contents_of(TEXT, SheetChoices(fields=((3, field), (0, "company"))))
    assert file.sheet is not None
    assert file.sheet.columns[3].field == field


def test_a_column_chosen_as_a_stage_with_its_day() -> None:
    text = "Company,Round one of talks\nAcme,2026-03-01\n"
    row = contents_of(text, SheetChoices(fields=((1, "stage_date"),))).taken[0]
    assert row.stage is Stage.INTERVIEWED
    assert row.applied_on is None


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Company,Role\n",
        "Firma;Stelle;Status\nAcme;Entwickler;Absage\n",
        "Acme,Engineer,2026-03-01\nBeta,Analyst,2026-03-02\nGamma,Analyst,2026-03-03\n",
        "\ufeffCompany\tJob title\nAcme\tEngineer\n",
    ],
)
def test_a_spreadsheet_is_known_by_its_content(text: str) -> None:
    assert looks_like_sheet(text.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Dear Dana,\n\nthank you for the talk, it was good.\nI look forward, as ever, to your answer.\n\nBest,\nMe\n",
        "Un café, s'il vous plaît\nC'était très bien\nÀ bientôt\n".encode("latin-1"),
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
        b'{"afterword": 1, "applications": []}',
        b"From: dana@acme.example\nTo: me@mail.example\nSubject: Your application, and more\n\nHello\n",
        b"From dana@acme.example Mon Mar  2 10:00:00 2026\nSubject: x\n\nHello\n",
        b"<html><body>Company,Role</body></html>",
        b"0\n1\n2\n3\n4\n",
        b"import os\nimport json\n\ntitle, text = a.lower(), b.lower()\nscore = 100\n",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
    ],
)
def test_what_is_no_spreadsheet(data: bytes) -> None:
    assert not looks_like_sheet(data)
