"""Every thing has a uid of its own, and so has the hunt; an interview's calendar UID is called what it is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0004"
down_revision = "0003"

_TABLES = ("application", "person", "interview", "letter", "reply", "waiver", "snooze", "event")
_NEW_UID = "lower(hex(randomblob(10)))"


def upgrade() -> None:
    """Name what is there. The triggers are taken off meanwhile, so that undo does not take this for the user's doing;
    those behind undo are made again once the last revision has run."""
    for table in _TABLES:
        op.execute(f"DROP TRIGGER IF EXISTS {table}_update_kept")
    op.execute("DROP TRIGGER IF EXISTS event_update_refused")
    op.execute("ALTER TABLE interview RENAME COLUMN uid TO calendar_uid")
    op.execute(_RENAMED_IN_IMAGES)
    for table in _TABLES:
        op.add_column(table, sa.Column("uid", AutoString(), nullable=False, server_default=""))
        op.execute(f"UPDATE {table} SET uid = {_NEW_UID}")
    op.create_table(
        "hunt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute(f"INSERT INTO hunt (id, uid) VALUES (1, {_NEW_UID})")
    op.execute(
        "CREATE TRIGGER event_update_refused BEFORE UPDATE ON event"
        " BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"
    )


_RENAMED_IN_IMAGES = """
    UPDATE change SET before =
        replace(substr(before, 1, instr(before, char(10))), ',uid,', ',calendar_uid,')
        || substr(before, instr(before, char(10)) + 1)
    WHERE table_name = 'interview' AND before IS NOT NULL"""
"""The images that undo puts back name their columns in their first line."""
