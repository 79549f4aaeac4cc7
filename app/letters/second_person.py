"""Who is spoken to: a note about somebody turned to them. "Omar showed his rig" becomes "you showed your rig"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.etiquette.records import Person
from app.letters.verbs import with_you

_OBJECT_FOLLOWS = re.compile(
    r"\s*(?:$|[,.;]|(?:about|to|for|with|on|in|at|from|how|what|why|when|where|whether|if|and|that|after|before|by)\b)"
)
_CALLS = re.compile(r"\b(?:call|calls|called|nicknamed?|considers?|considered)\s+$", re.IGNORECASE)
"""Before somebody and what they are taken for: the kids call her Miss K."""
_SAID = r"(?:said|says|mentioned|told me|explained|pointed out)\s+that"
_ADVERB = r"(?:(?:also|always|never|often|still|only|just|even|once|now|then|\w+ly)\s+)?"
_IS = r"(?:\w+ing\s+(?:a|an|the|to|on|for|in)|a|an|the|not|on|in|at|from|with|now|still)\b"
"""What follows "Dana's" where it stands for "Dana is"."""
_SOMEBODY = re.compile(
    r"\b(?:colleague|manager|boss|director|assistant|wife|husband|mother|father|sister|brother|daughter|son|friend"
    r"|teacher|professor|nurse|doctor|woman|man|founder|owner|chief|deputy|foreman|predecessor|candidate|patient"
    r"|customer|client|student|child|kid|apprentice|intern|parent|neighbor|neighbour|pilot|driver|cook|chef|ceo|cto)\b",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:people|children|women|men|staff|[a-z]{3,}(?<![su])s)\b")
_PAIRS = {"him": "you", "his": "your", "their": "your", "theirs": "yours", "them": "you", "themselves": "yourselves",
          "himself": "yourself", "herself": "yourself", "hers": "yours", "they": "you", "they're": "you're",
          "they've": "you've", "they'd": "you'd", "they'll": "you'll"}  # fmt: skip


def said_to(text: str, reader: Person | None, met: Sequence[Person], *, is_theirs: bool) -> tuple[str, str]:
    """Return a note said to the reader, and what is in doubt, one sentence or ""."""
    names = _names(reader)
    text = _without_speaker(text, names)
    others = [name for person in met if person != reader for name in _names(person)]
    text = _name_as_you(text, names, others)
    has_others = bool(_SOMEBODY.search(text)) or any(_named(name).search(text) for name in others)
    text, doubt = _he_and_she(text, is_certain=(is_theirs or len(met) < 2) and not has_others)
    text, doubtful_they = _they(text)
    return text, doubt or doubtful_they


def _names(person: Person | None) -> list[str]:
    """Return the ways in which a note may name a person, the longest first."""
    if person is None:
        return []
    titles = (person.honorific, "Dr.", "Dr", "Ms.", "Mr.", "Mrs.", "Prof.", "Professor") if person.family else ()
    called = (person.family, person.name, person.given)
    titled = {f"{title} {name}" for title in titles if title for name in called if name}
    ways = {person.name, person.given, person.family, *titled} - {""}
    return sorted((way for way in ways if "@" not in way), key=len, reverse=True)


def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?![\w-])", re.IGNORECASE if len(name) > 4 else 0)


def _without_speaker(text: str, names: list[str]) -> str:
    """Return the text without "Dana:", "Dana said that" or "you said that" before it."""
    who = "|".join([*map(re.escape, names), "you", "she", "he", "they"])
    return re.sub(rf"^(?:{who})\s*(?:[:–—]|-(?=\s)|{_SAID}\b)[\s,:]*(?=\S)", "", text, flags=re.IGNORECASE)


def _name_as_you(text: str, names: list[str], others: Sequence[str]) -> str:
    for name in names:
        if name in others:
            continue
        pattern = _named(name).pattern
        flags = re.IGNORECASE if len(name) > 4 else 0
        text = re.sub(rf"{pattern}['’]s(?=\s+{_IS})", "you are", text, flags=flags)
        text = re.sub(rf"{pattern}['’]s?(?!\w)", "your", text, flags=flags)
        text = re.sub(rf"{pattern}(\s+{_ADVERB})([\w'’]+)", _subject, text, flags=flags)
        text = re.sub(pattern, "you", text, flags=flags)
    return text


def _subject(match: re.Match[str]) -> str:
    """Return "you" before the form of the verb that goes with it."""
    return f"you{match[1]}{with_you(match[2].replace('’', chr(39)))}"


def _he_and_she(text: str, *, is_certain: bool) -> tuple[str, str]:
    match = re.search(r"\b(?:he|she|him|his|her|hers|himself|herself)\b(?!-)", text, re.IGNORECASE)
    if match is None:
        return text, ""
    if not is_certain or re.search(r"\b(?:he|she)['’]s\b", text, re.IGNORECASE):
        return text, f"Who is “{match[0].lower()}”? Write “you”, or a name."
    text = re.sub(rf"\b(?:he|she)\b(\s+{_ADVERB})([\w'’]+)", _subject, text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:he|she)\b", "you", text, flags=re.IGNORECASE)
    text = re.sub(r"\bher\b", lambda her: _her(text, her), text, flags=re.IGNORECASE)
    return _in_pairs(text, r"\b(?:him|his|hers|himself|herself)\b"), ""


def _her(text: str, her: re.Match[str]) -> str:
    is_object = _OBJECT_FOLLOWS.match(text[her.end() :]) or _CALLS.search(text[: her.start()])
    return "you" if is_object else "your"


def _they(text: str) -> tuple[str, str]:
    """Return the text with "they" as "you", unless there are others whom it may mean."""
    match = re.search(r"\b(?:they|them|their|theirs|themselves)\b", text, re.IGNORECASE)
    if match is None:
        return text, ""
    if _MANY.search(text[: match.start()].lower()):
        return text, f"Who is “{match[0].lower()}”? Write “you” or “your”, or say who."
    return _in_pairs(text, r"\bthey['’](?:re|ve|d|ll)\b|\b(?:they|them|their|theirs|themselves)\b"), ""


def _in_pairs(text: str, pattern: str) -> str:
    return re.sub(pattern, lambda match: _PAIRS[match[0].lower().replace("’", "'")], text, flags=re.IGNORECASE)
