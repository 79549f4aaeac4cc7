"""The pipeline's lanes: an interview ahead comes first, whatever the stage, and rows say what was decided."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product
from pathlib import Path

from app.etiquette.records import Decision, OutcomeKind
from app.hunt.hunt import Hunt
from app.hunt.snapshot import read_pipeline
from app.hunt.verbs import answers, interviews
from app.ui.registry.here import Pane
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt, reader
from tests.ui.driving import driven

DAY = timedelta(days=1)


def two_ahead(path: Path) -> Hunt:
    """Write three applications, two of them with an interview ahead: the later one first."""
    hunt = open_hunt(path)
    for company, days in (("Contoso", 9), ("Fabrikam", 2), ("Litware", 0)):
        application_id = add(hunt, company)
        if days:
            starts = NOW + days * DAY
            hunt.do(application_id, lambda a, when, starts=starts: interviews.planned(a, when, starts=starts))
    return hunt


async def test_an_interview_ahead_stands_first_with_its_day(tmp_path: Path) -> None:
    two_ahead(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("p")
        assert d.work.shown.detail.application.company == "Fabrikam"
        rows = [" ".join(line.split("││")[0].strip("│ ").split()) for line in d.screen_text().splitlines()[2:7]]
        assert rows == [
            "▾ Interview ahead (2) interview",
            "Fabrikam Data Engineer Nov 26",
            "Contoso Data Engineer Dec 3",
            "▾ Applied (1)",
            "Litware Data Engineer",
        ]


def test_once_it_is_over_it_is_not_ahead_any_more(tmp_path: Path) -> None:
    two_ahead(tmp_path / "hunt.db")
    with reader(tmp_path / "hunt.db") as connection:
        days = [
            [row.interview for row in read_pipeline(connection, SETTINGS.policy, moment)]
            for moment in (NOW, NOW + 3 * DAY, NOW + 10 * DAY)
        ]
    assert days == [[date(2026, 12, 3), date(2026, 11, 26), None], [date(2026, 12, 3), None, None], [None] * 3]


async def test_an_offer_that_was_decided_on_says_how(tmp_path: Path) -> None:
    hunt = two_ahead(tmp_path / "hunt.db")
    hunt.do(3, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    hunt.do(3, lambda a, when: answers.offer_decided(a, when, Decision.ACCEPTED))
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("p")
        assert "Offer accepted" in d.screen_text()


PANES = {"1": Pane.DUE, "p": Pane.PIPELINE, "2": Pane.TIMELINE, "3": Pane.LETTER, "4": Pane.GLANCE}
FROM_EACH_TO_EACH = "11p121314pp2p3p4223243344" + "1"
"""A walk on which every key follows every key, itself included, once."""


def test_the_walk_goes_from_each_pane_to_each() -> None:
    pairs = [*pairwise(FROM_EACH_TO_EACH)]
    assert sorted(pairs) == sorted(product(PANES, repeat=2))


async def test_the_keys_of_the_panes_always_go_where_they_say(tmp_path: Path) -> None:
    two_ahead(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        walk = f"{FROM_EACH_TO_EACH}{''.join(f'343{key}' for key in PANES)}"
        for n, key in enumerate(walk):
            await d.press(key)
            assert d.hunt_screen.pane is PANES[key], walk[: n + 1]
            shown = [pane for pane in Pane if d.hunt_screen.has_class(f"-pane-{pane}")]
            assert shown == [PANES[key]], walk[: n + 1]
