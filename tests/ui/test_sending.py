"""Letters leave by a real SMTP server on loopback, and are recorded as sent only when they went."""

from __future__ import annotations

import ssl
import sys
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest

from app.etiquette.records import LetterStatus
from app.etiquette.stages import Stage
from app.settings import Settings
from app.ui.dialogs.words import ConfirmDialog, ProblemDialog
from tests.letters import certificates
from tests.letters.mail_servers import HANG_UP, PASSWORD, USER, Mailbox, listening, mail_server, scripted
from tests.storage.hunts import SETTINGS
from tests.ui.driving import driven, one_interview


class Server:
    """What the dashboard is told of a server, and the context that the server uses."""

    def __init__(self, folder: Path):
        authority = certificates.authority(folder)
        self.context: ssl.SSLContext = authority.server(folder, "localhost")
        self.ca_file = str(authority.file)

    def settings(self, port: int) -> Settings:
        """Return settings that lead to the server on a port; the password is printed by a command."""
        smtp = {
            "host": "localhost",
            "port": port,
            "security": "tls",
            "user": USER,
            "ca_file": self.ca_file,
            "password_command": [sys.executable, "-c", f"print({PASSWORD!r})"],
            "timeout": 30.0,
        }
        return replace(SETTINGS, smtp=smtp)


@pytest.fixture
def server(tmp_path: Path) -> Server:
    """Make a private authority and a certificate for localhost."""
    folder = tmp_path / "certificates"
    folder.mkdir()
    return Server(folder)


@pytest.fixture
def mailbox() -> Mailbox:
    """Give an empty mailbox."""
    return Mailbox()


@pytest.fixture
def port(server: Server, mailbox: Mailbox) -> Iterator[int]:
    """Run a server that fills the mailbox."""
    with mail_server(mailbox, tls=server.context) as listening_on:
        yield listening_on


async def test_a_letter_is_sent_and_cannot_be_undone(
    tmp_path: Path, server: Server, mailbox: Mailbox, port: int
) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, settings=server.settings(port)) as d:
        await d.press("enter", "ctrl+s", "s")
        await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "not shown before it goes")
        shown = d.screen_text()
        assert "dana@northwind.example" in shown
        assert "robin@mail.example" in shown
        await d.press("y")
        await d.until(lambda: d.application().letters[0].status is LetterStatus.SENT, "not sent")
        await d.press("u")
        await d.quiet()
    sent = d.application().letters[0]
    assert sent.status is LetterStatus.SENT
    assert d.application().stage is Stage.THANKED
    assert len(mailbox.received) == 1
    content = mailbox.received[0].content
    assert isinstance(content, bytes)
    read = message_from_bytes(content)
    assert (read["Message-ID"], read["To"]) == (sent.message_id, '"Dana Lee" <dana@northwind.example>')
    assert PASSWORD.encode() not in path.read_bytes()


async def test_a_letter_that_did_not_go_stays_a_draft(tmp_path: Path, server: Server) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, settings=server.settings(1)) as d:
        await d.press("enter", "ctrl+s", "s")
        await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "not asked")
        await d.press("y")
        await d.until(lambda: isinstance(d.dashboard.screen, ProblemDialog), "no word of it")
        await d.shows("Nothing answers")
    assert d.application().letters[0].status is LetterStatus.DRAFT


async def test_what_may_have_gone_is_asked_about_after_a_restart(tmp_path: Path, server: Server) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    heard = bytearray()
    with listening(scripted(heard, {".": HANG_UP}, server.context)) as port:
        async with driven(path, settings=server.settings(port)) as d:
            await d.press("enter", "ctrl+s", "s")
            await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "not asked")
            await d.press("y")
            await d.until(lambda: isinstance(d.dashboard.screen, ProblemDialog), "no word of it")
    assert d.application().letters[0].status is LetterStatus.SENDING
    async with driven(path) as d:
        await d.press("enter", "ctrl+s")
        await d.shows("Was it sent?")
        await d.press("y")
        await d.until(lambda: d.application().letters[0].status is LetterStatus.SENT, "not recorded")
