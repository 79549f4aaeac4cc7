"""The mailbox in the dashboard: what waits is recorded or dismissed one by one; setting it up with a try."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from app.etiquette.errors import DeliveryError, InvalidFieldError
from app.etiquette.text import clean
from app.etiquette.time.dates import local_day, say_day
from app.etiquette.time.lengths import count
from app.hunt.inbox.box import where_of
from app.hunt.inbox.setting_up import add_section, server_of, table_of
from app.letters.cancelling import Cancellation
from app.letters.passwords import PasswordNeededError, keep_in_keyring, usable
from app.ui.acts import correcting
from app.ui.aside import in_own_thread
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.inbox import InboxDialog, Waiting, Wish, Wished
from app.ui.dialogs.text_dialog import TextDialog
from app.ui.dialogs.words import WaitDialog
from app.ui.inbox_watch import InboxWatch, watch_of

if TYPE_CHECKING:
    from app.hunt.intake.plan import Proposal
    from app.mailbox.inbox_settings import InboxAccount
    from app.ui.work import Work

PATIENCE = 0.3
"""Seconds that a look may take before a dialog says that one is going on."""
_WHAT_IT_CAN_DO = (
    "Afterword only reads: it never marks, moves, or deletes an email, and it asks your server only for mail about your"
    " applications.\n\nMost providers want an app password here, not your usual one: you make it in your account's"
    " security settings. Whoever has it can read and send mail as you, so treat it like your own password, and revoke"
    " it there when you no longer need it."
)


async def open_inbox(work: Work) -> None:
    """Show what waits from the mailbox; set it up first where there is none."""
    watch = work.inbox
    if watch is None and work.settings.inbox:
        watch = work.inbox = watch_of(work)
        watch.begin()
    if watch is None:
        watch = await _set_up(work)
        if watch is None:
            return
    elif watch.count:
        await watch.replan()
    if not watch.count and not await _look(work, watch):
        return
    if not watch.count:
        work.tell(watch.notes[0] if watch.notes else "Nothing new in your inbox about your search.")
        return
    await _decide(work, watch)


async def _decide(work: Work, watch: InboxWatch) -> None:
    """Let the user decide on one thing after another, until nothing is left or they leave."""
    place = 0
    while watch.count:
        wished = await work.ask(InboxDialog(_waiting(work, watch), place))
        if wished is None:
            break
        place = wished.place
        await _carry_out(work, watch, wished)
    watch.show_count()


async def _carry_out(work: Work, watch: InboxWatch, wished: Wished) -> None:
    box, now = watch.box, work.now
    proposal = next((proposal for proposal in box.plan.proposals if proposal.key == wished.key), None)
    if wished.wish is Wish.UNDO:
        await work.run(lambda hunt: hunt.undo())
        await watch.replan()
    elif wished.wish is Wish.LOOK:
        await _look(work, watch)
    elif proposal is None:
        return
    elif wished.wish is Wish.VIEW:
        await _view(work, watch, proposal)
    elif wished.wish is Wish.DISMISS:
        await work.run(lambda hunt: box.dismiss(wished.key, hunt, now))
    elif wished.wish is Wish.PLACE or proposal.verb is None:
        await _place(work, watch, proposal)
    else:
        done = await work.run(lambda hunt: box.record(wished.key, hunt, now))
        for refused in done.left_out:
            work.tell(refused, "warning")


async def _place(work: Work, watch: InboxWatch, proposal: Proposal) -> None:
    """Ask where a thing belongs, or which time zone it means; what is left with escape changes nothing."""
    answers = watch.box.asked.answers
    if proposal.unknown_zone and proposal.verb is None:
        zone = await correcting.zone(work, proposal.unknown_zone)
        if zone is None:
            return
        answers = replace(answers, zones={**answers.zones, proposal.unknown_zone: zone})
    else:
        where = await correcting.application(work, watch.box.plan, proposal)
        if where is None:
            return
        if isinstance(where, tuple):
            answers = replace(answers, new={**answers.new, proposal.key: where})
        else:
            answers = replace(answers, applications={**answers.applications, proposal.key: where})
    watch.box.asked = replace(watch.box.asked, answers=answers)
    await watch.replan()


async def _view(work: Work, watch: InboxWatch, proposal: Proposal) -> None:
    """Show the whole mail as text, and what speaks for the application that it was given to."""
    message = watch.box.mail_of(proposal)
    why = "\n".join(f"{fit.company}, {fit.role}: {fit.why}" for fit in proposal.fits[:5])
    parts = [_sender(work, watch, proposal), proposal.doubt, proposal.problem]
    parts += [message.text if message is not None and message.text else proposal.text, why]
    await work.ask(TextDialog(proposal.title, Content("\n\n".join(part for part in parts if part))))


def _waiting(work: Work, watch: InboxWatch) -> list[Waiting]:
    plan = watch.box.plan
    return [
        Waiting(proposal, where_of(plan, proposal), _sender(work, watch, proposal), _text(watch, proposal))
        for proposal in plan.proposals
    ]


def _text(watch: InboxWatch, proposal: Proposal) -> str:
    """Return what a proposal is read from, with the mail around it where that is an invitation's."""
    message = watch.box.mail_of(proposal)
    around = message.text if message is not None and message.invitations else ""
    return proposal.text if around in proposal.text else f"{proposal.text}\n{around}"


