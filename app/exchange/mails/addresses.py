"""Who a mail names: address fields (RFC 5322 3.4) read mark by mark, in one pass.

The standard library's `parseaddr` can be led to see another address than the one that counts (CVE-2023-27043), and
gives up where people's programs are careless: unquoted commas in a name, semicolons between addresses, line breaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.etiquette.addresses import address_key
from app.etiquette.text import clean
from app.exchange.contents import Attendee
from app.exchange.mails.headers import unfolded, words_decoded
from app.exchange.mails.parts import Part

MOST = 500
"""People of one field who are read."""
_ADDRESS = re.compile(
    r"(?:\"[^\"]{1,200}\"|[^\s<>()\[\],;:\"@]{1,200})@(?:[^\s<>()\[\],;:\"@]{1,250}|\[[0-9.]{1,60}\])"
)
_MARK = re.compile(r"[\"(<,;:]")
_ENDS = {'"': '"', "(": ")", "<": ">"}


@dataclass(slots=True)
class _Heard:
    """What was read since the last comma."""

    words: list[str]
    comments: list[str]
    address: str = ""
    words_before: int = 0
    """How many of the words stand before the address."""

    @property
    def is_empty(self) -> bool:
        return not self.address and not any(word.strip() for word in self.words)


def people(part: Part, *names: str) -> tuple[Attendee, ...]:
    """Return everybody named in the fields of these names, each address once, with names decoded and cleaned."""
    charset = part.parameters.get("charset", "")
    by_key: dict[str, Attendee] = {}
    for value in (value for name in names for value in part.all(name)):
        for person in read_people(unfolded(value, charset)):
            key = address_key(person.email) or person.name
            if not by_key.setdefault(key, person).name:
                by_key[key] = person
    return tuple(by_key.values())


def read_people(text: str) -> list[Attendee]:
    """Return the people of an address list; a group's name is left out, its members are kept."""
    attendees: list[Attendee] = []
    heard = _Heard([], [])
    before: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while at < len(text) and len(attendees) < MOST:
        match = _MARK.search(text, at)
        heard.words.append(text[at : match.start()] if match else text[at:])
        if match is None:
            break
        mark, at = match[0], match.end()
        if mark == "<" and heard.address:
            behind = heard.words[heard.words_before :]
            attendees += _attendees(_Heard(heard.words[: heard.words_before], heard.comments, heard.address), before)
            heard, before = _Heard(behind, []), []
        if mark in _ENDS:
            held, at = _held(text, at, _ENDS[mark], unclosed)
            _keep(heard, mark, f'"{held}"' if mark == '"' and text[at : at + 1] == "@" else held)
        elif mark == ":":
            heard = _after_colon(heard)
        elif mark == "," and not heard.address and not heard.is_empty and not _ADDRESS.search("".join(heard.words)):
            before.append("".join(heard.words).strip())
            heard = _Heard([], [])
        else:
            attendees += _attendees(heard, before)
            heard, before = _Heard([], []), []
    return [*attendees, *_attendees(heard, before)][:MOST]


def _held(text: str, at: int, end: str, unclosed: set[str]) -> tuple[str, int]:
    """Return what stands up to the closing mark, escapes undone; unclosed, up to the next comma.

    Args:
        unclosed: closing marks that were looked for up to the end of the text, in vain; kept, so that none is twice.
    """
    characters: list[str] = []
    start = at
    while at < len(text) and end not in unclosed:
        if text[at] == "\\" and at + 1 < len(text) and end != ">":
            characters.append(text[at + 1])
            at += 2
            continue
        if text[at] == end:
            return "".join(characters), at + 1
        characters.append(text[at])
        at += 1
    unclosed.add(end)
    stop = text.find(",", start)
    stop = len(text) if stop < 0 else stop
    return text[start:stop], stop


def _keep(heard: _Heard, mark: str, held: str) -> None:
    if mark == "(":
        heard.comments.append(held)
    elif mark == '"':
        heard.words.append(held)
    elif not heard.address:
        heard.address = held.strip().rpartition(":")[2] if held.startswith("@") else held.strip()
        heard.words_before = len(heard.words)


def _after_colon(heard: _Heard) -> _Heard:
    """What stands before a colon is a group's name, or the scheme of `mailto:`."""
    return heard if heard.address else _Heard([], heard.comments)


def _attendees(heard: _Heard, before: list[str]) -> list[Attendee]:
    """Return the person heard, with the parts of a name that an unquoted comma cut off; else the words as names."""
    name = clean(words_decoded(" ".join("".join(heard.words).split())))
    address = heard.address
    if not address:
        bare = _ADDRESS.search(name)
        if bare:
            address = bare[0]
            name = clean((name[: bare.start()] + name[bare.end() :]).strip(" <>\"'"))
    address = clean(address.removeprefix("mailto:").strip("<> '"))
    if address and "@" not in address:
        name, address = name or address, ""
    if before and address:
        cut_off = [clean(words_decoded(word)) for word in before]
        parts = [*cut_off, name] if name else cut_off
        name, alone = ", ".join(parts), []
    else:
        alone = [Attendee(clean(words_decoded(word)), "") for word in before if word]
    name = _plain_name(name or clean(words_decoded(" ".join(heard.comments))), address)
    return [*alone, Attendee(name, address)] if name or address else alone


def _plain_name(name: str, address: str) -> str:
    name = name.strip("\"' ") if name[:1] == name[-1:] and name[:1] in ('"', "'") else name
    return "" if name.casefold() == address.casefold() else name
