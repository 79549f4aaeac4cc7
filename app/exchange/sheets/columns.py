"""Which column holds what: by its name, misspelt or not, and by what its cells look like where no name tells."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import Stage
from app.exchange.sheets.header_words import FIELD_OF, LANGUAGES, LEFT_OUT, SAVED_ON, STAGE_OF
from app.exchange.sheets.looks import LIKELY, Look, is_name_like, look_at, status_likeness
from app.exchange.sheets.status_words import plain


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
    looks = [look_at(index, rows) for index in range(len(headers))]
    columns = [_by_name(index, header, looks[index]) for index, header in enumerate(headers)]
    columns = _without_own_address(_settled(columns, looks))
    return _by_content(columns, looks)


def _by_name(index: int, header: str, look: Look) -> Column:
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
        " date history notes comments url link site email address contact description changed"
    )
    return any(word in other.split() for word in words)


def _contradicted(name: str, look: Look) -> str:
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


def _settled(columns: list[Column], looks: list[Look]) -> list[Column]:
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


def _rank(column: Column, looks: list[Look]) -> tuple[bool, int, int]:
    place = FIELD_OF.get(plain(spaced(column.header)), ("", 99))[1]
    return looks[column.index].filled == 0, place, column.index


def _by_content(columns: list[Column], looks: list[Look]) -> list[Column]:
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
    give("status", {i: status_likeness(looks[i], 0.9 if is_nameless else 0.6) for i in free()}, LIKELY[is_nameless])
    give("contact_email", {i: looks[i].share(looks[i].mails) for i in free()}, 0.6)
    texts = [i for i in free() if is_name_like(looks[i])]
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
