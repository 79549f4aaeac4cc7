"""One schema: what is created, what is migrated to, and what the readers select are the same."""

from __future__ import annotations

import gzip
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from app.etiquette.errors import StorageError
from app.etiquette.records import Application, Interview
from app.hunt.changes import Change, When
from app.storage import migrations, readers, reading
from app.storage.engine import open_database
from app.storage.opening import REVISION
from app.storage.tables import WITH_UID
from app.storage.transactions import engine_of, transaction
from tests.storage.hunts import NOW, Clock, add, log_interview, open_hunt, reader


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
    with pytest.raises(readers.OlderDatabaseError):
        readers.open_reader(path)
    hunt = open_hunt(path)
    connection = readers.open_reader(path)
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
    with pytest.raises(StorageError, match="It was left as it is"):
        open_hunt(path)
    assert path.read_bytes() == before


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


def uids(path: Path) -> list[str]:
    """Return the uid of everything that has one, the hunt's included."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for name in ("hunt", *WITH_UID) for row in connection.execute(f"SELECT uid FROM {name}")]


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_a_migration_gives_everything_a_uid_and_is_nothing_to_undo(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "hunt.db"
    path.write_bytes(gzip.decompress((Path(__file__).parent / "released" / f"{revision}.db.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        images = connection.execute("SELECT count(*) FROM change").fetchone()
    hunt = open_hunt(path)
    made = uids(path)
    assert len(set(made)) == len(made) > 20
    assert {len(uid) for uid in made} == {20}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM change").fetchone() == images
    hunt.undo()
    hunt.redo()
    assert all(uids(path))


def test_an_interview_that_an_older_verb_deleted_comes_back_with_a_uid_and_its_calendar_uid(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    make_older(path)
    with closing(sqlite3.connect(path)) as connection:
        image = (
            "id,application_id,round,starts,ends,timezone,kind,location,noted,status,uid,sequence,stamped\n"
            "3,1,1,'2026-01-02T10:00:00.000000+00:00',NULL,'','video','','a,uid,b','held','abc@cal',0,NULL"
        )
        connection.execute("INSERT INTO change VALUES (1, 1, 'interview', 3, ?)", (image,))
        connection.commit()
    hunt = open_hunt(path)
    hunt.undo()
    with reader(path) as connection:
        (back,) = reading.application(connection, 1).interviews
    assert (back.calendar_uid, back.noted, len(back.uid)) == ("abc@cal", "a,uid,b", 20)


def test_no_verb_changes_a_uid(tmp_path: Path) -> None:
    """Not even one that makes the record anew."""
    hunt = open_hunt(tmp_path / "hunt.db")
    application_id = add(hunt)
    before = log_interview(hunt, application_id).application
    assert before is not None
    anew = Interview(before.interviews[0].id, 1, NOW, uid="")
    person = replace(before.people[0], uid="another")

    def changed(application: Application, _: When) -> Change:
        people = (person, *application.people[1:])
        return Change(replace(application, uid="", people=people, interviews=(anew,)), "Changed")

    after = hunt.do(application_id, changed).application
    assert after is not None
    with reader(tmp_path / "hunt.db") as connection:
        assert reading.application(connection, application_id) == after
    assert (after.uid, after.interviews[0].uid) == (before.uid, before.interviews[0].uid)
    assert after.people[0].uid == before.people[0].uid != ""
