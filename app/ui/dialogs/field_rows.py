"""The rows of one form in their order: what stands in them, which of them are asked, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from textual.widget import Widget

from app.etiquette.errors import AfterwordError, InvalidFieldError
from app.ui.dialogs.fields import Field, FieldRow, standing


class FieldRows:
    """All rows of a form, those that are not asked at the moment among them."""

    def __init__(self, fields: Iterable[Field]):
        self._rows = [FieldRow(field) for field in fields]

    def __iter__(self) -> Iterator[FieldRow]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def asked(self) -> list[FieldRow]:
        """The rows that are on screen."""
        return [row for row in self._rows if row.is_asked]

    @property
    def changed(self) -> list[FieldRow]:
        """The rows that hold something else than at first."""
        return [row for row in self._rows if row.is_changed]

    def opened(self) -> None:
        """Let every row note what it holds at first."""
        others = standing(self._rows)
        for row in self._rows:
            row.opened(others)

    def put(self, texts: Mapping[str, str]) -> None:
        """Put texts into their fields, in place of what those hold."""
        for row in self._rows:
            if row.field.name in texts:
                row.put(texts[row.field.name])

    def to_keep(self) -> dict[str, str]:
        """Return what was typed, by field; a password is never among it."""
        return {row.field.name: row.typed for row in self.changed if row.field.kind != "secret"}

    def follow(self, name: str) -> None:
        """Say anew what is understood of a field that was changed, and of those that it stands beside."""
        others = standing(self._rows)
        for row in self._rows:
            if row.field.asked is not None:
                row.ask(others)
            if name in (row.field.name, *row.field.beside):
                row.understand(others)

    def understand(self) -> list[FieldRow]:
        """Say what is understood of each field; return those that were typed and cannot be read."""
        others = standing(self._rows)
        return [row for row in self.asked if not row.understand(others) and row.is_changed]

    def wrong(self) -> list[FieldRow]:
        """Return the rows that keep the form from being saved, from the top; each says why."""
        wrong = self.understand()
        for row in self.asked:
            if row.field.required and not row.text.strip():
                row.say(f"Fill in “{row.field.label}” first.", is_wrong=True)
                wrong.append(row)
        return sorted(wrong, key=self._rows.index)

    def first(self) -> FieldRow:
        """Return the row that one begins with: the first that is needed and empty, else the first of all."""
        asked = self.asked
        return next((row for row in asked if row.field.required and not row.text), asked[0])

    def of(self, editor: Widget | None) -> FieldRow | None:
        """Return the row that a widget belongs to, None for a button."""
        return next((row for row in self._rows if row.editor is editor), None)

    def beside(self, row: FieldRow, by: int) -> FieldRow | None:
        """Return the row so many further on, None after the last; before the first there is the first."""
        asked = self.asked
        place = max(0, asked.index(row) + by)
        return asked[place] if place < len(asked) else None

    def of_error(self, error: AfterwordError) -> FieldRow | None:
        """Return the row that an error speaks of, None for one about the whole form."""
        name = error.field if isinstance(error, InvalidFieldError) else ""
        return next((row for row in self.asked if row.field.name == name), None)
