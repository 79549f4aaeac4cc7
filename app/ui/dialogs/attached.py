"""What a company has of the user: a line per file, a key for all that can be done with it; who else has it, below."""

from __future__ import annotations

from datetime import date, tzinfo
from enum import StrEnum
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from app.etiquette.attached_files import FILE_KIND_TITLES, AttachedFile, say_size
from app.etiquette.time.lengths import first_of
from app.etiquette.titles import say_sent
from app.hunt.file_overview import FileOverview
from app.ui.dialogs.dialog import Dialog
from app.ui.presentation import QUIET, row, shortened
from app.ui.widgets.laid_out import LaidOut
from app.ui.widgets.row_list import RowList
from app.ui.wrapping import hints

_KIND, _WIDE = 14, 56
"""Cells of the column for a file's kind, and the width from which on a line has room for that and for the size."""


class Wish(StrEnum):
    """What the user wants with a file."""

    ATTACH = "attach"
    SENT = "sent"
    OPEN = "open"
    SAVE = "save"
    REMOVE = "remove"
    OTHERS = "others"
    UNDO = "undo"


class Wished(NamedTuple):
    """A wish, the file that it is about (None: none), and the row of the cursor."""

    wish: Wish
    file: AttachedFile | None
    place: int


class AttachedDialog(Dialog[Wished]):
    """Returns what the user wants done; whoever asked shows it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "wish('open')", show=False, priority=True),
        Binding("a", "wish('attach')", show=False),
        Binding("s", "wish('sent')", show=False),
        Binding("c", "wish('save')", show=False),
        Binding("x,delete", "wish('remove')", show=False),
        Binding("w", "wish('others')", show=False),
        Binding("u", "wish('undo')", show=False),
    ]

    def __init__(self, overview: FileOverview, today: date, zone: tzinfo, place: int = 0):
        super().__init__(f"Your files for {overview.application.company}")
        self._overview, self._today, self._zone = overview, today, zone
        self._rows: RowList[AttachedFile] = RowList(self._drawn, key=lambda file: file.id, empty=_nothing)
        self._rows.cursor = min(place, max(0, len(overview.application.files) - 1))
        self._more = Static("", classes="dialog--text")

    def content(self) -> ComposeResult:
        """Make the list, what is said of the file under the cursor, and the keys."""
        files = self._overview.application.files
        self._rows.styles.height = min(max(1, len(files)), self.room_for(len(files), 11))
        yield self._rows
        self._more.styles.margin = (1, 0, 0, 0)
        yield self._more
        keys = "enter open  s mark as sent  c save a copy  w who else has it  x remove  " if files else ""
        keys = f"a attach  {keys}u undo  esc close"
        yield LaidOut(lambda width: hints(keys, width), classes="dialog--keys")

    def opened(self) -> None:
        """List the files."""
        self._box.add_class("dialog--wide")
        self._rows.show(self._overview.application.files)
        self._rows.focus()
        self._say_more()

    @on(RowList.Moved)
    def _say_more(self) -> None:
        """Say who else has the file under the cursor, and whether its content is missing."""
        file = self._rows.row
        self._more.display = file is not None
        if file is None:
            return
        names = list(dict.fromkeys(one.company for one in self._overview.others_with(file)))
        said = f"Also at {first_of(names)}." if names else "No other application has this file."
        lines = [Content(said)]
        if self._rows.size.width < _WIDE:
            lines.insert(0, Content(f"{FILE_KIND_TITLES[file.kind]}, {say_size(file.size)}"))
        if file.sha256 in self._overview.missing:
            what = "Its content isn't on this computer: import or restore something that has it."
            lines.append(Content.styled(what, "$text-warning"))
        self._more.update(Content("\n").join(lines))

    @on(RowList.Chosen)
    def _open(self) -> None:
        self.action_wish("open")

    def action_wish(self, wish: str) -> None:
        """Return a wish with the file under the cursor."""
        file = self._rows.row
        if file is not None or wish in (Wish.ATTACH, Wish.UNDO):
            self.dismiss(Wished(Wish(wish), file, self._rows.cursor))

    def _drawn(self, file: AttachedFile, width: int) -> Content:
        is_missing = file.sha256 in self._overview.missing
        mark, style = ("!", "bold $warning") if is_missing else ("✓", "$success") if file.sent else ("·", QUIET)
        size, kind = f" {say_size(file.size)},", (FILE_KIND_TITLES[file.kind], _KIND, "bold")
        columns = [(f"{mark} ", 2, style)]
        if width >= _WIDE:
            columns.append(kind)
        else:
            size = ""
        end = f"{size} {say_sent(file, self._today, self._zone)}"
        room = max(0, width - sum(cells for _, cells, _ in columns) - len(end))
        return row(columns, shortened(file.name, room), end, width, QUIET)


def _nothing() -> Content:
    return Content("Nothing is attached yet. Press a to attach your CV.")
