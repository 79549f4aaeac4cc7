"""How sheets that people keep for themselves differ from tidy ones, each kind with the smallest sheet that shows it."""

from __future__ import annotations

import pytest

from app.exchange.contents import FileContents
from app.hunt.intake.unsure import doubt_of_status, unsure_statuses
from tests.exchange.sheets.sheet_files import contents_of, rows

DAY = "2026-05-02"


def _saved(file: FileContents) -> list[bool]:
    return [row.saved for row in file.taken]


def test_of_two_names_in_a_header_the_one_that_an_application_needs_is_it() -> None:
    table = "Company,Role/Reason,Status/Notes\nNorthwind,Head of Baking,Applied\nContoso,Clerk,Rejected\n"
    assert rows(table) == [
        ("Northwind", "Head of Baking", "applied", None),
        ("Contoso", "Clerk", "rejected", None),
    ]


def test_the_title_of_a_contact_is_not_the_role() -> None:
    table = "Company,Contact Title,Opening,Status\n" + "".join(
        f"{name},Head of Product,{role},Applied\n" for name, role in (("Northwind", "Baker"), ("Contoso", "Clerk"))
    )
    assert [row[1] for row in rows(table)] == ["Baker", "Clerk"]


def test_the_stage_of_a_company_is_not_that_of_an_application() -> None:
    table = (
        "Company,Stage,Role,Status\nNorthwind,Series A,Clerk,Rejected\nContoso,Seed,Baker,Applied\n"
        "Fabrikam,Public,Cook,New\n"
    )
    file = contents_of(table)
    assert [row[2] for row in rows(table)] == ["rejected", "applied", "applied"]
    assert _saved(file) == [False, False, True]
    assert file.taken[0].notes == "Stage: Series A"


def test_job_types_that_are_titles_are_the_roles_of_a_sheet_without_any() -> None:
    table = "company,job type,deadline\nNorthwind,data analyst,??\nContoso,research scientist,\nFabrikam,clerk,\n"
    assert [row[1] for row in rows(table)] == ["data analyst", "research scientist", "clerk"]
    kinds = "company,role,job type\nNorthwind,Clerk,internship\nContoso,Cook,internship\n"
    assert [row[1] for row in rows(kinds)] == ["Clerk", "Cook"]


def test_the_day_of_the_first_contact_is_that_of_the_application_where_no_other_is() -> None:
    table = "Company,Role,Status,Date Contacted,Last Contacted\nNorthwind,Clerk,Applied,2026-05-02,2026-06-01\n"
    assert rows(table) == [("Northwind", "Clerk", "applied", DAY)]
    applied = "Company,Role,Status,Date Contacted,Date Applied\nNorthwind,Clerk,Applied,2026-04-01,2026-05-02\n"
    assert rows(applied) == [("Northwind", "Clerk", "applied", DAY)]


@pytest.mark.parametrize("mark", ["↳", "〃", '"', "same", "ditto", "same as above"])
def test_a_mark_for_the_row_above_stands_for_its_company(mark: str) -> None:
    cell = '""""' if mark == '"' else mark
    file = contents_of(f"Company,Role,Status\nNorthwind,Clerk,Applied\n{cell},Cook,Rejected\nContoso,Baker,Applied\n")
    assert [row.company for row in file.taken] == ["Northwind", "Northwind", "Contoso"]
    assert "The company is blank in line 3; it was taken from the row above." in file.notes


def test_links_of_org_give_their_label_and_their_address() -> None:
    table = (
        "| company | role | status |\n|---|---|---|\n| [[https://northwind.example/][Northwind]] | Clerk | applied |\n"
        "| [[contoso.example][Contoso]] | Baker | rejected |\n| [[Fabrikam]] | Cook | applied |\n"
    )
    file = contents_of(table)
    assert [row.company for row in file.taken] == ["Northwind", "Contoso", "Fabrikam"]
    assert file.taken[0].url == "https://northwind.example/"


@pytest.mark.parametrize("name", ["Unknown (found on a board)", "(company not in snippet)", "See URL", "待定"])
def test_words_in_place_of_a_company_name_none(name: str) -> None:
    file = contents_of(f"Company,Role,Status\n{name},Clerk,Applied\nUnknown Worlds (Games),Cook,Applied\n")
    assert [row.company for row in file.taken] == ["Unknown Worlds (Games)"]
    assert file.reported[0].reason.startswith("It names no company")


