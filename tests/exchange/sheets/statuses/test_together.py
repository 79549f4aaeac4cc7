"""What the statuses, days and notes of a whole sheet say of words that alone say little."""

from __future__ import annotations

import pytest

from app.exchange.contents import FileContents
from app.exchange.sheets.statuses.together import is_vague
from tests.exchange.sheets.sheet_files import contents_of, rows


def _saved(file: FileContents) -> list[bool]:
    return [row.saved for row in file.taken]


@pytest.mark.parametrize("words", ["pending", "manual_required", "scored 71", "open"])
def test_what_a_program_left_undated_among_rows_it_skipped_was_not_sent(words: str) -> None:
    file = contents_of(
        "title,company,status,applied_at\nClerk,Northwind,skipped,\n"
        f"Baker,Contoso,{words},\nCook,Fabrikam,applied,2026-03-20 07:02:45+00\nDev,Atlas,pending,2026-03-21 07:02:45+00\n"
    )
    assert _saved(file) == [True, True, False, False]
    assert file.taken[1].applied_on is None


def test_what_is_open_in_a_list_of_postings_that_says_what_was_sent_was_not_sent() -> None:
    file = contents_of(
        "Company,Role,Application Deadline,Posting URL,Date Found,Status\n"
        "Northwind,Clerk,2026-12-01,https://northwind.example/1,2026-08-07,Still open\n"
        "Contoso,Baker,2026-12-01,https://contoso.example/2,2026-08-07,Applied\n"
        "Fabrikam,Cook,2026-12-01,https://fabrikam.example/3,2026-08-07,Under review\n"
    )
    assert _saved(file) == [True, False, False]
    assert rows("Company,Role,Status\nNorthwind,Clerk,Still open\nContoso,Baker,Applied\n")[0][2] == "applied"
    assert not contents_of("Company,Role,Status\nNorthwind,Clerk,Still open\nContoso,Baker,Applied\n").taken[0].saved


def test_what_is_rejected_in_a_list_of_which_nothing_was_sent_was_sorted_out_by_its_writer() -> None:
    table = (
        "date_found,date_applied,company,role,status\n2026-10-05,,Northwind,Clerk,Ready to apply\n"
        "2026-10-05,,Contoso,Cook,Rejected\n2026-10-06,,Fabrikam,Baker,Draft\n"
    )
    file = contents_of(table)
    assert _saved(file) == [True] * 3
    assert [row.outcome for row in file.taken] == [None] * 3
    sent = table.replace("2026-10-06,,Fabrikam,Baker,Draft", "2026-10-06,2026-10-07,Fabrikam,Baker,Applied")
    assert [row[2] for row in rows(sent)] == ["applied", "rejected", "applied"]


@pytest.mark.parametrize("note", ["Nicht gesendet", "not sent yet", "pas encore postulé", "no enviado", "ej skickad"])
def test_a_note_that_says_that_nothing_was_sent_tells_what_an_open_status_leaves_open(note: str) -> None:
    file = contents_of(
        f"Firma,Status,Datum,Notiz\nNorthwind,ausstehend,1111,{note}\nContoso,ausstehend,02.03.2026,{note}\n"
        f"Fabrikam,abgelehnt,1111,{note}\nAtlas,ausstehend,1111,\n"
    )
    assert _saved(file) == [True, False, False, False]


def test_a_status_in_brackets_behind_the_company_holds_where_the_other_columns_are_blank() -> None:
    file = contents_of(
        "company;time;interviewed\nNorthwind;2018-01-26;ok\nContoso (en hakenut);2018-04-10;\n"
        "Fabrikam (rejected);2018-04-11;\nAtlas;2018-04-12;\nBramble (rejected);2018-04-12;ok\n"
    )
    assert [row.company for row in file.taken] == ["Northwind", "Contoso", "Fabrikam", "Atlas", "Bramble (rejected)"]
    assert _saved(file) == [False, True, False, False, False]
    assert [row.outcome and row.outcome.value for row in file.taken] == [None, None, "rejected", None, None]


def test_a_status_that_no_row_ever_changed_is_belied_by_the_days_applied_on() -> None:
    table = "company,date_applied,stage,rejected,notes\n" + "".join(
        f"{name},2026-07-0{at},To apply,{flag},{note}\n"
        for at, (name, flag, note) in enumerate(
            [
                ("Northwind", "False", "Offer received"),
                ("Contoso", "True", "No fit; feedback was positive"),
                ("Fabrikam", "False", "ask Ada"),
                ("Atlas", "False", ""),
                ("Bramble", "False", ""),
            ],
            1,
        )
    )
    assert [row[2] for row in rows(table)] == ["offer", "rejected", "applied", "applied", "applied"]
    assert _saved(contents_of(table.replace("date_applied", "date"))) == [True, False, True, True, True]


@pytest.mark.parametrize(
    ("words", "vague"),
    [("pending", True), ("Zwibbelt", True), ("in Bearbeitung", True), ("applied", False), ("skip", False), ("", False)],
)
def test_a_status_is_vague_that_says_no_more_than_that_something_goes_on(words: str, vague: bool) -> None:
    assert is_vague(words) is vague


@pytest.mark.parametrize(
    "words", ["no postulé", "sökte ej", "nem küldtem el", "pas candidaté", "neposláno", "지원하지 않음"]
)
def test_a_no_before_something_sent_says_that_it_was_not(words: str) -> None:
    assert _saved(contents_of(f"Company,Role,Status\nNorthwind,Clerk,{words}\nContoso,Cook,No letter - applied\n")) == [
        True,
        False,
    ]


def test_a_row_without_its_day_of_sending_was_not_sent_where_nearly_all_others_have_one() -> None:
    table = (
        "Firm,Post,Date sent,Where I am\nNorthwind,Clerk,2026-03-01,waiting\nContoso,Cook,2026-03-02,Rejected\n"
        "Fabrikam,Baker,2026-03-03,\nAtlas,Dev,2026-03-04,Zwibbelt\nBramble,Dev,,read up on rye first\nCorvid,Cook,,\n"
        "Dill,Cook,,Rejected\nElder,Cook,no idea,waiting\n"
    )
    file = contents_of(table)
    assert _saved(file) == [False] * 4 + [True] * 2 + [False] * 2
    assert "No date in lines 6, 7, and nothing says it was sent; imported as saved." in file.notes
    assert not any(_saved(contents_of(table.replace("Date sent", "Date"))))


@pytest.mark.parametrize(
    "words", ["pendiente, no contestan todavía", "toujours rien, j'attends", "they vanished, but still waiting"]
)
def test_who_says_that_they_still_wait_has_not_closed_it(words: str) -> None:
    assert rows(f'Company,Role,Status\nNorthwind,Clerk,"{words}"\n')[0][2] == "applied"


@pytest.mark.parametrize("words", ["Two mails, stopped chasing", "given up on them", "ni mu, lo doy por muerto"])
def test_who_has_given_up_on_an_answer_has_closed_it(words: str) -> None:
    assert rows(f'Company,Role,Status\nNorthwind,Clerk,"{words}"\n')[0][2] == "no_response"
