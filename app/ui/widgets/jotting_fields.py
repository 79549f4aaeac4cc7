"""Where notes are written while an interview goes on: a field under each name, and one for all else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from app.etiquette.sheet.parts import Notes
from app.etiquette.sheet.plain import Part
from app.ui.widgets.field_editors import FieldText


class JottingFields(Vertical):
    """Tells of each change whose notes it was, and what stands there now."""

    DEFAULT_CSS = "JottingFields { height: auto; }"

    def __init__(self, jottings: Sequence[Notes], changed: Callable[[int | None, str], None]):
        super().__init__()
        self._jottings, self._changed = jottings, changed
        self._editors: dict[TextArea, int | None] = {}

    def compose(self) -> ComposeResult:
        """Make the title, and a field with its name for each."""
        yield Static(Content.styled(Part.JOTTED.value, "bold $accent"), classes="sheet--title")
        for notes in self._jottings:
            name = notes.name or ("In general" if len(self._jottings) > 1 else "")
            if name:
                yield Static(Content(name), classes="sheet--name")
            editor = FieldText(
                notes.text,
                id=f"notes-{notes.person or 0}",
                classes="field--editor sheet--notes",
                tab_behavior="focus",
                placeholder=Content(f"What {notes.called} says" if notes.person else "What else stands out"),
            )
            self._editors[editor] = notes.person
            yield editor

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if event.text_area in self._editors:
            self._changed(self._editors[event.text_area], event.text_area.text)

    def take_focus(self) -> None:
        """Put the keys into the first field, behind what stands in it."""
        for editor in list(self._editors)[:1]:
            editor.focus()
            editor.move_cursor(editor.document.end)

    def show_added(self, person: int | None, typed: str, stored: str) -> None:
        """Show below what was typed what another window has added meanwhile."""
        for editor, whose in self._editors.items():
            if whose == person and editor.text == typed:
                editor.insert(stored[len(typed) :], editor.document.end, maintain_selection_offset=True)
