"""The floor: the least that a Textual program is. Run as a script, in the same pseudo-terminal as ours."""

from __future__ import annotations

import gc
import os

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line of text; j counts, q quits."""

    BINDINGS = [("j", "count", ""), ("q", "quit", "")]  # noqa: RUF012
    counted = 0

    def compose(self) -> ComposeResult:
        """Make the line."""
        yield Static("bare and ready")

    def action_count(self) -> None:
        """Draw another number."""
        self.counted += 1
        self.query_one(Static).update(f"counted {self.counted}")


if __name__ == "__main__":
    if os.environ.get("BARE_WITHOUT_GC"):
        gc.disable()
    Bare().run()
    os._exit(0)
