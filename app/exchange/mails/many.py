"""Many mails, read one after another: an mbox of any size, or a Maildir. What concerns nobody is counted and passed by.

It holds one mail at a time, and of those that concern somebody what was read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from pathlib import Path

from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean
from app.exchange.contents import FileContents, Invitation, Message, ReportedRow
from app.exchange.mails.looks import FROM_LINE
from app.exchange.mails.mboxes import is_parted, unescaped
from app.exchange.mails.moments import read_date
from app.exchange.mails.reading import read_one

MOST = 5_000
"""Mails that concern the search which are taken from one place."""
LARGEST_MAIL = 40_000_000
"""Bytes of one mail that are held: what comes after is of an attachment."""
_BLOCK = 8 << 20
_AHEAD = 2_000
"""Bytes after the line before a mail in which it shows that a mail begins there."""
_HEADER = 64_000
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
_AT_ONCE = 200
"""Files of a Maildir read between two looks at whether it was called off."""

Concerns = Callable[[bytes], bool]
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Taken:
    """What was read so far."""

    messages: dict[object, Message] = field(default_factory=dict)
    invitations: dict[Invitation, None] = field(default_factory=dict)
    reported: list[ReportedRow] = field(default_factory=list)
    merged: int = 0
    others: int = 0
    """Mails that concern nobody."""

    def take(self, mail: bytes, place: int, sent: str, zone: tzinfo) -> None:
        """Read a mail and keep what it says.

        Args:
            place: which of the mails it is, from 1.
            sent: its date as the line before it has it, "" when there is none.
        """
        try:
            read = read_one(mail, zone)
        except ImportFileError as error:
            self.reported.append(ReportedRow(place, str(error)))
            return
        message = read.message if read.message.at or not sent else replace(read.message, at=read_date(sent, UTC))
        key = message.message_id or (message.sender, message.at, message.subject, message.text)
        self.merged += read.merged + (key in self.messages)
        self.messages.setdefault(key, message)
        self.invitations.update(dict.fromkeys(message.invitations))


def read_many(name: str, path: Path, zone: tzinfo, concerns: Concerns, progress: Progress) -> FileContents:
    """Return what concerns the search in an mbox or a Maildir.

    Args:
        concerns: says of a mail's header whether the mail is to be read.
        progress: told how much is looked through and how much there is: megabytes, or files. What it raises calls all
            off.

    Raises:
        ImportFileError: it cannot be read.
    """
    taken = _Taken()
    notes: tuple[str, ...] = ()
    try:
        is_maildir = path.is_dir()
        mails = _of_maildir(path, concerns, progress) if is_maildir else _of_mbox(path, progress)
        for place, (sent, mail) in enumerate(mails, 1):
            if not concerns(_header(mail)):
                taken.others += 1
            elif len(taken.messages) < MOST:
                taken.take(mail if is_maildir else unescaped(mail), place, sent, zone)
            else:
                notes = (f"More than {MOST:,} emails are about your search; the rest were left out.",)
                break
    except OSError as error:
        raise ImportFileError(f"{clean(name)} can't be read to its end: {error.strerror or error}.") from None
    if taken.others:
        counted = "1 email is" if taken.others == 1 else f"{taken.others:,} emails are"
        was = "was" if taken.others == 1 else "were"
        notes = (*notes, f"{counted} about none of your applications and {was} passed by.")
    return FileContents(
        name,
        "mbox",
        rows=taken.merged + len(taken.reported),
        merged=taken.merged,
        reported=tuple(taken.reported),
        interviews=tuple(taken.invitations),
        messages=tuple(taken.messages.values()),
        notes=notes,
    )


def _header(mail: bytes) -> bytes:
    end = _END_OF_HEADER.search(mail, 0, _HEADER)
    return mail[: end.start() if end else _HEADER]


def _of_mbox(path: Path, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield each mail of an mbox with the date of the line before it."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        for mail in _parted(file.read, lambda done: progress(done >> 20, size >> 20)):
            line = FROM_LINE.match(mail)
            yield (line[1].decode("ascii", "replace") if line else ""), mail[line.end() + 1 :] if line else mail


def _parted(read: Callable[[int], bytes], progress: Callable[[int], None]) -> Iterator[bytes]:
    """Yield the mails, each with the line before it, in blocks of a bearable size."""
    mail = bytearray()
    data, done = b"", 0
    while True:
        block = read(_BLOCK)
        done += len(block)
        progress(done)
        data += block
        begin = at = 0
        limit = len(data) - _AHEAD if block else len(data)
        while 0 <= (place := data.find(b"\nFrom ", at)) < limit:
            at = place + 1
            if FROM_LINE.match(data, at) is not None and is_parted(data, at):
                mail += data[begin:at]
                if mail.strip():
                    yield bytes(mail)
                mail.clear()
                begin = at
        kept = len(data) if not block else max(begin, limit - 4)
        mail += data[begin : min(kept, begin + max(0, LARGEST_MAIL - len(mail)))]
        data = data[kept:]
        if not block:
            break
    if mail.strip():
        yield bytes(mail)


def _of_maildir(path: Path, concerns: Concerns, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the mails of a Maildir, seen and unseen; of those that concern nobody no more than the beginning."""
    files = sorted(entry.path for part in ("cur", "new") if (path / part).is_dir() for entry in os.scandir(path / part))
    for count, name in enumerate(files):
        if count % _AT_ONCE == 0:
            progress(count, len(files))
        if os.path.isfile(name):  # noqa: PTH113 - of tens of thousands
            with open(name, "rb") as file:  # noqa: PTH123
                mail = file.read(_HEADER)
                yield "", mail + file.read(LARGEST_MAIL) if concerns(_header(mail)) else mail
