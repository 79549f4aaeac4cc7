"""What the name of a column may mean over the cells that stand under it. Knows no other columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.naming import (
    ADDED,
    APPLIED_FLAG,
    DECIDED,
    LOGGED,
    OTHER,
    REFERENCE,
    SAVED_ON,
    UPDATED,
    Name,
)
from app.exchange.sheets.folding import plain_header

MOSTLY, PARTLY = 0.6, 0.3
"""Shares of a column's cells."""
_ALL, _FLAGS = 0.9, 3
_UNLIKE = 0.9
"""What a name weighs over cells of which few are like it: another column of that name may hold what it says."""


def fitted(name: Name, column: Column) -> list[Name]:
    """What a name may mean over such cells: the weight falls where they hold something else."""
    holding = column.holding
    if not holding.filled:
        return [name]
    fits = _FITS.get(name.field)
    return fits(name, column) if fits else [name]


def weighed(name: Name, factor: float) -> Name:
    """Return a name of so much more or less weight."""
    return replace(name, weight=name.weight * factor)


def _fit_text(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    odd = max(holding.url, holding.day, holding.email, holding.number, holding.flag if holding.distinct < 3 else 0.0)
    if name.field == "role" and holding.url < MOSTLY and holding.day < MOSTLY:
        odd = min(odd, 0.5)
    if name.field == "role" and plain_header(column.header) == "name":
        return [name] if holding.role >= PARTLY else [replace(name, field="contact", weight=0.6)]
    return [weighed(name, 0.3 if odd > MOSTLY else 1.0)]


def _fit_applied(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.day >= PARTLY or holding.number >= MOSTLY:
        return [name]
    if holding.flag >= MOSTLY:
        return [replace(name, field=APPLIED_FLAG)]
    if holding.status >= MOSTLY:
        return [replace(name, field="status", weight=name.weight * 0.8)]
    return [weighed(name, 0.6)]


def _fit_day(name: Name, column: Column) -> list[Name]:
    """A day that is none of the application; words in its place say what the day's column would be about."""
    holding = column.holding
    if holding.day >= PARTLY or (holding.number >= MOSTLY and name.field != DECIDED):
        return [name]
    if name.field == DECIDED and holding.status >= MOSTLY and holding.flag < PARTLY:
        return [replace(name, field="decision", weight=name.weight * 0.8)]
    return [replace(name, field=OTHER)]


def _fit_reference(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.url > MOSTLY:
        return [replace(name, field="url", weight=name.weight * 0.7), replace(name, field=OTHER, weight=0.4)]
    odd = max(holding.day * (holding.tag < PARTLY), holding.flag, holding.email, holding.long)
    return [name] if odd < MOSTLY or holding.number > MOSTLY else [replace(name, field=OTHER)]


def _fit_status(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.day > MOSTLY or holding.url > MOSTLY or holding.long > MOSTLY:
        return [weighed(name, 0.2)]
    if name.weight < 1 and holding.status < PARTLY:
        return [weighed(name, 0.5)]
    if holding.flag > _ALL and holding.distinct < _FLAGS and not holding.status:
        return [weighed(name, 0.6)]
    return [weighed(name, 1.0 if holding.status >= PARTLY else _UNLIKE)]


def _fit_decision(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    is_reply = name.weight < 1 and holding.flag >= PARTLY
    if is_reply or holding.status < PARTLY or holding.day > MOSTLY:
        return [Name(OTHER, name.weight * 0.9, name.language)]
    return [name]


def _fit_url(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.linked > PARTLY:
        return [name]
    if holding.url < 0.2 and holding.distinct < 2:
        return [Name(OTHER, name.weight, name.language)]
    if holding.url < 0.2:
        return [replace(name, field="source", weight=name.weight * 0.6)]
    return [weighed(name, 0.8 + 0.2 * holding.url)]


def _fit_source(name: Name, column: Column) -> list[Name]:
    if column.holding.url > MOSTLY:
        return [replace(name, field="url", weight=name.weight * 0.7), Name(OTHER, 0.4)]
    if column.holding.email > MOSTLY:
        return [replace(name, field="contact_email", weight=name.weight * 0.7), Name(OTHER, 0.4)]
    return [name]


def _fit_contact(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.email > MOSTLY:
        return [
            weighed(Name("contact_email", name.weight, name.language), 1.0 if name.field == "contact_email" else 0.9)
        ]
    if name.field == "contact_email" and holding.email < 0.2:
        return [Name(OTHER, name.weight, name.language)]
    if holding.flag > 0.5 or holding.number > MOSTLY or holding.url > MOSTLY:
        return [Name(OTHER, name.weight, name.language)]
    return [name]


def _fit_location(name: Name, column: Column) -> list[Name]:
    """A place, and how it stands: "state" is called both."""
    if column.holding.status >= MOSTLY and column.holding.place < PARTLY:
        return [replace(name, field="status", weight=name.weight * 0.8)]
    return [name]


def _fit_stage(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.day + holding.flag >= 0.5 or (holding.number > MOSTLY and name.stage == "interview"):
        return [name]
    if holding.day + holding.flag + holding.status >= MOSTLY:
        return [weighed(name, 0.9)]
    return [Name(OTHER, 0.5)]


_FITS: dict[str, Callable[[Name, Column], list[Name]]] = {
    "company": _fit_text,
    "role": _fit_text,
    "applied_on": _fit_applied,
    "status": _fit_status,
    "decision": _fit_decision,
    "url": _fit_url,
    "source": _fit_source,
    "contact": _fit_contact,
    "contact_email": _fit_contact,
    "location": _fit_location,
    "stage_date": _fit_stage,
    ADDED: _fit_day,
    SAVED_ON: _fit_day,
    LOGGED: _fit_day,
    DECIDED: _fit_day,
    UPDATED: _fit_day,
    REFERENCE: _fit_reference,
}
