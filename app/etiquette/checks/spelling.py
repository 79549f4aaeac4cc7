"""Words that are in no dictionary, except the names and terms of the application."""

from __future__ import annotations

import re
from functools import lru_cache

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.checks.word_lists import words_of
from app.etiquette.text import folded

_WORD = re.compile(r"(?<![\w@./#:'-])[^\W\d_]+(?:'[^\W\d_]+)?(?![\w@/#]|\.\w|-\w)")
_STAND_IN = re.compile("[\ufffd\u2400-\u2426\u2e31]+")
"""What `clean()` puts in the place of characters that a terminal must not be sent."""
_MOST = 8
"""Findings at most: beyond that the text is in another language."""
_SUFFIXES = ("'s", "'ll", "'ve", "'re", "'d", "n't", "'m")


class EnglishSpeller:
    """pyspellchecker's English dictionary, loaded when first asked."""

    def __init__(self) -> None:
        from spellchecker import SpellChecker

        self._words = SpellChecker(distance=1)
        self._counts = self._words.word_frequency.dictionary

    def knows(self, word: str) -> bool:
        """Return whether the word, in any case, is spelt right."""
        plain = word.casefold()
        if plain in _OWN or self._words.known([plain]):
            return True
        bare = next((plain.removesuffix(suffix) for suffix in _SUFFIXES if plain.endswith(suffix)), plain)
        return bool(self._words.known([bare])) or self._is_british(bare) or self._is_compound(bare)

    def count(self, word: str) -> int:
        """Return how often a word in small letters occurs in the texts the dictionary was made of; 0: never."""
        return int(self._counts.get(word, 0))

    def suggests(self, word: str) -> str | None:
        """Return the likeliest right spelling."""
        correction: str | None = self._words.correction(word.casefold())
        return correction if correction != word.casefold() else None

    def _is_british(self, word: str) -> bool:
        american = re.sub(r"is(e[sdr]?|ing|ation|ations)$", r"iz\1", word).replace("our", "or")
        return american != word and bool(self._words.known([american]))

    def _is_compound(self, word: str) -> bool:
        """Return whether it is a known word with a prefix or an ending: rebuild, onboarding, mockups."""
        for prefix in ("re", "un", "pre", "non", "over", "under", "co", "post", "micro", "multi", "on"):
            if word.startswith(prefix) and len(word) > len(prefix) + 3 and self._words.known([word[len(prefix) :]]):
                return True
        endings = (
            ("s", ""),
            ("es", ""),
            ("ed", ""),
            ("ed", "e"),
            ("ing", ""),
            ("ing", "e"),
            ("er", ""),
            ("er", "e"),
            ("ly", ""),
        )
        return any(
            word.endswith(end) and len(word) > 5 and self._words.known([word.removesuffix(end) + new])
            for end, new in endings
        )


_OWN = words_of(
    "onboarding offboarding postmortem postmortems backend frontend fullstack dataset datasets roadmap "
    "roadmaps codebase workflow workflows email emails online website startup startups app apps api apis "
    "devops saas timeline timelines screenshot webinar hackathon refactor refactoring kubernetes uptime "
    "rollout rollouts walkthrough whiteboard scalability dashboards dashboard ui ux kpi kpis sql python "
    "stakeholders stakeholder deliverables touchpoint mentorship followup linkedin github zoom cv résumé "
    "resume i'd i'll i've i'm coworker coworkers teammate teammates upskill logistics microservices changelog "
    "runbook runbooks backlog sprint sprints inbox login "
)


@lru_cache(maxsize=1)
def english() -> EnglishSpeller:
    """Return the dictionary, loaded once (about 0.2 s)."""
    return EnglishSpeller()


def spelling(_letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return words that are likely to be misspelt."""
    speller = knowledge.speller or english()
    ignored = {
        part
        for text in (
            knowledge.company,
            knowledge.role,
            knowledge.signer,
            knowledge.noted,
            *knowledge.recipient_names,
            *knowledge.people,
        )
        for part in re.findall(r"[^\W\d_]+", folded(text))
    }
    tail = read.text_end
    findings = _stand_ins(read)
    for match in _WORD.finditer(read.plain, read.text_start, max(read.text_start, tail)):
        word = match[0]
        if (
            _is_name(word, read.plain, match.start())
            or folded(word) in knowledge.words
            or folded(word) in ignored
            or len(word) < 3
        ):
            continue
        if not speller.knows(word):
            suggestion = speller.suggests(word)
            message = f"{word}: {suggestion}?" if suggestion else f"{word}: is that spelled right?"
            findings.append(Finding(Check.SPELLING, Verdict.WARN, message, *match.span()))
    if len(findings) > _MOST:
        return _stand_ins(read) or [
            Finding(Check.SPELLING, Verdict.SKIPPED, "many words are not in the English dictionary")
        ]
    return findings or [Finding(Check.SPELLING, Verdict.PASS, "no misspelled words")]


def _stand_ins(read: ReadLetter) -> list[Finding]:
    """Return the first place where characters were lost or cannot be shown: what stands for them is sent as it is."""
    match = _STAND_IN.search(read.body)
    if match is None:
        return []
    message = "Characters were lost here or can't be shown. Type them again."
    return [Finding(Check.SPELLING, Verdict.FAIL, message, *match.span())]


def _is_name(word: str, text: str, start: int) -> bool:
    """Return whether a word is likely a name or a term: capitals within it, or one within a sentence."""
    if not word.isascii() or not word[1:].islower():
        return True
    before = text[:start].rstrip(" \n\"'(")
    return word[0].isupper() and bool(before) and before[-1] not in ".!?:-–—"
