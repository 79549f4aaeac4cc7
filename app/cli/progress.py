"""How far something is, in one line of the terminal that each call writes anew."""

from __future__ import annotations

import shutil
import sys

from app.etiquette.text import clean


def show_progress(what: str, done: int, total: int) -> None:
    """Show how far it is in one line, the end of it where it is too long: two could not be taken back. There is room
    behind it for the ^C that a terminal shows."""
    line, room = f"{clean(what)}: {done} of {total}", shutil.get_terminal_size().columns - 3
    line = line if len(line) <= room else f"...{line[len(line) - room + 3 :]}"
    print(f"\x1b[K{line}", end="\r" if done < total else "\n", file=sys.stderr, flush=True)