def _sender(work: Work, watch: InboxWatch, proposal: Proposal) -> str:
    """Return who wrote a mail, with the address, since a name is anybody's, and when."""
    message = watch.box.mail_of(proposal)
    if message is None:
        return ""
    name, email = message.sender.name, message.sender.email
    who = f"{name} <{email}>" if name and email else name or email or "Unknown sender"
    day = f", {say_day(local_day(message.at, work.zone), work.today)}" if message.at else ""
    return clean(f"{who}{day}")


async def _look(work: Work, watch: InboxWatch) -> bool:
    """Look through the mailbox behind a dialog that can end it; return whether that was done to its end."""
    while True:
        if watch.needs_password and not await _ask_password(work, watch):
            return False
        try:
            await _followed(work, watch, watch.look())
        except PasswordNeededError:
            continue
        return True


async def _followed(work: Work, watch: InboxWatch, look: Awaitable[None]) -> None:
    running = asyncio.ensure_future(look)
    await asyncio.wait({running}, timeout=PATIENCE)
    if not running.done():
        dialog = WaitDialog(f"Looking through your mailbox at {watch.account.host} ...", watch.cancel)
        shown = asyncio.ensure_future(work.ask(dialog))
        await asyncio.wait({running})
        await dialog.finish()
        await shown
    running.result()


async def _ask_password(work: Work, watch: InboxWatch) -> bool:
    """Ask for the password, which is kept in memory alone; return whether one was typed."""
    account, typed = watch.account, []

    async def submit(values: dict[str, str]) -> None:
        typed.append(_usable(values["password"], account))

    field = Field("password", "Password", kind="secret", required=True, hint="kept in memory until you quit")
    title = f"{account.user} at {account.host}"
    await work.ask(FormDialog(title, [field], submit, kept_as=None, button="Continue", text=watch.needs_password))
    if typed:
        work.passwords.keep(account, typed[0])
        watch.needs_password = ""
    return bool(typed)


def _usable(password: str, account: InboxAccount) -> str:
    try:
        return usable(password, account)
    except DeliveryError as error:
        raise InvalidFieldError("password", str(error)) from None


async def _set_up(work: Work) -> InboxWatch | None:
    """Ask for the mailbox, try it, and write it into the settings, without the password; None: the user left."""
    address = work.snapshot.me.email
    fields = [
        Field("user", "Email", address, required=True, hint="what you sign in with"),
        Field("host", "IMAP server", server_of(address), hint="leave empty to try your provider's usual one"),
        Field("port", "Port", "993", hint="993 is IMAP inside TLS"),
        Field("password", "App password", kind="secret", hint="kept in memory, or in the system's keyring"),
        Field("password_command", "Or a command", hint="one that prints it, like: pass show mail"),
    ]
    made: list[InboxWatch] = []

    async def submit(values: dict[str, str]) -> None:
        made.append(await _tried(work, values))

    form = FormDialog("Read your inbox", fields, submit, kept_as=None, button="Test and save", text=_WHAT_IT_CAN_DO)
    await work.ask(form)
    if not made:
        return None
    watch = work.inbox = made[0]
    await _offer_keyring(work, watch.account)
    watch.begin()
    return watch


async def _tried(work: Work, values: dict[str, str]) -> InboxWatch:
    """Return the mailbox of a form's values once it has answered, and is in the settings.

    Raises:
        AfterwordError: it does not work; nothing is written.
    """
    from app.mailbox.inbox_settings import inbox_account
    from app.mailbox.secret import secret_for
    from app.mailbox.trying import try_out

    table = table_of(values)
    account = inbox_account(table)
    typed = values["password"]
    if typed:
        work.passwords.keep(account, _usable(typed, account))
    cancellation = Cancellation()
    work.tell(f"Trying {account.host} ...")
    try:
        answer = await in_own_thread(
            lambda: try_out(
                replace(account, timeout=15.0), secret_for(account, work.passwords, cancellation=cancellation)
            )
        )
        await work.desk.aside(lambda: add_section(table))
    except BaseException:
        work.passwords.forget(account)
        raise
    sent = f"sent mail is in {clean(answer.sent)}" if answer.sent else "there's no folder for sent mail"
    work.tell(f"Connected to {account.host}: {count(answer.messages, 'email')} in your inbox, {sent}.")
    return InboxWatch(work, account)


async def _offer_keyring(work: Work, account: InboxAccount) -> None:
    """Offer to keep a typed password where the system keeps them; else it has to be typed at every start."""
    typed = work.passwords.recall(account)
    if typed is None:
        return
    choices = [("k", "Keep it in the system's keyring", True), ("m", "Ask me again next time", False)]
    text = "Afterword never writes a password into a file of its own."
    if await work.ask(ChoiceDialog("Keep the password?", choices, text)):
        problem = await in_own_thread(lambda: keep_in_keyring(account, typed))
        if problem:
            work.tell(f"The keyring didn't store it: {problem}. You'll be asked at the next start.", "warning")
