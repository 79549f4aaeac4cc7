"""Spreadsheets in the shapes in which they are found: exports of trackers, and those that people made themselves."""

from __future__ import annotations

import pytest

from app.exchange.sheets import looks_like_sheet
from tests.exchange.sheets.sheet_files import contents_of, rows

PLAIN = "Company,Role,Status,Date applied\nAcme,Data Engineer,Applied,2026-03-01\nBeta,Analyst,Rejected,2026-03-02\n"
PLAIN_ROWS = [("Acme", "Data Engineer", "applied", "2026-03-01"), ("Beta", "Analyst", "rejected", "2026-03-02")]

HOME_MADE = {
    "plain": PLAIN,
    "blank first line": "\n\n" + PLAIN,
    "title above the header": "My job hunt 2026,,,\n\n" + PLAIN,
    "everything quoted": '"Company","Role","Status","Date applied"\r\n"Acme","Data Engineer","Applied","2026-03-01"\r\n'
    '"Beta","Analyst","Rejected","2026-03-02"\r\n',
    "semicolons": PLAIN.replace(",", ";"),
    "tabs": PLAIN.replace(",", "\t"),
    "upright strokes": PLAIN.replace(",", "|"),
    "said separator": "sep=;\n" + PLAIN.replace(",", ";"),
    "misspelt": PLAIN.replace("Company", "Compnay").replace("Status", "Staus").replace("Date applied", "Date aplied"),
    "unnamed index": ",Company,Role,Status,Date applied\n0,Acme,Data Engineer,Applied,2026-03-01\n"
    "1,Beta,Analyst,Rejected,2026-03-02\n",
    "names of a program": "id,companyName,jobTitle,applicationStatus,appliedDate,updatedAt\n"
    "7,Acme,Data Engineer,APPLIED,"
    "2026-03-01T00:00:00Z,2026-03-09T10:00:00Z\n8,Beta,Analyst,REJECTED,2026-03-02T00:00:00Z,2026-03-09T10:00:00Z\n",
    "no header": "Acme,Data Engineer,Applied,2026-03-01\nBeta,Analyst,Rejected,2026-03-02\n",
    "no header, role first": "2026-03-01,Data Engineer,Acme,https://a.example,Applied\n"
    "2026-03-02,Analyst,Beta,https://b.example,Rejected\n",
    "unknown names": "Brand,Gig,Day of it,Mood\nAcme,Data Engineer,2026-03-01,Applied\n"
    "Beta,Analyst,2026-03-02,Rejected\n",
    "header again": PLAIN + "Company,Role,Status,Date applied\n",
    "conflict": "Company,Role,Status,Date applied\n<<<<<<< HEAD\nAcme,Data Engineer,Applied,2026-03-01\n=======\n"
    "Beta,Analyst,Rejected,2026-03-02\n>>>>>>> other\n",
    "sum at the end": PLAIN + "Total,2,,\n",
    "German": "Firma;Stelle;Status;Beworben am\nAcme;Data Engineer;Beworben;1.3.2026\nBeta;Analyst;Absage;02.03.2026\n",
    "French": "Entreprise;Poste;Statut;Date de candidature\nAcme;Data Engineer;Envoyée;01/03/2026\n"
    "Beta;Analyst;Refusée;02/03/2026\n",
    "Spanish": "Empresa,Puesto,Estado,Fecha de postulación\nAcme,Data Engineer,Enviado,1 de marzo de 2026\n"
    "Beta,Analyst,Rechazado,2/3/2026\n",
    "Chinese": "公司名称,岗位,当前状态,企业性质,投递时间,最后更新时间\n"
    "Acme,Data Engineer,已投递,国企,2026-03-01,2026-04-01 00:00:00\n"
    "Beta,Analyst,一面挂,民企,2026/3/2,2026-04-02 00:00:00\n",
    "formulas and guards": "Company,Role,Status,Date applied\n"
    '"=HYPERLINK(""https://a.example"",""Acme"")",Data Engineer,Applied,2026-03-01\nBeta,Analyst,Rejected,2026-03-02\n',
}


@pytest.mark.parametrize("shape", HOME_MADE)
def test_one_and_the_same_hunt_in_many_shapes(shape: str) -> None:
    assert rows(HOME_MADE[shape]) == PLAIN_ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_of_western_files(encoding: str) -> None:
    text = "Société,Poste,Statut\nCafé Müller,Développeur,Refusée\nŒuvre & Cie,Ingénieur,Envoyée\n"
    assert [row[0] for row in rows(text.encode(encoding))] == ["Café Müller", "Œuvre & Cie"]


