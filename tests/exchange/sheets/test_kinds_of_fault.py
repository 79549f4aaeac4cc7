"""The ways in which sheets were once read wrongly, each in sheets of our own in several languages."""

from __future__ import annotations

from datetime import date

import pytest

from app.exchange.sheets import looks_like_sheet
from app.exchange.sheets.parting import role_in_subject
from tests.exchange.sheets.sheet_files import contents_of, rows

TWO = [("Northwind", "Tester", "rejected", "2026-03-12"), ("Contoso", "Analyst", "applied", "2026-03-13")]
FIRST_CELLS = {
    "English, a bracket": "[HIRING] Company,Role,Status,Date applied\n{}",
    "English, an angle": "<Company>,Role,Status,Date applied\n{}",
    "German, comments": "# Stand: heute\n# Firma, Stelle, Status, Beworben am\n{}",
    "French, comments with a name": "// suivi\n// champs: Entreprise,Poste,Statut,Date de candidature\n{}",
    "Spanish, conflict": "<<<<<<< HEAD\nEmpresa,Puesto,Estado,Fecha de postulación\n{}>>>>>>> theirs\n",
}


@pytest.mark.parametrize("shape", FIRST_CELLS)
def test_the_kind_is_what_most_lines_agree_on(shape: str) -> None:
    body = "Northwind,Tester,Rejected,2026-03-12\nContoso,Analyst,Applied,2026-03-13\n"
    text = FIRST_CELLS[shape].format(body)
    assert looks_like_sheet(text.encode())
    assert rows(text) == TWO


IN_ONE_COLUMN = {
    "English at": "Job,Status,Date\nTester at Northwind,Rejected,2026-03-12\nAnalyst at Contoso,Applied,2026-03-13\n",
    "English dash, role first": "Job,Status,Date\nTester - Northwind,Rejected,2026-03-12\n"
    "Analyst - Contoso,Applied,2026-03-13\n",
    "English brackets": "Job,Status,Date\nTester (Northwind),Rejected,2026-03-12\nAnalyst (Contoso),Applied,2026-03-13\n",
    "German bei": "Bewerbung;Stand;Datum\nTester bei Northwind;Absage;12.03.2026\nAnalyst bei Contoso;offen;13.03.2026\n",
    "German, named": "Firma / Stelle;Status;Datum\nNorthwind / Tester;Absage;12.03.2026\n"
    "Contoso / Analyst;Beworben;13.03.2026\n",
    "French chez": "Offre,Statut,Date\nTester chez Northwind,Refusée,12/03/2026\nAnalyst chez Contoso,Envoyée,13/03/2026\n",
    "Spanish, named": "Empresa - Puesto,Estado,Fecha\nNorthwind - Tester,Rechazado,12/03/2026\n"
    "Contoso - Analyst,Enviado,13/03/2026\n",
    "no header": "Tester FROM Northwind,Rejected,2026-03-12\nAnalyst FROM Contoso,Applied,2026-03-13\n"
    "Writer FROM Fabrikam,Applied,2026-03-14\n",
    "subject": "company,subject,status,date\nNorthwind,Re: Tester at Northwind,rejected,2026-03-12\n"
    "Contoso,Application for Analyst at Contoso,applied,2026-03-13\n",
}


@pytest.mark.parametrize("shape", IN_ONE_COLUMN)
def test_company_and_role_in_one_column_are_parted(shape: str) -> None:
    assert rows(IN_ONE_COLUMN[shape])[:2] == TWO


def test_a_letter_that_is_folded_into_two_cuts_no_role_in_a_subject() -> None:
    assert role_in_subject("Application for Fußpfleger at NORTHWIND", "Northwind") == "Fußpfleger"
    assert role_in_subject("Application for Tester at Northwind", "Northwind") == "Tester"


@pytest.mark.parametrize(
    "text",
    [
        "Company,Role,Team,Applied,Status\nAcme,Dev,Core,2026-03-12,Rejected\nAcme,Dev,Search,2026-03-12,Interview\n",
        "Firma;Stelle;Kennziffer;Beworben am;Status\nAcme;Dev;A-1;12.03.2026;Absage\nAcme;Dev;A-2;12.03.2026;Gespräch\n",
        "Entreprise,Poste,Lien,Date d'envoi,Statut\nAcme,Dev,https://a.example/1,12/03/2026,Refusée\n"
        "Acme,Dev,https://a.example/2,12/03/2026,Entretien\n",
        "会社名,職種,求人番号,応募日,選考状況\nAcme,Dev,1001,2026-03-12,不採用\nAcme,Dev,1002,2026-03-12,一次面接\n",
    ],
)
def test_another_id_team_or_link_is_another_application(text: str) -> None:
    file = contents_of(text)
    assert [row.outcome or row.stage for row in file.taken] == ["rejected", "interviewed"]
    assert file.merged == 0


