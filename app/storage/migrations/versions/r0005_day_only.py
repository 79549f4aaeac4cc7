"""Interviews of which only the day is known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_INDEX = "interview_of_application"


def upgrade() -> None:
    """Add the column, and have it in the index that the first screen reads; of those there are, the time is known."""
    op.add_column("interview", sa.Column("day_only", sa.Boolean(), nullable=False, server_default="0"))
    op.drop_index(_INDEX, "interview")
    columns = "application_id id round starts ends kind status day_only"
    op.create_index(_INDEX, "interview", columns.split())
