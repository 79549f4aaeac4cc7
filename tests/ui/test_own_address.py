"""Before the first invitation is imported, the user's own address is asked for: they are none of the interviewers."""

from __future__ import annotations

from pathlib import Path

from app.etiquette.records import Me
from app.storage import reading
from app.ui.dialogs.files import FileDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.intake import IntakeDialog
from tests.cli.test_import import invitation
from tests.storage.hunts import add, open_hunt, reader
from tests.ui.driving import Driven, driven

ROBIN = b"ATTENDEE;CN=Robin Meyer:mailto:robin@mail.example"
ANA = b"ATTENDEE;CN=Ana Duarte:mailto:ana@northwind.example"


async def choose(d: Driven, file: Path) -> None:
    """Choose a file to import."""
    await d.press("ctrl+o")
    await d.until(lambda: isinstance(d.dashboard.screen, FileDialog), "no picker")
    await d.type(str(file))
    await d.press("enter")


async def test_who_the_user_is_is_asked_before_the_first_invitation_and_escape_is_not_now(tmp_path: Path) -> None:
    path, file = tmp_path / "hunt.db", tmp_path / "invite.ics"
    add(open_hunt(path))
    file.write_bytes(invitation().replace(b"END:VEVENT", b"\r\n".join((ROBIN, ANA, b"END:VEVENT"))))
    async with driven(path) as d:
        await choose(d, file)
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "it is not asked")
        await d.shows("never taken for one of the interviewers")
        await d.press("escape")
        await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")
        await d.press("escape")
        await choose(d, file)
        await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "it is asked again")
        await d.press("escape")
        d.work.has_asked_address = False
        await choose(d, file)
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "it is not asked")
        await d.press(*"Robin", "tab")
        await d.type("robin@mail.example")
        await d.press("ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, IntakeDialog), "no preview")
        await d.press("enter")
        await d.until(lambda: d.application().interviews, "not imported")
        assert "robin@mail.example" not in [person.email for person in d.application().people]
        assert "ana@northwind.example" in [person.email for person in d.application().people]
    with reader(path) as connection:
        assert reading.me(connection) == Me("Robin", "robin@mail.example")
