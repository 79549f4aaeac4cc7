"""The form after an interview, by keys: what is said becomes a sentence as one types, and the thank-you holds it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from textual.widgets import Input, Static

from app.etiquette.records import InterviewStatus, Me, StepName
from app.hunt.verbs import applications, interviews
from app.ui.dialogs.form import FormDialog
from tests.storage.hunts import NOW, Clock, add, open_hunt
from tests.ui.driving import Driven, driven

ENDS = NOW - timedelta(hours=2)


def ended(path: Path) -> None:
    """Write a hunt with an interview that was planned, and ended two hours ago."""
    clock = Clock(NOW - timedelta(days=3))
    hunt = open_hunt(path, clock)
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    add(hunt)
    names = "Dana Lee <dana@northwind.example>, Omar Haddad"
    starts = ENDS - timedelta(hours=1)
    hunt.do(1, lambda a, when: interviews.planned(a, when, starts=starts, ends=ENDS, names=names))
    hunt.do(1, lambda a, when: applications.noted(a, when, "Ask about the on-call week"))


def said_below(d: Driven, field: str) -> str:
    """Return the sentence that is shown below a field."""
    return str(d.dashboard.screen.query_one(f"#notice-{field}", Static).content).removeprefix("→ ")


async def opened(d: Driven) -> None:
    """Open the form from the due list."""
    assert d.hunt_screen.lists.selected_due.step.name is StepName.DEBRIEF
    await d.press("enter")
    await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")


async def test_it_feeds_the_thank_you(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    ended(path)
    async with driven(path) as d:
        await opened(d)
        await d.shows("Ask about the on-call week")
        await d.press("enter", "enter")
        await d.type("their data arrives late")
        await d.until(lambda: "your data arrives late." in said_below(d, "said-1"), d.screen_text())
        shown = said_below(d, "said-1")
        await d.press("enter", "right")
        assert "Omar said" not in d.screen_text()
        await d.press("enter")
        await d.type("Grace Kim")
        await d.shows("Grace said")
        await d.press("enter")
        await d.type("asked about my thesis")
        await d.shows("Who asked?")
        await d.press("enter", "enter")
        await d.type("in two weeks")
        await d.shows("Save (enter)")
        await d.press("enter")
        await d.until(lambda: not isinstance(d.dashboard.screen, FormDialog), d.screen_text())
        after = d.application()
        assert after.interviews[0].noted == "Dana Lee: their data arrives late\nGrace Kim: asked about my thesis"
        assert [after.person(person).name for person in after.interviews[0].met] == ["Dana Lee", "Grace Kim"]
        assert after.reply_by.date == date(2026, 12, 8)
        assert d.hunt_screen.lists.selected_due.step.name is StepName.THANK
        await d.press("enter")
        assert shown in d.hunt_screen.letter_pane.body
        assert "Dear Dana" in d.hunt_screen.letter_pane.body


async def test_nobody_came(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    ended(path)
    async with driven(path) as d:
        await opened(d)
        await d.press("right")
        assert "wasn't there" not in d.screen_text()
        await d.press("enter")
        await d.until(lambda: d.application().interviews[0].status is InterviewStatus.MISSED, "not recorded")
        await d.press("u")
        await d.until(lambda: d.application().interviews[0].status is not InterviewStatus.MISSED, "not taken back")
        await opened(d)


async def test_it_can_be_corrected_from_the_interview_key(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    ended(path)
    async with driven(path) as d:
        await opened(d)
        await d.press("enter", "enter")
        await d.type("you use Kafka")
        d.dashboard.screen.query_one("#field-noted", Input).value = "Decision by next Friday"
        await d.shows("from your notes;")
        await d.press("ctrl+s")
        await d.until(lambda: "Dana Lee: you use Kafka" in d.application().interviews[0].noted, "not stored")
        assert d.application().reply_by.date == date(2026, 12, 4)
        await d.press("i", "d")
        await d.until(lambda: said_below(d, "said-1").endswith("you use Kafka."), d.screen_text())
