"""The mail that waits for the user's word: kept in memory, planned as an import is, recorded one by one.

A look may be taken in by a thread of its own while the user decides in another: each waits for the other.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.etiquette.errors import NotFoundError
from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.state.settling import settle
from app.exchange.contents import FileContents, Invitation, Message
from app.hunt.hunt import Done, Hunt
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.concerns import wanted_of
from app.hunt.intake.from_calendar import Invited
from app.hunt.intake.plan import Plan, Proposal
from app.hunt.intake.planning import Asked, plan_for
from app.mailbox.inbox_settings import InboxAccount
from app.mailbox.records import FolderSeen, Looked, Mail, Wanted
from app.storage import inbox, reading
from app.storage.readers import opened_reader

_MAY_FIT_LATER = timedelta(days=14)
"""How long a letter of the user's own that fits no step is kept: the interview may not be logged yet."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the mailbox is to be asked."""

    wanted: Wanted
    seen: tuple[FolderSeen, ...]


class Box:
    """The mail of one mailbox that nobody has decided on. `Hunt` is used in its own thread alone."""

    def __init__(self, database: Path, account: InboxAccount, policy: Policy, own: frozenset[str]):
        """Begin with nothing.

        Args:
            own: addresses of the user's.
        """
        self._database, self._account, self._policy = database, account, policy
        self._own = own | ({account.user} if "@" in account.user else set())
        self._lock = threading.RLock()
        self._mails: dict[str, Mail] = {}
        self._kept: tuple[inbox.Folder, ...] = ()
        """How far was looked, as it is stored."""
        self._seen: dict[str, FolderSeen] = {}
        self._decided_here: set[str] = set()
        """Mails on which the user has decided since the program started: undo makes them wait again."""
        self.plan = Plan()
        """What waits, as proposals."""
        self.asked = Asked()
        """What the user has said about them."""

    def question(self, now: datetime) -> Question | None:
        """Return what the mailbox is to be asked now; None: no application is open.

        Raises:
            StorageError: the database cannot be read.
        """
        with opened_reader(self._database) as connection:
            if connection is None:
                return None
            stored = reading.all_applications(connection, bodies=False)
            settled = [settle(application, self._policy, now)[0] for application in stored]
            wanted = wanted_of(settled, self._policy, now)
            if wanted is None:
                return None
            seen = [FolderSeen(*folder) for folder in inbox.folders(connection, self._account.name)]
        with self._lock:  # what waits is here already after a first look, and need not be brought again
            seen = [replace(folder, waiting=folder.waiting - self._here(folder)) for folder in seen]
        return Question(wanted, tuple(seen))

    def _here(self, folder: FolderSeen) -> frozenset[int]:
        before = self._seen.get(folder.folder)
        if before is None or before.uidvalidity != folder.uidvalidity:
            return frozenset()
        return frozenset(mail.uid for mail in self._mails.values() if mail.folder == folder.folder)

    def take(self, looked: Looked, now: datetime) -> None:
        """Take in what a look brought, and plan it. `keep` stores how far was looked.

        Raises:
            StorageError: the database cannot be read; the next look brings it again.
        """
        with self._lock:
            for folder in looked.folders:
                before = self._seen.get(folder.folder)
                if before is not None and before.uidvalidity != folder.uidvalidity:
                    self._mails = {key: mail for key, mail in self._mails.items() if mail.folder != folder.folder}
            for mail in looked.mails:
                self._mails.setdefault(_key_of(mail), mail)
            self._seen |= {folder.folder: folder for folder in looked.folders}
            self.replan(now)
            self._forget_what_says_nothing(now)
            waiting = {name: self._waiting_in(name, now) for name in self._seen}
            self._seen = {name: replace(seen, waiting=waiting[name]) for name, seen in self._seen.items()}

    def keep(self, hunt: Hunt) -> None:
        """Store how far was looked, where that is not stored yet.

        Raises:
            StorageError: it could not be stored; at the next start it is looked for again.
        """
        with self._lock:
            folders = tuple(
                inbox.Folder(
                    folder.folder,
                    folder.is_sent,
                    folder.uidvalidity,
                    folder.uidnext,
                    folder.since,
                    folder.asked,
                    folder.waiting,
                )
                for folder in self._seen.values()
            )
            if folders != self._kept:
                hunt.note(lambda transaction: inbox.keep_folders(transaction, self._account.name, folders))
                self._kept = folders

    def replan(self, now: datetime) -> None:
        """Plan what waits against the hunt as it is now.

        Raises:
            StorageError: the database cannot be read.
        """
        with self._lock:
            ordered = sorted(
                self._mails.items(), key=lambda pair: (pair[1].message.at or now, not pair[1].is_sent, pair[0])
            )
            keys = {key for _, mail in ordered for key in _decisions(mail)}
            with opened_reader(self._database) as connection:
                dealt = inbox.dealt_with(connection, keys) if connection is not None else frozenset()
            files = [_file(name, mail, dealt) for name, mail in ordered]
            own = self._own | {mail.message.sender.email for mail in self._mails.values() if mail.is_sent}
            asked = replace(self.asked, own=self.asked.own | own)
            plan = plan_for(self._database, files, self._policy, now, asked)
            plan.proposals = [
                proposal for proposal in plan.proposals if proposal.fits or proposal.application_id is not None
            ]
            self.plan = plan

    def mail_of(self, proposal: Proposal) -> Message | None:
        """Return the mail that a proposal is read from."""
        mail = self._mails.get(proposal.file)
        return mail.message if mail else None

    def record(self, key: str, hunt: Hunt, now: datetime) -> Done:
        """Record one proposal, as one verb, and never propose it again. An outcome is recorded as well: it was asked
        for by its own key.

        Raises:
            StorageError: it could not be stored; nothing was.
        """
        with self._lock:
            proposal = self._proposal(key)
            plan = _only(self.plan, proposal)
            done = carry_out(plan, hunt, dealt=self._decided(proposal))
            self._decided_here.add(proposal.file)
            self.replan(now)
            return done

    def dismiss(self, key: str, hunt: Hunt, now: datetime) -> Done:
        """Never propose this again, as one verb that records nothing else."""
        with self._lock:
            proposal = self._proposal(key)
            done = hunt.take_in(f"Dismissed: {_named(self.plan, proposal)}", [], dealt=self._decided(proposal))
            self._decided_here.add(proposal.file)
            self.replan(now)
            return done

    def _proposal(self, key: str) -> Proposal:
        proposal = next((proposal for proposal in self.plan.proposals if proposal.key == key), None)
        if proposal is None:
            raise NotFoundError("That has been decided in the meantime, here or in another window.")
        return proposal

    def _decided(self, proposal: Proposal) -> list[str]:
        """Return what is decided with a proposal: the mail; of an invitation every version that is here."""
        mail = self._mails[proposal.file]
        if proposal.key.startswith("uid "):
            versions = [version for other in self._mails.values() for version in other.message.invitations]
            return [_version_key(version) for version in versions if Invited(version, "").key == proposal.key]
        return [_mail_key(mail)]

    def _is_awaited(self, name: str, now: datetime) -> bool:
        """Return whether a mail is of a proposal, or a letter of the user's own that may fit a step yet."""
        message = self._mails[name].message
        is_recent = message.at is not None and now - message.at <= _MAY_FIT_LATER
        is_own = self._mails[name].is_sent and is_recent and name not in self._decided_here
        return is_own or any(proposal.file == name for proposal in self.plan.proposals)

    def _forget_what_says_nothing(self, now: datetime) -> None:
        kept = {name for name in self._mails if name in self._decided_here or self._is_awaited(name, now)}
        self._mails = {name: mail for name, mail in self._mails.items() if name in kept}

    def _waiting_in(self, folder: str, now: datetime) -> frozenset[int]:
        names = [name for name, mail in self._mails.items() if mail.folder == folder]
        return frozenset(self._mails[name].uid for name in names if self._is_awaited(name, now))


