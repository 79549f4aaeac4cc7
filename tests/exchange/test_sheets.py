"""Spreadsheets as people and programs write them: every row taken, merged or reported, and what it says understood."""

from __future__ import annotations

import contextlib
import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.errors import ImportFileError
from app.etiquette.records import Application, Outcome, OutcomeKind, Person, ReplyBy
from app.etiquette.stages import Stage
from app.exchange.csv_export import csv_document
from app.exchange.found import DateOrder, FoundFile, SheetChoices, TakenRow
from app.exchange.sheets import looks_like_sheet, read_sheet
from tests.storage.hunts import NOW

TODAY = date(2026, 11, 24)
FIXTURES = Path(__file__).parents[3] / "shared" / "fixtures" / "csv"


def read(text: str | bytes, choices: SheetChoices | None = None) -> FoundFile:
    """Return what a sheet holds, its invariant checked."""
    data = text.encode() if isinstance(text, str) else text
    found = read_sheet("a.csv", data, TODAY, choices or SheetChoices())
    assert found.rows == len(found.taken) + found.merged + len(found.reported)
    return found


def short(row: TakenRow) -> tuple[str, str, str, date | None]:
    """Return company, role, what it came to, and the day."""
    return row.company, row.role, (row.outcome or row.stage).value, row.applied_on


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    text = "Firma;Stelle;Ort;Bewerbungsdatum;Status\nMüller GmbH;Köchin;Köln;05.08.2026;Absage\nÄrzte;Büro;;3.7.26;Zusage\n"
    found = read(text.encode(encoding))
    assert [short(row) for row in found.taken] == [
        ("Müller GmbH", "Köchin", "rejected", date(2026, 8, 5)),
        ("Ärzte", "Büro", "offer", date(2026, 7, 3)),
    ]


def test_a_chinese_code_page_is_told_from_a_western_one() -> None:
    text = "公司名称,岗位,当前状态,投递时间,工作地点\n三一重工,机械工程师,已投递,2026-06-23,湖州\n航天八院,总体设计,一面,2026年6月18日,上海\n"
    found = read(text.encode("gb18030"))
    assert [short(row) for row in found.taken] == [
        ("三一重工", "机械工程师", "applied", date(2026, 6, 23)),
        ("航天八院", "总体设计", "interviewed", date(2026, 6, 18)),
    ]
    assert found.taken[1].location == "上海"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_separators_are_told_apart(sign: str) -> None:
    rows = [["Company", "Role", "Notes"], ["Northwind", "Cook", "kind, patient; fast"], ["Contoso", "Chef", "a, b, c"]]
    text = io.StringIO()
    csv.writer(text, delimiter=sign).writerows(rows)
    assert [(row.company, row.role, row.notes) for row in read(text.getvalue()).taken] == [
        tuple(row) for row in rows[1:]
    ]


def test_a_blank_line_a_title_and_an_index_column_are_no_rows() -> None:
    found = read(
        "\nMy job hunt 2026\n,Company,Position,Date\n0,Northwind,Cook,2026-01-02\n1,Contoso,Chef,2026-01-03\n\n"
    )
    assert [short(row)[:2] for row in found.taken] == [("Northwind", "Cook"), ("Contoso", "Chef")]
    assert [(row.line, row.reason) for row in found.reported] == [(2, "it stands above the header")]
    assert [row.line for row in found.taken] == [4, 5]


def test_without_a_header_columns_are_told_by_what_they_hold() -> None:
    found = read(
        "Northwind,Data Engineer,www.northwind.example/1,2026-01-05,Rejected\n"
        "Contoso,Software Developer,https://contoso.example/2,2026-02-05,Applied\n"
        "Fabrikam,QA Analyst,https://fabrikam.example/3,2026-03-05,Interview\n"
    )
    assert [short(row) for row in found.taken] == [
        ("Northwind", "Data Engineer", "rejected", date(2026, 1, 5)),
        ("Contoso", "Software Developer", "applied", date(2026, 2, 5)),
        ("Fabrikam", "QA Analyst", "interviewed", date(2026, 3, 5)),
    ]
    assert found.taken[1].url == "https://contoso.example/2"
    assert found.sheet is not None
    assert found.sheet.header_line is None


