"""The numbers of a search in words, as screen and command line say them. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.etiquette.glance.flows import END_TITLES
from app.etiquette.glance.numbers import AnswerTimes, FunnelRow, Numbers, Offers, Source, rate_of, share
from app.etiquette.policy import Policy
from app.etiquette.time.lengths import count, length

SPARKS = " ▁▂▃▄▅▆▇█"


def percent(part: float | None) -> str:
    """Return a share as a person reads it, "" for one that says nothing."""
    return "" if part is None else f"{part:.0%}"


def rate(funnel: Sequence[FunnelRow], row: FunnelRow, policy: Policy) -> str:
    """Return which share of the row before came here: `65% of 40`, or "" where that says nothing."""
    words = percent(rate_of(funnel, row.rounds, policy))
    return f"{words} of {funnel[row.rounds - 1].reached}" if words else ""


def offer_share(numbers: Numbers, policy: Policy) -> str:
    """Return which share of those that came to an interview got an offer, "" where that says nothing."""
    return percent(share(numbers.offers_after_interviews, numbers.interviewed, policy))


def offer_rate(numbers: Numbers, policy: Policy) -> str:
    """Return that share with what it is of: `10% of 20 interviewed`, or ""."""
    words = offer_share(numbers, policy)
    return f"{words} of {numbers.interviewed} interviewed" if words else ""


def offers_in_words(numbers: Numbers, policy: Policy) -> str:
    """Return what the share of offers is of, if there is one, and what was decided: `of interviewed: 1 accepted`."""
    decided = decisions(numbers.offers)
    return f"of interviewed: {decided}" if offer_share(numbers, policy) else decided


def ends(row: FunnelRow) -> str:
    """Return what became of those that came no further, without offers: `10 still open, 4 rejected`."""
    words = [
        f"{getattr(row, column)} {END_TITLES[column].lower()}"
        for column in ("still_open", "rejected", "no_reply", "withdrawn", "archived")
        if getattr(row, column)
    ]
    return ", ".join(words)


def decisions(offers: Offers) -> str:
    """Return what was decided on the offers: `1 accepted, 1 undecided`."""
    names = ("accepted", "declined", "undecided")
    return ", ".join(f"{getattr(offers, name)} {name}" for name in names if getattr(offers, name))


def wait_title(times: AnswerTimes) -> str:
    """Return which wait it was: after applying, after a round."""
    return f"After round {times.after}" if times.after else "After applying"


def how_long(times: AnswerTimes, policy: Policy) -> str:
    """Return how long answers took, as far as that can be said (ETIQUETTE 6.3): `half within 9 days, 9 in 10 within
    21`."""
    half, most = times.within(0.5, policy), times.within(0.9, policy)
    if half is None or most is None:
        return ""
    return f"half within {count(half, 'day')}, 9 in 10 within {most}"


def how_many(times: AnswerTimes) -> str:
    """Return how many answers there were, and how many there were not: `12 answered, 3 still waiting, 2 no reply`."""
    words = [f"{times.answered} answered"]
    words += [f"{times.waiting} still waiting"] if times.waiting else []
    words += [f"{times.no_reply} no reply"] if times.no_reply else []
    return ", ".join(words)


def what_came_of(source: Source) -> str:
    """Return what came of the applications from a source: `18 interviewed, 1 offer`."""
    return f"{source.interviews} interviewed, {count(source.offers, 'offer')}"


def thanks_title(policy: Policy) -> str:
    """Return what is counted as prompt thanks."""
    return f"Thanked within {length(policy.thank_due)}"


def weeks_from_first(numbers: Numbers) -> list[int]:
    """Return how many were applied for in each week, from the first of those counted in which any was; [] for none."""
    weeks = [number for _, number in numbers.weeks]
    first = next((place for place, number in enumerate(weeks) if number), len(weeks))
    return weeks[first:]


def sparkline(counts: Sequence[int]) -> str:
    """Return counts as a line of blocks, the highest filling its line; none at all is a blank."""
    most = max(counts, default=0)
    return "".join(SPARKS[-(-number * 8 // most)] if most else SPARKS[0] for number in counts)
