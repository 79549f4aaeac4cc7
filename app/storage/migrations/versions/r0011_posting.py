"""Postings that are kept with their applications."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0011"
down_revision = "0010"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=False)


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "posting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        *(_text(name) for name in ("address", "title", "text")),
        sa.Column("kept", sa.String(), nullable=False),
        sa.Column("closes", sa.Date(), nullable=True),
        _text("folded"),
        sa.Column("uid", AutoString(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["application_id"], ["application.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("posting_of_application", "posting", ["application_id", "id"])
