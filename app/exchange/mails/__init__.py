"""Mail read in: .eml, mbox and the files of a Maildir. Nothing is sent, marked or changed.

The parts are imported when a mail is read: telling whether something is one costs little.
"""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from app.exchange.mails.looks import looks_like_mail, looks_like_mbox

if TYPE_CHECKING:
    from app.exchange.contents import FileContents

__all__ = ["looks_like_mail", "looks_like_mbox", "read_mail", "read_mbox"]


def read_mail(name: str, data: bytes, zone: tzinfo) -> FileContents:
    """Return what one mail (.eml, a file of a Maildir) holds: its message, its invitations.

    Args:
        zone: the user's, in which times without a zone are meant.

    Raises:
        ImportFileError: it is too large, or nested beyond what is read.
    """
    from app.exchange.mails.reading import read_file

    return read_file(name, data, zone)


def read_mbox(name: str, data: bytes, zone: tzinfo) -> FileContents:
    """Return what an mbox holds: its mails, those that could not be read with their line and reason.

    Args:
        zone: the user's, in which times without a zone are meant.

    Raises:
        ImportFileError: the file is larger, or holds more mails, than is read.
    """
    from app.exchange.mails.mboxes import read_file

    return read_file(name, data, zone)
