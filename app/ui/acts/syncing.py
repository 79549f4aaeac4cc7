"""Sync by key: a round now; where it is not set up, a form for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from app import locations
from app.etiquette.errors import InvalidFieldError, SyncError
from app.ui.aside import in_own_thread
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.text_dialog import TextDialog
from app.ui.registry.key_names import key_of
from app.ui.sync_rounds import SyncRounds, rounds_of

if TYPE_CHECKING:
    from app.ui.work import Work

_WHAT_IT_DOES = (
    "Your machines exchange what they know through a folder that they share: Syncthing, Dropbox, iCloud, a USB stick."
    " Each writes one file of its own there, encrypted, so nobody else can read it. What two machines changed comes"
    " together; nothing is lost."
)
_CODE = (
    "{key}\n\nOn your other machine, press {shown} and enter this code, or run `afterword sync --join FOLDER`."
    "\n\n{keep_it_safe} `afterword sync --code` shows it again here."
)


async def sync_now(work: Work) -> None:
    """Do a round, and say so even when nothing is new; set sync up first where it is not."""
    if work.sync is None:
        work.sync = rounds_of(work)
    if work.sync is None or not await _is_set_up(work):
        await _set_up(work)
        return
    work.sync.begin(is_asked=True)


async def _is_set_up(work: Work) -> bool:
    from app.hunt.sync.setup import takes_part

    return await work.desk.read(takes_part)


async def _set_up(work: Work) -> None:
    fields = [
        Field("folder", "Shared folder", work.settings.sync.get("folder", "~/Sync/afterword"), required=True),
        Field("code", "Code", hint="your other machine shows it; empty on the first"),
        Field("name", "This machine", hint="a name for it; empty for its own"),
    ]

    began_with: list[str] = []

    async def submit(values: dict[str, str]) -> None:
        await _begin(work, values)
        began_with.append(values["code"].strip())

    await work.ask(
        FormDialog("Sync with your other machines", fields, submit, kept_as=None, button="Sync", text=_WHAT_IT_DOES)
    )
    if began_with and work.sync is not None:
        if not began_with[0]:
            await _show_code(work, work.sync)
        work.sync.begin(is_asked=True)


async def _begin(work: Work, values: dict[str, str]) -> None:
    """Set sync up, or join it, as the form says.

    Raises:
        AfterwordError: it could not be; nothing is changed.
    """
    from app.hunt.sync import setting_up

    desk, settings = work.desk, work.settings
    folder, code, name = locations.expanded(values["folder"].strip()), values["code"].strip(), values["name"]
    if not folder.is_absolute():
        raise InvalidFieldError("folder", "Write the whole path, like ~/Sync/afterword.")
    try:
        if code:
            await in_own_thread(lambda: setting_up.join(desk, desk.database, settings, folder, code, name))
        else:
            await in_own_thread(lambda: setting_up.set_up(desk, desk.database, settings, folder, name))
    except SyncError as error:
        raise InvalidFieldError("code" if code else "folder", str(error)) from None
    work.sync = SyncRounds(work, str(folder))


async def _show_code(work: Work, rounds: SyncRounds) -> None:
    """Show the code that brings in another machine."""
    from app.hunt.sync.setting_up import KEEP_IT_SAFE
    from app.hunt.sync.setup import setup_of

    setup = await in_own_thread(lambda: setup_of(work.desk.database, rounds.settings))
    if setup is not None:
        text = Content(_CODE.format(key=setup.key, shown=key_of("sync"), keep_it_safe=KEEP_IT_SAFE))
        await work.ask(TextDialog("The code for your other machines", text, is_wide=True))
