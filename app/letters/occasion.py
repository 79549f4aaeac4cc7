"""What a letter is written about, by whom, to whom, and when; and what follows from that."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from app.etiquette.errors import InvalidFieldError
from app.etiquette.letter_kinds import FOLLOW_UPS, THANKS, Tone
from app.etiquette.letter_style import Style
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, LetterStatus, Me, OutcomeKind, Part, Person
from app.etiquette.state.facts import has_interviewed
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import add_time, local_day, zone_named
from app.etiquette.time.interview_times import day_of, ends_at, starts_at
from app.etiquette.unset import UNSET
from app.letters.builds import AGAIN, ARRANGED, ELSEWHERE
from app.letters.clauses import Clause
from app.letters.highlights import own_highlight


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is written about, by whom, and when."""

    application: Application
    person: Person | None
    interview: Interview | None
    me: Me
    policy: Policy
    now: datetime
    deadline: date | None = None
    style: Style = field(default_factory=Style)
    accepted_elsewhere: bool = False
    """Whether another company's offer was accepted: thanks then say so, and want nothing."""

    @property
    def today(self) -> date:
        """The user's day."""
        return local_day(self.now, self.policy.zone)

    @property
    def tone(self) -> Tone:
        """The application's own tone, else the user's."""
        return self.style.tone

    @property
    def name(self) -> str:
        """Which of `OCCASIONS` it is, "" for none of them."""
        if self.accepted_elsewhere:
            return ELSEWHERE
        if not self.was_in_the_room:
            return ARRANGED
        return AGAIN if self.was_thanked_before else ""

    @property
    def has_spoken(self) -> bool:
        """Whether there was an interview at all."""
        return self.interview is not None or has_interviewed(self.application)

    @property
    def interviews(self) -> str:
        """How a letter speaks of those that there were: "interview", "interviews"."""
        count = sum(interview.status is InterviewStatus.HELD for interview in self.application.interviews)
        return "interviews" if count > 1 else "interview"

    @property
    def met(self) -> list[Person]:
        """Who was there, in the order of the record."""
        ids = self.interview.met if self.interview else ()
        return [person for person in map(self.application.person, dict.fromkeys(ids)) if person is not None]

    @property
    def was_in_the_room(self) -> bool:
        """Whether the reader took part. Where nobody's name is recorded, a recruiter or coordinator did not."""
        if self.person is None:
            return True
        if self.interview is None:
            return any(self.person.id in interview.met for interview in self.application.interviews)
        return self.person.id in self.interview.met or (not self.interview.met and self.person.part is Part.INTERVIEWER)

    @property
    def highlight(self) -> Clause | None:
        """What stood out of the interview, said to the reader; None when nothing is noted."""
        noted = self.interview.noted if self.interview else ""
        return own_highlight(noted, self.person, self.met, was_there=self.was_in_the_room)

    @property
    def is_late(self) -> bool:
        """Whether thanks for the interview are late by now (ETIQUETTE 2.6)."""
        if self.interview is None or self.interview.starts == UNSET:
            return False
        ended = ends_at(self.interview, self.policy)
        return self.now >= calendar_of(self.policy).late(add_time(ended, self.policy.thank_late))

    @property
    def interview_day(self) -> date | None:
        """The day of the interview where it was held; None when it is not known."""
        if self.interview is None or self.interview.starts == UNSET:
            return None
        return day_of(self.interview, self._zone(self.interview))

    @property
    def next_day(self) -> date | None:
        """The day of the next interview that is planned; None when there is none."""
        planned = [
            interview
            for interview in self.application.interviews
            if interview.status is InterviewStatus.PLANNED and starts_at(interview, self.policy) > self.now
        ]
        first = min(planned, key=lambda interview: interview.starts, default=None)
        return day_of(first, self._zone(first)) if first else None

    @property
    def decision_day(self) -> date | None:
        """The day by which they said that they would decide, while it is to come."""
        reply_by = self.application.reply_by
        return reply_by.date if reply_by and reply_by.stated and reply_by.date >= self.today else None

    @property
    def decide_by(self) -> date | None:
        """The day by which their offer has to be answered."""
        outcome = self.application.outcome
        return outcome.decide_by if outcome and outcome.kind is OutcomeKind.OFFER else None

    @property
    def was_thanked_before(self) -> bool:
        """Whether the reader was thanked for an earlier round: then the letter is shorter (ETIQUETTE 5.3)."""
        person, interview = self.person, self.interview
        if person is None or interview is None:
            return False
        return any(
            letter.kind in THANKS
            and letter.status is LetterStatus.SENT
            and letter.to == person.id
            and letter.interview != interview.id
            and (letter.sent is None or letter.sent < interview.starts)
            for letter in self.application.letters
        )

    @property
    def was_thanked(self) -> bool:
        """Whether thanks for the interview went to the reader, or to all; a follow-up carries them otherwise."""
        interview, reader = self.interview, self.person.id if self.person else None
        return interview is not None and any(
            letter.kind in THANKS
            and letter.status is LetterStatus.SENT
            and (letter.to in (None, reader) or reader not in interview.met)
            and (letter.sent is None or letter.sent >= interview.starts)
            for letter in self.application.letters
        )

    @property
    def followed_up_on(self) -> date | None:
        """The day of the last follow-up, None before the first."""
        sent = [letter.sent for letter in self.application.letters if letter.kind in FOLLOW_UPS and letter.sent]
        return local_day(max(sent), self.policy.zone) if sent else None

    @property
    def place(self) -> int:
        """The reader's place among all people met in any round: those of one company begin at different builds."""
        order = list(dict.fromkeys(met for interview in self.application.interviews for met in interview.met))
        return order.index(self.person.id) if self.person and self.person.id in order else len(order)

    def _zone(self, interview: Interview) -> tzinfo:
        if interview.timezone:
            with suppress(InvalidFieldError):
                return zone_named(interview.timezone)
        return self.policy.zone
