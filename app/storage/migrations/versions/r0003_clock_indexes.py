"""What the clock depends on is in the indexes themselves: the first screen and `due` need not look at the rows."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = {
    "person": "id given family email part family_first",
    "interview": "id round starts ends kind status",
    "met": "position id interview_id person_id",
    "letter": "id kind to_id status sent interview_id",
    "reply": "id at away_until",
    "waiver": "id step person_id interview_id at",
    "snooze": "id step person_id until",
}
"""Of each table, what follows the application: first what the selects sort by, then all that they read."""


def upgrade() -> None:
    """Put wider indexes in the place of those that held nothing but the application or the day of sending."""
    for table, columns in _COLUMNS.items():
        op.drop_index(f"ix_{table}_application_id", table)
        op.create_index(f"{table}_of_application", table, ["application_id", *columns.split()])
    op.drop_index("letter_sent", "letter")
    op.create_index("letter_sent", "letter", ["status", "sent", "kind", "application_id"])
