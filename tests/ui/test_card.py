"""The card: what it holds, how it is laid out, and that it stands where no letter is open."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual.content import Content

from app.etiquette.from_them import ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Interview,
    Letter,
    LetterStatus,
    OutcomeKind,
    Part,
    Person,
    StepName,
)
from app.etiquette.stages import Stage
from app.etiquette.steps.next_steps import Step, Urgency, next_steps
from app.etiquette.steps.timeline import Entry
from app.hunt.changes import When
from app.hunt.snapshot import Detail
from app.hunt.verbs import answers
from app.ui.card import card_lines, sections
from app.ui.registry.here import Pane, Place
from tests.ui.driving import demo, driven, one_interview

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 24, 14, tzinfo=UTC)
DAY = timedelta(days=1)
WAITING = Application(
    company="Northwind",
    role="Data Engineer",
    stage=Stage.WAITING,
    location="Lisbon, hybrid",
    url="https://northwind.example/jobs/8354",
    salary="62k-70k EUR",
    source="company site",
    priority=3,
    notes="Team of six; on-call one week in eight.",
    applied_on=date(2026, 10, 31),
    reply_by=ReplyBy(date(2026, 11, 27), stated=True),
    people=(
        Person(1, "Dana", "Lee", email="dana@northwind.example", title="Head of Data"),
        Person(2, "Wu", "Mei", email="wu@agency.example", part=Part.RECRUITER),
    ),
    interviews=(
        Interview(
            1,
            2,
            NOW + 3 * DAY,
            NOW + 3 * DAY + timedelta(hours=1),
            "Europe/Lisbon",
            "video",
            "https://meet.example/abc",
            (1,),
        ),
    ),
    letters=(Letter(1, Kind.THANK_YOU, 1, "Thank you", "Dear Dana", LetterStatus.SENT, NOW - DAY, "smtp"),),
)
STEP = Step(
    1,
    StepName.FOLLOW_UP,
    Kind.FOLLOW_UP,
    1,
    None,
    NOW - DAY,
    NOW + DAY,
    NOW + 4 * DAY,
    None,
    Urgency.OPEN,
    None,
    ("thank", (date(2026, 11, 20), True, timedelta(hours=24), timedelta(hours=48))),
)


def card(width: int) -> list[str]:
    """Return the sample's card as lines of text."""
    return [line.plain for line in card_lines(sections(Detail(WAITING, ()), STEP, NOW, NEW_YORK), width)]


@pytest.mark.parametrize(
    "said",
    [
        "Follow up",
        "Sat, Nov 28 at 9:00 AM",
        "Fri, Nov 27 at 9:00 AM to 10:00 AM, video",
        "2:00 PM in Lisbon",
        "https://meet.example/abc",
        "Dana Lee, Head of Data  dana@northwind.example",
        "Wu Mei, recruiter  wu@agency.example",
        "Mon, Nov 23: Thank-you to Dana Lee, by mail server",
        "They said Fri, Nov 27",
        "https://northwind.example/jobs/8354",
        "Lisbon, hybrid",
        "62k-70k EUR",
        "company site",
        "Sat, Oct 31",
        "Team of six; on-call one week in eight.",
    ],
)
def test_a_card_says_all_that_was_entered(said: str) -> None:
    assert said in "\n".join(card(80))


@pytest.mark.parametrize("width", [36, 44, 76, 116, 196])
def test_a_card_is_laid_out_in_columns_that_lose_nothing(width: int) -> None:
    lines = card(width)
    assert all(Content(line).cell_length <= width for line in lines)
    words = "".join(" ".join(lines).split())
    for text in ("62k-70kEUR", "companysite", "on-call"):
        assert text in words
    assert len(card(116)) < len(card(76))


