"""The reader spoken of as if somebody else read the letter: "Omar showed" or "his team" to Omar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.judging.word_classes import CLASS_OF
from app.etiquette.checks.knowledge import Knowledge
from app.etiquette.checks.name_shapes import HONORIFICS, PARTICLES
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.text import folded

_DID = (
    r"(?:showed|shared|said|told|mentioned|explained|described|asked|was|is|has|had|gave|made|took|walked|spoke|talked"
    r"|pointed|suggested|remarked|recommended|introduced|and (?:i|the|her|his|their|your)|who|whose)"
)
_PRONOUN = re.compile(
    r"\b(?:(?P<poss>[Hh]is|[Hh]er) "
    r"(?:team|department|company|group|office|colleagues|firm|lab|school|ward|shop|plan|point|idea)"
    r"|(?P<subject>[Hh]e|[Ss]he) "
    r"(?:said|told|mentioned|explained|described|showed|asked|gave|shared|pointed|suggested))\b"
)
_SOMEBODY = re.compile(
    r"\b(?:colleague|manager|boss|director|assistant|wife|husband|mother|father|sister|brother|daughter|son|friend"
    r"|recruiter|teacher|professor|tutor|nurse|doctor|woman|man|lady|girl|boy|founder|owner|chief|deputy|foreman"
    r"|grandmother|grandfather|nan|mum|mom|dad|aunt|uncle|he|she|who|somebody|someone|candidate|patient|customer|client)s?\b",
    re.IGNORECASE,
)


def third_person(read: ReadLetter, knowledge: Knowledge) -> Iterator[Finding]:
    """Yield the places where a letter to one person names them, or uses a pronoun that can mean nobody else."""
    readers = knowledge.recipient_names or read.greeted_people
    if len(readers) != 1:
        return
    other_words = {folded(word) for name in knowledge.people if name != readers[0] for word in name.split()}
    words = [word for word in readers[0].split() if _is_own(word) and folded(word) not in other_words]
    starts = set()
    for start, end in _of_name(words, read):
        name = read.body[start:end]
        starts.add(start)
        message = f"This goes to {readers[0]}: say “you” or “your” in place of “{name}”."
        yield Finding(Check.NAMES, Verdict.FAIL, message, start, end)
    if not starts:
        yield from _of_pronoun(readers[0], read)


def _is_own(word: str) -> bool:
    plain = folded(word).rstrip(".")
    return len(plain) > 1 and plain not in HONORIFICS and plain not in PARTICLES


def _of_name(words: list[str], read: ReadLetter) -> Iterator[tuple[int, int]]:
    if not words:
        return
    name = "(?:" + " ".join(map(re.escape, words)) + "|" + "|".join(map(re.escape, words)) + ")"
    pattern = re.compile(
        rf"(?<![\w,] )(?<![-\w'@.])(?:{name}'s\b|{name}(?= {_DID}\b))|(?<=\w )(?:{name}'s\b|{name}(?= {_DID}\b))"
    )
    for match in pattern.finditer(read.plain, read.text_start, max(read.text_start, read.text_end)):
        yield match.start(), match.end()


def _of_pronoun(name: str, read: ReadLetter) -> Iterator[Finding]:
    """Yield the first pronoun that can only stand for the reader, since the letter names nobody else."""
    before = ""
    for sentence in read.sentences:
        match = _PRONOUN.search(sentence.text)
        if match is not None:
            so_far = before + sentence.text[: match.start()]
            capitals = re.findall(r"(?<=[a-z,;:] )[A-Z][a-z]+", so_far)
            names = [word for word in capitals if CLASS_OF.get(word.lower()) != "date"]
            if not names and not _SOMEBODY.search(so_far):
                right = "your" if match["poss"] else "you"
                message = f"Who is “{match[0].split()[0]}”? This goes to {name}: if you mean them, say “{right}”."
                yield Finding(Check.NAMES, Verdict.WARN, message, *_range(sentence.start, match))
                return
        before += sentence.text + " "


def _range(offset: int, match: re.Match[str]) -> tuple[int, int]:
    return offset + match.start(), offset + match.end()
