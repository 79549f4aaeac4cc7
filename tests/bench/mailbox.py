"""`make bench-mailbox`: how long the first look at a mailbox of 50,000 on a real Dovecot takes, and the later ones.

The server has never seen the mailbox before, so that the first look pays for its index as well.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.mailbox.looking import look
from app.mailbox.records import FolderSeen, Looked, Wanted
from tests.letters.certificates import authority
from tests.mailbox.dovecots import DOVECOT, MISSING, PASSWORD, Dovecot, dovecot
from tests.mailbox.mails import mail

MAILS = 50_000
DAYS = 300
COMPANIES = 40
LETTERS = 60
_NOW = datetime(2026, 11, 24, 9, tzinfo=UTC).timestamp()
WANTED = Wanted(
    date(2026, 5, 1),
    frozenset(f"company{n}.example" for n in range(COMPANIES)) | {f"Company {n}" for n in range(COMPANIES)},
    frozenset(f"<letter{n}@example.org>" for n in range(LETTERS)),
)


def main(count: int) -> int:
    """Print the seconds of each look and return the exit code."""
    if DOVECOT is None:
        print(MISSING)
        return 1
    with tempfile.TemporaryDirectory() as folder, dovecot(authority(Path(folder))) as server:
        _fill(server, count)
        first = _timed(f"first look at {count:,}", server, WANTED, ())
        _timed("nothing new", server, WANTED, first.folders)
        _timed("a new company", server, replace(WANTED, names=WANTED.names | {"litware"}), first.folders)
        server.deliver(mail(sender="Dana <dana@company1.example>"))
        _timed("one new mail", server, WANTED, first.folders)
    return 0


def _timed(name: str, server: Dovecot, wanted: Wanted, seen: tuple[FolderSeen, ...]) -> Looked:
    began, own = time.perf_counter(), time.process_time()
    looked = look(server.account, PASSWORD, wanted, seen, UTC)
    took, own = time.perf_counter() - began, time.process_time() - own
    print(f"{name}: {took:.2f} s, {own:.2f} s of them here; {len(looked.mails)} emails read")
    return looked


def _fill(server: Dovecot, count: int) -> None:
    """Put mail into the inbox as a server that was moved would have it: seen, and of many days."""
    chance = random.Random(1)
    server.deliver(mail())
    here = server.maildir / "cur"
    for number in range(count):
        at = _NOW - chance.randrange(86_400 * DAYS)
        is_theirs = number % 250 == 0
        sender = f"dana@company{number % COMPANIES}.example" if is_theirs else f"news{number % 997}@shop.example"
        head = f"From: {sender}\r\nTo: sam@example.org\r\nSubject: {number}\r\nMessage-ID: <{number}@bench>\r\n"
        head += (
            f"Date: {datetime.fromtimestamp(at, UTC):%a, %d %b %Y %H:%M:%S} +0000\r\nReferences: <{number}@x>\r\n\r\n"
        )
        file = here / f"{int(at)}.M{number}.bench:2,S"
        file.write_text(head + "Some text of an email. " * chance.randrange(20, 200))
        os.utime(file, (at, at))
        server.own(file)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MAILS))
