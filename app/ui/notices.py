"""The one way to a notification: what it says is text, never markup."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.notifications import SeverityLevel

from app.etiquette.text import clean_lines


def tell(app: App[Any], sentence: str, severity: SeverityLevel = "information") -> None:
    """Show a sentence for a few seconds, longer when it is long."""
    app.notify(clean_lines(sentence), severity=severity, timeout=3 + len(sentence) / 25, markup=False)