def test_company_and_role_in_each_others_place_are_switched_and_said_so() -> None:
    table = "title,applied to,link,outcome\n" + "".join(
        f"{title},{company},https://x.example/{title[:3]},{status}\n"
        for title, company, status in (
            ("Data Scientist", "Northwind", "rejected"),
            ("Software Developer", "Contoso", "applied"),
            ("Tester", "Fabrikam", "ghosted"),
            ("Adatum", "Research Assistant", "applied"),
        )
    )
    file = contents_of(table)
    assert [(row.company, row.role) for row in file.taken][2:] == [
        ("Fabrikam", "Tester"),
        ("Adatum", "Research Assistant"),
    ]
    assert "Company and role were the other way around in line 5; they were switched." in file.notes


def test_companies_that_are_called_like_jobs_are_not_switched() -> None:
    table = "Company,Role\nDesigner Brands,Cashier\nNorthwind,Engineer\nContoso,Analyst\nFabrikam,Clerk\n"
    assert [row[0] for row in rows(table)] == ["Designer Brands", "Northwind", "Contoso", "Fabrikam"]
    unclear = "Company,Role\nEngineer,Northwind\nContoso,Analyst\n"
    assert [row[0] for row in rows(unclear)] == ["Engineer", "Contoso"]


def test_the_same_day_of_an_interview_in_every_row_is_what_a_form_put_there() -> None:
    header = "Company,Role,Date Applied,Status,Interview Date\n"
    table = header + "".join(
        f"{name},Clerk,2026-05-02,Submitted,2026-07-01\n" for name in ("Northwind", "Contoso", "Fabrikam")
    )
    assert [row[2] for row in rows(table)] == ["applied"] * 3
    held = table + "Adatum,Clerk,2026-05-02,Submitted,2026-07-03\n"
    assert [row[2] for row in rows(held)] == ["interviewed"] * 4


def test_the_step_of_applying_that_is_not_complete_was_not_taken() -> None:
    table = "Company,Role,Progress,Status\n" + "".join(
        f"{name},Clerk,{step},{status}\n"
        for name, step, status in (
            ("Northwind", "application", "submitted"),
            ("Contoso", "application", "not complete"),
            ("Fabrikam", "interview", "not complete"),
        )
    )
    file = contents_of(table)
    assert _saved(file) == [False, True, False]
    assert [row.stage.value for row in file.taken] == ["applied", "applied", "interviewed"]


def test_a_status_that_is_not_sure_is_named_with_its_lines_and_what_it_was_taken_for() -> None:
    file = contents_of(
        "Company,Role,Status\nNorthwind,Clerk,blorp\nContoso,Cook,Applied\nFabrikam,Cook,blorp\n"
        "Adatum,Cook,New\nTailspin,Cook,closed\n"
    )
    assert [doubt_of_status(status) for status in unsure_statuses(file)] == [
        "lines 2, 4: not sure what “blorp” means; imported as applied.",
        "line 5: not sure what “New” means; imported as saved.",
        "line 6: not sure what “closed” means; imported as rejected.",
    ]


@pytest.mark.parametrize("number", ["{}", ""])
def test_a_header_that_does_not_name_the_number_of_the_row_stands_over_its_columns(number: str) -> None:
    table = "Company,Role,Status,Date Applied\n" + "".join(
        f"{number.format(at)},{name},{role},{status},2026-05-02\n"
        for at, (name, role, status) in enumerate(
            (("Northwind", "Clerk", "Applied"), ("Contoso", "Engineer", "Rejected"), ("Fabrikam", "Analyst", "Ghosted"))
        )
    )
    assert rows(table) == [
        ("Northwind", "Clerk", "applied", DAY),
        ("Contoso", "Engineer", "rejected", DAY),
        ("Fabrikam", "Analyst", "no_response", DAY),
    ]


def test_a_header_over_its_columns_stays_there_though_a_cell_hangs_over_at_the_end() -> None:
    table = "Company,Role,Status\nNorthwind,Clerk,Applied,call Ada\nContoso,Engineer,Rejected,paid well\n"
    assert [row[:3] for row in rows(table)] == [
        ("Northwind", "Clerk", "applied"),
        ("Contoso", "Engineer", "rejected"),
    ]


@pytest.mark.parametrize("header", ["Referral Status", "Visa status", "Posting status", "CV status", "Link status"])
def test_the_status_of_something_else_is_not_that_of_the_application(header: str) -> None:
    table = f"Company,Role,Status,{header}\nNorthwind,Clerk,Applied,Rejected\nContoso,Cook,Interview,Offer\n"
    assert [row[2] for row in rows(table)] == ["applied", "interviewed"]
    alone = f"Company,Role,Date Applied,{header}\nNorthwind,Clerk,2026-05-02,Open\nContoso,Cook,2026-05-02,Closed\n"
    assert [row[2] for row in rows(alone)] == ["applied", "applied"]


