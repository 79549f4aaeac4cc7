"""`afterword --plain`: the due list as numbered lines, and commands like `2 x`, for screen readers and braille.

No boxes, no colors, nothing redrawn: what is said once stays. The verbs and refusals are the dashboard's.
"""

from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from app import locations, settings
from app.cli.main import DONE, answer_to, say
from app.cli.sample import sample_database
from app.etiquette.errors import AfterwordError, RefusedError
from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Urgency
from app.etiquette.steps.wording import URGENCY_TITLES, say_what, say_when
from app.etiquette.time.dates import local_day
from app.etiquette.time.lengths import count
from app.hunt.due import Due, due_list
from app.hunt.hooks.calling import Hooks
from app.hunt.typed.reader import Reader
from app.settings import Settings
from app.storage.readers import opened_reader

if TYPE_CHECKING:
    from app.hunt.hunt import Hunt

HELP = """\
Type a number and a letter, then press enter.
2 x: mark step 2 as done.
2 z: snooze step 2 until the next business day. 2 z 3: for 3 days. 2 z friday: until Friday.
2 n they moved the office: add a note to the application of step 2.
2 s: hear the sheet of the interview of step 2: who, your questions, the posting.
2: hear step 2 again.
l: list the steps. a: list what is coming up as well.
u: undo the last action.
Everything else is a command: quit, then afterword add, replied, outcome, draft, or sent. afterword --help lists them.
q: quit. Everything is saved.
?: this help."""
_UNKNOWN = "That isn't a command. Type a number and a letter, like 1 x, or ? for help."
_COMMAND = re.compile(r"(\d+)\s*([xzns]?)(?:\s+(.*))?", re.IGNORECASE)


def run(options: SimpleNamespace) -> int:
    """List what is due, then do what is typed until `q` or the end of the input; return the exit code."""
    prefs = settings.load()
    if options.command == "demo":
        say("This is a sample search. Nothing that you do here is kept.")
        with sample_database(prefs) as database:
            return _run(database, prefs, Hooks(None))
    return _run(locations.database_file(options.db), prefs)


def _run(database: Path, prefs: Settings, hooks: Hooks | None = None) -> int:
    from app.hunt.hunt import Hunt

    desk = _Plain(Hunt.open(database, prefs, settings.clock_now, hooks=hooks), database, prefs)
    desk.list()
    while True:
        print("> ", end="", flush=True)
        line = sys.stdin.readline()
        if not line or line.strip().lower() in ("q", "quit", "exit"):
            return DONE
        try:
            desk.take(line.strip())
        except AfterwordError as error:
            say(str(error))


class _Plain:
    """The list as it was last said, and what is done with its numbers."""

    def __init__(self, hunt: Hunt, database: Path, prefs: Settings):
        self._hunt, self._database, self._prefs = hunt, database, prefs
        self._steps: list[Due] = []
        self._dealt_with: set[int] = set()

    def list(self, *, all_: bool = False) -> None:
        """Say the steps, numbered from 1; those coming up only if wanted."""
        now, policy = settings.clock_now(), self._prefs.policy
        with opened_reader(self._database) as connection:
            steps = list(due_list(connection, policy, now).steps) if connection is not None else []
        self._steps = [due for due in steps if all_ or due.step.is_now]
        self._dealt_with.clear()
        if not self._steps:
            coming = f" {count(len(steps), 'step')} coming up: type a to hear them." if steps else ""
            say(f"Nothing is due.{coming} Type ? for help.")
            return
        say(f"{count(len(self._steps), 'step')}. Type a number and a letter, like 1 x, or ? for help.")
        say("\n".join(f"{n}. {self._line(due, now)}" for n, due in enumerate(self._steps, 1)))

    def take(self, line: str) -> None:
        """Do what a line says.

        Raises:
            AfterwordError: it was refused; nothing is changed.
        """
        match = _COMMAND.fullmatch(line)
        if match is not None:
            self._do(int(match[1]), match[2].lower(), (match[3] or "").strip())
        elif line in ("?", "h", "help"):
            say(HELP)
        elif line in ("l", "a"):
            self.list(all_=line == "a")
        elif line == "u":
            say(f"{self._hunt.undo().summary}.")
            self.list()
        elif line:
            say(_UNKNOWN)

    def _do(self, number: int, letter: str, words: str) -> None:
        due = self._numbered(number)
        application_id = due.step.application_id
        if not letter and words:
            say(_UNKNOWN)
            return
        if not letter:
            now = settings.clock_now()
            say(f"{number}. {self._line(due, now)} {due.step.reason_on(local_day(now, self._prefs.policy.zone))}")
            return
        if application_id is None:
            raise RefusedError("That is about your whole search. Add an application to clear it.", can_override=False)
        from app.hunt.typed import verbs
        from app.hunt.verbs import doing

        if letter == "s":
            say(self._sheet(application_id, due.step.interview))
            return
        if letter == "n":
            done = self._hunt.do(application_id, verbs.noted(words or answer_to("Note: ")))
            say(f"{done.summary}.")
            return
        step = due.step
        if letter == "x":
            done = self._hunt.do(application_id, doing.done_verb(step))
        else:
            done = self._hunt.do(application_id, verbs.snoozed(step, self._until(words)))
        self._dealt_with.add(number)
        left = len(self._steps) - len(self._dealt_with)
        say(f"{done.summary}. {left} left; u to undo.")

    def _sheet(self, application_id: int, interview_id: int | None) -> str:
        """Return the sheet of an interview as plain text."""
        from app.etiquette.sheet.plain import plain_text
        from app.hunt.interview_sheet import read_sheet

        with opened_reader(self._database) as connection:
            assert connection is not None
            policy, now = self._prefs.policy, settings.clock_now()
            return plain_text(read_sheet(connection, application_id, policy, now, interview_id=interview_id)).rstrip()

    def _numbered(self, number: int) -> Due:
        if not 1 <= number <= len(self._steps):
            raise RefusedError(f"There is no step {number}. Type l to list them.", can_override=False)
        if number in self._dealt_with:
            raise RefusedError(f"Step {number} is already taken care of. Type l for a new list.", can_override=False)
        return self._steps[number - 1]

    def _until(self, words: str) -> datetime:
        """Return the moment until which a step is snoozed: in days, in words, or the next business day."""
        return Reader(settings.clock_now(), self._prefs.policy, self._prefs.month_first).until(words)

    def _line(self, due: Due, now: datetime) -> str:
        """Return a step in words: where, what, how soon."""
        step = due.step
        what = say_what(step, due.person) if step.name is not StepName.KEEP_APPLYING else "Send a new application"
        title = URGENCY_TITLES[step.urgency]
        soon = say_when(step, now, self._prefs.policy.zone)
        if step.name is StepName.PREPARE and soon and step.snoozed_until is None:
            soon = f"it begins {soon}"
        presses = step.urgency in (Urgency.LATE, Urgency.NOT_YET) or not soon or title in soon
        words = soon or title if presses else f"{title}, {soon}"
        return f"{due.company or 'Your search'}: {what}{'' if what.endswith('?') else ','} {words}."
