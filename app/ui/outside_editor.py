"""A letter in the user's own editor: a private file, the screen handed over, the text taken back."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from app import locations
from app.etiquette.errors import RefusedError
from app.etiquette.text import clean_lines

if TYPE_CHECKING:
    from app.ui.dashboard import Dashboard


def edit_outside(dashboard: Dashboard, text: str) -> str:
    """Return the text as it was left in `$VISUAL`, else `$EDITOR`.

    Raises:
        RefusedError: there is no editor, it failed, or this terminal cannot be handed over; the text is as it was.
    """
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command:
        raise RefusedError("Set VISUAL or EDITOR to the editor of your choice first.", can_override=False)
    folder = locations.state_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".txt", prefix="letter-", dir=folder)
    except OSError as error:
        raise RefusedError(f"{folder} cannot be written: {error.strerror}.", can_override=False) from None
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        with dashboard.suspend():
            failed = subprocess.run([*command, name], check=False).returncode  # noqa: S603
        if failed:
            raise RefusedError(f"{command[0]} ended with an error; the letter is as it was.", can_override=False)
        return clean_lines(path.read_text("utf-8", errors="replace")).removesuffix("\n")
    except SuspendNotSupported:
        raise RefusedError("This terminal cannot be handed to another program.", can_override=False) from None
    except OSError as error:
        raise RefusedError(f"{command[0]} could not be started: {error.strerror}.", can_override=False) from None
    finally:
        path.unlink(missing_ok=True)
