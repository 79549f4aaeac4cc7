"""Letters know the mail thread that they belong to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the thread's columns; letters written before start threads of their own."""
    for name in ("message_id", "in_reply_to", "thread_subject"):
        op.add_column("letter", sa.Column(name, AutoString(), nullable=False, server_default=""))
