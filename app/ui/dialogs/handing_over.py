"""Shows what goes on while a letter leaves. Only escape and the mouse end it: other keys may be for the letter."""

from __future__ import annotations

from textual.widgets import Button

from app.ui.dialogs.words import WaitDialog


class HandingOverDialog(WaitDialog):
    """Says what is being done and can call it off; keys that were typed for what is under it do nothing."""

    _is_over = False

    def opened(self) -> None:
        """Take the keys away from the button: enter or space would press it."""
        for button in self.query(Button):
            button.can_focus = False
        self.set_focus(None)
        if self._is_over:
            self.dismiss(None)

    async def finish(self) -> None:
        """Close the dialog, even one that is only about to open."""
        self._is_over = True
        await super().finish()
