"""Tells whether a page or a text is likely to be a posting, by the headings that postings have. Cautious with plain
text: a letter, a list, or a note is not one."""

from __future__ import annotations

import re

from app.etiquette.errors import ImportFileError
from app.etiquette.text import folded
from app.exchange.raw.decoding import decoded

_SAMPLE = 64 * 1024
_LEAST = 200
"""Characters that a posting has at least."""
_ENOUGH = 2
"""How many different signs a text has to show."""
_SIGNS = re.compile(
    r"responsibilit|requirement|qualification|what you(?:'|’)?ll (?:do|bring|need)|you(?:'|’| wi)ll"
    r"|about (?:the|this) role"
    r"|we(?:'|’)re looking for|we are looking for|we offer|benefits|how to apply|years of experience|equal opportunit"
    r"|your profile|job description|nice to have|aufgaben|anforderungen|dein profil|ihr profil|wir bieten|wir suchen"
    r"|deine aufgaben|missions|profil recherch|nous offrons|requisitos|ofrecemos|funciones|requisiti|offriamo"
    r"|仕事内容|応募資格|必須|歓迎|待遇|福利厚生|募集|勤務地|岗位职责|任职要求"
)


def looks_like_posting(data: bytes) -> bool:
    """Return whether bytes are a text with the headings of a posting."""
    try:
        text = decoded(data[:_SAMPLE]).text
    except ImportFileError:
        return False
    return len(text.strip()) >= _LEAST and len(set(_SIGNS.findall(folded(text)))) >= _ENOUGH


def shows_posting(page: bytes) -> bool:
    """Return whether a page states a posting for search engines, or has the headings of one."""
    return b"JobPosting" in page or looks_like_posting(page)
