"""A letter on its way: what was shown, the mail made of it, and the record of what went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.etiquette.errors import DeliveryError, InvalidFieldError
from app.etiquette.records import Application, Letter, Me
from app.hunt.verbs import in_flight, letters
from app.ui.dialogs.form import Field, FormDialog

if TYPE_CHECKING:
    from email.message import EmailMessage

    from app.ui.work import Work

ELSEWHERE, SMTP = letters.ELSEWHERE, letters.SMTP
CLIPBOARD, PROGRAM, FILE = "clipboard", "mail program", "file"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter on its way, as it was shown when the user asked for it to go."""

    application: Application
    letter: Letter
    findings: str
    """What the checker finds wrong, as lines."""
    faults: str
    """What of it fails."""
    reason: str = ""
    """The reason for sending although the etiquette says not yet."""


async def composed_mail(work: Work, out: Outgoing) -> EmailMessage | None:
    """Return the letter as a mail; asks for an address where none is known, None when the user gives none."""
    from app.letters.mail_message import message_for, new_message_id

    address = await _address(work, out)
    if not address:
        return None
    me: Me = work.snapshot.me
    person = out.application.person(out.letter.to)
    return message_for(out.letter, person, address, me, work.now, new_message_id(me))


async def _address(work: Work, out: Outgoing) -> str:
    """Return the reader's address. One that is typed becomes theirs; "" when the user gave none."""
    from app.letters.mail_message import read_address

    application, person = out.application, out.application.person(out.letter.to)
    address = person.email if person else work.addresses.get(application.id, "")
    problem = ""
    if address and person is not None:
        try:
            read_address(address)
        except DeliveryError:
            problem = f"{address} isn't an email address you can send to. Correct it here."
        else:
            return address
    given: list[str] = []

    async def submit(values: dict[str, str]) -> None:
        typed = values["address"].strip()
        try:
            read_address(typed)
        except DeliveryError as error:
            raise InvalidFieldError("address", str(error)) from None
        if person is None:
            work.addresses[application.id] = typed
        else:
            await work.perform(application.id, lambda a, when: in_flight.address_learned(a, when, person.id, typed))
        given.append(typed)

    field = Field("address", "Email", address, required=True, hint="dana@northwind.example")
    title = f"{person.name}'s email" if person is not None and person.name else "Which email address?"
    await work.ask(FormDialog(title, [field], submit, kept_as=None, button="Continue", text=problem))
    return given[0] if given else ""


async def record(work: Work, out: Outgoing, how: str, went: Letter) -> None:
    """Record that a letter went as it is, and keep it in sight; the list's cursor stands on what is due next."""
    done = await work.perform(
        out.application.id,
        lambda a, when: letters.letter_sent(a, when, went.id, how, override=out.reason, went=went),
    )
    if done.letter is not None and done.letter.id != went.id:
        work.tell("This draft was changed in another window. What you sent is recorded; the other text stays a draft.")
    await work.shown.show_sent(out.application.id, done.letter.id if done.letter is not None else went.id)
