"""`afterword draft`, run as a script runs it."""

from __future__ import annotations

import json

from tests.cli.in_process import afterword

AT = "2026-11-24T16:00:00+00:00"


def hunt(**more: object) -> None:
    """Import a search with two applications; both interviewed, one at a company of two names that match."""
    people = [
        {"ref": "d", "given": "Dana", "family": "Lee", "email": "dana@northwind.example"},
        {"ref": "o", "given": "Omar", "family": "Haddad"},
    ]
    interview = {"round": 1, "starts": "2026-11-23T15:00:00+00:00", "ends": "2026-11-23T16:00:00+00:00", "met": ["d"]}
    applications = [
        {
            "company": "Northwind",
            "role": "Data Engineer",
            "people": people,
            "interviews": [interview | {"noted": "late-arriving events hurt the weekly reports"}],
        }
        | more,
        {"company": "Northwind Labs", "role": "Analyst"},
        {"company": "Contoso", "role": "Platform Engineer"},
    ]
    document = {"afterword": 1, "me": {"name": "Robin Vale"}, "applications": applications}
    done = afterword("import", "-", stdin=json.dumps(document).encode(), AFTERWORD_NOW=AT)
    assert done.returncode == 0, done.stderr


def draft(*arguments: str) -> tuple[int, str, str]:
    """Run the command; return its exit code, what it printed and what it complained of."""
    done = afterword("draft", *arguments, AFTERWORD_NOW=AT)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_letter_of_the_next_step_begins_with_its_subject_and_passes_the_check() -> None:
    hunt()
    code, text, said = draft("northwind data")
    assert (code, said) == (0, "")
    assert text.startswith("Subject: ")
    assert "\n\nDear Dana Lee,\n" in text
    assert "late-arriving events hurt the weekly reports" in text
    assert text.rstrip().endswith("Robin Vale")
    checked = afterword("check", "-", stdin=text.encode())
    assert checked.returncode == 0, checked.stdout.decode()
    assert "✗" not in checked.stdout.decode()


def test_a_company_of_exactly_that_name_is_meant_and_otherwise_the_candidates_are_listed() -> None:
    hunt()
    assert draft("NORTHWIND")[0] == 0
    code, text, said = draft("engineer")
    assert (code, text) == (1, "")
    assert said.splitlines() == [
        "afterword: “engineer” matches 2 applications. Add a word of the one you mean:",
        "  Northwind, Data Engineer",
        "  Contoso, Platform Engineer",
    ]
    assert draft("initech") == (1, "", "afterword: No company or role matches “initech”.\n")


def test_where_there_is_nothing_to_write_it_says_why_and_from_when() -> None:
    thanked = {"uid": "l", "kind": "thank_you", "to": "d", "subject": "Thanks", "body": "Dear Dana", "status": "sent",
               "sent": "2026-11-23T18:00:00+00:00"}  # fmt: skip
    hunt(letters=[thanked], reply_by={"date": "2026-11-27", "stated": True})
    code, text, said = draft("northwind data")
    assert (code, text) == (1, "")
    assert said.startswith("afterword: Nothing to write to Northwind yet. Follow up: from ")
    assert "They said Fri, Nov 27" in said
    assert draft("northwind data", "--kind", "follow_up")[2].startswith("afterword: Too early. They said Fri, Nov 27")
    assert "no step calls for a letter" in draft("contoso")[2]
    missed = "afterword: The last interview isn't marked as missed. Mark it first if they didn't come.\n"
    assert draft("northwind data", "--kind", "missed_call") == (1, "", missed)


def test_kind_reader_and_tone_can_be_chosen() -> None:
    hunt()
    code, text, _ = draft("northwind data", "--kind", "withdrawal", "--to", "omar", "--tone", "warm")
    assert code == 0
    assert "\n\nHi Omar,\n" in text
    assert "withdraw" in text
    assert draft("northwind data", "--kind", "sonnet")[0] == 2
    code, _, said = draft("northwind data", "--to", "bob")
    assert code == 1
    assert said.splitlines()[1:] == ["  Dana Lee", "  Omar Haddad"]


def test_the_document_has_what_a_script_needs() -> None:
    hunt()
    code, text, _ = draft("northwind data", "--kind", "competing_offer", "--json")
    document = json.loads(text)
    assert code == 0
    assert (document["company"], document["kind"], document["to"]) == ("Northwind", "competing_offer", "Dana Lee")
    assert document["email"] == "dana@northwind.example"
    assert document["blanks"]
    for blank in document["blanks"]:
        assert document["body"][blank["start"] : blank["end"]] == blank["text"]
    assert not document["in_reply_to"]


def test_nothing_is_stored() -> None:
    hunt()
    first = draft("northwind data")
    assert draft("northwind data") == first
    exported = json.loads(afterword("export", "json").stdout)
    assert not any(application.get("letters") for application in exported["applications"])


def test_without_applications_it_says_so() -> None:
    assert draft("northwind") == (1, "", "afterword: There are no applications yet.\n")


def test_what_the_user_typed_into_the_draft_is_printed_as_it_stands() -> None:
    typed = {"uid": "l", "kind": "thank_you", "to": "d", "subject": "Thank you",
             "body": "Dear Dana,\n\nMy [own] words.", "status": "draft"}  # fmt: skip
    hunt(letters=[typed])
    assert draft("northwind data")[1] == "Subject: Thank you\n\nDear Dana,\n\nMy [own] words.\n"
    document = json.loads(draft("northwind data", "--json")[1])
    assert [blank["text"] for blank in document["blanks"]] == ["[own]"]
    assert "My [own] words." not in draft("northwind data", "--tone", "warm")[1]
