"""Which column holds what: by its name, misspelt or not, and by what its cells look like where no name tells."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import Stage
from app.exchange.sheets.day_cells import is_serial, looks_dated
from app.exchange.sheets.header_words import FIELD_OF, LANGUAGES, LEFT_OUT, SAVED_ON, STAGE_OF
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


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, name, and what it holds."""

    index: int
    header: str
    field: str
    """One of `SHEET_FIELDS`, `answered` for whether they replied, or "" for none."""
    stage: Stage | None = None
    """Of a `stage_date`: the stage that it tells of."""
    outcome: OutcomeKind | None = None
    is_left_out: bool = False
    """Of use to a program alone: not even kept in the notes."""


@dataclass(slots=True)
class _Look:
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


def is_known_name(cell: str) -> bool:
    """Return whether a cell is what a column is called."""
    name = plain(spaced(cell))
    return name in FIELD_OF or name in STAGE_OF or name in LEFT_OUT or name in SAVED_ON


def is_name_nearly(cell: str) -> bool:
    """Return whether a cell is what a column is called, misspelt or with words around it."""
    return is_known_name(cell) or (len(cell) <= 40 and bool(_nearest(plain(spaced(cell)))))


def spaced(header: str) -> str:
    """Return a header with the words of `companyName` and `company_name` apart, what is in brackets left out."""
    bare = re.sub(r"[(（\[].*?[)）\]]", " ", header) if not header.lstrip().startswith(("(", "[", "（")) else header
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare.replace("_", " "))


def language_of(headers: Sequence[str]) -> str:
    """Return the language of a header row: de, fr, es, zh, en where nothing speaks for another."""
    words = {word for header in headers for word in plain(header).split()}
    hits = {language: len(words & known) for language, known in LANGUAGES.items()}
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] else "en"


