"""One cell that holds a company and a role, parted: "Tester FROM Northwind", "Northwind - Tester", "Contoso (Tester)".

A way parts a cell, or returns None where the cell is not written so. Knows no columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import plain
from app.exchange.sheets.words.roles import ROLE, is_role_word

_LONGEST = 200
_REPLIED = re.compile(r"^(?:(?:re|aw|fw|fwd|wg|sv|vs|tr|rif|antw|odp|回复|回覆|答复|转发)\s*[:：]\s*)+", re.IGNORECASE)
_LED = re.compile(
    r"^(?:your |my |the )?(?:application|bewerbung|candidature|candidatura|postulación|sollicitatie|ansökan|interview"
    r"|thank you for (?:applying|your application|your interest)|update on your application|job posting|posting|applied"
    r"|update|status|entretien|entrevista|vorstellungsgespräch|colloquio)"
    r"(?: (?:received|confirmation|update|status|invitation|sent))?"
    r"(?:\s*[:\-–—|]\s*|\s+(?:for|to|as|als|für|pour|para|per|voor|som|till|on)\s+(?:the |die |den |der |le |la |el )?"
    r"(?:position (?:of |as )?|role (?:of |as )?|job (?:of |as )?|stelle (?:als )?|poste de |puesto de )?)",
    re.IGNORECASE,
)
_DATED = re.compile(r"^[^\W\d]{0,20}\s*[(\[](?P<day>[^()\[\]]{4,30})[)\]]\s*[:\-–—]?\s*")
_JOINTS = (
    re.compile(r"\s+FROM\s+"),
    re.compile(r"\s+(?:at|@|bei|chez|presso|bij|hos|from|with)\s+(?:der |dem |the )?|\s*@\s*", re.IGNORECASE),
    re.compile(r"\s+(?:en|em|in|na|no|w|ve|u|på|nel|nella|à|a)\s+"),
)
"""What stands between a role and the company behind it; the last are small words that need a role before them."""
_RULES = (
    " - ",
    " – ",
    " — ",
    " | ",
    " / ",
    " // ",
    " :: ",
    ": ",
    " · ",
    " • ",
    " > ",
    "; ",
    ", ",
    " -- ",
    "：",
    "｜",
    "/",
)


@dataclass(frozen=True, slots=True)
class Halves:
    """A cell, parted."""

    company: str
    role: str
    day: str = ""
    """A day that stood before both, as it is written."""


Way: TypeAlias = "Callable[[str], Halves | None]"


def role_in_subject(subject: str, company: str) -> str:
    """Return the role that the subject of a mail names, "" when it names none."""
    text = _LED.sub("", _REPLIED.sub("", subject[:_LONGEST].strip()), count=1).strip()
    if company:
        named = list(re.finditer(re.escape(company), text, re.IGNORECASE))
        if named and named[-1].start() > 0:
            return (
                text[: named[-1].start()]
                .rstrip(" -–—|:,@(")
                .removesuffix(" at")
                .removesuffix(" with")
                .removesuffix(" bei")
                .strip()
            )
    for joint in _JOINTS[:2]:
        parts = joint.split(text, maxsplit=1)
        if len(parts) == 2 and parts[0] and ROLE.search(plain(parts[0])):
            return parts[0].strip()
    return text if ROLE.search(plain(text)) and text != subject.strip() else ""


def is_clear(halves: Halves | None) -> bool:
    """Return whether a cell was parted into what is surely a role, and what is none."""
    return halves is not None and bool(ROLE.search(plain(halves.role))) and not ROLE.search(plain(halves.company))


def at_joint(cell: str) -> Halves | None:
    """Tester at Northwind."""
    text, day = _undated(_REPLIED.sub("", cell[:_LONGEST]))
    text = _LED.sub("", text, count=1)
    for joint in _JOINTS:
        matches = list(joint.finditer(text))
        if not matches:
            continue
        role, company = text[: matches[-1].start()], text[matches[-1].end() :]
        if role.strip() and company.strip() and (joint is not _JOINTS[-1] or ROLE.search(plain(role))):
            return Halves(company.strip(" ,-"), role.strip(" ,-"), day)
    return None


def by_rules(company_first: bool, *, is_said: bool = True) -> list[Way]:
    """One way for each thing that may stand between the two; `is_said`: the header tells the order."""
    return [RuleWay(rule, company_first, is_said) for rule in _RULES if is_said or rule != "/"]


@dataclass(frozen=True, slots=True)
class RuleWay:
    """Northwind - Tester, Tester | Northwind."""

    rule: str
    company_first: bool
    is_said: bool

    def __call__(self, cell: str) -> Halves | None:
        text, day = _undated(cell[:_LONGEST])
        before, rule, behind = (
            text.partition(self.rule) if self.company_first or self.rule == ", " else text.rpartition(self.rule)
        )
        if not rule or not before.strip() or not behind.strip():
            return None
        company, role = (before, behind) if self.company_first else (behind, before)
        return Halves(company.strip(), role.strip(), day)


_BRACKETED = re.compile(r"^(?P<before>[^()]{2,120}?)\s*[(（](?P<inside>[^()]{2,120})[)）]$")


def in_brackets(cell: str) -> Halves | None:
    """Return the halves of Tester (Northwind) or Northwind (Tester)."""
    match = _BRACKETED.match(cell[:_LONGEST])
    if match is None:
        return None
    before, inside = match["before"].strip(), match["inside"].strip()
    if ROLE.search(plain(inside)):
        return Halves(before, inside)
    return Halves(inside, before) if ROLE.search(plain(before)) and not _is_aside(inside) else None


def _is_aside(words: str) -> bool:
    """(m/w/d), (Remote), (all genders)."""
    return (
        re.search(r"^[mwfdhxn/ |*-]+$|remote|hybrid|gender|h/f|contract|intern|full|part", words, re.IGNORECASE)
        is not None
    )


def run_together(cell: str) -> Halves | None:
    """Northwind Senior Engineer: the words of roles that reach to the end, without the first word of all."""
    words = cell[:_LONGEST].split()
    start = len(words)
    while start > 1 and is_role_word(words[start - 1]):
        start -= 1
    role = " ".join(words[start:])
    return Halves(" ".join(words[:start]), role) if role and ROLE.search(plain(role)) else None


def _undated(text: str) -> tuple[str, str]:
    match = _DATED.match(text)
    if match and looks_like_day(match["day"]):
        return text[match.end() :].strip(), match["day"]
    return text.strip(), ""
