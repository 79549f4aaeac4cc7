"""A posting is read from a page of any shape: what it states is sure, what its title shows is a guess, and no page is
obeyed."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date

import pytest

from app.etiquette.errors import ImportFileError
from app.etiquette.policy import Policy
from app.etiquette.text import clean, clean_lines
from app.exchange.contents import Advertised
from app.exchange.postings.json_ld import postings_in
from app.exchange.postings.page import read_page
from app.exchange.postings.reading import (
    posting_in_page,
    posting_in_pdf,
    posting_in_saved_page,
    posting_in_text,
    posting_of_html,
)
from app.exchange.postings.titles import Guess, guess
from app.exchange.reading import NO_CHOICES, read_file
from app.exchange.source import Source
from tests.exchange.postings import pages
from tests.full_records import NOW


def read(page: str | bytes) -> Advertised:
    """Return the posting in a page."""
    return posting_in_page(page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass"))


def facts(posting: Advertised) -> tuple[object, ...]:
    """Return what a posting tells beside its text."""
    return posting.company, posting.role, posting.location, posting.salary, posting.closes, posting.is_sure


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            pages.NETWORK,
            ("Northwind", "Data Engineer", "Lisbon, PT", "EUR 60,000 to 75,000 a year", date(2026, 12, 19), True),
        ),
        (pages.BOARD, ("Northwind", "Data Engineer", "", "", None, False)),
        (pages.POSTINGS, ("Northwind", "Data Engineer", "", "", None, False)),
        (pages.SCRIPTED, ("Northwind GmbH", "Data Engineer", "Remote; Germany", "USD 45 an hour", None, True)),
        (pages.SEARCH, ("Northwind", "Data Engineer (m/w/d)", "Leipzig; Halle", "", None, True)),
        (pages.JAPANESE, ("株式会社ノースウィンド", "データエンジニア", "", "", None, False)),
        (
            pages.JAPANESE_STATED,
            (
                "株式会社ノースウィンド", "データエンジニア", "東京都港区", "JPY 6,000,000 to 9,000,000 a year",
                date(2026, 12, 31), True,
            ),
        ),
    ],
    ids=["network", "board", "postings", "scripted", "search", "japanese", "japanese stated"],
)  # fmt: skip
def test_a_page_of_each_shape_tells_what_it_states_and_the_rest_is_a_guess(
    page: str | bytes, expected: tuple[object, ...]
) -> None:
    posting = read(page)
    assert facts(posting) == expected
    assert "late events" in posting.text or "遅れて届く" in posting.text
    for around in ("Cookies", "All jobs", "track(", "<p>", "&lt;", "Sign in"):
        assert around not in posting.text


def test_the_address_is_the_one_it_was_fetched_or_saved_from_without_tracking() -> None:
    assert read(pages.BOARD).address == "https://boards.greenhouse.io/northwind/jobs/4321"
    fetched = posting_in_page(pages.BOARD.encode(), address="https://jobs.example/4?utm_source=x&id=5#apply")
    assert fetched.address == "https://jobs.example/4?id=5"
    assert (fetched.company, fetched.role) == ("Northwind", "Data Engineer")
    noted = "<!-- saved from url=(0028)https://jobs.example/9?a=1&amp;b=2 -->"
    assert read(f"<html>{noted}{pages.BOARD}").address == "https://jobs.example/9?a=1&b=2"


def test_a_page_saved_with_its_pictures_a_pdf_and_a_pasted_text_are_read() -> None:
    saved = posting_in_saved_page(pages.MHTML)
    assert facts(saved) == ("Northwind", "Data Engineer", "", "", None, False)
    assert saved.address == "https://jobs.northwind.example/de/4321"
    assert saved.text.startswith("Data Engineer\n\nGrüße.")
    pasted = posting_in_text(pages.TEXT)
    assert (pasted.company, pasted.role, pasted.text) == ("Northwind", "Data Engineer", pages.TEXT.strip())
    printed = posting_in_pdf(pages.pdf(["Data Engineer at Northwind", "You will move late events"]))
    assert (printed.company, printed.role) == ("Northwind", "Data Engineer")
    assert "late events" in printed.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "can't be read"),
        (pages.pdf([]), "without text"),
        (b"%PDF" + b"x" * (10 * 1024 * 1024), "more than 10 MB"),
    ],
)
def test_a_pdf_that_holds_no_text_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(ImportFileError, match=words):
        posting_in_pdf(data)


def test_a_page_that_lists_several_postings_or_holds_no_text_is_no_posting() -> None:
    several = pages.page(pages.ld([pages.stated(title="Chef"), pages.stated(title="Cook")]), "<h1>Our jobs</h1>")
    with pytest.raises(ImportFileError, match="lists 2 postings"):
        read(several)
    with pytest.raises(ImportFileError, match="hardly any text"):
        read("<html><script>draw()</script><div id=root></div></html>")


def test_a_posting_that_a_page_states_may_be_short() -> None:
    stated = '{"@type": "JobPosting", "title": "Cook", "hiringOrganization": "Fourth Coffee", "description": "Ask for Ruth."}'
    posting = read(f'<title>Cook</title><script type="application/ld+json">{stated}</script><p>Ask for Ruth.</p>')
    assert (posting.company, posting.text) == ("Fourth Coffee", "Ask for Ruth.")
    with pytest.raises(ImportFileError, match="hardly any text"):
        read("<title>Cook</title><p>Ask for Ruth.</p>")


def test_a_hostile_page_is_text_and_nothing_else() -> None:
    posting = read(pages.HOSTILE)
    for text in (posting.title, posting.company, posting.role, posting.location, posting.salary, posting.address):
        assert text == clean(text)
        assert len(text) <= 300
    assert posting.text == clean_lines(posting.text)
    assert (posting.address, posting.role) == ("", "␛[31mRed[/foo]")
    page = read_page(pages.HOSTILE)
    assert pages.HOSTILE_TEXT in page.text
    for hidden in ("alert", "cookie", "javascript", "hidden"):
        assert hidden not in page.text
    assert len(page.title) <= 1_000


@pytest.mark.parametrize("name", pages.HEAVY)
def test_no_page_however_made_takes_long(name: str) -> None:
    begun = time.process_time()
    text = ""
    with suppress(ImportFileError):
        contents = read_file(Source("page.html", pages.HEAVY[name]), NO_CHOICES, Policy(), NOW).contents
        assert contents is not None
        text = "".join(posting.text for posting in contents.postings)
    assert len(text) <= 100_000
    assert text == clean_lines(text)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "shift_jis", "nonsense", ""])
def test_a_wrong_character_set_does_no_harm(declared: str) -> None:
    page = pages.page("", f"<h1>Küchenchef</h1><p>{pages.LONG}</p>").replace("charset=utf-8", f"charset={declared}")
    assert read(page.encode()).title == "Küchenchef"
    assert posting_in_page(page.encode("cp1252"), declared).title in ("Küchenchef", "K\ufffdchenchef")


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        ({"currency": "USD", "value": {"minValue": 50, "maxValue": 50, "unitText": "HOUR"}}, "USD 50 an hour"),
        ({"currency": "EUR", "value": 60000}, "EUR 60,000"),
        ("$60k to $70k", "$60k to $70k"),
        (60000.5, "GBP 60,000.50"),
        ({"value": {"minValue": 0, "maxValue": 0}}, ""),
        ({"value": float("inf")}, ""),
        ([{"currency": "CHF", "value": "90'000"}], "90'000"),
        (True, ""),
        ({"value": {"value": {"value": {}}}}, ""),
    ],
)
def test_pay_is_said_as_people_say_it_and_nonsense_is_left_out(pay: object, words: str) -> None:
    (posting,) = postings_in([pages.ld(pages.stated(baseSalary=pay, salaryCurrency="GBP"))[35:-9]])
    assert posting.salary == words


def test_what_is_stated_in_odd_ways_is_understood() -> None:
    blocks = [
        '//<![CDATA[\n{"@type": ["Thing", "http://schema.org/JobPosting"], "title": ["Chef"],\n "hiringOrganization":'
        ' "Contoso", "description": "two\nlines &amp; more", "jobLocation": {"address": {"addressCountry": {"name":'
        ' "Spain"}}}}\n//]]>',
        "{&quot;@type&quot;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;Cook&quot;}",
        "not JSON",
        '{"@type": "JobPosting"}',
        '"JobPosting"',
    ]
    chef, cook = postings_in(blocks)
    assert (chef.role, chef.company, chef.location, chef.text, chef.is_sure) == (
        "Chef", "Contoso", "Spain", "two\nlines & more", True,
    )  # fmt: skip
    assert (cook.role, cook.is_sure) == ("Cook", False)


@pytest.mark.parametrize(
    ("title", "more", "expected"),
    [
        ("Data Engineer @ Northwind", {}, Guess("Northwind", "Data Engineer")),
        ("Data Engineer bei Northwind GmbH | StepStone", {}, Guess("Northwind GmbH", "Data Engineer")),
        ("Northwind is hiring a Data Engineer in Lisbon", {}, Guess("Northwind", "Data Engineer", "Lisbon")),
        ("Data Engineer | Northwind | Careers", {"site": "Northwind"}, Guess("Northwind", "Data Engineer")),
        ("Careers", {"heading": "Data Engineer", "site": "Northwind"}, Guess("Northwind", "Data Engineer")),
        ("Data Engineer", {"address": "https://jobs.lever.co/blue-yonder/1"}, Guess("Blue Yonder", "Data Engineer")),
        ("Data Engineer", {"address": "https://northwind.jobs.personio.de/job/1"}, Guess("Northwind", "Data Engineer")),
        ("【データエンジニア】株式会社ノースウィンド", {}, Guess("株式会社ノースウィンド", "データエンジニア")),
        ("Northwind - Data Engineer", {}, Guess("Northwind", "Data Engineer")),
        ("", {}, Guess()),
    ],
)
def test_a_title_shows_company_and_role(title: str, more: dict[str, str], expected: Guess) -> None:
    assert guess(title, **more) == expected


def test_a_short_page_in_japanese_says_enough() -> None:
    says = "当社は東京でソフトウェアエンジニアを募集しています。応募資格はPythonです。"
    assert says in posting_of_html(f"<title>エンジニア</title><p>{says}</p>").text
    with pytest.raises(ImportFileError, match="hardly any text"):
        posting_of_html("<p>Loading the app</p>")
