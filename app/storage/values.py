"""How single values are stored: moments, days, names in SQL. Imports the standard library alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime


def quoted(name: str) -> str:
    """Return a column or table name as SQL takes it, keywords such as `before` included."""
    return f'"{name}"'


def listed(names: tuple[str, ...]) -> str:
    """Return columns as a select lists them."""
    return ", ".join(map(quoted, names))


def ids_as_json(ids: Iterable[int]) -> str:
    """Return ids as a JSON array for `json_each`."""
    return f"[{','.join(map(str, ids))}]"


def stored(moment: datetime) -> str:
    """Return the stored form of an aware datetime: UTC, always of one length, so that it sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str | None) -> datetime | None:
    """Return the aware UTC datetime of a stored value."""
    return None if text is None else datetime.fromisoformat(text)


def day(text: str | None) -> date | None:
    """Return the day of a stored value."""
    return None if text is None else date.fromisoformat(text)
