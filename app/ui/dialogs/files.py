"""Pick files, or a folder where one is wanted: go through folders with enter, or type a path."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from app import locations
from app.etiquette.text import clean
from app.exchange.formats import SUFFIXES
from app.hunt.fetching.hosts import is_web_address
from app.ui.dialogs.narrowing import NarrowingDialog
from app.ui.presentation import QUIET, row
from app.ui.typed_paths import is_url, typed_paths
from app.ui.widgets.laid_out import LaidOut
from app.ui.widgets.row_list import RowList
from app.ui.wrapping import hints

_MOST = 5000
"""Entries of one folder that are listed."""


class FileDialog(NarrowingDialog[list[Path], Path]):
    """Returns the files, or the folder, that were chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "mark", show=False, priority=True),
        Binding("ctrl+s", "take_folder", show=False, priority=True),
        Binding("left", "parent", show=False),
    ]

    def __init__(
        self,
        title: str,
        folder: Path,
        suffixes: Collection[str] = SUFFIXES,
        *,
        takes_folders: bool = True,
        takes_links: bool = False,
    ):
        """List a folder at first.

        Args:
            suffixes: the endings, in lower case, of the files that are likely to be meant.
            takes_folders: whether a whole folder can be chosen.
            takes_links: whether the address of a page can be typed instead; no file is returned then.
        """
        rows: RowList[Path] = RowList(self._drawn, key=str, empty=self._nothing)
        what = (
            "part of a name, a full path, or the link of a posting" if takes_links else "part of a name, or a full path"
        )
        super().__init__(title, f"type {what}", rows)
        self.address = ""
        """The address that was typed."""
        self._takes_links = takes_links
        self.folder = folder
        self._folder_line = Static("", id="files-folder")
        self._folders: set[Path] = set()
        self._suffixes, self._takes_folders = tuple(suffixes), takes_folders
        self._marked: dict[Path, None] = {}
        self._problem = ""
        self._has_moved = False
        """Whether the cursor was moved since something was typed."""

    def content(self) -> ComposeResult:
        """Make the path, the list and the keys."""
        self._box.border_subtitle = Content("esc cancel")
        yield self._folder_line
        yield from self.field_and_list(self.room_for(14, 11))
        whole = "ctrl+s import the folder  " if self._takes_folders else ""
        keys = f"enter open  ctrl+t mark  {whole}backspace up one"
        yield LaidOut(lambda width: hints(keys, width), classes="dialog--keys")

    def _is_link(self, typed: str) -> bool:
        return self._takes_links and is_web_address(typed)

    def _nothing(self) -> Content:
        if self._is_link(self.field.value):
            return Content("Press enter to get that page.")
        what = "Nothing here by that name." if self.field.value else "This folder is empty."
        return Content(self._problem or f"{what} Hidden files aren't listed.")

    def opened(self) -> None:
        """List the first folder."""
        super().opened()
        self._go(self.folder)

    def typed(self, text: str) -> None:
        """Go into a folder once its whole path is typed."""
        meant = typed_paths(text, self.folder) if text.endswith(os.sep) and not is_url(text) else []
        if len(meant) == 1 and locations.is_folder(meant[0]):
            self._go(meant[0])
        else:
            self.narrow()

    def narrow(self) -> None:
        """List what contains every word that was typed; if nothing does, what a typed path leads to."""
        super().narrow()
        self._has_moved, self._problem = False, ""
        if not self.rows.rows:
            self.rows.show(typed_paths(self.field.value, self.folder))

    def action_move(self, by: int) -> None:
        """Move in the list."""
        super().action_move(by)
        self._has_moved = True

    def action_page(self, by: int) -> None:
        """Move in the list by a screenful."""
        super().action_page(by)
        self._has_moved = True

    def on_key(self, event: object) -> None:
        if getattr(event, "key", "") == "backspace":
            self.action_parent()

    def action_parent(self) -> None:
        """Go to the folder above, while nothing is typed."""
        if not self.field.value:
            self._go(self.folder.parent)

    def action_mark(self) -> None:
        """Mark the file under the cursor, or take the mark off."""
        self.catch_up()
        path = self.rows.row
        if path is not None and path not in self._folders:
            self._marked.pop(path, None) if path in self._marked else self._marked.setdefault(path)
            self.rows.redraw()
            self.rows.action_move(1)

    def action_take_folder(self) -> None:
        """Take every file of the folder that is shown, or what a fully typed path leads to."""
        if not self._takes_folders:
            self.action_choose()
            return
        self.catch_up()
        self.dismiss(typed_paths(self.field.value, self.folder) or [self.folder])

    def choose(self) -> None:
        """Go into a folder; return the file that was typed or stands under the cursor, and all that are marked."""
        typed, under = self.field.value, self.rows.row
        if self._is_link(typed):
            self.address = typed.strip()
            self.dismiss([])
            return
        meant = [] if self._has_moved else typed_paths(typed, self.folder)
        if not meant and not self._marked and under is not None:
            meant = [under]
        if len(meant) == 1 and locations.is_folder(meant[0]):
            self._go(meant[0])
        elif meant or self._marked:
            self.dismiss(list(dict.fromkeys([*self._marked, *meant])))
        elif typed:
            self._problem = f"There is no {typed} here."
            self.rows.redraw()

    def on_row_list_chosen(self) -> None:
        self._has_moved = True
        self.choose()

    def _go(self, folder: Path) -> None:
        """List a folder; one that cannot be read says why and stays where it is."""
        try:
            with os.scandir(folder) as listing:
                entries = [entry for _, entry in zip(range(_MOST), listing, strict=False)]
                listed = [(Path(entry.path), entry.is_dir()) for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            self._problem = f"{folder} cannot be read: {error.strerror}."
            self.rows.show([])
            return
        self.folder, self._problem = folder, ""
        self._folders = {path for path, is_folder in listed if is_folder}
        self._folder_line.update(Content(clean(str(folder))))
        self.field.value = ""
        self.offer(sorted((path for path, _ in listed), key=self._place), lambda path: path.name)

    def _place(self, path: Path) -> tuple[int, str]:
        if path in self._folders:
            return 1, path.name.casefold()
        return (0 if self._is_meant(path) else 2), path.name.casefold()

    def _is_meant(self, path: Path) -> bool:
        return path.name.casefold().endswith(self._suffixes)

    def _drawn(self, path: Path, width: int) -> Content:
        is_folder = path in self._folders
        mark = "●" if path in self._marked else " "
        name = clean(path.name) + (os.sep if is_folder else "")
        style = "bold $primary" if is_folder else "" if self._is_meant(path) else QUIET
        return row([(f"{mark} ", 2, "$accent"), (name, max(0, width - 2), style)], "", "", width)