def test_one_no_in_a_column_of_an_unknown_name_tells_nothing_of_how_the_rows_stand() -> None:
    table = "Company,Role,Foreigners\nNorthwind,Clerk,\nContoso,Cook,No sponsorship\nFabrikam,Baker,\n"
    assert [row[2] for row in rows(table)] == ["applied"] * 3


def test_a_list_of_postings_that_tells_of_nothing_done_is_one_of_saved_jobs() -> None:
    table = "job_title,company,job_link,skills,posted\nClerk,Northwind,https://x.example/1,[],2026-05-02\n"
    assert _saved(contents_of(table)) == [True]
    assert _saved(contents_of(table.replace("posted", "date applied"))) == [False]
    assert _saved(contents_of("Company,Role\nNorthwind,Clerk\n")) == [False]


def test_what_a_company_offers_is_no_offer() -> None:
    file = contents_of(
        "Company,Role,Notes\nNorthwind,Clerk,Northwind offers a competitive salary and free lunch\n"
        "Contoso,Cook,They made an offer\n"
    )
    assert [row.outcome and row.outcome.value for row in file.taken] == [None, "offer"]
    offers = "Company,Role,Status\nNorthwind,Clerk,offers visa sponsorship\nContoso,Cook,got two offers\n"
    assert [row[2] for row in rows(offers)] == ["applied", "offer"]


def test_a_role_that_is_said_to_be_unknown_is_none_and_the_words_are_kept() -> None:
    file = contents_of("Company,Role,Status\nNorthwind,Unknown (not in the email),Applied\n")
    assert (file.taken[0].role, file.taken[0].notes) == ("", "Role: Unknown (not in the email)")


@pytest.mark.parametrize(
    "words",
    ["Evaluated", "Materials ready", "Docs ready - apply today", "CV tailored", "Active opening", "Unterlagen fertig"],
)
def test_what_was_prepared_or_judged_was_not_sent(words: str) -> None:
    assert _saved(contents_of(f"Company,Role,Status\nNorthwind,Clerk,{words}\nContoso,Cook,Applied\n")) == [True, False]


@pytest.mark.parametrize("header", ["screening_decision", "Fit label", "AI decision", "Match status", "LLM verdict"])
def test_what_was_thought_of_a_posting_is_not_how_the_application_stands(header: str) -> None:
    table = f"Company,Role,{header},Submitted at,Status\n" + (
        "Northwind,Clerk,qualified,2026-05-02,Submitted\nContoso,Cook,rejected,,Skip (too far)\n"
        "Fabrikam,Baker,pending,,Queued\n"
    )
    file = contents_of(table)
    assert [row[2] for row in rows(table)] == ["applied", "applied", "applied"]
    assert _saved(file) == [False, True, True]


def test_a_no_beside_what_was_not_applied_for_is_the_users_own() -> None:
    table = "Company,Role,Date applied,Status,Result\n" + (
        "Northwind,Clerk,2026-05-02,Applied,Rejected\nContoso,Cook,,Not applied,Rejected\n"
        "Fabrikam,Baker,2026-05-03,Not applied,Rejected\n"
    )
    file = contents_of(table)
    assert [row[2] for row in rows(table)] == ["rejected", "applied", "rejected"]
    assert _saved(file) == [False, True, False]


def test_in_the_log_of_a_program_what_is_pending_without_a_day_was_not_sent() -> None:
    log = "title,company,status,attempted_at\n" + (
        "Clerk,Northwind,pending,\nCook,Contoso,skipped,\nBaker,Fabrikam,manual_required,2026-05-02\n"
        "Smith,Tailspin,applied,2026-05-02\nBinder,Proseware,pending,2026-05-02\n"
    )
    assert _saved(contents_of(log)) == [True, True, True, False, False]
    kept = "title,company,status,applied on\nClerk,Northwind,pending,\nBaker,Fabrikam,rejected,2026-05-02\n"
    assert _saved(contents_of(kept)) == [False, False]


@pytest.mark.parametrize(("word", "saved"), [("ToApply", True), ("NotApplied", True), ("InProgress", False)])
def test_a_status_that_a_program_wrote_as_one_word_is_read_as_several(word: str, saved: bool) -> None:
    file = contents_of(f"Company,Role,Status\nNorthwind,Clerk,{word}\nContoso,Cook,Applied\n")
    assert _saved(file) == [saved, False]
    assert unsure_statuses(file) == []


