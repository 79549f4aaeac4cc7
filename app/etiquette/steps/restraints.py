"""What holds a letter back before it goes, and what is only questioned (ETIQUETTE 3)."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.addresses import address_key
from app.etiquette.companies import Company
from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, THANKS, Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Letter, LetterStatus
from app.etiquette.stages import Stage, Trigger, refusal
from app.etiquette.state.facts import (
    ends_at,
    follow_ups_counted,
    held_interviews,
    planned_ahead,
    reply_by_in_force,
    unread_answer,
)
from app.etiquette.steps import waiting as waiting_steps
from app.etiquette.steps.needed import lacks_occasion
from app.etiquette.steps.outcome import withdrawal
from app.etiquette.steps.reasons import sentence
from app.etiquette.steps.window import Window
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import ago
from app.etiquette.time.interview_times import say_start
from app.etiquette.time.lengths import count


def restraint(
    application: Application, kind: Kind, policy: Policy, now: datetime, company: Company
) -> RefusedError | None:
    """Return why a letter of this kind should not go now, None when it may; the user can override with a reason.

    ETIQUETTE 3.3: a wish not to be followed up. ETIQUETTE 2.22: a round to come. ETIQUETTE 3.10: an unread mail.
    ETIQUETTE 2.30: a withdrawal to write. ETIQUETTE 3.11: a letter whose occasion did not come.

    Args:
        application: settled at `now`.
    """
    if application.no_follow_ups and DEMANDS[kind].is_cold:
        return RefusedError(
            f"{application.company} asked you not to follow up. Write only to answer them.", rule="no follow-ups"
        )
    if DEMANDS[kind].only_once and any(letter.kind is kind and letter.sent for letter in application.letters):
        return RefusedError(
            "You've already asked for feedback here. Once is enough.", rule="feedback is asked for only once"
        )
    if kind not in FOLLOW_UPS:
        return lacks_occasion(application, kind)
    if application.stage not in (Stage.WAITING, Stage.FOLLOWED_UP):
        return RefusedError(refusal(application.stage, Trigger.FOLLOW_UP_SENT) or "", rule="stages")
    if unread_answer(application) is not None:
        return RefusedError("They may have replied. Read that first (enter).", rule="an unread reply pauses the wait")
    if withdrawal(application, company, calendar_of(policy)) is not None:
        return RefusedError(
            "You accepted another offer. Withdraw here instead of following up.", rule="an offer was accepted elsewhere"
        )
    ahead = planned_ahead(application, policy, now)
    if ahead is not None:
        when = say_start(ahead, now, policy.zone)
        return RefusedError(
            f"Not now. Round {ahead.round} on {when} is their answer; ask there.",
            until=ends_at(ahead, policy),
            rule="any reply from them cancels the pending follow-up",
        )
    return _too_early(application, policy, now, company)


def _too_early(application: Application, policy: Policy, now: datetime, company: Company) -> RefusedError | None:
    """Return why it is too early for a follow-up (ETIQUETTE 3.1), or one too many (ETIQUETTE 3.2)."""
    calendar = calendar_of(policy)
    held = held_interviews(application, policy)
    last = held[-1] if held else None
    sent = follow_ups_counted(application, last)
    if len(sent) >= policy.follow_ups_per_date:
        return RefusedError(
            f"You've followed up {len(sent)} times since you last heard from them. Wait, or close it.",
            rule=f"{count(policy.follow_ups_per_date, 'follow-up')} per decision date",
        )
    reply_by = reply_by_in_force(application, last, calendar)
    if reply_by is None:
        return None
    window: Window = waiting_steps.follow_up_window(application, reply_by, sent, calendar, now, company)
    if now >= window.opens:
        return None
    return RefusedError(f"Too early. {sentence(*window.why, calendar.day(now))}", until=window.opens, rule="too early")


def question(application: Application, letter: Letter, policy: Policy, now: datetime, company: Company) -> str | None:
    """Return what to ask before this letter goes, None when nothing speaks against it.

    ETIQUETTE 3.7: a second letter of any kind to one address is questioned, whichever application it is about; so are
    the same thanks a second time.
    """
    person = application.person(letter.to)
    name = person.name if person else "them"
    address = address_key(person.email) if person else ""
    for other in application.letters:
        if other.id == letter.id or other.status is not LetterStatus.SENT or other.sent is None:
            continue
        reader = application.person(other.to)
        is_same_address = bool(address) and reader is not None and address_key(reader.email) == address
        if other.to != letter.to and not is_same_address:
            continue
        if other.kind in THANKS and letter.kind in THANKS and other.interview == letter.interview:
            return f"You thanked {name} for this interview {_when(other.sent, now)}. Thank them again?"
        if now - other.sent < policy.same_person_gap:
            title = DEMANDS[other.kind].title.lower()
            return f"You wrote to {name} {_when(other.sent, now)} ({title}). Write again so soon?"
    earlier = company.letters_to.get(address) if address else None
    if earlier is not None and now - earlier.at < policy.same_person_gap:
        title = DEMANDS[earlier.kind].title.lower()
        about = "" if earlier.company == application.company else f" about {earlier.company}"
        return f"You wrote to {name}{about} {_when(earlier.at, now)} ({title}). Write again so soon?"
    return None


def _when(moment: datetime, now: datetime) -> str:
    distance = ago(moment, now)
    return "just now" if distance == "now" else f"{distance} ago"
