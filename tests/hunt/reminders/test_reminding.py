"""Reminders on a real hunt: to a recording desktop, a mail server with TLS and a server for ntfy, both on loopback."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.etiquette.policy import Policy
from app.etiquette.records import StepName
from app.etiquette.reminder_addresses import Remind
from app.etiquette.reminding import Mentions
from app.hunt.reminders import memory
from app.hunt.reminders.reminding import Delivery, remind
from app.hunt.verbs import steps
from app.settings import Settings
from app.storage import backups, restoring
from tests.letters import certificates
from tests.letters.mail_servers import PASSWORD, USER, Mailbox, mail_server
from tests.storage.hunts import BERLIN, NOW, add, log_interview, open_hunt

RECORDS = """#!/bin/sh
for text in "$@"; do printf '%s\\n' "$text"; done >> "$RECORD"
"""
MORNING = NOW.replace(hour=8)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return a hunt in which two people are to be thanked today, at a company with a name in markup."""
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    log_interview(hunt, add(hunt, "Smith <b>& Sons"))
    return path


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a `notify-send` in the way that records its arguments, a line each, and return the record."""
    program, record = tmp_path / "bin" / "notify-send", tmp_path / "record"
    program.parent.mkdir()
    program.write_text(RECORDS)
    program.chmod(0o755)
    record.touch()
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("RECORD", str(record))
    return record


def settings(*to: str, names: bool = False, **fields: object) -> Settings:
    """Return settings with these addresses."""
    return replace(Settings(Policy(zone=BERLIN)), remind=Remind(to or ("desktop",), names), **fields)  # type: ignore[arg-type]


def problems(outcomes: list[Delivery]) -> list[str]:
    """Return what went wrong."""
    return [delivery.problem for delivery in outcomes if delivery.problem]


def test_the_desktop_is_told_once_and_no_name_is_on_it(database: Path, desktop: Path) -> None:
    (delivery,) = remind(database, settings(), MORNING)
    assert (delivery.address, delivery.problem) == ("desktop", "")
    assert desktop.read_text().splitlines() == [
        "--app-name=Afterword", "--category=reminder", "--", "Afterword: 2 steps due",
        "2 × Thank them (due today)",
    ]  # fmt: skip
    assert remind(database, settings(), MORNING + timedelta(hours=1)) == []
    assert "Smith" not in desktop.read_text()


def test_names_are_on_it_where_they_are_wanted_and_are_no_markup(database: Path, desktop: Path) -> None:
    remind(database, settings(names=True), MORNING)
    assert "Smith &lt;b&gt;&amp; Sons: Thank Dana Lee (due today)" in desktop.read_text()


def test_a_dry_run_says_it_and_neither_sends_nor_remembers(database: Path, desktop: Path) -> None:
    (shown,) = remind(database, settings(), MORNING, sends=False)
    assert shown.reminder.title == "Afterword: 2 steps due"
    assert (desktop.read_text(), memory.memory_file().exists()) == ("", False)
    assert len(remind(database, settings(), MORNING)) == 1


def test_at_night_nothing_is_sent_and_a_snooze_is_noticed_all_the_same(database: Path, desktop: Path) -> None:
    remind(database, settings(), MORNING)
    hunt = open_hunt(database)
    until = MORNING + timedelta(hours=24)
    hunt.do(1, lambda a, when: steps.step_snoozed(a, when, StepName.THANK, a.people[0].id, until))
    assert remind(database, settings(), MORNING.replace(hour=21)) == []
    (delivery,) = remind(database, settings(), until)
    assert delivery.reminder.lines == ("Thank them (6 h left)",)


def test_a_desktop_that_cannot_be_told_is_told_the_next_time(
    database: Path, desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = desktop.parent / "bin" / "notify-send"
    program.write_text("#!/bin/sh\necho 'no bus' >&2; exit 4\n")
    assert problems(remind(database, settings(), MORNING)) == ["The desktop was not notified: no bus."]
    assert memory.remembered().problems == ["The desktop was not notified: no bus."]
    program.write_text(RECORDS)
    assert problems(remind(database, settings(), MORNING)) == []
    assert "2 steps due" in desktop.read_text()
    assert memory.remembered().problems == []
    program.unlink()
    monkeypatch.setenv("PATH", str(program.parent))
    (delivery,) = remind(database, settings(), MORNING + timedelta(hours=28))
    assert delivery.problem.startswith("The desktop can't be notified: there is no notify-send. Install it")


def test_a_restored_backup_repeats_nothing(database: Path, desktop: Path, tmp_path: Path) -> None:
    copy = backups.back_up(database, tmp_path / "copy.db")
    remind(database, settings(), MORNING)
    restoring.restore(copy, database, NOW)
    assert remind(database, settings(), MORNING + timedelta(hours=1)) == []


@pytest.mark.parametrize("text", ["", "[]", '{"hunts": 1}', '{"hunts": {"x": []}, "ran": 1}', "\x00", "[" * 100_000])
def test_a_memory_that_cannot_be_read_is_an_empty_one(database: Path, desktop: Path, text: str) -> None:
    memory.memory_file().parent.mkdir(parents=True)
    memory.memory_file().write_text(text)
    assert memory.remembered().ran is None
    assert len(remind(database, settings(), MORNING)) == 1
    assert memory.remembered().ran == MORNING
    assert memory.memory_file().stat().st_mode & 0o777 == 0o600


def test_an_address_with_a_password_is_remembered_without_it(tmp_path: Path) -> None:
    path, address = tmp_path / "reminded.json", "ntfy://robin:Pa55word@ntfy.example/x"
    kept, said = memory.Memory(path), Mentions(due=frozenset({"1/thank"}))
    kept.keep("hunt", address, said)
    kept.keep("hunt", "desktop", said)
    kept.forget_others("hunt", (address,))
    kept.save()
    assert "Pa55word" not in path.read_text()
    assert memory.Memory(path).mentions("hunt", address) == said
    assert memory.Memory(path).mentions("hunt", "desktop") == Mentions()


def test_two_at_once_say_it_once(database: Path, desktop: Path) -> None:
    with memory.held() as ours:
        assert ours is not None
        assert remind(database, settings(), MORNING) == []
    assert len(remind(database, settings(), MORNING)) == 1


def test_without_a_database_there_is_nothing_to_say(tmp_path: Path, desktop: Path) -> None:
    assert remind(tmp_path / "none.db", settings(), MORNING) == []
    assert memory.remembered().ran == MORNING


def test_mail_to_oneself_goes_through_the_mail_server_with_names_and_reasons(
    database: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("CRITICAL")
    authority = certificates.authority(tmp_path)
    mailbox = Mailbox()
    with mail_server(mailbox, tls=authority.server(tmp_path, "localhost")) as port:
        smtp = {"host": "localhost", "port": port, "user": USER, "ca_file": str(authority.file), "timeout": 30}
        smtp["password_command"] = [sys.executable, "-c", f"print({PASSWORD!r})"]
        prefs = settings(f"mailto:{USER}", smtp=smtp)
        assert problems(remind(database, prefs, MORNING)) == []
        assert remind(database, prefs, MORNING) == []
        (envelope,) = mailbox.received
        assert (envelope.mail_from, envelope.rcpt_tos) == (USER, [USER])
        message = message_from_bytes(envelope.content, policy=policy.default)  # type: ignore[arg-type]
        assert (message["From"], message["Subject"]) == (f"Afterword <{USER}>", "2 steps due")
        text = message.get_content().replace("\r\n", "\n")
        assert "Smith <b>& Sons: Thank Dana Lee (due today)\n    You met them on" in text
        assert text.endswith("Open Afterword to draft, snooze, or skip.\n")
        mailbox.to_recipient = "550 no such user"
        (problem,) = problems(remind(database, prefs, MORNING + timedelta(hours=28)))
    assert "refused the recipient" in problem
    assert problem.endswith("No reminder was sent.")
    assert "draft" not in problem


def test_mail_without_a_mail_server_says_what_to_set(database: Path) -> None:
    (problem,) = problems(remind(database, settings(f"mailto:{USER}"), MORNING))
    assert problem.startswith("smtp: nothing is set.")


@contextmanager
def ntfy(status: int = 200) -> Iterator[tuple[int, list[dict[str, object]]]]:
    """Run a server that takes what ntfy takes; yield its port, and what it got."""
    got: list[dict[str, object]] = []

    class Taking(BaseHTTPRequestHandler):
        """Answers every message alike."""

        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_address[1], got
    finally:
        server.shutdown()
        thread.join(60)
        server.server_close()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # some of what Apprise imports is about to leave Python
def test_other_addresses_are_reached_by_apprise_and_never_shown(database: Path, desktop: Path) -> None:
    pytest.importorskip("apprise")
    with ntfy() as (port, got):
        prefs = settings(f"ntfy://robin:secret@127.0.0.1:{port}/search", "desktop", "nothing://of/the/kind")
        outcomes = remind(database, prefs, MORNING)
        assert remind(database, settings(*prefs.remind.to[:2]), MORNING) == []
    assert [(delivery.address, bool(delivery.problem)) for delivery in outcomes] == [
        ("ntfy://…", False), ("desktop", False), ("nothing://…", True),
    ]  # fmt: skip
    assert problems(outcomes) == ["remind.to: nothing://… isn't an address that Apprise knows. Correct it."]
    assert [(sent["topic"], sent["title"]) for sent in got] == [("search", "Afterword: 2 steps due")]
    assert "Smith" not in str(got)
    with ntfy(status=403) as (port, _):
        (problem,) = problems(remind(database, settings(f"ntfy://127.0.0.1:{port}/other"), MORNING))
    assert problem.startswith("ntfy://… didn't accept the reminder")


def test_without_apprise_it_says_how_to_have_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    (problem,) = problems(remind(database, settings("ntfy://127.0.0.1/search"), MORNING))
    assert problem.startswith("remind.to: ntfy://… needs Apprise, which isn't installed.")
    assert "afterword[remind]" in problem


@pytest.mark.parametrize(
    ("hours", "title"), [(0, "2 steps due"), (28, "2 steps nearly overdue"), (48, "2 steps overdue")]
)
def test_a_title_says_how_much_presses(database: Path, desktop: Path, hours: int, title: str) -> None:
    now: datetime = MORNING + timedelta(hours=hours)
    (delivery,) = remind(database, settings(), now)
    assert delivery.reminder.title == f"Afterword: {title}"
