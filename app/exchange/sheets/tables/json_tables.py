"""JSON of other trackers as rows: a list of objects, one object a line, the board of Trello. Knows no fields.

Our own export is none of these; it is told by its key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from app.etiquette.errors import ImportFileError
from app.exchange.raw.decoding import decoded
from app.exchange.sheets.tables.json_lists import applications_in
from app.exchange.sheets.tables.json_values import flat, text_of
from app.exchange.sheets.tables.records import MOST_CELLS, Record, record_of

OWN_KEY = "afterword"
_DEEPEST = 4
_FEWEST_ROWS = 2
_ROWS = ("values", "rows", "data", "items", "table")
_HEADERS = ("headers", "header", "columns", "fields", "names")
"""Under which keys services put the cells of a table, and the names of its columns."""


def is_json(data: bytes) -> bool:
    """Return whether text is a JSON document, or one a line; a spreadsheet may begin with a bracket too."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"{":
        return head[1:].lstrip()[:1] in (b'"', b"}", b"")
    return head[:1] == b"[" and head[1:].lstrip()[:1] in (b"{", b"[", b"]", b'"', b"")


def document_of(data: bytes) -> Any:
    """Return what a JSON document, or a file of one object a line, holds: a list for the latter.

    Raises:
        ImportFileError: it is neither.
    """
    text = decoded(data).text
    try:
        return json.loads(text)
    except RecursionError:
        raise ImportFileError("The JSON is nested too deeply to be read.") from None
    except ValueError as error:
        lines = list(_objects(text))
        if len(lines) > 1 or (lines and text.count("\n") == 0):
            return lines
        raise ImportFileError(f"It isn't valid JSON: {error}.") from None


def _objects(text: str) -> Iterator[Any]:
    """The objects of JSON Lines; nothing when a line is none."""
    objects = []
    for line in text.split("\n"):
        bare = line.strip().rstrip(",")
        if not bare:
            continue
        try:
            value = json.loads(bare)
        except (ValueError, RecursionError):
            return
        if not isinstance(value, dict):
            return
        objects.append(value)
    yield from objects


def is_own(document: Any) -> bool:
    """Return whether a document is an export of ours, or is written as one."""
    if not isinstance(document, dict):
        return False
    applications = document.get("applications")
    if OWN_KEY in document or not isinstance(applications, list):
        return OWN_KEY in document
    return all(isinstance(one, dict) and {"company", "role"} <= one.keys() for one in applications)


def records_of(document: Any) -> list[Record]:
    """Return the header and a row for each object, the row's line being its place in the list, from 1.

    Raises:
        ImportFileError: no list of objects is in it.
    """
    rows_given = _rows_given(document)
    if rows_given:
        return rows_given
    objects = _board(document) or applications_in(document) or [flat(one) for one in _longest_list(document, 0)]
    if not objects:
        raise ImportFileError("The JSON holds no list of applications. Export a CSV file and import that.")
    names = list(dict.fromkeys(name for row in objects for name in row))[:MOST_CELLS]
    header = Record(0, names, width=len(names))
    body = (record_of(place, [row.get(name, "") for name in names]) for place, row in enumerate(objects, 1))
    blank = (Record(place, [""], "It is empty.", 1) for place in range(1, len(objects) + 1))
    return [header, *(record or empty for record, empty in zip(body, blank, strict=True))]


def _rows_given(document: Any) -> list[Record]:
    """The rows of a document that has cells in their places, or the columns one after another; nothing otherwise."""
    for value in _within(document, 0):
        rows = _lists_of_cells(value) or _columns(value)
        if rows:
            records = (record_of(place, [text_of(cell) for cell in row]) for place, row in enumerate(rows, 1) if row)
            return [record for record in records if record is not None]
    return []


def _within(document: Any, depth: int) -> Iterator[Any]:
    """Yield a document and the objects inside it that may hold a table, the outer ones first."""
    yield document
    if isinstance(document, dict) and depth < _DEEPEST:
        for inner in document.values():
            if isinstance(inner, dict):
                yield from _within(inner, depth + 1)


def _lists_of_cells(value: Any) -> list[list[Any]]:
    """`[["Company", "Role"], ...]`, bare or in an object; `{"columns": ["Company", "Role"], "data": [...]}`."""
    rows = value
    names: list[Any] = []
    if isinstance(value, dict):
        rows = next((value[key] for key in _ROWS if isinstance(value.get(key), list)), None)
        names = next((value[key] for key in _HEADERS if isinstance(value.get(key), list)), [])
        names = [text_of([name]) if isinstance(name, dict) else name for name in names]
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        return []
    table = [names, *rows] if names else rows
    return table if len(table) >= _FEWEST_ROWS else []


def _columns(value: Any) -> list[list[Any]]:
    """`{"company": ["Northwind", ...], "role": [...]}`, or each column as an object: `{"company": {"0": ...}}`."""
    if not isinstance(value, dict) or len(value) < _FEWEST_ROWS:
        return []
    columns = list(value.values())
    if all(isinstance(column, dict) for column in columns):
        keys = [list(column) for column in columns]
        columns = [list(column.values()) for column in columns] if all(one == keys[0] for one in keys) else []
        if not columns or not all(key.isdigit() for key in keys[0]):
            return []
    if not all(isinstance(column, list) for column in columns) or len({len(column) for column in columns}) != 1:
        return []
    if any(isinstance(cell, dict | list) for column in columns for cell in column):
        return []
    return [list(value), *(list(row) for row in zip(*columns, strict=True))]


def _board(document: Any) -> list[dict[str, str]]:
    """The cards of a board of Trello: its list is the status, its name is company and role."""
    if not (isinstance(document, dict) and isinstance(document.get("cards"), list)):
        return []
    lists = {one.get("id"): one.get("name", "") for one in document.get("lists") or () if isinstance(one, dict)}
    cards = []
    for card in document["cards"]:
        if not isinstance(card, dict):
            continue
        status = lists.get(card.get("idList"), "")
        labels = [label.get("name") for label in card.get("labels") or () if isinstance(label, dict)]
        url = next((one.get("url") for one in card.get("attachments") or () if isinstance(one, dict)), "")
        cards.append(
            flat(
                {
                    "name": card.get("name", ""),
                    "status": f"{status} (archived)" if card.get("closed") and not status else status,
                    "notes": card.get("desc", ""),
                    "due": card.get("due"),
                    "labels": labels,
                    "url": url or _link_in(card.get("desc", "")),
                    "updated at": card.get("dateLastActivity"),
                }
            )
        )
    return cards


def _link_in(text: Any) -> str:
    words = str(text).split()
    return next((word.strip("()<>[],") for word in words if word.startswith(("http://", "https://"))), "")


def _longest_list(value: Any, depth: int) -> list[dict[str, Any]]:
    """The longest list of objects in a document, or its one object's values where it is keyed by id."""
    if isinstance(value, list):
        objects = [one for one in value if isinstance(one, dict)]
        if objects:
            return objects
    if depth >= _DEEPEST or not isinstance(value, dict | list):
        return []
    inner = value.values() if isinstance(value, dict) else value
    best: list[dict[str, Any]] = max((_longest_list(one, depth + 1) for one in inner), key=len, default=[])
    if isinstance(value, dict) and len(value) > len(best) and all(isinstance(one, dict) for one in value.values()):
        return list(value.values())
    return best
