"""Every language that is read, and which of them a text is in."""

from __future__ import annotations

from app.exchange.meanings.phrases import Language
from app.exchange.meanings.phrases.dutch import DUTCH
from app.exchange.meanings.phrases.english import ENGLISH
from app.exchange.meanings.phrases.german import GERMAN
from app.exchange.meanings.phrases.romance import FRENCH, ITALIAN, PORTUGUESE, SPANISH

LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, DUTCH, ITALIAN)
_SHARE = 0.6
"""A language with this share of the likeliest one's small words is read as well."""


def languages_of(text: str) -> list[Language]:
    """Return the languages that a text in plain form may be in, the likeliest first; English when nothing tells."""
    words = text.split()
    counts = {language.code: sum(word in language.words for word in words) for language in LANGUAGES}
    most = max(counts.values())
    likely = [language for language in LANGUAGES if counts[language.code] and counts[language.code] >= _SHARE * most]
    return sorted(likely, key=lambda language: -counts[language.code]) or [ENGLISH]