def test_without_a_header_statuses_in_sentences_are_told_from_days() -> None:
    found = read(
        "Software Engineer Intern,Northwind,12/03/2024,Announcement on 27th March\nIT Intern,Contoso,15/02/2024,Rejected\n"
        "Cleaning Service,Fabrikam,30/12/2023,Rejected\nEngineer Intern,Adatum,12/01/2024,Interview on 21st Jan\n"
    )
    assert [short(row) for row in found.taken] == [
        ("Northwind", "Software Engineer Intern", "applied", date(2024, 3, 12)),
        ("Contoso", "IT Intern", "rejected", date(2024, 2, 15)),
        ("Fabrikam", "Cleaning Service", "rejected", date(2023, 12, 30)),
        ("Adatum", "Engineer Intern", "interviewed", date(2024, 1, 12)),
    ]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Compnay,Postion,Satus", "Cook"),
        ("companyName,jobTitle,applicationStatus", "Cook"),
        ("Entreprise,Poste,Statut", "Cook"),
        ("Empresa,Puesto,Estado", "Cook"),
        ("Unternehmen,Stellenbezeichnung,Stand", "Cook"),
        ("Company Name (required),Job Title *,Current Status", "Cook"),
    ],
)
def test_headers_in_many_words(header: str, role: str) -> None:
    (row,) = read(f"{header}\nNorthwind,Cook,Rejected\n").taken
    assert short(row)[:3] == ("Northwind", role, "rejected")


def test_a_column_a_stage_tells_how_far_it_came_and_when() -> None:
    found = read(
        "Company,Role name,Applied Date,Recruiter,Phone,Onsite,Result\n"
        "Northwind,Intern,8-Jul,,8/5/2019 & 8/14/2019,,Rejection :(\n"
        "Contoso,Intern,9/25/2019,,,,reeejected\n"
        "Fabrikam,Intern,7/19/2019,,,yes,Accepted!\n"
        "Adatum,Intern,8/28/2019,yes,yes,,ongoing\n"
        "Tailspin,,,,,,\n"
        "Lucerne,Intern,8/82019,,n/a,,\n"
    )
    assert [short(row) for row in found.taken] == [
        ("Northwind", "Intern", "rejected", date(2019, 7, 8)),
        ("Contoso", "Intern", "rejected", date(2019, 9, 25)),
        ("Fabrikam", "Intern", "offer", date(2019, 7, 19)),
        ("Adatum", "Intern", "interviewed", date(2019, 8, 28)),
        ("Tailspin", "", "applied", None),
        ("Lucerne", "Intern", "applied", None),
    ]
    assert [(name, day) for name, _, day in found.taken[0].dated] == [
        ("Phone", date(2019, 8, 5)),
        ("Phone", date(2019, 8, 14)),
    ]
    assert "8/82019" in found.taken[5].notes


def test_stage_and_decision_in_two_columns_and_flags() -> None:
    found = read(
        "name,id,applied_date,stage,rejected,offer_declined,points_of_contact\n"
        "Northwind,e25a7fb7de97446c99a28adc344312a4,2024-07-15,Stage one - intro call,False,False,hr@northwind.example\n"
        "Contoso,dbfec46fc5bd46d3bbcde6d7f334d20d,2024-07-14,Applied,True,False,hr@contoso.example\n"
        "Fabrikam,7b2238b9762e427ea85ac7132bbd5f10,2024-07-13,Received offer,False,True,hr@fabrikam.example\n"
    )
    assert [short(row)[2] for row in found.taken] == ["interviewed", "rejected", "withdrawn"]
    assert found.taken[0].contact_email == "hr@northwind.example"
    assert "e25a7" not in found.taken[0].notes


