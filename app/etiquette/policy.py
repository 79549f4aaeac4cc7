"""Every number of the etiquette, and the calendar they are counted in. The settings file can change each."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta, tzinfo

from app.etiquette.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Hours are clock hours, `days` calendar days, `business_days` Monday to Friday less the holidays.

    The defaults are those of ETIQUETTE.md, which names each field at its rule. 0 means at once, never "switched off".
    """

    zone: tzinfo = UTC
    """The user's zone: days, opening and closing times are in it."""
    holidays: frozenset[date] = frozenset()
    """Days that are no business days, besides Saturday and Sunday."""
    day_opens: time = time(9)
    """When a window that is given in days opens."""
    day_closes: time = time(17)
    """When a window that is given in days falls due, or late."""
    late_moved_to: time = time(12)
    """A late moment on a non-business day moves to this time of the next business day."""

    prepare_opens: timedelta = timedelta(hours=24)
    """Before an interview's start."""
    debrief_due: timedelta = timedelta(hours=3)
    """After an interview's end: what was said there is soon forgotten."""
    debrief_lapses: timedelta = timedelta(hours=48)
    """After an interview's end."""
    missed_opens: timedelta = timedelta(minutes=15)
    """After the planned start that they missed."""
    missed_late_business_days: int = 1
    missed_lapses_business_days: int = 2
    missed_again_opens_business_days: int = 3
    """After the first letter that asked for a new time, when nothing was planned since ..."""
    missed_again_due_business_days: int = 2
    """... and after the second one opens."""
    missed_close_business_days: int = 10
    """After the first letter: then closing is offered."""
    assumed_length: timedelta = timedelta(minutes=60)
    """How long an interview lasts whose end nobody said."""

    thank_opens: timedelta = timedelta(hours=1)
    """After the interview's end."""
    thank_due: timedelta = timedelta(hours=24)
    thank_late: timedelta = timedelta(hours=48)
    thank_lapses_days: int = 7
    """Then the thanks count as skipped, and the follow-up carries them."""
    thanks_are_customary: bool = True
    """False where thank-you notes are no custom: the step is then offered, never urged (ETIQUETTE 5.4)."""

    ask_reply_by_due: timedelta = timedelta(hours=24)
    """After the thanks; then the assumed date is taken."""
    assumed_reply_business_days: int = 7
    """After the last interview's date, or after their last answer."""

    follow_up_opens_business_days: int = 2
    """After a stated date; after an assumed one it opens on the date itself."""
    follow_up_due_business_days: int = 2
    """After it opens."""
    follow_up_late_business_days: int = 5
    """After it opens."""
    follow_up_again_days: int = 7
    """The second one: more than this past the reply-by date ..."""
    follow_up_again_business_days: int = 5
    """... and this after the first."""
    follow_ups_per_date: int = 2
    status_mail_gap_days: int = 7
    """Never two status mails to one company within this."""
    same_person_gap: timedelta = timedelta(hours=72)
    """A second letter of any kind to one person within this is questioned."""

    close_reply_by_days: int = 30
    """After the reply-by date ..."""
    close_follow_up_days: int = 14
    """... and after the last follow-up: presume no response."""

    read_answer_due: timedelta = timedelta(hours=24)
    check_outcome_due: timedelta = timedelta(hours=24)
    answer_rejection_due: timedelta = timedelta(hours=24)
    answer_rejection_late: timedelta = timedelta(hours=48)
    answer_rejection_lapses_days: int = 7
    acknowledge_offer_due: timedelta = timedelta(hours=24)
    decide_offer_business_days: int = 3
    """To ask for, when the offer names no deadline."""
    decide_offer_lapses_days: int = 30
    """After an offer that names no deadline."""
    withdraw_due_business_days: int = 2
    """After an offer was accepted from somebody else."""
    withdraw_late_business_days: int = 5
    """After an offer was accepted from somebody else."""
    imported_outcome_asks_days: int = 14
    """An outcome that is older than this when a sheet brings it asks for nothing."""
    stay_in_touch_months: int = 3
    """After a rejection."""
    stay_in_touch_per_year: int = 2
    keep_applying_days: int = 7
    """Without a new application while others wait."""

    answer_times_from: int = 10
    """Answers from which on it is said how long they took (ETIQUETTE 6.3)."""
    rates_from: int = 5
    """Applications from which on a share of them is said (ETIQUETTE 6.3)."""

    remind_from: time = time(8)
    """Reminders come from this time of the day on ..."""
    remind_until: time = time(20)
    """... and before this one."""
    remind_on_days_off: bool = False
    """Whether they also come on weekends and holidays."""
    remind_before_late: timedelta = timedelta(hours=3)
    """Before a step turns overdue."""


APART_FROM_STEPS = frozenset(
    {
        "answer_times_from",
        "rates_from",
        "remind_from",
        "remind_until",
        "remind_on_days_off",
        "remind_before_late",
    }
)
"""Fields that only say how the search is counted and when the user is reminded: no step is another for them."""
