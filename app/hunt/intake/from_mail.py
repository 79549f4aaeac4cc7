"""Mail as proposals: an answer, a date, an outcome, an absence, a letter sent elsewhere or one that came back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.etiquette.addresses import address_key
from app.etiquette.from_them import Reply
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.records import NOBODY_BY_NAME, Application, Letter, LetterStatus, OutcomeKind, Person
from app.etiquette.state.facts import planned_ahead
from app.etiquette.text import clean_lines
from app.etiquette.time.dates import add_days, local_day, say_day
from app.etiquette.time.interview_times import say_start
from app.exchange.contents import Message
from app.exchange.meanings import Meaning, Meant, meaning_of_message
from app.hunt.changes import Change, Verb, When
from app.hunt.intake.evidence import Trace
from app.hunt.intake.letters_seen import already_recorded, step_answered
from app.hunt.intake.moved_interviews import may_move_interview
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
        """What identifies a message: its Message-ID, else its place in its file."""
        return f"mail {self.message.message_id or f'{self.file} {self.place}'}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message means for one application: nothing when `what` is None, and `why` says why not."""

    what: What | None
    title: str = ""
    verb: Verb | None = None
    why: str = ""
    wants_key: bool = False
    """Whether it is an outcome, which nothing but a key of the user's records."""


def doubt_of(message: Message) -> str:
    """Return why the sender may be somebody else, a sentence; "" when the mail's own header says nothing so."""
    if not message.failed_checks:
        return ""
    checks = " and ".join((", ".join(message.failed_checks[:-1]), message.failed_checks[-1])).removeprefix(" and ")
    return f"The sender may be forged: {checks} failed."


def is_mine(message: Message, mine: frozenset[str]) -> bool:
    """Return whether the user wrote a message."""
    return address_key(message.sender.email) in mine


def trace_of(message: Message, mine: frozenset[str]) -> Trace:
    """Return what shows where a message belongs: its sender or, for the user's own, its recipients."""
    people = message.to if is_mine(message, mine) else (message.sender,)
    others = tuple(person for person in people if address_key(person.email) not in mine)
    return Trace(others, message.subject, message.text[:4000])


def owner_of(message: Message, applications: list[Application]) -> Application | None:
    """Return the application whose letter a message answers or returns, by the Message-ID (RFC 5322 3.6.4)."""
    message_ids = {
        message_id for message_id in (message.in_reply_to, *message.references, message.failed_message_id) if message_id
    }
    if not message_ids:
        return None
    return next(
        (
            application
            for application in applications
            if any(letter.message_id in message_ids for letter in application.letters)
        ),
        None,
    )


def read(
    message: Message, application: Application, mine: frozenset[str], when: When, meant: Meant | None = None
) -> Reading:
    """Return what a message means for an application.

    Args:
        meant: what its text was found to mean; None: it is judged here.
    """
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
    meant = meant or meaning_of_message(message, when.policy.zone)
    return _theirs(message, application, when, meant)


_NOTHING = {
    Meaning.RECEIPT: "it only confirms that your application arrived",
    Meaning.OTHER: "it's a notice or newsletter, not a reply",
    Meaning.AWAY: "it's an automatic reply, not a real one",
}
"""What changes nothing, and why."""


def _theirs(message: Message, application: Application, when: When, meant: Meant) -> Reading:
    if any(_is_same(reply, message) for reply in application.replies):
        return Reading(None, why=f"it {ALREADY}")
    if meant.meaning in _NOTHING and message.away_until is None:
        return Reading(None, why=_NOTHING[meant.meaning])
    if meant.meaning in (Meaning.REJECTION, Meaning.OFFER):
        if application.outcome is not None:
            return Reading(None, why=f"{application.company} already has an outcome")
        if _is_earlier(message, application, when):
            return Reading(None, why=f"it's from before you applied to {application.company}")
    person = _person_at(application, message.sender.email)
    name = person.name if person else message.sender.name or message.sender.email
    today = local_day(when.now, when.policy.zone)
    day = say_day(local_day(message.at or when.now, when.policy.zone), today)
    if message.away_until is not None:
        last_day_away = add_days(message.away_until, -1)
        title = f"{name} is away until {say_day(last_day_away, today)}"
        return Reading(What.AWAY, title, _recording(message, None, last_day_away))
    if meant.meaning is Meaning.REJECTION:
        verb = _deciding(message, OutcomeKind.REJECTED, meant)
        return Reading(What.REJECTION, f"Rejected, {day}", verb, wants_key=True)
    if meant.meaning is Meaning.OFFER:
        until = f", decide by {say_day(meant.day, today)}" if meant.day else ""
        verb = _deciding(message, OutcomeKind.OFFER, meant)
        return Reading(What.OFFER, f"Offer, {day}{until}", verb, wants_key=True)
    ahead = planned_ahead(application, when.policy, when.now)
    if ahead is not None and may_move_interview(message.text):
        title = f"{name} may move your interview on {say_start(ahead, when.now, when.policy.zone)}: read it"
        return Reading(What.ANSWER, title, _recording(message, None, None, is_read=False))
    if meant.meaning is Meaning.NEW_DATE and meant.day is not None:
        title = f"{name} replied, {day}: decision by {say_day(meant.day, today)}"
        return Reading(What.NEW_DATE, title, _recording(message, meant.day, None))
    return Reading(
        What.ANSWER, _answer_title(meant, name, day, today), _recording(message, None, None, is_read=meant.sure)
    )


