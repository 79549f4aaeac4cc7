"""Results of one stage among several, cells of several lines, and rows that a program wrote."""

from __future__ import annotations

import pytest

from app.exchange.sheets.tables.json_tables import records_of
from tests.exchange.sheets.sheet_files import contents_of, rows

RESULTS = {
    "ja": "会社名,職種,応募日,書類結果,一次結果,最終結果\nAtlas,開発,2026-03-12,合格,合格,不採用\nBramble,編集,2026-03-13,合格,,\n"
    "Corvid,営業,2026-03-14,合格,合格,内定\n",
    "ko": "회사명,직무,지원일,서류결과,면접결과,최종결과\nAtlas,개발,2026-03-12,합격,합격,불합격\nBramble,편집,2026-03-13,합격,,\n"
    "Corvid,영업,2026-03-14,합격,합격,합격\n",
    "en": "Company,Role,Applied,CV screening result,Interview result,Final result\nAtlas,Dev,2026-03-12,Selected,Selected,"
    "Rejected\nBramble,Editor,2026-03-13,Selected,,\nCorvid,Seller,2026-03-14,Selected,Selected,Selected\n",
}


@pytest.mark.parametrize("language", RESULTS)
def test_what_passed_one_stage_of_several_has_no_offer_yet(language: str) -> None:
    assert [row[2] for row in rows(RESULTS[language])] == ["rejected", "applied", "offer"]


@pytest.mark.parametrize(
    "text",
    [
        "会社名,職種,応募日,一次面接,二次面接\nAtlas,開発,2026-03-12,合格,2026-04-01\nBramble,開発,2026-03-13,合格,\n",
        "Company,Role,Applied,Phone screen,Onsite\nAtlas,Dev,2026-03-12,passed,2026-04-01\nBramble,Dev,2026-03-13,passed,\n",
        "회사명,직무,지원일,1차면접,2차면접\nAtlas,개발,2026-03-12,합격,2026-04-01\nBramble,개발,2026-03-13,합격,\n",
    ],
)
def test_a_stage_that_was_passed_was_reached_and_no_more(text: str) -> None:
    assert [row[2] for row in rows(text)] == ["interviewed", "interviewed"]


@pytest.mark.parametrize(
    "text",
    [
        '"Company\nname","Job\ntitle","Date\napplied",Status\n"Elm\nGroup",Gardener,4/3/2026,"Rejected\n(by email)"\n'
        'Fir,Forester,4/15/2026,"Interviewed\nwaiting"\n',
        '"Firma\n(Name)";"Stelle";"Beworben\nam";Status\n"Elm\nGroup";Gardener;03.04.2026;"Absage\nper Mail"\n'
        'Fir;Forester;15.04.2026;"Gespräch geführt\nwarte"\n',
        '"Entreprise","Intitulé\ndu poste","Date\nd\'envoi",Statut\n"Elm\nGroup",Gardener,03/04/2026,"Refusée\npar mail"\n'
        'Fir,Forester,15/04/2026,"Entretien passé\nj\'attends"\n',
    ],
)
def test_names_and_cells_of_several_lines(text: str) -> None:
    assert rows(text) == [
        ("Elm Group", "Gardener", "rejected", "2026-04-03"),
        ("Fir", "Forester", "interviewed", "2026-04-15"),
    ]


def test_what_a_program_failed_to_send_was_not_applied_for() -> None:
    text = (
        "date,company,title,status,reason\n2026-03-01,Dill,Dev,applied,\n2026-03-01,Fennel,Ops,failed,no button\n"
        "2026-03-01,Garlic,QA,skipped,blacklisted\n"
    )
    assert [row.saved for row in contents_of(text).taken] == [False, True, True]


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_list_of_lists_is_a_sheet(wrapped: bool) -> None:
    lists = [["Company", "Role", "Status"], ["Pike", "Angler", "rejected"], ["Roach", None, "applied"]]
    records = records_of({"range": "Sheet1", "values": lists} if wrapped else lists)
    assert [record.cells for record in records] == [["Company", "Role", "Status"], lists[1], ["Roach", "", "applied"]]


