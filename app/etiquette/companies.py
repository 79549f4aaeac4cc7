"""When two names are one company's: case, spaces and the legal form make no other company (ETIQUETTE 3.6)."""

from __future__ import annotations

from functools import lru_cache

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


@lru_cache(maxsize=4096)
def company_key(name: str) -> str:
    """Return what is the same for every way of writing one company: `Acme` and `ACME GmbH & Co. KG` are one."""
    words = [word.replace(".", "").strip(",;()") for word in folded(name).replace("sp. z o.o.", "spzoo").split()]
    kept = list(words)
    while len(kept) > 1 and (kept[-1] in _LEGAL_FORMS or kept[-1] in _JOINING):
        kept.pop()
    return "".join(kept) or "".join(words) or folded(name)