def columns_of(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Return every column with what it holds.

    Args:
        headers: as they stand, "" for a column without a name (all of them, where there is no header row).
        rows: cells of the first rows, as many as wanted for a judgement.
    """
    looks = [_look(index, rows) for index in range(len(headers))]
    columns = [_by_name(index, header, looks[index]) for index, header in enumerate(headers)]
    columns = _without_own_address(_settled(columns, looks))
    return _by_content(columns, looks)


def _look(index: int, rows: Sequence[Sequence[str]]) -> _Look:
    look = _Look()
    for cells in rows[:SAMPLE]:
        cell = cells[index].strip() if index < len(cells) else ""
        if not cell:
            continue
        look.filled += 1
        look.values[cell.casefold()] += 1
        look.length += len(cell)
        look.dates += looks_dated(cell)
        look.flags += is_flag(cell)
        look.urls += bool(_URL.match(cell))
        look.mails += bool(_MAIL.match(cell))
        look.numbers += cell.replace(".", "", 1).isdigit() or cell[0] in "[{"
        look.roles += bool(_ROLE_WORDS.search(plain(cell)))
        look.statuses += len(cell) <= 40 and not looks_dated(cell) and _speaks_of_status(cell)
    return look


def _speaks_of_status(cell: str) -> bool:
    meaning = meaning_of(cell)
    return meaning.is_sure and not is_flag(cell)


def _by_name(index: int, header: str, look: _Look) -> Column:
    """Return a column as its name says, its cells having a say where they contradict it."""
    name = plain(spaced(header))
    if not name:
        return Column(index, header, "")
    if name in LEFT_OUT and not (name in FIELD_OF and look.numbers < look.filled):
        return Column(index, header, "", is_left_out=True)
    known = FIELD_OF.get(name)
    stage = STAGE_OF.get(name)
    if known is None and stage is None and name not in SAVED_ON:
        near = _nearest(name)
        known, stage = FIELD_OF.get(near), STAGE_OF.get(near)
    if stage is not None and (known is None or look.share(look.dates) >= 0.5 or look.share(look.flags) >= 0.8):
        return Column(index, header, "stage_date", *stage)
    if known is None:
        return Column(index, header, "")
    if known[0] == "contact" and look.filled and look.share(look.flags) >= 0.8:
        return Column(index, header, "stage_date", Stage.INTERVIEWED)
    return Column(index, header, _contradicted(known[0], look))


def _nearest(name: str) -> str:
    """Return the known name that a misspelt or longer one means, "" when it means none."""
    if len(name) >= 5:
        near = difflib.get_close_matches(name, [known for known in FIELD_OF if len(known) >= 5], 1, 0.84)
        if near:
            return near[0]
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        for start in (0, len(words) - size):
            part = " ".join(words[start : start + size])
            if part in FIELD_OF and (size > 1 or FIELD_OF[part][0] in _BY_ONE_WORD) and not _is_about_else(words):
                return part
    return ""


_BY_ONE_WORD = frozenset(("company", "role", "status", "salary", "notes", "url", "location"))
"""Fields that one word of a longer name is enough for: `Company (hiring)`, `Salary offered per year`."""


def _is_about_else(words: list[str]) -> bool:
    """Return whether a longer name is about something that only belongs to a field: the company's size."""
    other = (
        "size type rating score level length count years id number industry website stage funding culture values phone"
    )
    return any(word in other.split() for word in words)


def _contradicted(name: str, look: _Look) -> str:
    """Return what a column holds after all, where its cells say something else than its name."""
    if name in ("source", "notes", "role", "company", "location") and look.filled and look.share(look.urls) >= 0.6:
        return "url"
    if name == "url" and look.filled and look.share(look.urls) < 0.2:
        return "source"
    if name == "applied_on" and look.filled >= 2 and look.share(look.dates) < 0.2 and look.share(look.flags) < 0.8:
        return "status" if look.share(look.statuses) >= 0.7 else name
    if name == "contact" and look.filled and look.share(look.mails) >= 0.6:
        return "contact_email"
    if name in ("salary", "contact", "location", "source", "url") and look.filled and look.share(look.flags) >= 0.8:
        return ""
    if name in ("status", "decision") and look.filled and look.share(look.dates) >= 0.8:
        return ""
    if name == "location" and look.filled and look.share(look.statuses) >= 0.9 and look.share(look.flags) < 0.5:
        return name
    return name


def _settled(columns: list[Column], looks: list[_Look]) -> list[Column]:
    """Return the columns with each field given once, to the one whose name fits it best."""
    best: dict[str, Column] = {}
    for column in columns:
        if column.field in ("", "stage_date", "notes", "answered"):
            continue
        known = best.get(column.field)
        if known is None or _rank(column, looks) < _rank(known, looks):
            best[column.field] = column
    settled = []
    for column in columns:
        if column.field in ("", "stage_date", "notes", "answered") or best[column.field] is column:
            settled.append(column)
        elif column.field == "status" and "decision" not in best:
            best["decision"] = Column(column.index, column.header, "decision")
            settled.append(best["decision"])
        else:
            settled.append(Column(column.index, column.header, ""))
    return settled


def _without_own_address(columns: list[Column]) -> list[Column]:
    """Return the columns of LinkedIn's export without its contact, who is the applicant; any other's as they are."""
    names = {plain(column.header) for column in columns}
    if not {"application date", "job url", "contact phone number"} <= names:
        return columns
    own = ("contact email", "contact phone number", "question and answers", "resume name")
    return [
        Column(column.index, column.header, "", is_left_out=True) if plain(column.header) in own else column
        for column in columns
    ]


def _rank(column: Column, looks: list[_Look]) -> tuple[bool, int, int]:
    place = FIELD_OF.get(plain(spaced(column.header)), ("", 99))[1]
    return looks[column.index].filled == 0, place, column.index


def _by_content(columns: list[Column], looks: list[_Look]) -> list[Column]:
    """Return the columns with the fields that nobody named given to those whose cells look like them."""
    found = {column.field for column in columns}

    def give(name: str, scores: dict[int, float], least: float) -> None:
        if name in found or not scores:
            return
        index = max(scores, key=lambda place: (scores[place], -place))
        if scores[index] >= least:
            columns[index] = Column(index, columns[index].header, name)
            found.add(name)

    def free() -> list[int]:
        return [
            column.index
            for column in columns
            if not column.field and not column.is_left_out and looks[column.index].filled
        ]

    is_nameless = not any(column.header.strip() for column in columns)
    give("url", {i: looks[i].share(looks[i].urls) for i in free()}, 0.6)
    if is_nameless:
        give("applied_on", {i: min(1, looks[i].share(looks[i].dates)) for i in free()}, 0.6)
    else:
        saved = [column.index for column in columns if plain(spaced(column.header)) in SAVED_ON]
        give("applied_on", {i: looks[i].share(looks[i].dates) for i in saved if not columns[i].field}, 0.6)
    give("status", {i: _status_likeness(looks[i]) for i in free()}, 0.75 if is_nameless else 0.9)
    give("contact_email", {i: looks[i].share(looks[i].mails) for i in free()}, 0.6)
    texts = [i for i in free() if _is_name_like(looks[i])]
    called = {i: 1.0 for i in texts if _is_called_name(columns[i])}
    if len(texts) > 1:
        called = {i: 1.0 for i in called if looks[i].share(looks[i].roles) < 0.9}
    give("company", called, 0.5)
    texts = [i for i in texts if not columns[i].field]
    if "company" not in found and (len(texts) == 1 or "role" in found):
        give("company", {i: 1 - looks[i].share(looks[i].roles) for i in texts}, 0.5)
    elif "company" not in found or is_nameless or called:
        give("role", {i: looks[i].share(looks[i].roles) for i in texts}, 0.34)
        left = [i for i in texts if not columns[i].field]
        give("company", {i: 1 - looks[i].share(looks[i].roles) for i in left}, 0.5)
    return columns


def _is_called_name(column: Column) -> bool:
    return plain(spaced(column.header)) == "name"


def _status_likeness(look: _Look) -> float:
    """Return how much a column looks like statuses: known words, few of them."""
    few = len(look.values) <= max(3, look.filled * 0.6)
    return look.share(look.statuses) * (1 - look.share(look.roles)) if few else 0.0


def _is_name_like(look: _Look) -> bool:
    """Return whether cells could be names of companies or roles: short text, no numbers, days, links or flags."""
    odd = look.dates + look.numbers + look.urls + look.mails + look.flags
    return look.share(odd) < 0.4 and look.length / look.filled < 60 and not (len(look.values) == 1 and look.filled > 3)


def holds_serials(index: int, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a column's cells are days counted by a program."""
    cells = [cells[index] for cells in rows[:SAMPLE] if index < len(cells) and cells[index].strip()]
    return bool(cells) and sum(map(is_serial, cells)) >= 0.6 * len(cells)
