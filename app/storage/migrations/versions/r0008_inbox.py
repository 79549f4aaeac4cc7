"""The mailbox: how far its folders were looked through, and what of it the user has decided on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0008"
down_revision = "0007"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    """Make both tables, empty."""
    op.create_table(
        "mail_dealt",
        _number("id"),
        _text("key"),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("mail_dealt_key", "mail_dealt", ["key"], unique=True)
    op.create_table(
        "inbox_folder",
        _number("id"),
        *(_text(name) for name in ("account", "folder")),
        sa.Column("is_sent", sa.Boolean(), nullable=False),
        *(_number(name) for name in ("uidvalidity", "uidnext")),
        *(_text(name) for name in ("since", "asked", "waiting")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("inbox_folder_of_account", "inbox_folder", ["account", "folder"], unique=True)
