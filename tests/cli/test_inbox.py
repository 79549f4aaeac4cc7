"""`afterword inbox` against a real Dovecot: prints what waits, as text and as JSON, and goes on with --watch."""

from __future__ import annotations

import json
import os
import queue
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from tests.cli import forked
from tests.hunt.inbox.boxes import interviewed
from tests.hunt.inbox.test_box import NO, said
from tests.letters.mail_servers import listening
from tests.mailbox.conftest import running, server, trusted, vouching
from tests.mailbox.dovecots import PASSWORD, USER, Dovecot
from tests.mailbox.mails import invitation, mail
from tests.storage.hunts import NOW

__all__ = ["running", "server", "trusted", "vouching"]
ROOT = Path(__file__).parents[2]
BEFORE = said(NOW - timedelta(hours=2))


def set_up(folder: Path, server: Dovecot, more: str = "") -> dict[str, str]:
    """Write settings for a mailbox and return the environment of a run."""
    settings = folder / "settings"
    settings.mkdir(exist_ok=True)
    (settings / "settings.toml").write_text(
        f'timezone = "Europe/Berlin"\n[inbox]\nhost = "127.0.0.1"\nport = {server.port}\nuser = "{USER}"\n'
        f'ca_file = "{server.ca_file}"\npassword_command = ["printf", "%s", "{PASSWORD}"]\n{more}'
    )
    return os.environ | {"PYTHONPATH": str(ROOT), "AFTERWORD_NOW": NOW.isoformat(), "AFTERWORD_SETTINGS": str(settings)}


def command(folder: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "app", "--db", str(folder / "hunt.db"), "inbox", *options]


