"""What a company has of the user: the dialog of `F` and what its keys do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app import locations
from app.desktop import is_opened
from app.etiquette.attached_files import FILE_KIND_TITLES, MEDIA_TYPES, AttachedFile, FileKind
from app.etiquette.errors import AfterwordError
from app.etiquette.records import Application
from app.etiquette.time.dates import local_day, say_day, say_full_day
from app.etiquette.titles import say_sent
from app.hunt.attaching import kept_file, likely_kind, name_of, saved_copy
from app.hunt.file_overview import FileOverview, read_files
from app.hunt.private_files import place_of
from app.hunt.typed import verbs as typed
from app.hunt.verbs import files
from app.hunt.viewing_files import view_copy
from app.ui.dialogs.attached import AttachedDialog, Wish, Wished
from app.ui.dialogs.files import FileDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.pick import Pickable, PickDialog
from app.ui.typed_days import example_day, reader_of
from app.ui.waiting import waited_for

if TYPE_CHECKING:
    from app.ui.work import Work

_KINDS = tuple((kind.value, title) for kind, title in FILE_KIND_TITLES.items())
_NOT_SENT = "no"


async def show_files(work: Work) -> None:
    """Show what the selected company has of the user, again after each thing done with it, until the user leaves."""
    application_id, place = work.must_have_application().id, 0
    while True:
        overview = await _overview(work, application_id)
        wished = await work.ask(AttachedDialog(overview, work.today, work.zone, place))
        if wished is None:
            return
        place = len(overview.application.files) if wished.wish is Wish.ATTACH else wished.place
        try:
            if await _done(work, overview, wished):
                return
        except AfterwordError as error:
            await work.report(error)


async def _overview(work: Work, application_id: int) -> FileOverview:
    database = work.desk.database
    return await work.desk.read(lambda connection: read_files(connection, application_id, database))


async def _done(work: Work, overview: FileOverview, wished: Wished) -> bool:
    """Do what was wished; return whether the dialog is to stay closed."""
    application, file = overview.application, wished.file
    if wished.wish is Wish.UNDO:
        await work.run(lambda hunt: hunt.undo())
    elif wished.wish is Wish.ATTACH:
        await _attach(work, overview)
    elif file is None:
        return False
    elif wished.wish is Wish.OPEN:
        await _open(work, file)
    elif wished.wish is Wish.SAVE:
        await _save(work, file)
    elif wished.wish is Wish.SENT:
        await _mark_sent(work, application, file)
    elif wished.wish is Wish.REMOVE:
        await work.perform(application.id, lambda a, when: files.file_removed(a, when, file.id))
    else:
        return await _go_to_another(work, overview, file)
    return False


async def _attach(work: Work, overview: FileOverview) -> None:
    """Attach a file that others have, or one on the disk."""
    chosen: AttachedFile | None = AttachedFile()
    if others := overview.elsewhere():
        choices = [Pickable("Another file on this computer", "", AttachedFile())]
        for one in others:
            label = f"{FILE_KIND_TITLES[one.file.kind]}: {one.file.name}"
            choices.append(Pickable(label, one.company, one.file))
        chosen = await work.ask(PickDialog("Attach which file?", choices))
    if chosen is None:
        return
    if chosen.sha256:
        await _attach_form(work, overview.application, chosen, None)
        return
    title = f"Attach a file to {overview.application.company}"
    folder = work.attach_folder or locations.documents_folder()
    paths = await work.ask(FileDialog(title, folder, frozenset(MEDIA_TYPES), takes_folders=False))
    for path in paths or ():
        work.attach_folder = path.parent
        new = AttachedFile(kind=likely_kind(path.name), name=name_of(path))
        await _attach_form(work, overview.application, new, path)


async def _attach_form(work: Work, application: Application, file: AttachedFile, path: Path | None) -> None:
    """Ask as what a file goes and whether they have it, and attach it.

    Args:
        path: where it is, to be copied; None: its content is here.
    """
    database = work.desk.database
    applied = application.applied_on
    answers = [(_NOT_SENT, "not yet"), ("now", "yes, since today")]
    if applied is not None and applied != work.today:
        answers.append((say_full_day(applied), "yes, since I applied"))
    fields = [
        Field("kind", "What is it?", file.kind.value, choices=_KINDS),
        Field("sent", "Do they have it?", _NOT_SENT, choices=tuple(answers)),
    ]

    async def submit(values: dict[str, str]) -> None:
        kind = FileKind(values["kind"])
        new = replace(file, kind=kind)
        if path is not None:
            new = await work.desk.aside(lambda: kept_file(path, database, kind))
        sent = None if values["sent"] == _NOT_SENT else values["sent"]
        await work.perform(application.id, typed.attached(reader_of(work), new, sent))

    await work.ask(FormDialog(file.name, fields, submit, kept_as=None, button="Attach"))


async def _mark_sent(work: Work, application: Application, file: AttachedFile) -> None:
    if file.sent is not None:
        work.tell(f"They have had {file.name} since {say_day(local_day(file.sent, work.zone), work.today)}.")
        return
    field = Field(
        "sent",
        "Since when?",
        "today",
        hint=f"today, {example_day(work, 'past')}",
        understand=lambda text: reader_of(work).came(text, "sent").words,
    )

    async def submit(values: dict[str, str]) -> None:
        await work.perform(application.id, typed.file_sent(reader_of(work), file.id, values["sent"]))

    text = "From then on it stays as it is, so that you can always see what they have."
    title = f"{file.name} was sent"
    await work.ask(FormDialog(title, [field], submit, kept_as=None, button="Mark as sent", text=text))


async def _open(work: Work, file: AttachedFile) -> None:
    """Open a copy of a file in the system's viewer."""
    database = work.desk.database
    copy = await work.desk.aside(lambda: view_copy(file, database))
    if await waited_for(work, f"Opening {file.name} ...", lambda _: is_opened(str(copy)), lambda: False):
        work.tell(f"Opened a copy of {file.name}")
    else:
        work.tell(f"No viewer could be opened here. A copy to look at is {copy}", "warning")


async def _save(work: Work, file: AttachedFile) -> None:
    """Write a copy of a file to a place of the user's."""
    database = work.desk.database

    async def submit(values: dict[str, str]) -> None:
        place = place_of(values["path"].strip())
        target = await work.desk.aside(lambda: saved_copy(file, database, place))
        work.tell(f"Saved {locations.shown(target)}. Only you can read it.")

    path = locations.shown(locations.documents_folder() / file.name)
    field = Field("path", "File", path, required=True)
    await work.ask(FormDialog("Save a copy", [field], submit, kept_as=None))


async def _go_to_another(work: Work, overview: FileOverview, file: AttachedFile) -> bool:
    """Let the user choose among the others that have a file, and go there; return whether they did."""
    others = overview.others_with(file)
    if not others:
        work.tell(f"No other application has {file.name}.")
        return False
    choices = []
    for one in others:
        sent = say_sent(one.file, work.today, work.zone)
        choices.append(Pickable(f"{one.company}, {one.role}", sent, one.application_id))
    chosen = await work.ask(PickDialog(f"Who else has {file.name}", choices))
    if chosen is None:
        return False
    await work.select(chosen)
    return True