def test_linkedins_export_has_the_applicant_for_a_contact() -> None:
    found = read(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
        '"10/10/24, 3:54 AM",robin@mail.example, +4917,Northwind | Labs,Data Analyst,http://www.linkedin.com/jobs/view/1,a.pdf,\n'
        '"2/9/24, 9:06 PM",robin@mail.example, +4917,Contoso,Developer,http://www.linkedin.com/jobs/view/2,a.pdf,"Years?:1 | Why?:No"\n'
    )
    assert [short(row) for row in found.taken] == [
        ("Northwind | Labs", "Data Analyst", "applied", date(2024, 10, 10)),
        ("Contoso", "Developer", "applied", date(2024, 2, 9)),
    ]
    assert {row.contact_email for row in found.taken} == {""}


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("Applied", "applied"), ("ccepted", "offer"), ("Waitlisted", "waiting"), ("Phone screen passed", "interviewed"),
        ("no response yet", "applied"), ("No response", "no_response"), ("ghosted 👻", "no_response"),
        ("They rejected me after the onsite", "rejected"), ("I declined", "withdrawn"), ("Offer declined", "withdrawn"),
        ("Position filled", "rejected"), ("not selected", "rejected"), ("to apply", "applied"), ("Wishlist", "applied"),
        ("OA done", "applied"), ("2nd round", "interviewed"), ("Final Round", "interviewed"), ("followed up", "followed_up"),
        ("Vorstellungsgespräch am 12.8.", "interviewed"), ("Absage", "rejected"), ("keine Rückmeldung", "no_response"),
        ("Zusage!", "offer"), ("in Bearbeitung", "applied"), ("Refusée", "rejected"), ("Entretien prévu", "interviewed"),
        ("En attente de réponse", "applied"), ("Sans réponse", "no_response"), ("Rechazado", "rejected"),
        ("Entrevista", "interviewed"), ("En proceso", "applied"), ("已投递", "applied"), ("二面", "interviewed"),
        ("已挂", "rejected"), ("简历筛选未通过", "rejected"), ("已读不回", "no_response"), ("收到offer", "offer"),
        ("Withdrew application", "withdrawn"), ("Hired", "offer"), ("Interviewing", "interviewed"), ("Rejected ", "rejected"),
    ],
)  # fmt: skip
def test_statuses_in_a_persons_own_words(words: str, meaning: str) -> None:
    (row,) = read(f'Company,Role,Status\nNorthwind,Cook,"{words}"\n').taken
    assert (row.outcome or row.stage).value == meaning


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["8/5/2019", "8/14/2019"], date(2019, 8, 5)),
        (["5/8/2019", "14/8/2019"], date(2019, 8, 5)),
        (["5.8.2019", "6.8.2019"], date(2019, 8, 5)),
        (["2019-08-05T23:30:00Z"], date(2019, 8, 5)),
        (["Aug 5, 2019"], date(2019, 8, 5)),
        (["5th of August 2019"], date(2019, 8, 5)),
        (["Monday, August 5, 2019 10:00 AM"], date(2019, 8, 5)),
        (["5-Aug-19"], date(2019, 8, 5)),
        (["5. August 2019"], date(2019, 8, 5)),
        (["5 août 2019"], date(2019, 8, 5)),
        (["5 de agosto de 2019"], date(2019, 8, 5)),
        (["2019年8月5日"], date(2019, 8, 5)),
        (["20190805"], date(2019, 8, 5)),
        (["43682"], date(2019, 8, 5)),
        (["1565006400000"], date(2019, 8, 5)),
        (["Mon Aug 05 2019 10:00:00 GMT+0200 (CEST)"], date(2019, 8, 5)),
        (["8/5/2019 and 9/9/2019", "8/14/2019"], date(2019, 8, 5)),
        (["8/5", "8/14/2019"], date(2019, 8, 5)),
        (["31/02/2019"], None),
        (["soon"], None),
    ],
)
def test_days_in_many_forms(cells: list[str], first: date | None) -> None:
    rows = "".join(f'Northwind,Cook {n},"{cell}"\n' for n, cell in enumerate(cells))
    assert read(f"Company,Role,Date Applied\n{rows}").taken[0].applied_on == first


def test_an_order_that_nothing_settles_is_said_and_can_be_chosen() -> None:
    text = "Company,Role,Date Applied\nNorthwind,Cook,3/4/2026\nContoso,Chef,5/6/2026\n"
    found = read(text)
    assert found.sheet is not None
    assert not found.sheet.date_order_is_sure
    chosen = read(text, SheetChoices(date_order=DateOrder.DAY_FIRST))
    assert [row.applied_on for row in chosen.taken] == [date(2026, 4, 3), date(2026, 6, 5)]
    assert chosen.sheet is not None
    assert chosen.sheet.date_order_is_sure


def test_a_day_without_a_year_is_the_last_such_day() -> None:
    taken = read("Company,Role,Date Applied\nNorthwind,Cook,8-Jul\nContoso,Chef,30-Nov\n").taken
    assert [row.applied_on for row in taken] == [date(2026, 7, 8), date(2025, 11, 30)]


def test_columns_and_statuses_can_be_corrected() -> None:
    text = "Where,What,How it goes\nNorthwind,Cook,meh\nContoso,Chef,meh\n"
    choices = SheetChoices(
        ((0, "company"), (1, "role"), (2, "status")), (("MEH", Stage.OUTCOME, OutcomeKind.REJECTED),)
    )
    assert [short(row)[:3] for row in read(text, choices).taken] == [
        ("Northwind", "Cook", "rejected"),
        ("Contoso", "Chef", "rejected"),
    ]


def test_conflict_marks_and_repeated_headers_are_reported() -> None:
    found = read(
        "Company,Position,Status\n<<<<<<< HEAD\nNorthwind,Cook,Applied\n=======\nNorthwind,Cook,Rejected\n>>>>>>> b\n"
        "Company,Position,Status\n,Chef,Applied\n"
    )
    assert [short(row)[:3] for row in found.taken] == [("Northwind", "Cook", "rejected")]
    assert found.merged == 1
    assert [row.line for row in found.reported] == [2, 4, 6, 7, 8]