def run(folder: Path, environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    return _said_of("--db", str(folder / "hunt.db"), "inbox", *options, environment=environment)


def _said_of(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    done = forked.run(arguments, environment)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_it_prints_what_waits_and_says_where_to_decide(tmp_path: Path, server: Dovecot) -> None:
    interviewed(tmp_path / "hunt.db")
    server.deliver(mail(NO, date=BEFORE, subject="Your application"), invitation(date=BEFORE))
    done = run(tmp_path, set_up(tmp_path, server))
    assert done.stderr == ""
    assert done.returncode == 0
    assert "Northwind, Data Engineer: Interview on Fri, Dec 4 at 3:00 PM" in done.stdout
    assert "  Dana Lee, Tue, Nov 24: Your application" in done.stdout
    assert "2 things from your inbox. Press m in the dashboard to decide on each." in done.stdout


def test_json_is_one_list(tmp_path: Path, server: Dovecot) -> None:
    interviewed(tmp_path / "hunt.db")
    server.deliver(mail(NO, date=BEFORE))
    (told,) = json.loads(run(tmp_path, set_up(tmp_path, server), "--json").stdout)
    assert (told["what"], told["company"], told["from"]) == ("rejection", "Northwind", "dana@northwind.example")


def test_hostile_mail_is_printed_as_text(tmp_path: Path, server: Dovecot) -> None:
    interviewed(tmp_path / "hunt.db")
    hostile = mail(NO, "Owner <dana@northwind.example>", subject="Subject of it", date=BEFORE)
    hostile = hostile.replace(b"Owner", b"=?utf-8?q?=1b=5d0=3bowned=07?=")
    hostile = hostile.replace(b"Subject of it", b"=?utf-8?q?=1b=5b31m=0aNorthwind?=")
    server.deliver(hostile)
    done = run(tmp_path, set_up(tmp_path, server))
    assert "\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) == 4, done.stdout


def test_without_an_inbox_it_says_how_to_set_one_up(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "AFTERWORD_SETTINGS": str(tmp_path / "none")}
    done = run(tmp_path, environment)
    assert done.returncode == 1
    assert done.stderr == "afterword: No inbox is set up. Press m in the dashboard.\n"


def test_a_wrong_password_is_told_without_it(tmp_path: Path, server: Dovecot) -> None:
    interviewed(tmp_path / "hunt.db")
    environment = set_up(tmp_path, server)
    file = tmp_path / "settings" / "settings.toml"
    file.write_text(file.read_text().replace(PASSWORD, "not-my-password-9"))
    done = run(tmp_path, environment)
    assert done.returncode == 1
    assert "refused user sam@example.org or the password" in done.stderr
    assert "not-my-password-9" not in done.stderr


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline, "it never came to be"
        time.sleep(0.02)


@contextmanager
def watching(folder: Path, environment: dict[str, str]) -> Iterator[queue.Queue[str]]:
    """Run `afterword inbox --watch --json` and give the lines that it prints."""
    process = subprocess.Popen(
        command(folder, "--watch", "--json"), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield lines
    finally:
        process.terminate()
        process.wait(20)
        thread.join(20)
        for stream in (process.stdout, process.stderr):
            assert stream is not None
            stream.close()


def test_watching_prints_each_new_one_once_as_it_comes(tmp_path: Path, server: Dovecot) -> None:
    interviewed(tmp_path / "hunt.db")
    server.deliver(mail("We will let you know.", date=BEFORE))
    with watching(tmp_path, set_up(tmp_path, server)) as lines:
        assert json.loads(lines.get(timeout=30))["what"] == "answer"
        until(lambda: "IDLE" in server.said_so_far())
        server.deliver(mail(NO, date=BEFORE, message_id="<no@n>"))
        assert json.loads(lines.get(timeout=30))["what"] == "rejection"
        assert lines.empty()


def test_watching_goes_on_after_the_connection_was_dropped(tmp_path: Path, server: Dovecot) -> None:
    interviewed(tmp_path / "hunt.db")
    lines: list[socket.socket] = []
    with listening_many(server.port, lines) as port:
        environment = set_up(tmp_path, server)
        file = tmp_path / "settings" / "settings.toml"
        file.write_text(file.read_text().replace(str(server.port), str(port)))
        with watching(tmp_path, environment) as printed:
            until(lambda: "IDLE" in server.said_so_far())
            for line in lines:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
            server.deliver(mail(NO, date=BEFORE, message_id="<no@n>"))
            assert json.loads(printed.get(timeout=40))["what"] == "rejection"


@contextmanager
def listening_many(port: int, lines: list[socket.socket]) -> Iterator[int]:
    """Hand connections on to a port, and give them to be cut."""

    def talk(client: socket.socket) -> None:
        client.settimeout(None)
        lines.append(client)
        with socket.create_connection(("127.0.0.1", port)) as back:
            there = threading.Thread(target=_hand_on, args=(client, back))
            there.start()
            _hand_on(back, client)
            there.join(20)

    with listening(talk) as own:
        yield own


def _hand_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)


def doctor(folder: Path, environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    return _said_of("--db", str(folder / "hunt.db"), "doctor", *options, environment=environment)


def test_the_doctor_connects_only_when_asked_to_and_names_no_secret(tmp_path: Path, server: Dovecot) -> None:
    interviewed(tmp_path / "hunt.db")
    environment = set_up(tmp_path, server)
    server.deliver(mail())
    done = doctor(tmp_path, environment)
    assert "inbox sam@example.org at 127.0.0.1, the password comes from a command; --connect tries it" in done.stdout
    assert server.said_so_far() == ""
    done = doctor(tmp_path, environment, "--connect")
    assert "ok  inbox sam@example.org at 127.0.0.1 answers: 1 email, sent mail is in Sent" in done.stdout
    assert PASSWORD not in done.stdout
    file = tmp_path / "settings" / "settings.toml"
    file.write_text(file.read_text().replace(PASSWORD, "not-my-password-9"))
    done = doctor(tmp_path, environment, "--connect")
    assert done.returncode == 1
    assert "NO  127.0.0.1 refused user sam@example.org" in done.stdout
    assert "not-my-password-9" not in done.stdout
