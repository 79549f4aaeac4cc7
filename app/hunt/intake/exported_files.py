"""The files that come with an export of ours: looked at before anything is planned, kept before anything is stored."""

from __future__ import annotations

from collections.abc import Callable

from app.etiquette.errors import ImportFileError
from app.etiquette.time.lengths import count
from app.exchange.bundles import Packed, opened
from app.exchange.json_.reading import Whole
from app.exchange.source import Source
from app.hunt.intake.plan import Plan
from app.storage.kept_files import KeptFiles


def plan_files(plan: Plan, source: Source, whole: Whole, kept: KeptFiles, tell: Callable[[int, int], None]) -> None:
    """Note in a plan which contents come with an export, and which are nowhere.

    Args:
        tell: told how many of the contents were looked at and how many there are.

    Raises:
        ImportFileError: one is not what its hash says; the sentence names it and the application that has it.
    """
    names = {
        file.sha256: f"{file.name} ({exported.application.company})"
        for exported in whole.applications
        for file in exported.application.files
    }
    wanted = [sha256 for sha256 in names if not kept.is_sound(sha256)]
    coming = frozenset[str]()
    if source.bundle is not None and wanted:
        coming = _checked(source.name, source.bundle, wanted, names, tell)
        if coming:
            plan.contents.append((source.bundle, coming))
    if lost := len(wanted) - len(coming):
        whose = "its content" if lost == 1 else "their contents"
        plan.notes.append(
            f"{source.name}: {count(lost, 'file')} came without {whose}. An export as a zip brings everything."
        )


def keep_contents(plan: Plan, kept: KeptFiles, tell: Callable[[int, int], None]) -> None:
    """Keep the contents that a plan brings; those are on disk before an application names them.

    Raises:
        ImportFileError: the export is gone or was changed meanwhile.
        StorageError: they cannot be kept.
    """
    for packed, hashes in plan.contents:
        try:
            with opened(packed) as bundle:
                for done, sha256 in enumerate(sorted(hashes)):
                    tell(done, len(hashes))
                    kept.store(bundle.content(sha256), sha256)
        except OSError as error:
            raise ImportFileError(f"{packed!s:.200} cannot be read: {error.strerror}. Nothing was imported.") from None


def _checked(
    name: str, packed: Packed, wanted: list[str], names: dict[str, str], tell: Callable[[int, int], None]
) -> frozenset[str]:
    """Return those of the contents that a zip has, each of which is what its hash says."""
    try:
        with opened(packed) as bundle:
            there = [sha256 for sha256 in wanted if sha256 in bundle.hashes]
            for done, sha256 in enumerate(there):
                tell(done, len(there))
                try:
                    bundle.content(sha256)
                except ImportFileError as error:
                    raise ImportFileError(f"{name}: {names[sha256]}: {error} Nothing was imported from it.") from None
            return frozenset(there)
    except OSError as error:
        raise ImportFileError(f"{name} cannot be read: {error.strerror}. Nothing was imported from it.") from None
