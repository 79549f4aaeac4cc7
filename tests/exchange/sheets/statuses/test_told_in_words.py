"""How an application stands, told in a person's own words: sentences, headings over rows, lists, names, notes."""

from __future__ import annotations

import pytest

from app.exchange.sheets import looks_like_sheet
from app.exchange.sheets.folding import plain
from app.exchange.sheets.statuses import sensing
from app.exchange.sheets.statuses.reading import meaning_of
from app.exchange.sheets.statuses.sensing import sensed
from app.exchange.sheets.words.phrases import read_table
from tests.exchange.sheets.sheet_files import contents_of, rows, summary_of

TOLD = {
    "me contrataron": "offer",
    "zamietli ma": "rejected",
    "Another candidate was selected": "rejected",
    "De har ansat en anden": "rejected",
    "au luat pe altcineva": "rejected",
    "на собеседовании взяли другого": "rejected",
    "me dejaron en visto": "no_response",
    "ما ردوا": "no_response",
    "VG am 17.2. gehabt, warte auf Rückmeldung": "interviewed",
    "belum ada kabar": "applied",
    "Ausbildungsvertrag bekommen": "offer",
    "j'ai refusé leur proposition": "offer",
    "2026-02-05 applied, 2026-03-01 offer, 2026-03-03 declined": "offer",
    "2026-02-01 applied, 2026-02-20 reject": "rejected",
}


@pytest.mark.parametrize("words", TOLD)
def test_words_that_no_phrase_knows_are_told_by_their_senses(words: str) -> None:
    meaning = meaning_of(words)
    assert (meaning.outcome or meaning.stage).value == TOLD[words]


def test_what_is_told_by_senses_is_never_sure() -> None:
    told = [sensed(plain(row.example)) for row in read_table(sensing.TABLE)[::20]]
    assert [meaning for meaning in told if meaning is not None and meaning.is_sure] == []


def test_headings_of_markdown_tell_the_stage_or_the_company_of_the_table_below_them() -> None:
    table = "## {}\n| Company | Role | Date |\n|---|---|---|\n| {} | Tester | 2026-05-02 |\n\n"
    assert rows(table.format("Applied", "Northwind") + table.format("Absagen", "Contoso")) == [
        ("Northwind", "Tester", "applied", "2026-05-02"),
        ("Contoso", "Tester", "rejected", "2026-05-02"),
    ]
    table = "## {}\n| Role | Date | Status |\n|---|---|---|\n| {} | 2026-05-02 | Interview |\n\n"
    assert rows(table.format("Northwind", "Tester") + table.format("Contoso", "Analyst")) == [
        ("Northwind", "Tester", "interviewed", "2026-05-02"),
        ("Contoso", "Analyst", "interviewed", "2026-05-02"),
    ]


def test_a_list_with_boxes_or_under_headings_is_read_line_by_line() -> None:
    boxes = "- [x] Northwind - Tester - applied 2/3/2026, rejected\n- [ ] Contoso - Analyst\n- [x] Fabrikam - Clerk\n"
    file = contents_of(boxes)
    assert [(row.company, row.saved) for row in file.taken] == [
        ("Northwind", False),
        ("Contoso", True),
        ("Fabrikam", False),
    ]
    assert summary_of(file.taken[0]) == ("Northwind", "Tester", "rejected", "2026-02-03")
    board = "Applied\nNorthwind - Animator\nContoso - Rigger\nRejected\nFabrikam - Modeler\n"
    assert [row[:3] for row in rows(board)] == [
        ("Northwind", "Animator", "applied"),
        ("Contoso", "Rigger", "applied"),
        ("Fabrikam", "Modeler", "rejected"),
    ]


def test_without_a_column_of_statuses_the_names_and_the_notes_may_tell_them() -> None:
    sheet = (
        "Company,Role,Applied,Notes\nNorthwind (rejected),Tester,2026-04-01,\nContoso,Clerk,2026-04-02,Contratado!\n"
    )
    file = contents_of(sheet)
    assert [summary_of(row) for row in file.taken] == [
        ("Northwind", "Tester", "rejected", "2026-04-01"),
        ("Contoso", "Clerk", "offer", "2026-04-02"),
    ]
    assert any("status column" in note for note in file.notes)


