"""What was changed when, kept by triggers so that no verb needs code for it: see `stamps`. Knows no connection.

A field that a verb changes gets the verb's stamp in `edit`, what it removes leaves its uid in `removed`, and what comes
back, by undo, gets a stamp as a whole. Fields that are only ever changed together, such as a letter's subject and body,
have one stamp. What time alone brings about is no change: every machine works it out by itself. While hunts are joined,
`verb.marks` is 0 and no stamp is made: those of both hunts are stored, and undo puts them back.
"""

from __future__ import annotations

from app.storage.columns import APPLICATION, OWNED, RecordTable
from app.storage.tables import MARK_TABLES, TABLES, USER_TABLES
from app.storage.triggers import undo_triggers
from app.storage.units import AS_A_WHOLE, MET, units_of
from app.storage.values import quoted

_BY_TIME = {
    ("interview", "status"): "OLD.status = 'planned' AND NEW.status = 'held'",
    (APPLICATION.name, "reply_by"): "coalesce(OLD.reply_by_stated, 0) = 0 AND coalesce(NEW.reply_by_stated, 0) = 0",
}
"""Under which condition a change is none of the user's: see `settling`."""
_VERB = "verb WHERE verb.id = (SELECT max(id) FROM verb) AND verb.marks"
_STAMPED = "ON CONFLICT (uid, field) DO UPDATE SET stamp = excluded.stamp"
_JOINS = "NOT (SELECT marks FROM verb ORDER BY id DESC LIMIT 1)"


def triggers() -> list[str]:
    """Return the statements that make and replace all triggers: those behind undo, and those that keep stamps."""
    statements = []
    for name in USER_TABLES:
        statements += undo_triggers(name, TABLES[name].columns.keys())
    for name in MARK_TABLES:
        statements += undo_triggers(name, TABLES[name].columns.keys(), when=_JOINS)
    for table in (APPLICATION, *OWNED):
        statements += _mark_triggers(table)
    return statements + _met_triggers()


def _mark_triggers(table: RecordTable[object]) -> list[str]:
    name = table.name
    statements = _replacing(
        f"{name}_insert_marked",
        f"AFTER INSERT ON {quoted(name)} WHEN EXISTS (SELECT 1 FROM removed WHERE uid = NEW.uid)",
        f"INSERT INTO edit (uid, field, stamp) SELECT NEW.uid, '{AS_A_WHOLE}', clock FROM {_VERB} {_STAMPED};"
        " DELETE FROM removed WHERE uid = NEW.uid",
    )
    for unit, columns in units_of(table).items():
        differs = " OR ".join(f"OLD.{quoted(column)} IS NOT NEW.{quoted(column)}" for column in columns)
        by_time = _BY_TIME.get((name, unit))
        condition = f"({differs}) AND NOT ({by_time})" if by_time else differs
        statements += _replacing(
            f"{name}_{unit}_marked",
            f"AFTER UPDATE OF {', '.join(map(quoted, columns))} ON {quoted(name)} WHEN {condition}",
            f"INSERT INTO edit (uid, field, stamp) SELECT NEW.uid, '{unit}', clock FROM {_VERB} {_STAMPED}",
        )
    return statements + _replacing(
        f"{name}_delete_marked",
        f"AFTER DELETE ON {quoted(name)}",
        f"INSERT INTO removed (uid, stamp, became) SELECT OLD.uid, clock, '' FROM {_VERB}"
        " ON CONFLICT (uid) DO UPDATE SET stamp = excluded.stamp, became = '';"
        " DELETE FROM edit WHERE uid = OLD.uid",
    )


def _met_triggers() -> list[str]:
    """Return those for who was met: an interview that the same verb adds has none of that as a change."""
    statements = []
    for action, row in (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")):
        statements += _replacing(
            f"met_{action}_marked",
            f"AFTER {action.upper()} ON met WHEN NOT EXISTS (SELECT 1 FROM change WHERE verb_id ="
            f" (SELECT max(id) FROM verb) AND table_name = 'interview' AND row_id = {row}.interview_id"
            " AND before IS NULL)",
            "INSERT INTO edit (uid, field, stamp)"
            f" SELECT (SELECT uid FROM interview WHERE id = {row}.interview_id), '{MET}', clock FROM {_VERB}"
            f" AND EXISTS (SELECT 1 FROM interview WHERE id = {row}.interview_id) {_STAMPED}",
        )
    return statements


def _replacing(name: str, when: str, does: str) -> list[str]:
    return [f"DROP TRIGGER IF EXISTS {name}", f"CREATE TRIGGER {name} {when} BEGIN {does}; END"]
