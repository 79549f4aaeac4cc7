"""Asking who the user is: the name that signs letters, and the address that is nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.etiquette.records import Me
from app.etiquette.text import clean, clean_lines
from app.hunt.own_people import checked_address
from app.ui.acts.signing import sign_shown
from app.ui.dialogs.form import Field, FormDialog

if TYPE_CHECKING:
    from app.ui.work import Work


async def ask_own_details(work: Work, why: str = "") -> None:
    """Ask who the user is; a name that is given for the first time is signed below the draft that is shown.

    Args:
        why: why it is asked, where the user did not ask for it themselves.
    """
    stored = work.snapshot.me
    fields = [
        Field("name", "Your name", stored.name, required=True, hint="used to sign your letters"),
        Field("email", "Your email", stored.email, hint="what you send from"),
        Field("signature", "Signature", stored.signature, kind="multiline", hint="leave empty to sign with your name"),
    ]

    async def submit(values: dict[str, str]) -> None:
        address = checked_address(values["email"])
        details = Me(clean(values["name"]), address, clean_lines(values["signature"]).strip())
        await work.run(lambda hunt: hunt.set_me(details))

    await work.ask(FormDialog("Your details", fields, submit, kept_as="me", text=why))
    if not stored.name:
        await sign_shown(work)
