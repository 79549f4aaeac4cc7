"""Count a search, one application after another, in any order. Pure: `now` is given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from app.etiquette.glance.numbers import AnswerTimes, FunnelRow, Numbers, Offers, PromptThanks, Source
from app.etiquette.glance.progress import Answered, has_applied, rounds_of, rounds_reached, waits_of
from app.etiquette.glance.thanking import prompt_thanks
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Decision, OutcomeKind
from app.etiquette.text import folded
from app.etiquette.time.dates import local_day

MOST_ROUNDS = 5
"""The last row of the funnel: so many rounds and more."""
WEEKS = 26
"""How many weeks are counted, the present one included."""
_WEEK = timedelta(days=7)
_ENDS = {
    OutcomeKind.OFFER: "offers",
    OutcomeKind.REJECTED: "rejected",
    OutcomeKind.NO_RESPONSE: "no_reply",
    OutcomeKind.WITHDRAWN: "withdrawn",
}


class Counting:
    """A count under way: `add` every application, the archived ones as well, then read `numbers`."""

    def __init__(self, policy: Policy, now: datetime):
        self._policy, self._now = policy, now
        self._today = local_day(now, policy.zone)
        self._saved = 0
        self._ended: Counter[tuple[int, str]] = Counter()
        """By (rounds reached, column of `FunnelRow`)."""
        self._decisions: Counter[Decision | None] = Counter()
        self._waits: Counter[tuple[int, Answered]] = Counter()
        self._days: defaultdict[int, list[int]] = defaultdict(list)
        self._within = self._thanks = 0
        self._weeks: Counter[date] = Counter()
        self._sources: dict[str, list[int]] = {}
        self._names: dict[str, str] = {}

    def add(self, application: Application, planned: Sequence[datetime] = ()) -> None:
        """Count one application as it stands now.

        Args:
            planned: when its interviews were put down as planned: see `waits_of`.
        """
        if not has_applied(application, self._today):
            self._saved += 1
            return
        rounds = rounds_of(application, self._policy, self._now)
        reached = min(rounds_reached(application, rounds), MOST_ROUNDS)
        outcome = application.outcome
        end = _ENDS[outcome.kind] if outcome is not None else "archived" if application.archived else "still_open"
        self._ended[reached, end] += 1
        if outcome is not None and outcome.kind is OutcomeKind.OFFER:
            self._decisions[outcome.decision] += 1
        for wait in waits_of(application, rounds, planned, self._policy):
            after = min(wait.after, MOST_ROUNDS)
            self._waits[after, wait.answered] += 1
            if wait.days is not None:
                self._days[after].append(wait.days)
        within, of = prompt_thanks(application, rounds, self._policy, self._now)
        self._within += within
        self._thanks += of
        day = application.applied_on
        if day is not None and day <= self._today:
            self._weeks[day - timedelta(days=day.weekday())] += 1
        self._note_source(application.source, reached, end)

    def numbers(self) -> Numbers:
        """Return what was counted so far."""
        return Numbers(
            self._saved,
            self._funnel(),
            Offers(self._decisions[Decision.ACCEPTED], self._decisions[Decision.DECLINED], self._decisions[None]),
            self._answers(),
            PromptThanks(self._within, self._thanks),
            self._last_weeks(),
            self._by_source(),
        )

    def _funnel(self) -> tuple[FunnelRow, ...]:
        if not self._ended:
            return ()
        deepest = max(reached for reached, _ in self._ended)
        rows: list[FunnelRow] = []
        beyond = 0
        for reached in range(deepest, -1, -1):
            here = {end: count for (rounds, end), count in self._ended.items() if rounds == reached}
            total = beyond + sum(here.values())
            rows.append(FunnelRow(reached, total, beyond, **here))
            beyond = total
        return tuple(reversed(rows))

    def _answers(self) -> tuple[AnswerTimes, ...]:
        return tuple(
            AnswerTimes(
                after,
                self._waits[after, Answered.YES],
                tuple(sorted(self._days[after])),
                self._waits[after, Answered.WAITING],
                self._waits[after, Answered.NO_REPLY],
            )
            for after in sorted({after for after, _ in self._waits})
        )

    def _last_weeks(self) -> tuple[tuple[date, int], ...]:
        if not self._ended:
            return ()
        this = self._today - timedelta(days=self._today.weekday())
        mondays = [this - _WEEK * back for back in range(WEEKS - 1, -1, -1)]
        return tuple((monday, self._weeks[monday]) for monday in mondays)

    def _note_source(self, source: str, reached: int, end: str) -> None:
        """Count by source, sources that differ in case alone being one, called as it was written first."""
        key = folded(source)
        self._names.setdefault(key, source.strip())
        counts = self._sources.setdefault(key, [0, 0, 0])
        counts[0] += 1
        counts[1] += reached > 0
        counts[2] += end == "offers"

    def _by_source(self) -> tuple[Source, ...]:
        sources = [Source(self._names[key], *counts) for key, counts in self._sources.items()]
        return tuple(sorted(sources, key=lambda source: (-source.applied, source.name)))
