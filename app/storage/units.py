"""What changes together: the fields of a record that have one stamp, since half of one change and half of another make
no sense together, such as an interview's start and end. Pure.
"""

from __future__ import annotations

from functools import cache

from app.storage.columns import APPLICATION, UID, places_of
from app.storage.record_table import Place, RecordTable

AS_A_WHOLE = ""
"""The field of a stamp that a record has as a whole."""
MET = "met"
"""The field of an interview that says who was met: rows of a table of their own."""
WORDS = "body"
"""The field of a letter under which everything that is written, and whether it went, has its stamp."""
_LETTER = ("subject", "body", "status", "sent", "how", "message_id", "in_reply_to", "thread_subject", "written")
_INTERVIEW = ("starts", "ends", "timezone", "day_only", "calendar_uid", "sequence", "stamped")
_POSTING = ("address", "title", "text", "kept", "closes")
_TOGETHER: dict[str, dict[str, str]] = {
    "person": dict.fromkeys(("given", "family", "family_first"), "given"),
    "interview": dict.fromkeys(_INTERVIEW, "starts"),
    "letter": dict.fromkeys(_LETTER, WORDS),
    "attached_file": dict.fromkeys(("sha256", "size", "media_type"), "sha256"),
    "posting": dict.fromkeys(_POSTING, "text"),
}
_UNMARKED = {(APPLICATION.name, "stage"), (APPLICATION.name, "added")}
"""The stage is worked out from all else."""


def unit_of(table: str, field: str) -> str:
    """Return the field under whose name a field's stamp is kept: its own, unless it changes together with others."""
    return _TOGETHER.get(table, {}).get(field, field)


@cache
def unit_by_column(table: RecordTable[object]) -> dict[str, str]:
    """Return the field under whose name a stamp is kept, for each column of a table that can be changed."""
    return {
        place.column.name: unit_of(table.name, place.path[0]) for place in places_of(table) if _is_marked(table, place)
    }


def _is_marked(table: RecordTable[object], place: Place) -> bool:
    if not place.path or not place.column.is_written or place.column.name in ("id", UID.name):
        return False
    return (table.name, place.path[0]) not in _UNMARKED
