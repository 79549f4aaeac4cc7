"""A try of a mailbox's settings: does it answer, may one sign in, what is there."""

from __future__ import annotations

from dataclasses import dataclass

from app.letters.cancelling import Cancellation
from app.mailbox.connection import sent_folder, signed_in
from app.mailbox.inbox_settings import InboxAccount

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    messages: int
    """In the first folder that is to be read."""
    sent: str
    """The folder of sent mail, "" when there is none."""


def try_out(account: InboxAccount, secret: str, cancellation: Cancellation | None = None) -> Answer:
    """Sign in, look into the first folder, and sign out. It blocks: call it in a thread.

    Raises:
        InboxError: it does not work; the sentence says why and what to do.
    """
    with signed_in(account, secret, cancellation or Cancellation(), _SECONDS) as line:
        opened = line.select_folder(next(iter(account.folders), "INBOX"), readonly=True)
        return Answer(int(opened.get(b"EXISTS", 0)), sent_folder(line) or "")
