"""Sync: which machines take part, and what of each was read last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "sync_device",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, AutoString(), nullable=False) for name in ("device", "name")),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("generation", "stamp")),
        *(sa.Column(name, AutoString(), nullable=False) for name in ("digest", "made_of")),
        sa.Column("at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("sync_device_device", "sync_device", ["device"], unique=True)
