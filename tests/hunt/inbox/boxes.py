"""A hunt and a mailbox for tests: an interview yesterday with Dana Lee of Northwind, and what mail says since."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.etiquette.policy import Policy
from app.hunt.hunt import Hunt
from app.hunt.inbox.box import Box
from app.hunt.intake.plan import Proposal
from app.hunt.verbs import interviews
from app.mailbox.looking import look
from tests.mailbox.dovecots import PASSWORD, Dovecot
from tests.storage.hunts import NOW, SETTINGS, Clock, add, copied, open_hunt

POLICY: Policy = SETTINGS.policy


class Sitting:
    """One start of the program with a mailbox: a `Box` over a hunt."""

    def __init__(self, path: Path, server: Dovecot, clock: Clock | None = None):
        self.clock = clock or Clock(NOW)
        self.path, self.server = path, server
        self.hunt: Hunt = open_hunt(path, self.clock)
        self.box = Box(path, server.account, POLICY, frozenset())

    def look(self) -> list[Proposal]:
        """Look through the mailbox and return what waits."""
        question = self.box.question(self.clock())
        assert question is not None
        looked = look(self.server.account, PASSWORD, question.wanted, question.seen, POLICY.zone)
        self.box.take(looked, self.clock())
        self.box.keep(self.hunt)
        return self.box.plan.proposals

    def record(self, proposal: Proposal) -> str:
        """Record a proposal and return what was said."""
        return self.box.record(proposal.key, self.hunt, self.clock()).summary


def interviewed(path: Path) -> int:
    """Make a hunt with an interview at Northwind that ended yesterday; return the application's id."""
    return copied(path, _interviewed)


def _interviewed(path: Path) -> int:
    hunt = open_hunt(path)
    number = add(hunt)
    starts = NOW - timedelta(hours=20)
    hunt.do(
        number,
        lambda a, when: interviews.planned(
            a, when, starts=starts, ends=starts + timedelta(hours=1), names="Dana Lee <dana@northwind.example>"
        ),
    )
    return number
