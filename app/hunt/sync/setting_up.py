"""Sets sync up on the first machine, joins it on others, and removes a machine that is gone.

All of it can take as long as the folder does, or as a user who is asked to unlock a keyring: call it in a thread.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app import locations
from app.etiquette.errors import SyncError
from app.exchange.sealed import checked_key, decrypted, new_key
from app.hunt.settings_file import write_section
from app.hunt.sync.folder import ENDING, left_in, must_be_there, name_here, remove_from
from app.hunt.sync.keys import keep_key, kept_key
from app.hunt.sync.setup import Noting, Setup, keep_devices, machines
from app.settings import Settings
from app.storage.sync_devices import Device, forget_own, new_device

NOT_SET_UP = (
    "Sync isn't set up here. Run `afterword sync --setup FOLDER` with a folder that your machines share. If another"
    " machine syncs there, run `afterword sync --join FOLDER`, which asks for its code."
)

_COME_BACK = (
    "To take part again, run `afterword sync --code` on another machine and `afterword sync --join` here: what's in the"
    " folder comes back with that."
)
LEFT_BY_RESTORE = (
    f"The backup is from before {{name}}, this machine, took part in sync, so it no longer does. {_COME_BACK}"
)
_LEFT = (
    "This machine's settings name {folder} to sync in, but its database takes no part in that, as after an older"
    f" backup was restored. {_COME_BACK}"
)
_OWN_FILE = (
    "{file} in {folder} has this machine's name, but the database here takes no part in sync, as after an older backup"
    " was restored. {what_to_do}"
)
_NO_OTHER = (
    "If another machine syncs there, run `afterword sync --code` on it and `afterword sync --join` here. If none does,"
    " move {file} out of that folder and set sync up again."
)

KEEP_IT_SAFE = (
    "Whoever has this code can read what your machines exchange. Type it there or carry it yourself, and keep it"
    " somewhere safe: if every machine loses it, nobody can open those files again."
)


def why_not_set_up(settings: Settings) -> str:
    """Return why this machine takes no part in sync, and what to do."""
    folder = settings.sync.get("folder", "")
    return _LEFT.format(folder=locations.shown(locations.expanded(folder))) if folder else NOT_SET_UP


def folder_for(named: str | None, settings: Settings) -> Path:
    """Return the folder to share: the one named, else the one in the settings.

    Raises:
        SyncError: neither names one.
    """
    text = named or settings.sync.get("folder", "")
    if not text:
        raise SyncError("Name the folder that your machines share, like `afterword sync --setup ~/Sync/afterword`.")
    return locations.expanded(text).absolute()


def set_up(
    hunt: Noting, database: Path, settings: Settings, folder: Path, name: str = "", *, anew: bool = False
) -> str:
    """Set sync up on the first machine: make a key, and the folder if it is missing; return where the key is kept.

    Args:
        anew: set it up again with a new key, which every other machine then needs.

    Raises:
        SyncError: it is set up already, or another machine syncs there.
        StorageError: something could not be written.
    """
    own, _ = machines(database)
    if own is not None and "folder" in settings.sync and not anew:
        raise SyncError(
            "Sync is set up here already. `afterword sync --code` shows the code that brings in another machine;"
            " `--setup --new-key` starts over with another key. To use another folder, change folder in [sync] in the"
            " settings."
        )
    key = (kept_key(own.device) if own is not None and not anew else "") or new_key()
    _make(folder)
    if own is None and not anew:
        _refuse_where_others_sync(folder, name_here(name))
    return _begin(hunt, settings, folder, key, own, name)


def _refuse_where_others_sync(folder: Path, own_name: str) -> None:
    """Raise `SyncError` if a machine left its file in a folder: this very one, by its name, or another."""
    names, shown = {one.name for one in left_in(folder, [])}, locations.shown(folder)
    if own_name in names:
        file = f"{own_name}{ENDING}"
        what_to_do = _COME_BACK if len(names) > 1 else _NO_OTHER.format(file=file)
        raise SyncError(_OWN_FILE.format(file=file, folder=shown, what_to_do=what_to_do))
    if names:
        raise SyncError(
            f"Another machine syncs in {shown} already. Run `afterword sync --code` there, and `afterword sync --join`"
            " with that code here."
        )


def join(hunt: Noting, database: Path, settings: Settings, folder: Path, code: str, name: str = "") -> str:
    """Take part in the sync of another machine; return where its key is kept here.

    Raises:
        SyncError: the code is not one, or opens nothing in the folder.
        StorageError: something could not be written.
    """
    key = checked_key(code)
    must_be_there(folder)
    problems: list[str] = []
    left = list(left_in(folder, problems))
    if not left:
        raise SyncError(
            f"Nothing from another machine is in {locations.shown(folder)} yet. Wait until it has arrived, then join"
            " again."
        )
    if all(decrypted(one.data, key) is None for one in left):
        raise SyncError(
            f"That code opens nothing in {locations.shown(folder)}. Check that it's the folder and the code of the"
            " machine that syncs there."
        )
    own, _ = machines(database)
    if own is not None and own.is_removed:
        remove_from(folder, own.name)
        hunt.note(forget_own)
        own = None
    return _begin(hunt, settings, folder, key, own, name)


def remove(hunt: Noting, setup: Setup, name: str) -> Setup:
    """Remove a machine that is gone: its file is deleted and never read again; what it brought stays.

    Raises:
        SyncError: there is none by that name, or it is this one.
    """
    if name == setup.own.name:
        raise SyncError("That's this machine. To stop syncing here, take folder out of [sync] in the settings.")
    gone = next((device for device in setup.others if device.name == name and not device.is_removed), None)
    if gone is None:
        names = ", ".join(device.name for device in setup.others if not device.is_removed) or "none"
        raise SyncError(f"No other machine is called {name}. Those that took part: {names}.")
    removed, own = gone._replace(is_removed=True), setup.own._replace(stamp=-1, made_of="")
    keep_devices(hunt, removed, own)
    remove_from(setup.folder, gone.name)
    return replace(setup, own=own, others=tuple(removed if device == gone else device for device in setup.others))


def _begin(hunt: Noting, settings: Settings, folder: Path, key: str, own: Device | None, name: str) -> str:
    """Store folder and key before anything says that this machine takes part; what another key encrypted is written
    again."""
    if locations.expanded(settings.sync.get("folder", ".")) != folder:
        write_section(locations.settings_file(), "sync", {"folder": locations.shown(folder)})
    own = own or Device(new_device(), name_here(name), is_own=True)
    where = keep_key(own.device, key)
    keep_devices(hunt, own._replace(stamp=-1, digest="", made_of=""))
    return where


def _make(folder: Path) -> None:
    if locations.is_folder(folder):
        return
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise SyncError(
            f"{locations.shown(folder)} can't be made: {error.strerror}. Make the folder that your machines share"
            " first, or name another one."
        ) from None
