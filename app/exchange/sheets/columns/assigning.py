"""Which column of a spreadsheet holds what: by its name, checked against what stands under it, else by that alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.fitting import MOSTLY, PARTLY, fitted, weighed
from app.exchange.sheets.columns.holding import Holding
from app.exchange.sheets.columns.naming import (
    ADDED,
    APPLIED_FLAG,
    CONNECTED,
    FIRST_NAME,
    LAST_NAME,
    LOGGED,
    OTHER,
    PROSE,
    SAVED_ON,
    SKIPPED,
    SUBJECT,
    UPDATED,
    Name,
    is_others_status,
    names_of,
)
from app.exchange.sheets.columns.shares import (
    by_legal_form,
    has_variety,
    is_common,
    is_no_place,
    is_short_text,
    sentences_share,
    status_share,
    told_share,
)
from app.exchange.sheets.folding import header_words
from app.exchange.sheets.statuses.meaning import INTERVIEWED, Meaning
from app.exchange.sheets.statuses.reading import is_status, meaning_of

SINGLE = frozenset(
    {"company", "role", "status", "applied_on", "url", "source", "priority", "contact", "contact_email", "reply_by"}
    | {ADDED, APPLIED_FLAG, SAVED_ON, LOGGED, UPDATED, SUBJECT, FIRST_NAME, LAST_NAME, CONNECTED}
)
"""Fields of which a file has one column; of the others it may have several."""
_LEAST = 0.35
_SENTENCES = 0.4
"""The share of cells that tell how a row stands from which on a column of an unknown name is that of the status."""
_JOB = frozenset({"job", "jobs", "type", "kind", "field", "area", "category", "work", "employment", "program"})
_PEOPLE = frozenset({"contact", "contacts", "recruiter", "interviewer", "manager", "person", "referral", "their"})
_CONTACTED = frozenset({"contacted", "emailed", "messaged", "outreach", "pitched", "reached"})
_HISTORY = frozenset({"timeline", "history", "events", "verlauf", "historie", "historique", "historial", "storico"})
_LATER = frozenset({"last", "next", "latest", "again", "follow", "followed"})
"""Words in the names of columns, by which one of another name may be the role's or the day's."""
_FOREIGN = 0.95
"""What a name weighs that is of another language than the rest."""


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


def assign_fields(headers: Sequence[str], holdings: Sequence[Holding], chosen: Mapping[int, str]) -> list[Column]:
    """Return every column with its field; `chosen` are the user's corrections, "" to leave a column out."""
    choosing = _Choosing([Column(at, headers[at], holding) for at, holding in enumerate(holdings)])
    for index, wanted in chosen.items():
        if 0 <= index < len(choosing.columns):
            choosing.give(index, Name(wanted or SKIPPED, 1.0))
    _by_names(choosing)
    _by_contents(choosing)
    _without_idle_days(choosing)
    _without_form_days(choosing)
    return choosing.columns


def _by_names(choosing: _Choosing) -> None:
    offers: list[tuple[float, int, Name]] = []
    spoken = _language(choosing.columns)
    for column in choosing.columns:
        if column.index in choosing.settled:
            continue
        for name in names_of(column.header):
            factor = 1.0 if name.language in ("", spoken) else _FOREIGN
            if name.is_misspelt and name.field in (OTHER, SKIPPED, PROSE):
                continue
            possible = [weighed(one, factor) for one in fitted(name, column)]
            offers += [(one.weight, -column.index, one) for one in possible]
    for weight, minus_index, name in sorted(offers, key=lambda offer: offer[:2], reverse=True):
        index = -minus_index
        if index in choosing.settled or weight < _LEAST:
            continue
        if name.field in SINGLE and not choosing.lacks(name.field):
            if name.field == "status" and choosing.columns[index].holding.status >= PARTLY:
                choosing.give(index, Name("decision", weight, name.language))
            continue
        choosing.give(index, name, is_guess=name.is_misspelt)


def _language(columns: Sequence[Column]) -> str:
    """The language in which most columns are named, English where none has more: a word may mean two things."""
    counts = Counter(language for column in columns for language in {name.language for name in names_of(column.header)})
    return max(counts, key=lambda language: (counts[language], language == "en"), default="en")


def _stage(name: Name, header: str) -> Meaning:
    if name.stage:
        return meaning_of(name.stage)
    return meaning_of(header) if is_status(header) else INTERVIEWED


