"""What happened since a draft was last touched that its text may not know: said when it is opened on a later day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, OFFER_ANSWERS, REJECTION_ANSWERS, THANKS, Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, InterviewStatus, Letter, LetterStatus, OutcomeKind
from app.etiquette.time.dates import add_time, local_day, say_day
from app.etiquette.time.interview_times import ends_at

_OF_A_DAY = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|(?:last|next) week)\b",
    re.IGNORECASE,
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NAMES_A_DAY = re.compile(rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}\b")
AFTER_AN_OUTCOME = OFFER_ANSWERS | REJECTION_ANSWERS | {Kind.STAY_IN_TOUCH, Kind.WITHDRAWAL}
"""What is still written once an application has ended."""


def overtaken(application: Application, draft: Letter, policy: Policy, now: datetime) -> tuple[str, ...]:
    """Return what the user should know before a draft of an earlier day goes, a sentence each; none for today's.

    Args:
        application: settled at `now`.
    """
    if draft.written is None:
        return ()
    today, written = local_day(now, policy.zone), local_day(draft.written, policy.zone)
    if written >= today:
        return ()
    return (
        *_words(draft, written, today),
        *_mails(application, draft.written, policy, today),
        *_new_date(application, draft, draft.written, today),
        *_closed(application, draft, policy, now),
    )


def _words(draft: Letter, written: date, today: date) -> Iterator[str]:
    words = dict.fromkeys(match[0].lower() for match in _OF_A_DAY.finditer(f"{draft.subject}\n{draft.body}"))
    for word in words:
        yield f"It says “{word}”, but you wrote that on {say_day(written, today)}."


def _mails(application: Application, since: datetime, policy: Policy, today: date) -> Iterator[str]:
    """Yield who wrote meanwhile, and what was recorded of an end."""
    for reply in application.replies:
        if reply.at > since and reply.away_until is None:
            day = say_day(local_day(reply.at, policy.zone), today)
            yield f"{_name(application, reply.person)} wrote to you on {day}, after you wrote this."


def _new_date(application: Application, draft: Letter, since: datetime, today: date) -> Iterator[str]:
    """Yield that the letter may name a decision date that another one has replaced."""
    reply_by = application.reply_by
    if reply_by is not None and reply_by.stated and reply_by.known is not None and reply_by.known > since:
        days = {match[0] for match in _NAMES_A_DAY.finditer(draft.body)}
        if days - {f"{reply_by.date:%B} {reply_by.date.day}", f"{reply_by.date.day} {reply_by.date:%B}"}:
            day = say_day(reply_by.date, today)
            yield f"They have since said that they will decide by {day}. Check the date in your letter."


def _name(application: Application, person: int | None) -> str:
    known = application.person(person)
    return known.name if known else application.company


def _closed(application: Application, draft: Letter, policy: Policy, now: datetime) -> Iterator[str]:
    """Yield why the step that a draft was for is no longer open."""
    today, outcome = local_day(now, policy.zone), application.outcome
    name = application.addressee(draft.to)
    sent = [letter for letter in application.letters if letter.status is LetterStatus.SENT and letter.sent is not None]
    same = [letter for letter in sent if (letter.kind, letter.to) == (draft.kind, draft.to)]
    for letter in same:
        if letter.interview == draft.interview and letter.sent is not None and draft.kind not in FOLLOW_UPS:
            day = say_day(local_day(letter.sent, policy.zone), today)
            yield f"You sent {name} a letter like this on {day} ({DEMANDS[draft.kind].title.lower()})."
            return
    follow_up = next((letter for letter in sent if letter.kind in FOLLOW_UPS and _is_later(letter, draft)), None)
    if draft.kind in FOLLOW_UPS and follow_up is not None and follow_up.sent is not None:
        yield f"You followed up on {say_day(local_day(follow_up.sent, policy.zone), today)}, after you wrote this."
    elif outcome is not None and draft.kind not in AFTER_AN_OUTCOME:
        yield _ENDS[outcome.kind].format(company=application.company)
    elif draft.kind in THANKS and _is_past(application, draft, policy, now):
        yield "It's late for a thank-you. Your follow-up can carry the thanks instead."


_ENDS = {
    OutcomeKind.OFFER: "You have an offer from {company} now.",
    OutcomeKind.REJECTED: "{company} has rejected your application since then.",
    OutcomeKind.WITHDRAWN: "You've withdrawn this application since then.",
    OutcomeKind.NO_RESPONSE: "This application is closed now: no reply.",
}


def _is_later(letter: Letter, draft: Letter) -> bool:
    return letter.sent is not None and draft.written is not None and letter.sent > draft.written


def _is_past(application: Application, draft: Letter, policy: Policy, now: datetime) -> bool:
    """Return whether the thanks for the interview have lapsed (ETIQUETTE 2.6)."""
    held = [
        interview
        for interview in application.interviews
        if interview.status is InterviewStatus.HELD and draft.interview in (None, interview.id)
    ]
    return bool(held) and all(
        now >= add_time(ends_at(interview, policy), timedelta(days=policy.thank_lapses_days)) for interview in held
    )