@pytest.mark.parametrize("words", ["not yet", "no", "noch nicht", "pas encore", "todavía no", "to do"])
def test_words_in_place_of_the_day_say_that_it_was_not_applied_for(words: str) -> None:
    text = f"Company,Role,Submitted on,Interview\nAtlas,Tester,2026-03-12,\nBramble,Writer,{words},\nCorvid,Editor,-,\n"
    taken = contents_of(text).taken
    assert [row.saved for row in taken] == [False, True, False]
    assert taken[1].applied_on is None


@pytest.mark.parametrize(
    "table",
    [
        "| Company | Position | Date | Notes |\n| :--- | :--- | :---: | --- |\n| Ruby | Cutter | 03/02/2026 | via friend |\n"
        "| Topaz | Grader | 13/02/2026 | rejected 20/02 |\n",
        "| Firma | Stelle | Datum | Notiz |\n|---|---|---|---|\n| Ruby | Cutter | 03.02.2026 | |\n"
        "| Topaz | Grader | 13.02.2026 | Absage 20.02. |\n",
        "| Entreprise | Poste | Date | Notes |\n|---+---+---+---|\n| Ruby | Cutter | 03/02/2026 | par un ami |\n"
        "| Topaz | Grader | 13/02/2026 | refus le 20/02 |\n",
    ],
)
def test_a_table_with_strokes_around_it(table: str) -> None:
    assert [row[:2] + row[3:] for row in rows(table)] == [
        ("Ruby", "Cutter", "2026-02-03"),
        ("Topaz", "Grader", "2026-02-13"),
    ]


def test_a_no_under_an_early_stage_ends_the_application_and_what_was_passed_does_not() -> None:
    text = (
        "会社名,職種,応募日,書類選考,一次面接,結果\nノース株式会社,事務,2026/01/05,通過,2026/01/15,不採用\n"
        "コントソ,料理人,2026/01/06,合格,,\nブランブル,清掃,2026/01/08,お見送り,,\n"
    )
    assert [row.outcome and row.outcome.value for row in contents_of(text).taken] == ["rejected", None, "rejected"]


def test_a_column_that_says_that_it_was_not_applied_for_is_believed_beside_an_open_status() -> None:
    text = (
        "title,company,decision,applied,date\nClerk,Pike,apply,True,2026-01-05\nCook,Roach,apply,False,2026-01-06\n"
        "Dev,Tench,review,False,2026-01-06\nDev,Bream,rejected,False,2026-01-06\n"
    )
    taken = contents_of(text).taken
    assert [row.saved for row in taken] == [False, True, True, False]
    assert [row.applied_on is None for row in taken] == [False, True, True, False]


def test_an_interview_in_a_column_about_the_response_was_held() -> None:
    text = (
        "Timestamp,Company,Title,Did you apply?,Any response?\n1/15/2026,Pike,Clerk,Yes,Interview\n"
        "1/16/2026,Roach,Cook,Yes,No\n1/17/2026,Tench,Dev,No,\n"
    )
    taken = contents_of(text).taken
    assert [(row.stage.value, row.saved) for row in taken] == [
        ("interviewed", False),
        ("applied", False),
        ("applied", True),
    ]


def test_the_history_of_an_application_tells_its_days_and_its_end_where_no_status_does() -> None:
    text = (
        'company,role,timeline\nPike,Clerk,"Applied 2026-01-05, Phone screen 2026-01-15, Rejected 2026-01-25"\n'
        'Roach,Cook,"Applied 2026-01-06"\n'
    )
    taken = contents_of(text).taken
    assert [(str(row.applied_on), row.outcome and row.outcome.value, str(row.outcome_on)) for row in taken] == [
        ("2026-01-05", "rejected", "2026-01-25"),
        ("2026-01-06", None, "None"),
    ]