def test_no_further_stage_wins_over_a_rejection() -> None:
    header = "Company,Role,Date applied,Status\n"
    for first, second in (("Rejected", "Offer"), ("Interview", "Rejected"), ("Rejected", "Interview")):
        file = contents_of(f"{header}Acme,Dev,2026-03-12,{first}\nAcme,Dev,2026-03-12,{second}\n")
        assert ([row.outcome for row in file.taken], file.merged) == (["rejected"], 1)
        assert "Also in the file" in file.taken[0].notes


@pytest.mark.parametrize(
    "status",
    [
        "not applied yet",
        "haven't sent it yet",
        "skipped",
        "bookmarked",
        "to apply",
        "draft",
        "noch nicht abgeschickt",
        "gemerkt",
        "Entwurf",
        "pas encore envoyée",
        "à postuler",
        "brouillon",
        "aún sin enviar",
        "por aplicar",
        "borrador",
        "ainda não me candidatei",
        "salva",
        "rascunho",
        "non ancora inviata",
        "bozza",
        "nog niet verstuurd",
        "opgeslagen",
        "inte sökt än",
        "sparad",
        "ikke søkt ennå",
        "ei vielä haettu",
        "luonnos",
        "jeszcze nie aplikowałem",
        "szkic",
        "zatím neodesláno",
        "uloženo",
        "még nem jelentkeztem",
        "piszkozat",
        "ещё не откликался",
        "черновик",
        "ще не відправлено",
        "чернетка",
        "henüz başvurmadım",
        "taslak",
        "δεν έχω κάνει αίτηση",
        "لم يتم التقديم",
        "טיוטה",
        "ड्राफ्ट",
        "chưa nộp",
        "ยังไม่ได้สมัคร",
        "belum melamar",
        "encara no enviat",
        "还没投",
        "未応募",
        "아직 지원 전",
    ],
)
def test_what_was_not_applied_for_has_no_day(status: str) -> None:
    row = contents_of(
        f"Company,Role,Date applied,Status\nAcme,Dev,2026-03-12,{status}\nBeta,Dev,2026-03-13,Applied\n"
    ).taken[0]
    assert (row.saved, row.applied_on, row.stage, row.outcome) == (True, None, "applied", None)
    assert "Date applied: 2026-03-12" in row.notes


@pytest.mark.parametrize(
    ("header", "is_saved"),
    [
        ("Saved date", True),
        ("Gespeichert am", True),
        ("Guardado el", True),
        ("保存日", True),
        ("Date added", False),
        ("Created", False),
        ("Found on", False),
        ("Gefunden am", False),
        ("Ajouté le", False),
    ],
)
def test_a_day_of_saving_or_finding_is_no_day_of_applying(header: str, is_saved: bool) -> None:
    row = contents_of(f"Company,Role,{header}\nAcme,Dev,2026-03-12\nBeta,Dev,2026-03-13\n").taken[0]
    assert (row.applied_on, row.saved) == (None, is_saved)
    assert "2026-03-12" in row.notes


@pytest.mark.parametrize(
    "header",
    [
        "Response date",
        "Date of decision",
        "Status date",
        "Last update",
        "Antwort am",
        "Statusdatum",
        "Date de réponse",
        "Date du statut",
        "Fecha de respuesta",
        "Data de resposta",
        "Data esito",
        "Datum reactie",
        "Svarsdatum",
        "Data odpowiedzi",
        "Datum odpovědi",
        "Válasz dátuma",
        "Дата ответа",
        "Дата відповіді",
        "Cevap tarihi",
        "结果时间",
        "結果日",
        "결과일",
    ],
)
def test_a_day_of_a_decision_dates_the_outcome(header: str) -> None:
    text = (
        f"Company,Role,Date applied,Status,{header}\nAcme,Dev,2026-03-12,Rejected,2026-03-20\n"
        "Beta,Dev,2026-03-13,Applied,2026-03-14\n"
    )
    first, second = contents_of(text).taken
    assert (first.applied_on, first.outcome_on) == (date(2026, 3, 12), date(2026, 3, 20))
    assert (second.applied_on, second.outcome_on) == (date(2026, 3, 13), None)


def test_a_day_before_the_application_dates_no_outcome() -> None:
    row = contents_of("Company,Role,Applied,Status,Decision date\nAcme,Dev,2026-03-12,Rejected,2026-03-01\n").taken[0]
    assert (row.outcome_on, row.notes) == (None, "Decision date: 2026-03-01")


def test_a_day_of_an_answer_without_a_decision_is_a_reply() -> None:
    text = "Company,Role,Applied,Status,Response date\nAcme,Dev,2026-03-12,Interview,2026-03-20\n"
    assert contents_of(text).taken[0].replied_on == date(2026, 3, 20)


