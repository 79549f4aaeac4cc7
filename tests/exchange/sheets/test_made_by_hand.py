"""Sheets as people make them by hand: cells merged, headings between the rows, days in words, statuses in sentences."""

from __future__ import annotations

import pytest

from app.exchange.contents import SheetChoices
from app.exchange.sheets import read_records
from app.exchange.sheets.statuses.reading import meaning_of
from app.exchange.sheets.tables.html_tables import tables_in
from app.exchange.source import Source
from app.exchange.unpacking import unpacked
from tests.exchange.sheets.sheet_files import TODAY, contents_of, rows, summary_of
from tests.exchange.workbook_files import sheet_xml, xlsx_of

ONE_COMPANY = [
    ("Atlas", "Tester", "rejected", "2026-03-12"),
    ("Atlas", "Analyst", "applied", "2026-03-13"),
    ("Bramble", "Writer", "applied", "2026-03-14"),
    ("Bramble", "Editor", "rejected", "2026-03-15"),
]
WRITTEN_ONCE = {
    "en": "Company,Role,Applied,Status\nAtlas,Tester,2026-03-12,Rejected\n,Analyst,2026-03-13,Applied\n"
    "Bramble,Writer,2026-03-14,Applied\n,Editor,2026-03-15,Rejected\n",
    "de": "Firma;Stelle;Beworben am;Status\nAtlas;Tester;12.03.2026;Absage\n;Analyst;13.03.2026;offen\n"
    "Bramble;Writer;14.03.2026;offen\n;Editor;15.03.2026;Absage\n",
    "es": "Puesto,Empresa,Fecha de postulación,Estado\nTester,Atlas,12/03/2026,Rechazado\nAnalyst,,13/03/2026,Enviado\n"
    "Writer,Bramble,14/03/2026,Enviado\nEditor,,15/03/2026,Rechazado\n",
}


@pytest.mark.parametrize("language", WRITTEN_ONCE)
def test_a_company_written_once_over_several_roles_is_that_of_them_all(language: str) -> None:
    assert rows(WRITTEN_ONCE[language]) == ONE_COMPANY


def test_it_is_said_which_rows_took_the_company_above_them() -> None:
    notes = contents_of(WRITTEN_ONCE["en"]).notes
    assert "The company is blank in lines 3, 5; it was taken from the row above." in notes


@pytest.mark.parametrize(
    "text",
    [
        "Company,Role,Applied,Status\nAtlas,Tester,2026-03-12,Rejected\n,Analyst,2026-03-13,Applied\n",
        "Company,Role,Applied,Status\nAtlas,Tester,2026-03-12,Rejected\nAtlas,Writer,2026-03-12,Rejected\n"
        ",Analyst,2026-03-13,Applied\n,Editor,2026-03-15,Applied\n",
        "Company,Role,Applied,Status\n,Analyst,2026-03-13,Applied\n,Editor,2026-03-15,Applied\n"
        "Atlas,Tester,2026-03-12,Rejected\n",
    ],
    ids=["one blank", "written out elsewhere", "nothing above"],
)
def test_a_company_that_is_only_missing_is_reported(text: str) -> None:
    contents = contents_of(text)
    assert contents.reported
    assert all(row.company == "Atlas" and row.role in ("Tester", "Writer") for row in contents.taken)


UNDER_HEADINGS = {
    "en": "APPLIED,,\nAtlas,Plumber,2026-04-01\nREJECTED,,\nBramble,Mason,2026-03-15\nINTERVIEWED,,\nCorvid,Tiler,2026-03-28\n",
    "de": "Firma;Stelle;Datum\nBeworben;;\nAtlas;Plumber;01.04.2026\nAbsagen;;\nBramble;Mason;15.03.2026\n"
    "Gespräch geführt;;\nCorvid;Tiler;28.03.2026\n",
    "fr": "Entreprise;Poste;Date\nEnvoyées;;\nAtlas;Plumber;01/04/2026\nRefusées;;\nBramble;Mason;15/03/2026\n"
    "Entretien passé;;\nCorvid;Tiler;28/03/2026\n",
}


@pytest.mark.parametrize("language", UNDER_HEADINGS)
def test_rows_stand_as_the_heading_above_them_says(language: str) -> None:
    assert rows(UNDER_HEADINGS[language]) == [
        ("Atlas", "Plumber", "applied", "2026-04-01"),
        ("Bramble", "Mason", "rejected", "2026-03-15"),
        ("Corvid", "Tiler", "interviewed", "2026-03-28"),
    ]
    assert len(contents_of(UNDER_HEADINGS[language]).reported) == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Company,Role,Status,Applied\nAtlas,Tester,Applied,2026-03-12\nREJECTED,,,\n", "heading"),
        ("Nr.;Firma;Stelle;Status\n1;Atlas;Tester;offen\nSumme;1;;\n", "total"),
        (
            "Day,Employer,Work,Result\n3/12/2026,Atlas,Tester,Applied\nWeek ending,3/17/2026,,\n",
            "date where the company",
        ),
    ],
)
def test_a_row_that_is_no_application_is_never_one(text: str, reason: str) -> None:
    contents = contents_of(text)
    assert [row.company for row in contents.taken] == ["Atlas"]
    assert reason in contents.reported[-1].reason


