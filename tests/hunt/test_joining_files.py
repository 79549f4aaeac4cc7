"""Files that came with an export: what was sent stays as it went."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.etiquette.attached_files import AttachedFile, FileKind
from app.hunt.intake.joining_files import joinable_files
from tests.storage.hunts import NOW

SHA, OTHER = "0a" * 32, "1b" * 32
HERE = AttachedFile(1, FileKind.CV, "cv.pdf", SHA, 5, uid="f-1")


@pytest.mark.parametrize("is_newer", [False, True])
@pytest.mark.parametrize(
    ("stored", "imported", "joined"),
    [
        (HERE, replace(HERE, id=-1, sent=NOW, name="x.pdf"), [("sent", NOW)]),
        (replace(HERE, sent=NOW), replace(HERE, id=-1, name="x.pdf"), [("name", "cv.pdf"), ("sent", NOW)]),
        (replace(HERE, sent=NOW), replace(HERE, sha256=OTHER), [("sha256", OTHER), ("uid", ""), ("sent", None)]),
        (HERE, replace(HERE, uid="", kind=FileKind.OTHER), [("kind", FileKind.OTHER)]),
    ],
)
def test_a_file_that_was_sent_stays_as_it_went_and_no_content_takes_anothers_place(
    stored: AttachedFile, imported: AttachedFile, joined: list[tuple[str, object]], is_newer: bool
) -> None:
    (file,) = joinable_files([stored], [imported], is_newer)
    assert [(name, getattr(file, name)) for name, _ in joined] == joined
