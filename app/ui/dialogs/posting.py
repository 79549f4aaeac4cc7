"""A posting to read: scrolled like every text, with a line to find words in it, and keys for what else can be done."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from app.etiquette.time.lengths import count
from app.ui.dialogs.finding import FindingDialog
from app.ui.posting_lines import PostingLines, places_of
from app.ui.presentation import QUIET


class PostingWish(StrEnum):
    """What the user wants of a posting beyond reading it."""

    LINK = "link"
    SAVE = "save"
    REMOVE = "remove"


class PostingDialog(FindingDialog[PostingWish]):
    """Returns what is wanted; None when it was only read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next(1)", show=False),
        Binding("N", "next(-1)", show=False),
        Binding("L", "wish('link')", show=False),
        Binding("e", "wish('save')", show=False),
        Binding("f8", "wish('remove')", show=False),
        Binding("q,enter", "leave", show=False),
    ]
    BELOW = 3

    def __init__(self, lines: PostingLines, *, has_link: bool):
        super().__init__("The posting", lambda width: lines(width, self.sought), "find in the posting")
        self._has_link = has_link
        self._keys = Static("", classes="dialog--keys")

    def content(self) -> ComposeResult:
        """Make the text, the line to find in and the keys."""
        self._box.border_subtitle = Content("esc close")
        yield from super().content()
        yield self._keys

    def opened(self) -> None:
        """Put the keys into the text, and say which there are."""
        super().opened()
        self._say_keys()

    def followed(self) -> None:
        """Go to the first match, and say how many lines have one."""
        self._go_to(0, from_top=True)
        self._say_keys()

    def action_next(self, by: int) -> None:
        """Go to the next match, or to the previous one."""
        self._go_to(by, from_top=False)

    def action_wish(self, wish: str) -> None:
        """Return what is wanted, where it makes sense."""
        if self._field.has_focus or (wish == PostingWish.LINK and not self._has_link):
            return
        self.dismiss(PostingWish(wish))

    def _go_to(self, by: int, *, from_top: bool) -> None:
        """Scroll to a match: the first from here on, or the next in a direction."""
        places = places_of(self._lines.rows, self.sought)
        if not places:
            return
        here = 0 if from_top else round(self._lines.scroll_offset.y)
        later = [place for place in places if place > here - (by == 0)]
        earlier = [place for place in places if place < here]
        place = (earlier or places[-1:])[-1] if by < 0 else (later or places)[0]
        self._lines.scroll_to(y=place, animate=False)

    def _say_keys(self) -> None:
        lines = count(len(places_of(self._lines.rows, self.sought)), "line") if self.sought.strip() else ""
        keys = f"/ find  {'L open link  ' if self._has_link else ''}e save another  f8 remove"
        self._keys.update(Content.styled(f"{lines}: n next, N previous" if lines else keys, QUIET))
