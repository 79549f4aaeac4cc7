"""What a column's name says that it holds. Knows names alone, not what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from app.exchange.sheets.folding import header_words, is_unspaced, plain, plain_header
from app.exchange.sheets.spelling import Spellings
from app.exchange.sheets.words.phrases import read_table

TABLE = "headers.txt"
OTHER, SKIPPED, PROSE = "other", "skipped", "prose"
"""A column for the notes; one that only its program needs; one of long texts that describe the job."""
ADDED = "added"
"""The day on which a row was made or a job found: never the day applied on."""
LOGGED = "logged"
"""The moment at which a program wrote the row: the day applied on for what was applied for, where no other is known."""
SAVED_ON = "saved_on"
"""The day on which a job was put on a list: where nothing else is told, it was only saved."""
DECIDED, UPDATED = "decided", "updated"
"""The day of an answer or of a status; the day of the last change of the row. Either may be that of an outcome."""
REFERENCE, TEAM = "reference", "team"
"""An application's or a requisition's id; the part of the company. Other ones make another application."""
SUBJECT = "subject"
"""The subject of a mail about the application."""
FIRST_NAME, LAST_NAME, CONNECTED = "first_name", "last_name", "connected"
"""Columns of an address book."""
APPLIED_FLAG = "applied_flag"
"""Yes or no: whether it was applied for."""
_FIELDS = {
    "applied": "applied_on",
    "contact address": "contact_email",
    "reply by": "reply_by",
    "left out": SKIPPED,
    "saved on": SAVED_ON,
    "first name": FIRST_NAME,
    "last name": LAST_NAME,
    "applied flag": APPLIED_FLAG,
}
"""What the table calls a field -> the field, where they differ."""
_STAGE = "stage: "
_WHOLE, _STAGED, _MISSPELT = 0.9, 0.95, 0.7
_SURE = 0.7
_PLANNED = (
    "scheduled upcoming planned next requested invited invitation prep preparation questions feedback notes type format"
    " link count number total reason stage geplant prevu prevue prochain proximo pending expected score rating location"
    " with"
)
PLANNED = frozenset(_PLANNED.split())
"""Words that make of a stage's column one that tells something else."""
_OTHERS = frozenset(
    [
        *("source", "posting", "listing", "requisition", "req", "vacancy", "scrape", "sync", "url", "link", "company"),
        *("referral", "resume", "cv", "cover", "letter", "document", "documents", "docs", "portfolio", "visa"),
        *("citizenship", "clearance", "sponsorship", "employment", "payment", "work", "draft", "file", "pdf"),
        *("fit", "match", "filter", "triage"),
    ]
)
"""Words that make of a status one that is not the application's."""
_WHO_MAY = frozenset(
    ["international", "sponsorship", "citizenship", "clearance", "visa", "eligibility", "requirements"]
)
"""What a posting asks of those who apply: `No sponsorship` under it is no end of an application."""
_SCREENED = frozenset(["screening", "fit", "match", "filter", "ai", "llm", "gpt", "claude", "model", "triage", "bot"])
_VERDICT = frozenset(["decision", "verdict", "label", "recommendation", "bucket", "tier"])
"""A program's view of a posting, before anything is applied for: `Fit label`, `Screening decision`."""
_LONGEST_NAME = 80
_TWO = 2
_CORE = frozenset({"company", "role", "status", "applied_on"})


@dataclass(frozen=True, slots=True)
class Name:
    """A field that a header may stand for."""

    field: str
    """One of `SHEET_FIELDS`, or one of those above; "stage_date" with `stage`."""
    weight: float
    """1: the header is just that name; less: it is part of it, or spelt like it."""
    language: str = ""
    stage: str = ""
    """The status that a column of its own speaks of: `interview`, `rejected`."""
    is_misspelt: bool = False
    """Whether it is only spelt like that name."""


_ANSWER = re.compile(
    r"respon|repl|answer|heard|feedback|antwort|ruckmeld|repons|retour|respuesta|resposta|retorno|risposta|svar|vastau"
    r"|odpow|odpov|valasz|raspuns|ответ|відпов|απαντ|cevap|yanit|balas|phan hoi|回复|回覆|反馈|返信|回答|연락|답변|회신"
)


def tells_answer(header: str) -> bool:
    """Return whether a day's column is that of an answer, not of a decision alone."""
    return _ANSWER.search(plain(header)) is not None


def is_others_status(header: str) -> bool:
    """Return whether a header names the status of something that is not the application: `Visa status`, `Fit label`."""
    words = header_words(header)
    if words & _WHO_MAY or ("status" in words and words & _OTHERS):
        return True
    return bool(words & _VERDICT) and bool(words & _SCREENED)


@dataclass(frozen=True, slots=True)
class _Table:
    whole: dict[str, tuple[Name, ...]]
    part: dict[str, tuple[Name, ...]]
    unspaced: tuple[tuple[str, Name], ...]
    """In scripts without spaces, the longest first."""
    spelt: Spellings
    words: Spellings
    """The single words of which names are made."""