def test_a_day_written_once_is_that_of_the_rows_below_it() -> None:
    sheet = "Date,Company,Role,Status\n{0}4/2026,Atlas,Tester,applied\n,Bramble,Clerk,rejected\n,Cedar,Cook,applied\n"
    file = contents_of(sheet.format("5/") + "5/6/2026,Dune,Guard,applied\n")
    assert [str(row.applied_on) for row in file.taken] == ["2026-05-04"] * 3 + ["2026-05-06"]
    assert any("lines 3, 4" in note for note in file.notes)


def test_a_sheet_whose_columns_have_unknown_names_is_known_by_what_stands_under_them() -> None:
    sheet = "Xa;Xb;Xc;Xd\nAtlas;Pekár;2026-02-03;zobrali niekoho iného\nBramble;Kuchár;2026-02-04;ticho\n"
    assert rows(sheet + "Cedar;Vodič;2026-02-06;nastupujem v pondelok\n") == [
        ("Atlas", "Pekár", "rejected", "2026-02-03"),
        ("Bramble", "Kuchár", "no_response", "2026-02-04"),
        ("Cedar", "Vodič", "offer", "2026-02-06"),
    ]


def test_a_no_beside_its_day_is_a_rejection_and_a_round_that_is_completed_was_held() -> None:
    sheet = "Firm;Job;Sent;Reply;Reply date\nAtlas;Clerk;2026-08-03;No;2026-08-20\nBramble;Cook;2026-08-04;;\n"
    assert [row[2] for row in rows(sheet)] == ["rejected", "applied"]
    sheet = "Company,Role,Application status,Interview status,Decision\nAtlas,Nurse,Submitted,Completed,Pending\n"
    assert [row[2] for row in rows(sheet + "Bramble,Nurse,Submitted,N/A,Rejected\n")] == ["interviewed", "rejected"]


def test_days_without_a_year_are_read_as_the_language_of_the_sheet_writes_them() -> None:
    chinese = "投递时间,公司,职位,状态\n3.2,云杉软件,开发,简历挂\n3.4,雨燕科技,前端,没消息\n"
    german = "Betrieb;Ausbildung;abgeschickt;Antwort\nAtlas;Maler;3.11.;Absage\nBramble;Bäcker;4.11.;offen\n"
    assert [row[3] for row in rows(chinese)] == ["2026-03-02", "2026-03-04"]
    assert [row[3] for row in rows(german)] == ["2026-11-03", "2026-11-04"]


def test_a_markdown_list_is_a_sheet_where_it_tells_how_applications_stand_and_no_other_list_is() -> None:
    assert looks_like_sheet(b"## Applied\n- Northwind - Tester\n- Contoso - Analyst\n## Rejected\n- Fabrikam - Clerk\n")
    assert not looks_like_sheet(b"# Packing\n- Shirts: three\n- Shoes: one pair\n- Books: two\n- Map: of town\n")


def test_a_card_that_is_written_otherwise_than_most_is_split_where_that_is_clear() -> None:
    sheet = "Title,Status\nNorthwind - Tester,Applied\nEngineer at Contoso,Rejected\nFabrikam - Clerk,Applied\n"
    assert [row[:2] for row in rows(sheet)] == [("Northwind", "Tester"), ("Contoso", "Engineer"), ("Fabrikam", "Clerk")]


@pytest.mark.parametrize(
    "note",
    ["Great company, offers relocation", "Referred by Ann who got hired there", "Contrat CDI, 39h", "Start date open"],
)
def test_a_note_that_tells_of_the_job_tells_nothing_of_the_application(note: str) -> None:
    assert [row[2] for row in rows(f'Company,Role,Notes\nAtlas,Clerk,"{note}"\nBramble,Cook,\n')] == ["applied"] * 2
