"""Imports Textual without what this program never shows: a seventh of the time from the start to the first frame.

Textual's app module imports its command palette and, through it, a dozen widgets; asyncio imports OpenSSL. The
program has a palette of its own, asyncio speaks to nobody, and mail is sent by smtplib, which imports `ssl` itself.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

PALETTE = "textual.command"
STANDING_IN = ("CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider", "SimpleProvider")
"""What Textual imports of its palette's module, without calling any of it as long as the palette is switched off."""


def import_textual() -> None:
    """Import `textual.app`; what is left out here can still be imported by whoever needs it later."""
    if "asyncio" not in sys.modules and "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # Python's own word for "cannot be imported"
        try:
            importlib.import_module("asyncio")
        finally:
            del sys.modules["ssl"]
    if "textual.app" not in sys.modules and PALETTE not in sys.modules:
        palette = ModuleType(PALETTE)
        for name in STANDING_IN:
            setattr(palette, name, type(name, (), {}))
        sys.modules[PALETTE] = palette
        try:
            importlib.import_module("textual.app")
        finally:
            del sys.modules[PALETTE]
