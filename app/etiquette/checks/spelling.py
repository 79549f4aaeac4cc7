"""Words that are in no dictionary, except the names and terms of the application; and slips of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText, Speller
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.checks.slips import slips
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
    "runbook runbooks backlog sprint sprints inbox login etc approx "
)


@lru_cache(maxsize=1)
def english() -> EnglishSpeller:
    """Return the dictionary, loaded once (about 0.2 s)."""
    return EnglishSpeller()


def spelling(_letter: LetterText, read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return words that are likely to be misspelt, and slips."""
    speller = knowledge.speller or english()
    names = (knowledge.company, knowledge.signer, *knowledge.recipient_names, *knowledge.people)
    named = knowledge.words | _words_in(names)
    lost, unlisted = _stand_ins(read), _unlisted(read, speller, named | _words_in((knowledge.role, knowledge.noted)))
    if len(unlisted) > _MOST:
        return lost or [Finding(Check.SPELLING, Verdict.SKIPPED, "many words are not in the English dictionary")]
    findings = [*lost, *unlisted, *slips(read, english().count, named)]
    return findings or [Finding(Check.SPELLING, Verdict.PASS, "no misspelled words")]


def _words_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]+", folded(text)))


def _unlisted(read: ReadLetter, speller: Speller, ignored: frozenset[str]) -> list[Finding]:
    """Return the words that are in no dictionary, each where it stands first."""
    places: dict[str, list[re.Match[str]]] = {}
    for match in _WORD.finditer(read.plain, read.text_start, max(read.text_start, read.text_end)):
        word = match[0]
        is_passed_over = len(word) < 3 or folded(word) in ignored or _is_name(word, read.plain, match.start())
        if not is_passed_over and not speller.knows(word):
            places.setdefault(word.casefold(), []).append(match)
    return [_unlisted_word(matches, speller) for matches in places.values()]


def _unlisted_word(matches: list[re.Match[str]], speller: Speller) -> Finding:
    word = matches[0][0]
    suggestion = speller.suggests(word)
    times = f" ({len(matches)} times)" if len(matches) > 1 else ""
    message = f"{word}: {suggestion}?" if suggestion else f"{word}: is that spelled right?"
    return Finding(Check.SPELLING, Verdict.WARN, message + times, *matches[0].span())


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