def test_a_chinese_file_in_its_own_encoding() -> None:
    text = "公司,岗位,状态,投递时间\n三一重工,机械工程师,已投递,2026-06-23\n航天八院,总体设计,一面,2026-06-18\n"
    assert rows(text.encode("gb18030")) == rows(text)
    assert rows(text)[1] == ("航天八院", "总体设计", "interviewed", "2026-06-18")


def test_linkedins_export_leaves_the_users_own_address_and_answers_out() -> None:
    text = (
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
        "Question And Answers\n"
        '"11/23/24, 11:39 PM",me@mail.example, +4366,Acme,Game Developer,http://l.example/1,cv.pdf,'
        "First name:Me | Age:4\n"
        '"2/14/25, 12:09 AM",me@mail.example, +4366,Beta,"Engineer, remote",http://l.example/2,cv.pdf,"Years,'
        ' of C#:10"\n'
        '"1/7/25, 5:27 AM",me@mail.example, +4366,Gamma,Engineer,http://l.example/3,cv.pdf,\n'
    )
    file = contents_of(text)
    assert rows(text)[0] == ("Acme", "Game Developer", "applied", "2024-11-23")
    assert [row.contact_email for row in file.taken] == ["", "", ""]
    assert all("First name" not in row.notes for row in file.taken)


def test_huntrs_and_teals_lists_are_statuses() -> None:
    huntr = (
        "Company,Title,List,URL,Date Saved,Date Applied\n"
        "Acme,Engineer,Wishlist,https://a.example,2026-03-01,\n"
        "Beta,Analyst,Offer,https://b.example,2026-03-01,2026-03-05\n"
    )
    assert rows(huntr) == [("Acme", "Engineer", "applied", None), ("Beta", "Analyst", "offer", "2026-03-05")]
    assert "Wishlist" in contents_of(huntr).taken[0].notes
    teal = (
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement\n"
        "Engineer,Acme,$120,Berlin,Bookmarked,03/01/2026,,,,4 stars\n"
        "Analyst,Beta,,,Negotiating,03/01/2026,,03/15/2026,,\n"
    )
    assert rows(teal) == [("Acme", "Engineer", "applied", None), ("Beta", "Analyst", "offer", "2026-03-15")]
    assert contents_of(teal).taken[0].priority == 3


def test_the_day_on_which_a_row_was_made_is_no_day_of_applying() -> None:
    text = "Date Added,Company,Title,Status\n2026-03-01,Acme,Engineer,Not applied\n2026-03-02,Beta,Analyst,Applied\n"
    assert rows(text) == [("Acme", "Engineer", "applied", None), ("Beta", "Analyst", "applied", None)]
    assert [row.saved for row in contents_of(text).taken] == [True, False]
    assert contents_of(text).taken[1].notes == "Date Added: 2026-03-02"


def test_columns_of_stages_hold_days_or_a_yes() -> None:
    text = (
        "Company,Role,Applied Date,Coding Challenge,Phone,Onsite,Result\n"
        "Acme,Engineer,8/6/2019,yes,8/22/2019 & 8/27/2019,,Rejection :(\nBeta,Engineer,8/7/2019,expired,,,\n"
        "Gamma,Engineer,8/8/2019,,yes,n/a,ongoing\nDelta,Engineer,8/19/2019,,,yes,Accepted!\nEpsilon,,,,,,\n"
    )
    assert [row[2] for row in rows(text)] == ["rejected", "applied", "interviewed", "offer", "applied"]
    assert [(name, str(day)) for name, _, day in contents_of(text).taken[0].dated] == [
        ("Phone", "2019-08-22"),
        ("Phone", "2019-08-27"),
    ]


def test_a_stage_that_is_still_to_come_is_not_reached() -> None:
    text = (
        "Company,Role,Date applied,Interview date\nAcme,Engineer,2026-11-01,2026-12-01\n"
        "Beta,Engineer,2026-11-01,2026-11-20\n"
    )
    assert [row[2] for row in rows(text)] == ["applied", "interviewed"]
    assert contents_of(text).taken[0].dated != ()


