"""What a column's cells look like: days, links, flags, statuses, names. Knows no names of columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.exchange.sheets.day_cells import is_serial, looks_dated
from app.exchange.sheets.status_words import meaning_of, plain

SAMPLE = 400
"""Rows that a column is judged by."""
_ROLE_WORDS = re.compile(
    r"\b(engineer(ing)?|developer|manager|analyst|designer|scientist|intern(ship)?|director|consultant|architect|assistant|associate"
    r"|specialist|coordinator|administrator|officer|technician|teacher|nurse|researcher|accountant|programmer|swe|sde|devops|qa"
    r"|entwickler(in)?|ingenieur(in)?|leiter(in)?|berater(in)?|kaufmann|kauffrau|werkstudent(in)?|praktik\w+|sachbearbeiter(in)?"
    r"|developpeu\w+|ingenieure?|chef de projet|charge|stagiaire|alternan\w+|technicien\w*"
    r"|desarrollador\w*|ingeniero|ingeniera|analista|gerente|becario|practicante"
    r"|full ?stack|front ?end|back ?end|software|data|senior|junior|lead)\b"
    r"|工程师|开发|经理|设计师|分析师|实习|产品|运营|算法|前端|后端|测试|エンジニア"
)
_YES = "true yes y x 1 ✓ ✔ ✅ ☑ ja oui si sí wahr vrai 是 done checked"
_NO = "false no n 0 nein non falsch faux 否 - ✗ ❌ ☐ unchecked"
_TRUE, _FALSE = frozenset(_YES.split()), frozenset(_NO.split())
_URL = re.compile(
    r"^(https?://|www\.)\S+$|^[\w-]+(\.[\w-]+)*\.(com|org|net|io|de|fr|es|cn|co|jobs)/\S*$", re.IGNORECASE
)
_MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.\w+$")


@dataclass(slots=True)
class Look:
    """What a column's cells look like."""

    filled: int = 0
    dates: int = 0
    flags: int = 0
    urls: int = 0
    mails: int = 0
    statuses: int = 0
    roles: int = 0
    numbers: int = 0
    length: float = 0.0
    values: Counter[str] = field(default_factory=Counter)

    def share(self, count: int) -> float:
        """Return what part of the filled cells that is."""
        return count / self.filled if self.filled else 0.0


def is_true(cell: str) -> bool:
    """Return whether a cell says yes."""
    return cell.strip().casefold() in _TRUE


def is_flag(cell: str) -> bool:
    """Return whether a cell says yes or no and nothing else."""
    return cell.strip().casefold() in _TRUE | _FALSE


def look_at(index: int, rows: Sequence[Sequence[str]]) -> Look:
    look = Look()
    for cells in rows[:SAMPLE]:
        cell = cells[index].strip() if index < len(cells) else ""
        if not cell:
            continue
        look.filled += 1
        look.values[cell.casefold()] += 1
        look.length += len(cell)
        speaks = len(cell) <= 60 and _speaks_of_status(cell)
        look.statuses += speaks
        look.dates += looks_dated(cell) and not speaks
        look.flags += is_flag(cell)
        look.urls += bool(_URL.match(cell))
        look.mails += bool(_MAIL.match(cell))
        look.numbers += cell.replace(".", "", 1).isdigit() or cell[0] in "[{"
        look.roles += bool(_ROLE_WORDS.search(plain(cell)))
    return look


def _speaks_of_status(cell: str) -> bool:
    meaning = meaning_of(cell)
    return meaning.is_sure and not is_flag(cell)


LIKELY = {True: 0.5, False: 0.9}
"""How much a column has to look like statuses to be taken for them: without any names, and with names that say else."""


def status_likeness(look: Look, variety: float) -> float:
    """Return how much a column looks like statuses: known words, and few different ones for the rows there are."""
    few = len(look.values) <= max(3, look.filled * variety)
    return look.share(look.statuses) * (1 - look.share(look.roles)) if few else 0.0


def is_name_like(look: Look) -> bool:
    """Return whether cells could be names of companies or roles: short text, no numbers, days, links or flags."""
    odd = look.dates + look.numbers + look.urls + look.mails + look.flags
    return look.share(odd) < 0.4 and look.length / look.filled < 60 and not (len(look.values) == 1 and look.filled > 3)


def holds_serials(index: int, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a column's cells are days counted by a program."""
    cells = [cells[index] for cells in rows[:SAMPLE] if index < len(cells) and cells[index].strip()]
    return bool(cells) and sum(map(is_serial, cells)) >= 0.6 * len(cells)
