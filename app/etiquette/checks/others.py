"""Names from other applications, misspelt names, and letters too much like those to the rest of a panel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reader import third_person
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.letter_kinds import THANKS
from app.etiquette.text import folded

TOO_ALIKE = 0.6
"""The share of three-word runs from which on two letters are called alike."""


def names(_letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return other companies and people of the pipeline that are named here, and our own names misspelt."""
    spoken_of = list(third_person(read, knowledge))
    if not (knowledge.company or knowledge.other_companies or knowledge.other_people):
        return spoken_of or [Finding(Check.NAMES, Verdict.SKIPPED, "no names to compare with")]
    own_names = [
        folded(name)
        for name in (knowledge.company, knowledge.role, knowledge.signer, *knowledge.recipient_names, *knowledge.people)
        if name
    ]
    findings = [
        Finding(Check.NAMES, Verdict.FAIL, f"{name} belongs to another application.", start, end)
        for name in (*knowledge.other_companies, *knowledge.other_people)
        if len(name) > 2 and not any(folded(name) in own_name for own_name in own_names)
        for start, end in _places(name, read.plain)
    ]
    findings += [*_misspelt(read, knowledge), *spoken_of]
    return findings or [Finding(Check.NAMES, Verdict.PASS, "no names from other companies")]


def _places(name: str, text: str) -> list[tuple[int, int]]:
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)"
    flags = 0 if " " not in name else re.IGNORECASE
    return [match.span() for match in re.finditer(pattern, text, flags)]


def _misspelt(read: ReadLetter, knowledge: Knowledge) -> Iterator[Finding]:
    """Yield words that differ from a company's or a reader's name by one letter."""
    long_names = [
        word for name in (knowledge.company, *knowledge.recipient_names) for word in name.split() if len(word) > 4
    ]
    folds = {folded(word) for word in long_names}
    for match in re.finditer(r"[^\W\d_][\w'’-]+", read.plain):
        word = match[0].removesuffix("'s")
        if not word[0].isupper() or folded(word) in folds:
            continue
        for name in long_names:
            if _one_apart(folded(word), folded(name)):
                message = f"{word} should be {name}, as you saved it."
                yield Finding(Check.NAMES, Verdict.FAIL, message, match.start(), match.start() + len(word))


def _one_apart(one: str, other: str) -> bool:
    """Return whether one letter was added, left out, changed, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:] and len(b) > 1)


def siblings(letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return the letters of the same panel that this one shares most of its words with."""
    if letter.kind not in THANKS:
        return []
    if not knowledge.siblings:
        return [Finding(Check.SIBLINGS, Verdict.SKIPPED, "no other letter to this panel is known")]
    own_runs = _runs(read.plain)
    alike = []
    for name, body in knowledge.siblings:
        their_runs = _runs(body)
        shared = len(own_runs & their_runs) / max(1, min(len(own_runs), len(their_runs)))
        if shared >= TOO_ALIKE:
            alike.append(f"{name} ({round(shared * 100)}%)")
    if alike:
        message = f"It shares most of its words with the letter to {', '.join(alike)}: tell each something different."
        return [Finding(Check.SIBLINGS, Verdict.WARN, message)]
    return [Finding(Check.SIBLINGS, Verdict.PASS, "different from your other letters to this panel")]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", folded(text))
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}
