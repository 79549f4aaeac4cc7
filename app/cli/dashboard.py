"""`afterword` and `afterword demo`: the dashboard. Reads the first screen before Textual starts."""

from __future__ import annotations

import gc
import logging
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from app import __version__, locations, log, settings
from app.cli.main import DONE, REFUSED, complain
from app.cli.sample import sample_database
from app.cli.streams import is_utf8
from app.hunt.snapshot import read_snapshot
from app.settings import Settings
from app.storage.readers import opened_reader
from app.ui.textual_.slim_imports import import_textual

logger = logging.getLogger(__name__)


def run(options: SimpleNamespace) -> int:
    """Open the dashboard and return the exit code once it is left."""
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        complain("The dashboard needs a terminal. `afterword due` and the other commands don't: see --help.")
        return REFUSED
    encoding = next((stream.encoding for stream in (sys.stdout, sys.stderr) if not is_utf8(stream.encoding)), None)
    if encoding is not None:
        complain(
            f"The dashboard needs UTF-8, and this terminal's encoding is {encoding}. Set LANG to a UTF-8 locale, like"
            " LANG=C.UTF-8, and clear LC_ALL and PYTHONIOENCODING. `afterword due` and the other commands still"
            " work."
        )
        return REFUSED
    prefs = settings.load()
    if options.command == "demo":
        return _sample(prefs)
    code = _open(locations.database_file(options.db), prefs)
    while code is None:  # left for the sample
        _sample(prefs)
        code = _open(locations.database_file(options.db), prefs)
    return code


def _sample(prefs: Settings) -> int:
    """Open the dashboard on sample data that is thrown away when it is left."""
    with sample_database(prefs) as database:
        return _open(database, replace(prefs, calendar_file="", inbox={}, sync={}), is_sample=True) or DONE


def _open(database: Path, prefs: Settings, *, is_sample: bool = False) -> int | None:
    """Open the dashboard; return the exit code once it is left, None when it was left for the sample."""
    gc.disable()
    with opened_reader(database, lambda: complain("Updating the database, after a backup ...")) as connection:
        snapshot = read_snapshot(connection, prefs.policy, settings.clock_now())
    import_textual()
    from app.hunt.desk import Desk
    from app.hunt.hooks.calling import Hooks
    from app.ui.dashboard import Dashboard

    log.start()
    logger.info("afterword %s opened", __version__)
    desk = Desk(database, prefs, settings.clock_now, Hooks(None) if is_sample else None)
    # What was imported stays: looking through it takes longer than drawing a frame.
    dashboard = Dashboard(desk, snapshot, is_sample=is_sample, when_ready=gc.freeze)
    try:
        dashboard.run(mouse=prefs.look.get("mouse") != "off")
    finally:
        sync_problem = dashboard.work.sync.close() if dashboard.work.sync is not None else ""
        desk.close()
        log.stop()
    for problem in filter(None, (sync_problem, desk.calendar.new_problem())):
        complain(problem)
    if dashboard.last_words:
        complain(dashboard.last_words)
        return REFUSED
    return None if dashboard.wants_sample else dashboard.return_code or DONE
