"""Reads a letter's structure: salutation, sentences, closing, signature. Knows no rule about what they must hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from app.etiquette.checks.name_shapes import (
    CLOSING_WORDS,
    GREETING,
    NameGroup,
    name_groups,
    names_a_person,
    signs_with_a_name,
    without_greeting,
    without_particulars,
)

# Same length in, same length out: offsets into the plain text are offsets into the body.
_PLAIN = str.maketrans(
    {"\r": " ", "\t": " ", "\u00a0": " ", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'}
)
_ABBREVIATIONS = {
    "mr",
    "mrs",
    "ms",
    "mx",
    "dr",
    "prof",
    "st",
    "sr",
    "jr",
    "e.g",
    "i.e",
    "vs",
    "inc",
    "ltd",
    "no",
    "approx",
}
_SENTENCE_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)")
_ADDRESS_MARK = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMx)(?<!\bDr)(?<!\bFr)(?<!\bSr)(?<!\bSt)(?<!\bMrs)(?<!\bRev)(?<!\bHon)(?<!\bSra)(?<!\bCol)"
    r"(?<!\bProf)(?<!\bCapt)(?<!\bEngr)(?<!\b[A-Z])\.|[!:?;]|,|\s[-–—]+(?=\s|$)"
)
"""Where an address may end; the dot of a title or an initial ends none."""
_TITLES = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Fr|Sr|Rev|Hon|Sra|Col|Capt|Engr)\."
_BARE_ADDRESS = re.compile(rf"((?:{_TITLES}\s*)*[^,.:!?]{{2,40}}?)\s*(?:,|:|!|[-–—]+)")
"""A first line that is a name and nothing else, the dots of titles apart."""
_RUNS_ON = re.compile(
    rf"(?:{_TITLES}|Mr|Mrs|Ms|Miss|Dr|Prof) (?:[A-Z][\w'’-]+ ?){{1,3}}"
    r"(?= (?:this|it|i|thank|thanks|just|good|it's|its)\b)"
)
"""A title and a name after the greeting, with the letter going on behind them and no mark between."""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ ]*\n)[^\n]*)*")
_POSTSCRIPT = re.compile(r"\s*p\.? ?p?\.?s\b", re.IGNORECASE)
_FOOTER = re.compile(r"\s*(sent from my|get outlook|--\s*$)", re.IGNORECASE)
_MAX_CLOSING_WORDS = 8
_MAX_TAIL_LINES = 7


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the body: its offsets, and its text with line breaks and quotes made plain, of equal length."""

    start: int
    end: int
    text: str

    def of(self, match: re.Match[str]) -> Span:
        """Return the span of a match in this span's text."""
        return Span(self.start + match.start(), self.start + match.end(), match[0])


@dataclass(frozen=True)
class ReadLetter:
    """The parts of one letter. `salutation` and `signature` are None if the letter has none."""

    body: str

    @cached_property
    def plain(self) -> str:
        """The body, character for character, with typographic quotes and odd spaces made plain."""
        return self.body.translate(_PLAIN)

    @cached_property
    def words(self) -> int:
        """How many words the body has, greeting and signature included: runs of text between white space."""
        return sum(any(character.isalnum() for character in word) for word in self.plain.split())

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines that hold anything, without the white space around them."""
        return tuple(
            Span(match.start(), match.end(), match[0]) for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", self.plain)
        )

    @cached_property
    def salutation(self) -> Span | None:
        """The words of greeting on the first line, up to the mark that ends them."""
        return _salutation(self.lines[0]) if self.lines else None

    @cached_property
    def greeted(self) -> tuple[NameGroup, ...]:
        """Who the salutation addresses, one group a person or body of people."""
        if self.salutation is None:
            return ()
        return name_groups(without_greeting(self.salutation.text))

    @cached_property
    def greeted_people(self) -> tuple[str, ...]:
        """The names of persons in the salutation, honorifics left out."""
        return tuple(group.name for group in self.greeted if names_a_person(group))

    @cached_property
    def _tail(self) -> tuple[Span | None, int]:
        return _signature_and_end(self.lines, self.salutation)

    @property
    def signature(self) -> Span | None:
        """The name that the letter ends in."""
        return self._tail[0]

    @cached_property
    def text_start(self) -> int:
        """Where the letter proper starts, after the salutation."""
        return self.salutation.end if self.salutation else 0

    @property
    def text_end(self) -> int:
        """Where the letter proper ends, before closing and signature."""
        return self._tail[1]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences between salutation and closing."""
        spans: list[Span] = []
        for paragraph in _PARAGRAPH.finditer(self.plain, self.text_start, max(self.text_start, self.text_end)):
            spans += _sentences(paragraph.start(), paragraph[0].replace("\n", " "))
        return tuple(spans)


def _salutation(line: Span) -> Span | None:
    opening = GREETING.match(line.text)
    if opening:
        runs_on = _RUNS_ON.match(line.text, opening.end())
        end = runs_on.end() if runs_on else _address_end(line.text, opening.end())
        return Span(line.start, line.start + end, line.text[:end])
    bare = _BARE_ADDRESS.fullmatch(line.text)
    if bare and all(names_a_person(group) for group in name_groups(bare[1])) and signs_with_a_name(bare[1]):
        return line
    return None


