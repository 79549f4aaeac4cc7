"""Company and role that stand in one column: "Tester FROM Northwind", "Northwind - Tester", "Re: Tester at Northwind".

How a column is split is told from all of its cells, as most of them agree; a cell that does not follow is left whole.
Knows no files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.exchange.sheets.column import Column
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import plain
from app.exchange.sheets.naming import OTHER, SUBJECT
from app.exchange.sheets.naming_both import is_company_first, names_both
from app.exchange.sheets.words.roles import COMPANY, ROLE, has_legal_form, is_role_word, may_be_role

_SAMPLE = 200
_AGREED, _TELLING = 0.6, 0.5
"""The share of cells that have to follow a way of writing, and of those whose one side has to look like a role."""
_NEARLY_ALL, _SHORT = 0.8, 100
_SOME = 0.3
"""The share of cells that are statuses, from which on a column is one of statuses."""
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
_JOINTS: tuple[tuple[re.Pattern[str], bool], ...] = (
    (re.compile(r"\s+FROM\s+"), True),
    (re.compile(r"\s+(?:at|@|bei|chez|presso|bij|hos|from|with)\s+(?:der |dem |the )?|\s*@\s*", re.IGNORECASE), True),
    (re.compile(r"\s+(?:en|em|in|na|no|w|ve|u|på|nel|nella|à|a)\s+"), True),
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


@dataclass(frozen=True, slots=True)
class Split:
    """How the cells of a column are parted."""

    index: int
    halves: Callable[[str], Halves | None]


def split_of(columns: Sequence[Column], cells: Callable[[int], Iterable[str]]) -> Split | None:
    """Return how a column is to be parted into company and role, None where each has a column of its own.

    Args:
        cells: the cells of the column with an index.
    """
    named = {column.field: column for column in columns if column.holding.filled}
    both = next((column for column in columns if names_both(column.header)), None)
    if both is not None and ("role" not in named or "company" not in named or both in named.values()):
        ways = _by_rules(is_company_first(both.header))
        return _agreed(both.index, cells, ways, least=0.3) or _agreed(both.index, cells, _ways(), least=_AGREED)
    if "role" in named and "company" in named:
        return None
    if "company" in named or "role" in named:
        column = named["company"] if "company" in named else named["role"]
        ways = _ways()
        several: list[list[Callable[[str], Halves | None]]] = [
            ways,
            [_by_any_way(ways, cells(column.index))],
            [_run_together] if "company" in named else [],
        ]
        return next((split for some in several if (split := _agreed(column.index, cells, some, least=_AGREED))), None)
    for column in columns:
        if _may_hold_both(column):
            ways = _ways()
            split = _agreed(column.index, cells, [*ways, _by_any_way(ways, cells(column.index))], least=_AGREED)
            if split is not None:
                return split
    return None


def _may_hold_both(column: Column) -> bool:
    """Whether a column that is neither the company nor the role may hold both: "Application", and what is no status."""
    holding = column.holding
    is_free = column.field in (OTHER, SUBJECT) or (column.field == "status" and holding.status < _SOME)
    return is_free and holding.url < _TELLING and holding.day < _TELLING


def are_roles_at_companies(cells: Iterable[str]) -> bool:
    """Return whether nearly every line is a role, "at" and a company: a list of applications without any columns."""
    lines = [cell.strip() for cell in cells if cell.strip()][:_SAMPLE]
    halves = [parted for line in lines if (parted := _at_joint(line)) is not None and len(line) < _SHORT]
    return (
        len(halves) >= len(lines) * _NEARLY_ALL
        and sum(1 for one in halves if ROLE.search(plain(one.role))) >= len(lines) * _NEARLY_ALL
    )


def role_in_subject(subject: str, company: str) -> str:
    """Return the role that the subject of a mail names, "" when it names none."""
    text = _LED.sub("", _REPLIED.sub("", subject[:_LONGEST].strip()), count=1).strip()
    if company:
        at = text.casefold().rfind(company.casefold())
        if at > 0:
            return text[:at].rstrip(" -–—|:,@(").removesuffix(" at").removesuffix(" with").removesuffix(" bei").strip()
    for joint, _ in _JOINTS[:2]:
        parts = joint.split(text, maxsplit=1)
        if len(parts) == 2 and parts[0] and ROLE.search(plain(parts[0])):
            return parts[0].strip()
    return text if ROLE.search(plain(text)) and text != subject.strip() else ""


def _agreed(
    index: int, cells: Callable[[int], Iterable[str]], ways: Sequence[Callable[[str], Halves | None]], least: float
) -> Split | None:
    filled = [cell.strip() for cell in cells(index) if cell.strip()][:_SAMPLE]
    for way in ways:
        halves = [parted for cell in filled if (parted := way(cell)) is not None]
        if filled and len(halves) >= max(len(filled) * least, 1) and _tells_roles(halves, way):
            return Split(index, _or_at_joint(way))
    return None


def _or_at_joint(way: Callable[[str], Halves | None]) -> Callable[[str], Halves | None]:
    """The way of most cells, and for one that does not follow it another where that is clear: first a role, "at" and a
    company, then what stands between the two in other cells."""
    others = [_at_joint, *_by_rules(getattr(way, "company_first", True))]

    def parted(cell: str) -> Halves | None:
        halves = way(cell)
        return halves or next((clear for other in others if _is_clear(clear := other(cell))), None)

    return parted


def _tells_roles(halves: Sequence[Halves], way: Callable[[str], Halves | None]) -> bool:
    """Whether what would be roles looks like roles, more than what would be companies does."""
    if getattr(way, "is_said", False):
        return True
    roles = sum(1 for one in halves if may_be_role(plain(one.role)))
    companies = sum(1 for one in halves if may_be_role(plain(one.company)) and not _looks_like_company(one.company))
    return roles >= len(halves) * _TELLING and roles > companies


def _looks_like_company(name: str) -> bool:
    return has_legal_form(name) or COMPANY.search(plain(name)) is not None


def _ways() -> list[Callable[[str], Halves | None]]:
    return [_at_joint, *_by_rules(True, is_said=False), *_by_rules(False, is_said=False), _in_brackets]


def _by_any_way(ways: Sequence[Callable[[str], Halves | None]], cells: Iterable[str]) -> Callable[[str], Halves | None]:
    """One way made of several, for cells that were written now like this and now like that.

    A cell is parted by the first way that leaves a role on the one side and none on the other; where none does, by the
    first whose order of the two is that of most other cells.
    """
    followed = Counter(
        getattr(way, "company_first", False)
        for cell in list(cells)[:_SAMPLE]
        if (way := next((way for way in ways if _is_clear(way(cell))), None)) is not None
    )
    likely = [way for way in ways if getattr(way, "company_first", False) is (followed[True] >= followed[False])]

    def parted(cell: str) -> Halves | None:
        clear = next((halves for way in ways if _is_clear(halves := way(cell))), None)
        return clear or _at_joint(cell) or next((halves for way in likely if (halves := way(cell)) is not None), None)

    return parted


def _is_clear(halves: Halves | None) -> bool:
    return halves is not None and bool(ROLE.search(plain(halves.role))) and not ROLE.search(plain(halves.company))


def _at_joint(cell: str) -> Halves | None:
    """Tester at Northwind."""
    text, day = _undated(_REPLIED.sub("", cell[:_LONGEST]))
    text = _LED.sub("", text, count=1)
    for joint, _ in _JOINTS:
        parts = joint.split(text)
        if len(parts) < 2:
            continue
        role, company = joint.split(text, maxsplit=1) if len(parts) == 2 else (text, "")
        if not company:
            last = list(joint.finditer(text))[-1]
            role, company = text[: last.start()], text[last.end() :]
        if role.strip() and company.strip() and (joint is not _JOINTS[-1][0] or ROLE.search(plain(role))):
            return Halves(company.strip(" ,-"), role.strip(" ,-"), day)
    return None


def _by_rules(company_first: bool, *, is_said: bool = True) -> list[Callable[[str], Halves | None]]:
    """One way for each thing that may stand between the two; `is_said`: the header tells the order."""
    return [_RuleWay(rule, company_first, is_said) for rule in _RULES if is_said or rule != "/"]


@dataclass(frozen=True, slots=True)
class _RuleWay:
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


def _in_brackets(cell: str) -> Halves | None:
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


def _run_together(cell: str) -> Halves | None:
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
