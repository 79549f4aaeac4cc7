"""The agenda is stored: what every application asks for, with the moment at which time alone changes that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0007"
down_revision = "0006"


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=null)


def _moment(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=null)


def upgrade() -> None:
    """Make the agenda's tables, empty: it is worked out when the dashboard next opens. `quiet_after`, which told what
    asks for nothing, is not needed any more."""
    for action in ("insert", "update", "delete"):  # they name every column, and are made anew after the last revision
        op.execute(f"DROP TRIGGER IF EXISTS application_{action}_kept")
    op.drop_index("application_live", "application")
    op.drop_column("application", "quiet_after")
    op.create_index("application_archived", "application", ["archived"])
    op.create_table(
        "agenda",
        _number("id"),
        _number("application_id"),
        _text("step"),
        _text("kind", null=True),
        _number("person_id", null=True),
        _number("interview_id", null=True),
        _moment("opens"),
        *(_moment(name, null=True) for name in ("due", "late", "lapses", "snoozed_until")),
        _number("urgency"),
        _moment("presses"),
        _text("reason"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("agenda_in_order", "agenda", ["urgency", "presses", "opens", "application_id"])
    op.create_index("agenda_of_application", "agenda", ["application_id"])
    op.create_table(
        "agenda_state",
        _number("application_id"),
        _text("stage"),
        _text("company"),
        _moment("status_mail", null=True),
        _moment("made"),
        _moment("holds_until"),
        sa.PrimaryKeyConstraint("application_id"),
    )
    op.create_index("agenda_state_until", "agenda_state", ["holds_until"])
    op.create_index("agenda_state_made", "agenda_state", ["made"])
    op.create_index("agenda_state_stage", "agenda_state", ["stage"])
    op.create_index("agenda_state_company", "agenda_state", ["company", "status_mail"])
    op.create_table("agenda_stamp", _number("id"), _text("stamp"), sa.PrimaryKeyConstraint("id"))
