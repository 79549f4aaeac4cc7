"""One schema: what is created, what is migrated to, and what the readers select are the same."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from app.etiquette.errors import StorageError
from app.storage import migrations, reading
from app.storage.engine import engine_of, open_database, transaction
from app.storage.mapping import COLUMNS
from app.storage.opening import REVISION
from app.storage.tables import TABLES
from tests.storage.hunts import Clock, add, open_hunt


def make_older(path: Path) -> None:
    """Write an empty database of the first schema."""
    path.touch(0o600)
    with transaction(engine_of(path)) as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO verb VALUES (1, '2026-01-01', 'add', 's', 1, 0, NULL, 0, '', 1)")
        names = "company, role, stage, location, url, salary, source, priority, notes, reply_by_stated, no_follow_ups"
        names += ", keep_in_touch, archived, version, folded"
        values = "'Northwind', 'Chef', 'applied', '', '', '', '', 0, '', 0, 0, 0, 0, 1, 'northwind'"
        connection.execute(f"INSERT INTO application ({names}) VALUES ({values})")
        connection.execute(
            "INSERT INTO letter (application_id, kind, subject, body, status, how, version)"
            " VALUES (1, 'thank_you', 's', 'kept', 'draft', '', 1)"
        )
        connection.commit()


def schema(path: Path) -> dict[str, str]:
    """Return every table, index and trigger, spaces and quotes aside."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'"
        )
        return {name: "".join(sql.replace('"', "").split()).lower() for name, sql in rows}


def test_what_is_migrated_equals_what_is_created(tmp_path: Path) -> None:
    open_database(tmp_path / "new.db", Clock())
    make_older(tmp_path / "old.db")
    open_database(tmp_path / "old.db", Clock())
    assert schema(tmp_path / "old.db") == schema(tmp_path / "new.db")


def test_an_older_file_is_backed_up_and_keeps_its_content(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    make_older(path)
    with pytest.raises(reading.OlderDatabaseError):
        reading.open_reader(path)
    hunt = open_hunt(path)
    connection = reading.open_reader(path)
    assert connection is not None
    with closing(connection):
        assert reading.application(connection, 1).letters[0].body == "kept"
    backups = list((tmp_path / "old-backups").iterdir())
    assert len(backups) == 1
    assert stat.S_IMODE(backups[0].stat().st_mode) == 0o600
    assert add(hunt) == 2


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    make_older(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE letter ADD COLUMN thread_subject TEXT")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="It is as it was"):
        open_hunt(path)
    assert path.read_bytes() == before


def test_the_readers_select_columns_that_the_tables_have() -> None:
    for table, columns in COLUMNS.items():
        assert set(columns) <= set(TABLES[table].columns.keys()), table


@pytest.mark.parametrize("revision", [f"{int(REVISION) + 1:04}", "9999"])
def test_a_newer_file_is_refused_untouched(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "hunt.db"
    open_hunt(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="newer Afterword"):
        open_hunt(path)
    assert path.read_bytes() == before


def test_what_is_no_database_of_ours_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database " * 200)
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE other (id)")
        connection.commit()
    for path, words in (
        (tmp_path / "text.db", "not a database"),
        (tmp_path / "other.db", "not one of"),
        (tmp_path, "folder"),
    ):
        with pytest.raises(StorageError, match=words):
            open_hunt(path)
    assert (tmp_path / "text.db").read_text().startswith("no database")


def test_the_file_and_its_folder_are_private_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "data" / "hunt.db"
    open_hunt(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_events_are_append_only(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    with closing(sqlite3.connect(path)) as connection:
        for statement in ("UPDATE event SET text = 'x'", "DELETE FROM event"):
            with pytest.raises(sqlite3.DatabaseError, match="never changed"):
                connection.execute(statement)
