"""The rows of a form: what of them is kept while it is typed."""

from __future__ import annotations

from textual.app import App
from textual.widgets import TextArea

from app.ui.dialogs.field_rows import FieldRows
from app.ui.dialogs.fields import Field


async def test_what_was_typed_is_kept_and_gone_on_with_at_its_end_but_a_password_is_never_kept() -> None:
    choices = (("no", "no"), ("yes", "yes"))
    fields = [
        Field("name", "Name", "Robin"),
        Field("notes", "Notes", kind="multiline"),
        Field("there", "Was there?", "no", choices=choices),
        Field("password", "Password", kind="secret"),
    ]
    app = App[None]()
    async with app.run_test():
        rows = FieldRows(fields)
        await app.mount_all(rows)
        rows.opened()
        assert rows.to_keep() == {}
        typed = {"notes": "late\nevents", "there": "yes"}
        rows.put({**typed, "password": "hunter2", "gone": "a field of an older version", "name": "Robin"})
        assert rows.to_keep() == typed
        rows.put({"there": "a choice of an older version"})
        assert rows.to_keep() == typed
        editor = next(row.editor for row in rows if row.takes_enter)
        assert isinstance(editor, TextArea)
        assert editor.cursor_location == (1, 6)
