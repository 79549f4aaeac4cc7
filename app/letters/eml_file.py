"""A letter as an .eml file that only its owner can read: to keep, or for a mail program to open as a draft."""

from __future__ import annotations

import copy
import os
import re
from email.message import EmailMessage
from itertools import count
from pathlib import Path

from app.etiquette.errors import DeliveryError
from app.letters.mail_message import message_bytes, recipient_of


def write_eml(message: EmailMessage, folder: Path, *, draft: bool = False) -> Path:
    """Write a message to a new file (0600) in a folder, made if missing (0700), and return its path.

    The name tells the recipient; a file that is there already is never touched.

    Args:
        draft: mark it `X-Unsent: 1`, so that mail programs open it for editing and sending.

    Raises:
        DeliveryError: the message does not read back as written, or the file cannot be written.
    """
    if draft:
        message = copy.deepcopy(message)
        message["X-Unsent"] = "1"
    data = message_bytes(message)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path, handle = _new_file(folder, f"letter-to-{_plain_name(message)}")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise DeliveryError(
            f"The letter could not be saved in {folder}: {error.strerror}. The draft is kept; "
            "make room or choose another folder."
        ) from None
    return path


def _new_file(folder: Path, name: str) -> tuple[Path, int]:
    for number in count(1):
        path = folder / (f"{name}.eml" if number == 1 else f"{name}-{number}.eml")
        try:
            return path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
    raise AssertionError("count() does not end")


def _plain_name(message: EmailMessage) -> str:
    """Return the recipient in characters that every file system takes."""
    address = recipient_of(message)
    plain = re.sub(r"[^a-z0-9]+", "-", (address.display_name or address.username).casefold()).strip("-")
    return plain[:40].rstrip("-") or "somebody"
