"""What a posting's text says in lines of a label and a value: who and what, pay, place, the last day. None is sure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from app.etiquette.errors import UnreadableDateError
from app.etiquette.text import clean
from app.etiquette.time.plain_dates import understand_day
from app.exchange.contents import Advertised
from app.exchange.postings.addresses import page_address

_LABELS = {
    "company": r"company(?: name)?|employer|organi[sz]ation|arbeitgeber|unternehmen|entreprise|empresa",
    "role": r"job title|position(?: title)?|role|stelle|poste|puesto",
    "location": r"(?:job |work )?location|place of work|workplace|standort|arbeitsort|lieu(?: de travail)?|ubicación",
    "salary": r"(?:base )?(?:pay|salary)(?: range| rate)?|compensation|hourly (?:rate|pay)|wages?|gehalt|vergütung"
    r"|salaire|sueldo|salario",
    "closes": r"apply by|closing date|closes(?: on)?|(?:application )?deadline(?: to apply)?|applications close(?: on)?"
    r"|bewerbungs(?:frist|schluss)|date limite|fecha límite",
}
_NAMED = "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
_LINE = re.compile(rf"^[ \t*•·–-]*(?:{_NAMED})\**[ \t]*[:：][ \t*]*(?P<value>\S.*)$", re.IGNORECASE | re.MULTILINE)
_APPLY_BY = re.compile(r"\b(?:apply|applications? (?:close|due)) (?:by|on) (?P<day>[^.;\n]{6,40})", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d-\d\d-\d\d|.*?\b20\d\d\b")
_LINK = re.compile(r"^[ \t<]*(https?://[^\s<>]{4,1000})[ \t>]*$", re.MULTILINE)
_LONGEST = 120
_READ = 20_000
"""Characters of a posting in which labels are looked for."""


def with_labels(posting: Advertised) -> Advertised:
    """Return a posting with what its text's labels say, where nothing else said it."""
    text = posting.text[:_READ]
    said: dict[str, str] = {}
    for match in _LINE.finditer(text):
        name = next(label for label in _LABELS if match[label])
        said.setdefault(name, clean(match["value"]).strip(" *|")[:_LONGEST])
    link = _LINK.search(text)
    return replace(
        posting,
        company=posting.company or said.get("company", ""),
        role=posting.role or said.get("role", ""),
        location=posting.location or said.get("location", ""),
        salary=posting.salary or _with_number(said.get("salary", "")),
        closes=posting.closes or _day(said.get("closes", "")) or _day_in(text),
        address=posting.address or (page_address(link[1]) if link else ""),
    )


def _with_number(pay: str) -> str:
    return pay.removesuffix(".") if any(map(str.isdigit, pay)) else ""


def _day_in(text: str) -> date | None:
    match = _APPLY_BY.search(text)
    return _day(match["day"]) if match else None


def _day(words: str) -> date | None:
    """Return the day that words begin with; None for one without its year, or in numbers that can be read two ways."""
    match = _YEAR.match(words)
    if match is None or re.search(r"\d{1,2}[/.]\d{1,2}[/.]", match[0]):
        return None
    try:
        return understand_day(match[0], date(2000, 1, 1)).day
    except UnreadableDateError:
        return None
