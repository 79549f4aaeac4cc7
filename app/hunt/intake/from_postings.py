"""Postings as proposals: kept with the application that they belong to, never beside it as a second one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.etiquette.companies import company_key
from app.etiquette.records import Application
from app.etiquette.text import folded
from app.etiquette.time.dates import local_day, say_closing, say_day
from app.exchange.contents import Advertised
from app.exchange.postings.addresses import address_identity
from app.hunt.changes import Change, Verb, When
from app.hunt.intake.evidence import Suspects, Trace
from app.hunt.intake.plan import Fit
from app.hunt.verbs.postings import posting_kept, the_same

_SHOWN = 20_000
"""Characters of a posting that a proposal carries along to look at."""
_ASIDE = re.compile(r"[(（\[][^()（）\[\]]{0,100}[)）\]]")
_SURE, _NEAR = 99, 5


@dataclass(frozen=True, slots=True)
class Advert:
    """One posting and the file it came in."""

    posting: Advertised
    file: str
    place: int
    """Which of the file's postings."""

    @property
    def key(self) -> str:
        """What identifies a posting: where it was, else its place in its file."""
        return f"posting {address_identity(self.posting.address) or f'{self.file} {self.place}'}"


class Whereabouts(NamedTuple):
    """Where a posting belongs."""

    application_id: int | None
    """None: the user has to say, or it is of a new application."""
    fits: tuple[Fit, ...] = ()
    is_new: bool = False
    """Whether the page states a role at a company at which there is no application yet."""


def whereabouts(posting: Advertised, applications: list[Application], suspects: Suspects) -> Whereabouts:
    """Return where a posting belongs: to the application of its link, else to the only one of its company and role."""
    identity = address_identity(posting.address)
    linked = [application for application in applications if identity and identity in _links(application)]
    if len(linked) == 1:
        return Whereabouts(linked[0].id, (_fit(linked[0], _SURE, "it has the same link"),))
    names = identity_of(posting.company, posting.role)
    near = [one for one in applications if posting.company and company_key(one.company) == names[0]]
    same = [one for one in near if identity_of(one.company, one.role) == names and not one.archived]
    if len(same) == 1:
        return Whereabouts(same[0].id, (_fit(same[0], _SURE, "it's the same company and role"),))
    if near or linked:
        return Whereabouts(None, tuple(_fit(one, _NEAR, "it's the same company") for one in [*linked, *near][:9]))
    if posting.is_sure:
        return Whereabouts(None, is_new=True)
    return Whereabouts(None, suspects.fits(Trace((), posting.title, posting.text[:4_000])))


def identity_of(company: str, role: str) -> tuple[str, str]:
    """Return what the ways of writing one role at one company share: legal forms, `(m/f/d)` and the like left out."""
    return company_key(company), " ".join(re.findall(r"[\w+#]+", folded(_ASIDE.sub(" ", role))))


def verb_of(posting: Advertised) -> Verb:
    """Return the verb that keeps a posting with an application."""

    def keep(application: Application, when: When) -> Change:
        facts = {"location": posting.location, "salary": posting.salary, "url": posting.address}
        return posting_kept(
            application, when, text=posting.text, title=posting.title, address=posting.address, closes=posting.closes,
            facts=facts,
        )  # fmt: skip

    return keep


def is_kept(application: Application, posting: Advertised) -> bool:
    """Return whether an application has that very posting."""
    stored = the_same(application, posting.address, posting.text)
    return stored is not None and stored.text == posting.text


def facts_of(posting: Advertised, when: When) -> str:
    """Return place, pay and last day in one line: `Lisbon · EUR 60,000 a year · apply by Sat, Dec 19`."""
    until = say_closing(posting.closes, local_day(when.now, when.policy.zone))
    return " · ".join(part for part in (posting.location, posting.salary, until) if part)


def title_of(posting: Advertised, when: When, new: Application | None) -> str:
    """Return what keeping a posting does, with what it tells.

    Args:
        new: the application that is added with it, None for one that is here.
    """
    what = f"Posting: {posting.role or posting.title}" if new is None else f"New: {new.company}, {new.role}"
    return " · ".join(part for part in (what, facts_of(posting, when)) if part)


def text_of(posting: Advertised, when: When) -> str:
    """Return all that a posting tells, line by line, and its text."""
    today = local_day(when.now, when.policy.zone)
    facts = (
        ("Company", posting.company),
        ("Role", posting.role),
        ("Location", posting.location),
        ("Salary", posting.salary),
        ("Apply by", say_day(posting.closes, today) if posting.closes else ""),
        ("Link", posting.address),
    )
    lines = [f"{label}: {value}" for label, value in facts if value]
    return "\n".join([*lines, "", posting.text[:_SHOWN]]).strip()


def _links(application: Application) -> Iterable[str]:
    addresses = (application.url, *(posting.address for posting in application.postings))
    return {address_identity(address) for address in addresses}


def _fit(application: Application, score: int, why: str) -> Fit:
    return Fit(application.id, application.company, application.role, score, why)
