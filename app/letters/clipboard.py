"""The clipboard, by every way at once: a terminal sequence that works over SSH, tmux's buffer, the system's own tool.

Writing to the terminal is left to the caller, who owns it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from base64 import b64encode
from dataclasses import dataclass

from app.etiquette.text import clean_lines
from app.processes import run_program

_TOOL_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that puts its standard input on the clipboard, and the variable without which it has no display."""

    command: tuple[str, ...]
    needs: str = ""
    encoding: str = "utf-8"


TOOLS = (
    Tool(("wl-copy",), "WAYLAND_DISPLAY"),
    Tool(("xclip", "-selection", "clipboard"), "DISPLAY"),
    Tool(("xsel", "--clipboard", "--input"), "DISPLAY"),
    Tool(("pbcopy",)),
    Tool(("clip.exe",), encoding="utf-16-le"),
)
"""In the order in which they are tried. `clip.exe` is Windows' own, also from within WSL."""
TMUX = (
    Tool(("tmux", "load-buffer", "-w", "-"), "TMUX"),
    Tool(("tmux", "load-buffer", "-"), "TMUX"),
)
"""Into tmux's own buffer; with -w (from tmux 3.2 on) tmux also asks the terminal, whose clipboard it keeps from us."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How a text reached the clipboard."""

    sequence: bytes
    """To be written to the terminal, which may ignore it: no terminal answers."""
    tool: str
    """The program that certainly took it; "" when the machine has none."""
    is_in_tmux: bool = False
    """Whether tmux's own buffer holds it."""

    def where(self, what: str = "it") -> str:
        """Say where the text is, as one sentence, and what is not known: a terminal never answers.

        Args:
            what: what the text is, such as `the link`.
        """
        if self.tool:
            return f"Copied to the clipboard ({self.tool})."
        if self.is_in_tmux:
            return "Copied to tmux's buffer (paste with prefix ]), and sent to your terminal's clipboard."
        return (
            f"Your terminal was asked to copy {what}, but not every terminal does, and none confirms it. Check before"
            " you paste, or install wl-copy, xclip, or xsel."
        )


def copy(text: str) -> Copied:
    """Put a text on the clipboard with the programs that are here, and return the sequence for the terminal."""
    safe = clean_lines(text)
    tool = next((tool.command[0] for tool in TOOLS if _took(tool, safe)), "")
    return Copied(osc52(safe), tool, any(_took(tool, safe) for tool in TMUX))


def osc52(text: str) -> bytes:
    """Return the sequence that asks a terminal to put a text on its clipboard (xterm, Operating System Command 52)."""
    return b"\x1b]52;c;" + b64encode(text.encode()) + b"\x07"


def _took(tool: Tool, text: str) -> bool:
    program = shutil.which(tool.command[0])
    if program is None or (tool.needs and not os.environ.get(tool.needs)):
        return False
    try:
        # Its output goes nowhere: wl-copy and xclip stay in the background and would hold a pipe open.
        ended = run_program(
            [program, *tool.command[1:]], text.encode(tool.encoding), seconds=_TOOL_SECONDS, most_printed=None
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.code == 0
