"""When two names are one company's: ETIQUETTE 3.6; what of others counts there: ETIQUETTE 2.14, ETIQUETTE 3.7.

Case, spaces and the legal form do not count.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from app.etiquette.frozen import dataclass, field
from app.etiquette.letter_kinds import Kind
from app.etiquette.text import folded

# fmt: off
_LEGAL_FORMS = frozenset({
    # English
    "inc", "incorporated", "llc", "ltd", "limited", "plc", "corp", "corporation", "co", "company", "llp", "lp",
    "pty", "pte", "pbc",
    # German, Dutch
    "ag", "gmbh", "mbh", "kg", "kgaa", "ohg", "ug", "gbr", "se", "ev", "eg", "bv", "nv", "vof",
    # French, Italian, Spanish, Portuguese
    "sa", "sas", "sasu", "sarl", "eurl", "snc", "spa", "srl", "srls", "sl", "slu", "sau", "lda", "ltda",
    # Nordic
    "ab", "as", "asa", "aps", "oy", "oyj", "hf", "ehf",
    # central and eastern European
    "spzoo", "sro", "doo", "dd", "kft", "zrt", "nyrt", "ooo", "oao",
    # Asian, as written in Latin letters
    "kk", "gk", "sdn", "bhd",
})
# fmt: on
_JOINING = frozenset({"", "&", "und", "and", "+"})


@dataclass(frozen=True, slots=True)
class EarlierLetter:
    """A letter that went to somebody: when, of what kind, and about which company."""

    at: datetime
    kind: Kind
    company: str


@dataclass(frozen=True, slots=True)
class Company:
    """What the rest of the pipeline means for one application."""

    last_status_mail: datetime | None = None
    """When a status mail last went to anybody at the same company, from another application."""
    letters_to: dict[str, EarlierLetter] = field(default_factory=dict)
    """Address (`addresses.address_key`) -> the letter of any kind that last went there, from another application."""
    offer_accepted: datetime | None = None
    """When an offer was accepted from another application, which asks to withdraw from this one."""


@lru_cache(maxsize=4096)
def company_key(name: str) -> str:
    """Return what all ways of writing one company share: `Acme` and `ACME GmbH & Co. KG` are the same."""
    words = [word.replace(".", "").strip(",;()") for word in folded(name).replace("sp. z o.o.", "spzoo").split()]
    kept = list(words)
    while len(kept) > 1 and (kept[-1] in _LEGAL_FORMS or kept[-1] in _JOINING):
        kept.pop()
    return "".join(kept) or "".join(words) or folded(name)
