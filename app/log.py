"""The log: what the program did, without a word of what the user wrote. Rotated, readable by its owner alone.

Nothing that fails here fails anything else: a log that cannot be written is done without.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from app import locations
from app.etiquette.errors import AfterwordError

LARGEST = 256 * 1024
"""Bytes of one file."""
KEPT = 3
"""How many full ones are kept beside the current one."""


logging.getLogger("app").addHandler(logging.NullHandler())  # or Python's own last resort is the user's terminal


def start() -> Path | None:
    """Let what the program's modules log go to the log file from now on; None when there can be none."""
    logger = logging.getLogger("app")
    try:
        where = locations.log_file()
        where.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _PrivateFile(where, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except (OSError, AfterwordError):
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    stop()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return where


def stop() -> None:
    """Let go of the log file."""
    logger = logging.getLogger("app")
    for handler in list(logger.handlers):
        if isinstance(handler, _PrivateFile):
            logger.removeHandler(handler)
            with suppress(OSError):  # what a full disk did not take is tried again
                handler.close()


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """Makes its files 0600 whatever the umask; says nothing when the disk is full."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        return os.fdopen(handle, "a", encoding="utf-8", errors="replace")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Do without."""
