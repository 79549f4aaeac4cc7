"""A letter as a mail message (RFC 5322): plain text, nothing in it that the user did not see.

It knows the records and no server, file or screen.
"""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage, Message
from email.utils import format_datetime
from typing import NamedTuple
from unicodedata import normalize

from app.etiquette.addresses import ascii_domain
from app.etiquette.errors import DeliveryError
from app.etiquette.records import Letter, Me, Person
from app.etiquette.text import clean, clean_lines
from app.letters.mail_headers import LETTER_POLICY, decoded, encoded, read_mailbox

_LOCAL_PART = re.compile(r"(?!\.)(?!.*\.\.)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\u0080-\U0010ffff-]+(?<!\.)")
_LOCAL_PART_BYTES = 64
"""RFC 5321 4.5.3.1.1; RFC 6531 counts them in UTF-8."""
_DOMAIN = re.compile(r"(?=.{1,190}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9-]{1,63}(?<!-)")
_MESSAGE_ID = re.compile(r"<(?!.*=\?)[!-;=?-~]{1,900}>")
_NO_DOMAIN = "afterword.invalid"
"""The domain of a Message-ID when the sender has no address yet (RFC 2606: it is nobody's)."""
HEADERS = (
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "X-Unsent",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
)
"""Every header that a letter may have, each at most once."""


def read_address(text: str, name: str = "") -> Address:
    """Return one mail address, its domain in ASCII (RFC 5890) and a display name, cleaned.

    A local part may have any letters (RFC 6531); a server that does not take them is found out when sending.

    Raises:
        DeliveryError: it is not exactly one address.
    """
    local, _, domain = normalize("NFC", text.strip()).rpartition("@")
    try:
        server = ascii_domain(domain)
    except UnicodeError:
        server = ""
    if not _is_local_part(local) or not _DOMAIN.fullmatch(server):
        shown = clean(text)[:80]
        reason = f"{shown} isn't an email address you can send to" if shown else "There's no email address to send to"
        raise DeliveryError(f"{reason}. Correct it and send again; the draft is kept.")
    return Address(clean(name), local, server)


def needs_utf8(address: Address) -> bool:
    """Return whether mail to or from an address needs SMTPUTF8 (RFC 6531): its local part is not ASCII."""
    return not address.username.isascii()


def _is_local_part(text: str) -> bool:
    is_plain = clean(text) == text and not any(character.isspace() for character in text)
    return is_plain and len(text.encode(errors="replace")) <= _LOCAL_PART_BYTES and bool(_LOCAL_PART.fullmatch(text))


def new_message_id(me: Me) -> str:
    """Return a fresh Message-ID (RFC 5322 3.6.4): random, in the domain of the sender's address.

    The machine's host name stays out of it.
    """
    domain = read_address(me.email).domain if me.email else _NO_DOMAIN
    return f"<{secrets.token_hex(16)}@{domain}>"


def message_for(
    letter: Letter, person: Person | None, to_address: str, me: Me, now: datetime, message_id: str
) -> EmailMessage:
    """Return a letter as a message that reads back exactly as it is shown.

    Without an address of the user's it has no From, which will do for a draft only. A reply names the mail it
    answers (RFC 5322 3.6.4) where that mail's identifier is usable.

    Raises:
        DeliveryError: an address cannot be used, or the message does not read back as it was written.
    """
    to = read_address(to_address, person.name if person and person.name != person.email else "")
    sender = read_address(me.email, me.name) if me.email else None
    subject = clean(letter.subject)
    body = clean_lines(letter.body).rstrip("\n") + "\n"
    message = EmailMessage(LETTER_POLICY)
    if sender:
        message["From"] = sender
    message["To"] = to
    message["Subject"] = encoded(subject)
    message["Date"] = format_datetime(now.astimezone(UTC))
    if not _MESSAGE_ID.fullmatch(message_id):
        raise DeliveryError(f"{clean(message_id)[:80]!r} is not a Message-ID. Send again to get a new one.")
    message["Message-ID"] = message_id
    if _MESSAGE_ID.fullmatch(letter.in_reply_to):
        message["In-Reply-To"] = letter.in_reply_to
        message["References"] = letter.in_reply_to
    message.set_content(body, cte="quoted-printable")
    if _facts(message) != _Facts(sender, to, subject, body):
        raise DeliveryError("The message doesn't match the letter, so it was not sent. The draft is kept.")
    message_bytes(message)
    return message


def message_bytes(message: EmailMessage) -> bytes:
    """Return a message as it goes over the wire, read back by a parser of its own and compared first.

    Raises:
        DeliveryError: a header too many, or one that reads back differently; nothing may be sent then.
    """
    data = message.as_bytes()
    read_back = message_from_bytes(data)
    headers = [name for name in HEADERS if name in message]
    if sorted(read_back.keys()) != sorted(headers) or _facts_read(read_back) != _facts(message):
        raise DeliveryError("The message doesn't read back as it was written, so it was not sent. The draft is kept.")
    return data


def sender_of(message: EmailMessage) -> Address | None:
    """Return who a message is from; None for a draft without a sender."""
    return message["From"].addresses[0] if "From" in message else None


def recipient_of(message: EmailMessage) -> Address:
    """Return the one person a message goes to."""
    address: Address = message["To"].addresses[0]
    return address


class _Facts(NamedTuple):
    """What a reader sees, by which two forms of a message are compared."""

    sender: Address | None
    recipient: Address
    subject: str
    body: str


def _facts(message: EmailMessage) -> _Facts:
    return _Facts(sender_of(message), recipient_of(message), str(message["Subject"]), message.get_content())


def _facts_read(message: Message) -> _Facts:
    payload = message.get_payload(decode=True)
    assert isinstance(payload, bytes)
    # As they stand in the file: an address may hold UTF-8 (RFC 6532), which `message[...]` shows as unknown.
    fields = {name: value.encode("ascii", "surrogateescape").decode() for name, value in message.raw_items()}
    return _Facts(
        read_mailbox(fields["From"]) if "From" in fields else None,
        read_mailbox(fields["To"]),
        decoded(fields["Subject"]),
        payload.decode().replace("\r\n", "\n"),
    )
