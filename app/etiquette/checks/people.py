"""Who is greeted, and who signs."""

from __future__ import annotations

import re

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.name_shapes import GREETING, PARTICLES
from app.etiquette.checks.quoting import quoted
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.text import folded

_SECOND_GREETING = (
    r"(?<=[^\W\d_])(?:Dear|Hello|Hi|Hey)\b(?!-)"
    r"|(?<!, )(?<!; )(?<!/ )(?<!& )(?<!\band )\b(?:Dear|Hello|Hi|Hey)(?= [^\W\d_])"
)
"""A greeting stuck to a word, or before another one; not that of a second reader ("and Dear Omar"), nor the last name
of somebody called Dear. Where the letter opens with it, it is the first one."""


_OFFICE = re.compile(r"\bhiring (?:manager|team)\b", re.IGNORECASE)
"""Whom a letter can be addressed to as long as nobody is known (ETIQUETTE 5.1)."""


def greeting(letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return whether the salutation names the reader, and the right one (ETIQUETTE 5.1)."""
    salutation = read.salutation
    if salutation is None:
        return [Finding(Check.GREETING, Verdict.FAIL, "Begin by greeting the reader by name.", 0, 0)]
    start, end = salutation.start, salutation.end
    slip = _slip(salutation, knowledge)
    if slip is not None:
        return [Finding(Check.GREETING, Verdict.FAIL, f"“{slip.text}” is misspelled.", slip.start, slip.end)]
    stray = _stray(salutation, knowledge)
    if stray is not None:
        message = f"“{stray.text}” doesn't belong in the greeting. Take out what's too much."
        return [Finding(Check.GREETING, Verdict.FAIL, message, stray.start, stray.end)]
    if not read.greeted_people and knowledge.is_nobody_known and _OFFICE.search(salutation.text):
        message = f"Nobody's name is known here. {quoted(salutation.text.rstrip(',:'))} will do if you can't find one."
        return [Finding(Check.GREETING, Verdict.WARN, message, start, end)]
    if not read.greeted_people:
        message = "Greet the reader by name; find out who that is, if you can."
        return [Finding(Check.GREETING, Verdict.FAIL, message, start, end)]
    names = knowledge.recipient_names
    missing = [name for name in names if not _is_named(name, salutation.text)]
    wants_all = DEMANDS[letter.kind].names_all
    if names and (missing if wants_all else len(missing) == len(names)):
        return [
            Finding(Check.GREETING, Verdict.FAIL, f"It goes to {', '.join(missing)}: greet them by name.", start, end)
        ]
    return [Finding(Check.GREETING, Verdict.PASS, f"greets {' and '.join(read.greeted_people)}", start, end)]


def _slip(salutation: Span, knowledge: Knowledge) -> Span | None:
    """Return a greeting word with a letter too many or two swapped ("TDear", "Daer"); None if it is their name."""
    match = re.match(r"[^\W\d_]+", salutation.text)
    if match is None or any(folded(match[0]) in folded(name).split() for name in knowledge.recipient_names):
        return None
    word = match[0].lower()
    for greeting_word in ("dear", "hello", "hi"):
        shorter = {word[:i] + word[i + 1 :] for i in range(len(word))}
        swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
        is_longer = greeting_word in shorter and (len(greeting_word) > 2 or not match[0].istitle())
        if word != greeting_word and (is_longer or (len(word) > 3 and greeting_word in swapped)):
            return salutation.of(match)
    return None


def _stray(salutation: Span, knowledge: Knowledge) -> Span | None:
    """Return what shows that something else was typed into a greeting: a second greeting ("Hi Dear Dana"), or a word
    that is stuck to a greeting or to their name ("WORDSDear", "DanaWords"); None if it is their name."""
    opening = GREETING.match(salutation.text)
    names = {part for name in knowledge.recipient_names for part in name.split()}
    glued = "|".join(re.escape(name) for name in names if len(name) > 1 and name[0].isupper())
    patterns = [_SECOND_GREETING, *([rf"(?<=[^\W\d_])(?:{glued})\b|\b(?:{glued})(?=[A-Z])"] if glued else [])]
    for pattern in patterns:
        for match in re.finditer(pattern, salutation.text):
            is_opening = opening is not None and match.start() == opening.start()
            word = next(word for word in re.finditer(r"[\w'’.-]+", salutation.text) if match.start() < word.end())
            if not is_opening and word[0].strip(".") not in names:
                return salutation.of(word)
    return None


def _is_named(name: str, salutation: str) -> bool:
    """Return whether a salutation holds one of a name's own parts."""
    words = set(folded(salutation).replace(",", " ").replace(":", " ").split())
    parts = [part for part in folded(name).split() if part not in PARTICLES]
    return any(part in words or part.rstrip(".") in words for part in parts)


def signature(_letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return whether the letter ends in a name: the user's, if it is known."""
    name = read.signature
    end = len(read.body)
    if name is None:
        return [Finding(Check.SIGNATURE, Verdict.FAIL, "Sign it with your name.", max(0, end - 1), end)]
    if knowledge.signer and not _is_named(knowledge.signer, name.text):
        message = f"It's signed {name.text}, but your name is {knowledge.signer}."
        return [Finding(Check.SIGNATURE, Verdict.FAIL, message, name.start, name.end)]
    return [Finding(Check.SIGNATURE, Verdict.PASS, f"signed {name.text}", name.start, name.end)]
