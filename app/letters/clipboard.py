"""The clipboard, by two ways at once: a terminal sequence that works over SSH, and the system's own tool if it has one.

Writing to the terminal is left to the caller, who owns it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from base64 import b64encode
from dataclasses import dataclass

from app.etiquette.text import clean_lines

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


@dataclass(frozen=True, slots=True)
class Copied:
    """How a text reached the clipboard."""

    sequence: bytes
    """To be written to the terminal, which may ignore it: no terminal answers."""
    tool: str
    """The program that certainly took it; "" when the machine has none."""


def copy(text: str) -> Copied:
    """Put a text on the clipboard as far as the system's tools can, and return the sequence for the terminal."""
    safe = clean_lines(text)
    return Copied(osc52(safe), next((tool.command[0] for tool in TOOLS if _took(tool, safe)), ""))


def osc52(text: str) -> bytes:
    """Return the sequence that asks a terminal to put a text on its clipboard (xterm, Operating System Command 52)."""
    return b"\x1b]52;c;" + b64encode(text.encode()) + b"\x07"


def _took(tool: Tool, text: str) -> bool:
    program = shutil.which(tool.command[0])
    if program is None or (tool.needs and not os.environ.get(tool.needs)):
        return False
    try:
        # Its output goes nowhere: wl-copy and xclip stay in the background and would hold a pipe open.
        done = subprocess.run(  # noqa: S603 - a program of the table above
            [program, *tool.command[1:]],
            input=text.encode(tool.encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TOOL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
