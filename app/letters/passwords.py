"""The mail server's password: from a command, the system's keyring or the user; kept in memory, never in a file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from app.etiquette.errors import DeliveryError
from app.etiquette.text import clean
from app.letters.accounts import Account
from app.letters.cancelling import Cancellation
from app.processes import reason_of, run_program

KEYRING_SERVICE = "afterword"
"""The name in the keyring: the user stores it by `keyring set afterword USER`."""
COMMAND_SECONDS = 60.0
"""How long the command may take: it may ask for a passphrase in a window of its own."""


class PasswordMemory:
    """The passwords that the user typed since the program started. Its `repr` shows none of them."""

    __slots__ = ("_typed",)

    def __init__(self) -> None:
        self._typed: dict[tuple[str, str], str] = {}

    def recall(self, account: Account) -> str | None:
        """Return the password typed for this account, or None."""
        return self._typed.get((account.host, account.user))

    def keep(self, account: Account, password: str) -> None:
        """Keep a password until the program ends."""
        self._typed[account.host, account.user] = password

    def forget(self, account: Account) -> None:
        """Forget a password, as after the server refused it."""
        self._typed.pop((account.host, account.user), None)

    def __repr__(self) -> str:
        return f"<PasswordMemory of {len(self._typed)}>"


class PasswordNeededError(DeliveryError):
    """No password was stored in any of its places: the user has to type it."""


def password_for(
    account: Account,
    memory: PasswordMemory,
    ask: Callable[[], str] | None = None,
    *,
    command_seconds: float = COMMAND_SECONDS,
    cancellation: Cancellation | None = None,
) -> str:
    """Return the account's password: of its command if one is set, else from memory, the keyring or the user.

    It may take as long as the user does: call it in a thread. An account without a user needs none ("").

    Args:
        ask: returns what the user typed, "" when they gave up; None: nobody can be asked here.
        cancellation: ends the command; a keyring that waits for the user cannot be ended.

    Raises:
        PasswordNeededError: there is none, and the sentence says why; the user may type it.
        DeliveryError: the command failed, or what it returned is not a password.
    """
    if not account.user:
        return ""
    if account.password_command:
        return usable(
            printed_by(account, "password_command", account.password_command, command_seconds, cancellation), account
        )
    remembered = memory.recall(account)
    if remembered is not None:
        return remembered
    stored, trouble = _from_keyring(account) if account.use_keyring else ("", "")
    if stored:
        return usable(stored, account)
    if ask is None:
        raise PasswordNeededError(
            trouble
            or f"There is no password for {account.user}. Set {account.section}.password_command, or store one with "
            f"`keyring set {KEYRING_SERVICE} {account.user}`. {account.undone}"
        )
    typed = ask()
    if not typed:
        raise DeliveryError(f"There is no password. {account.undone}")
    memory.keep(account, usable(typed, account))
    return typed


def usable(password: str, account: Account) -> str:
    """Return the password, or raise `DeliveryError` if no mail server can accept it."""
    if "\0" in password:
        raise DeliveryError(f"The password holds a NUL character, which no mail server accepts. {account.undone}")
    return password


def printed_by(
    account: Account,
    key: str,
    command: tuple[str, ...],
    seconds: float = COMMAND_SECONDS,
    cancellation: Cancellation | None = None,
) -> str:
    """Return the first line that a command of the settings prints, run without a shell and without the terminal.

    Args:
        key: how the setting is called in the account's section.

    Raises:
        DeliveryError: it failed, or was called off.
    """
    name, cancellation = clean(command[0]), cancellation or Cancellation()

    def failed(what: str) -> DeliveryError:
        return DeliveryError(f"{account.section}.{key}: {what}. Run it by hand to see why. {account.undone}")

    try:
        ended = run_program(command, seconds=seconds, while_running=cancellation.ending_process)
    except subprocess.TimeoutExpired:
        raise failed(f"{name} did not answer within {seconds:g} seconds") from None
    except (OSError, ValueError) as error:
        raise failed(f"{name} could not be started: {reason_of(error)}") from None
    if cancellation.reason:
        raise DeliveryError(f"{name} was stopped: {cancellation.reason}. {account.undone}")
    complaint = f": {ended.complaint_text}" if ended.complaint_text else ""
    if ended.code:
        raise failed(f"{name} ended with {ended.code}{complaint}")
    try:
        password = ended.printed.decode().split("\n", 1)[0].rstrip("\r")
    except UnicodeDecodeError:
        raise failed(f"{name} printed something that is not UTF-8") from None
    if not password:
        raise failed(f"{name} printed an empty first line{complaint}")
    return password


def _from_keyring(account: Account) -> tuple[str, str]:
    """Return what the system's keyring holds and the sentence on what was wrong with it, each "" for nothing.

    Which backend answers is the user's choice, so that it may fail in any way: one that is not installed does so by
    ModuleNotFoundError.
    """
    try:
        import keyring
        from keyring.errors import NoKeyringError

        try:
            stored = keyring.get_password(KEYRING_SERVICE, account.user)
        except NoKeyringError:
            return "", ""
    except Exception as error:
        reason = clean(str(error))[:300].rstrip(".") or type(error).__name__
        return "", (
            f"The system's keyring failed: {reason}. Type the password this once. To fix it, unlock or install the "
            f"keyring, or set {account.section}.keyring = false."
        )
    return (stored, "") if isinstance(stored, str) else ("", "")


def keep_in_keyring(account: Account, password: str) -> str:
    """Store a password in the system's keyring; return why that was not possible, "" when it is stored there.

    It may take as long as the user does: call it in a thread.
    """
    try:
        import keyring

        keyring.set_password(KEYRING_SERVICE, account.user, password)
    except Exception as error:
        return clean(str(error))[:300].rstrip(".") or type(error).__name__
    return ""
