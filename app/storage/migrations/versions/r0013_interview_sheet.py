"""What is on the sheet of an interview: the questions to ask and to expect, and what was written down during it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0013"
down_revision = "0012"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _of(table: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(f"{table}_id", sa.Integer(), sa.ForeignKey(f"{table}.id"), nullable=null)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        _of("application"),
        *columns,
        sa.Column("uid", AutoString(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(f"{name}_of_application", name, ["application_id", "id"])
    op.create_index(f"ix_{name}_interview_id", name, ["interview_id"])


def upgrade() -> None:
    """Make both tables, empty."""
    _table("question", *map(_text, ("whose", "text", "answer")), _flag("is_ticked"), _of("interview", null=True))
    _table("jotting", _of("interview", null=True), _of("person", null=True), _text("text"))
    op.create_index("ix_jotting_person_id", "jotting", ["person_id"])
