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
        self._known: dict[date, bool] = {}

    def __contains__(self, day: object) -> bool:
        assert isinstance(day, date)
        known = self._known.get(day)
        if known is None:
            is_one = day in self._policy.holidays or dates.is_left_out(day, self._policy.zone)
            known = self._known[day] = is_one
        return known


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
        known = self._day.get(moment)
        if known is None:
            if len(self._day) >= _MOMENTS:
                self._day.clear()
            known = self._day[moment] = dates.local_day(moment, self.policy.zone)
        return known

    def opens(self, day: date) -> datetime:
        """Return when a window opens that would open on `day`: that day's opening time, or the next business day's."""
        known = self._opens.get(day)
        if known is None:
            business_day = dates.on_business_day(day, self._holidays)
            known = self._opens[day] = dates.at(business_day, self.policy.day_opens, self.policy.zone)
        return known

    def closes(self, day: date) -> datetime:
        """Return when a window closes that falls due on `day`, business day or not."""
        known = self._closes.get(day)
        if known is None:
            known = self._closes[day] = dates.at(day, self.policy.day_closes, self.policy.zone)
        return known

    def after(self, day: date, business_days: int) -> date:
        """Return the day that many business days after `day`."""
        key = (day, business_days)
        known = self._after.get(key)
        if known is None:
            known = self._after[key] = dates.add_business_days(day, business_days, self._holidays)
        return known

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
        known = self._later.get(key)
        if known is None:
            if len(self._later) >= _MOMENTS:
                self._later.clear()
            known = self._later[key] = dates.days_later(moment, days, self.policy.zone)
        return known


_latest = BusinessCalendar(Policy())


def calendar_of(policy: Policy) -> BusinessCalendar:
    """Return the calendar of a policy: one and the same for as long as nobody asks for another policy's."""
    global _latest
    known = _latest
    if known.policy is not policy:
        known = _latest = _calendar(policy)
    return known


@lru_cache(maxsize=16)
def _calendar(policy: Policy) -> BusinessCalendar:
    return BusinessCalendar(policy)
