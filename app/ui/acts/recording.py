"""Recording what happened: interviews, answers, dates, outcomes, notes."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import (
    Application,
    Decision,
    Interview,
    InterviewStatus,
    OutcomeKind,
)
from app.etiquette.rounds import rounds_of
from app.etiquette.steps.waiting import recipient
from app.etiquette.time.dates import local, say_clock, say_date
from app.etiquette.time.interview_times import say_start, starts_at
from app.etiquette.titles import OUTCOME_TITLES
from app.hunt.typed import verbs
from app.hunt.verbs import answers, interviews, offers
from app.ui import proposed_days
from app.ui.acts import debriefing, interview_form
from app.ui.acts.opening_letters import open_letter
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.typed_days import day_words, example_day, reader_of

if TYPE_CHECKING:
    from app.etiquette.steps.next_steps import Step
    from app.ui.work import Work

_OUTCOMES = (
    ("r", "Rejected", OutcomeKind.REJECTED),
    ("o", "They made an offer", OutcomeKind.OFFER),
    ("w", "I withdrew", OutcomeKind.WITHDRAWN),
    ("n", "No reply", OutcomeKind.NO_RESPONSE),
)
_DEADLINE = "deadline"
"""Chosen instead of a decision on an offer."""


async def interview(work: Work) -> None:
    """Plan or log a round; with rounds there already, choose which and what."""
    application = work.must_have_application()
    rounds = rounds_of(application)
    if not rounds:
        await interview_form.ask(work, application, None)
        return
    wanted = rounds[-1]
    others = [("o", "An earlier round ...", "other")] if rounds[1:] else []
    new = ("n", "Another round", "new")
    chosen = await work.ask(ChoiceDialog("Interview", [new, *_round_choices(work, wanted), *others]))
    if chosen == "other":
        listed = [
            (str(place), _title(work, past_round), past_round) for place, past_round in enumerate(rounds[:-1][-9:], 1)
        ]
        earlier = await work.ask(ChoiceDialog("Which round?", listed))
        if earlier is None:
            return
        wanted = earlier
        chosen = await work.ask(ChoiceDialog("Interview", _round_choices(work, wanted)))
    if chosen == "new":
        await interview_form.ask(work, application, None)
    elif chosen == "edit":
        await interview_form.ask(work, application, wanted)
    elif chosen == "debrief":
        await debriefing.debrief(work, application, wanted)
    elif chosen == "cancel":
        await work.perform(application.id, lambda a, when: interviews.cancelled(a, when, wanted.id))
    elif chosen == "missed" and await _is_sure_of_missing(work, application, wanted):
        await work.perform(application.id, lambda a, when: interviews.missed(a, when, wanted.id))


async def _is_sure_of_missing(work: Work, application: Application, interview: Interview) -> bool:
    """Ask whether an interview was missed that took place by all that is on record."""
    doubt = interviews.doubt_about_missing(application, interview)
    ways = [("k", "Keep it as it is", False), ("m", "They missed it", True)]
    return not doubt or await work.ask(ChoiceDialog("Did they miss it?", ways, doubt)) is True


def _title(work: Work, interview: Interview) -> str:
    return f"Round {interview.round} on {say_start(interview, work.now, work.zone)}"


def _round_choices(work: Work, interview: Interview) -> list[tuple[str, str, str]]:
    """Return what can be recorded of one round."""
    title = _title(work, interview)
    choices = [("e", f"Edit or move: {title}", "edit")]
    has_begun = starts_at(interview, work.settings.policy) <= work.now
    if has_begun and interview.status is not InterviewStatus.MISSED:
        choices.insert(0, ("d", f"Debrief: {title}", "debrief"))
    if interview.status is not InterviewStatus.HELD:
        choices.append(("c", f"They canceled it: {title}", "cancel"))
    if has_begun and interview.status is not InterviewStatus.MISSED:
        choices.append(("m", f"They missed it: {title}", "missed"))
    return choices


async def replied(work: Work) -> None:
    """They answered without a decision, or are away."""
    application = work.must_have_application()
    their_words, came = itemgetter("text"), proposed_days.day_it_came(work)
    fields = [
        Field("text", "What they said", kind="multiline"),
        Field(
            "reply_by",
            "They will decide by",
            hint=f"Friday, end of next week, {example_day(work)}",
            understand=day_words(work),
            proposal=proposed_days.decision(work, "their message", their_words, came),
        ),
        Field(
            "at",
            "When it came",
            value="now",
            hint=f"now, yesterday, {example_day(work, 'past')} 3 PM",
            understand=lambda text: reader_of(work).came(text).words,
        ),
        Field(
            "away",
            "Out of office until",
            hint="only for an out-of-office reply",
            understand=day_words(work),
            proposal=proposed_days.absence(work, "their message", their_words, came),
        ),
    ]

    async def submit(values: dict[str, str]) -> None:
        await work.submit(application, verbs.replied(reader_of(work), values))

    title = f"{application.company} replied"
    await work.ask(FormDialog(title, fields, submit, kept_as=f"reply {application.id}"))


async def reply_by(work: Work) -> None:
    """Set the day by which they said they would answer; left empty, the assumed one is taken."""
    application = work.must_have_application()
    fields = [
        Field(
            "day",
            "They will decide by",
            hint=f"Friday, {example_day(work)}, in two weeks; empty for the usual wait",
            understand=day_words(work),
        ),
    ]

    async def submit(values: dict[str, str]) -> None:
        day = reader_of(work).day(values["day"])
        await work.submit(application, lambda a, when: answers.reply_by_set(a, when, day))

    title = f"When will {application.company} decide?"
    await work.ask(FormDialog(title, fields, submit, kept_as=f"decision {application.id}"))


async def outcome(work: Work) -> None:
    """Record how it ended; an open offer is decided on."""
    application = work.must_have_application()
    if offers.is_undecided(application):
        await decide(work, application)
        return
    kind = await _kind_of_outcome(work, application)
    if kind is not None:
        await _ended(work, application, kind)


async def _kind_of_outcome(work: Work, application: Application) -> OutcomeKind | None:
    return await work.ask(ChoiceDialog(f"How did it end with {application.company}?", list(_OUTCOMES)))


async def _ended(work: Work, application: Application, kind: OutcomeKind) -> None:
    """Record that it ended so."""
    if kind is not OutcomeKind.OFFER:
        await work.perform(application.id, lambda a, when: answers.outcome_recorded(a, when, kind))
        if kind is OutcomeKind.WITHDRAWN:
            await _offer_withdrawal(work, application)
        return
    await _offer(work, application)


async def _offer(work: Work, application: Application, deadline: str = "") -> None:
    """Record an offer, or another deadline for the one that is there."""
    fields = [
        Field(
            "decide_by",
            "Decide by",
            deadline,
            required=offers.is_undecided(application),
            hint=f"Friday, {example_day(work)} at noon; empty if none",
            understand=lambda text: reader_of(work).deadline_words(text),
            proposal=proposed_days.deadline(work, "the terms", itemgetter("note")),
        ),
        Field("note", "What they offered", kind="multiline"),
    ]

    async def submit(values: dict[str, str]) -> None:
        await work.submit(application, verbs.ended(reader_of(work), OutcomeKind.OFFER, values))

    title = f"Offer from {application.company}"
    await work.ask(FormDialog(title, fields, submit, kept_as=f"offer {application.id}"))


async def _offer_withdrawal(work: Work, application: Application) -> None:
    """Offer the letter that tells them, unless one went out already (ETIQUETTE 4.4)."""
    if any(letter.kind is Kind.WITHDRAWAL and letter.sent for letter in application.letters):
        return
    choices = [("w", "Write a withdrawal letter", True), ("n", "They already know", False)]
    if await work.ask(ChoiceDialog(f"You withdrew from {application.company}. Tell them?", choices)):
        await work.select(application.id)  # it has left the due list, and the cursor with it
        await open_letter(work, Kind.WITHDRAWAL, recipient(application))


async def decide(work: Work, application: Application) -> None:
    """Record the decision on an offer."""
    choices: list[tuple[str, str, Decision | str]] = [
        ("a", "I accepted", Decision.ACCEPTED),
        ("d", "I declined", Decision.DECLINED),
        ("b", "Set the day they want an answer by ...", _DEADLINE),
    ]
    decision = await work.ask(ChoiceDialog(f"Offer from {application.company}", choices))
    if isinstance(decision, Decision):
        await work.perform(application.id, lambda a, when: answers.offer_decided(a, when, decision))
    elif decision is not None:
        await _offer(work, application, _deadline_typed(work, application))


def _deadline_typed(work: Work, application: Application) -> str:
    """Return the deadline of an offer as it can be typed, "" where there is none."""
    outcome = application.outcome
    if outcome is None or outcome.decide_by is None:
        return ""
    hour = f" at {say_clock(local(outcome.decide_at, work.zone))}" if outcome.decide_at else ""
    return say_date(outcome.decide_by, 0) + hour


async def reopen(work: Work) -> None:
    """Take the outcome back."""
    await work.perform(work.must_have_application().id, answers.reopened)


async def check_outcome(work: Work, step: Step) -> None:
    """Ask whether an outcome is right that another machine speaks against (ETIQUETTE 2.31)."""
    application = work.must_have_application()
    if application.outcome is None:
        return
    title = OUTCOME_TITLES[application.outcome.kind]
    choices = [
        ("o", f"That's right: {title.lower()}", "over"),
        ("g", "It goes on: reopen it", "open"),
        ("e", "It ended another way ...", "otherwise"),
    ]
    chosen = await work.ask(
        ChoiceDialog(f"How did it end with {application.company}?", choices, step.reason_on(work.today))
    )
    if chosen == "over":
        await work.perform(application.id, answers.outcome_confirmed)
    elif chosen == "open":
        await work.perform(application.id, answers.reopened)
    elif chosen is not None and (kind := await _kind_of_outcome(work, application)) is not None:
        await work.perform(application.id, answers.reopened)
        await work.select(application.id)
        await _ended(work, work.must_have_application(), kind)


async def note(work: Work) -> None:
    """Add a note to the timeline."""
    application = work.must_have_application()

    async def submit(values: dict[str, str]) -> None:
        await work.submit(application, verbs.noted(values["text"]))

    fields = [Field("text", "Note", kind="multiline", required=True)]
    title = f"Note on {application.company}"
    await work.ask(FormDialog(title, fields, submit, kept_as=f"note {application.id}"))


async def sheet(work: Work) -> None:
    """Open the sheet of an interview: the step's, else the next one's, else the last one's."""
    from app.ui.acts.interview_sheet import open_fitting_sheet

    await open_fitting_sheet(work)
