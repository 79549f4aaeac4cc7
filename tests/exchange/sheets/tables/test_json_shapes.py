"""The shapes in which trackers and scripts write applications as JSON, each with the smallest document that shows it."""

from __future__ import annotations

from typing import Any

import pytest

from app.exchange.contents import SheetChoices
from app.exchange.sheets import read_records
from app.exchange.sheets.tables.json_tables import records_of
from tests.exchange.sheets.sheet_files import TODAY

CLERK = {"company": "Northwind", "role": "Clerk", "status": "rejected", "applied": "2026-01-05"}
COOK = {"company": "Contoso", "role": "Cook", "status": "applied", "applied": "2026-01-06"}
BOTH = [("Northwind", "Clerk", "rejected", "2026-01-05"), ("Contoso", "Cook", "applied", "2026-01-06")]
SKILLS = [{"name": "baking"}, {"name": "filing"}, {"name": "sewing"}]


def _rows(document: Any) -> list[tuple[str, str, str, str]]:
    taken = read_records("hunt.json", records_of(document), TODAY, SheetChoices(), "json").taken
    return [
        (
            row.company,
            row.role,
            "saved" if row.saved else row.outcome.value if row.outcome else row.stage.value,
            row.applied_on.isoformat() if row.applied_on else "",
        )
        for row in taken
    ]


def _without(one: dict[str, str], *names: str) -> dict[str, str]:
    return {name: text for name, text in one.items() if name not in names}


@pytest.mark.parametrize(
    "document",
    [
        {"user": {"skills": SKILLS}, "hunt": {"applications": {"list": [CLERK, COOK]}}},
        {"2026-01": [CLERK], "2026-02": [COOK]},
        {"rejected": [_without(CLERK, "status")], "applied": [_without(COOK, "status")]},
        {"Northwind": [_without(CLERK, "company")], "Contoso": [_without(COOK, "company")]},
        {"Northwind": _without(CLERK, "company"), "Contoso": _without(COOK, "company")},
        {"jobs": {"a1": CLERK, "a2": COOK}},
        {"2026-01-05": _without(CLERK, "applied"), "2026-01-06": _without(COOK, "applied")},
        {"columns": [{"id": "c1", "title": "Rejected", "cards": [_without(CLERK, "status")]},
                     {"id": "c2", "title": "Applied", "cards": [_without(COOK, "status")]}]},
        {"weeks": [{"week": "2", "applications": [CLERK]}, {"week": "3", "applications": [COOK]}]},
        {"active": [COOK], "archive": [CLERK], "contacts": [{"name": "Ann", "title": "Recruiter", "email": "a@b.example"}]},
        {"data": {"edges": [{"node": CLERK}, {"node": COOK}]}},
        {"records": [{"id": "rec1", "fields": CLERK}, {"id": "rec2", "fields": COOK}]},
        {name: {"0": CLERK[name], "1": COOK[name]} for name in CLERK},
        {name: [CLERK[name], COOK[name]] for name in CLERK},
        {"headers": list(CLERK), "rows": [list(CLERK.values()), list(COOK.values())]},
    ],
)  # fmt: skip
def test_applications_are_found_wherever_they_lie_in_a_document(document: Any) -> None:
    assert sorted(_rows(document)) == sorted(BOTH)


def test_the_applications_of_a_company_inherit_what_is_said_of_the_company() -> None:
    jobs = [{"title": "Clerk", "status": "applied"}, {"title": "Baker", "status": "offer"}]
    document = [{"company": "Northwind", "city": "Oslo", "positions": jobs}]
    assert [row[:3] for row in _rows(document)] == [
        ("Northwind", "Clerk", "applied"),
        ("Northwind", "Baker", "offer"),
    ]


def test_interviews_and_people_inside_an_application_are_no_applications() -> None:
    interviews = [{"company": "Northwind", "date": "2026-01-07", "type": "phone", "status": "done"}] * 3
    people = [{"name": "Ann", "role": "Recruiter", "email": "ann@northwind.example", "company": "Northwind"}] * 4
    document = [{**CLERK, "interviews": interviews, "people": people}, COOK]
    assert _rows(document) == BOTH


def test_the_steps_of_a_list_are_told_in_their_order_with_their_days() -> None:
    steps = [{"name": "Applied", "date": "2026-01-05"}, {"name": "Rejected", "date": "2026-01-20"}]
    document = [{**_without(CLERK, "status"), "stages": steps}, {**_without(COOK, "status"), "stages": steps[:1]}]
    assert [row[2] for row in _rows(document)] == ["rejected", "applied"]


def test_the_values_of_a_service_are_read_without_what_it_says_around_them() -> None:
    def page(one: dict[str, str]) -> dict[str, Any]:
        return {
            "object": "page",
            "properties": {
                "Company": {"id": "t", "type": "title", "title": [{"plain_text": one["company"]}]},
                "Role": {"id": "r", "type": "rich_text", "rich_text": [{"plain_text": one["role"]}]},
                "Status": {"type": "select", "select": {"id": "q", "name": one["status"], "color": "red"}},
                "Applied": {"type": "date", "date": {"start": one["applied"], "end": None}},
            },
        }

    assert _rows({"object": "list", "results": [page(CLERK), page(COOK)]}) == BOTH


def test_a_day_behind_the_sign_of_a_database_is_read() -> None:
    document = [
        {"_id": {"$oid": "65"}, "company": {"name": "Northwind"}, "role": "Clerk", "applied": {"$date": "2026-01-05"}}
    ] * 2
    assert _rows(document)[0] == ("Northwind", "Clerk", "applied", "2026-01-05")
