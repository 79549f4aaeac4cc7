"""The first run: who are you, then add, import, or look around. The name is asked later where it was missed then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.acts import applications, everything
from app.ui.dialogs.choice import ChoiceDialog

if TYPE_CHECKING:
    from app.ui.work import Work

_TEXT = (
    "Afterword takes care of what comes after an interview: whom to thank and by when, when silence is normal, when to"
    " follow up, and when not to."
)


async def ask_name(work: Work) -> None:
    """Ask for the user's name if it is missing and a letter is to be signed; once in a run of the program."""
    if not work.snapshot.me.name and not work.has_asked_name:
        work.has_asked_name = True
        await everything.me(work)


async def welcome(work: Work) -> None:
    """Greet a first-time user."""
    await ask_name(work)
    choices = [
        ("a", "Add an application", "add"),
        ("i", "Import a spreadsheet, a calendar, or mail", "import"),
        ("d", "Try it with sample data", "demo"),
        ("e", "Start with an empty dashboard", "empty"),
    ]
    chosen = await work.ask(ChoiceDialog("Welcome to Afterword", choices, _TEXT))
    if chosen == "add":
        await applications.add(work)
    elif chosen == "import":
        await everything.take_in(work)
    elif chosen == "demo":
        work.tell("Quit with q, then run: afterword demo. Its data is thrown away at the end; yours isn't touched.")