def _address_end(text: str, start: int) -> int:
    """Return where the address that begins at `start` ends: at a colon, a dash, or the comma after its last name."""
    piece_ends = [match.start() for match in _ADDRESS_MARK.finditer(text, start)]
    end = start
    for position in piece_ends:
        piece = text[end:position].strip(" ,")
        if piece and not (len(piece.split()) <= 5 and (end == start or _continues_address(piece))):
            break
        end = position + 1
        if text[position] != ",":
            break
    else:
        rest = text[end:].strip(" ,")
        if len(rest.split()) <= 4 and (end == start or _continues_address(rest)):
            return len(text)
    if end > start:
        return end
    opening = GREETING.match(text)
    return opening.end() if opening else 0


def _continues_address(piece: str) -> bool:
    piece = without_greeting(piece)
    groups = name_groups(piece)
    return (
        bool(groups)
        and all(names_a_person(group) or group.is_collective for group in groups)
        and (signs_with_a_name(re.sub(r"^(?:and|&)\s+|\s(?:and|&)\s.*", "", piece)) or groups[0].is_collective)
    )


def _signature_and_end(lines: tuple[Span, ...], salutation: Span | None) -> tuple[Span | None, int]:
    """Return the name that a letter ends in, and where the letter proper ends, before the line of farewell."""
    lines = tuple(line for line in lines if salutation is None or line.end > salutation.end)
    lines = _before_postscript(lines)
    if not lines:
        return None, salutation.end if salutation else 0
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _MAX_TAIL_LINES), -1):
        line = lines[index]
        farewell, name = _split_closing(line.text)
        if not farewell:
            continue
        if name:
            at = line.end - len(name)
            return Span(at, line.end, name) if signs_with_a_name(name) else None, line.start
        return _name_among(lines[index + 1 :]), line.start
    return _signature_without_closing(lines)


def _before_postscript(lines: tuple[Span, ...]) -> tuple[Span, ...]:
    for index, line in enumerate(lines):
        if index and (_POSTSCRIPT.match(line.text) or _FOOTER.match(line.text)):
            return lines[:index]
    return lines


def _split_closing(line: str) -> tuple[str, str]:
    """Return the farewell that a short line is or begins with, and the name after it; else two empty strings."""
    head, comma, rest = line.partition(",")
    head_words = re.findall(r"[^\W\d_]+", head)
    if not head_words or len(head_words) > _MAX_CLOSING_WORDS:
        return "", ""
    if not all(word.casefold() in CLOSING_WORDS for word in head_words):
        return "", ""
    rest = rest.strip(" .!")
    if not rest or signs_with_a_name(rest):
        return head + comma, rest
    if all(word.casefold() in CLOSING_WORDS for word in re.findall(r"[^\W\d_]+", rest)):
        return line, ""
    return ("", "") if len(rest.split()) > 4 else (head + comma, rest)


def _name_among(lines: tuple[Span, ...]) -> Span | None:
    """Return the line after a closing that is a name; what follows it may be contact details."""
    for line in lines[:2]:
        name = without_particulars(line.text)
        if signs_with_a_name(name, after_closing=True):
            offset = line.text.find(name)
            return Span(line.start + offset, line.start + offset + len(name), name)
    return None


def _signature_without_closing(lines: tuple[Span, ...]) -> tuple[Span | None, int]:
    last = len(lines) - 1
    for index in range(last, max(-1, last - 3), -1):
        line = lines[index]
        name = without_particulars(line.text)
        if index and signs_with_a_name(name):
            offset = line.text.find(name)
            return Span(line.start + offset, line.start + offset + len(name), name), line.start
        if name and len(line.text.split()) > 4:
            break
    trailing = re.search(r"(?<=[.!?])\s+(?:[-–—]\s*)?(\S+(?: \S+){0,2})$", lines[last].text)
    if trailing and signs_with_a_name(trailing[1]):
        start = lines[last].start + trailing.start(1)
        return Span(start, lines[last].end, trailing[1]), start
    return None, lines[last].end


def _sentences(offset: int, text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = text[start : match.start()].rsplit(" ", 1)[-1].strip("(\"'").casefold()
        is_abbreviation = match[0] == "." and (
            before in _ABBREVIATIONS
            or re.fullmatch(r"[^\W\d_]", before) is not None
            or (before in ("a.m", "p.m") and text[match.end() :].lstrip()[:1].islower())
        )
        if is_abbreviation and before != "i":
            continue
        _add(spans, offset, text, start, match.end())
        start = match.end()
    _add(spans, offset, text, start, len(text))
    return spans


def _add(spans: list[Span], offset: int, text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip(" ,")
    if any(character.isalnum() for character in stripped):
        at = start + piece.find(stripped)
        spans.append(Span(offset + at, offset + at + len(stripped), stripped))
