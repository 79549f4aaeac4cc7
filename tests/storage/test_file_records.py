"""Attached files as rows: undone as everything else, and their contents named as long as anything may need them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.etiquette.attached_files import AttachedFile, FileKind
from app.etiquette.records import Application
from app.hunt.changes import Change, Verb, When
from app.storage import reading
from app.storage.file_records import all_files, hashes_named, hashes_to_keep
from tests.storage.hunts import NOW, add, open_hunt, reader

CV, TALK = "0a" * 32, "1b" * 32


def with_files(*files: AttachedFile) -> Verb:
    """Return the verb that gives an application these files."""

    def verb(application: Application, _when: When) -> Change:
        return Change(replace(application, files=files), "Changed its files")

    return verb


def test_files_are_stored_read_and_undone(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    first, second = add(hunt), add(hunt, "Contoso")
    cv = AttachedFile(0, FileKind.CV, "cv.pdf", CV, 5, "application/pdf", NOW, NOW)
    talk = AttachedFile(-1, FileKind.PORTFOLIO, "talk.pdf", TALK, 6, "application/pdf", NOW)
    hunt.do(first, with_files(cv, talk))
    hunt.do(second, with_files(cv))
    with reader(path) as connection:
        assert [(file.name, file.sent, bool(file.uid)) for file in reading.application(connection, first).files] == [
            ("cv.pdf", NOW, True),
            ("talk.pdf", None, True),
        ]
        assert [(owned.company, owned.application_id, owned.file.name) for owned in all_files(connection)] == [
            ("Northwind", first, "cv.pdf"),
            ("Northwind", first, "talk.pdf"),
            ("Contoso", second, "cv.pdf"),
        ]
    hunt.do(first, with_files())
    hunt.undo()
    hunt.undo()
    with reader(path) as connection:
        assert len(reading.application(connection, first).files) == 2
        assert reading.application(connection, second).files == ()


def test_a_content_is_named_as_long_as_undo_or_redo_can_bring_it_back(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    application_id = add(hunt)
    hunt.do(application_id, with_files(AttachedFile(0, FileKind.CV, "c,v'.pdf", CV, 5)))
    hunt.undo()
    hunt.redo()
    hunt.delete(application_id)
    with reader(path) as connection:
        assert hashes_named(connection) == frozenset()
        assert hashes_to_keep(connection) == {CV}
    hunt.undo()
    with reader(path) as connection:
        assert hashes_named(connection) == {CV}
