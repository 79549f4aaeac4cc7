"""Applications remember how letters to them sound."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column; letters of the applications there are sound as the settings say."""
    op.add_column("application", sa.Column("tone", AutoString(), nullable=True))
