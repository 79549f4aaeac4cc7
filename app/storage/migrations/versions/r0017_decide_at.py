"""The hour by which an offer wants an answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the column: of the offers that there are only the day is known."""
    op.add_column("application", sa.Column("decide_at", sa.String(), nullable=True))
