"""What the verbs of the command line share: the search that they change, and what is said afterward."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

from app import locations, settings
from app.cli import kept_calendar
from app.cli.json_output import print_json
from app.cli.main import DONE, REFUSED, WRONG_USE, say
from app.cli.meant import NotOneError, application_meant, can_ask, complain_of
from app.etiquette.companies import Company
from app.etiquette.errors import AfterwordError, InvalidFieldError, RefusedError, StorageError
from app.etiquette.records import Application
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import Step, settled_steps
from app.etiquette.time.dates import local
from app.hunt.due import company_of, others_of
from app.hunt.typed.reader import Reader
from app.storage.readers import opened_reader

if TYPE_CHECKING:
    from app.hunt.changes import Verb
    from app.hunt.hunt import Done, Hunt

_OPTIONS = {
    "reply_by": "--by",
    "decide_by": "--by",
    "at": "--when",
    "sent": "--when",
    "away": "--away",
    "applied_on": "--applied",
    "priority": "--priority",
    "length": "--for",
    "timezone": "--zone",
}
"""The field of a form -> the option that fills it in."""


class Recorded(NamedTuple):
    """What a command did."""

    done: Done
    understood: str = ""
    """How a day or a moment that was typed was understood; "" where the summary says it."""
    hint: str = ""
    """What the user may want to do next, as a sentence."""


class Standing(NamedTuple):
    """How an application stands at a moment."""

    application: Application
    """As time alone has moved it."""
    steps: list[Step]
    """What can be done now or later, the most urgent first."""
    company: Company
    """What other applications mean for this one."""


class Search:
    """The search as one command changes it."""

    def __init__(self, options: SimpleNamespace):
        self.options = options
        self.prefs = settings.load()
        self.database = locations.database_file(options.db)
        self.asks = can_ask(options)

    @cached_property
    def hunt(self) -> Hunt:
        """The verbs on the database, which is made where there is none."""
        from app.hunt.hunt import Hunt

        return Hunt.open(self.database, self.prefs, settings.clock_now)

    @property
    def reader(self) -> Reader:
        """What reads the days and moments that are typed."""
        return Reader(settings.clock_now(), self.prefs.policy, self.prefs.month_first)

    def needs_database(self, otherwise: str) -> None:
        """Raise `RefusedError` with a sentence unless there is a database: none is to be made."""
        with opened_reader(self.database) as connection:
            if connection is None:
                raise RefusedError(otherwise, can_override=False)

    def application(self, words: str | None = None) -> Application:
        """Return the application that the command is about.

        Args:
            words: what is typed of it; None: the words that come first.

        Raises:
            RefusedError: there is none, or several are and nobody can be asked.
        """
        with opened_reader(self.database) as connection:
            if connection is None:
                raise RefusedError("There are no applications yet.", can_override=False)
            return application_meant(connection, self.options.match if words is None else words, asks=self.asks)

    def standing(self, application: Application) -> Standing:
        """Return how an application stands now."""
        now, policy = settings.clock_now(), self.prefs.policy
        with opened_reader(self.database) as connection:
            assert connection is not None
            company = company_of(application, others_of(connection, [application.company]))
        settled = settle(application, policy, now)[0]
        steps = [] if application.archived else settled_steps(settled, policy, now, company)
        return Standing(settled, steps, company)

    def do(self, application: Application, verb: Verb) -> Done:
        """Run a verb on an application. See `Hunt.do`."""
        return self.hunt.do(application.id, verb)


def run_verb(options: SimpleNamespace, act: Callable[[Search], Recorded]) -> int:
    """Do what a command says, tell what was done, and return the exit code: 1 when it was refused."""
    try:
        search = Search(options)
        recorded = act(search)
    except AfterwordError as error:
        return refuse(error, options)
    kept_calendar.rewrite(search.prefs, search.database)
    if options.json:
        print_json(_document(recorded), sys.stdout)
        return DONE
    understood = f" ({recorded.understood})" if recorded.understood else ""
    say("\n".join(line for line in (f"{recorded.done.summary}{understood}.", _hint(recorded)) if line))
    return DONE


def _hint(recorded: Recorded) -> str:
    return "\n".join(filter(None, (recorded.done.remark and f"{recorded.done.remark}.", recorded.hint)))


def misuse(sentence: str, options: SimpleNamespace) -> int:
    """Say what is wrong with how a command was called, to a script as JSON too, and return the exit code."""
    refuse(AfterwordError(sentence), options)
    return WRONG_USE


def refuse(error: AfterwordError, options: SimpleNamespace) -> int:
    """Say why nothing was done, to a script as JSON too, and return the exit code."""
    if isinstance(error, StorageError):
        from app.storage.way_back import with_way_back

        error = with_way_back(error)
    option = _OPTIONS.get(error.field, "") if isinstance(error, InvalidFieldError) else ""
    if option and hasattr(options, option.strip("-")):
        error = AfterwordError(f"{option}: {error}")
    if options.json:
        until = error.until if isinstance(error, RefusedError) else None
        document = {
            "done": None,
            "problem": str(error),
            "until": local(until, settings.load().policy.zone).isoformat() if until else None,
            "candidates": error.documents if isinstance(error, NotOneError) else [],
        }
        print_json(document, sys.stdout)
    complain_of(error)
    return REFUSED


def _document(recorded: Recorded) -> dict[str, object]:
    application = recorded.done.application
    return {
        "done": recorded.done.summary,
        "application_id": recorded.done.application_id,
        "company": application.company if application else None,
        "role": application.role if application else None,
        "stage": application.stage.value if application else None,
        "understood": recorded.understood or None,
        "hint": _hint(recorded) or None,
    }
