"""Which application an invitation or a mail belongs to, and the evidence for it. Pure; never guesses silently.

Evidence is counted: somebody known by address or the company's own mail domain weighs most, the company's name in the
text less, the role's least. The answer names its evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from app.etiquette.addresses import address_key
from app.etiquette.records import Application
from app.etiquette.stages import Stage
from app.etiquette.text import folded
from app.exchange.contents import Attendee
from app.exchange.meanings.senders import HIRING_SYSTEMS
from app.hunt.intake.plan import Fit

PERSON, DOMAIN, SENDER, COMPANY, ROLE = 6, 4, 4, 2, 1
INVITED, INVITED_ELSEWHERE = 3, 1
"""Somebody known from an invitation alone, who may be anybody's coordinator: enough where nothing else speaks for
another application, and next to nothing where something does."""
SURE = 3
"""From here on, and with nobody else as near, an application is taken for the right one."""

_SERVICES = """
gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com
aol.com gmx.de gmx.net gmx.at web.de t-online.de proton.me protonmail.com mail.com mail.ru yandex.ru qq.com
163.com 126.com orange.fr free.fr wanadoo.fr laposte.net fastmail.com zoho.com hey.com google.com
calendar.google.com zoom.us calendly.com cal.com goodtime.io cronofy.com doodle.com
"""
_SHARED = HIRING_SYSTEMS | frozenset(_SERVICES.split())
"""Domains that many companies' mail comes from: they speak for none."""
_LINK = re.compile(r"https?://([\w.-]{3,100})(?:/([\w-]{1,60}))?", re.IGNORECASE)
_MOST_LINKS = 20
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "gouv"))
_LEGAL_FORMS = """
inc llc ltd limited gmbh ag se kg ug sa sas sarl bv nv ab as oy aps plc co corp corporation company group
holding holdings technologies technology labs the
"""
FORMS = frozenset(_LEGAL_FORMS.split())
"""Words of a company's name that its domain and its people leave out."""


def domain_of(address: str) -> str:
    """Return the part of an address, or the host of a link, that a company registers: `northwind.co.uk`; "" if none."""
    labels = _host(address).removeprefix("www.").split(".")
    if len(labels) < 2:
        return ""
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-keep:])


def is_shared(address: str) -> bool:
    """Return whether an address, or a link, is of a mail or recruiting service that many companies use."""
    return domain_of(address) in _SHARED or _host(address) in _SHARED


def _host(address: str) -> str:
    if "@" in address:
        return address_key(address).rpartition("@")[2].strip(" >.")
    try:
        return (urlsplit(address if "//" in address else f"//{address}").hostname or "").strip(".")
    except ValueError:
        return ""


def domains_of(application: Application) -> frozenset[str]:
    """Return the domains that are an application's company's own, by its people's addresses and its link."""
    people_domains = {
        domain_of(person.email) for person in application.people if person.email and not is_shared(person.email)
    }
    return frozenset((people_domains | _linked(application)) - {""})


def _linked(application: Application) -> set[str]:
    return {domain_of(application.url)} if application.url and not is_shared(application.url) else set()


@dataclass(frozen=True, slots=True)
class Trace:
    """What an invitation or a mail shows of where it belongs."""

    people: tuple[Attendee, ...]
    """Everybody in it but the user."""
    title: str
    """Subject or summary."""
    text: str


@dataclass(frozen=True, slots=True)
class _Marks:
    """What an application is known by."""

    application: Application
    name: str
    """The company's name, folded, without its legal form."""
    role: str
    label: str
    """How the company's domain is likely to begin."""
    domains: frozenset[str]
    addresses: frozenset[str]
    invited: frozenset[str]
    """Addresses, and their domains, that are known from an invitation and nothing else."""


@dataclass(frozen=True, slots=True)
class _Clues:
    """A trace in the form in which it is compared."""

    title: str
    text: str
    names: str
    """The names beside the addresses, as in `Coho Hiring Team <no-reply@ashbyhq.com>`."""
    addresses: frozenset[str]
    domains: frozenset[str]
    accounts: frozenset[str]
    """Of services that many use: whose account it is, by local part, host or link: litware@myworkday.com."""


class Suspects:
    """The applications that something may belong to."""

    def __init__(self, applications: Iterable[Application]):
        self._applications = {application.id: application for application in applications if not application.archived}

    @cached_property
    def _marks(self) -> dict[int, _Marks]:
        """Made when something is first looked for: a sheet of tens of thousands of rows brings nothing of the kind."""
        return {number: _marks_of(application) for number, application in self._applications.items()}

    def fits(self, trace: Trace) -> tuple[Fit, ...]:
        """Return the applications that some evidence speaks for, the best first."""
        clues = _clues_of(trace)
        evidence = {number: _evidence(marks, clues) for number, marks in self._marks.items()}
        longer = [marks for marks in self._marks.values() if f" {marks.role} " in f"{clues.title}{clues.text}"]
        fits = []
        for number, marks in self._marks.items():
            reasons = evidence[number] + _by_role(marks, clues, longer, is_likely=bool(evidence[number]))
            if invited := next(iter((clues.addresses | clues.domains) & marks.invited), ""):
                is_rivalled = any(others for other, others in evidence.items() if other != number)
                weight = INVITED_ELSEWHERE if is_rivalled else INVITED
                reasons = [(weight, f"{invited} was in an invitation"), *reasons]
            if reasons:
                fits.append(_fit(marks.application, reasons))
        fits.sort(key=lambda fit: -fit.score)
        return tuple(fits[:9])

    def changed(self, application: Application) -> None:
        """Replace an application with its changed version."""
        if application.id not in self._applications:
            return
        self._applications[application.id] = application
        if "_marks" in vars(self):
            self._marks[application.id] = _marks_of(application)


