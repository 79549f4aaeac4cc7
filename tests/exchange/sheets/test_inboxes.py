"""Logs of an inbox: a mail a row, of which some are of no application and several may be of one."""

from __future__ import annotations

import pytest

from tests.exchange.sheets.sheet_files import contents_of, rows

LOG = """date,from,subject,category,company,role
2026-03-02,jobs@northwind.example,Thank you for applying,application_confirmation,Northwind,Clerk
2026-03-03,noreply@board.example,10 new jobs for you,job_alert,Board,
2026-03-04,talent@contoso.example,Your application,rejection,Contoso,Baker
2026-03-06,ann@fabrikam.example,Interview invitation,interview_invite,Fabrikam,Cook
2026-03-07,bank@bank.example,Your statement,other,Bank,
2026-03-10,jobs@northwind.example,Your application,rejection,Northwind,
"""


def test_a_mail_of_no_application_is_reported_as_one() -> None:
    file = contents_of(LOG)
    assert [row.line for row in file.reported] == [3, 6]
    assert file.reported[0].reason.startswith("It's a message of another kind, not an application: 2026-03-03")


def test_mails_of_one_application_are_one_and_the_day_of_an_answer_is_not_the_day_applied_on() -> None:
    file = contents_of(LOG)
    assert rows(LOG) == [
        ("Northwind", "Clerk", "rejected", "2026-03-02"),
        ("Contoso", "Baker", "rejected", None),
        ("Fabrikam", "Cook", "interviewed", None),
    ]
    assert file.merged == 1
    assert [str(row.outcome_on) for row in file.taken] == ["2026-03-10", "2026-03-04", "None"]


def test_answers_of_a_company_with_two_applications_stay_apart() -> None:
    log = (
        "received,subject,label,company,role\n2026-03-02,Thanks,applied,Northwind,Clerk\n"
        "2026-03-03,Thanks,applied,Northwind,Cook\n2026-03-09,Your application,rejected,Northwind,\n"
    )
    assert [row[:3] for row in rows(log)] == [
        ("Northwind", "Clerk", "applied"),
        ("Northwind", "Cook", "applied"),
        ("Northwind", "", "rejected"),
    ]


@pytest.mark.parametrize("words", ["other", "update", "receipt", "personal"])
def test_such_words_report_a_row_only_where_rows_are_mails(words: str) -> None:
    table = f"Company,Role,Date applied,Status\nNorthwind,Clerk,2026-03-02,{words}\nContoso,Cook,2026-03-02,rejected\n"
    assert [row[0] for row in rows(table)] == ["Northwind", "Contoso"]
    assert not contents_of(table).reported
