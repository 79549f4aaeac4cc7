"""The mailbox in the dashboard, on a real Dovecot: counted in the header, gone through by one key each, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app import settings
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Me
from app.settings import Settings
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.inbox import InboxDialog
from tests.hunt.inbox.boxes import interviewed
from tests.hunt.inbox.test_box import AWAY, NO, said
from tests.mailbox.conftest import running, server, trusted, vouching
from tests.mailbox.dovecots import PASSWORD, USER, Dovecot
from tests.mailbox.mails import invitation, mail
from tests.storage.hunts import NOW, SETTINGS, open_hunt
from tests.ui.driving import Driven, driven

__all__ = ["running", "server", "trusted", "vouching"]
BEFORE = said(NOW - timedelta(hours=2))


def with_inbox(server: Dovecot, **more: object) -> Settings:
    """Return settings that name the mailbox, with a command that prints the password."""
    table: dict[str, object] = {"host": "127.0.0.1", "port": server.port, "user": USER}
    table |= {"ca_file": str(server.ca_file), "password_command": ["printf", "%s", PASSWORD]}
    return replace(SETTINGS, inbox=table | more)


def is_listed(d: Driven) -> bool:
    return isinstance(d.dashboard.screen, InboxDialog) and d.dashboard.screen.takes_keys


async def test_each_is_dealt_with_by_one_key_and_undone_by_one(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    server.deliver(
        invitation(date=BEFORE),
        mail(AWAY, subject="Automatic reply", date=BEFORE, message_id="<a@n>", Auto_Submitted="auto-replied"),
        mail(NO, subject="Your application", date=said(NOW - timedelta(hours=1)), message_id="<no@n>"),
    )
    server.deliver(mail("Thanks!", USER, "dana@northwind.example", "Thank you", "<t@phone>", BEFORE), folder="Sent")
    async with driven(path, settings=with_inbox(server)) as d:
        await d.shows("✉ 4 in your inbox (m)")
        await d.press("m")
        await d.shows("4 from your inbox")
        await d.shows("Please join us.")
        for left in (3, 2, 1):
            await d.press("enter")
            await d.shows(f"{left} from your inbox")
        await d.press("enter")
        await d.until(lambda: not is_listed(d), "the list stays open")
        application = d.application()
        assert application.outcome is not None
        assert [letter.kind for letter in application.letters] == [Kind.THANK_YOU]
        assert len(application.interviews) == 2
        assert "in your inbox" not in d.screen_text()
        await d.press("u")
        await d.shows("✉ 1 in your inbox (m)")
        assert d.application().outcome is None
    async with driven(path, settings=with_inbox(server)) as d:
        await d.shows("✉ 1 in your inbox (m)")


async def test_what_is_dismissed_does_not_come_again_unless_undone(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    server.deliver(mail(NO, date=BEFORE), invitation(date=BEFORE))
    async with driven(path, settings=with_inbox(server)) as d:
        await d.shows("✉ 2 in your inbox (m)")
        await d.press("m")
        await d.shows("2 from your inbox")
        await d.press("x")
        await d.shows("1 from your inbox")
        await d.press("u")
        await d.shows("2 from your inbox")
        await d.press("x")
        await d.shows("1 from your inbox")
        await d.press("x")
        await d.until(lambda: not is_listed(d), "the list stays open")
        await d.press("m")
        await d.shows("Nothing new in your inbox about your search.")
    assert len(d.application().interviews) == 1


async def test_hostile_mail_stays_text_in_the_list_and_when_viewed(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    text = f"[@click=app.quit]press[/] [link=https://evil.example]x[/link] \x1b]0;t\x07\n\n{NO}"
    hostile = mail(text, '"[red]Dana[/]" <dana@northwind.example>', subject="[/foo] [bold]hi", date=BEFORE)
    server.deliver(hostile)
    async with driven(path, settings=with_inbox(server)) as d:
        await d.shows("✉ 1 in your inbox (m)")
        await d.press("m")
        await d.shows("[@click=app.quit]press[/]")
        await d.press("v")
        await d.shows("[link=https://evil.example]x[/link]")
        assert "\x1b" not in d.screen_text()


async def test_a_forged_sender_is_said_to_be_one(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    server.deliver(mail(NO, date=BEFORE, Authentication_Results="mx.example.org; dmarc=fail"))
    async with driven(path, settings=with_inbox(server)) as d:
        await d.shows("✉ 1 in your inbox (m)")
        await d.press("m")
        await d.shows("The sender may be forged: DMARC failed.")


async def test_a_server_that_is_away_is_told_once_and_everything_else_works(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    async with driven(path, settings=with_inbox(server, port=9)) as d:
        await d.shows("Nothing answers at 127.0.0.1, port 9.")
        await d.press("p")
        await d.shows("Data Engineer")


async def test_a_password_that_nobody_knows_is_asked_for_by_the_key(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    interviewed(path)
    server.deliver(mail(NO, date=BEFORE))
    table = with_inbox(server).inbox | {"keyring": False}
    del table["password_command"]
    async with driven(path, settings=replace(SETTINGS, inbox=table)) as d:
        await d.shows("There is no password for sam@example.org")
        await d.press("m")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "not asked")
        await d.type(PASSWORD)
        await d.press("enter")
        await d.shows("1 from your inbox")


async def test_it_is_set_up_with_a_try_and_written_into_the_settings(
    tmp_path: Path, server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(server.ca_file))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    path = tmp_path / "hunt.db"
    interviewed(path)
    server.deliver(mail(NO, date=BEFORE))
    async with driven(path) as d:
        await d.press("m")
        await d.shows("Whoever has it")
        for text in (USER, "127.0.0.1"):
            await d.type(text)
            await d.press("tab")
        d.dashboard.focused.value = str(server.port)  # type: ignore[union-attr]
        await d.press("tab")
        await d.type("wrong")
        await d.press("ctrl+s")
        await d.shows("refused user sam@example.org or the password")
        assert not (tmp_path / "settings" / "settings.toml").exists()
        d.dashboard.focused.value = PASSWORD  # type: ignore[union-attr]
        await d.press("ctrl+s")
        await d.shows("Keep the password?")
        await d.press("m")
        await d.shows("1 from your inbox")
    set_ = settings.load()
    assert set_.inbox == {"host": "127.0.0.1", "user": USER, "port": server.port}
    assert PASSWORD not in (tmp_path / "settings" / "settings.toml").read_text()


async def test_leaving_does_not_wait_for_a_server_that_never_answers(tmp_path: Path, trusted: Path) -> None:
    import socket
    import time

    path = tmp_path / "hunt.db"
    interviewed(path)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        table = {"host": "127.0.0.1", "port": silent.getsockname()[1], "user": USER}
        table |= {"password_command": ["printf", "%s", PASSWORD]}
        async with driven(path, settings=replace(SETTINGS, inbox=table)) as d:
            await d.until(lambda: d.work.inbox is not None, "nobody looks")
            began = time.monotonic()
            await d.press("q")
        assert time.monotonic() - began < 5


async def test_without_an_open_application_nothing_is_asked_of_the_mailbox(tmp_path: Path, server: Dovecot) -> None:
    path = tmp_path / "hunt.db"
    open_hunt(path).set_me(Me("Robin Vale"))
    async with driven(path, settings=with_inbox(server)) as d:
        await d.until(lambda: d.work.inbox is not None, "nobody looks")
        await d.press("m")
        await d.shows("No application is open, so there is nothing to look for.")
    assert server.said_so_far() == ""
