"""Mails that say that a mail did not arrive (RFC 3464, and the wordings of servers that never read it)."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from email import message_from_string

from app.etiquette.text import clean
from app.exchange.mails.decoding import decoded_body
from app.exchange.mails.headers import identifiers, unfolded
from app.exchange.mails.parts import Part, take_apart
from app.exchange.mails.words import bounces as words

_READ = 200_000
"""Bytes of a report that are read."""
_LONGEST_LINE = 2_000
_NOBODY = "nobody@invalid"
_MOST_BLOCKS = 200
"""Recipients of a report that are read."""
_ADDRESS = re.compile(r"[^\s<>;,:\"'()\[\]]{1,200}@[^\s<>;,:\"'()\[\]]{1,250}")
_FIELD = re.compile(
    rb"^[ \t]{0,8}(?:recipient address|(?:original|final)-recipient):[ \t]*(?:rfc822;)?[ \t]*"
    rb"<?([^\s<>;]{1,300}@[^\s<>;]{1,250})",
    re.IGNORECASE | re.MULTILINE,
)
_NOT_REFUSED = re.compile(r"^(?:delayed|relayed|delivered|expanded)")
_RETURNED = re.compile(rb"^[>\s]{0,4}message-id:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{1,900}>)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Report:
    """What a mail says of the fate of another."""

    is_bounce: bool = False
    """It did not arrive, and will not."""
    is_delayed: bool = False
    """It has not arrived yet, and is still being tried."""
    failed_for: tuple[str, ...] = ()
    """Whom it did not reach, in lower case, in the order of the report."""
    about: str = ""
    """The Message-ID of the mail that came back, "" when the report does not hold it."""


def report_of(mail: Part, data: bytes, sender: str, subject: str, text: str) -> Report:
    """Return what a mail reports; nothing for one that a person wrote.

    Args:
        data: the whole mail.
        sender: its address, as in From.
        subject: as it is read.
        text: its text.
    """
    blocks = _status_blocks(mail)
    named = [address for value in mail.all("x-failed-recipients") for address in _addresses(unfolded(value))]
    if not (blocks or named or _is_from_a_server(mail, sender) or words.failed().match(subject)):
        return Report()
    about = _returned(mail, data)
    failed = list(named)
    late: list[str] = []
    for action, recipients in blocks:
        if action.startswith(("fail", "error")) or not action:
            failed += recipients
        elif action.startswith("delayed"):
            late += recipients
    if blocks and (failed or late or all(_NOT_REFUSED.match(action) for action, _ in blocks)):
        return Report(bool(failed), bool(late) and not failed, _without_repeats(failed or late), about)
    if named:
        is_late = words.late().search(subject) is not None
        return Report(not is_late, is_late, _without_repeats(named), about)
    return _worded(mail, data, sender, subject, text, about)


def _worded(mail: Part, data: bytes, sender: str, subject: str, text: str, about: str) -> Report:
    """A report without the form of one: by its wording, of which many servers have one of their own."""
    late, failed = _by_wording(data, sender)
    if failed:
        return Report(True, False, failed, about)
    if late or (words.late().search(subject) and not words.failed().match(subject)):
        return Report(False, True, late, about)
    whom = _named_in(text, sender) or _listed(data)
    is_report = mail.kind == "multipart/report" and mail.parameters.get("report-type", "") == "delivery-status"
    if is_report or words.failed().match(subject) or words.failed().match(text.lstrip()[:_LONGEST_LINE]):
        return Report(True, False, whom, about)
    return Report()


def _listed(data: bytes) -> tuple[str, ...]:
    """Return the addresses that a report lists in fields outside any part of their own."""
    return _without_repeats([clean(address.decode("utf-8", "replace")) for address in _FIELD.findall(data, 0, _READ)])


def _named_in(text: str, sender: str) -> tuple[str, ...]:
    """Return whom the text says that it did not reach, read above the returned mail, whose own fields name others."""
    above = words.returned_below().split(text[:_READ], maxsplit=1)[0]
    addresses = [match["after"] or match["alone"] for match in words.whom().finditer(above)]
    return _without_repeats(
        [clean(address).strip(".") for address in addresses if address.casefold() != sender.casefold()]
    )


def _is_from_a_server(mail: Part, sender: str) -> bool:
    nobody = [value.strip() for value in mail.all("return-path")] == [b"<>"]
    automatic = mail.word("auto-submitted") not in ("", "no")
    called = unfolded(mail.first("from") or b"")
    if "@" not in called and words.server().search(called):
        return True
    return (
        words.SENDERS.match(sender) is not None or (nobody and (automatic or not sender)) or (not sender and automatic)
    )


def _status_blocks(mail: Part) -> list[tuple[str, list[str]]]:
    """Return, for each recipient of a delivery status (RFC 3464 2.3), what became of it: action, addresses."""
    blocks: list[tuple[str, list[str]]] = []
    read = 0
    for part in mail.walk():
        if part.kind not in ("message/delivery-status", "message/global-delivery-status"):
            continue
        body = decoded_body(part)[:_READ].replace(b"\r\n", b"\n").strip()
        for block in re.split(rb"\n[ \t]*\n", body, maxsplit=_MOST_BLOCKS):
            read += 1
            if read > _MOST_BLOCKS:
                return blocks
            fields = take_apart(block + b"\n\n")
            whom = unfolded(fields.first("original-recipient") or b"") or unfolded(
                fields.first("final-recipient") or b""
            )
            if whom:
                addresses = _addresses(whom.partition(";")[2] or whom) or _addresses(
                    unfolded(fields.first("final-recipient") or b"").partition(";")[2]
                )
                blocks.append((fields.word("action"), addresses))
    return blocks


def _by_wording(data: bytes, sender: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return for whom a mail is late and for whom it failed, by the forms that Mailman's detectors know.

    They count on a sender and on text, and write what goes wrong within them, with its traceback, to a log.
    """
    from flufl.bounce import all_failures

    logging.getLogger("flufl.bounce").disabled = True
    lines = (line[:_LONGEST_LINE] for line in data[: _READ // 2].decode("ascii", "replace").splitlines())
    try:
        report = message_from_string("\n".join(lines))
        del report["From"]
        report["From"] = sender if sender.isascii() and sender.isprintable() and sender else _NOBODY
        late, failed = all_failures(report)
    except Exception:  # whatever a crafted report makes of detectors that are not ours, it is then no report
        return (), ()
    return _without_repeats(_texts(late)), _without_repeats(_texts(failed))


def _texts(addresses: frozenset[bytes]) -> list[str]:
    return sorted(address for raw in addresses for address in _addresses(raw.decode("utf-8", "replace")))


def _addresses(text: str) -> list[str]:
    return [clean(address).strip(".") for address in _ADDRESS.findall(text[:_READ])]


def _without_repeats(addresses: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address.lower() for address in addresses))


def _returned(mail: Part, data: bytes) -> str:
    """Return the Message-ID of the mail that came back: of its own part, else below the report's text."""
    own = identifiers(mail, "message-id")
    for part in mail.walk():
        if part.kind in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global"):
            ids = identifiers(take_apart(decoded_body(part)[:_READ] + b"\n\n"), "message-id")
            if ids:
                return ids[0]
    for match in _RETURNED.finditer(data, 0, _READ):
        identifier = clean(match[1].decode("utf-8", "replace"))
        if identifier not in own:
            return identifier
    original = [*identifiers(mail, "in-reply-to"), *reversed(identifiers(mail, "references"))]
    return original[0] if original else ""
