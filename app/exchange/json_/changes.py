"""What a copy of the hunt knows of changes, in our JSON: with each record and for the whole. Older files have none.

"machine": "9f3a1c02b7d4"                   the copy that wrote it
"seen": {"9f3a1c02b7d4": stamp, ...}        of each copy, the latest change that this one holds
"removed": [[uid, stamp, ""], ...]          what was removed, and the uid of what took its place
"changed": {"notes": stamp}                 with a record: when its fields were last changed
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.etiquette.marks import NO_MARKS, Marks, Removal
from app.etiquette.time.stamps import is_stamp
from app.exchange.json_.fields import JsonObject

CHANGED = "changed"
_MOST_REMOVED = 1_000_000
_LONGEST = 100


def whole_changes(marks: Marks) -> dict[str, Any]:
    """Return what stands at the beginning of a document."""
    if not marks.machine:
        return {}
    return {
        "machine": marks.machine,
        "seen": dict(sorted(marks.seen.items())),
        "removed": [[uid, *removal] for uid, removal in sorted(marks.removed.items())],
    }


def read_changes(document: JsonObject) -> Marks:
    """Return what a document says of changes.

    Raises:
        InvalidFieldError: a value cannot be used.
    """
    machine = document.text("machine")
    if not machine:
        return NO_MARKS
    seen = document.child("seen")
    edits = {uid: stamps for entry in document.objects("applications") for uid, stamps in _edits(entry)}
    return Marks(machine, _stamps(seen) if seen is not None else {}, edits, dict(_removed(document)))


def _edits(entry: JsonObject) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield when the fields of an application were changed, and those of everything in it."""
    if CHANGED in entry.values:
        changed = entry.child(CHANGED)
        if changed is not None:
            yield entry.uid(), _stamps(changed)
    for name, value in entry.values.items():
        if isinstance(value, list) and any(isinstance(item, dict) and CHANGED in item for item in value):
            for part in entry.objects(name):
                changed = part.child(CHANGED)
                if changed is not None:
                    yield part.uid(), _stamps(changed)


def _stamps(stamps: JsonObject) -> dict[str, str]:
    for name, stamp in stamps.values.items():
        if not is_stamp(stamp):
            raise stamps.wrong(name, "should be a moment and a machine, as Afterword writes them.")
    return {name: str(stamp) for name, stamp in stamps.values.items()}


def _removed(document: JsonObject) -> Iterator[tuple[str, Removal]]:
    removed = document.items("removed")
    if len(removed) > _MOST_REMOVED:
        raise document.wrong("removed", f"{len(removed)} are more than a search can have ({_MOST_REMOVED}).")
    for place, item in enumerate(removed):
        match item:
            case [str(uid), str(stamp), str(became)] if 0 < len(uid) <= _LONGEST >= len(became) and (
                not stamp or is_stamp(stamp)
            ):
                yield uid, Removal(stamp, became)
            case _:
                raise document.wrong(f"removed[{place}]", "should be a uid, a moment with a machine, and a uid or ''.")
