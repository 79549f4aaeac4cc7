"""What a mail was that may have been an answer: the user reads it and says (ETIQUETTE 2.27)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from app.etiquette.from_them import Reply
from app.etiquette.records import Application, Interview, OutcomeKind
from app.etiquette.state.facts import planned_ahead, unread_answer
from app.etiquette.time.dates import local_day, say_day
from app.hunt.verbs import answers
from app.ui import proposed_days
from app.ui.acts import interview_form
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.text_dialog import TextDialog
from app.ui.typed_days import day_words, example_day, reader_of

if TYPE_CHECKING:
    from app.ui.work import Work

_CHOICES = (
    ("r", "A rejection", "rejection"),
    ("o", "An offer", "offer"),
    ("d", "A new decision date ...", "date"),
    ("i", "An invitation: add the interview ...", "invitation"),
    ("a", "A reply, without a decision", "answer"),
    ("n", "Not a reply: a receipt, a newsletter", "nothing"),
    ("t", "Read all of it first ...", "text"),
)
_SHOWN = 300
"""Characters of the mail that the question shows."""


async def ask(work: Work) -> None:
    """Show the mail, and record what the user says that it was."""
    application = work.must_have_application()
    reply = unread_answer(application)
    if reply is None:
        return
    day = say_day(local_day(reply.at, work.zone), work.today)
    title = f"What did {application.company} write, {day}?"
    ahead = planned_ahead(application, work.settings.policy, work.now)
    moved = ("i", "Another time for the interview: move it ...", "invitation")
    choices = [moved if choice[2] == "invitation" and ahead is not None else choice for choice in _CHOICES]
    chosen = await work.ask(ChoiceDialog(title, choices, _beginning(reply)))
    if chosen == "text":
        await work.ask(TextDialog(reply.subject or day, Content(reply.text)))
    elif chosen is not None:
        await _record(work, application, reply, chosen, ahead)


def _beginning(reply: Reply) -> str:
    text = "\n".join(line for line in (reply.subject, " ".join(reply.text.split())) if line)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} ..."


async def _record(work: Work, application: Application, reply: Reply, chosen: str, ahead: Interview | None) -> None:
    number = reply.id
    if chosen == "rejection":
        rejected = OutcomeKind.REJECTED
        await work.perform(application.id, lambda a, when: answers.answer_was_outcome(a, when, number, rejected))
    elif chosen == "offer":
        await _offer(work, application, reply)
    elif chosen == "date":
        await _date(work, application, reply)
    elif chosen == "nothing":
        await work.perform(application.id, lambda a, when: answers.answer_read(a, when, number, is_answer=False))
    else:
        await work.perform(application.id, lambda a, when: answers.answer_read(a, when, number))
        if chosen == "invitation":
            await interview_form.ask(work, work.must_have_application(), ahead)


def _day_of(work: Work, reply: Reply) -> date:
    return local_day(reply.at, work.zone)


async def _offer(work: Work, application: Application, reply: Reply) -> None:
    async def submit(values: dict[str, str]) -> None:
        deadline = reader_of(work).deadline(values["decide_by"])
        await work.submit(
            application,
            lambda a, when: answers.answer_was_outcome(
                a, when, reply.id, OutcomeKind.OFFER, decide_by=deadline.day, decide_at=deadline.moment
            ),
        )

    field = Field(
        "decide_by",
        "Decide by",
        hint=f"Friday, {example_day(work)} at noon; empty if none",
        understand=lambda text: reader_of(work).deadline_words(text),
        proposal=proposed_days.deadline(work, "their message", lambda _: reply.text, lambda _: _day_of(work, reply)),
    )
    await work.ask(FormDialog(f"Offer from {application.company}", [field], submit, kept_as=None))


async def _date(work: Work, application: Application, reply: Reply) -> None:
    async def submit(values: dict[str, str]) -> None:
        day = reader_of(work).day(values["day"])
        await work.submit(application, lambda a, when: answers.answer_read(a, when, reply.id, reply_by=day))

    field = Field(
        "day",
        "They will decide by",
        required=True,
        hint=f"Friday, end of next week, {example_day(work)}",
        understand=day_words(work),
        proposal=proposed_days.decision(work, "their message", lambda _: reply.text, lambda _: _day_of(work, reply)),
    )
    await work.ask(FormDialog(f"When will {application.company} decide?", [field], submit, kept_as=None))
