"""The verbs on the command line: what a key stores, a command stores; what a key refuses, a command refuses."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli.main import run
from app.hunt.verbs import interviews
from tests.cli.test_plain import Terminal
from tests.cli.verb_cases import CASES, NORTHWIND, Case, stored, write
from tests.storage.hunts import NOW, open_hunt

Typed = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the search that every test starts from."""
    path = tmp_path_factory.mktemp("verbs") / "hunt.db"
    write(path)
    return path


@pytest.fixture
def path(written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of it that the commands change."""
    monkeypatch.setenv("AFTERWORD_NOW", NOW.isoformat())
    return Path(shutil.copy(written, tmp_path / "typed.db"))


@pytest.fixture
def typed(path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Return what runs a command: its exit code, what it prints, what it complains of."""

    def types(*arguments: str) -> tuple[int, str, str]:
        code = run(["--db", str(path), *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return types


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_command_stores_what_the_key_stores(
    case: Case, written: Path, tmp_path: Path, path: Path, typed: Typed
) -> None:
    by_key = Path(shutil.copy(written, tmp_path / "by_key.db"))
    case.by_key(open_hunt(by_key))
    before = stored(path)
    assert typed(*case.typed) == (0, f"{case.says}\n", "")
    assert stored(path) == stored(by_key) != before


def test_undo_takes_back_what_a_command_did_and_says_what(path: Path, typed: Typed) -> None:
    before = stored(path)["application"]
    assert typed("outcome", "contoso", "rejected")[0] == 0
    rejected = stored(path)["application"]
    assert rejected != before
    assert typed("undo") == (0, "Undone: Rejected: Contoso.\n", "")
    assert stored(path)["application"] == before
    assert typed("redo") == (0, "Redone: Rejected: Contoso.\n", "")
    assert stored(path)["application"] == rejected
    assert typed("undo")[0] == 0
    assert typed("redo")[0] == 0
    code, _, complaint = typed("redo")
    assert (code, "othing" in complaint) == (1, True), complaint
    assert typed("undo")[0] == 0
    assert stored(path)["application"] == before


def test_a_draft_about_another_round_is_not_what_was_sent(path: Path, typed: Typed) -> None:
    hunt = open_hunt(path)
    hunt.do(
        NORTHWIND, lambda a, when: interviews.planned(a, when, starts=NOW - timedelta(hours=3), names="Omar Haddad")
    )
    assert typed("sent", "northwind", "--to", "omar", "--kind", "thank_you", "--yes")[0] == 0
    draft, sent = hunt.ask(NORTHWIND, lambda a, when: a.letters)
    assert (draft.status, sent.status, sent.interview) == ("draft", "sent", 5)


REFUSED = {
    ("note", "initech", "hi"): "No company or role matches “initech”.",
    ("interview", "adatum", "fri 14:00"): (
        "This application already has an outcome. Reopen it before you plan an interview."
    ),
    ("interview", "northwind", "--canceled"): "Round 1 took place, so it can't be canceled.",
    ("interview", "fabrikam", "--missed"): "Give them until Thu, Nov 26 at 10:15 AM; people run late.",
    ("interview", "sud", "--missed"): "Round 1 took place, going by your record: it has notes and a letter. Add --yes",
    ("interview", "contoso", "--missed"): "There is no interview at Contoso.",
    ("interview", "contoso", "smorgasbord"): "“smorgasbord” can't be read as a date and time.",
    ("interview", "contoso", "fri 9:00", "--zone", "Atlantis"): "--zone: No time zone is called “Atlantis”.",
    ("outcome", "adatum", "rejected"): "This application already has an outcome. Reopen it to record another.",
    ("outcome", "contoso", "accepted"): "There is no offer here to decide on.",
    ("outcome", "contoso", "offer", "--by", "whenever"): "--by: “whenever” can't be read as a date.",
    ("add", "Kite", "Dev", "--applied", "next friday"): (
        "--applied: Fri, Dec 4, in 10 days: that day hasn't come yet. Enter one in the past."
    ),
    ("add", "Kite", "https://kite.example/1"): "That's a link. Enter a name here; the link has a field of its own.",
    ("sent", "northwind", "--to", "dana", "--kind", "thank_you", "--when", "tomorrow"): "--when: That time hasn't come",
    ("replied", "contoso", "--when", "tomorrow"): "--when: That time hasn't come yet. Enter one in the past.",
    ("note", "contoso", " "): "Enter some text.",
    ("snooze", "northwind", "--to", "dana", "yesterday"): "That time has passed. Choose a later one.",
    ("snooze", "contoso"): "Nothing is open or coming up at Contoso.",
    ("snooze", "northwind", "--step", "knit"): (
        "No such step is open or coming up at Northwind. There is: Thank Dana Lee (thank); "
    ),
    ("snooze", "northwind", "--to", "bob"): "--to: nobody at Northwind is called “bob”. There are:",
    ("sent", "contoso"): "Nothing to write to Contoso: no step calls for a letter.",
    ("sent", "adatum"): "Adatum has 2 steps open. Say which with --to or --kind:",
    ("sent", "sud", "--kind", "thank_you"): "You thanked Ute Grün for this interview 4 days ago. Thank them again?",
    ("sent", "sud", "--kind", "follow_up"): "Too early. They said Fri, Dec 4; give them 2 more business days.",
    ("sent", "northwind", "--to", "omar"): "✗ ",
    ("add", "Tailspin", "Cook", "--applied", "whenever"): "--applied: “whenever” can't be read as a date.",
    ("add", "Tailspin", "Cook", "--priority", "urgent"): "--priority: The priority is one of:",
}
"""What is typed -> how the complaint begins, in the words of the dashboard."""


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_a_key_refuses_or_asks_a_script_is_refused_in_the_same_words(
    arguments: tuple[str, ...], path: Path, typed: Typed
) -> None:
    before = stored(path)
    code, out, complaint = typed(*arguments)
    assert (code, out) == (1, "")
    assert complaint.startswith(f"afterword: {REFUSED[arguments]}")
    code, out, complaint = typed(*arguments, "--json")
    document = json.loads(out)
    assert " ".join(document["problem"].split()) == complaint.removeprefix("afterword: ").split("\n")[0]
    assert document["done"] is None
    assert stored(path) == before


MISUSED = (
    ("outcome", "contoso", "rejected", "--by", "fri"),
    ("interview", "contoso"),
    ("interview", "contoso", "--move"),
    ("sent", "sud", "--kind", "ode"),
    ("draft", "sud", "--kind", "ode"),
)


@pytest.mark.parametrize("arguments", MISUSED, ids=" ".join)
def test_a_script_gets_a_document_of_a_command_that_is_called_wrongly_too(
    arguments: tuple[str, ...], typed: Typed
) -> None:
    code, out, complaint = typed(*arguments, "--json")
    assert (code, json.loads(out)["done"]) == (2, None)
    assert complaint == f"afterword: {json.loads(out)['problem']}\n"


def test_a_script_gets_a_document_of_a_database_that_is_broken_too(path: Path, typed: Typed) -> None:
    path.write_bytes(b"no database" * 100)
    code, out, complaint = typed("note", "contoso", "hi", "--json")
    assert (code, json.loads(out)["done"]) == (1, None)
    assert complaint == f"afterword: {json.loads(out)['problem']}\n"


def test_a_letter_that_goes_too_early_is_recorded_where_the_user_says_so(path: Path, typed: Typed) -> None:
    assert typed("sent", "sud", "--kind", "follow_up")[2].endswith("Add --yes to record it anyway.\n")
    code, out, _ = typed("sent", "sud", "--kind", "follow_up", "--yes", "--json")
    assert (code, json.loads(out)["stage"]) == (0, "followed_up")


def test_the_text_that_went_is_what_is_recorded(path: Path, typed: Typed, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Subject: Danke\n\nDear Dana,\n\nThank you.\n\nRobin", "utf-8")
    assert typed("sent", "northwind", str(letter), "--to", "dana", "--yes", "--when", "yesterday 18:00")[0] == 0
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT subject, body, sent, how FROM letter WHERE status = 'sent' ORDER BY id DESC")
        assert row.fetchone()[:3] == ("Danke", "Dear Dana,\n\nThank you.\n\nRobin", "2026-11-23T17:00:00.000000+00:00")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such devices")
def test_a_file_without_end_is_too_large_for_a_letter(typed: Typed) -> None:
    assert typed("sent", "northwind", "/dev/zero", "--to", "dana")[::2] == (
        1, "afterword: /dev/zero is too large for a letter (over 1 MB).\n",
    )  # fmt: skip


@pytest.mark.parametrize("verb", [("note", "hi"), ("snooze",), ("sent",), ("interview", "fri 14:00"), ("replied",)])
def test_where_several_may_be_meant_a_script_gets_the_candidates(
    verb: tuple[str, ...], path: Path, typed: Typed
) -> None:
    before = stored(path)
    code, out, complaint = typed(verb[0], "e", *verb[1:])
    assert (code, out) == (1, "")
    assert "  Northwind, Data Engineer\n  Contoso, Platform Engineer\n" in complaint
    document = json.loads(typed(verb[0], "e", *verb[1:], "--json")[1])
    assert document["candidates"][1] == {"application_id": 2, "company": "Contoso", "role": "Platform Engineer"}
    assert stored(path) == before


def test_a_round_that_is_moved_is_said_in_the_zone_it_is_in(typed: Typed) -> None:
    assert typed("interview", "contoso", "fri 9am", "--zone", "PT")[0] == 0
    assert "Fri, Nov 27 at 10:00 AM in Los Angeles" in typed("interview", "contoso", "--move", "fri 10am")[1]


def test_twins_are_told_apart_by_their_numbers(path: Path, typed: Typed) -> None:
    assert typed("add", "Contoso", "platform engineer")[1].endswith(
        "\nThere was one already: Contoso, Platform Engineer (id:2)."
        " If it's the same, run afterword undo, or afterword merge.\n"
    )
    assert typed("undo")[0] == typed("add", "Contoso", "Platform Engineer")[0] == 0
    complaint = typed("note", "contoso", "hi")[2]
    assert "Add a word of the one you mean, or use its id:" in complaint
    assert "  Contoso, Platform Engineer (id:2)\n  Contoso, Platform Engineer (id:7)\n" in complaint
    assert json.loads(typed("note", "id:7", "hi", "--json")[1])["application_id"] == 7
    assert typed("merge", "contoso", "contoso")[0] == 1
    merged = typed("merge", "id:2", "id:7", "--json")[1]
    assert json.loads(merged)["done"] == "Merged Contoso, Platform Engineer into Contoso, Platform Engineer"
    assert typed("merge", "contoso", "contoso")[2] == "afterword: That's the same application. Choose another one.\n"
    assert typed("undo")[1] == "Undone: Merged Contoso, Platform Engineer into Contoso, Platform Engineer.\n"
    assert typed("note", "id:99", "hi")[2] == "afterword: No application has the number 99.\n"


def test_where_several_steps_may_be_meant_they_are_listed(path: Path, typed: Typed) -> None:
    code, _, complaint = typed("skip", "northwind", "done by phone")
    assert code == 1
    assert complaint.splitlines() == [
        "afterword: Northwind has 2 steps open. Say which with --to or --step:",
        "  Thank Dana Lee (thank)",
        "  Thank Omar Haddad (thank)",
    ]


def test_the_document_says_what_was_done(typed: Typed) -> None:
    assert json.loads(typed("interview", "contoso", "fri 14:00", "--json")[1]) == {
        "done": "Planned round 1 at Contoso",
        "application_id": 2,
        "company": "Contoso",
        "role": "Platform Engineer",
        "stage": "applied",
        "understood": "Fri, Nov 27 at 2:00 PM, in 3 days",
        "hint": None,
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("interview", "contoso"),
        ("interview", "contoso", "--move"),
        ("interview", "contoso", "fri", "--missed"),
        ("interview", "contoso", "fri 9", "--nonsense"),
        ("outcome", "contoso", "hired"),
        ("outcome", "contoso", "rejected", "--by", "fri"),
        ("sent", "contoso", "--kind", "sonnet"),
        ("note", "contoso"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(arguments: tuple[str, ...], path: Path, typed: Typed) -> None:
    before = stored(path)
    code, out, complaint = typed(*arguments)
    assert (code, out, bool(complaint)) == (2, "", True)
    assert stored(path) == before


def test_a_search_without_applications_says_so_and_makes_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.db"
    for arguments, sentence in (
        (("note", "x", "y"), "There are no applications yet."),
        (("undo",), "nothing to undo"),
        (("redo",), "nothing to redo"),
    ):
        assert run(["--db", str(path), *arguments]) == 1
        assert sentence in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    "verb", ["add", "interview", "replied", "outcome", "note", "sent", "snooze", "skip", "undo", "redo", "reopen"]
)
def test_the_help_of_each_fits_a_terminal_and_says_how_days_are_typed(
    verb: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run([verb, "--help"]) == 0
    text = capsys.readouterr().out
    assert max(map(len, text.splitlines())) <= 80
    assert ("in 2 weeks" in text) == (verb in ("add", "interview", "replied", "outcome", "snooze"))


def test_on_a_terminal_it_is_asked_which_one_is_meant_and_whether_to_record(path: Path) -> None:
    asked = Terminal(path, "sent", "e", "--kind", "follow_up")
    asked.shows("Which one do you mean?")
    asked.shows("4. Bäckerei Süd, Baker")
    asked.shows("or enter for none: ")
    asked.type("9")
    asked.shows("or enter for none: ")
    asked.type("4")
    asked.shows("Too early. They said Fri, Dec 4;")
    asked.shows("Record it anyway? [y/N] ")
    asked.type("y")
    asked.shows("Sent: Follow-up to Ute Grün.")
    assert asked.ends() == 0
