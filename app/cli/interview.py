"""`afterword interview`: plans or logs a round, moves or edits one, or records that it was canceled or missed."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.meant import agree
from app.cli.recording import Recorded, Search, misuse, run_verb
from app.etiquette.errors import RefusedError
from app.etiquette.records import Application, Interview, InterviewStatus
from app.etiquette.rounds import rounds_of
from app.hunt.typed import verbs
from app.hunt.verbs import interviews

_FIELDS = ("starts", "length", "names", "kind", "location", "timezone", "noted")


def run(options: SimpleNamespace) -> int:
    """Record the interview and return the exit code."""
    values = _values(options)
    said = [name for name, text in values.items() if text]
    if (options.canceled or options.missed) and said:
        return misuse("--canceled and --missed take no other details. The rest of the round stays as it is.", options)
    if not (options.canceled or options.missed or _edits(options) or values["starts"]):
        return misuse("Say when it is, as in: afterword interview northwind fri 14:00.", options)
    if _edits(options) and not said and not (options.canceled or options.missed):
        return misuse("Say what to change, as in: afterword interview northwind --move fri 14:00.", options)
    return run_verb(options, _recorded)


def _edits(options: SimpleNamespace) -> bool:
    return bool(options.move or options.round is not None)


def _values(options: SimpleNamespace) -> dict[str, str]:
    given = (" ".join(options.when), options.length, options.names, options.kind, options.where, options.zone)
    return dict(zip(_FIELDS, (*given, options.noted), strict=True))


def _recorded(search: Search) -> Recorded:
    options, reader = search.options, search.reader
    application = search.application()
    values = _values(options)
    if not (options.canceled or options.missed or _edits(options)):
        return Recorded(search.do(application, verbs.planned(reader, values)), _understood(search, values))
    round_ = _round(application, options.round)
    if options.canceled:
        return Recorded(search.do(application, lambda a, when: interviews.cancelled(a, when, round_.id)))
    if options.missed:
        if round_.status is InterviewStatus.MISSED:
            raise RefusedError(f"Round {round_.round} is already recorded as missed.", can_override=False)
        if doubt := interviews.doubt_about_missing(application, round_):
            agree(doubt, asks=search.asks, is_agreed=options.yes)
        return Recorded(search.do(application, lambda a, when: interviews.missed(a, when, round_.id)))
    changed = {name for name, text in values.items() if text}
    verb = verbs.edited(reader, values, changed, round_)
    assert verb is not None
    done = search.do(application, verb)
    return Recorded(done, _understood(search, values, round_.timezone))


def _understood(search: Search, values: dict[str, str], zone: str = "") -> str:
    """Return when it is in plain words, "" where nothing of that was typed.

    Args:
        zone: the one that holds where none was typed.
    """
    if not values["starts"]:
        return ""
    return verbs.times(search.reader).moment_words(values["starts"], values["timezone"] or zone)


def _round(application: Application, number: int | None) -> Interview:
    """Return the round of a number, or the last one, as the dashboard does; a canceled one is not there any more."""
    rounds = rounds_of(application)
    if number is not None:
        rounds = [interview for interview in rounds if interview.round == number]
    if not rounds:
        what = "interview" if number is None else f"round {number}"
        raise RefusedError(f"There is no {what} at {application.company}.", can_override=False)
    return rounds[-1]
