"""Mails that may be answers, which nobody has read yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0010"
down_revision = "0009"

_INDEX = "reply_of_application"


def upgrade() -> None:
    """Add the column, and have it in the index that the first screen reads; those there are count as answers."""
    op.add_column("reply", sa.Column("standing", AutoString(), nullable=False, server_default="answer"))
    op.drop_index(_INDEX, "reply")
    op.create_index(_INDEX, "reply", ["application_id", "id", "at", "away_until", "standing"])
