"""A connection to the mailbox that is encrypted and verified, can be cut at any moment, and is only ever read from.

It says CAPABILITY, AUTHENTICATE or LOGIN, LIST, EXAMINE, SEARCH, FETCH with BODY.PEEK, IDLE and LOGOUT: nothing that
changes a flag, a mail or a folder (RFC 9051).
"""

from __future__ import annotations

import imaplib
import logging
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError, ProtocolError

from app.etiquette.errors import InboxError, InboxSignInError
from app.etiquette.text import clean
from app.letters.cancelling import Cancellation
from app.letters.connecting import certificate_fault, closed_on_failure, reached, trusting, within
from app.letters.masking import masked, spellings
from app.mailbox.inbox_settings import InboxAccount

LARGEST_LITERAL = 4_000_000
"""Bytes of one text in an answer: a mail is asked for in at most half as many."""
MOST_READ = 400_000_000
"""Bytes that one connection may bring: no honest mailbox needs as many for what concerns one search."""
_PATIENCE = 600.0
"""Seconds that one look at a mailbox may take, however slowly the server drips."""

_CODE = re.compile(r"^\[[A-Z-]+\]\s*")
"""What a server's words begin with, for programs (RFC 5530)."""

logging.getLogger("imapclient").setLevel(logging.WARNING)


class SaysTooMuchError(Exception):
    """The server goes on for longer than any mailbox does."""


class _Line(imaplib.IMAP4):
    """The standard library's client on a verified connection that can be cut, with a measure to what it reads."""

    def __init__(self, account: InboxAccount, cancellation: Cancellation):
        self._account, self._cancellation = account, cancellation
        self._context = trusting(account)
        self._left = MOST_READ
        super().__init__(account.host, account.port, timeout=account.timeout)

    def _create_socket(self, timeout: float | None = None) -> ssl.SSLSocket:  # noqa: ARG002
        account = self._account
        plain = reached(account.host, account.port, account.timeout, self._cancellation)
        with closed_on_failure(plain):
            return self._context.wrap_socket(plain, server_hostname=account.host)

    def read(self, size: int) -> bytes:
        """Return the text that the server announced.

        Raises:
            SaysTooMuchError: it is larger than anything that was asked for.
        """
        if size > LARGEST_LITERAL:
            raise SaysTooMuchError
        self._count(size)
        return super().read(size)

    def readline(self) -> bytes:
        """Return the next line."""
        line = super().readline()
        self._count(len(line))
        return line

    def _count(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise SaysTooMuchError


class MailboxLine(IMAPClient):  # type: ignore[misc] # the library has no types
    """IMAPClient over `_Line`."""

    def __init__(self, account: InboxAccount, cancellation: Cancellation):
        self._given = (account, cancellation)
        super().__init__(account.host, account.port, timeout=SocketTimeout(account.timeout, account.timeout))
        self._imap.debug = 0

    def _create_IMAP4(self) -> _Line:  # noqa: N802 - the library's name
        return _Line(*self._given)


@contextmanager
def signed_in(
    account: InboxAccount, secret: str, cancellation: Cancellation, seconds: float = _PATIENCE
) -> Iterator[MailboxLine]:
    """Give a connection that is signed in, and end it after.

    Args:
        secret: the password, or the token where the account has a command for one.
        seconds: after which it is cut, whatever it is doing.

    Raises:
        InboxSignInError: user or password are wrong.
        InboxError: the server cannot be reached, trusted or understood; the sentence says which.
    """
    with within(seconds, cancellation), explained(account, cancellation, secret):
        line = MailboxLine(account, cancellation)
        try:
            _sign_in(line, account, secret)
            yield line
            with suppress(OSError, IMAPClientError):
                line.logout()
        finally:
            with suppress(OSError, IMAPClientError):
                line.shutdown()


def _sign_in(line: MailboxLine, account: InboxAccount, secret: str) -> None:
    """Sign in by XOAUTH2, PLAIN (RFC 4616) or LOGIN. TLS hides either."""
    try:
        if account.token_command:
            if not line.has_capability("AUTH=XOAUTH2"):
                raise InboxError(
                    f"{account.host} doesn't accept an access token (no XOAUTH2). Set inbox.password_command instead of"
                    f" inbox.token_command. {account.undone}"
                )
            line.oauth2_login(account.user, secret)
        elif line.has_capability("AUTH=PLAIN"):
            plain = "\0".join(("", account.user, secret)).encode()
            line.sasl_login("PLAIN", lambda _challenge: plain)
        else:
            line.login(account.user, secret)
    except (LoginError, UnicodeError) as error:
        said = masked(clean(str(error)), spellings(account.user, secret))[:200]
        if "[UNAVAILABLE]" in said:  # RFC 5530
            raise InboxError(
                f"{account.host} can't sign anyone in right now. Try again in a few minutes. {account.undone}"
            ) from None
        said = _CODE.sub("", said).rstrip(".")
        raise InboxSignInError(
            f"{account.host} refused user {clean(account.user)} or the password ({said}). Most providers want an app"
            f" password here, made in your account's security settings. {account.undone}"
        ) from None


@contextmanager
def explained(account: InboxAccount, cancellation: Cancellation, secret: str = "") -> Iterator[None]:
    """Turn whatever goes wrong on the line into one sentence, the password in none of them."""
    try:
        yield
    except SaysTooMuchError:
        raise InboxError(
            f"{account.host} sent far more than was asked for, so it isn't a working mail server. Check inbox.host and"
            f" inbox.port. {account.undone}"
        ) from None
    except (OSError, IMAPClientError, ProtocolError, ValueError, KeyError, IndexError, TypeError) as error:
        if cancellation.reason:
            raise InboxError(f"Reading from {account.host} stopped: {cancellation.reason}. {account.undone}") from None
        problem = _problem(error, account)
        raise InboxError(f"{masked(problem, spellings(account.user, secret))} {account.undone}") from None


def _problem(error: Exception, account: InboxAccount) -> str:
    where = f"{account.host}, port {account.port}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return certificate_fault(error, account)
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError):
        return f"There is no encrypted connection to {where}: IMAP inside TLS is usually on port {993}."
    if isinstance(error, socket.gaierror):
        return f"There is no host called {account.host}, or no network. Check inbox.host."
    if isinstance(error, ConnectionRefusedError):
        return f"Nothing answers at {where}. Check inbox.host and inbox.port."
    return f"The connection to {where} failed: {_cause(error)}."


def _cause(error: Exception) -> str:
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "the server took too long"
    if isinstance(error, imaplib.IMAP4.abort | ssl.SSLEOFError | ConnectionResetError | BrokenPipeError):
        return "the server hung up"
    if isinstance(error, imaplib.IMAP4.error):
        return f"it declined ({clean(str(error))[:200]})"
    if isinstance(error, OSError):
        return clean(error.strerror or str(error)) or type(error).__name__
    return "its answer could not be read"


def sent_folder(line: MailboxLine) -> str | None:
    """Return the folder of sent mail: by its mark (RFC 6154), else by a usual name; None when there is none."""
    folder: Any = line.find_special_folder(b"\\Sent")
    return folder if isinstance(folder, str) else None
