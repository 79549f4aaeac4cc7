"""Address books as vCards (.vcf, RFC 6350): each person with company, title and mail address. Knows no hunt."""

from __future__ import annotations

import quopri
import re

from app.etiquette.text import clean
from app.exchange.contents import FileContents, ReportedRow
from app.exchange.raw.decoding import decoded

_BEGIN = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*BEGIN:VCARD\s*$", re.IGNORECASE | re.MULTILINE)
_FOLD = re.compile(r"\n[ \t]")
_LINE = re.compile(r"(?:[\w-]+\.)?(?P<name>[A-Za-z-]+)(?P<parameters>(?:;[^:\n]*)?):(?P<value>.*)")
_MOST = 20_000


def looks_like_vcard(data: bytes) -> bool:
    """Return whether bytes begin as a vCard does."""
    return _BEGIN.match(data[:512]) is not None


def read_vcards(name: str, data: bytes) -> FileContents:
    """Return the people in an address book, each reported with what to do: people belong to an application."""
    text = _FOLD.sub("", decoded(data).text)
    people: list[ReportedRow] = []
    fields: dict[str, str] = {}
    begun = 0
    for number, line in enumerate(decoded(data).text.split("\n"), 1):
        if line.strip().upper() == "BEGIN:VCARD" and len(people) < _MOST:
            begun = number
            people.append(ReportedRow(begun, ""))
    sentences = []
    for card in re.split(r"(?im)^BEGIN:VCARD\s*$", text)[1 : _MOST + 1]:
        fields = {}
        for match in map(_LINE.match, card.split("\n")):
            if match:
                fields.setdefault(match["name"].upper(), _value(match["parameters"], match["value"]))
        sentences.append(_sentence(fields))
    reported = tuple(ReportedRow(row.line, words) for row, words in zip(people, sentences, strict=False))
    return FileContents(name, "vcf", len(reported), reported=reported)


def _value(parameters: str, value: str) -> str:
    if "QUOTED-PRINTABLE" in parameters.upper():
        value = quopri.decodestring(value.encode("ascii", "replace")).decode("utf-8", "replace")
    return clean(re.sub(r"\\([,;\\nN])", lambda match: " " if match[1] in "nN" else match[1], value))


def _sentence(fields: dict[str, str]) -> str:
    name = fields.get("FN") or " ".join(part for part in reversed(fields.get("N", "").split(";")[:2]) if part)
    company = fields.get("ORG", "").split(";")[0].strip()
    words = ", ".join(part for part in (name, fields.get("TITLE", ""), company, fields.get("EMAIL", "")) if part)
    return (
        f"A person, not an application: {words or 'without a name'}. Add them to the application that they belong to."
    )
