"""How a letter leaves the house: questions first, then the way the user chooses, then the record of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.etiquette.records import Application, Letter, LetterStatus
from app.etiquette.restraints import question
from app.hunt.verbs import letters
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.words import ConfirmDialog

if TYPE_CHECKING:
    from app.ui.work import Work


async def send(work: Work) -> None:
    """Send the letter that is shown, or say that it was sent."""
    letter, application = work.must_have_letter(), work.must_have_application()
    if letter.status is LetterStatus.SENDING:
        await _ask_whether_it_went(work, application, letter)
        return
    asked = question(application, letter, work.settings.policy, work.now)
    if asked is not None and not await work.ask(ConfirmDialog("Wait", asked, "Go on", "Not now")):
        return
    way = await work.ask(ChoiceDialog("Send this letter", _WAYS, work.typing.open_findings()))
    if way == letters.ELSEWHERE:
        await _record(work, application, letter, letters.ELSEWHERE)
    elif way == "clipboard":
        await copy(work)
        sent = ConfirmDialog("Sent?", "It is on the clipboard. Did you send it?", "Sent", "Not yet")
        if await work.ask(sent):
            await _record(work, application, letter, "clipboard")


_WAYS = [
    ("e", "I have sent it myself", letters.ELSEWHERE),
    ("c", "Copy it, to be pasted", "clipboard"),
]


async def _record(work: Work, application: Application, letter: Letter, how: str) -> None:
    done = await work.perform_held(
        application.id,
        lambda reason: lambda a, when: letters.letter_sent(a, when, letter.id, how, override=reason),
    )
    if done is not None:
        work.letter_id = None
        work.screen.go(work.screen.lists.shown)
        await work.load_selected()


async def _ask_whether_it_went(work: Work, application: Application, letter: Letter) -> None:
    asked = (
        "Sending this letter was cut short, and it is not known whether it went. Look into your mail's folder of sent"
        " letters."
    )
    choices = [("y", "It went", True), ("n", "It did not: make it a draft again", False)]
    went = await work.ask(ChoiceDialog("Did it go?", choices, asked))
    if went:
        await work.perform(application.id, lambda a, when: letters.letter_sent(a, when, letter.id, letter.how))
    elif went is not None:
        await work.perform(application.id, lambda a, when: letters.sending_failed(a, when, letter.id, "it did not go"))


async def copy(work: Work) -> None:
    """Copy the letter's body to the clipboard."""
    work.dashboard.copy_to_clipboard(work.screen.letter_pane.body)
    work.tell("Copied. The subject is not part of it.")
