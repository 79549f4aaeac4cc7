"""Large stores of mail, a gigabyte or fifty thousand files: read once, for what concerns the search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from app.etiquette.errors import ImportFileError
from app.etiquette.records import Application
from app.exchange.contents import FileContents
from app.exchange.mails.many import read_many
from app.exchange.source import Source
from app.hunt.changes import When
from app.hunt.intake.concerns import header_filter, wanted_of

Gathered: TypeAlias = Source | FileContents | ImportFileError
"""A file to be read, one that was read already, or what stands for one that cannot be."""


def is_read_last(file: Gathered) -> bool:
    """Return whether other files are read first: which mails concern the search depends on what those add."""
    return isinstance(file, Source) and file.path is not None


def concerning(
    source: Source, applications: Iterable[Application], when: When, tell: Callable[[str, int, int], None]
) -> FileContents:
    """Return what concerns these applications in a store of mail.

    Args:
        tell: told what is going on, how much is done and how much there is.

    Raises:
        ImportFileError: it cannot be read, or there is no application that it could be about.
    """
    assert source.path is not None
    wanted = wanted_of(applications, when.policy, when.now)
    if wanted is None:
        raise ImportFileError(
            f"{source.name} holds many emails, but there is no open application that they could be about. Add or import"
            " your applications first. Nothing was imported from it."
        )
    what = f"Reading {source.name}" + ("" if source.path.is_dir() else ", in MB")
    return read_many(source.name, source.path, when.policy.zone, header_filter(wanted), partial(tell, what))


def read_once(files: Sequence[Gathered], read: Iterable[FileContents]) -> list[Gathered]:
    """Return the files with what was read from stores of mail in place of these, so that planning anew reads none.

    Args:
        read: what a plan made of these files holds.
    """
    by_name = {contents.file: contents for contents in read}
    return [by_name.get(file.name, file) if isinstance(file, Source) and is_read_last(file) else file for file in files]
