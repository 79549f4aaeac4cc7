"""When another machine spoke against an application's outcome."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the column: nothing speaks against the outcomes that there are."""
    op.add_column("application", sa.Column("disputed", sa.String(), nullable=True))