def test_the_terms_of_an_offer_stand_on_the_card_as_typed_until_it_is_taken_back() -> None:
    when = When(Policy(), NOW)
    offer = answers.outcome_recorded(WAITING, when, OutcomeKind.OFFER, note="85k EUR: base 80k\n5k to move")
    reopened = answers.reopened(offer.application, when)
    rejected = answers.outcome_recorded(reopened.application, when, OutcomeKind.REJECTED)
    events = (*offer.events, *reopened.events, *rejected.events)
    entries = tuple(Entry(event.at, event.text, event.what) for event in events)
    shown = sections(Detail(offer.application, entries[:1]), None, NOW, NEW_YORK)
    assert [line.plain.rstrip() for line in card_lines(shown, 76)][1:3] == [
        "Terms     85k EUR: base 80k",
        "          5k to move",
    ]
    shown = sections(Detail(rejected.application, entries), None, NOW, NEW_YORK)
    assert "85k" not in "".join(line.plain for line in card_lines(shown, 76))


@pytest.mark.parametrize(
    ("hour", "said"), [(None, "Fri, Nov 27, until 5:00 PM"), (NOW + 3 * DAY, "Fri, Nov 27 at 9:00 AM")]
)
def test_the_hour_by_which_an_offer_wants_an_answer_is_said_given_or_not(hour: datetime | None, said: str) -> None:
    policy = Policy(zone=NEW_YORK)
    offer = answers.outcome_recorded(
        WAITING, When(policy, NOW), OutcomeKind.OFFER, decide_by=date(2026, 11, 27), decide_at=hour
    )
    detail = Detail(offer.application, (), tuple(next_steps(offer.application, policy, NOW)))
    shown = card_lines(sections(detail, None, NOW, NEW_YORK), 76)
    assert f"Decide by {said}" in [line.plain.rstrip() for line in shown]


def test_an_application_of_which_nothing_is_known_has_a_card_of_what_is() -> None:
    lines = card_lines(sections(Detail(Application(company="Contoso", role="Cook"), ()), None, NOW, NEW_YORK), 76)
    assert [line.plain.split() for line in lines] == [["Role", "Cook"]]


async def test_the_card_stands_where_no_letter_is_open_and_takes_the_keys(tmp_path: Path) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        pane = d.hunt_screen.letter_pane
        assert pane.letter is None
        assert "dana.lee@northwind.example" in d.screen_text()
        await d.press("3")
        assert (d.hunt_screen.pane, d.hunt_screen.here().place, pane.card.has_focus) == (Pane.LETTER, Place.CARD, True)
        await d.press("G")
        assert pane.card.scroll_offset.y == pane.card.max_scroll_y
        await d.press("escape", "enter")
        assert (pane.letter is not None, pane.card.display) == (True, False)


@pytest.mark.parametrize(("size", "is_beside"), [((120, 40), False), ((200, 50), True)])
async def test_who_has_the_keys_has_the_room(tmp_path: Path, size: tuple[int, int], *, is_beside: bool) -> None:
    one_interview(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", size=size) as d:
        lists, letter = d.hunt_screen.lists, d.hunt_screen.letter_pane
        heights = [(lists.size.height, letter.size.height)]
        await d.press("enter")
        await d.quiet()
        heights.append((lists.size.height, letter.size.height))
        assert letter.editor.content_size.width <= 78
        if is_beside:
            assert len({height for pair in heights for height in pair}) == 1
            assert letter.region.x > d.hunt_screen.timeline.region.x > lists.region.x
        else:
            assert [round(upper / (upper + lower), 1) for upper, lower in heights] == [0.8, 0.2]


async def test_what_holds_a_letter_back_stands_in_its_heading_from_the_first_moment(tmp_path: Path) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        due = d.hunt_screen.lists.due
        place = next(i for i, row in enumerate(due.rows) if getattr(row, "company", "") == "Trey Research")
        await d.press(*["j"] * (place - due.cursor), "enter")
        await d.quiet()
        assert "Not yet. " in d.screen_text()


async def test_enter_on_a_letters_entry_shows_the_letter_and_the_footer_the_way_to_the_next(tmp_path: Path) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("2", "enter")
        pane = d.hunt_screen.letter_pane
        await d.until(lambda: pane.letter is not None, "the letter is not shown")
        assert (pane.letter.status, d.hunt_screen.here().place) == (LetterStatus.SENT, Place.SENT)
        assert "✓" not in d.screen_text()
