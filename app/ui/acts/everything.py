"""What concerns everything: undo, redo, import, export, who the user is, themes, help, quitting."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import locations
from app.etiquette.errors import InvalidFieldError
from app.hunt.private_files import OccupiedError, Writing, export_to, file_of
from app.hunt.writing_out import FORMS, render
from app.ui.acts.own_details import ask_own_details
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.help import HelpDialog
from app.ui.dialogs.text_dialog import TextDialog
from app.ui.presentation import notice_lines
from app.ui.registry.here import Pane

if TYPE_CHECKING:
    from app.hunt.hunt import Done
    from app.ui.work import Work


async def undo(work: Work) -> None:
    """Take the last thing back, and go to it."""
    await _turned(work, await work.run(lambda hunt: hunt.undo(), "redo"))


async def redo(work: Work) -> None:
    """Do again what undo took back, and go to it."""
    await _turned(work, await work.run(lambda hunt: hunt.redo()))


async def _turned(work: Work, done: Done) -> None:
    if work.inbox is not None:
        work.inbox.replan_aside()
    listed = {item.step.application_id for item in work.screen.lists.due.steps}
    touched = done.application_id
    if touched is not None and touched in listed - {work.screen.lists.selected_id}:
        await work.select(touched)


async def me(work: Work) -> None:
    """Say who the user is."""
    await ask_own_details(work)


async def take_in(work: Work) -> None:
    """Take in files: choose them, look at what was understood, import as one verb."""
    from app.ui.acts.taking_in import choose_and_take_in

    await choose_and_take_in(work)


async def sync(work: Work) -> None:
    """Exchange what is new with the user's other machines."""
    from app.ui.acts.syncing import sync_now

    await sync_now(work)


async def inbox(work: Work) -> None:
    """Show what waits from the mailbox, and set it up first where there is none."""
    from app.ui.acts.mailbox import open_inbox

    await open_inbox(work)


async def export(work: Work) -> None:
    """Write the hunt out to a private file."""
    labels = {
        "csv": "a spreadsheet",
        "ics": "a calendar",
        "json": "everything but your files",
        "zip": "everything, with your files",
    }
    form = await work.ask(
        ChoiceDialog("Export as", [(name[0], f"{name.upper()}: {labels[name]}", name) for name in FORMS])
    )
    if form is None:
        return

    async def submit(values: dict[str, str]) -> None:
        path = file_of(values["path"].strip())
        target = await exported_to(work, path, await _rendered(work, form, work.now), form)
        work.tell(f"Exported to {locations.shown(target)}. Only you can read it.")

    field = Field("path", "File", locations.shown(Path.home() / f"afterword-{work.today}.{form}"), required=True)
    await work.ask(FormDialog("Export", [field], submit, kept_as=None, button="Export"))


async def _rendered(work: Work, form: str, now: datetime) -> Writing:
    """Return the hunt in a form; in one of all files, what writes it."""
    from app.hunt.bundling import export_database, missing_files

    desk, policy = work.desk, work.settings.policy
    if form != "zip":
        return await desk.read(lambda connection: render(connection, form, policy, now))
    if missing := await desk.read(lambda connection: missing_files(connection, desk.database)):
        work.tell(f"Left out, since their contents are missing here: {', '.join(missing)}", "warning")
    return lambda file: export_database(desk.database, file, policy, now)


async def exported_to(work: Work, path: Path, data: Writing, form: str) -> Path:
    """Write an export and return where it went.

    Raises:
        InvalidFieldError: of the field `path`: the user kept what is there.
    """
    database = work.desk.database
    try:
        return await work.desk.aside(lambda: export_to(path, data, form, database))
    except OccupiedError as error:
        choices = [("k", "Keep that file", False), ("r", "Replace it", True)]
        if not await work.ask(ChoiceDialog("Replace this file?", choices, str(error))):
            raise InvalidFieldError("path", "That file was kept. Name another one.") from None
        return await work.desk.aside(lambda: export_to(path, data, form, database, replace=True))


async def theme(work: Work) -> None:
    """Go to the next theme."""
    work.tell(f"Theme: {work.dashboard.next_theme()}")


async def help(work: Work) -> None:  # noqa: A001
    """Show every key, those of the place that one is in first."""
    place, keys = work.screen.here().place, work.settings.keys
    await work.ask(HelpDialog(place, keys))


async def notices(work: Work) -> None:
    """Show what was said lately, the last first."""
    history, now = list(work.dashboard.history), datetime.now(UTC)
    work.dashboard.clear_notifications()  # the last one would lie over the dialog that has it, too
    await work.ask(TextDialog("Notices", lambda width: notice_lines(history, now, width)))


async def palette(work: Work) -> None:
    """Open the palette, and do what is chosen in it."""
    from app.ui.dialogs.palette import PaletteDialog

    command = await work.ask(PaletteDialog(work.settings.keys))
    if command is not None:
        screen = work.screen
        if screen.pane is Pane.GLANCE and Pane.GLANCE not in command.panes:
            screen.go(screen.lists.shown)  # it acts on what is selected there
        await work.carry_out(command)


async def quit(work: Work) -> None:  # noqa: A001
    """Quit; everything is saved."""
    await work.dashboard.action_quit()