def test_stage_and_decision_in_two_columns() -> None:
    text = (
        "Company,Role,Stage,Decision\nAcme,Engineer,Final round,Rejected\nBeta,Engineer,Offer,Declined\n"
        "Gamma,Engineer,Phone screen,\nDelta,Engineer,Offer,Accepted\n"
    )
    assert [row[2] for row in rows(text)] == ["rejected", "offer", "interviewed", "offer"]
    assert [row.decision for row in contents_of(text).taken] == [None, "declined", None, "accepted"]


def test_flags_of_true_and_false() -> None:
    text = (
        "name,id,applied_date,stage,rejected,offer_declined,points_of_contact\n"
        "Acme,e25a7fb7de97446c99a28adc344312a4,2024-07-15,Stage one - intro call,False,False,hr@acme.example\n"
        "Beta,dbfec46fc5bd46d3bbcde6d7f334d20d,2024-07-14,Applied,True,False,hr@beta.example\n"
        "Gamma,7b2238b9762e427ea85ac7132bbd5f10,2024-07-13,Received offer,False,False,hr@gamma.example\n"
    )
    assert [row[2] for row in rows(text)] == ["interviewed", "rejected", "offer"]
    assert [row.contact_email for row in contents_of(text).taken] == [
        "hr@acme.example",
        "hr@beta.example",
        "hr@gamma.example",
    ]
    assert all("e25a7" not in row.notes for row in contents_of(text).taken)


def test_a_source_that_holds_links_is_the_link() -> None:
    text = (
        "date,company,role,channel,status,source,last_updated\n"
        "2026-06-10,Acme,Engineer,Referral,Draft,https://a.example/1,2026-06-10\n"
        "2026-06-09,Beta,Analyst,LinkedIn,Sent,https://b.example/2,\n"
    )
    assert [(row.url, row.source) for row in contents_of(text).taken] == [
        ("https://a.example/1", "Referral"),
        ("https://b.example/2", "LinkedIn"),
    ]


def test_cells_of_several_lines_and_lists() -> None:
    text = (
        'data,titulo,empresa,status,observacao\n2026-04-18,"Graduate Developer\n'
        'Graduate Developer with verification",Acme,enviada,'
        '"first line\nsecond line"\n2026-04-19,Engineer,Beta,"Applied, Interview, Rejected",\n'
    )
    file = contents_of(text)
    assert rows(text)[0] == ("Acme", "Graduate Developer", "applied", "2026-04-18")
    assert file.taken[0].notes.startswith("first line\nsecond line")
    assert (file.taken[1].line, file.taken[1].outcome) == (5, "rejected")


def test_a_separator_without_quotes_is_put_right_where_it_is_plain() -> None:
    text = "Company,Role,Status,Link,Date\n" + "".join(
        f"Company {i},Engineer,Applied,https://a.example/{i},2026-03-0{i}\n" for i in range(1, 8)
    )
    broken = text + "Acme, Inc.,Engineer,Rejected,https://a.example/9,2026-03-09\n"
    assert rows(broken)[-1] == ("Acme, Inc.", "Engineer", "rejected", "2026-03-09")


def test_what_no_field_holds_goes_into_the_notes_by_its_name() -> None:
    text = (
        "Company,Role,Status,Sector,Visa,Score\nAcme,Engineer,Phone screen passed,Data,TRUE,82\n"
        "Beta,Analyst,Applied,Retail,FALSE,64\n"
    )
    notes = [row.notes for row in contents_of(text).taken]
    assert notes == ["Status: Phone screen passed\nSector: Data\nVisa: TRUE\nScore: 82", "Sector: Retail\nScore: 64"]


def test_a_name_and_an_address_in_one_cell() -> None:
    text = "Company,Role,Contact\nAcme,Engineer,Dana Lee <dana@acme.example>\nBeta,Analyst,Omar Haddad\n"
    taken = contents_of(text).taken
    assert [(row.contact, row.contact_email) for row in taken] == [
        ("Dana Lee", "dana@acme.example"),
        ("Omar Haddad", ""),
    ]


def test_nothing_is_evaluated_and_guards_come_off() -> None:
    text = "Company,Role,Notes\n'=cmd|' /C calc'!A0,Engineer,'+49 30 1234\n=1+1,Analyst,@me\n"
    taken = contents_of(text).taken
    assert [row.company for row in taken] == ["=cmd|' /C calc'!A0", "=1+1"]
    assert [row.notes for row in taken] == ["+49 30 1234", "@me"]


def test_controls_in_cells_are_made_visible() -> None:
    row = contents_of("Company,Role\nAcme\x1b[31m,Eng\x07ineer\n").taken[0]
    assert (row.company, row.role) == ("Acme␛[31m", "Eng␇ineer")


