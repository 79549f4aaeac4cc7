"""What a column's name says that it holds. Knows names alone, not what stands under them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from app.exchange.sheets.folding import is_unspaced, plain, plain_header
from app.exchange.sheets.spelling import Spellings
from app.exchange.sheets.words.headers import OTHER, PART_ENGLISH, WHOLE_ENGLISH
from app.exchange.sheets.words.headers_abroad import PART_ABROAD, WHOLE_ABROAD
from app.exchange.sheets.words.headers_unspaced import UNSPACED
from app.exchange.sheets.words.stages import PLANNED, STAGES, UNSPACED_STAGES

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Name:
    """A field that a header may stand for."""

    field: str
    """One of `SHEET_FIELDS`, or one of `header_words`' own; "stage_date" with `stage`."""
    weight: float
    """1: the header is just that name; less: it is part of it, or spelt like it."""
    language: str = ""
    stage: str = ""
    """The status that a column of its own speaks of: `interview`, `rejected`."""


@dataclass(frozen=True, slots=True)
class _Table:
    whole: dict[str, tuple[Name, ...]]
    part: dict[str, tuple[Name, ...]]
    spelt: Spellings


def names_of(header: str) -> tuple[Name, ...]:
    """Return what a header may stand for, the likeliest first; nothing when it says nothing that is known here."""
    return _names_of(header[: _LONGEST_NAME * 2])


@lru_cache(maxsize=5_000)
def _names_of(header: str) -> tuple[Name, ...]:
    bare = plain_header(header)
    if not bare or len(bare) > _LONGEST_NAME:
        return ()
    found: list[Name] = []
    if is_unspaced(header) or any("\uac00" <= letter <= "\ud7a3" for letter in header):
        found += _unspaced(bare.replace(" ", ""))
    table = _table()
    found += table.whole.get(bare, ())
    found += table.part.get(bare, ())
    if not found:
        found += _inside(bare, table) or _misspelt(bare, table)
    return tuple(sorted(found, key=lambda name: -name.weight))


def _inside(bare: str, table: _Table) -> list[Name]:
    """The longest known name in a longer header; of two, the last, which in most headers is what it is about."""
    tokens = bare.split()
    if len(tokens) > 10:
        return []
    for size in range(min(len(tokens), 5), 0, -1):
        for start in range(len(tokens) - size, -1, -1):
            found = table.part.get(" ".join(tokens[start : start + size]))
            if found is None:
                continue
            left = set(tokens) - set(tokens[start : start + size])
            weight = 0.55 + 0.35 * size / len(tokens)
            kept = [name for name in found if not (name.stage and left & PLANNED)]
            return [Name(name.field, weight, name.language, name.stage) for name in kept] or [Name(OTHER, weight)]
    return []


def _misspelt(bare: str, table: _Table) -> list[Name]:
    meant = table.spelt.meant_by(bare)
    if meant is None:
        return []
    return [Name(name.field, 0.7, name.language, name.stage) for name in table.part[meant]]


def _unspaced(bare: str) -> list[Name]:
    best, longest = [], 0
    for field, stage, names in _unspaced_names():
        for name in names:
            if name in bare and len(name) > longest:
                best, longest = [Name(field, 0.6 + 0.4 * len(name) / len(bare), "zh", stage)], len(name)
    return best


@cache
def _unspaced_names() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    fields = [(field, "", names) for field, names in UNSPACED.items()]
    stages = [("stage_date", stage, names) for stage, names in UNSPACED_STAGES.items()]
    return tuple(
        (field, stage, tuple(plain(name).replace(" ", "") for name in names.split("|")))
        for field, stage, names in [*fields, *stages]
    )


@cache
def _table() -> _Table:
    whole: dict[str, tuple[Name, ...]] = {}
    part: dict[str, tuple[Name, ...]] = {}
    for language, fields in {"en": WHOLE_ENGLISH, **WHOLE_ABROAD}.items():
        for field, names in fields.items():
            _add(whole, names, Name(field, 0.9, language))
    for language, fields in {"en": PART_ENGLISH, **PART_ABROAD}.items():
        for field, names in fields.items():
            _add(part, names, Name(field, 1.0, language))
    for stage, names in STAGES.items():
        _add(part, names, Name("stage_date", 0.95, "", stage))
    return _Table(whole, part, Spellings(part))


def _add(names: dict[str, tuple[Name, ...]], listed: str, name: Name) -> None:
    for one in listed.split("|"):
        bare = plain(one)
        if all(known.field != name.field for known in names.get(bare, ())):
            names[bare] = (*names.get(bare, ()), name)