def test_quotes_that_are_never_closed_swallow_nothing() -> None:
    found = read(
        'Company,Role,Notes\n"Northwind,Cook,a\nContoso,"Che"f,"two\nlines"\nFab "rikam,Baker,5" screen\nAdatum,Smith,"end\n'
    )
    assert [row.company for row in found.taken] == ["Northwind", "Contoso", 'Fab "rikam', "Adatum"]
    assert found.taken[1].notes == "two\nlines"


def test_ragged_rows_keep_what_they_hold() -> None:
    found = read("Company,Role,Status\nNorthwind\nContoso,Chef,Applied,and more,still more\n")
    assert [row.company for row in found.taken] == ["Northwind", "Contoso"]
    assert found.taken[1].notes == "and more\nstill more"


def test_what_the_other_columns_hold_is_kept_as_notes() -> None:
    (row,) = read("Company,Role,Remote?,Visa,Team size,Feedback\nNorthwind,Cook,TRUE,FALSE,12,they were kind\n").taken
    assert row.notes.split("\n") == ["Remote?: yes", "Team size: 12", "Feedback: they were kind"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Company,Role\n", "no rows"),
        (b"Company,Role\n" + b"a,b\n" * 50_020, "50000 rows"),
        (b"," * 600 + b"\n" + b"," * 599 + b"x\n", "500 columns"),
    ],
)
def test_over_the_limits_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ImportFileError, match=words):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"," * 2_000_000,
        b'"' * 2_000_000,
        b"\n" * 2_000_000 + b"Company,Role\na,b",
        b"\0" * 100_000,
        b'a,"' * 300_000,
        b'"\n' * 200_000,
    ],
)
def test_bombs_end_in_a_sentence_or_in_rows(data: bytes) -> None:
    with contextlib.suppress(ImportFileError):
        assert read(data).rows <= 50_000


def test_prose_and_code_are_no_sheets() -> None:
    assert not looks_like_sheet(
        b"Dear Dana,\nthank you for the talk, it was good.\nYours, Robin\n\nPS: one more thing\n"
    )
    assert not looks_like_sheet(bytes(range(256)) * 20)
    assert looks_like_sheet(b"Company,Role\nNorthwind,Cook\n")


_TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=30)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(_TEXT, _TEXT, _TEXT, st.sampled_from(list(Stage)), st.sampled_from([None, *OutcomeKind]), st.dates()),
        min_size=1,
        max_size=5,
    )
)
def test_our_own_export_is_read_back(rows: list[tuple[str, str, str, Stage, OutcomeKind | None, date]]) -> None:
    written = []
    for n, (company, role, text, stage, outcome, day) in enumerate(rows):
        written.append(
            Application(
                company=f"C{company} {n}".strip(),
                role=f"={role}".strip(),
                stage=Stage.OUTCOME if outcome else stage if stage is not Stage.OUTCOME else Stage.APPLIED,
                outcome=Outcome(outcome, NOW) if outcome else None,
                applied_on=day.replace(year=2024),
                reply_by=ReplyBy(TODAY, stated=True),
                location="Köln",
                url="https://northwind.example/1",
                salary="-90k",
                source="@board",
                priority=n % 4,
                people=(Person(1, "Dana", "Lee", email="dana@northwind.example"),),
                notes=f"note {text}".strip(),
            )
        )
    taken = read(csv_document(written)).taken
    assert len(taken) == len(written)
    for row, application in zip(taken, written, strict=True):
        assert (" ".join(row.company.split()), row.stage, row.outcome, row.applied_on, row.location, row.url) == (
            " ".join(application.company.split()),
            application.stage,
            application.outcome.kind if application.outcome else None,
            application.applied_on,
            application.location,
            application.url,
        )
        assert (row.salary, row.source, row.priority, row.contact, row.contact_email, row.reply_by) == (
            "-90k",
            "@board",
            application.priority,
            "Dana Lee",
            "dana@northwind.example",
            TODAY,
        )


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the real files are kept apart")
def test_real_files_come_out_right() -> None:
    wanted = {"tracker14_fixture": 12, "typos_tiny": 2, "uuid_flags": 10, "wide_31_columns_accents": 4}
    for name, rows in wanted.items():
        found = read((FIXTURES / f"{name}.csv").read_bytes())
        assert len(found.taken) == rows, name
        assert all(row.applied_on for row in found.taken), name