def _key_of(mail: Mail) -> str:
    """Return what a mail is called here: by its Message-ID, so that one in two folders is one."""
    return mail.message.message_id or f"{mail.folder} {mail.uid}"


def _file(name: str, mail: Mail, dealt: frozenset[str]) -> FileContents:
    """Return a mail as a file that was read, without what the user has decided on."""
    invitations = tuple(invitation for invitation in mail.message.invitations if _version_key(invitation) not in dealt)
    messages = () if _mail_key(mail) in dealt else (mail.message,)
    return FileContents(name, "eml", interviews=invitations, messages=messages)


def _decisions(mail: Mail) -> Iterable[str]:
    yield _mail_key(mail)
    yield from map(_version_key, mail.message.invitations)


def _mail_key(mail: Mail) -> str:
    message = mail.message
    identity = message.message_id or f"{message.sender.email} {message.at} {message.subject} {message.text}"
    return _hash(f"mail {identity}")


def _version_key(invitation: Invitation) -> str:
    return _hash(f"{Invited(invitation, '').key} {invitation.sequence} {invitation.stamped} {invitation.method}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _only(plan: Plan, proposal: Proposal) -> Plan:
    """Return a plan that records one proposal, with the application that is new with it, and nothing else."""
    added = [pair for pair in plan.added if pair[0].id == proposal.application_id]
    renumbered = [(replace(application, id=-1), events) for application, events in added]
    if added:
        proposal = replace(proposal, application_id=-1)
    return Plan(
        added=renumbered, proposals=[replace(proposal, is_taken=True)], named=f"Recorded {_named(plan, proposal)}"
    )


def _named(plan: Plan, proposal: Proposal) -> str:
    """Return a proposal's application and title, as a person reads it in a list of what was done."""
    where = company_of(plan, proposal)
    return f"{where}: {proposal.title}" if where else proposal.title


def where_of(plan: Plan, proposal: Proposal) -> str:
    """Return company and role that a proposal concerns, "" while that is not known."""
    if proposal.fit is not None:
        return f"{proposal.fit.company}, {proposal.fit.role}"
    return company_of(plan, proposal)


def company_of(plan: Plan, proposal: Proposal) -> str:
    """Return the company that a proposal concerns, "" while that is not known."""
    if proposal.fit is not None:
        return proposal.fit.company
    added: Application | None = next(
        (application for application, _ in plan.added if application.id == proposal.application_id), None
    )
    return added.company if added else ""
