"""How a letter leaves the house: questions first, then the way the user chooses, then the record of what went.

From the first question on the letter is one record that nothing changes: that text is shown, sent and recorded. What a
mail server needs besides is in `by_server`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.content import Content

from app import locations
from app.etiquette.errors import RefusedError
from app.etiquette.records import Application, Letter, LetterStatus
from app.etiquette.steps.wording import say_soon
from app.hunt.verbs import in_flight, letters
from app.ui.acts.by_server import send_by_server
from app.ui.acts.outgoing import CLIPBOARD, ELSEWHERE, FILE, PROGRAM, SMTP, Outgoing, composed_mail, record
from app.ui.acts.setting_up_sending import set_up_sending
from app.ui.acts.welcome import ask_name
from app.ui.copying import copied
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.words import ConfirmDialog
from app.ui.letter_lines import not_yet
from app.ui.registry.key_names import key_of
from app.ui.waiting import CalledOffError, waited_for

if TYPE_CHECKING:
    from app.hunt.hunt import Hunt
    from app.ui.work import Work

WAYS = {
    PROGRAM: ("m", "Open it in your mail program"),
    CLIPBOARD: ("c", "Copy it to paste somewhere else"),
    FILE: ("f", "Save it as an .eml file"),
    SMTP: ("s", "Send it from here, through your mail server"),
    ELSEWHERE: ("e", "I sent it myself"),
}
"""Way -> its key and what it is called. The last one sends nothing, so it is never what enter does first."""
_WAIT, _SET_UP = "wait", "set up"


async def send(work: Work) -> None:
    """Send the letter that is shown, or say that it was sent."""
    with work.screen.letter_pane.held():
        await work.typing.save()
        try:
            await _send_shown(work)
        except CalledOffError as error:
            work.tell(str(error))


async def _send_shown(work: Work) -> None:
    from app.ui.acts.renewing import renew_shown

    application, letter = work.must_have_application(), work.must_have_letter()
    if letter.status is LetterStatus.SENDING:
        await _ask_whether_it_went(work, application, letter)
    elif letter.status is LetterStatus.SENT:
        raise RefusedError(f"It was already sent. Press {key_of('write')} to write another.", can_override=False)
    elif not await renew_shown(work):  # else it says something new, which wants to be read first
        await ask_name(work, is_leaving=True)
        application, letter = work.must_have_application(), work.must_have_letter()  # it may have been signed
        await _send(work, Outgoing(application, letter, work.typing.open_findings(), work.typing.faults()))


async def _send(work: Work, out: Outgoing) -> None:
    asked, held_back = await work.desk.do(
        lambda hunt: hunt.ask(out.application.id, lambda a, when: letters.doubts(a, when, out.letter))
    )
    if asked is not None and not await work.ask(ConfirmDialog("Wait", asked, "Write again", "Not now")):
        return
    why = not_yet(str(held_back)) if held_back is not None else Content("")
    text = Content("\n").join(line for line in (why, Content(out.findings)) if line)
    way = await work.ask(ChoiceDialog("Send this letter", _choices(work, held_back), text))
    if way == _SET_UP:
        if await set_up_sending(work):
            await _send(work, out)
        return
    if way in (None, _WAIT) or not await _is_sound(work, out, way):
        return
    if way == ELSEWHERE:
        await record(work, out, ELSEWHERE, out.letter)
        return
    reason = await _reason(work, out)
    if reason is not None:
        await _BY[way](work, Outgoing(out.application, out.letter, out.findings, out.faults, reason))


def _choices(work: Work, held_back: RefusedError | None) -> list[tuple[str, str, str]]:
    """Return the ways in which the letter can go; while it should not go yet, the first is to wait."""
    first = work.settings.sending.get("by")
    ways = sorted(WAYS, key=lambda way: way != first)
    choices = [(*WAYS[way], way) for way in ways]
    if "host" not in work.settings.smtp:
        place = ways.index(SMTP)
        choices[place] = ("s", "Send it from here: set up your mail server ...", _SET_UP)
    if held_back is not None:
        until = held_back.until
        words = f"Wait until {say_soon(until, work.now, work.zone)}" if until else "Don't send it"
        choices.insert(0, ("n", f"{words}: keep the draft", _WAIT))
    return choices


async def _is_sound(work: Work, out: Outgoing, way: str) -> bool:
    """Return whether nothing fails in the letter, or the user wants it to go, or to be recorded, as it stands."""
    if not out.faults:
        return True
    title, yes, text = "This letter isn't ready to send", "Send anyway", out.faults
    if way == ELSEWHERE:
        title, yes = "Record it as shown?", "Record it"
        text = (
            f"{out.faults}\n\nThis text will be recorded as what you sent. If you sent something else, change it"
            " here first."
        )
    return await work.ask(ConfirmDialog(title, text, yes, "Keep editing")) is True


async def _reason(work: Work, out: Outgoing) -> str | None:
    """Return the reason for overriding the etiquette, "" when it holds nothing back, None to leave it.

    Raises:
        RefusedError: the letter is sent or being sent, or something that no reason overrides.
        StaleRecordError: it is not what was shown any more.
    """

    def ready(hunt: Hunt) -> None:
        hunt.ask(out.application.id, lambda a, when: in_flight.ready_to_go(a, when, out.letter, ""))

    try:
        await work.desk.do(ready)
    except RefusedError as error:
        if not error.can_override:
            raise
        return await work.ask_reason(out.application, str(error), "Send anyway") or None
    return ""


async def _by_clipboard(work: Work, out: Outgoing) -> None:
    await _ask_whether_sent(work, out, CLIPBOARD, await copied(work, out.letter.body, "the letter"))


async def _by_program(work: Work, out: Outgoing) -> None:
    from app.letters.mail_program import open_in_mail_program

    message = await composed_mail(work, out)
    if message is None:
        return
    folder = locations.state_folder() / "letters"
    sentence = "Opening your mail program ..."
    await waited_for(work, sentence, lambda _: open_in_mail_program(message, folder), lambda: True)
    text = "Your mail program has the letter. The text shown here will be recorded as what you sent."
    await _ask_whether_sent(work, out, PROGRAM, text)


async def _by_file(work: Work, out: Outgoing) -> None:
    from app.letters.eml_file import write_eml

    message = await composed_mail(work, out)
    if message is None:
        return
    folder = locations.data_folder() / "letters"
    path = await waited_for(work, "Saving the file ...", lambda _: write_eml(message, folder, draft=True), lambda: True)
    await _ask_whether_sent(work, out, FILE, f"The letter is in {locations.shown(path)}.")


async def _ask_whether_sent(work: Work, out: Outgoing, how: str, where: str) -> None:
    """Ask whether a letter went that the user sends themselves, and record it if so."""
    if await work.ask(ConfirmDialog("Did you send it?", where, "Sent", "Not yet")):
        await record(work, out, how, out.letter)


async def _by_server(work: Work, out: Outgoing) -> None:
    await send_by_server(work, out)


_BY: dict[str, Callable[[Work, Outgoing], Awaitable[None]]] = {
    CLIPBOARD: _by_clipboard,
    PROGRAM: _by_program,
    FILE: _by_file,
    SMTP: _by_server,
}


async def _ask_whether_it_went(work: Work, application: Application, letter: Letter) -> None:
    question = (
        "Sending was interrupted, or another window is sending it right now, so it isn't known whether the letter went"
        " out. Check your sent mail before you answer."
    )
    choices = [("y", "It was sent", True), ("n", "It wasn't: make it a draft again", False)]
    has_gone = await work.ask(ChoiceDialog("Was it sent?", choices, question))
    if has_gone:
        await record(work, Outgoing(application, letter, "", ""), letter.how, letter)
    elif has_gone is not None:
        await work.perform(application.id, lambda a, when: in_flight.did_not_go(a, when, letter.id, letter.message_id))


async def copy(work: Work) -> None:
    """Copy the letter's body to the clipboard: the terminal's, tmux's, and the system's where there is one."""
    where = await copied(work, work.screen.letter_pane.body, "the letter")
    work.tell(f"{where} The subject isn't included.")
