"""One row of cells as one application, by what its columns hold. Nothing of it is dropped that a person would miss."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import Stage
from app.etiquette.text import clean, clean_lines, folded
from app.exchange.csv_export import unguarded
from app.exchange.found import DateOrder, ReportedRow, TakenRow
from app.exchange.sheets.columns import Column, is_known_name
from app.exchange.sheets.day_cells import read_days
from app.exchange.sheets.looks import is_flag, is_true
from app.exchange.sheets.status_words import INTERVIEWED, UNKNOWN, Meaning, meaning_of, plain

_LONGEST_LINE = 1000
_LONGEST_NOTE = 4000
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_NOTHING = frozenset(
    ("", "-", "--", "n/a", "na", "none", "null", "nan", "nil", "unknown", "tbd", "?", "/", "#n/a", "–", "—")
)
_LEVELS = ("low niedrig basse baja 低 1", "medium med mittel moyenne media 中 2", "high top dream hoch haute alta 高 3")
_PRIORITIES = {word: level for level, words in enumerate(_LEVELS, 1) for word in words.split()}
_ORDER = {stage: place for place, stage in enumerate(Stage)}


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sheet's rows are to be read."""

    columns: Sequence[Column]
    order: DateOrder | None
    today: date
    near: date
    """The day that those without a year are close to."""
    meanings: Mapping[str, Meaning]
    """Statuses that the user has said the meaning of, folded."""
    is_own: bool = False
    """Whether the sheet is one of our own export."""


def row_of(line: int, cells: Sequence[str], reading: Reading) -> TakenRow | ReportedRow:
    """Return what a row tells, or why it tells of no application."""
    told = _told(cells, reading)
    company, role = _first(told, "company"), _first(told, "role")
    if not company and role and not any(column.field == "company" for column in reading.columns):
        company, role = _parted(role)
    if not company:
        return ReportedRow(line, _why_not(cells, told))
    if len(company) > _LONGEST_LINE or len(role) > _LONGEST_LINE:
        return ReportedRow(line, f"company or role is over {_LONGEST_LINE} characters long: is a quote missing?")
    if is_known_name(company) and (is_known_name(role) or not role) and role.casefold() != company.casefold() and role:
        return ReportedRow(line, "it is the header once more")
    notes: list[str] = []
    applied_on = _day(told, "applied_on", reading, notes)
    meaning = _meaning(told, reading, notes)
    dated, meaning = _stage_days(told, reading, meaning, notes)
    if applied_on is None:
        applied_on = next((day for _, stage, day in dated if stage is Stage.APPLIED), None)
    contact, address = _contact(told)
    notes += _kept(told)
    own = [clean_lines(unguarded(cell)).strip() for column, cell in told if column.field == "notes"]
    return TakenRow(
        line,
        company,
        role,
        meaning.stage,
        meaning.outcome,
        applied_on,
        _url(told),
        _first(told, "location")[:_LONGEST_LINE],
        _first(told, "source")[:_LONGEST_LINE],
        "\n".join(part for part in (*own, *notes) if part)[:_LONGEST_NOTE],
        _first(told, "salary")[:_LONGEST_LINE],
        _PRIORITIES.get(plain(_first(told, "priority")), 0),
        contact,
        address,
        _day(told, "reply_by", reading, notes),
        tuple(dated),
    )


Told = list[tuple[Column, str]]


def _told(cells: Sequence[str], reading: Reading) -> Told:
    told = [(column, cells[column.index].strip()) for column in reading.columns if column.index < len(cells)]
    extra = [cell for cell in cells[len(reading.columns) :] if cell.strip()]
    told += [(Column(len(reading.columns) + place, "", "notes"), cell) for place, cell in enumerate(extra)]
    return [(column, cell) for column, cell in told if folded(cell) not in _NOTHING]


def _first(told: Told, field: str) -> str:
    return next((clean(unguarded(cell)) for column, cell in told if column.field == field), "")


def _parted(text: str) -> tuple[str, str]:
    """Return company and role of a cell that holds both: `Data Engineer at Northwind`."""
    found = re.match(r"(.{2,}?)\s+(?:at|bei|chez|en|@)\s+(.{2,})$", text)
    return (found[2], found[1]) if found else ("", text)


def _why_not(cells: Sequence[str], told: Told) -> str:
    if not told:
        return "it has no company, and nothing else"
    held = ", ".join(clean(cell)[:30] for cell in cells if cell.strip())[:80]
    return f"it has no company: {held}"


def _day(told: Told, field: str, reading: Reading, notes: list[str]) -> date | None:
    """Return the first day of a column; words that say no day are kept as a note."""
    for column, cell in told:
        if column.field != field:
            continue
        days = read_days(unguarded(cell), reading.order, reading.today, reading.near)
        if len(days) > 1 or (not days and not is_flag(cell)):
            notes.append(f"{clean(column.header)}: {clean(cell)}")
        return days[0] if days else None
    return None


