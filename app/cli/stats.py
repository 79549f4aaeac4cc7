"""`afterword stats`: the numbers of the search, as the dashboard's `4` shows them."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from app import locations, settings
from app.cli.json_output import print_json
from app.cli.main import DONE, say
from app.etiquette.glance import say as words
from app.etiquette.glance.flows import row_title
from app.etiquette.glance.numbers import AnswerTimes, FunnelRow, Numbers, rate_of, share
from app.etiquette.policy import Policy
from app.hunt.glance import numbers_of
from app.storage.readers import opened_reader

_NAME, _COUNT, _SHARE = 24, 6, 24
NOTHING = "Nothing to count yet. Add an application in the dashboard, or import a spreadsheet with `afterword import`."


def run(options: SimpleNamespace) -> int:
    """Print the numbers and return the exit code; an empty search is done, too."""
    policy = settings.load().policy
    with opened_reader(locations.database_file(options.db)) as connection:
        numbers = Numbers() if connection is None else numbers_of(connection, policy, settings.clock_now())
    if options.json:
        print_json(as_json(numbers, policy), sys.stdout)
    else:
        say("\n".join(as_text(numbers, policy)))
    return DONE


def as_text(numbers: Numbers, policy: Policy) -> list[str]:
    """Return the numbers as lines."""
    saved = [_line("Saved, not applied to", numbers.saved)] if numbers.saved else []
    if not numbers.applied:
        return saved or [NOTHING]
    lines = [
        _line(row_title(row), row.reached, words.rate(numbers.funnel, row, policy), words.ends(row))
        for row in numbers.funnel
    ]
    if numbers.offers.all:
        offers = numbers.offers
        lines.append(_line("Offer", offers.all, words.offer_rate(numbers, policy), words.decisions(offers)))
    lines += [*saved, ""]
    for times in numbers.answers:
        lines.append(_pair(words.wait_title(times), words.how_many(times), words.how_long(times, policy)))
    if numbers.thanks.of:
        lines.append(_pair(words.thanks_title(policy), f"{numbers.thanks.within} of {numbers.thanks.of}"))
    if weeks := words.weeks_from_first(numbers):
        lines.append(_pair("Applications a week", f"{words.sparkline(weeks)}  {weeks[-1]} this week"))
    sources = [source for source in numbers.sources if source.name]
    if sources:
        lines.append("")
    lines += [_line(source.name, source.applied, rest=words.what_came_of(source)) for source in sources]
    return lines


def _line(name: str, number: int, share: str = "", rest: str = "") -> str:
    return f"{name:{_NAME}}{number:{_COUNT}}  {share:{_SHARE}}{rest}".rstrip()


def _pair(name: str, *rest: str) -> str:
    return f"{name:{_NAME}}  " + "; ".join(part for part in rest if part)


def as_json(numbers: Numbers, policy: Policy) -> dict[str, object]:
    """Return the numbers as a document. Shares are between 0 and 1, null where there are too few to say."""
    return {
        "saved": numbers.saved,
        "applied": numbers.applied,
        "interviewed": numbers.interviewed,
        "funnel": [_row(numbers, row, policy) for row in numbers.funnel],
        "offers": {
            "all": numbers.offers.all,
            "accepted": numbers.offers.accepted,
            "declined": numbers.offers.declined,
            "undecided": numbers.offers.undecided,
            "share_of_interviewed": share(numbers.offers_after_interviews, numbers.interviewed, policy),
        },
        "answers": [_answers(times, policy) for times in numbers.answers],
        "thanks": {
            "hours": policy.thank_due.total_seconds() / 3600,
            "within": numbers.thanks.within,
            "of": numbers.thanks.of,
        },
        "weeks": [{"monday": monday.isoformat(), "applied": number} for monday, number in numbers.weeks],
        "sources": [
            {"source": s.name, "applied": s.applied, "interviewed": s.interviews, "offers": s.offers}
            for s in numbers.sources
        ],
    }


def _row(numbers: Numbers, row: FunnelRow, policy: Policy) -> dict[str, object]:
    return {
        "rounds": row.rounds,
        "title": row_title(row),
        "reached": row.reached,
        "share_of_row_before": rate_of(numbers.funnel, row.rounds, policy),
        "went_on": row.went_on,
        "offers": row.offers,
        "rejected": row.rejected,
        "no_reply": row.no_reply,
        "withdrawn": row.withdrawn,
        "archived": row.archived,
        "still_open": row.still_open,
    }


def _answers(times: AnswerTimes, policy: Policy) -> dict[str, object]:
    return {
        "after_round": times.after,
        "answered": times.answered,
        "half_within_days": times.within(0.5, policy),
        "nine_in_ten_within_days": times.within(0.9, policy),
        "still_waiting": times.waiting,
        "no_reply": times.no_reply,
    }
