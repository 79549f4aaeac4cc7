"""The moment of a record that was given none."""

from __future__ import annotations

from datetime import UTC, datetime

UNSET = datetime.min.replace(tzinfo=UTC)