def is_settled(fits: tuple[Fit, ...]) -> bool:
    """Return whether the first is beyond doubt: enough speaks for it, and less for every other."""
    if not fits or fits[0].score < SURE:
        return False
    if len(fits) == 1:
        return True
    lead = fits[0].score - fits[1].score
    return lead >= (1 if folded(fits[0].company) == folded(fits[1].company) else 2)


def core_of(company: str) -> list[str]:
    """Return the words of a company's name, folded, without its legal form."""
    words = _words(company).split()
    return [word for word in words if word not in FORMS] or words


def _marks_of(application: Application) -> _Marks:
    core = core_of(application.company)
    invited, addresses = _addresses_of(application)
    domains = {domain_of(address) for address in addresses if not is_shared(address)} | _linked(application)
    from_invitations = {domain_of(address) for address in invited if not is_shared(address)} - domains
    return _Marks(
        application,
        " ".join(core),
        _words(application.role),
        "".join(core),
        frozenset(domains - {""}),
        addresses,
        invited | from_invitations,
    )


def _addresses_of(application: Application) -> tuple[frozenset[str], frozenset[str]]:
    """Return the addresses of those who came with an invitation and were never written to or heard from; the rest."""
    only_invited = {
        number for interview in application.interviews if interview.calendar_uid for number in interview.met
    }
    only_invited -= {letter.to for letter in application.letters} | {reply.person for reply in application.replies}
    by_contact: tuple[set[str], set[str]] = (set(), set())
    for person in application.people:
        if person.email:
            by_contact[person.id not in only_invited].add(address_key(person.email))
    return frozenset(by_contact[0]), frozenset(by_contact[1])


def _clues_of(trace: Trace) -> _Clues:
    addresses = frozenset(address_key(person.email) for person in trace.people if person.email)
    accounts: set[str] = set()
    for address in filter(is_shared, addresses):
        local, _, host = address.partition("@")
        accounts |= {local.replace("-", ""), *re.split(r"[._+-]", local), *host.split(".")[:-2]}
    for host, path in islice(_LINK.findall(trace.text), _MOST_LINKS):
        if is_shared(f"https://{host}"):  # calendly.com/northwind/intro, northwind.zoom.us
            accounts |= {path.casefold().replace("-", ""), *host.casefold().split(".")[:-2]}
    return _Clues(
        f" {_words(trace.title)} ",
        f" {_words(trace.text)} ",
        " ".join(f" {_words(person.name)} " for person in trace.people),
        addresses,
        frozenset(map(domain_of, addresses)) - {""},
        frozenset(accounts) - {""},
    )


def _evidence(marks: _Marks, clues: _Clues) -> list[tuple[int, str]]:
    """Return what speaks for an application but its role, with its weight."""
    reasons: list[tuple[int, str]] = []
    address = next(iter(clues.addresses & marks.addresses), "")
    if address:
        reasons.append((PERSON, f"{address} is a contact there"))
    company_domains = (
        domain for domain in clues.domains - _SHARED if domain in marks.domains or is_named_after(domain, marks.label)
    )
    if own_domain := next(company_domains, ""):
        reasons.append((DOMAIN, f"from {own_domain}"))
    elif any(is_named_after(account, marks.label) for account in clues.accounts):
        reasons.append((DOMAIN, f"from {marks.application.company}'s account"))
    if marks.name and f" {marks.name} " in clues.names:
        reasons.append((SENDER, f"sent as {marks.application.company}"))
    if marks.name and f" {marks.name} " in f"{clues.title}|{clues.text}":
        reasons.append((COMPANY, f"mentions {marks.application.company}"))
    return reasons


def _by_role(marks: _Marks, clues: _Clues, naming_marks: list[_Marks], *, is_likely: bool) -> list[tuple[int, str]]:
    """Return that the role is named, unless it is only named within a longer one, as in Senior Data Engineer."""
    if not is_likely or not marks.role:
        return []
    text = f"{clues.title}|{clues.text}"
    for other in sorted((other_marks.role for other_marks in naming_marks), key=len, reverse=True):
        if len(other) > len(marks.role):
            text = text.replace(f" {other} ", " | ")
    return [(ROLE, "mentions the role")] if f" {marks.role} " in text else []


def _fit(application: Application, reasons: list[tuple[int, str]]) -> Fit:
    if application.stage is Stage.OUTCOME:
        reasons = [*reasons, (-1, "already has an outcome")]
    score, why = sum(weight for weight, _ in reasons), ", ".join(words for _, words in reasons)
    return Fit(application.id, application.company, application.role, score, why)


def is_named_after(domain: str, label: str) -> bool:
    """Return whether a domain is the company's by its name: northwind.example, northwind-labs.com."""
    first = domain.partition(".")[0].replace("-", "")
    return len(label) >= 3 and (first == label or (len(label) >= 5 and first.startswith(label)))


def _words(text: str) -> str:
    """Return a text's words, folded, apart by single spaces, punctuation left out."""
    return " ".join(re.findall(r"[\w+#]+", folded(text)))
