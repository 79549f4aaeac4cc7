"""Postings as proposals: an application beyond doubt, the one that is there, or a question; never a second one."""

from __future__ import annotations

from pathlib import Path

from app.hunt.gathering import Source
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.plan import Plan, What
from app.hunt.intake.planning import NOTHING_ASKED, Asked, plan_for
from app.hunt.intake.proposing import Answers
from app.hunt.verbs import applications
from app.storage import reading
from tests.exchange.postings import pages
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt, reader


def planned(path: Path, *files: tuple[str, str | bytes], asked: Asked = NOTHING_ASKED) -> Plan:
    """Return what importing these files would do."""
    sources = [Source(name, data if isinstance(data, bytes) else data.encode()) for name, data in files]
    return plan_for(path, sources, SETTINGS.policy, NOW, asked)


def kept(path: Path) -> dict[str, list[str]]:
    """Return by company and role the titles of the postings that are stored."""
    with reader(path) as connection:
        return {
            f"{one.company}, {one.role}": [posting.title for posting in one.postings]
            for one in reading.all_applications(connection)
        }


def test_a_page_that_states_company_and_role_adds_the_application_with_all_that_it_tells(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    plan = planned(path, ("n.html", pages.NETWORK))
    (proposal,) = plan.proposals
    assert (proposal.what, proposal.is_new, proposal.is_taken) == (What.POSTING, True, True)
    assert proposal.title == (
        "New: Northwind, Data Engineer · Lisbon, PT · EUR 60,000 to 75,000 a year · apply by Sat, Dec 19"
    )
    assert proposal.text.startswith("Company: Northwind\nRole: Data Engineer\nLocation: Lisbon, PT\nSalary: EUR")
    assert plan.intent == "add 1 application and save 1 posting"
    assert carry_out(plan, hunt).summary == "Added 1 application and saved 1 posting"
    with reader(path) as connection:
        (stored,) = reading.all_applications(connection)
    assert (stored.location, stored.salary, stored.stage) == ("Lisbon, PT", "EUR 60,000 to 75,000 a year", "applied")
    again = planned(path, ("n.html", pages.NETWORK))
    assert (again.is_empty, again.notes) == (True, ["n.html: the posting from Northwind is already here."])
    hunt.undo()
    assert kept(path) == {}


def test_what_is_left_out_adds_no_application(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    open_hunt(path)
    (proposal,) = planned(path, ("n.html", pages.NETWORK)).proposals
    left = planned(path, ("n.html", pages.NETWORK), asked=Asked(without=frozenset({proposal.key})))
    assert (left.is_empty, [one.verb for one in left.proposals]) == (True, [None])
    ticked = planned(path, ("n.html", pages.NETWORK))
    ticked.tick(proposal.key, is_taken=False)
    assert ticked.is_empty


def test_a_guess_adds_nothing_and_asks_with_what_it_guesses(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    plan = planned(path, ("b.html", pages.BOARD), ("j.html", pages.JAPANESE), ("t.txt", pages.TEXT))
    assert plan.is_empty
    assert [one.guess for one in plan.asks] == [
        ("Northwind", "Data Engineer"), ("株式会社ノースウィンド", "データエンジニア"), ("Northwind", "Data Engineer"),
    ]  # fmt: skip
    named = Answers(new={plan.asks[0].key: ("Maple Grove", "School Nurse")})
    (proposal,) = planned(path, ("b.html", pages.BOARD), asked=Asked(answers=named)).proposals
    assert proposal.title.startswith("New: Maple Grove, School Nurse")
    answers = Answers(new={plan.asks[0].key: ("Northwind", "Data Engineer")})
    carry_out(planned(path, ("b.html", pages.BOARD), asked=Asked(answers=answers)), hunt)
    assert kept(path) == {"Northwind, Data Engineer": ["Data Engineer"]}


def test_a_posting_goes_to_the_application_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    add(hunt, "NORTHWIND AG", "Data Engineer (all genders)")
    hunt.do(
        add(hunt, "Contoso", "Chef"),
        lambda a, when: applications.edited(a, when, url="https://jobs.northwind.example/de/4321?utm_source=x"),
    )
    pages_read = (("n.html", pages.NETWORK), ("s.html", pages.SCRIPTED), ("m.mhtml", pages.MHTML))
    carry_out(planned(path, *pages_read), hunt)
    assert kept(path) == {
        "NORTHWIND AG, Data Engineer (all genders)": ["Data Engineer", "Data Engineer"],
        "Contoso, Chef": ["Data Engineer"],
    }


def test_another_role_at_the_same_company_and_one_applied_for_twice_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    add(hunt, "Northwind", "Analyst")
    plan = planned(path, ("n.html", pages.NETWORK))
    assert (plan.is_empty, [(fit.role, fit.why) for fit in plan.asks[0].fits]) == (
        True, [("Analyst", "it's the same company")],
    )  # fmt: skip
    for _ in range(2):
        add(hunt)
    assert len(planned(path, ("n.html", pages.NETWORK)).asks[0].fits) == 3


def test_two_pages_of_one_new_role_add_it_once(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    carry_out(planned(path, ("n.html", pages.NETWORK), ("s.html", pages.SEARCH)), hunt)
    assert kept(path) == {"Northwind, Data Engineer": ["Data Engineer", "Data Engineer (m/w/d)"]}
