"""The first run: what this is, in three lines, then import, add, or look around in a sample. Nobody is asked for a name
before a letter has to be signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.acts import applications, everything
from app.ui.dialogs.choice import ChoiceDialog

if TYPE_CHECKING:
    from app.ui.work import Work

_TEXT = (
    "Whom to thank after an interview, and how long silence is normal.\n"
    "When to follow up, when not to, and how to reply to a rejection.\n"
    "The letter for each, drafted from what was said, and checked."
)


async def ask_name(work: Work, *, is_leaving: bool = False) -> None:
    """Ask who the user is where a letter is to be signed and nobody knows yet.

    Args:
        is_leaving: the letter is about to go. Else it is asked once while the program runs.
    """
    if not work.snapshot.me.name and (is_leaving or not work.has_asked_name):
        work.has_asked_name = True
        await everything.me(work)


async def welcome(work: Work) -> None:
    """Greet who is here for the first time."""
    choices = [
        ("i", "Import a spreadsheet, a calendar, or mail", "import"),
        ("a", "Add an application", "add"),
        ("s", "Look around in a sample search", "sample"),
        ("e", "Start with an empty dashboard", "empty"),
    ]
    chosen = await work.ask(ChoiceDialog("Welcome to Afterword", choices, _TEXT))
    if chosen == "add":
        await applications.add(work)
    elif chosen == "import":
        await everything.take_in(work)
    elif chosen == "sample":
        work.dashboard.open_sample()
