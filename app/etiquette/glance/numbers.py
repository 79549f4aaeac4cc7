"""The numbers of a search as they are shown and printed: frozen, and what may be said of them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from app.etiquette.frozen import dataclass
from app.etiquette.policy import Policy


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """How many applications came this far, and what became of them: the counts add up to `reached`."""

    rounds: int
    """0: applied; 1: the first interview; and so on, the last row for that many and more."""
    reached: int
    went_on: int = 0
    """Those that came to the next row."""
    offers: int = 0
    rejected: int = 0
    no_reply: int = 0
    withdrawn: int = 0
    archived: int = 0
    """Those archived without an outcome."""
    still_open: int = 0
    """Those without an outcome."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What was decided on the offers."""

    accepted: int = 0
    declined: int = 0
    undecided: int = 0

    @property
    def all(self) -> int:
        """How many offers there were."""
        return self.accepted + self.declined + self.undecided


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """How long their answers took after applying, or after a round."""

    after: int
    """0: after applying; 1: after the first round; and so on, the last one for that many and more."""
    answered: int = 0
    days: tuple[int, ...] = ()
    """Calendar days, the shortest first, of the answers of which both days are known."""
    waiting: int = 0
    no_reply: int = 0
    """Those closed without an answer."""

    def within(self, share: float, policy: Policy) -> int | None:
        """Return the least number of days within which this share of the answers came, None when there are too few to
        say (ETIQUETTE 6.3).

        Args:
            share: 0.5 for half of them.
        """
        if len(self.days) < max(1, policy.answer_times_from):
            return None
        return self.days[ceil(share * len(self.days)) - 1]


@dataclass(frozen=True, slots=True)
class PromptThanks:
    """How many of those whom one could thank were thanked in time."""

    within: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """What came of the applications from one source."""

    name: str
    """As the user wrote it; "" for those without one."""
    applied: int
    interviews: int
    offers: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers of a search at one moment."""

    saved: int = 0
    """Only saved, not applied to."""
    funnel: tuple[FunnelRow, ...] = ()
    """The first row is `applied`; there is a row for each round that any application came to."""
    offers: Offers = Offers()
    answers: tuple[AnswerTimes, ...] = ()
    thanks: PromptThanks = PromptThanks()
    weeks: tuple[tuple[date, int], ...] = ()
    """The Monday of each week and how many were applied for in it, the present week last."""
    sources: tuple[Source, ...] = ()
    """Those with the most applications first."""

    @property
    def applied(self) -> int:
        """How many were applied for."""
        return self.funnel[0].reached if self.funnel else 0

    @property
    def interviewed(self) -> int:
        """How many came to an interview."""
        return self.funnel[1].reached if len(self.funnel) > 1 else 0

    @property
    def offers_after_interviews(self) -> int:
        """How many offers came after an interview."""
        return sum(row.offers for row in self.funnel[1:])

    def total(self, what: str) -> int:
        """Return the sum of a column of the funnel: rejected, no_reply, withdrawn, archived, still_open."""
        return sum(getattr(row, what) for row in self.funnel)


def share(part: int, whole: int, policy: Policy) -> float | None:
    """Return a part of a whole between 0 and 1, None when the whole is too small to say anything (ETIQUETTE 6.3)."""
    return part / whole if whole >= max(1, policy.rates_from) else None


def rate_of(funnel: Sequence[FunnelRow], rounds: int, policy: Policy) -> float | None:
    """Return the share of the row before that came to this row: of all of them, those still open included, so that it
    can only rise while no more are added. None for the first row, and where `share` says nothing."""
    return share(funnel[rounds].reached, funnel[rounds - 1].reached, policy) if rounds else None
