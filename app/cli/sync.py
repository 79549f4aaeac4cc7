"""`afterword sync`: exchanges what the user's machines know through a folder that they share; sets that up."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from app import locations, log, settings
from app.cli import kept_calendar
from app.cli.json_output import print_json
from app.cli.main import DONE, REFUSED, answer_to, complain, say
from app.cli.recording import misuse, refuse
from app.etiquette.errors import AfterwordError, SyncError
from app.etiquette.time.dates import say_moment
from app.hunt.hunt import Hunt
from app.hunt.sync import setting_up
from app.hunt.sync.setup import Setup, setup_of
from app.hunt.sync.syncing import sync
from app.storage.sync_devices import Device

_IN_HISTORY = (
    "Your shell may keep that code in its history, and other users of this machine could see it while it ran. Next time"
    " leave it out: it's asked for."
)
_LONGEST = 1000
"""Characters that are read for a code, line breaks and all."""


def run(options: SimpleNamespace) -> int:
    """Do what was asked for and return the exit code: 1 when something was left unread."""
    if options.json and (options.setup or options.join is not None or options.code or options.remove is not None):
        return misuse("--json goes with a round of sync, or with --devices.", options)
    try:
        return _done(options)
    except AfterwordError as error:
        return refuse(error, options)


def _done(options: SimpleNamespace) -> int:
    prefs, path = settings.load(), locations.database_file(options.db)
    log.start()
    if options.setup or options.join is not None:
        return _begin(options, prefs, path)
    if options.folder:
        raise SyncError(f"Add --setup or --join to sync in {options.folder} from now on.")
    setup = setup_of(path, prefs)
    if setup is None:
        raise SyncError(setting_up.why_not_set_up(prefs))
    if options.code:
        say(
            f"    {setup.key}\n\nOn your other machine, run `afterword sync --join FOLDER`, which asks for it."
            f" {setting_up.KEEP_IT_SAFE}"
        )
        return DONE
    if options.devices:
        _list(setup, prefs, as_json=options.json)
        return DONE
    hunt = Hunt.open(path, prefs, settings.clock_now)
    if options.remove is not None:
        setup = setting_up.remove(hunt, setup, options.remove)
        say(
            f"Removed {options.remove}; what it brought stays. It still has the key: if it's lost or stolen, run"
            " `afterword sync --setup --new-key`, and join your other machines again."
        )
    return _round(hunt, setup, prefs, path, as_json=options.json)


def _begin(options: SimpleNamespace, prefs: settings.Settings, path: Path) -> int:
    code, named, name = options.join, options.folder, options.name or ""
    if code and not named and not code.upper().startswith("AGE-"):
        code, named = "", code  # --join FOLDER: the code is to be asked for
    if code:
        complain(_IN_HISTORY)
    folder = setting_up.folder_for(named, prefs)
    if code is not None:
        code = code or _typed_code()
    hunt = Hunt.open(path, prefs, settings.clock_now)
    if code is not None:
        where = setting_up.join(hunt, path, prefs, folder, code, name)
    else:
        where = setting_up.set_up(hunt, path, prefs, folder, name, anew=options.new_key)
    prefs = settings.load()
    setup = setup_of(path, prefs)
    assert setup is not None
    say(f"This machine syncs in {locations.shown(folder)} as {setup.own.name}. Its key is kept in {where}.")
    if options.join is not None:
        return _round(hunt, setup, prefs, path)
    done = sync(hunt, setup, prefs.policy, settings.clock_now())
    say(
        "Your search is in that folder now. On your other machine, run `afterword sync --join FOLDER`, which asks for"
        f" this code:\n\n    {setup.key}\n\n{setting_up.KEEP_IT_SAFE} `afterword sync --code` shows it again here."
    )
    for problem in done.problems:
        complain(problem)
    return DONE


def _typed_code() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.read(_LONGEST)
    return answer_to("The code that `afterword sync --code` shows on the other machine: ")


def _round(hunt: Hunt, setup: Setup, prefs: settings.Settings, path: Path, *, as_json: bool = False) -> int:
    done = sync(hunt, setup, prefs.policy, settings.clock_now())
    if done.changes:
        kept_calendar.rewrite(prefs, path)
    if as_json:
        document = {
            "changes": done.changes,
            "arrived": done.summaries,
            "to_look_at": done.to_look_at,
            "problems": done.problems,
            "published": done.is_published,
        }
        print_json(document, sys.stdout)
        return REFUSED if done.problems else DONE
    for sentence in (*done.summaries, *done.to_look_at):
        say(sentence)
    if not done.summaries and not done.problems:
        say("Nothing new from your other machines.")
    if done.is_published:
        say("What's new here is in the folder for them.")
    for problem in done.problems:
        complain(problem)
    return REFUSED if done.problems else DONE


def _list(setup: Setup, prefs: settings.Settings, *, as_json: bool) -> None:
    seen = [setup.own, *setup.others]
    if as_json:
        print_json([_as_json(device) for device in seen], sys.stdout)
        return
    zone, now = prefs.policy.zone, settings.clock_now()
    for device in seen:
        when = say_moment(device.at, now, zone) if device.at else "never"
        what = "this machine; last wrote" if device.is_own else "removed; last wrote" if device.is_removed else "wrote"
        say(f"{device.name:20}  {what} {when}")


def _as_json(device: Device) -> dict[str, object]:
    return {
        "name": device.name,
        "this": device.is_own,
        "removed": device.is_removed,
        "generation": device.generation,
        "written": device.at.isoformat() if device.at else None,
    }
