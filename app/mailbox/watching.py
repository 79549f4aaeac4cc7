"""Waiting for mail with IDLE (RFC 2177), or by the clock where a server does not know it."""

from __future__ import annotations

import time

from app.letters.cancelling import Cancellation
from app.mailbox.connection import signed_in
from app.mailbox.inbox_settings import InboxAccount

LONGEST = 600.0
"""Seconds after which one looks without being told: servers forget who waits, and routers forget connections."""
_SLICE = 30.0
"""Seconds between two looks at whether the connection still stands."""


def wait_for_mail(
    account: InboxAccount,
    secret: str,
    uidnext: int,
    cancellation: Cancellation | None = None,
    seconds: float = LONGEST,
) -> None:
    """Return when something may have come into the first folder, or after so long.

    Args:
        uidnext: what the folder's next UID was when it was last looked at: if that is past, nobody waits.

    Raises:
        InboxError: the connection could not be made, or broke.
    """
    with signed_in(account, secret, cancellation or Cancellation(), seconds + 2 * account.timeout) as line:
        opened = line.select_folder(next(iter(account.folders), "INBOX"), readonly=True)
        if opened.get(b"UIDNEXT", 0) > uidnext:
            return
        ends = time.monotonic() + seconds
        if not line.has_capability("IDLE"):
            while time.monotonic() < ends:
                if line.folder_status(next(iter(account.folders), "INBOX"), ["UIDNEXT"])[b"UIDNEXT"] > uidnext:
                    return
                time.sleep(min(_SLICE, max(0.0, ends - time.monotonic())))
            return
        line.idle()
        while time.monotonic() < ends:
            began = time.monotonic()
            patience = min(_SLICE, max(0.0, ends - began))
            answers = line.idle_check(timeout=patience)
            has_come = any(len(answer) > 1 and answer[1] in (b"EXISTS", b"RECENT") for answer in answers)
            if has_come or (not answers and time.monotonic() - began < patience / 2):
                break  # woken without a word: the connection is gone, which the next word shows
        line.idle_done()