def test_a_cell_that_reaches_over_rows_of_a_web_page_is_in_each_of_them() -> None:
    page = (
        "<table><tr><th>Company</th><th>Role</th><th>Applied</th><th>Status</th></tr>"
        "<tr><td rowspan='2'>Atlas</td><td>Tester</td><td>2026-03-12</td><td rowspan=3>Applied</td></tr>"
        "<tr><td>Analyst</td><td rowspan=2>2026-03-13</td></tr><tr><td>Bramble</td><td>Writer</td></tr></table>"
    )
    [records] = tables_in(page.encode())
    assert [record.cells for record in records[1:]] == [
        ["Atlas", "Tester", "2026-03-12", "Applied"],
        ["Atlas", "Analyst", "2026-03-13", "Applied"],
        ["Bramble", "Writer", "2026-03-13", "Applied"],
    ]


def test_a_cell_merged_over_rows_of_a_workbook_is_in_each_of_them() -> None:
    rows_written = [
        ["Company", "Role", "Applied", "Status"],
        ["Atlas", "Tester", "2026-03-12", "Rejected"],
        ["", "Analyst", "", "Applied"],
        ["Bramble", "Writer", "2026-03-14", "Applied"],
    ]
    merged = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/></mergeCells></worksheet>'
    book = xlsx_of({"Jobs": sheet_xml(rows_written).replace("</worksheet>", merged)})
    [source] = unpacked(Source("jobs.xlsx", book))
    assert isinstance(source, Source)
    contents = read_records("jobs.xlsx", source.rows or (), TODAY, SheetChoices(), "xlsx")
    assert [summary_of(row) for row in contents.taken] == [
        ("Atlas", "Tester", "rejected", "2026-03-12"),
        ("Atlas", "Analyst", "applied", "2026-03-12"),
        ("Bramble", "Writer", "applied", "2026-03-14"),
    ]


NAMED_AS_SOMETHING_ELSE = {
    "en": "Company,Role,Applied,Update\nAtlas,Tester,2026-03-12,Regret email\nBramble,Writer,2026-03-14,Not yet applied\n",
    "en state": "company,role,applied,state\nAtlas,Tester,2026-03-12,rejected\nBramble,Writer,2026-03-14,draft\n",
    "it": "Ditta;Ruolo;Mandato il;A che punto\nAtlas;Tester;12/03/2026;scartato\nBramble;Writer;14/03/2026;da inviare\n",
    "hu": "Cég;Állás;Elküldve;Hogy áll\nAtlas;Tester;2026. március 12.;elutasítás\nBramble;Writer;;elküldendő\n",
}


@pytest.mark.parametrize("language", NAMED_AS_SOMETHING_ELSE)
def test_a_column_of_statuses_is_the_status_whatever_it_is_called(language: str) -> None:
    first, second = contents_of(NAMED_AS_SOMETHING_ELSE[language]).taken
    assert summary_of(first) == ("Atlas", "Tester", "rejected", "2026-03-12")
    assert second.saved


@pytest.mark.parametrize(
    "cards",
    [
        ["Atlas - Test Engineer", "Data Analyst @ Bramble", "Corvid — Technical Writer"],
        ["Atlas - Testingenieur", "Datenanalyst bei Bramble", "Corvid – Redakteur"],
        ["Atlas | Ingénieur test", "Analyste chez Bramble", "Corvid – Rédacteur"],
    ],
)
def test_cards_written_now_like_this_and_now_like_that_are_parted(cards: list[str]) -> None:
    text = "Name,List\n" + "".join(f"{card},Applied\n" for card in cards)
    assert [row.company for row in contents_of(text).taken] == ["Atlas", "Bramble", "Corvid"]
    assert all(row.role for row in contents_of(text).taken)


@pytest.mark.parametrize(
    "day",
    ["15 มี.ค. 69", "15 มีนาคม 2569", "15 मार्च 2026", "3월 15일", "15 tháng 3, 2026", "15. ožujka 2026.", "15 март 2026"],
)
def test_days_with_months_of_many_languages(day: str) -> None:
    text = f'Company,Role,Date applied,Status\nAtlas,Tester,"{day}",Applied\nBramble,Writer,2026-03-16,Applied\n'
    assert rows(text)[0] == ("Atlas", "Tester", "applied", "2026-03-15")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ditta;Ruolo;Mandato il;Stato\nAtlas;Tester;12/3;in attesa\nBramble;Writer;15/3;in attesa\n", "2026-03-12"),
        ("Firma;Stelle;Beworben am;Status\nAtlas;Tester;12/3;offen\nBramble;Writer;11/3;offen\n", "2026-03-12"),
        ("Company,Role,Applied,Status\nAtlas,Tester,3/12,Applied\nBramble,Writer,3/15,Applied\n", "2026-03-12"),
    ],
)
def test_days_without_a_year_follow_the_order_of_their_sheet(text: str, day: str) -> None:
    assert rows(text)[0][3] == day