POSTINGS = "Company,Role,Link,Deadline,Date added,Notes\n" + (
    "Northwind,Clerk,https://northwind.example/1,2026-06-01,2026-05-01,Asks for two references\n"
    "Contoso,Cook,https://contoso.example/2,2026-06-02,2026-05-01,Applied on May 4\n"
    "Fabrikam,Baker,https://fabrikam.example/3,2026-06-03,2026-05-01,Rejected\n"
)


def test_a_list_of_postings_with_notes_is_one_of_saved_jobs_but_for_what_its_notes_tell() -> None:
    file = contents_of(POSTINGS)
    assert _saved(file) == [True, False, False]
    assert [row[2] for row in rows(POSTINGS)] == ["applied", "applied", "rejected"]
    assert any("they were saved" in note for note in file.notes)
    own = "Company,Role,Link,Notes\nNorthwind,Clerk,https://northwind.example/1,Asks for two references\n"
    assert _saved(contents_of(own)) == [False]


@pytest.mark.parametrize("header", ["International", "Sponsorship", "Visa", "Eligibility", "Requirements"])
def test_whom_a_posting_wants_is_no_status(header: str) -> None:
    table = f"Company,Role,Location,{header}\n" + (
        "Northwind,Clerk,Oslo,No sponsorship\nContoso,Cook,Bergen,Citizenship required\nFabrikam,Baker,Oslo,\n"
    )
    assert [row[2] for row in rows(table)] == ["applied", "applied", "applied"]


def test_a_row_typed_with_blanks_before_its_quotes_is_cut_like_the_others() -> None:
    table = "Company,Role,Location,Status\n" + (
        'Northwind,Clerk,"Oslo, Norway",Applied\nContoso, Cook, "Bergen, Norway", Rejected\n'
        "Fabrikam,Baker,Oslo,Applied\n"
    )
    assert [row[:3] for row in rows(table)] == [
        ("Northwind", "Clerk", "applied"),
        ("Contoso", "Cook", "rejected"),
        ("Fabrikam", "Baker", "applied"),
    ]


@pytest.mark.parametrize("words", ["Pending-User-Submission", "CV_Generating", "cover letter generated", "manual"])
def test_what_a_program_has_still_to_send_was_not_sent(words: str) -> None:
    log = f"title,company,status\nClerk,Northwind,{words}\nCook,Contoso,skipped\nBaker,Fabrikam,sent\n"
    assert _saved(contents_of(log)) == [True, True, False]


def test_without_a_header_a_column_is_the_status_though_most_of_it_is_in_somebodys_own_words() -> None:
    table = (
        "Clerk,Northwind,12/03/2026,They tell on the 27th\nCook,Contoso,15/02/2026,Rejected\n"
        "Baker,Fabrikam,16/04/2026,Group talk on the 3rd\nDriver,Adatum,30/01/2026,Rejected\n"
    )
    assert [row[2] for row in rows(table)] == ["applied", "rejected", "applied", "rejected"]


@pytest.mark.parametrize(
    ("words", "is_sure"),
    [
        *(("Suspected ghost job", False), ("likely ghosted", False), ("I think they ghosted me", False)),
        *(("seems they rejected me", False), ("Rejected, probably for the visa", True), ("Ghosted", True)),
    ],
)
def test_an_end_that_is_only_supposed_is_not_sure(words: str, is_sure: bool) -> None:
    table = f"Company,Role,Status\nNorthwind,Clerk,{words!r}\nContoso,Cook,Applied\n".replace("'", '"')
    file = contents_of(table)
    assert file.taken[0].outcome is not None
    assert (not unsure_statuses(file)) == is_sure


@pytest.mark.parametrize("role", ["Position TBD", "Role unknown", "TBD role", "Title TBA"])
def test_a_role_that_is_still_to_be_told_is_none(role: str) -> None:
    table = f"Company,Role,Status\nNorthwind,{role},Applied\nContoso,Cook,Applied\n"
    assert [row[1] for row in rows(table)] == ["", "Cook"]


def test_a_list_of_people_who_apply_is_none_of_applications() -> None:
    table = "Name,Email,Job,Phone,Age,School,City\n" + (
        "Ed Ball,ed@example.com,Clerk,555 0100,32,Hill School,Oslo\n"
        "An Pig,an@example.com,Cook,555 0101,41,Lake School,Bergen\n"
    )
    file = contents_of(table)
    assert not file.taken
    assert len(file.reported) == 2
