"""The files that a company has of the user, named by the hash of what is in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0012"
down_revision = "0011"

_TABLE = "attached_file"


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        _TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        *(sa.Column(name, AutoString(), nullable=False) for name in ("kind", "name", "sha256")),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", AutoString(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=True) for name in ("added", "sent")),
        sa.Column("uid", AutoString(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["application_id"], ["application.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("attached_file_of_application", _TABLE, ["application_id", "id"])
    op.create_index("attached_file_sha256", _TABLE, ["sha256"])
