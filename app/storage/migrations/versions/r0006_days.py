"""An offer's decision has its moment, and an event says when nothing but its day is known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add both columns: earlier decisions have no moment of their own, and earlier events all have a time."""
    op.add_column("application", sa.Column("decided_at", AutoString(), nullable=True))
    op.add_column("event", sa.Column("is_day", sa.Boolean(), nullable=False, server_default="0"))
