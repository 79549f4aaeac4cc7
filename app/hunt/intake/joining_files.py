"""What an export of ours says of the files that a company has, made fit to be joined with what is here. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.etiquette.attached_files import AttachedFile


def joinable_files(
    stored: Iterable[AttachedFile], imported: Iterable[AttachedFile], is_newer: bool
) -> list[AttachedFile]:
    """Return the imported files as they may come over: what was sent from here stays as it went, a content never takes
    the place of another, and that a file was sent always comes over.

    Args:
        is_newer: whether the export is newer than what is stored; otherwise the names and kinds stay as they are here.
    """
    by_uid = {file.uid: file for file in stored if file.uid}
    by_content = {(file.kind, file.sha256): file for file in stored}
    joinable = []
    for file in imported:
        ours = by_uid.get(file.uid) or by_content.get((file.kind, file.sha256))
        if ours is None:
            joinable.append(file)
        elif ours.sha256 != file.sha256:
            joinable.append(replace(file, uid=""))
        elif ours.sent is not None:
            joinable.append(ours)
        else:
            joinable.append(file if is_newer else replace(ours, sent=file.sent))
    return joinable
