"""Sending a letter by SMTP (RFC 5321): once, encrypted, and with a plain answer to "did it go?".

It knows no storage: that a letter is about to leave is recorded by the caller before, and what became of it after.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.headerregistry import Address
from email.message import EmailMessage

from app.etiquette.errors import DeliveryError, SignInRefusedError
from app.etiquette.text import clean
from app.letters.connecting import certificate_fault, within
from app.letters.mail_message import message_bytes, needs_utf8, recipient_of, sender_of
from app.letters.masking import masked, spellings
from app.letters.smtp_connection import Cancellation, SaysTooMuchError, SmtpLine
from app.letters.smtp_settings import SmtpAccount

_PATIENCE = 4
"""How many times the time for one answer the whole letter may take, the last answer included (RFC 5321 4.5.3.2.6)."""

Reply = tuple[int, bytes]


def _ignore_progress(_: str) -> None:
    """Ignore a report of progress."""


def send(
    message: EmailMessage,
    account: SmtpAccount,
    password: str,
    cancellation: Cancellation | None = None,
    say: Callable[[str], None] = _ignore_progress,
) -> None:
    """Hand a message to the account's server, once; returning means that the server took it.

    It blocks for as long as the account's timeouts allow: call it in a thread, and give it a `Cancellation` to end it.

    Args:
        say: hears how far it is, a sentence each time.

    Raises:
        SignInRefusedError: user or password are wrong.
        DeliveryError: it was not sent, and why; with `maybe_sent`, it was handed over and no answer came.
    """
    sender = sender_of(message)
    if sender is None:
        raise DeliveryError(
            "You have no email to send from yet. Add it to your details, then send again. The draft is kept."
        )
    data = message_bytes(message)
    cancellation = cancellation or Cancellation()
    say(f"Connecting to {account.host} ...")
    with within(account.timeout * _PATIENCE, cancellation):
        with _explained(account, cancellation):
            line = SmtpLine(account, cancellation)
        try:
            with _explained(account, cancellation):
                line.secure()
                say(f"Signing in to {account.host} ...")
                line.secrets = spellings(account.user, password)
                _sign_in(line, account, password)
                _address(line, sender, recipient_of(message), account)
                cancellation.hand_over()
            say(f"{account.host} is taking the letter. It may go out even if you stop now.")
            _hand_over(line, data, account, cancellation)
            with suppress(OSError, smtplib.SMTPException):
                line.docmd("QUIT")
        finally:
            line.close()


def try_out(
    account: SmtpAccount,
    password: str,
    cancellation: Cancellation | None = None,
    say: Callable[[str], None] = _ignore_progress,
) -> None:
    """Sign in to the account's server and hang up again: no letter is mentioned. See `send`.

    Raises:
        SignInRefusedError: user or password are wrong.
        DeliveryError: it cannot be reached, or not safely.
    """
    cancellation = cancellation or Cancellation()
    say(f"Connecting to {account.host} ...")
    with within(account.timeout * _PATIENCE, cancellation), _explained(account, cancellation):
        line = SmtpLine(account, cancellation)
        try:
            line.secure()
            say(f"Signing in to {account.host} ...")
            line.secrets = spellings(account.user, password)
            _sign_in(line, account, password)
            with suppress(OSError, smtplib.SMTPException):
                line.docmd("QUIT")
        finally:
            line.close()


def _sign_in(line: SmtpLine, account: SmtpAccount, password: str) -> None:
    """Sign in by PLAIN (RFC 4616) or LOGIN, in UTF-8: the library's own takes ASCII alone. TLS hides either."""
    if not account.user:
        return
    offered = line.esmtp_features.get("auth", "").upper().split()
    if "PLAIN" in offered:
        reply = line.docmd("AUTH", f"PLAIN {_base64(chr(0).join(('', account.user, password)))}")
    elif "LOGIN" in offered:
        reply = line.docmd("AUTH", "LOGIN")
        for secret in (account.user, password):
            if reply[0] == 334:
                reply = line.docmd(_base64(secret))
    else:
        raise DeliveryError(
            f"{account.host} doesn't accept a password here ({clean(' '.join(offered)) or 'nothing'} offered, PLAIN or"
            f" LOGIN needed). Ask your provider for a port or an app password. {account.undone}"
        )
    if reply[0] // 100 == 5:
        raise SignInRefusedError(
            f"{account.host} refused user {clean(account.user)} or the password ({_said(reply, line.secrets)}). "
            f"Some providers require an app password. {account.undone}"
        )
    _expect(reply, "the sign-in", account, line.secrets)


