"""What an account is signed in with: a password, as for sending, or an access token that a command prints."""

from __future__ import annotations

from collections.abc import Callable

from app.letters.cancelling import Cancellation
from app.letters.passwords import PasswordMemory, password_for, printed_by, usable
from app.mailbox.inbox_settings import InboxAccount


def secret_for(
    account: InboxAccount,
    memory: PasswordMemory,
    ask: Callable[[], str] | None = None,
    cancellation: Cancellation | None = None,
) -> str:
    """Return the account's password, or its token. It may take as long as the user does: call it in a thread.

    Raises:
        PasswordNeededError: there is none, and the sentence says why; the user may type it.
        DeliveryError: the command failed, or what was found is no password.
    """
    if account.token_command:
        return usable(printed_by(account, "token_command", account.token_command, cancellation=cancellation), account)
    return password_for(account, memory, ask, cancellation=cancellation)