def _by_contents(choosing: _Choosing) -> None:
    """Settle what no name settled: links, mail addresses, days, statuses; job titles; the company from the rest."""
    unnamed = [column for column in choosing.free() if not names_of(column.header)]
    for column in unnamed:
        is_numbered = not column.header and column.holding.number > 0.9 and column.index == 0
        if column.holding.counts_up or column.holding.tag > 0.9 or is_numbered:
            choosing.give(column.index, Name(SKIPPED, 0.5), is_guess=True)
    _guess(choosing, "url", unnamed, lambda holding: holding.url)
    _guess(choosing, "contact_email", unnamed, lambda holding: holding.email)
    _guess_day(choosing, unnamed)
    _guess(choosing, "status", unnamed, status_share)
    _status_by_contents(choosing)
    _status_by_senses(choosing, unnamed)
    texts = [column for column in choosing.free() if is_short_text(column.holding)]
    _guess(choosing, "company", [c for c in texts if not names_of(c.header)], by_legal_form, least=0.15)
    _guess(choosing, "role", texts, lambda holding: holding.role, least=0.25)
    nameless = [column for column in texts if not column.header]
    _guess(choosing, "location", nameless, lambda holding: holding.place)
    if not {column.field for column in choosing.columns} & {"status", "decision", "stage_date"}:
        # In the first column such words are more likely headings of the rows below them.
        later = [column for column in nameless if column.index]
        _guess(choosing, "status", later, lambda holding: holding.status, least=0.25)
    left = [column for column in texts if column.index not in choosing.settled and not _is_other_by_name(column)]
    if choosing.lacks("company") and not left:
        left = [c for c in choosing.columns if c.field == "location" and c.holding.filled and is_no_place(c.holding)]
    if choosing.lacks("company") and left:
        best = max(left, key=lambda column: (column.holding.company > 0.15, has_variety(column.holding), -column.index))
        choosing.give(best.index, Name("company", 0.5), is_guess=True)
        left.remove(best)
    if choosing.lacks("role") and left:
        unknown = left if not any(names_of(column.header) for column in choosing.columns) else _titles(left)
        if unknown:
            choosing.give(unknown[0].index, Name("role", 0.4), is_guess=True)
    _by_contents_after_all(choosing)


def _by_contents_after_all(choosing: _Choosing) -> None:
    """Where nothing else is the role, or the day, a column named otherwise is: job types that are titles, contacts."""
    others = [column for column in choosing.columns if column.field == OTHER and column.header]
    if not {column.field for column in choosing.columns} & {"status", "decision", "stage_date"}:
        histories = [column for column in others if column.holding.filled and _HISTORY & header_words(column.header)]
        if histories:
            choosing.give(histories[0].index, Name("status", 0.4), is_guess=True)
    if choosing.lacks("role"):
        titles = [column for column in others if column.holding.role >= MOSTLY and _is_job(column.header)]
        if titles:
            choosing.give(titles[0].index, Name("role", 0.4), is_guess=True)
    if all(choosing.lacks(wanted) for wanted in ("applied_on", ADDED, SAVED_ON, LOGGED)):
        contacts = [column for column in others if column.holding.day >= MOSTLY and _is_first_contact(column.header)]
        if contacts:
            choosing.give(contacts[0].index, Name("applied_on", 0.4), is_guess=True)


def _is_job(header: str) -> bool:
    words = header_words(header)
    return not _PEOPLE & words and bool(_JOB & words)


def _is_first_contact(header: str) -> bool:
    words = header_words(header)
    return bool(_CONTACTED & words) and not _LATER & words


def _titles(columns: Sequence[Column]) -> list[Column]:
    """The columns of a name that says nothing here, and of short words that differ from row to row."""
    return [
        column
        for column in columns
        if column.header
        and not names_of(column.header)
        and column.holding.filled > column.holding.looked_at * MOSTLY
        and column.holding.distinct > column.holding.filled * MOSTLY
        and max(column.holding.telling, column.holding.place, column.holding.company) < PARTLY
    ]


def _status_by_contents(choosing: _Choosing) -> None:
    """Where no column is named as the status, one of another name that holds little else is it: "Update"."""
    fields = {column.field for column in choosing.columns}
    if fields & {"status", "decision", "stage_date"}:
        return
    others = [
        column
        for column in choosing.columns
        if column.header
        and column.field == OTHER
        and column.holding.filled
        and column.holding.flag < PARTLY
        and not is_others_status(column.header)
    ]
    fitting = [
        column
        for column in others
        if told_share(column.holding) >= MOSTLY and column.holding.long < PARTLY and is_common(column.holding)
    ]
    if fitting:
        best = max(fitting, key=lambda column: (column.holding.status, -column.index))
        choosing.give(best.index, Name("status", 0.5), is_guess=True)


def _status_by_senses(choosing: _Choosing, unnamed: Sequence[Column]) -> None:
    """Where still no column tells how the rows stand, one of an unknown name whose sentences do is it."""
    if {column.field for column in choosing.columns} & {"status", "decision", "stage_date"}:
        return
    among = [column for column in unnamed if column.header and max(column.holding.long, column.holding.day) < PARTLY]
    _guess(choosing, "status", among, sentences_share, _SENTENCES)


def _is_other_by_name(column: Column) -> bool:
    names = names_of(column.header)
    return any(name.field in (OTHER, SKIPPED, PROSE) and not name.is_misspelt for name in names)


def _guess(
    choosing: _Choosing,
    wanted: str,
    among: Sequence[Column],
    share: Callable[[Holding], float],
    least: float = MOSTLY,
) -> None:
    open_ones = [column for column in among if column.index not in choosing.settled and share(column.holding) >= least]
    if open_ones and choosing.lacks(wanted):
        best = max(open_ones, key=lambda column: (share(column.holding), -column.index))
        choosing.give(best.index, Name(wanted, 0.5), is_guess=True)


def _guess_day(choosing: _Choosing, among: Sequence[Column]) -> None:
    """Of several unnamed columns of days the one filled most often, and of those the first: all starts with it."""
    days = [column for column in among if column.index not in choosing.settled and column.holding.day >= MOSTLY]
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


def _without_form_days(choosing: _Choosing) -> None:
    """The same day of an interview in every row is what a form put there, not when one was held."""
    for column in choosing.columns:
        if column.field == "stage_date" and column.holding.is_constant and column.holding.day == 1:
            choosing.columns[column.index] = replace(column, field=OTHER, stage=None)
