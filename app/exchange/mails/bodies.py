"""Which of a mail's parts is its text, and what can be said of those that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.etiquette.text import clean, clean_lines
from app.exchange.mails.decoding import decoded_body, text_of
from app.exchange.mails.flowed import unflowed
from app.exchange.mails.headers import text_field
from app.exchange.mails.html_text import html_to_text
from app.exchange.mails.parts import Part, take_apart
from app.exchange.mails.replies import new_text

LARGEST_TEXT = 1_500_000
"""Bytes of one part that are read as text."""
_STUB = re.compile(
    r"(?:does not|doesn['’]t|can(?:not|['’]t)|kein|nicht|ne (?:supporte|peut)|no (?:soporta|admite|puede))"
    r".{0,60}\bhtml\b|\bhtml\b.{0,60}(?:not supported|capable|compatible|version|anzeigen|enabled)|"
    r"view this (?:e-?mail|message) in (?:a|your) browser|multi-?part message in mime format",
    re.IGNORECASE | re.DOTALL,
)
"""What stands in the plain text of a mail that was written as HTML alone."""
_LONGEST_STUB = 300
_PGP = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+:[^\n]*\n){0,5}\n?")
_OUTLOOK_ONLY = "[winmail.dat: this mail has an attachment that only Outlook reads. Ask for it in another form.]"
_ENCRYPTED = "[This mail is encrypted; its text can be read only in your mail program.]"
_TEXTS = ("text/plain", "text/html", "text/enriched", "text/markdown", "text/x-amp-html")


def message_text(mail: Part) -> str:
    """Return the new text of a mail, cleaned; in brackets, what of it cannot be read here."""
    texts = [text for text in _texts(mail) if text]
    text = "\n\n".join(texts)
    notes = [note for note in dict.fromkeys(_notes(mail)) if note not in text]
    if not text and not notes:
        text = "\n\n".join(_passed_on(mail))
    return "\n\n".join([*([text] if text else []), *notes])


def _texts(part: Part) -> Iterator[str]:
    """Yield the new text of each part that is shown as one, in order."""
    if part.kind == "multipart/alternative":
        yield _best(part)
    elif part.kind in ("multipart/related", "multipart/signed"):
        if part.parts:
            yield from _texts(_root(part))
    elif part.kind.startswith("multipart/") and part.kind != "multipart/encrypted":
        for each in part.parts[:1] if part.kind in ("multipart/report", "multipart/appledouble") else part.parts:
            yield from _texts(each)
    elif _is_shown(part):
        yield _new(part)


def _root(part: Part) -> Part:
    wanted = part.parameters.get("start", "").strip("<>")
    if part.kind == "multipart/related" and wanted:
        for each in part.parts:
            if wanted.encode() == (each.first("content-id") or b"").strip().strip(b"<>"):
                return each
    return part.parts[0]


def _best(part: Part) -> str:
    """Plain text, unless it is empty or says that there is only HTML."""
    plain = [text for each in part.parts if each.kind == "text/plain" for text in _texts(each)]
    told = "\n\n".join(text for text in plain if text)
    if told and not (len(told) <= _LONGEST_STUB and _STUB.search(told)):
        return told
    if any(each.kind == "text/plain" and _raw(each).strip() and not _is_stub(each) for each in part.parts):
        return ""
    others = [text for each in part.parts if each.kind != "text/plain" for text in _texts(each)]
    return "\n\n".join(text for text in others if text) or told


def _is_stub(part: Part) -> bool:
    text = _raw(part)
    return len(text) <= _LONGEST_STUB and _STUB.search(text) is not None


def _is_shown(part: Part) -> bool:
    if part.kind not in _TEXTS or part.word("content-disposition") == "attachment":
        return False
    return part.kind == "text/html" or not part.file_name


def _raw(part: Part) -> str:
    """Return a part's text, decoded before it is cleaned: in ISO-2022-JP the escape characters belong to it."""
    charset = part.parameters.get("charset", "")
    data = decoded_body(part)[:LARGEST_TEXT]
    if not charset and part.kind == "text/html":
        told = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", data[:5_000], re.IGNORECASE)
        charset = told[1].decode("ascii") if told else ""
    return clean_lines(text_of(data, charset).replace("\r\r\n", "\n"))


def _new(part: Part) -> str:
    text = _raw(part)
    if part.kind in ("text/html", "text/x-amp-html"):
        return new_text(html_to_text(text)) or new_text(html_to_text(text, with_signatures=True))
    if part.kind == "text/enriched":
        text = re.sub(r"<[^<>]{1,100}>", "", text.replace("<<", "\0")).replace("\0", "<")
    if part.parameters.get("format", "").lower() == "flowed":
        text = unflowed(text, delsp=part.parameters.get("delsp", "").lower() == "yes")
    if "-----BEGIN PGP MESSAGE-----" in text:
        text = text.partition("-----BEGIN PGP MESSAGE-----")[0]
    if "-----BEGIN PGP SIGNED MESSAGE-----" in text:
        text = re.sub(r"^- ", "", _PGP.sub("", text).partition("-----BEGIN PGP SIGNATURE-----")[0], flags=re.MULTILINE)
    if re.match(r"\s*<(?:!doctype html|html)\b", text, re.IGNORECASE):
        text = html_to_text(text)
    return new_text(text)


def _notes(mail: Part) -> Iterator[str]:
    for part in mail.walk():
        name = part.file_name.casefold()
        if part.kind in ("application/ms-tnef", "application/vnd.ms-tnef") or name == "winmail.dat":
            yield _OUTLOOK_ONLY
        elif part.kind == "multipart/encrypted" or (
            part.kind in ("application/pkcs7-mime", "application/x-pkcs7-mime")
            and part.parameters.get("smime-type", "enveloped-data").lower() != "signed-data"
        ):
            yield _ENCRYPTED
        elif part.kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
            yield "[This mail is wrapped in its signature (S/MIME); its text can be read only in your mail program.]"
        elif part.kind == "text/plain" and _is_shown(part) and b"-----BEGIN PGP MESSAGE-----" in part.body[:100_000]:
            yield _ENCRYPTED


def _passed_on(mail: Part) -> Iterator[str]:
    """Yield the text of mails that are attached to one without a text of its own (forwarded as attachment, digests)."""
    for part in mail.walk():
        if part.kind == "message/rfc822" and not mail.kind.startswith("multipart/report"):
            within = take_apart(decoded_body(part))
            who, subject = text_field(within, "from"), text_field(within, "subject")
            told = "\n\n".join(text for text in _texts(within) if text)
            yield f"{clean(f'{who}: {subject}')}\n{told}".strip(": \n")