@pytest.mark.parametrize(
    "nothing",
    [
        "Unknown",
        "N/A",
        "TBD",
        "?",
        "Not provided in the email.",
        "nicht angegeben",
        "non précisé",
        "no especificado",
        "未知",
        "不明",
    ],
)
def test_a_placeholder_is_no_fact(nothing: str) -> None:
    header = "Company,Role,Location,Salary,Status\n"
    file = contents_of(f"{header}Acme,{nothing},{nothing},{nothing},Rejected\n{nothing},Dev,Berlin,1,Applied\n")
    row = file.taken[0]
    assert (row.role, row.location, row.salary, row.outcome) == ("", "", "", "rejected")
    assert [reported.line for reported in file.reported] == [3]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["2026-09-01", "2026-09-02", "03/09/2026", "2026-09-04"], date(2026, 9, 3)),
        (["2026-03-08", "2026-03-08", "03/09/2026", "2026-03-10"], date(2026, 3, 9)),
    ],
)
def test_iso_days_beside_it_settle_the_order_of_a_day(cells: list[str], order: date) -> None:
    text = "Company,Role,Date applied\n" + "".join(f"C{at},Dev,{cell}\n" for at, cell in enumerate(cells))
    assert contents_of(text).taken[2].applied_on == order


@pytest.mark.parametrize(
    "names",
    [
        ["Northwind AB", "Contoso Oy", "Fabrikam GmbH"],
        ["Northwind Inc.", "Contoso S.r.l.", "Fabrikam K.K."],
        ["株式会社北風", "北京环宇有限公司", "주식회사 노스"],
    ],
)
def test_a_legal_form_tells_the_company_where_no_header_does(names: list[str]) -> None:
    text = "".join(f"Berlin,Data Wizard,{name},2026-03-1{at},Applied\n" for at, name in enumerate(names))
    assert [row.company for row in contents_of(text).taken] == names


def test_a_row_that_may_be_mended_in_two_ways_is_reported() -> None:
    text = (
        "Company,Role,Location,Status,Date,Notes\nAcme,Engineer,Berlin,Applied,2026-03-01,\n"
        "Beta,Engineer,Munich,Rejected,2026-03-05,\nTheta,Lead,Engineer,Berlin,Applied,2026-03-06,n\n"
        "Gamma,Tester,Berlin, Germany,Applied,2026-03-03,\nDelta,Engineer,Applied,2026-03-04,late\n"
    )
    file = contents_of(text)
    assert [(row.line, row.reason[:28]) for row in file.reported] == [(4, "It has 7 cells where the col")]
    assert [(row.company, row.location) for row in file.taken[2:]] == [("Gamma", "Berlin, Germany"), ("Delta", "")]


@pytest.mark.parametrize(
    "header",
    [
        "Cég,Pozíció,Jelentkezés dátuma,Állapot",
        "Perusahaan,Posisi,Tanggal melamar,Status lamaran",
        "Empresa,Lloc de treball,Data de candidatura,Estat",
        "Pracodawca,Stanowisko,Data aplikacji,Etap",
        "Společnost,Pozice,Datum odeslání,Stav",
        "Şirket,Pozisyon,Başvuru tarihi,Durum",
        "Компанія,Посада,Дата подачі,Статус",
        "応募先,応募職種,エントリー日,選考ステータス",
        "지원회사,지원직무,지원날짜,진행단계",
        "الشركة,المسمى الوظيفي,تاريخ التقديم,الحالة",
        "שם החברה,תפקיד,תאריך הגשה,סטטוס",
        "कंपनी,पद,आवेदन तिथि,स्थिति",
        "Công ty,Vị trí ứng tuyển,Ngày nộp,Trạng thái",
        "บริษัท,ตำแหน่ง,วันที่สมัคร,สถานะ",
        "Εταιρεία,Θέση,Ημερομηνία αίτησης,Κατάσταση",
        "Työnantaja,Tehtävä,Hakupäivä,Tila",
        "Compnay Nmae,Postion,Aplied Date,Sttaus",
    ],
)
def test_columns_in_sixteen_more_languages_and_misspelt(header: str) -> None:
    assert rows(f"{header}\nNorthwind,Tester,2026-03-12,Rejected\nContoso,Analyst,2026-03-13,Applied\n") == TWO


def test_an_address_book_holds_no_applications() -> None:
    text = (
        "First Name,Last Name,Email Address,Company,Position,Connected On\nDana,Lee,,Northwind,Recruiter,12 Mar 2026\n"
    )
    file = contents_of(text)
    assert file.taken == ()
    assert "address book" in file.reported[0].reason