def test_a_page_of_notion_names_the_role_and_carries_no_address_of_its_own() -> None:
    text = (
        "Name,Applied,Company,Last edited time,Stage\n"
        'Backend Engineer,"March 12, 2026",Acme (https://www.notion.so/Acme-01?pvs=21),'
        '"March 15, 2026 4:22 PM",Applied\n'
        'Platform Lead,"March 1, 2026 → March 3, 2026",Beta,"March 20, 2026 1:02 PM",1st Interview\n'
    )
    assert rows(text) == [
        ("Acme", "Backend Engineer", "applied", "2026-03-12"),
        ("Beta", "Platform Lead", "interviewed", "2026-03-01"),
    ]


def test_the_companies_may_stand_in_a_column_without_a_name() -> None:
    text = (
        ",City,Country,Link,Day Sent,Position,Status\nAcme,Utrecht,Netherlands,here,09-10-2021,ML Engineer,Denied\n"
        "Beta,Berlin,Germany,here,22-10-2021,Analyst,I Denied\n"
        "Gamma,Bonn,Germany,here,23-10-2021,Analyst,Not Responded\n"
    )
    assert rows(text) == [
        ("Acme", "ML Engineer", "rejected", "2021-10-09"),
        ("Beta", "Analyst", "withdrawn", "2021-10-22"),
        ("Gamma", "Analyst", "no_response", "2021-10-23"),
    ]
    assert contents_of(text).taken[0].location == "Utrecht, Netherlands"


def test_a_column_a_stage_from_saved_to_ghosted() -> None:
    text = (
        "Company,Title,Saved,Applied,Phone Screen,Onsite,Offer,Rejected,Ghosted\n"
        "Acme,Engineer,2026-01-01,2026-01-02,2026-01-10,,,2026-01-20,\n"
        "Beta,Engineer,2026-01-01,2026-01-03,2026-01-11,2026-01-22,2026-01-29,,\n"
        "Gamma,Engineer,2026-01-01,,,,,,\nDelta,Engineer,2026-01-01,2026-01-05,,,,,x\n"
    )
    assert [(row[2], row[3]) for row in rows(text)] == [
        ("rejected", "2026-01-02"),
        ("offer", "2026-01-03"),
        ("applied", None),
        ("no_response", "2026-01-05"),
    ]


def test_headings_between_rows_are_no_applications() -> None:
    text = (
        "Company,Role,Date,Status\nJANUARY 2026,,,\nAcme,Engineer,1/15/2026,rejected\nWeek 7,,,\n---,---,---,---\n"
        "Netflix,,,\n"
    )
    file = contents_of(text)
    assert [row.company for row in file.taken] == ["Acme", "Netflix"]
    assert [row.line for row in file.reported] == [2, 4, 5]


def test_a_day_of_a_follow_up_is_kept_and_moves_nothing() -> None:
    text = (
        "Entreprise;Poste;Date d'envoi;Relance le;Réponse\nAcme;Ingénieur;12/01/2026;26/01/2026;En attente\n"
        "Beta;Analyste;15/01/2026;29/01/2026;Entretien\n"
    )
    assert [row[2] for row in rows(text)] == ["applied", "interviewed"]
    assert [name for name, _, _ in contents_of(text).taken[0].dated] == ["Relance le"]


def test_a_long_file_of_characters_of_several_bytes() -> None:
    text = "公司,岗位,状态\n" + "".join(f"航天第{i}院,总体设计,一面\n" for i in range(6_000))
    data = text.encode("gb18030")
    assert looks_like_sheet(data)
    assert contents_of(data).taken[-1].company == "航天第5999院"


def test_passwords_for_portals_stay_where_they_are() -> None:
    row = contents_of("Company,Role,Username,Password\nAcme,Engineer,me,hunter2\nBeta,Analyst,me2,hunter3\n").taken[0]
    assert row.notes == "Username: me"


def test_a_state_is_a_place_where_it_holds_no_statuses() -> None:
    taken = contents_of(
        "Company,Role,City,State,Status\nAcme,Engineer,Austin,TX,Applied\nBeta,Analyst,Reno,NV,Offer\n"
    ).taken
    assert [(row.location, row.outcome or row.stage) for row in taken] == [
        ("Austin, TX", "applied"),
        ("Reno, NV", "offer"),
    ]
