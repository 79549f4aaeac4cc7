"""What an entry of the timeline holds: a letter in its pane; an interview, an answer or a rule in a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Letter
from app.etiquette.steps.sent_letters import letters_by_entry
from app.etiquette.steps.timeline import Entry
from app.etiquette.time.dates import local_day, say_day, say_moment
from app.etiquette.time.interview_times import ends_at, say_start, starts_at
from app.ui.acts import postings
from app.ui.card import block, interview_facts
from app.ui.dialogs.text_dialog import TextDialog
from app.ui.registry.here import Pane
from app.ui.registry.key_names import key_of

if TYPE_CHECKING:
    from app.ui.work import Work

_HOW_TO_SETTLE = (
    "If the other one is right, set it again: press {} for the application, {} for an interview, {} for a person. Your"
    " other machines follow at the next sync."
)
_WIDTH = 70
"""Cells of a dialog's text."""


async def read_entry(work: Work) -> None:
    """Show what the entry under the timeline's cursor tells of."""
    entry = work.screen.timeline.entries.row
    if entry is None:
        return
    application = work.must_have_application()
    letter = letter_of(application, [row for row in work.screen.timeline.entries.rows if row is not None], entry)
    if letter is not None:
        work.shown.letter_id = letter.id
        work.shown.show_letter()
        work.screen.go(Pane.LETTER)
        return
    if entry.what == "posting_kept" and application.postings:
        await postings.read_or_save(work, application)
        return
    await work.ask(TextDialog(_when(work, entry, entry.at), _told_of(work, application, entry)))


def _when(work: Work, entry: Entry, moment: datetime) -> str:
    """Return one of an entry's moments as it is meant: as a day, or with its time."""
    return (
        say_day(local_day(moment, work.zone), work.today) if entry.is_day else say_moment(moment, work.now, work.zone)
    )


def letter_of(application: Application, entries: Sequence[Entry], entry: Entry) -> Letter | None:
    """Return the letter that one of the timeline's entries tells of, None for any other entry."""
    place = next((place for place, other in enumerate(entries) if other is entry), None)
    letter = None if place is None else letters_by_entry(application, entries).get(place)
    return letter if letter is not None and letter.body else None


def interview_of(application: Application, entry: Entry, policy: Policy, now: datetime) -> Interview | None:
    """Return the interview that an entry tells of, None for any other entry: the one of that day, since it may have had
    another number then, else the one of that number or that moment."""
    for interview in application.interviews:
        if entry.what == "interview_planned" and f" on {say_start(interview, now, policy.zone)}" in entry.text:
            return interview
    for interview in application.interviews:
        is_said = f"Round {interview.round}" in entry.text.replace(",", " ").replace(":", " ")
        moments = (starts_at(interview, policy), ends_at(interview, policy))
        if entry.what in ("interview", "interview_planned", "interview_held", "interview_missed", "stood_out") and (
            is_said or entry.at in moments
        ):
            return interview
    return None


def _told_of(work: Work, application: Application, entry: Entry) -> Content:
    parts = [Content(entry.text)]
    if entry.then:
        later = (f"{state[:1].upper()}{state[1:]} {_when(work, entry, moment)}" for state, moment in entry.then)
        parts.append(Content("\n").join(map(Content, later)))
    interview = interview_of(application, entry, work.settings.policy, work.now)
    if interview is not None:
        facts = block(tuple(interview_facts(application, interview, work.now, work.zone)), _WIDTH)
        parts.append(Content("\n").join(facts))
        if interview.noted and interview.noted not in entry.text and interview.status is not InterviewStatus.PLANNED:
            parts.append(Content(f"What stood out: {interview.noted}"))
    parts += [
        Content(reply.text)
        for reply in application.replies
        if reply.text and reply.at == entry.at and reply.text not in entry.text
    ]
    if entry.what == "changed_twice":
        keys = (key_of("edit"), key_of("interview"), key_of("person"))
        parts.append(Content(_HOW_TO_SETTLE.format(*keys)))
    if entry.rule:
        parts.append(Content(f"Why: {entry.rule}"))
    return Content("\n\n").join(parts)
