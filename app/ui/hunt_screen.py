"""The screen: header, panes, footer; where the user stands in them. Shows what it is given, hands keys on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from app.hunt.snapshot import Detail
from app.ui.frame import Frame
from app.ui.panes.letter import LetterPane
from app.ui.panes.lists import Lists
from app.ui.panes.timeline import Timeline
from app.ui.presentation import is_tiny
from app.ui.registry.bindings import command_bindings, unknown_names
from app.ui.registry.commands import BY_ID
from app.ui.registry.here import Here, Pane, Place
from app.ui.textual_.notice_line import NoticeLine
from app.ui.textual_.screens import LineScreen
from app.ui.widgets.key_bar import KeyBar
from app.ui.widgets.line import Line
from app.ui.widgets.line_view import LineView
from app.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from app.ui.glance.pane import GlancePane
    from app.ui.work import Work

WIDE, HIGH = 96, 28
"""The columns and rows from which all panes are shown at once."""
THREE = 180
"""The columns from which the panes stand beside one another, all of them in their full height."""


_FROM_ANYWHERE = frozenset({"glance", "link"})
"""Commands that go somewhere by themselves, or nowhere: the list need not have the keys first."""


_PANES = {
    "due-list": Pane.DUE,
    "pipeline-list": Pane.PIPELINE,
    "timeline-list": Pane.TIMELINE,
    "subject": Pane.LETTER,
    "body": Pane.LETTER,
    "card": Pane.LETTER,
}
"""What can have the keys -> the pane that it is in."""


class HuntScreen(LineScreen[None]):
    """Header, due list or pipeline, timeline, letter, footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *command_bindings(),
        Binding("tab", "next_pane", show=False, priority=True, id="next_pane"),
    ]
    AUTO_FOCUS = "#due-list"

    def __init__(self, work: Work):
        super().__init__(classes=f"-pane-{Pane.DUE}")
        self.work = work
        self.pane = Pane.DUE
        self.glance: GlancePane | None = None
        """Your search at a glance, None until it is first gone to."""
        self.is_typing_to_find = False
        """Whether the line to find in has the keys."""
        self._was_shown = False
        self._frame = Frame(self)

    def compose(self) -> ComposeResult:
        """Make the panes; what is costly in the letter pane follows after the first frame."""
        clock, zone = self.work.clock, self.work.zone
        yield Line(id="header")
        yield Line(id="tabs")
        with Container(id="body"):
            yield Lists(clock, zone)
            yield Timeline(clock, zone)
            yield LetterPane(clock, zone)
        yield Line(id="reason")
        yield KeyBar()
        yield NoticeLine()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        if not self._was_shown:  # every part has just got its styles
            self._was_shown, event.refresh_styles = True, False

    def on_mount(self) -> None:
        self.lists.due.show_screen(self.work.snapshot)
        self.go(Pane.DUE)
        self.call_after_refresh(self.work.dashboard.first_frame_is_out)
        self.call_after_refresh(self._say_unknown_keys)

    def _say_unknown_keys(self) -> None:
        for name in unknown_names(self.work.settings.keys, self.BINDINGS, LineView.BINDINGS):
            self.work.tell(f"The settings assign a key to {name!r}, but there is no such command.", "warning")

    @property
    def lists(self) -> Lists:
        """The due list and the pipeline."""
        return self.query_one(Lists)

    @property
    def timeline(self) -> Timeline:
        """The timeline."""
        return self.query_one(Timeline)

    @property
    def letter_pane(self) -> LetterPane:
        """The letter pane."""
        return self.query_one(LetterPane)

    @property
    def is_wide(self) -> bool:
        """Whether all panes are shown at once."""
        return self.size.width >= WIDE and self.size.height >= HIGH

    def go(self, pane: Pane) -> None:
        """Put the keys into a pane and show it."""
        self._leave_letter(pane)
        self.pane = pane
        if pane in (Pane.DUE, Pane.PIPELINE):
            self.lists.switch(pane)
        self._say_where()
        if pane is Pane.TIMELINE:
            if self.timeline.entries.is_attached:
                self.timeline.entries.focus()
        elif pane is Pane.GLANCE and self.glance is not None:
            self.glance.focus()
        elif pane is not Pane.LETTER:
            self.lists.focus_shown()
        else:
            self.letter_pane.focus_shown()
        self.show_frame()

    def _say_where(self) -> None:
        """Tell the style sheet which pane has the keys, and so the room; marks last while the due list has them."""
        if self.pane is not Pane.DUE:
            self.lists.due.unmark_all()
        self.update_classes({f"-pane-{candidate}": candidate is self.pane for candidate in Pane})

    def _leave_letter(self, pane: Pane) -> None:
        """On leaving a letter, show what the list's cursor is on if that belongs to another application."""
        if self.pane is Pane.LETTER and pane is not Pane.LETTER and self.work.shown.is_elsewhere:
            self.work.shown.follow_cursor()

    def show_frame(self) -> None:
        """Redraw what surrounds the panes: counts, titles, keys, the clock."""
        if self.glance is not None and self.pane is Pane.GLANCE:
            self.glance.follow()
        self.set_class(self._is_empty, "-empty")
        self._frame.show()

    def show_detail(self, detail: Detail | None) -> None:
        """Show an application on the timeline."""
        due = self.lists.selected_due
        step = due.step if due and not self.work.shown.is_elsewhere else None
        if step is None and detail is not None:
            step = next(iter(detail.steps), None)
        self.timeline.show(detail, step)
        self.letter_pane.show_card(detail, step)
        self.show_frame()

    def here(self) -> Here:
        """Return where the user stands."""
        work = self.work
        application = work.shown.detail.application if work.shown.detail else None
        return Here(
            self.pane,
            self.lists.selected_due,
            application,
            self.letter_pane.letter,
            work.settings.policy,
            work.clock(),
            len(self.lists.due.marked),
            self._is_empty,
            bool(work.settings.letter_filter.command),
            work.snapshot.under_way is not None,
        )

    @property
    def _is_empty(self) -> bool:
        """Whether there is no application at all."""
        return self.work.snapshot.is_read and not self.work.snapshot.total

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a command's key through only in its panes, and escape only where there is something to leave."""
        if action == "command" and parameters:
            panes = BY_ID[str(parameters[0])].panes
            return self.pane in panes or (self._is_reading and Pane.TIMELINE in panes)
        return True

    async def action_command(self, command_id: str) -> None:
        """Do what a key, the palette or the footer asks for."""
        command = BY_ID[command_id]
        is_done_from_anywhere = command.group == "Moving" or command.id in _FROM_ANYWHERE
        if self._is_reading and Pane.LETTER not in command.panes and not is_done_from_anywhere:
            self.go(self.lists.shown)
        await self.work.command(command)

    @property
    def _is_reading(self) -> bool:
        """Whether the keys are in a sent letter or on the card, with nothing to type: they are commands there, too."""
        return self.here().place in (Place.SENT, Place.CARD)

    def action_next_pane(self) -> None:
        """Go to the next pane, or the next field of the letter."""
        order = [self.lists.shown, Pane.TIMELINE, Pane.LETTER]
        focused = self.focused
        if self.pane is Pane.LETTER and focused is not None and focused.id == "subject":
            self.letter_pane.editor.focus()
            return
        following = order[(order.index(self.pane) + 1) % 3] if self.pane in order else self.lists.shown
        self.go(following)

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(not self.is_wide, "-narrow")
        self.set_class(self.is_wide and event.size.width >= THREE, "-three")
        self.set_class(is_tiny(event.size), "-tiny")
        self.show_frame()
        self.refresh()  # all of it: the terminal may have lost what it showed while it had another size, or none

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the mouse: the pane that was clicked has the keys."""
        pane = _PANES.get(event.widget.id or "", self.pane)
        if pane is not self.pane:
            self._leave_letter(pane)
            self.pane = pane
            self._say_where()
            self.show_frame()
        elif self.lists.has_line_keys is not self.is_typing_to_find:
            self.is_typing_to_find = self.lists.has_line_keys
            self.show_frame()

    @on(RowList.Moved)
    async def _follow_cursor(self, event: RowList.Moved) -> None:
        """Show what the cursor stands on, once the cursor itself is drawn there."""
        if event.row_list is not self.timeline.entries:
            self.call_after_refresh(self.work.shown.follow_cursor)
        due = self.lists.due
        if event.row_list is due and due.is_near_end and not self.work.snapshot.is_whole:
            await self.work.read_more_steps()

    @on(RowList.Chosen)
    async def _open_clicked(self) -> None:
        await self.action_command("enter")

    @on(KeyBar.Pressed)
    async def _press_key(self, event: KeyBar.Pressed) -> None:
        await self.action_command(event.command_id)

    @on(LetterPane.Typed)
    def _note_typing(self) -> None:
        self.work.typing.note()
