"""One policy's calendar: when windows given in days open and close, and what a late moment becomes (section 2)."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from app.etiquette import dates
from app.etiquette.policy import Policy


class BusinessCalendar:
    """Moments of business days in the user's zone, remembered: ten thousand applications ask for the same."""

    def __init__(self, policy: Policy):
        self.policy = policy
        self._opens: dict[date, datetime] = {}
        self._closes: dict[date, datetime] = {}
        self._after: dict[tuple[date, int], date] = {}

    def day(self, moment: datetime) -> date:
        """Return the user's calendar day of an instant."""
        return dates.local_day(moment, self.policy.zone)

    def opens(self, day: date) -> datetime:
        """Return when a window opens that would open on `day`: that day's opening time, or the next business day's."""
        known = self._opens.get(day)
        if known is None:
            business_day = dates.on_business_day(day, self.policy.holidays)
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
            known = self._after[key] = dates.add_business_days(day, business_days, self.policy.holidays)
        return known

    def late(self, moment: datetime) -> datetime:
        """Return a late moment, moved to noon of the next business day when it falls on none."""
        day = self.day(moment)
        if dates.is_business_day(day, self.policy.holidays):
            return moment
        business_day = dates.on_business_day(day, self.policy.holidays)
        return dates.at(business_day, self.policy.late_moved_to, self.policy.zone)

    def days_later(self, moment: datetime, days: int) -> datetime:
        """Return the same wall-clock time that many calendar days on."""
        return dates.days_later(moment, days, self.policy.zone)


@lru_cache(maxsize=16)
def calendar_of(policy: Policy) -> BusinessCalendar:
    """Return the one calendar of a policy."""
    return BusinessCalendar(policy)
