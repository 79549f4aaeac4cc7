"""Sending a letter by the user's mail server: confirm, fetch the password, note that it leaves, send, record.

A cut between any two of these is found when the letter is opened again, and asked about.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from app.etiquette.errors import DeliveryError, InvalidFieldError, RefusedError, SignInRefusedError
from app.hunt.verbs import in_flight
from app.ui.acts.outgoing import SMTP, Outgoing, composed_mail, record
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.words import ConfirmDialog
from app.ui.registry.key_names import key_of
from app.ui.waiting import CalledOffError, waited_for

if TYPE_CHECKING:
    from email.message import EmailMessage

    from app.letters.smtp_settings import SmtpAccount
    from app.ui.work import Work


async def send_by_server(work: Work, out: Outgoing) -> None:
    """Send a letter and record it as it went; until it is handed over it can be called off."""
    from app.letters.smtp_settings import smtp_account

    account = smtp_account(work.settings.smtp)
    if not work.snapshot.me.email:
        raise DeliveryError(f"You have no email to send from yet. Press {key_of('me')} and add it. The draft is kept.")
    message = await composed_mail(work, out)
    if message is None or not await _is_confirmed(work, out, message, account):
        return
    password = await password_of(work, account)
    if password is None:
        return
    application_id, letter, message_id = out.application.id, out.letter, str(message["Message-ID"])
    await work.perform(
        application_id, lambda a, when: in_flight.sending_started(a, when, letter, SMTP, message_id, out.reason)
    )
    try:
        await _hand_over(work, message, account, password)
    except DeliveryError as error:
        if isinstance(error, SignInRefusedError):
            work.passwords.forget(account)
        if not error.maybe_sent:
            why = str(error)
            with suppress(RefusedError):  # it was settled in another window meanwhile
                await work.perform(
                    application_id, lambda a, when: in_flight.sending_failed(a, when, letter.id, message_id, why)
                )
        if isinstance(error, CalledOffError):
            raise
        await work.report(error)
        return
    await record(work, out, SMTP, replace(letter, message_id=message_id))


async def _is_confirmed(work: Work, out: Outgoing, message: EmailMessage, account: SmtpAccount) -> bool:
    lines = [f"{name}: {message[name]}" for name in ("From", "To", "Subject")]
    lines.append(f"through {account.host}, port {account.port}, encrypted")
    text = "\n".join([*lines, "", out.findings] if out.findings else lines)
    answer = await work.ask(ConfirmDialog("Send it now? This can't be undone.", text, "Send", "Not yet"))
    return answer is True


async def password_of(work: Work, account: SmtpAccount) -> str | None:
    """Return the password of a command, the keyring or the user; what was typed stays in memory alone.

    None: the user gave none.

    Raises:
        DeliveryError: the command failed, or was called off.
    """
    from app.letters.cancelling import Cancellation
    from app.letters.passwords import PasswordNeededError, password_for, usable

    cancellation = Cancellation()
    try:
        return await waited_for(
            work,
            f"Getting the password for {account.user} ...",
            lambda _: password_for(account, work.passwords, cancellation=cancellation),
            cancellation.cancel,
        )
    except PasswordNeededError as error:
        why = str(error)
    typed: list[str] = []

    async def submit(values: dict[str, str]) -> None:
        try:
            typed.append(usable(values["password"], account))
        except DeliveryError as error:
            raise InvalidFieldError("password", str(error)) from None

    field = Field("password", "Password", kind="secret", required=True, hint="kept in memory until you quit")
    title = f"{account.user} at {account.host}"
    await work.ask(FormDialog(title, [field], submit, kept_as=None, button="Continue", text=why))
    if not typed:
        return None
    work.passwords.keep(account, typed[0])
    return typed[0]


async def _hand_over(work: Work, message: EmailMessage, account: SmtpAccount, password: str) -> None:
    """Send in a thread behind a dialog that says how far it is and can call it off."""
    from app.letters.cancelling import Cancellation
    from app.letters.smtp import send as send_by_smtp

    cancellation = Cancellation()
    await waited_for(
        work,
        f"Sending through {account.host} ...",
        lambda say: send_by_smtp(message, account, password, cancellation, say),
        cancellation.cancel,
    )
