"""Which of a mail's parts is its text, and what can be said of those that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.etiquette.text import clean, clean_lines
from app.exchange.mails.decoding import decoded_body, text_of
from app.exchange.mails.flowed import unflowed
from app.exchange.mails.headers import text_field
from app.exchange.mails.html_text import MOST_TAGS, html_to_text
from app.exchange.mails.parts import Part, take_apart
from app.exchange.mails.replies import MOST_LINES, new_text

LARGEST_TEXT = 1_000_000
"""Bytes of a mail's parts together that are read as text."""
_STUB = re.compile(
    r"(?:does not|doesn['’]t|can(?:not|['’]t)|kein|nicht|ne (?:supporte|peut)|no (?:soporta|admite|puede))"
    r".{0,60}\bhtml\b|\bhtml\b.{0,60}(?:not supported|capable|compatible|version|anzeigen|enabled)|"
    r"view this (?:e-?mail|message) in (?:a|your) browser|multi-?part message in mime format",
    re.IGNORECASE | re.DOTALL,
)
"""What stands in the plain text of a mail that was written as HTML alone."""
_LONGEST_STUB = 300
_PGP = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+:[^\n]*\n){0,5}\n?")
_ENCRYPTED = "[This mail is encrypted; its text can be read only in your mail program.]"
_TEXTS = ("text/plain", "text/html", "text/enriched", "text/markdown", "text/x-amp-html")


@dataclass(slots=True)
class _Reader:
    """Reads the text of parts, all of a mail's together within one measure."""

    bytes_left: int = LARGEST_TEXT
    tags_left: int = MOST_TAGS
    lines_left: int = MOST_LINES
    read: dict[int, str] = field(default_factory=dict)
    """By the part's identity: nothing is decoded twice."""

    def raw(self, part: Part) -> str:
        """Return a part's text, decoded before it is cleaned: in ISO-2022-JP the escape characters belong to it."""
        if id(part) not in self.read:
            data = decoded_body(part)[: self.bytes_left]
            self.bytes_left -= len(data)
            lines = clean_lines(text_of(data, _charset(part, data)).replace("\r\r\n", "\n")).split(
                "\n", self.lines_left
            )
            self.read[id(part)] = "\n".join(lines[: self.lines_left])
            self.lines_left -= min(len(lines), self.lines_left)
        return self.read[id(part)]

    def page(self, text: str, *, with_signatures: bool = False) -> str:
        """Return what a reader sees of HTML."""
        seen = html_to_text(text, self.tags_left, with_signatures=with_signatures)
        self.tags_left -= min(text.count("<"), self.tags_left)
        return seen


def message_text(mail: Part) -> str:
    """Return the new text of a mail, cleaned; in brackets, what of it cannot be read here."""
    reader = _Reader()
    text = _joined(_texts(mail, reader))
    notes = list(dict.fromkeys(_notes(mail)))
    if not text and not notes:
        text = _joined(_passed_on(mail, reader))
    return _joined([text, *notes])


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text)


def _texts(part: Part, reader: _Reader) -> Iterator[str]:
    """Yield the new text of each part that is shown as one, in order."""
    if part.kind == "multipart/alternative":
        yield _best(part, reader)
    elif part.kind in ("multipart/related", "multipart/signed"):
        if part.parts:
            yield from _texts(_root(part), reader)
    elif part.kind.startswith("multipart/") and part.kind != "multipart/encrypted":
        for inner in part.parts[:1] if part.kind in ("multipart/report", "multipart/appledouble") else part.parts:
            yield from _texts(inner, reader)
    elif _is_shown(part):
        yield _new(part, reader)


def _root(part: Part) -> Part:
    wanted = part.parameters.get("start", "").strip("<>")
    if part.kind == "multipart/related" and wanted:
        for inner in part.parts:
            if wanted.encode() == (inner.first("content-id") or b"").strip().strip(b"<>"):
                return inner
    return part.parts[0]


def _best(part: Part, reader: _Reader) -> str:
    """Return the plain text, unless it is empty or says that there is only HTML."""
    plain = [inner for inner in part.parts if inner.kind == "text/plain"]
    plain_text = _joined(text for inner in plain for text in _texts(inner, reader))
    if plain_text and not _is_stub(plain_text):
        return plain_text
    if any(reader.raw(inner).strip() and not _is_stub(reader.raw(inner)) for inner in plain):
        return ""
    others = [inner for inner in part.parts if inner.kind != "text/plain"]
    return _joined(text for inner in others for text in _texts(inner, reader)) or plain_text


def _is_stub(text: str) -> bool:
    return len(text) <= _LONGEST_STUB and _STUB.search(text) is not None


def _is_shown(part: Part) -> bool:
    if part.kind not in _TEXTS or part.word("content-disposition") == "attachment":
        return False
    return part.kind == "text/html" or not part.file_name


def _charset(part: Part, data: bytes) -> str:
    """Return the character set that the part states, or that the HTML page in it states."""
    charset = part.parameters.get("charset", "")
    if not charset and part.kind == "text/html":
        match = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", data[:5_000], re.IGNORECASE)
        charset = match[1].decode("ascii") if match else ""
    return charset


def _new(part: Part, reader: _Reader) -> str:
    text = reader.raw(part)
    if part.kind in ("text/html", "text/x-amp-html"):
        return new_text(reader.page(text)) or new_text(reader.page(text, with_signatures=True))
    if part.kind == "text/enriched":
        text = re.sub(r"<[^<>]{1,100}>", "", text.replace("<<", "\0")).replace("\0", "<")
    if part.parameters.get("format", "").lower() == "flowed":
        text = unflowed(text, delsp=part.parameters.get("delsp", "").lower() == "yes")
    if "-----BEGIN PGP MESSAGE-----" in text:
        text = text.partition("-----BEGIN PGP MESSAGE-----")[0]
    if "-----BEGIN PGP SIGNED MESSAGE-----" in text:
        text = re.sub(r"^- ", "", _PGP.sub("", text).partition("-----BEGIN PGP SIGNATURE-----")[0], flags=re.MULTILINE)
    if re.match(r"\s*<(?:!doctype html|html)\b", text, re.IGNORECASE):
        text = reader.page(text)
    return new_text(text)


def _notes(mail: Part) -> Iterator[str]:
    for part in mail.walk():
        if part.kind == "multipart/encrypted" or (
            part.kind in ("application/pkcs7-mime", "application/x-pkcs7-mime")
            and part.parameters.get("smime-type", "enveloped-data").lower() != "signed-data"
        ):
            yield _ENCRYPTED
        elif part.kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
            yield "[This mail is wrapped in its signature (S/MIME); its text can be read only in your mail program.]"
        elif part.kind == "text/plain" and _is_shown(part) and b"-----BEGIN PGP MESSAGE-----" in part.body[:100_000]:
            yield _ENCRYPTED


def _passed_on(mail: Part, reader: _Reader) -> Iterator[str]:
    """Yield the text of mails that are attached to one without a text of its own (forwarded as attachment, digests)."""
    for part in mail.walk():
        if part.kind == "message/rfc822" and mail.kind != "multipart/report":
            within = take_apart(decoded_body(part))
            who, subject = text_field(within, "from"), text_field(within, "subject")
            yield f"{clean(f'{who}: {subject}')}\n{_joined(_texts(within, reader))}".strip(": \n")
