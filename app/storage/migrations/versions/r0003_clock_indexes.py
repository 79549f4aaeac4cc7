"""What the clock depends on is in the indexes themselves: the first screen and `due` need not look at the rows."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = {
    "person": "given family email part family_first",
    "interview": "round starts ends kind status",
    "met": "position interview_id person_id",
    "letter": "kind to_id status sent interview_id",
    "reply": "at away_until",
    "waiver": "step person_id interview_id at",
    "snooze": "step person_id until",
}
"""Of each table, what follows the application and the row's id."""


def upgrade() -> None:
    """Put wider indexes in the place of those that held nothing but the application or the day of sending."""
    for table, columns in _COLUMNS.items():
        op.drop_index(f"ix_{table}_application_id", table)
        op.create_index(f"{table}_of_application", table, ["application_id", *_in_order(table, columns.split())])
    op.drop_index("letter_sent", "letter")
    op.create_index("letter_sent", "letter", ["status", "sent", "kind", "application_id"])


def _in_order(table: str, columns: list[str]) -> list[str]:
    """Return the columns with the id where the selects sort by it: the people met come by position first."""
    return [columns[0], "id", *columns[1:]] if table == "met" else ["id", *columns]