def _meaning(told: Told, reading: Reading, notes: list[str]) -> Meaning:
    """Return what status and decision say together; the person's own words are kept where they say more."""
    meaning: Meaning | None = None
    for column, cell in told:
        if column.field not in ("status", "decision", "answered"):
            continue
        words = clean(unguarded(cell))
        said = _said(column.field, words, reading)
        if _says_more(words, said):
            notes.append(f"{clean(column.header) or 'Status'}: {words}")
        if said is not None:
            meaning = said if meaning is None else _further(meaning, said)
    return meaning or Meaning(Stage.APPLIED)


def _said(field: str, words: str, reading: Reading) -> Meaning | None:
    chosen = reading.meanings.get(folded(words))
    if chosen is not None:
        return chosen
    if reading.is_own:
        return _own(words)
    meaning = meaning_of(words)
    if field == "status":
        return meaning
    if field == "answered" and is_flag(words):
        return None
    if field == "decision" and is_flag(words) and not re.search(r"[a-z]{2}", words.casefold()):
        return None
    return meaning if meaning.outcome is not None or meaning is INTERVIEWED else None


def _own(words: str) -> Meaning | None:
    """Return what our own export means: its columns hold the names of stages and outcomes."""
    if words in set(OutcomeKind):
        return Meaning(Stage.OUTCOME, OutcomeKind(words))
    return Meaning(Stage(words)) if words in set(Stage) else None


def _further(one: Meaning, other: Meaning) -> Meaning:
    """Return the one of two that is further along; of two outcomes the later column's."""
    if other.outcome is not None:
        return other
    if one.outcome is not None or not other.is_sure:
        return one
    return other if _ORDER[other.stage] > _ORDER[one.stage] else one


def _says_more(words: str, meaning: Meaning | None) -> bool:
    """Return whether a person's words tell more than the stage that they were taken for."""
    if meaning is None:
        return not is_flag(words)
    plain_words = plain(words)
    same = (meaning.stage.value.replace("_", " "), meaning.outcome.value.replace("_", " ") if meaning.outcome else "")
    return bool(plain_words) and plain_words not in same and not is_flag(words)


def _stage_days(
    told: Told, reading: Reading, meaning: Meaning, notes: list[str]
) -> tuple[list[tuple[str, Stage, date]], Meaning]:
    """Return the days of a column a stage, and the status with what these columns say: they say how far it came."""
    days: list[tuple[str, Stage, date]] = []
    reached = meaning
    for column, cell in told:
        if column.field != "stage_date" or column.stage is None:
            continue
        name = clean(column.header)
        found = read_days(unguarded(cell), reading.order, reading.today, reading.near)
        days += [(name, column.stage, day) for day in found]
        is_reached = any(day <= reading.today for day in found) or is_true(cell)
        if not found and not is_flag(cell):
            notes.append(f"{name}: {clean(cell)}")
            is_reached = _is_said(cell, column)
        is_open = meaning.outcome is None or (meaning.outcome is OutcomeKind.OFFER and column.outcome is not None)
        if is_reached and is_open:
            reached = _further_of(reached, Meaning(column.stage, column.outcome))
    return days, reached


def _is_said(cell: str, column: Column) -> bool:
    """Return whether words under a stage's name say that it was reached."""
    said = meaning_of(cell)
    if said is UNKNOWN:
        return column.outcome is None and len(cell) <= 40
    return said.outcome is column.outcome and column.outcome is not None


def _further_of(one: Meaning, other: Meaning) -> Meaning:
    """Return the further of two by the line of stages; a no comes after an offer's absence, an offer stays."""
    if one.outcome is OutcomeKind.REJECTED and other.outcome is OutcomeKind.WITHDRAWN:
        return one
    return _further(one, other)


def _contact(told: Told) -> tuple[str, str]:
    """Return a person's name and address; an address inside the contact's cell is taken out of it."""
    name, address = _first(told, "contact"), _first(told, "contact_email")
    found = _ADDRESS.search(address) or _ADDRESS.search(name)
    written = found[0] if found else ""
    name = _ADDRESS.sub(" ", name)
    name = re.split(r"[;\n/]|,(?=\s*\S+\s+\S)|\d{4,}", name)[0]
    name = " ".join(re.sub(r"[<>()\[\]:,|-]+\s*$|^[<>()\[\]:,|-]+|[<>]", " ", name).split())
    return name[:200], written[:200]


def _url(told: Told) -> str:
    cell = _first(told, "url")
    found = re.search(r"https?://[^\s,;\"'<>)\]]+", cell)
    return (found[0] if found else cell)[:_LONGEST_LINE]


def _kept(told: Told) -> list[str]:
    """Return what the other columns hold, as lines for the notes: no ids, no empty answers."""
    lines = []
    for column, cell in told:
        if column.field or column.is_left_out:
            continue
        text = clean_lines(unguarded(cell)).strip()
        name = clean(column.header)
        if is_flag(text):
            if name and is_true(text) and not text.isdigit():
                lines.append(f"{name}: yes")
            elif text.isdigit() and name:
                lines.append(f"{name}: {text}")
            continue
        if re.fullmatch(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}|[0-9a-f]{24}", text):
            continue
        lines.append(f"{name}: {text[:500]}" if name else text[:500])
    return lines