def _is_earlier(message: Message, application: Application, when: When) -> bool:
    """Return whether a message is older than the application: it is about one before it, which is not recorded."""
    applied_on, zone = application.applied_on, when.policy.zone
    return message.at is not None and applied_on is not None and local_day(message.at, zone) < applied_on


def _is_same(reply: Reply, message: Message) -> bool:
    """Return whether a reply is this mail: by its Message-ID, for one without by its moment and text."""
    if message.message_id:
        return reply.message_id == message.message_id
    return not reply.message_id and reply.at == message.at and reply.text == clean_lines(message.text).strip()


def _answer_title(meant: Meant, name: str, day: str, today: date) -> str:
    if meant.meaning is Meaning.INVITATION:
        remark = f" ({say_day(meant.day, today)})" if meant.day else ""
        return f"{name} invites you{remark}, {day}: add the interview once you've agreed on a time"
    return f"{name} replied, {day}" if meant.sure else f"A reply from {name}, {day}? Read it"


def _recording(message: Message, reply_by: date | None, away_until: date | None, *, is_read: bool = True) -> Verb:
    """Return the verb that records a message as an answer of theirs."""

    def record(target: Application, at: When) -> Change:
        sender = _person_at(target, message.sender.email)
        return answers.they_answered(
            target,
            at,
            text=message.text,
            at=message.at,
            reply_by=reply_by,
            away_until=away_until,
            person=sender.id if sender else None,
            message_id=message.message_id,
            subject=message.subject,
            is_read=is_read,
        )

    return record


def _deciding(message: Message, kind: OutcomeKind, meant: Meant) -> Verb:
    """Return the verb that records a message as an answer, together with the outcome in it."""
    answer = _recording(message, None, None)

    def record(target: Application, at: When) -> Change:
        answered = answer(target, at)
        decided = answers.outcome_recorded(
            answered.application, at, kind, at=message.at, decide_by=meant.day, note=meant.says
        )
        return replace(decided, events=(*answered.events, *decided.events))

    return record


def _own(message: Message, application: Application, when: When) -> Reading:
    assert message.at is not None
    in_flight = _in_flight(message, application)
    if in_flight is not None:
        return in_flight
    if message.message_id and any(letter.message_id == message.message_id for letter in application.letters):
        return Reading(None, why=f"it {ALREADY}")
    person = next(
        (recipient for to in message.to if (recipient := _person_at(application, to.email)) is not None), None
    )
    sent = message.at
    step = step_answered(application, person, sent, when.policy)
    if step is None or step.kind is None:
        return Reading(None, why="it's your own letter, but no step called for it at the time")
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
    reader = application.person(letter.to)

    def record(target: Application, at: When) -> Change:
        return letters.letter_sent(target, at, letter.id, letter.how, sent=message.at)

    name = reader.name if reader else "the hiring team"
    return Reading(What.LETTER, f"{DEMANDS[letter.kind].title} to {name} was sent", record)


def _bounce(message: Message, application: Application) -> Reading:
    letter = _returned(message, application)
    if letter is None:
        return Reading(None, why="it's a bounce of a letter that isn't recorded here")
    reader = application.person(letter.to)
    address = next(iter(message.failed_for), reader.email if reader else "")

    def record(target: Application, when: When) -> Change:
        return returned.letter_bounced(target, when, letter.id, address)

    name = application.addressee(letter.to)
    return Reading(What.BOUNCE, f"{DEMANDS[letter.kind].title} to {name} did not arrive", record)


def _returned(message: Message, application: Application) -> Letter | None:
    sent = [letter for letter in application.letters if letter.status is not LetterStatus.DRAFT]
    message_ids = {
        message_id for message_id in (message.failed_message_id, message.in_reply_to, *message.references) if message_id
    }
    for letter in sent:
        if letter.message_id and letter.message_id in message_ids:
            return letter
    failed = {address_key(address) for address in message.failed_for}
    before = [letter for letter in sent if message.at is None or (letter.sent and letter.sent <= message.at)]
    for letter in reversed(before):
        person = application.person(letter.to)
        if person is not None and person.email and address_key(person.email) in failed:
            return letter
    return None


def _person_at(application: Application, address: str) -> Person | None:
    key = address_key(address)
    return next((person for person in application.people if key and address_key(person.email) == key), None)
