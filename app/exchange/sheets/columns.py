"""Which column of a spreadsheet holds what: by its name, checked against what stands under it, else by that alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.exchange.sheets.folding import plain_header
from app.exchange.sheets.holding import Holding
from app.exchange.sheets.meaning import INTERVIEWED, Meaning
from app.exchange.sheets.naming import (
    ADDED,
    APPLIED_FLAG,
    CONNECTED,
    DECIDED,
    FIRST_NAME,
    LAST_NAME,
    LOGGED,
    OTHER,
    PROSE,
    REFERENCE,
    SAVED_ON,
    SKIPPED,
    SUBJECT,
    UPDATED,
    Name,
    names_of,
)
from app.exchange.sheets.statuses import is_status, meaning_of

SINGLE = frozenset(
    {"company", "role", "status", "applied_on", "url", "source", "priority", "contact", "contact_email", "reply_by"}
    | {ADDED, APPLIED_FLAG, SAVED_ON, LOGGED, UPDATED, SUBJECT, FIRST_NAME, LAST_NAME, CONNECTED}
)
"""Fields of which a file has one column; of the others it may have several."""
_MOSTLY, _PARTLY = 0.6, 0.3
_LEAST = 0.35
_FOREIGN = 0.95
"""What a name weighs that is of another language than the rest."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and what it is taken for."""

    index: int
    header: str
    holding: Holding
    field: str = OTHER
    stage: Meaning | None = None
    """What it says that an application came to, for a column of its own for that."""
    is_guess: bool = False
    """Known by what it holds, not by its name."""
    language: str = ""


@dataclass(slots=True)
class _Choosing:
    """The columns while fields are given to them."""

    columns: list[Column]
    taken: dict[str, int] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)

    def give(self, index: int, name: Name, *, is_guess: bool = False) -> None:
        """Settle what a column is."""
        stage = _stage(name, self.columns[index].header) if name.field == "stage_date" else None
        self.columns[index] = replace(
            self.columns[index], field=name.field, stage=stage, is_guess=is_guess, language=name.language
        )
        self.settled.add(index)
        if name.field in SINGLE:
            self.taken[name.field] = index

    def free(self) -> list[Column]:
        """The columns that are not settled and hold something."""
        return [column for column in self.columns if column.index not in self.settled and column.holding.filled]

    def lacks(self, wanted: str) -> bool:
        """Whether no column has that field yet."""
        return wanted not in self.taken


def told_columns(headers: Sequence[str], holdings: Sequence[Holding], chosen: Mapping[int, str]) -> list[Column]:
    """Return every column with its field; `chosen` are the user's corrections, "" to leave a column out."""
    choosing = _Choosing([Column(at, headers[at], holding) for at, holding in enumerate(holdings)])
    for index, wanted in chosen.items():
        if 0 <= index < len(choosing.columns):
            choosing.give(index, Name(wanted or SKIPPED, 1.0))
    _by_names(choosing)
    _by_contents(choosing)
    _without_idle_days(choosing)
    return choosing.columns


def _by_names(choosing: _Choosing) -> None:
    offers: list[tuple[float, int, Name]] = []
    spoken = _language(choosing.columns)
    for column in choosing.columns:
        if column.index in choosing.settled:
            continue
        for name in names_of(column.header):
            fitted = _fitted(name, column)
            if name.language not in ("", spoken):
                fitted = [_weighed(possible, _FOREIGN) for possible in fitted]
            offers += [(possible.weight, -column.index, possible) for possible in fitted]
    for weight, minus_index, name in sorted(offers, key=lambda offer: offer[:2], reverse=True):
        index = -minus_index
        if index in choosing.settled or weight < _LEAST:
            continue
        if name.field in SINGLE and not choosing.lacks(name.field):
            if name.field == "status" and choosing.columns[index].holding.status >= _PARTLY:
                choosing.give(index, Name("decision", weight, name.language))
            continue
        choosing.give(index, name, is_guess=name.is_misspelt)


def _language(columns: Sequence[Column]) -> str:
    """The language in which most columns are named, English where none has more: a word may mean two things."""
    counts = Counter(language for column in columns for language in {name.language for name in names_of(column.header)})
    return max(counts, key=lambda language: (counts[language], language == "en"), default="en")


