"""`afterword inbox`: looks through the mailbox and prints what it says about the search. It records nothing.

What was decided on in the dashboard is never printed again.
"""

from __future__ import annotations

import getpass
import json
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace

from app import locations, settings
from app.cli.json_output import print_json
from app.cli.main import DONE, complain, say
from app.etiquette.errors import InboxError, InboxSignInError, SettingsError
from app.etiquette.text import clean
from app.etiquette.time.dates import local_day, say_day
from app.etiquette.time.lengths import count
from app.hunt.hunt import Hunt
from app.hunt.inbox.box import Box, where_of
from app.hunt.intake.plan import Proposal
from app.letters.passwords import PasswordMemory
from app.mailbox.inbox_settings import InboxAccount, inbox_account
from app.mailbox.looking import look
from app.mailbox.secret import secret_for
from app.mailbox.watching import wait_for_mail
from app.ui.registry.commands import names_of

_PAUSES = (5.0, 15.0, 60.0, 300.0)
"""Seconds before a server is tried again that could not be reached."""


class _Looking:
    """One run of the command."""

    def __init__(self, options: SimpleNamespace):
        self._set = settings.load()
        self.key = names_of(self._set.keys)["inbox"]
        """What opens the inbox in the dashboard."""
        if not self._set.inbox:
            raise SettingsError(f"No inbox is set up. Press {self.key} in the dashboard.")
        self._account = inbox_account(self._set.inbox)
        self._options = options
        path = locations.database_file(options.db)
        self._box = Box(path, self._account, self._set.policy, self._set.my_addresses)
        self._hunt = Hunt.open(path, self._set, settings.clock_now)
        self._secret: str | None = None
        self._shown: set[str] = set()
        self.uidnext = 0

    def look(self) -> list[Proposal]:
        """Look through the mailbox and return what waits and was not shown yet."""
        question = self._box.question(settings.clock_now())
        if question is None:
            complain("No application is open, so there is nothing to look for. Add one first.")
            return []
        progress = _shown if sys.stderr.isatty() and not self._options.json else _untold
        looked = look(
            self._account, self.secret, question.wanted, question.seen, self._set.policy.zone, progress=progress
        )
        self._box.take(looked, settings.clock_now())
        self._box.keep(self._hunt)
        self.uidnext = next((folder.uidnext for folder in looked.folders if not folder.is_sent), 0)
        for note in looked.notes:
            complain(note)
        new = [proposal for proposal in self._box.plan.proposals if proposal.key not in self._shown]
        self._shown |= {proposal.key for proposal in new}
        return new

    def wait(self) -> None:
        """Wait until something may have come."""
        wait_for_mail(self._account, self.secret, self.uidnext)

    @property
    def secret(self) -> str:
        """What is signed in with: a token is asked for anew each time, since it is over soon."""
        if self._secret is None or self._account.token_command:
            self._secret = secret_for(self._account, PasswordMemory(), _asking(self._account))
        return self._secret

    def as_json(self, proposal: Proposal) -> dict[str, object]:
        """Return a proposal as scripts read it."""
        message = self._box.mail_of(proposal)
        fit = proposal.fit
        return {
            "key": proposal.key,
            "what": proposal.what.value,
            "title": proposal.title,
            "application_id": proposal.application_id,
            "company": fit.company if fit else None,
            "role": fit.role if fit else None,
            "from": message.sender.email if message else None,
            "subject": message.subject if message else None,
            "date": message.at.isoformat() if message and message.at else None,
            "fits": [
                {
                    "application_id": likely.application_id,
                    "company": likely.company,
                    "role": likely.role,
                    "why": likely.why,
                }
                for likely in proposal.fits
            ],
            "doubt": proposal.doubt,
            "problem": proposal.problem,
        }

    def line(self, proposal: Proposal) -> str:
        """Return a proposal as a person reads it: what, where, and the mail that says so."""
        message = self._box.mail_of(proposal)
        where = where_of(self._box.plan, proposal) or "Which application?"
        lines = [f"{where}: {proposal.title}"]
        if message is not None:
            today = local_day(settings.clock_now(), self._set.policy.zone)
            day = f", {say_day(local_day(message.at, self._set.policy.zone), today)}" if message.at else ""
            lines.append(f"{message.sender.name or message.sender.email}{day}: {message.subject}")
        lines += [sentence for sentence in (proposal.doubt, proposal.problem) if sentence]
        return "\n  ".join(map(clean, lines))


def run(options: SimpleNamespace) -> int:
    """Print what waits and return the exit code; with --watch, go on until it is stopped."""
    looking = _Looking(options)
    new = looking.look()
    if options.watch:
        _print_as_it_comes(looking, new, options)
        while True:
            _print_as_it_comes(looking, _next(looking), options)
    if options.json:
        print_json([looking.as_json(proposal) for proposal in new], sys.stdout)
    elif new:
        say("\n".join(map(looking.line, new)))
        say(f"\n{count(len(new), 'thing')} from your inbox. Press {looking.key} in the dashboard to decide on each.")
    else:
        say("Nothing new in your inbox about your search.")
    return DONE


def _print_as_it_comes(looking: _Looking, new: list[Proposal], options: SimpleNamespace) -> None:
    """Print what is new, of JSON one document a line, at once."""
    for proposal in new:
        if options.json:
            print(json.dumps(looking.as_json(proposal), ensure_ascii=False))
        else:
            say(looking.line(proposal))
    sys.stdout.flush()


def _next(looking: _Looking) -> list[Proposal]:
    """Wait for mail and look; a server that is away is tried again, ever more patiently."""
    for pause in (*_PAUSES, *(_PAUSES[-1:] * 10_000)):
        try:
            looking.wait()
            return looking.look()
        except InboxSignInError:
            raise
        except InboxError as error:
            complain(f"{error} Trying again in {pause:g} seconds.")
            time.sleep(pause)
    return []


def _asking(account: InboxAccount) -> Callable[[], str] | None:
    """Return what asks for the password on the terminal, None where nobody can be asked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    return lambda: getpass.getpass(f"Password for {clean(account.user)} at {account.host}: ")


def _shown(done: int, total: int) -> None:
    end = "\r" if done + 1 < total else "\n"
    print(f"\x1b[KReading your inbox: {done + 1} of {total}", end=end, file=sys.stderr, flush=True)


def _untold(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""
