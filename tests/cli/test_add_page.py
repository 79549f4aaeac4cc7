"""`afterword add LINK` shows what a posting tells and keeps it once confirmed: with one application, however often."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.cli.in_process import afterword
from tests.exchange.postings import pages
from tests.hunt.fetching.servers import Served, Site, served


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Run the server that has the postings."""
    shown = {
        "/stated": Served(pages.NETWORK.encode()),
        "/moved": Served(status=302, headers=(("Location", "/stated"),)),
        "/guessed": Served(pages.POSTINGS.encode()),
        "/hostile": Served(pages.HOSTILE.encode("utf-8", "replace")),
    }
    with served(shown) as running:
        yield running


def hunt() -> dict[str, list[str]]:
    """Return what is stored: by company and role the addresses of its postings."""
    done = afterword("export", "json")
    if done.returncode:
        return {}
    return {
        f"{one['company']}, {one['role']}": [posting["address"] for posting in one["postings"]]
        for one in json.loads(done.stdout)["applications"]
    }


def test_a_posting_is_shown_confirmed_kept_once_and_still_there_when_the_page_is_gone(site: Site) -> None:
    shown = afterword("add", f"{site.address}/moved")
    assert (shown.returncode, hunt()) == (1, {})
    assert f"Redirected to {site.address}/stated".encode() in shown.stderr
    assert b"Add --yes to save it" in shown.stderr
    for words in (
        "Company: Northwind",
        "Salary: EUR 60,000 to 75,000 a year",
        "Apply by: Sat, Dec 19",
        "will be added",
    ):
        assert words in shown.stdout.decode()
    kept = json.loads(afterword("add", f"{site.address}/moved", "--yes", "--json").stdout)
    assert (kept["done"], kept["application_id"], kept["redirects"]) == (
        "Added 1 application and saved 1 posting", 1, [f"{site.address}/stated"],
    )  # fmt: skip
    assert (kept["posting"]["closes"], kept["posting"]["sure"]) == ("2026-12-19", True)
    again = afterword("add", f"{site.address}/stated", "--yes")
    assert (again.returncode, again.stdout.decode()) == (0, "The posting from Northwind is already here.\n")
    site.pages["/stated"] = Served(status=410)
    gone = afterword("add", f"{site.address}/stated", "--yes")
    assert (gone.returncode, b"is gone (410)" in gone.stderr) == (1, True)
    assert hunt() == {"Northwind, Data Engineer": [f"{site.address}/stated"]}


def test_what_the_page_does_not_state_is_asked_and_an_application_that_is_there_takes_it(site: Site) -> None:
    afterword("add", "Northwind AG", "Analyst")
    asked = json.loads(afterword("add", f"{site.address}/guessed", "--yes", "--json").stdout)
    assert (asked["done"], [one["role"] for one in asked["candidates"]]) == (None, ["Analyst"])
    assert afterword("add", f"{site.address}/guessed", "Northwind AG", "Analyst", "--yes").returncode == 0
    assert hunt() == {"Northwind AG, Analyst": [f"{site.address}/guessed"]}
    assert json.loads(afterword("undo", "--json").stdout)["done"] == "Undone: Saved 1 posting"


def test_a_page_whose_company_and_role_are_clear_is_added_with_yes_alone(site: Site) -> None:
    afterword("add", "Contoso", "Analyst")
    assert b"Add COMPANY ROLE" in afterword("add", f"{site.address}/guessed").stderr
    done = afterword("add", f"{site.address}/guessed", "--yes")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, b"Added 1 application and saved 1 posting.")
    assert [names for names, addresses in hunt().items() if addresses] == ["Northwind, Data Engineer"]


def test_a_hostile_page_reaches_no_terminal_raw(site: Site) -> None:
    done = afterword("add", f"{site.address}/hostile", "--yes")
    assert done.returncode == 0
    assert not {*range(32), 127} - {10} & {*done.stdout, *done.stderr}
    assert "\x9b" not in done.stdout.decode()


def test_a_company_without_a_role_is_misuse() -> None:
    done = afterword("add", "Northwind")
    assert (done.returncode, b"Name the role, too" in done.stderr) == (2, True)
    assert afterword("add", "Northwind", "--applied", "today", "Data", "Engineer").returncode == 0
