"""Headers that name company and role at once: "Company / Role", "Position (Employer)"."""

from __future__ import annotations

import re

from app.exchange.sheets.columns.naming import names_of

_SEPARATED = re.compile(
    r"\s*(?:[-–—/|&+,·•:]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\boch\b|\bi\b)\s*", re.IGNORECASE
)


def names_both(header: str) -> bool:
    """Return whether a header names company and role at once."""
    return bool(_parts_named(header))


def _parts_named(header: str) -> list[str]:
    """The fields that the two parts of a header name, nothing when they are not company and role."""
    parts = [part for part in _SEPARATED.split(header.strip("()[] ").replace("(", "/").replace(")", "")) if part]
    if len(parts) != 2:
        return []
    fields = []
    for part in parts:
        names = {name.field for name in names_of(part) if name.weight >= 0.9}
        fields.append("company" if "company" in names else "role" if "role" in names else "")
    return fields if sorted(fields) == ["company", "role"] else []


def is_company_first(header: str) -> bool:
    """Return whether such a header names the company first."""
    return _parts_named(header)[0] == "company"
