"""When what was changed or removed, so that two copies of a hunt can be joined."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0014"
down_revision = "0013"


def _make(name: str, *texts: str, once: tuple[str, ...]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(text, AutoString(), nullable=False) for text in texts),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint(*once),
    )


def upgrade() -> None:
    """Make the tables, empty: what is there counts as it was first recorded. Verbs from here on have a stamp."""
    op.add_column("verb", sa.Column("clock", AutoString(), nullable=False, server_default=""))
    _make("edit", "uid", "field", "stamp", once=("uid", "field"))
    _make("removed", "uid", "stamp", "became", once=("uid",))
    _make("machine", "name", "seen", once=("name",))
