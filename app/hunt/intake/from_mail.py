"""Mail as proposals: they answered, they are away, a letter written elsewhere, a letter that did not arrive."""

from __future__ import annotations

from dataclasses import dataclass

from app.etiquette.addresses import address_key
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.records import NOBODY_BY_NAME, Application, Letter, LetterStatus, Person
from app.etiquette.time.dates import local_day, say_day
from app.exchange.found import Message
from app.hunt.changes import Change, Verb, When
from app.hunt.intake.evidence import Trace, is_machine
from app.hunt.intake.letters_seen import already_recorded, step_answered
from app.hunt.intake.plan import ALREADY, What
from app.hunt.verbs import answers, letters, returned


@dataclass(frozen=True, slots=True)
class Mailed:
    """One message and the file it came in."""

    message: Message
    file: str
    place: int
    """Which of the file's messages."""

    @property
    def key(self) -> str:
        """Tells it apart: by its Message-ID, else by where it stands."""
        return f"mail {self.message.message_id or f'{self.file} {self.place}'}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message means for one application: nothing when `what` is None, and `why` says why not."""

    what: What | None
    title: str = ""
    verb: Verb | None = None
    why: str = ""


def is_mine(message: Message, mine: frozenset[str]) -> bool:
    """Return whether the user wrote it."""
    return address_key(message.sender.email) in mine


def trace_of(message: Message, mine: frozenset[str]) -> Trace:
    """Return what shows where it belongs: who wrote it, or, of the user's own, to whom it went."""
    people = message.to if is_mine(message, mine) else (message.sender,)
    others = tuple(person for person in people if address_key(person.email) not in mine)
    return Trace(others, message.subject, message.text[:4000])


def owner_of(message: Message, applications: list[Application]) -> Application | None:
    """Return the application whose letter it answers or returns, by the Message-ID (RFC 5322 3.6.4)."""
    wanted = {each for each in (message.in_reply_to, *message.references, message.failed_message_id) if each}
    if not wanted:
        return None
    return next((each for each in applications if any(letter.message_id in wanted for letter in each.letters)), None)


def read(message: Message, application: Application, mine: frozenset[str], when: When) -> Reading:
    """Return what a message means for an application."""
    if message.at is None:
        return Reading(None, why="its date can't be read")
    if message.at > when.now:
        return Reading(None, why="its date is in the future")
    if message.is_bounce:
        return _bounce(message, application)
    if message.is_delayed:
        return Reading(None, why="the letter is only delayed; the mail server is still trying")
    if is_mine(message, mine):
        return _own(message, application, when)
    return _theirs(message, application, when)


def _theirs(message: Message, application: Application, when: When) -> Reading:
    if message.message_id and any(reply.message_id == message.message_id for reply in application.replies):
        return Reading(None, why=f"it {ALREADY}")
    if message.is_auto_reply and message.away_until is None:
        return Reading(None, why="it's an automatic reply, not an answer")
    person = _known(application, message.sender.email)
    name = person.name if person else message.sender.name or message.sender.email
    day = say_day(local_day(message.at or when.now, when.policy.zone), local_day(when.now, when.policy.zone))

    def record(target: Application, at: When) -> Change:
        sender = _known(target, message.sender.email)
        return answers.they_answered(
            target,
            at,
            text=message.text,
            at=message.at,
            away_until=message.away_until,
            person=sender.id if sender else None,
            message_id=message.message_id,
            subject=message.subject,
        )

    if message.away_until is not None:
        back = say_day(message.away_until, local_day(when.now, when.policy.zone))
        return Reading(What.AWAY, f"{name} is away until {back}", record)
    if is_machine(message.sender.email) and person is None:
        return Reading(What.ANSWER, f"Email from {name} on {day}: a reply?", record)
    return Reading(What.ANSWER, f"{name} replied on {day}", record)


def _own(message: Message, application: Application, when: When) -> Reading:
    assert message.at is not None
    in_flight = _in_flight(message, application)
    if in_flight is not None:
        return in_flight
    if message.message_id and any(letter.message_id == message.message_id for letter in application.letters):
        return Reading(None, why=f"it {ALREADY}")
    person = next((known for to in message.to if (known := _known(application, to.email)) is not None), None)
    sent = message.at
    step = step_answered(application, person, sent, when.policy)
    if step is None or step.kind is None:
        return Reading(None, why="it fits no step that was open then")
    kind, interview = step.kind, step.interview
    to = step.person if step.person is not None else (person.id if person else None)
    if already_recorded(application, kind, to, sent):
        return Reading(None, why=f"a letter like it {ALREADY}")

    def record(target: Application, at: When) -> Change:
        return letters.written_elsewhere(
            target,
            at,
            kind,
            to,
            sent=sent,
            interview=interview,
            subject=message.subject,
            body=message.text,
            message_id=message.message_id,
        )

    name = person.name if person else NOBODY_BY_NAME
    return Reading(What.LETTER, f"{DEMANDS[kind].title} to {name}, sent from your own mail program", record)


def _in_flight(message: Message, application: Application) -> Reading | None:
    """Return that a letter of ours went after all, of which it was not known: here it is in the user's own mail."""
    flying = [letter for letter in application.letters if letter.status is LetterStatus.SENDING and letter.message_id]
    letter = next((letter for letter in flying if letter.message_id == message.message_id), None)
    if letter is None:
        return None
    whom = application.person(letter.to)

    def record(target: Application, at: When) -> Change:
        return letters.letter_sent(target, at, letter.id, letter.how, sent=message.at)

    name = whom.name if whom else "the hiring team"
    return Reading(What.LETTER, f"{DEMANDS[letter.kind].title} to {name} was sent", record)


def _bounce(message: Message, application: Application) -> Reading:
    letter = _returned(message, application)
    if letter is None:
        return Reading(None, why="it's a bounce of a letter that isn't recorded here")
    whom = application.person(letter.to)
    address = next(iter(message.failed_for), whom.email if whom else "")

    def record(target: Application, when: When) -> Change:
        return returned.letter_bounced(target, when, letter.id, address)

    name = application.addressee(letter.to)
    return Reading(What.BOUNCE, f"{DEMANDS[letter.kind].title} to {name} did not arrive", record)


def _returned(message: Message, application: Application) -> Letter | None:
    sent = [letter for letter in application.letters if letter.status is not LetterStatus.DRAFT]
    wanted = {each for each in (message.failed_message_id, message.in_reply_to, *message.references) if each}
    for letter in sent:
        if letter.message_id and letter.message_id in wanted:
            return letter
    failed = {address_key(address) for address in message.failed_for}
    before = [letter for letter in sent if message.at is None or (letter.sent and letter.sent <= message.at)]
    for letter in reversed(before):
        person = application.person(letter.to)
        if person is not None and person.email and address_key(person.email) in failed:
            return letter
    return None


def _known(application: Application, address: str) -> Person | None:
    wanted = address_key(address)
    return next((each for each in application.people if wanted and address_key(each.email) == wanted), None)
