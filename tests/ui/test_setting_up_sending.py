"""The send dialog: what holds back comes first, and a mail server can be set up, tried and kept from there."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from app import locations
from app.etiquette.records import LetterStatus
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.words import ConfirmDialog
from tests.letters.mail_servers import USER, Mailbox
from tests.storage.hunts import SETTINGS
from tests.ui.driving import Driven, driven, one_interview
from tests.ui.test_sending import Server, mailbox, port, server

__all__ = ["mailbox", "port", "server"]


async def form(d: Driven, host: str, port: int) -> None:
    """Fill the form in and try it."""
    await d.press("enter", "ctrl+s", "s")
    await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
    await d.type(host)
    await d.press("enter", "enter")
    await d.type(str(port))
    await d.press("enter")
    d.dashboard.focused.value = USER  # type: ignore[union-attr]
    await d.press("ctrl+s")


async def test_a_server_is_tried_saved_and_used_at_once(
    tmp_path: Path, server: Server, mailbox: Mailbox, port: int
) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    settings = server.settings(port)
    without_host = {name: value for name, value in settings.smtp.items() if name not in ("host", "port", "user")}
    locations.settings_file().parent.mkdir(parents=True)
    locations.settings_file().write_text("# mine\n")
    async with driven(path, settings=replace(settings, smtp=without_host)) as d:
        await form(d, "localhost", port)
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "not tried")
        await d.shows("through your mail server")
        written = locations.settings_file().read_text()
        assert written.startswith("# mine\n")
        assert (tomllib.loads(written)["smtp"]["host"], tomllib.loads(written)["smtp"]["port"]) == ("localhost", port)
        assert not mailbox.received
        await d.press("s")
        await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "not asked")
        await d.press("y")
        await d.until(lambda: d.application().letters[0].status is LetterStatus.SENT, "not sent")
    assert len(mailbox.received) == 1


async def test_one_that_does_not_answer_is_said_and_saved_only_if_wanted(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, settings=replace(SETTINGS, smtp={"keyring": False})) as d:
        await form(d, "localhost", 1)
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no password is asked for")
        await d.type("secret")
        await d.press("enter")
        await d.shows("Nothing answers")
        await d.press("c")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form again")
        assert d.dashboard.screen.values()["host"] == "localhost"  # type: ignore[attr-defined]
        await d.press("escape")
        await d.until(lambda: d.dashboard.screen is d.hunt_screen, "not left")
    assert not locations.settings_file().exists()


async def test_a_wrong_value_stands_at_its_field(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter", "ctrl+s", "s")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        await d.type("smtp example org")
        await d.press("enter", "enter")
        await d.type("65536")
        await d.press("ctrl+s")
        await d.shows("Should be the name of your mail server alone")
        assert d.dashboard.focused.id == "field-host"  # type: ignore[union-attr]


async def test_what_is_too_early_waits_unless_another_way_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("x", "p", "j", "b")
        await d.type("in two weeks")
        await d.press("enter", "w", "1", "ctrl+s")
        await d.shows("Write again so soon?")
        await d.press("y")
        await d.shows("Not yet. Wait until")
        await d.shows("n  Wait until")
        labels = [choice.label for choice in d.dashboard.screen._choices]  # type: ignore[attr-defined]
        assert [label.split()[0] for label in labels] == ["Wait", "Open", "Copy", "Save", "Send", "I"]
        await d.press("enter")
        assert d.dashboard.screen is d.hunt_screen
        assert d.application().letters[-1].status is LetterStatus.DRAFT