def _fitted(name: Name, column: Column) -> list[Name]:
    """What a name may mean over such cells: the weight falls where they hold something else."""
    holding = column.holding
    if not holding.filled:
        return [name]
    fits = _FITS.get(name.field)
    return fits(name, column) if fits else [name]


def _weighed(name: Name, factor: float) -> Name:
    return replace(name, weight=name.weight * factor)


def _fit_text(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    odd = max(holding.url, holding.day, holding.email, holding.number, holding.flag if holding.distinct < 3 else 0.0)
    if name.field == "role" and holding.url < _MOSTLY and holding.day < _MOSTLY:
        odd = min(odd, 0.5)
    if name.field == "role" and plain_header(column.header) == "name":
        return [name] if holding.role >= _PARTLY else [replace(name, field="contact", weight=0.6)]
    return [_weighed(name, 0.3 if odd > _MOSTLY else 1.0)]


def _fit_applied(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.day >= _PARTLY or holding.number >= _MOSTLY:
        return [name]
    if holding.flag >= _MOSTLY:
        return [replace(name, field=APPLIED_FLAG)]
    if holding.status >= _MOSTLY:
        return [replace(name, field="status", weight=name.weight * 0.8)]
    return [_weighed(name, 0.6)]


def _fit_day(name: Name, column: Column) -> list[Name]:
    """A day that is none of the application; words in its place say what the day's column would be about."""
    holding = column.holding
    if holding.day >= _PARTLY or (holding.number >= _MOSTLY and name.field != DECIDED):
        return [name]
    if name.field == DECIDED and holding.status >= _MOSTLY and holding.flag < _PARTLY:
        return [replace(name, field="decision", weight=name.weight * 0.8)]
    return [replace(name, field=OTHER)]


def _fit_reference(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.url > _MOSTLY:
        return [replace(name, field="url", weight=name.weight * 0.7), replace(name, field=OTHER, weight=0.4)]
    odd = max(holding.day * (holding.tag < _PARTLY), holding.flag, holding.email, holding.long)
    return [name] if odd < _MOSTLY or holding.number > _MOSTLY else [replace(name, field=OTHER)]


def _fit_status(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.day > _MOSTLY or holding.url > _MOSTLY or holding.long > _MOSTLY:
        return [_weighed(name, 0.2)]
    if name.weight < 1 and holding.status < _PARTLY:
        return [_weighed(name, 0.5)]
    return [_weighed(name, 0.6 if holding.flag > 0.9 and holding.distinct < 3 and not holding.status else 1.0)]


def _fit_decision(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    is_reply = name.weight < 1 and holding.flag >= _PARTLY
    if is_reply or holding.status < _PARTLY or holding.day > _MOSTLY:
        return [Name(OTHER, name.weight * 0.9, name.language)]
    return [name]


def _fit_url(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.linked > _PARTLY:
        return [name]
    if holding.url < 0.2 and holding.distinct < 2:
        return [Name(OTHER, name.weight, name.language)]
    if holding.url < 0.2:
        return [replace(name, field="source", weight=name.weight * 0.6)]
    return [_weighed(name, 0.8 + 0.2 * holding.url)]


def _fit_source(name: Name, column: Column) -> list[Name]:
    if column.holding.url > _MOSTLY:
        return [replace(name, field="url", weight=name.weight * 0.7), Name(OTHER, 0.4)]
    if column.holding.email > _MOSTLY:
        return [replace(name, field="contact_email", weight=name.weight * 0.7), Name(OTHER, 0.4)]
    return [name]


def _fit_contact(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.email > _MOSTLY:
        return [
            _weighed(Name("contact_email", name.weight, name.language), 1.0 if name.field == "contact_email" else 0.9)
        ]
    if name.field == "contact_email" and holding.email < 0.2:
        return [Name(OTHER, name.weight, name.language)]
    if holding.flag > 0.5 or holding.number > _MOSTLY or holding.url > _MOSTLY:
        return [Name(OTHER, name.weight, name.language)]
    return [name]


def _fit_stage(name: Name, column: Column) -> list[Name]:
    holding = column.holding
    if holding.day + holding.flag >= 0.5 or (holding.number > _MOSTLY and name.stage == "interview"):
        return [name]
    if holding.day + holding.flag + holding.status >= _MOSTLY:
        return [_weighed(name, 0.9)]
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
    "stage_date": _fit_stage,
    ADDED: _fit_day,
    SAVED_ON: _fit_day,
    LOGGED: _fit_day,
    DECIDED: _fit_day,
    UPDATED: _fit_day,
    REFERENCE: _fit_reference,
}


def _stage(name: Name, header: str) -> Meaning:
    if name.stage:
        return meaning_of(name.stage)
    return meaning_of(header) if is_status(header) else INTERVIEWED


def _by_contents(choosing: _Choosing) -> None:
    """What no name told: links, mail addresses, days, statuses; then job titles, and what is left for the company."""
    unnamed = [column for column in choosing.free() if not names_of(column.header)]
    for column in unnamed:
        is_numbered = not column.header and column.holding.number > 0.9 and column.index == 0
        if column.holding.counts_up or column.holding.tag > 0.9 or is_numbered:
            choosing.give(column.index, Name(SKIPPED, 0.5), is_guess=True)
    _guess(choosing, "url", unnamed, lambda holding: holding.url)
    _guess(choosing, "contact_email", unnamed, lambda holding: holding.email)
    _guess_day(choosing, unnamed)
    _guess(choosing, "status", unnamed, lambda holding: holding.status * (holding.flag < 0.9) * _repeats(holding))
    texts = [column for column in choosing.free() if _is_short_text(column.holding)]
    _guess(choosing, "company", [c for c in texts if not names_of(c.header)], _by_legal_form, least=0.15)
    _guess(choosing, "role", texts, lambda holding: holding.role, least=0.25)
    _guess(choosing, "location", [column for column in texts if not column.header], lambda holding: holding.place)
    left = [column for column in texts if column.index not in choosing.settled and not _is_known_other(column)]
    if choosing.lacks("company") and left:
        best = max(left, key=lambda column: (column.holding.company > 0.15, _variety(column.holding), -column.index))
        choosing.give(best.index, Name("company", 0.5), is_guess=True)
        left.remove(best)
    if choosing.lacks("role") and left and not any(names_of(column.header) for column in choosing.columns):
        choosing.give(left[0].index, Name("role", 0.4), is_guess=True)


def _by_legal_form(holding: Holding) -> float:
    """Northwind GmbH is a company, Engineer at a GmbH is not."""
    return holding.legal if holding.legal > holding.role else 0.0


def _repeats(holding: Holding) -> bool:
    return holding.filled < 8 or holding.distinct <= holding.filled * 0.8


def _variety(holding: Holding) -> bool:
    return holding.distinct > holding.filled * 0.3 and holding.place < 0.5


def _is_known_other(column: Column) -> bool:
    return any(name.field in (OTHER, SKIPPED, PROSE) for name in names_of(column.header))


def _is_short_text(holding: Holding) -> bool:
    odd = (holding.url, holding.day, holding.number, holding.email, holding.flag, holding.tag, holding.long)
    return max(odd) < 0.5


def _guess(
    choosing: _Choosing,
    wanted: str,
    among: Sequence[Column],
    share: Callable[[Holding], float],
    least: float = _MOSTLY,
) -> None:
    open_ones = [column for column in among if column.index not in choosing.settled and share(column.holding) >= least]
    if open_ones and choosing.lacks(wanted):
        best = max(open_ones, key=lambda column: (share(column.holding), -column.index))
        choosing.give(best.index, Name(wanted, 0.5), is_guess=True)


def _guess_day(choosing: _Choosing, among: Sequence[Column]) -> None:
    """Of several unnamed columns of days the one filled most often, and of those the first: all starts with it."""
    days = [column for column in among if column.index not in choosing.settled and column.holding.day >= _MOSTLY]
    if days and all(choosing.lacks(wanted) for wanted in ("applied_on", ADDED, SAVED_ON, LOGGED)):
        best = max(days, key=lambda column: (column.holding.filled, -column.index))
        choosing.give(best.index, Name("applied_on", 0.5), is_guess=True)


def _without_idle_days(choosing: _Choosing) -> None:
    """The day on which a row was made is worth a line only where no column tells the day applied on."""
    if choosing.lacks("applied_on"):
        return
    for wanted in (ADDED, LOGGED):
        index = choosing.taken.get(wanted)
        if index is not None:
            choosing.columns[index] = replace(choosing.columns[index], field=SKIPPED)