def _address(line: SmtpLine, sender: Address, recipient: Address, account: SmtpAccount) -> None:
    """Name sender and recipient, and ask leave to send the letter's text.

    Raises:
        DeliveryError: one is refused, or needs SMTPUTF8 (RFC 6531), which the server does not have.
    """
    options = ""
    foreign = next((address.addr_spec for address in (sender, recipient) if needs_utf8(address)), "")
    if foreign:
        if not (line.has_extn("smtputf8") and line.has_extn("8bitmime")):
            raise DeliveryError(
                f"{account.host} only accepts addresses in plain ASCII letters, and {foreign} has others (no SMTPUTF8)."
                f" Send it with your mail program or from an .eml file, or use another address. {account.undone}"
            )
        line.command_encoding = "utf-8"
        options = " SMTPUTF8 BODY=8BITMIME"
    reply = line.docmd("MAIL", f"FROM:<{sender.addr_spec}>{options}")
    _expect(reply, f"the sender {sender.addr_spec}", account, line.secrets)
    reply = line.docmd("RCPT", f"TO:<{recipient.addr_spec}>")
    _expect(reply, f"the recipient {recipient.addr_spec}", account, line.secrets)
    _expect(line.docmd("DATA"), "the letter", account, line.secrets, expected_digit=3)


def _hand_over(line: SmtpLine, data: bytes, account: SmtpAccount, cancellation: Cancellation) -> None:
    """Send the letter's text and wait for the verdict; from here on, without an answer the outcome is unknown."""
    try:
        assert isinstance(line.sock, socket.socket)
        line.send(re.sub(rb"^\.", b"..", data, flags=re.MULTILINE) + b".\r\n")
        line.sock.settimeout(account.timeout * _PATIENCE)
        reply = line.getreply()
    except SaysTooMuchError:
        raise _outcome_unknown(account, "its answer did not end") from None
    except (OSError, smtplib.SMTPException) as error:
        raise _outcome_unknown(account, cancellation.reason or _cause(error)) from None
    if not 200 <= reply[0] < 600 or reply[0] // 100 == 3:
        raise _outcome_unknown(account, f"its answer was unreadable ({_said(reply, line.secrets)})")
    _expect(reply, "the letter", account, line.secrets)


def _expect(
    reply: Reply, what: str, account: SmtpAccount, secrets: tuple[str, ...] = (), *, expected_digit: int = 2
) -> None:
    """Raise unless the reply's first digit is the wanted one (RFC 5321 4.2.1: 4 passes, 5 does not)."""
    kind = reply[0] // 100
    if kind == expected_digit:
        return
    if kind == 4:
        advice = "This is often temporary. Try again in a few minutes."
    elif what.startswith("the recipient"):
        advice = "Check the address."
    else:
        advice = "Sending it again unchanged won't help. See what it says, or send it another way."
    verb = "did not accept" if kind == 4 else "refused"
    raise DeliveryError(f"{account.host} {verb} {what} ({_said(reply, secrets)}). {advice} {account.undone}")


@contextmanager
def _explained(account: SmtpAccount, cancellation: Cancellation) -> Iterator[None]:
    """Turn errors before the letter is handed over into one sentence, which never holds the password."""
    try:
        yield
    except SaysTooMuchError:
        raise DeliveryError(
            f"{account.host} gave an answer that never ended, so it isn't a working mail server. Check smtp.host and "
            f"smtp.port. {account.undone}"
        ) from None
    except (OSError, smtplib.SMTPException) as error:
        if cancellation.reason:
            raise DeliveryError(
                f"Sending through {account.host} stopped: {cancellation.reason}. {account.undone}"
            ) from None
        raise DeliveryError(f"{_problem(error, account)} {account.undone}") from None


def _problem(error: Exception, account: SmtpAccount) -> str:
    where = f"{account.host}, port {account.port}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return certificate_fault(error, account)
    if isinstance(error, ssl.SSLError):
        return f'There is no encrypted connection to {where}: is smtp.security = "{account.security}" right for it?'
    if isinstance(error, socket.gaierror):
        return f"There is no host called {account.host}, or no network. Check smtp.host."
    if isinstance(error, ConnectionRefusedError):
        return f"Nothing answers at {where}. Check smtp.host and smtp.port."
    if isinstance(error, smtplib.SMTPResponseException):
        server_words = error.smtp_error if isinstance(error.smtp_error, bytes) else error.smtp_error.encode()
        return f"{where} declined ({_said((error.smtp_code, server_words))})."
    return f"The connection to {where} failed: {_cause(error)}."


def _cause(error: Exception) -> str:
    """Return why a connection ended, as a clause; the library keeps a timeout only as the context of its own error."""
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "the server took too long"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "the server hung up"
    return clean(getattr(error, "strerror", None) or str(error)) or type(error).__name__


def _outcome_unknown(account: SmtpAccount, cause: str) -> DeliveryError:
    return DeliveryError(
        f"The letter was handed to {account.host}, and no answer came: {cause}. It may have been sent. Check your "
        "sent mail, or ask the person it was for, before you send it again; the draft is kept.",
        maybe_sent=True,
    )


def _said(reply: Reply, secrets: tuple[str, ...] = ()) -> str:
    """Return a server's words on one line, cut, without a password that it may echo."""
    return f"{reply[0]} {masked(clean(reply[1].decode(errors='replace')), secrets)[:200]}".strip()


def _base64(text: str) -> str:
    return b64encode(text.encode()).decode()