SENTENCES = {
    "rejected": "They went with someone internal; Haben sich für jemand anderen entschieden; Ils ont pris quelqu'un d'autre;"
    " Se quedaron con otra persona; Hanno scelto un altro; Взяли другого; Wybrali kogoś innego; Başkasını seçtiler;"
    " Không được nhận; Nu m-au ales; Nem engem választottak; Με απέρριψαν",
    "no_response": "Heard nothing; Nichts mehr gehört; Aucune nouvelle; Niets meer gehoord; Ikke hørt noget; Няма отговор;"
    " interview, then nothing; puis plus rien; Entrevista y luego nada",
    "saved": "Noch schreiben; Nog versturen; Треба податися; Pitäisi hakea; エントリー予定; Elküldendő",
    "withdrawn": "Decided not to pursue; Başvurumu çektim; Drog mig ur; Trak mig ud;"
    " Habe woanders angenommen; acepté otra oferta; elders getekend",
    "applied": "keine Antwort bisher; bislang keine Rückmeldung; no reply yet; pas encore de réponse; sem resposta até agora;"
    " nessuna risposta finora; zatím bez odpovědi; na razie brak odpowiedzi; egyelőre nincs válasz; henüz cevap yok",
    "offer": "Started the job; Přijali mě; Tulin valituksi; Με προσέλαβαν; تم توظيفي; Từ chối offer; mi hanno preso;"
    " They offered me the job but I said no; Angebot bekommen, aber abgelehnt; offre reçue mais refusée",
}


@pytest.mark.parametrize("means", SENTENCES)
def test_statuses_in_whole_sentences(means: str) -> None:
    for words in SENTENCES[means].split(";"):
        meaning = meaning_of(words.strip())
        read = "saved" if meaning.is_wish else meaning.outcome or meaning.stage
        assert read == means, words


def test_a_column_called_application_holds_company_and_role_however_each_row_parts_them() -> None:
    text = (
        "Application,When\nNorthwind - Data Engineer,2026-02-01\nContoso – QA,2026-02-03\nFabrikam | SRE,2026-02-04\n"
    )
    assert [row[:2] for row in rows(text)] == [("Northwind", "Data Engineer"), ("Contoso", "QA"), ("Fabrikam", "SRE")]
    text = "Name,Status\nNorthwind - Developer,Applied\nContoso - Tester,Applied\nFabrikam: Analyst,Rejected\n"
    assert [row[:2] for row in rows(text)] == [
        ("Northwind", "Developer"),
        ("Contoso", "Tester"),
        ("Fabrikam", "Analyst"),
    ]


def test_what_markdown_prints_bold_is_a_name_and_the_line_below_its_header_is_no_row() -> None:
    file = contents_of(
        "# Jobs\n\n| Company | Role | Status |\n|---|---|---|\n| **Acme** | `QA` | ❌ |\n| ~~Beta~~ | PM | hired |\n"
    )
    assert [(row.company, row.role) for row in file.taken] == [("Acme", "QA"), ("Beta", "PM")]
    assert file.rows == 2


def test_a_second_table_with_its_columns_in_another_order_is_read_by_its_own_header() -> None:
    text = (
        "Company,Role,Applied,Status\nAcme,Dev,2026-01-01,Applied\n\nRejections\nDate,Firm,Position,Outcome,Salary\n"
        "2026-02-01,Gamma,PM,Rejected,90k\n2026-02-02,Delta,SRE,Ghosted,\n\nCompany,Role,Applied,Status\nBeta,QA,2026-01-03,Offer\n"
    )
    assert rows(text) == [
        ("Acme", "Dev", "applied", "2026-01-01"),
        ("Gamma", "PM", "rejected", "2026-02-01"),
        ("Delta", "SRE", "no_response", "2026-02-02"),
        ("Beta", "QA", "offer", "2026-01-03"),
    ]
    file = contents_of(text)
    assert file.taken[1].salary == "90k"
    assert ["header" in row.reason or "heading" in row.reason for row in file.reported] == [True, True, True]


def test_a_day_is_no_company_whatever_stands_beside_it() -> None:
    file = contents_of("Company,Role,Status\nAcme,Dev,Applied\n2026-02-01,Gamma,Rejected\n7 Days,Clerk,Applied\n")
    assert [row.company for row in file.taken] == ["Acme", "7 Days"]
    assert "date where the company should be" in file.reported[0].reason


def test_a_column_of_reasons_tells_how_what_is_closed_ended_and_an_offer_may_be_declined_in_either_column() -> None:
    text = "Company,Role,Status,Reason\nA,x,Closed,I withdrew\nB,y,Closed,No response\nC,z,Rejected,wanted more years\n"
    assert [row[2] for row in rows(text)] == ["withdrawn", "no_response", "rejected"]
    text = "Company,Role,{},{}\nA,x,Offer,Declined\nB,y,Onsite,Rejected\n"
    for names in (("Stage", "Status"), ("Status", "Decision")):
        first, second = contents_of(text.format(*names)).taken
        assert (first.decision, second.outcome) == ("declined", "rejected")