def names_of(header: str) -> tuple[Name, ...]:
    """Return what a header may stand for, the likeliest first; nothing when it says nothing that is known here."""
    return _names_of(header[: _LONGEST_NAME * 2])


def field_named(header: str, least: float = _SURE) -> str:
    """Return the field that a header is surely the name of, "" for any other: not one that is only spelt like a name.

    Args:
        least: the weight of a name from which on it is sure.
    """
    return next((name.field for name in names_of(header) if name.weight >= least and not name.is_misspelt), "")


@lru_cache(maxsize=5_000)
def _names_of(header: str) -> tuple[Name, ...]:
    bare = plain_header(header)
    if not bare or len(bare) > _LONGEST_NAME:
        return ()
    table = _table()
    names: list[Name] = []
    if is_unspaced(header):
        names += _unspaced(bare.replace(" ", ""), table)
    names += table.whole.get(bare, ())
    names += table.part.get(bare, ())
    if not names:
        names += _of_two(header, table) or _inside(bare, table) or _misspelt(bare, table)
    return tuple(sorted(names, key=lambda name: -name.weight))


def _of_two(header: str, table: _Table) -> list[Name]:
    """The one of two names with a stroke between them that an application cannot do without: `Role/Reason`."""
    parts = [plain_header(part) for part in header.split("/")]
    if len(parts) != _TWO or not all(parts):
        return []
    names = [[*table.whole.get(part, ()), *table.part.get(part, ())] for part in parts]
    core = [one for one in names if any(name.field in _CORE for name in one)]
    return [replace(name, weight=_WHOLE) for name in core[0]] if len(core) == 1 else []


def _inside(bare: str, table: _Table) -> list[Name]:
    """Return the longest known name in a longer header; of two, the last, which most headers are about."""
    tokens = bare.split()
    if len(tokens) > 10:
        return []
    for size in range(min(len(tokens), 5), 0, -1):
        for start in range(len(tokens) - size, -1, -1):
            names = table.part.get(" ".join(tokens[start : start + size]))
            if names is None:
                continue
            left = set(tokens) - set(tokens[start : start + size])
            weight = 0.55 + 0.35 * size / len(tokens)
            kept = [name for name in names if not _tells_something_else(name, left, tokens)]
            return [replace(name, weight=weight) for name in kept] or [Name(OTHER, weight)]
    return []


def _tells_something_else(name: Name, left: set[str], tokens: Sequence[str]) -> bool:
    """Whether the words beside a name say that it is not the application's: `Interview notes`, `Visa status`."""
    if name.field == "status":
        return bool(left & _OTHERS)
    if name.field == "decision":
        return bool(left & _SCREENED) and not _VERDICT.isdisjoint(tokens)
    return bool(name.stage and left & PLANNED)


def _misspelt(bare: str, table: _Table) -> list[Name]:
    """The name that the header, or one whose every word, is one slip away from: never sure."""
    meant = table.spelt.meant_by(bare)
    if meant is None:
        tokens = [table.words.meant_by(token) or token for token in bare.split()]
        meant = " ".join(tokens)
        if meant == bare:
            return []
    names = table.part.get(meant) or table.whole.get(meant) or _inside(meant, table)
    return [replace(name, weight=min(name.weight, _MISSPELT), is_misspelt=True) for name in names]


def _unspaced(bare: str, table: _Table) -> list[Name]:
    for words, name in table.unspaced:
        if words in bare:
            return [replace(name, weight=0.6 + 0.4 * len(words) / len(bare))]
    return []


@cache
def _table() -> _Table:
    whole: dict[str, tuple[Name, ...]] = {}
    part: dict[str, tuple[Name, ...]] = {}
    unspaced: list[tuple[str, Name]] = []
    rows = read_table(TABLE)
    for row in sorted(rows, key=lambda row: row.language != "en"):
        name, words = _name(row.meaning, row.language), row.words
        if words.startswith("="):
            _add(whole, plain(words), replace(name, weight=_WHOLE))
        elif is_unspaced(words):
            unspaced.append((plain(words).replace(" ", ""), name))
        else:
            _add(part, plain(words), name)
    unspaced.sort(key=lambda pair: -len(pair[0]))
    single = {word for names in (*part, *whole) for word in names.split()}
    return _Table(whole, part, tuple(unspaced), Spellings([*part, *whole]), Spellings(single))


def field_of(meaning: str) -> str:
    """Return the field that the table calls so."""
    return "stage_date" if meaning.startswith(_STAGE) else _FIELDS.get(meaning, meaning)


def _name(meaning: str, language: str) -> Name:
    is_stage = meaning.startswith(_STAGE)
    stage = meaning.removeprefix(_STAGE) if is_stage else ""
    return Name(field_of(meaning), _STAGED if is_stage else 1.0, language, stage)


def _add(names: dict[str, tuple[Name, ...]], bare: str, name: Name) -> None:
    if all(other.field != name.field for other in names.get(bare, ())):
        names[bare] = (*names.get(bare, ()), name)
