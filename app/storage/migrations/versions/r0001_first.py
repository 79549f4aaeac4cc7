"""The first schema: what a hunt consists of, the journal of verbs, and the images that undo puts back."""

from __future__ import annotations

from functools import partial

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0001"
down_revision: str | None = None


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=null)


def _moment(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=null)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=True)


def _of(name: str, table: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{table}.id"), nullable=null)


def _table(name: str, *parts: sa.schema.SchemaItem, reused: bool = False) -> None:
    options = {} if reused else {"sqlite_autoincrement": True}
    op.create_table(
        name, sa.Column("id", sa.Integer(), nullable=False), *parts, sa.PrimaryKeyConstraint("id"), **options
    )


def upgrade() -> None:
    """Make the tables and their indexes; the triggers follow once the last revision has run."""
    _table("me", *map(_text, ("name", "email", "signature")), reused=True)
    _hunt_tables()
    _journal_tables()
    for table, columns in _INDEXES:
        for column in columns.split():
            op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_index("application_live", "application", ["archived", "quiet_after"])
    op.create_index("application_applied_on", "application", ["applied_on"])
    op.create_index("application_decision", "application", ["decision"])
    op.create_index("letter_sent", "letter", ["status", "sent"])
    op.create_index("event_of_application", "event", ["application_id", "at", "verb_id"])
    op.create_index("verb_undone", "verb", ["id"], sqlite_where=sa.text("undone = 1"))


_INDEXES = (
    ("person", "application_id"),
    ("interview", "application_id"),
    ("met", "application_id interview_id person_id"),
    ("letter", "application_id to_id interview_id"),
    ("reply", "application_id person_id"),
    ("waiver", "application_id person_id interview_id"),
    ("snooze", "application_id person_id"),
)


def _hunt_tables() -> None:
    _table(
        "application",
        *map(_text, ("company", "role", "stage", "location", "url", "salary", "source")),
        _number("priority"),
        _text("notes"),
        _day("applied_on"),
        _day("reply_by_date"),
        _flag("reply_by_stated"),
        _moment("reply_by_known", null=True),
        _flag("no_follow_ups"),
        _flag("keep_in_touch"),
        _text("outcome_kind", null=True),
        _moment("outcome_at", null=True),
        _day("decide_by"),
        _text("decision", null=True),
        _text("came_from", null=True),
        _flag("archived"),
        _moment("added", null=True),
        _number("version"),
        _moment("quiet_after", null=True),
        _text("folded"),
    )
    person_texts = ("given", "family", "honorific", "email", "title", "part")
    _table("person", _of("application_id", "application"), *map(_text, person_texts), _flag("family_first"))
    _table(
        "interview",
        _of("application_id", "application"),
        _number("round"),
        _moment("starts"),
        _moment("ends", null=True),
        *map(_text, ("timezone", "kind", "location", "noted", "status", "uid")),
        _number("sequence"),
        _moment("stamped", null=True),
    )
    _table(
        "met",
        _of("application_id", "application"),
        _of("interview_id", "interview"),
        _of("person_id", "person"),
        _number("position"),
    )
    _letter_tables()


def _letter_tables() -> None:
    _table(
        "letter",
        _of("application_id", "application"),
        _text("kind"),
        _of("to_id", "person", null=True),
        *map(_text, ("subject", "body", "status")),
        _moment("sent", null=True),
        _text("how"),
        _of("interview_id", "interview", null=True),
        _moment("written", null=True),
        _number("version"),
    )
    to_person = partial(_of, "person_id", "person", null=True)
    _table(
        "reply",
        _of("application_id", "application"),
        _moment("at"),
        _text("text"),
        _day("reply_by"),
        _day("away_until"),
        to_person(),
        *map(_text, ("message_id", "subject")),
    )
    _table(
        "waiver",
        _of("application_id", "application"),
        _text("step"),
        to_person(),
        _of("interview_id", "interview", null=True),
        _text("reason"),
        _moment("at"),
    )
    _table("snooze", _of("application_id", "application"), _text("step"), to_person(), _moment("until"))


def _journal_tables() -> None:
    _table(
        "verb",
        _moment("at"),
        *map(_text, ("name", "summary")),
        _number("application_id", null=True),
        _flag("undone"),
        _of("undoes", "verb", null=True),
        _flag("final"),
        _text("coalesce_key"),
        _number("stamp"),
        reused=True,
    )
    _table(
        "event",
        _of("verb_id", "verb"),
        _number("application_id"),
        _moment("at"),
        _moment("recorded"),
        *map(_text, ("what", "text")),
        _text("before", null=True),
        _text("after", null=True),
        _text("rule"),
    )
    _table(
        "change",
        _of("verb_id", "verb"),
        _text("table_name"),
        _number("row_id"),
        _text("before", null=True),
        sa.UniqueConstraint("verb_id", "table_name", "row_id"),
        reused=True,
    )
    for action in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER event_{action}_refused BEFORE {action.upper()} ON event"
            " BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"
        )
