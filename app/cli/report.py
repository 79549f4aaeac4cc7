"""`afterword report`: what was done in a period, by day, for a job center, a coach, or the user."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from types import SimpleNamespace

from app import locations, settings
from app.cli.main import DONE, WRONG_USE, complain
from app.etiquette.activities import Reader
from app.etiquette.errors import InvalidFieldError, NotFoundError, UnreadableDateError
from app.etiquette.time.dates import add_days, local_day, say_date
from app.etiquette.time.plain_dates import understand_day
from app.settings import Settings
from app.storage.readers import opened_reader

_YEAR = timedelta(days=365)
_DAYS = 30
"""How long a period is that does not say when it begins."""


class WrongPeriodError(InvalidFieldError):
    """A period that ends before it begins, or has not come."""


def run(options: SimpleNamespace) -> int:
    """Write the report to a file or standard output and return the exit code.

    Raises:
        UnreadableDateError: a day cannot be read.
        NotFoundError: there is no database.
        StorageError: the file cannot be written, or is one that a report does not replace.
    """
    from app.cli.output_file import write_output
    from app.exchange.reports.forms import FORMS, said_totals
    from app.hunt.report import read_report

    prefs = settings.load()
    form = _form(options.output, tuple(FORMS))
    try:
        period = _period(options, prefs)
    except WrongPeriodError as error:
        complain(str(error))
        return WRONG_USE
    path = locations.database_file(options.db)
    with opened_reader(path) as connection:
        if connection is None:
            raise NotFoundError(f"There is no database at {path} yet, so there is nothing to report.")
        report = read_report(connection, period, Reader(options.reader), prefs.policy, settings.clock_now())
    data = FORMS[form](report)
    if options.output in (None, "-"):
        sys.stdout.buffer.write(data)
        return DONE
    write_output(options, data, f"report.{form}", path)
    totals = said_totals(report)
    complain(f"Wrote {options.output}: {totals[0].lower()}{totals[1:]}")
    return DONE


def _form(output: str | None, forms: tuple[str, ...]) -> str:
    """Return the form of a report by how its file ends; Markdown on standard output."""
    if output in (None, "-"):
        return "md"
    form = str(output).rpartition(".")[2].casefold()
    if form not in forms:
        ends = [f".{end}" for end in forms]
        raise InvalidFieldError("output", f"-o: name a file that ends in {', '.join(ends[:-1])}, or {ends[-1]}.")
    return form


def _period(options: SimpleNamespace, prefs: Settings) -> tuple[date, date]:
    today = local_day(settings.clock_now(), prefs.policy.zone)
    last = _day("--to", options.to, today, prefs) if options.to else today
    first = _day("--from", options.since, today, prefs) if options.since else add_days(last, 1 - _DAYS)
    if first > last and not options.to:
        raise WrongPeriodError("--from", "--from: that day hasn't come yet. Choose today or an earlier one.")
    if first > last:
        raise WrongPeriodError("--from", "--from: this is later than --to. Swap the two.")
    return first, last


def _day(option: str, words: str, today: date, prefs: Settings) -> date:
    """Return the day that was typed, in the past.

    Raises:
        WrongPeriodError: without a year it would be that of last year, and lies just ahead.
        UnreadableDateError: it cannot be read.
    """
    policy = prefs.policy
    try:
        day = understand_day(words, today, policy.holidays, "past", prefs.month_first).day
        ahead = understand_day(words, today, policy.holidays, "future", prefs.month_first).day
    except UnreadableDateError as error:
        raise UnreadableDateError(option, f"{option}: {error}") from None
    if ahead - day >= _YEAR and day.year < today.year and ahead - today < today - day:
        hint = f"If you mean last year's, write {say_date(day, today.year)}."
        raise WrongPeriodError(option, f"{option}: {say_date(ahead, today.year)} hasn't come yet. {hint}")
    return day
