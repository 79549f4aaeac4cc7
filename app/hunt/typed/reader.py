"""Days and moments as they are typed, read by the user's settings. Every verb that takes one reads it here."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from app.etiquette.errors import InvalidFieldError, UnreadableDateError
from app.etiquette.frozen import dataclass
from app.etiquette.policy import Policy
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import add_days, at, local_day, say_clock, say_moment
from app.etiquette.time.past_moments import understand_past_moment
from app.etiquette.time.plain_dates import Prefer, Understood, understand_day
from app.etiquette.time.plain_times import UnderstoodMoment, understand_moment

_MOST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when an offer wants an answer, and what to show for it."""

    day: date | None
    """None: it names none."""
    moment: datetime | None
    """On that day; None: the day alone was given."""
    words: str = ""


NO_DEADLINE = Deadline(None, None)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what was typed at a moment by somebody with these settings.

    Every method raises `InvalidFieldError`, with the name of the field that was typed into, for what it cannot read.
    """

    now: datetime
    policy: Policy
    month_first: bool | None = None
    """Whether 11/12 is November 12; None: it may be December 11 as well, and is asked about."""

    @property
    def zone(self) -> tzinfo:
        """The user's time zone."""
        return self.policy.zone

    @property
    def today(self) -> date:
        """The user's day."""
        return local_day(self.now, self.zone)

    def day(self, text: str, prefer: Prefer = "future", field: str = "date") -> date | None:
        """Return the day meant by plain words, None for none; one in the past is no later than today."""
        if not text.strip():
            return None
        try:
            return self._understood(text, prefer).day
        except UnreadableDateError as error:
            raise UnreadableDateError(field, error.sentence) from None

    def day_words(self, text: str, prefer: Prefer = "future") -> str:
        """Return what a typed day is understood as."""
        return self._understood(text, prefer).words

    def came(self, text: str, field: str = "at") -> UnderstoodMoment:
        """Return when something came: of a day alone only the day counts; no words mean now."""
        try:
            return understand_past_moment(text.strip() or "now", self.now, self.zone, self.month_first)
        except UnreadableDateError as error:
            raise UnreadableDateError(field, error.sentence) from None

    def deadline(self, text: str) -> Deadline:
        """Return by when an offer wants an answer, a day alone or with its hour; no words mean that it names none."""
        if not text.strip():
            return NO_DEADLINE
        try:
            return self._deadline(text)
        except UnreadableDateError as error:
            raise UnreadableDateError("decide_by", error.sentence) from None

    def deadline_words(self, text: str) -> str:
        """Return what a typed deadline is understood as, with the hour that counts where none was typed."""
        return self._deadline(text).words

    def _deadline(self, text: str) -> Deadline:
        try:
            understood = self._understood(text)
        except UnreadableDateError as no_day:
            try:
                moment = understand_moment(text, self.now, self.zone, month_first=self.month_first)
            except UnreadableDateError:
                raise no_day from None
            return Deadline(local_day(moment.moment, self.zone), moment.moment, moment.words)
        closes = say_clock(datetime.combine(understood.day, self.policy.day_closes))
        return Deadline(understood.day, None, f"{understood.words}; no time given, so until {closes}")

    def until(self, text: str) -> datetime:
        """Return until when a step is snoozed: a day's morning, a moment, so many days; no words mean the next
        business day."""
        if not text.strip():
            calendar = calendar_of(self.policy)
            return calendar.opens(calendar.after(self.today, 1))
        return self._until(text).moment

    def until_words(self, text: str) -> str:
        """Return what a day or a moment to snooze until is understood as."""
        return self._until(text).words

    def _until(self, text: str) -> UnderstoodMoment:
        words = text.strip()
        if words.isascii() and words.isdigit():
            if not 1 <= int(words[:6]) <= _MOST_DAYS:
                raise InvalidFieldError("until", f"Snooze it for 1 to {_MOST_DAYS} days.")
            return self._morning(add_days(self.today, int(words)))
        try:
            understood = self._understood(words)
        except UnreadableDateError as no_day:
            try:
                return understand_moment(words, self.now, self.zone, month_first=self.month_first)
            except UnreadableDateError:
                raise UnreadableDateError("until", no_day.sentence) from None
        morning = self._morning(understood.day)
        return UnderstoodMoment(morning.moment, understood.words)

    def _morning(self, day: date) -> UnderstoodMoment:
        moment = at(day, self.policy.day_opens, self.zone)
        return UnderstoodMoment(moment, say_moment(moment, self.now, self.zone))

    def _understood(self, text: str, prefer: Prefer = "future") -> Understood:
        understood = understand_day(text, self.today, self.policy.holidays, prefer, self.month_first)
        if prefer == "past" and understood.day > self.today:
            raise UnreadableDateError("date", f"{understood.words}: that day hasn't come yet. Enter one in the past.")
        return understood
