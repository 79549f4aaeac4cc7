"""What a form's fields are typed in: ruled like paper, so that an empty one is seen, without colour as well."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from app.ui.textual_.safe_input import SafeInput
from app.ui.textual_.safe_text_area import SafeTextArea

_RULED = Style(underline=True)


class FieldLine(SafeInput):
    """One ruled line."""

    def render_line(self, y: int) -> Strip:
        """Draw the line, ruled to its end."""
        return super().render_line(y).apply_style(_RULED)


class FieldText(SafeTextArea):
    """Several ruled lines."""

    def render_line(self, y: int) -> Strip:
        """Draw one line, ruled to its end."""
        return super().render_line(y).apply_style(_RULED)
