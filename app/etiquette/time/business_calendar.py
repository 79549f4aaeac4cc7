"""One policy's calendar: when windows given in days open and close, and what a late moment becomes (ETIQUETTE 2.21)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from app.etiquette.policy import Policy
from app.etiquette.time import dates

_MOMENTS = 50_000
"""How many instants a calendar remembers before it begins anew: they are not as few as days."""


class _Holidays:
    """The policy's holidays, and the days that its zone left out, on which no window can open either."""

    def __init__(self, policy: Policy):
        self._policy = policy
        self._is_closed: dict[date, bool] = {}

    def __contains__(self, day: object) -> bool:
        assert isinstance(day, date)
        is_closed = self._is_closed.get(day)
        if is_closed is None:
            is_closed = day in self._policy.holidays or dates.is_left_out(day, self._policy.zone)
            self._is_closed[day] = is_closed
        return is_closed


class BusinessCalendar:
    """Moments of business days in the user's zone, remembered: ten thousand applications ask for the same."""

    def __init__(self, policy: Policy):
        self.policy = policy
        self._holidays = _Holidays(policy)
        self.thanks_surely_lapsed = timedelta(days=policy.thank_lapses_days + 2)
        """How long after an interview nobody is thanked for it any more, a change of the clock allowed for."""
        self._opens: dict[date, datetime] = {}
        self._closes: dict[date, datetime] = {}
        self._after: dict[tuple[date, int], date] = {}
        self._day: dict[datetime, date] = {}
        self._later: dict[tuple[datetime, int], datetime] = {}

    def day(self, moment: datetime) -> date:
        """Return the user's calendar day of an instant."""
        day = self._day.get(moment)
        if day is None:
            if len(self._day) >= _MOMENTS:
                self._day.clear()
            day = self._day[moment] = dates.local_day(moment, self.policy.zone)
        return day

    def opens(self, day: date) -> datetime:
        """Return when a window opens that would open on `day`: that day's opening time, or the next business day's."""
        moment = self._opens.get(day)
        if moment is None:
            business_day = dates.on_business_day(day, self._holidays)
            moment = self._opens[day] = dates.at(business_day, self.policy.day_opens, self.policy.zone)
        return moment

    def closes(self, day: date) -> datetime:
        """Return when a window closes that falls due on `day`, business day or not."""
        moment = self._closes.get(day)
        if moment is None:
            moment = self._closes[day] = dates.at(day, self.policy.day_closes, self.policy.zone)
        return moment

    def after(self, day: date, business_days: int) -> date:
        """Return the day that many business days after `day`."""
        key = (day, business_days)
        later_day = self._after.get(key)
        if later_day is None:
            later_day = self._after[key] = dates.add_business_days(day, business_days, self._holidays)
        return later_day

    def late(self, moment: datetime) -> datetime:
        """Return a late moment, moved to noon of the next business day when it falls on none."""
        day = self.day(moment)
        if dates.is_business_day(day, self._holidays):
            return moment
        business_day = dates.on_business_day(day, self._holidays)
        return dates.at(business_day, self.policy.late_moved_to, self.policy.zone)

    def days_later(self, moment: datetime, days: int) -> datetime:
        """Return the same wall-clock time that many calendar days on."""
        key = (moment, days)
        later = self._later.get(key)
        if later is None:
            if len(self._later) >= _MOMENTS:
                self._later.clear()
            later = self._later[key] = dates.days_later(moment, days, self.policy.zone)
        return later


_latest = BusinessCalendar(Policy())


def calendar_of(policy: Policy) -> BusinessCalendar:
    """Return the calendar of a policy, the same object until another policy's is asked for."""
    global _latest
    calendar = _latest
    if calendar.policy is not policy:
        calendar = _calendar(policy)
        calendar.policy = policy  # an equal one may have made it, and this one is asked for next
        _latest = calendar
    return calendar


@lru_cache(maxsize=16)
def _calendar(policy: Policy) -> BusinessCalendar:
    return BusinessCalendar(policy)
