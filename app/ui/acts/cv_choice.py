"""Which CV went with an application: asked where one is added or edited, among those that were used before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from app.etiquette.attached_files import AttachedFile, FileKind
from app.etiquette.errors import NotFoundError
from app.etiquette.records import Application
from app.etiquette.time.dates import local_day, say_day
from app.hunt.file_overview import read_sent_before
from app.ui.dialogs.form import Field

if TYPE_CHECKING:
    from app.ui.work import Work

CV = "cv"
"""The name of the field."""
_MOST = 8
"""CVs that are offered, those used last."""


async def cvs_to_choose(work: Work, application: Application | None) -> list[AttachedFile]:
    """Return the CVs that may have gone with an application, None for a new one; none if one is noted already."""
    if application is not None and any(file.kind is FileKind.CV and file.sent for file in application.files):
        return []
    try:
        owned = await work.desk.read(lambda connection: read_sent_before(connection, FileKind.CV))
    except NotFoundError:  # nothing was ever stored
        return []
    return [replace(one.file, id=0, sent=None, uid="") for one in owned[:_MOST]]


def cv_field(work: Work, cvs: list[AttachedFile]) -> list[Field]:
    """Return the field that asks which of these went, [] when there are none; its value is the hash."""
    if not cvs:
        return []
    often = Counter(cv.name for cv in cvs)
    choices = [("", "not noted")]
    for cv in cvs:
        day = f", {say_day(local_day(cv.added, work.zone), work.today)}" if often[cv.name] > 1 and cv.added else ""
        choices.append((cv.sha256, f"{cv.name}{day}"))
    return [Field(CV, "CV you sent", "", choices=tuple(choices))]


def chosen_cv(cvs: list[AttachedFile], sha256: str) -> AttachedFile | None:
    """Return the CV of that hash, None for none."""
    return next((cv for cv in cvs if cv.sha256 == sha256), None)
