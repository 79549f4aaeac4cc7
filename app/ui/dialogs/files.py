"""Pick files or a folder to take in: go through folders by enter, or type a path."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from app import locations
from app.etiquette.errors import AfterwordError
from app.etiquette.text import clean, folded
from app.ui.dialogs.dialog import Dialog
from app.ui.presentation import row
from app.ui.widgets.row_list import RowList
from app.ui.widgets.typing import SafeInput

KNOWN = (".csv", ".tsv", ".txt", ".ics", ".ical", ".eml", ".mbox", ".json")
"""How files end that are likely to be meant; they come first, the others after them."""
_EMPTY = "Nothing here by that name; hidden files are not listed."
_MOST = 5000
"""Entries of one folder that are listed."""


class FileDialog(Dialog[list[Path]]):
    """Returns the files, or the folder, that were chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False, priority=True),
        Binding("ctrl+t", "mark", show=False, priority=True),
        Binding("ctrl+s", "take_folder", show=False, priority=True),
        Binding("left", "parent", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]

    def __init__(self, title: str, folder: Path):
        super().__init__(title)
        self.folder = folder
        self._entries: list[Path] = []
        self._folders: set[Path] = set()
        self._marked: dict[Path, None] = {}
        self._problem = ""

    def content(self) -> ComposeResult:
        """Make the path, the list and the keys."""
        yield Static("", id="files-folder")
        yield SafeInput(placeholder="type a part of the name, or a whole path", id="files-sought", compact=True)
        rows: RowList[Path] = RowList(self._drawn, key=str, empty=lambda: Content(self._problem or _EMPTY))
        rows.styles.height = self.room_for(14, 11)
        yield rows
        keys = "enter open   ctrl+t mark several   ctrl+s the whole folder   backspace folder above   esc leave"
        yield Static(Content.styled(keys, "$foreground 65%"), classes="dialog--keys")

    def opened(self) -> None:
        """List the first folder."""
        self._go(self.folder)
        self.query_one(SafeInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        typed = event.value
        if typed.endswith(os.sep) and (folder := self._meant(typed)).is_dir():
            self._go(folder)
        else:
            self._narrow()

    def on_key(self, event: object) -> None:
        if getattr(event, "key", "") == "backspace" and not self.query_one(SafeInput).value:
            self._go(self.folder.parent)

    def action_parent(self) -> None:
        """Go to the folder above, while nothing is typed."""
        if not self.query_one(SafeInput).value:
            self._go(self.folder.parent)

    def action_move(self, by: int) -> None:
        """Move in the list while the keys stay in the field."""
        self.query_one(RowList).action_move(by)

    def action_mark(self) -> None:
        """Mark the file under the cursor, or take the mark off."""
        path: Path | None = self.query_one(RowList).row
        if path is not None and path not in self._folders:
            self._marked.pop(path, None) if path in self._marked else self._marked.setdefault(path)
            self.query_one(RowList).redraw()
            self.query_one(RowList).action_move(1)

    def action_take_folder(self) -> None:
        """Take every file of the folder that is shown."""
        self.dismiss([self.folder])

    def action_open(self) -> None:
        """Go into a folder; return a file, or all that are marked."""
        typed = self.query_one(SafeInput).value
        if self._marked:
            self.dismiss(list(self._marked))
            return
        meant = self._meant(typed) if typed else None
        path: Path | None = self.query_one(RowList).row
        if meant is not None and os.sep in typed and meant.exists():
            path = meant
        if path is None:
            self._problem = f"There is no {typed} here." if typed else ""
            self.query_one(RowList).redraw()
        elif path.is_dir():
            self._go(path)
        else:
            self.dismiss([path])

    def on_row_list_chosen(self) -> None:
        self.action_open()

    def _meant(self, typed: str) -> Path:
        try:
            return (self.folder / locations.expanded(typed)).absolute()
        except AfterwordError:
            return self.folder / typed

    def _go(self, folder: Path) -> None:
        """List a folder; one that cannot be read says why and stays where it is."""
        try:
            with os.scandir(folder) as found:
                entries = [entry for _, entry in zip(range(_MOST), found, strict=False)]
                listed = [(Path(entry.path), entry.is_dir()) for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            self._problem = f"{folder} cannot be read: {error.strerror}."
            self.query_one(RowList).show([])
            return
        self.folder, self._problem = folder, ""
        self._folders = {path for path, is_folder in listed if is_folder}
        self._entries = sorted((path for path, _ in listed), key=self._place)
        self.query_one("#files-folder", Static).update(Content(clean(str(folder))))
        self.query_one(SafeInput).value = ""
        self._narrow()

    def _place(self, path: Path) -> tuple[int, str]:
        if path in self._folders:
            return 1, path.name.casefold()
        return (0 if path.suffix.casefold() in KNOWN else 2), path.name.casefold()

    def _narrow(self) -> None:
        words = folded(self.query_one(SafeInput).value).split()
        self.query_one(RowList).show(
            [path for path in self._entries if all(word in folded(path.name) for word in words)]
        )

    def _drawn(self, path: Path, width: int) -> Content:
        is_folder = path in self._folders
        mark = "●" if path in self._marked else " "
        name = clean(path.name) + (os.sep if is_folder else "")
        style = "bold $primary" if is_folder else "" if path.suffix.casefold() in KNOWN else "$foreground 65%"
        return row([(f"{mark} ", 2, "$accent"), (name, max(0, width - 2), style)], "", "", width)
