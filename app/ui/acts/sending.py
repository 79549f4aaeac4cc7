"""How a letter leaves the house: questions first, then the way the user chooses, then the record of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from app import locations
from app.etiquette.errors import DeliveryError, InvalidFieldError, RefusedError, SignInRefusedError
from app.etiquette.records import Application, Letter, LetterStatus, Me
from app.etiquette.restraints import question
from app.hunt.verbs import letters
from app.hunt.verbs.letters import hold_back
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.words import ConfirmDialog, WaitDialog

if TYPE_CHECKING:
    from email.message import EmailMessage

    from app.letters.smtp_settings import SmtpAccount
    from app.ui.work import Work

ELSEWHERE, CLIPBOARD, PROGRAM, FILE, SMTP = letters.ELSEWHERE, "clipboard", "mail program", "file", "smtp"

WAYS = {
    ELSEWHERE: ("e", "I have sent it myself"),
    PROGRAM: ("m", "Open it in the mail program"),
    CLIPBOARD: ("c", "Copy it, to be pasted"),
    FILE: ("f", "Write it to an .eml file"),
    SMTP: ("s", "Send it from here, by the mail server of the settings"),
}
"""Way -> its key and what it is called."""


async def send(work: Work) -> None:
    """Send the letter that is shown, or say that it was sent."""
    letter, application = work.must_have_letter(), work.must_have_application()
    if letter.status is LetterStatus.SENDING:
        await _ask_whether_it_went(work, application, letter)
        return
    asked = question(application, letter, work.settings.policy, work.now)
    if asked is not None and not await work.ask(ConfirmDialog("Wait", asked, "Go on", "Not now")):
        return
    first = work.settings.sending.get("by")
    ways = sorted(WAYS, key=lambda way: way != first)
    choices = [(*WAYS[way], way) for way in ways if way != SMTP or work.settings.smtp]
    way = await work.ask(ChoiceDialog("Send this letter", choices, work.typing.open_findings()))
    if way is not None and (way == ELSEWHERE or await _is_sound(work)):
        await _BY[way](work, application, letter)


async def _is_sound(work: Work) -> bool:
    """Return whether nothing fails in the letter, or the user wants it to go all the same."""
    faults = work.typing.faults()
    if not faults:
        return True
    return (
        await work.ask(ConfirmDialog("This letter should not go yet", faults, "Go on all the same", "Not yet")) is True
    )


async def _elsewhere(work: Work, application: Application, letter: Letter) -> None:
    await _record(work, application, letter, ELSEWHERE)


async def _by_clipboard(work: Work, application: Application, letter: Letter) -> None:
    reason = await _allowed(work, application, letter)
    if reason is None:
        return
    await copy(work)
    if await work.ask(ConfirmDialog("Sent?", "It is on the clipboard. Did you send it?", "Sent", "Not yet")):
        await _record(work, application, letter, CLIPBOARD, reason)


async def _by_program(work: Work, application: Application, letter: Letter) -> None:
    from app.letters.mail_program import open_in_mail_program

    reason = await _allowed(work, application, letter)
    if reason is None:
        return
    message = await _message(work, application, letter)
    if message is None:
        return
    await asyncio.to_thread(open_in_mail_program, message, locations.state_folder() / "letters")
    if await work.ask(ConfirmDialog("Sent?", "Your mail program has it. Did you send it?", "Sent", "Not yet")):
        await _record(work, application, letter, PROGRAM, reason)


async def _by_file(work: Work, application: Application, letter: Letter) -> None:
    from app.letters.eml_file import write_eml

    reason = await _allowed(work, application, letter)
    if reason is None:
        return
    message = await _message(work, application, letter)
    if message is None:
        return
    path = await asyncio.to_thread(write_eml, message, locations.data_folder() / "letters", draft=True)
    if await work.ask(ConfirmDialog("Sent?", f"It is in {path}. Did you send it?", "Sent", "Not yet")):
        await _record(work, application, letter, FILE, reason)


async def _by_smtp(work: Work, application: Application, letter: Letter) -> None:
    """Store the Message-ID, send, record: a cut between any two of these is found and asked about later."""
    from app.letters.smtp_settings import smtp_account

    account = smtp_account(work.settings.smtp)
    reason = await _allowed(work, application, letter)
    if reason is None:
        return
    message = await _message(work, application, letter)
    if message is None or not await _is_confirmed(work, message, account):
        return
    password = await _password(work, account)
    message_id = str(message["Message-ID"])
    await work.perform(
        application.id, lambda a, when: letters.sending_started(a, when, letter.id, SMTP, message_id, reason)
    )
    try:
        await _hand_over(work, message, account, password)
    except DeliveryError as error:
        if isinstance(error, SignInRefusedError):
            work.passwords.forget(account)
        if not error.maybe_sent:
            told = str(error)
            await work.perform(application.id, lambda a, when: letters.sending_failed(a, when, letter.id, told))
        await work.report(error)
        return
    await _record(work, application, letter, SMTP, reason)


_BY: dict[str, Callable[[Work, Application, Letter], Awaitable[None]]] = {
    ELSEWHERE: _elsewhere,
    CLIPBOARD: _by_clipboard,
    PROGRAM: _by_program,
    FILE: _by_file,
    SMTP: _by_smtp,
}


async def _allowed(work: Work, application: Application, letter: Letter) -> str | None:
    """Return the reason for overriding the etiquette, "" when it holds nothing back, None to leave it."""

    def asked(reason: str) -> Callable[..., None]:
        return lambda hunt: hunt.ask(application.id, lambda a, when: hold_back(a, when, letter.kind, reason))

    try:
        await work.desk.do(asked(""))
    except RefusedError as error:
        if not error.can_override:
            raise
        return await work.ask_reason(str(error)) or None
    return ""


async def _message(work: Work, application: Application, letter: Letter) -> EmailMessage | None:
    """Return the letter as a mail; asks for an address when none is known, None when the user gives none."""
    from app.letters.mail_message import message_for, new_message_id, read_address

    person = application.person(letter.to)
    address = person.email if person else ""
    if not address:
        given: list[str] = []

        async def submit(values: dict[str, str]) -> None:
            try:
                given.append(read_address(values["address"]).addr_spec)
            except DeliveryError as error:
                raise InvalidFieldError("address", str(error)) from None

        field = Field("address", "Address", required=True, hint="dana@northwind.example")
        await work.ask(FormDialog("To which address?", [field], submit, button="Go on"))
        if not given:
            return None
        address = given[0]
    me: Me = work.snapshot.me
    return message_for(letter, person, address, me, work.now, new_message_id(me))


async def _is_confirmed(work: Work, message: EmailMessage, account: SmtpAccount) -> bool:
    lines = [f"{name}: {message[name]}" for name in ("From", "To", "Subject")]
    lines.append(f"by {account.host}, port {account.port}, encrypted")
    findings = work.typing.open_findings()
    text = "\n".join([*lines, "", findings] if findings else lines)
    answer = await work.ask(ConfirmDialog("Send it now? This cannot be taken back.", text, "Send", "Not yet"))
    return answer is True


async def _password(work: Work, account: SmtpAccount) -> str:
    """Return the password of a command, the keyring or the user; what was typed stays in memory alone.

    Raises:
        DeliveryError: there is none.
    """
    from app.letters.passwords import password_for

    try:
        return await asyncio.to_thread(password_for, account, work.passwords)
    except DeliveryError:
        if account.password_command:
            raise
    typed: list[str] = []

    async def submit(values: dict[str, str]) -> None:
        typed.append(values["password"])

    field = Field("password", "Password", kind="secret", required=True, hint="kept in memory until you leave")
    await work.ask(FormDialog(f"{account.user} at {account.host}", [field], submit, button="Go on"))
    return await asyncio.to_thread(password_for, account, work.passwords, lambda: typed[0] if typed else "")


async def _hand_over(work: Work, message: EmailMessage, account: SmtpAccount, password: str) -> None:
    """Send in a thread behind a dialog that can cancel it."""
    from app.letters.smtp import send as send_by_smtp
    from app.letters.smtp_connection import Cancellation

    cancellation = Cancellation()
    dialog = WaitDialog(f"Sending by {account.host} ...", cancellation.cancel)
    shown = asyncio.ensure_future(work.ask(dialog))
    try:
        await asyncio.to_thread(send_by_smtp, message, account, password, cancellation)
    finally:
        await dialog.finish()
        await shown


async def _record(work: Work, application: Application, letter: Letter, how: str, reason: str = "") -> None:
    """Record that a letter went, and keep it in sight; the list's cursor stands on what is due next."""
    done = await work.perform_held(
        application.id,
        lambda given: lambda a, when: letters.letter_sent(a, when, letter.id, how, override=given or reason),
    )
    if done is not None:
        await work.show_sent(application.id, letter.id)


async def _ask_whether_it_went(work: Work, application: Application, letter: Letter) -> None:
    asked = (
        "Sending this letter was cut short, and it is not known whether it went. Look into your mail's folder of sent"
        " letters."
    )
    choices = [("y", "It went", True), ("n", "It did not: make it a draft again", False)]
    went = await work.ask(ChoiceDialog("Did it go?", choices, asked))
    if went:
        await _record(work, application, letter, letter.how)
    elif went is not None:
        await work.perform(application.id, lambda a, when: letters.sending_failed(a, when, letter.id, "it did not go"))


async def copy(work: Work) -> None:
    """Copy the letter's body to the clipboard: the terminal's, and the system's where there is one."""
    from app.letters.clipboard import copy as copy_to_system

    body = work.screen.letter_pane.body
    copied = await asyncio.to_thread(copy_to_system, body)
    work.dashboard.copy_to_clipboard(body)
    by = f" by {copied.tool}" if copied.tool else ""
    work.tell(f"Copied{by}. The subject is not part of it.")
