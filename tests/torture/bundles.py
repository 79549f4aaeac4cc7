"""Zips of a hunt with its files, cut and turned over: imported or restored right, or refused with a sentence."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

from app.etiquette.attached_files import FileKind
from app.etiquette.errors import AfterwordError
from app.hunt.attaching import kept_file
from app.hunt.bundling import back_up_with_files, export_database, restore_whole
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.planning import gathered, plan_for
from app.hunt.verbs.files import file_attached
from app.storage.kept_files import KeptFiles
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt
from tests.torture.trial import Figures, Trial

_CHANGES = (1, 1, 2, 5, 30)
_AT_THE_END = 700
"""Bytes at a zip's end that are changed oftener than others: its directory."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Change bytes of an export or a backup so often, and import or restore it into a place that is empty."""
    dice = random.Random(seed)
    exported, backup = _zips(folder)
    lost: list[str] = []
    came: Counter[str] = Counter()
    for number in range(1, times + 1):
        whole = dice.choice((exported, backup))
        file, database = folder / "changed.zip", folder / "new" / "hunt.db"
        file.write_bytes(changed(whole.read_bytes(), dice))
        database.parent.mkdir()
        try:
            came[_taken(file, database, is_export=whole is exported)] += 1
        except AfterwordError:
            came["refused"] += 1
        except Exception as error:
            lost.append(f"zip {number}, seed {seed}: {error!r}")
        kept = KeptFiles.of(database)
        lost += [f"zip {number}, seed {seed}: {name} is not whole" for name in kept.hashes() if not kept.is_sound(name)]
        lost += [f"zip {number}, seed {seed}: {path} was left" for path in database.parent.glob(".*")]
        shutil.rmtree(database.parent)
    return Figures(times, tuple(lost), {kind: came[kind] for kind in ("refused", "imported", "restored")})


def _zips(folder: Path) -> tuple[Path, Path]:
    """Return an export and a backup of a hunt with two files."""
    path = folder / "old" / "hunt.db"
    hunt = open_hunt(path)
    for name in ("Northwind", "Contoso"):
        application_id = add(hunt, name)
        (folder / "cv.pdf").write_text(f"%PDF-1.7 for {name} " * 200)
        file = kept_file(folder / "cv.pdf", path, FileKind.CV)
        hunt.do(application_id, lambda a, when, file=file: file_attached(a, when, file, sent=NOW))
    exported = folder / "export.zip"
    with exported.open("wb") as file_:
        export_database(path, file_, SETTINGS.policy, NOW)
    return exported, back_up_with_files(path, folder / "backup.zip")


def _taken(file: Path, database: Path, *, is_export: bool) -> str:
    if not is_export:
        restore_whole(file, database, NOW)
        return "restored"
    plan = plan_for(database, gathered([str(file)], bytes), SETTINGS.policy, NOW)
    if plan.refused:
        return "refused"
    carry_out(plan, open_hunt(database))
    return "imported"


def changed(data: bytes, dice: random.Random) -> bytes:
    """Return bytes of which some are turned over, replaced, left out or new."""
    bytes_ = bytearray(data)
    for _ in range(dice.choice(_CHANGES)):
        at = dice.randrange(len(bytes_))
        if dice.random() < 0.2:
            at = max(0, len(bytes_) - 1 - dice.randrange(_AT_THE_END))
        what = dice.random()
        if what < 0.6:
            bytes_[at] ^= 1 << dice.randrange(8)
        elif what < 0.8:
            bytes_[at] = dice.randrange(256)
        elif what < 0.9:
            del bytes_[at : at + dice.randrange(1, 40)]
        else:
            bytes_[at:at] = dice.randbytes(dice.randrange(1, 40))
    return bytes(bytes_)


TRIALS = (
    Trial(
        "zips",
        "bytes of an exported or backed-up zip are changed, cut out or put in; it is imported or restored",
        run,
        short=6,
        long=500,
    ),
)
