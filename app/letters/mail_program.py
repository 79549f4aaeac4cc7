"""Handing a letter to the user's mail program, to be sent there: by a mailto: link, or by a private draft file.

A link is an argument of the programs that open it, and on most systems everybody who works on the same machine can
read those (`ps`). So a link carries the letter only while nobody else does; a file is readable by its owner alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

from app.desktop import is_opened
from app.etiquette.errors import DeliveryError
from app.letters.eml_file import write_eml
from app.letters.mail_message import read_address, recipient_of

LONGEST_MAILTO = 2000
"""Characters of a link that every mail program and desktop takes; some stop at 2,048."""
_FIRST_PERSON, _NOBODY = 1000, 65534
"""User ids of people; below are the system's own, from the second on those of sandboxes and of nobody."""


def mailto(to_address: str, subject: str, body: str, in_reply_to: str = "") -> str | None:
    """Return the link that opens this letter in the mail program (RFC 6068), None if it would be too long.

    Every part is percent-encoded, so that nothing in it can name another recipient or an attachment; line breaks
    are %0D%0A (RFC 6068 section 5).

    Raises:
        DeliveryError: the address cannot be used.
    """
    address = read_address(to_address)
    fields = {"subject": subject, "body": body.replace("\r\n", "\n").replace("\n", "\r\n"), "in-reply-to": in_reply_to}
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    link = f"mailto:{quote(address.username, safe='')}@{address.domain}?{query}"
    return link if len(link) <= LONGEST_MAILTO else None


def open_in_mail_program(message: EmailMessage, drafts: Path, opener: Sequence[str] | None = None) -> Path | None:
    """Open a letter in the mail program: by a link if it fits and nobody else could read it, else by a draft file in
    the folder `drafts`.

    Args:
        opener: the command that opens links and files; None: the desktop's own.

    Returns:
        The draft file, which the caller may delete once the letter is sent; None when a link did.

    Raises:
        DeliveryError: no program could be started.
    """
    reply_to = str(message.get("In-Reply-To", ""))
    link = mailto(recipient_of(message).addr_spec, str(message["Subject"]), message.get_content(), reply_to)
    if link is not None and not others_work_here():
        _open(link, opener)
        return None
    path = write_eml(message, drafts, draft=True)
    _open(str(path.resolve()), opener)
    return path


def others_work_here(processes: Path = Path("/proc")) -> bool:
    """Return whether another person's programs run on this machine: they could read the arguments of ours.

    Where the system hides them from us (`hidepid`) it hides ours from them. Without /proc, as on macOS, nobody is seen.
    """
    if sys.platform == "win32":
        return False
    me = os.getuid()
    for process in processes.glob("[0-9]*"):
        with suppress(OSError):
            owner = process.stat().st_uid
            if owner != me and _FIRST_PERSON <= owner < _NOBODY:
                return True
    return False


def _open(target: str, opener: Sequence[str] | None) -> None:
    """Open a mailto: link or an absolute path with the desktop's program."""
    if not is_opened(target, opener):
        raise _not_opened()


def _not_opened() -> DeliveryError:
    return DeliveryError(
        "No mail program could be opened on this computer. The draft is kept: copy the letter, save it as a file, "
        "or set up [smtp] in the settings."
    )
