"""Which application an invitation or a mail belongs to, by what speaks for it. Pure; never guesses in silence.

Evidence is counted: somebody known by address or the company's own mail domain weighs most, the company's name in the
text less, the role's least. Whoever reads the answer is told what spoke for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.etiquette.addresses import address_key
from app.etiquette.records import Application
from app.etiquette.stages import Stage
from app.etiquette.text import folded
from app.exchange.found import Attendee
from app.hunt.intake.plan import Fit

PERSON, DOMAIN, COMPANY, ROLE = 6, 4, 2, 1
SURE = 3
"""From here on, and with nobody else as near, an application is taken for the right one."""

_SERVICES = """
gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com
aol.com gmx.de gmx.net gmx.at web.de t-online.de proton.me protonmail.com mail.com mail.ru yandex.ru qq.com
163.com 126.com orange.fr free.fr wanadoo.fr laposte.net fastmail.com zoho.com hey.com google.com
calendar.google.com zoom.us calendly.com cal.com goodtime.io cronofy.com doodle.com greenhouse.io
greenhouse-mail.io us.greenhouse-mail.io lever.co hire.lever.co ashbyhq.com smartrecruiters.com myworkday.com
workday.com workable.com workablemail.com icims.com talent.icims.com jobvite.com breezy.hr recruitee.com
teamtailor.com teamtailor-mail.com personio.com personio.de bamboohr.com successfactors.com taleo.net
oraclecloud.com linkedin.com indeed.com indeedemail.com xing.com stepstone.de glassdoor.com wellfound.com
angel.co hired.com otta.com hackerrank.com codility.com codesignal.com hackerrankforwork.com
"""
_SHARED = frozenset(_SERVICES.split())
"""Domains that many companies' mail comes from: they speak for none."""
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "gouv"))
_LEGAL_FORMS = """
inc llc ltd limited gmbh ag se kg ug sa sas sarl bv nv ab as oy aps plc co corp corporation company group
holding holdings technologies technology labs the
"""
_FORMS = frozenset(_LEGAL_FORMS.split())
"""Words of a company's name that its domain and its people leave out."""
_MACHINE = re.compile(
    r"^(no-?reply|do-?not-?reply|notifications?|calendar|mailer|bounces?|postmaster|support)\b", re.IGNORECASE
)


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


def is_machine(address: str) -> bool:
    """Return whether nobody reads what is written to an address."""
    return bool(_MACHINE.match(address.partition("@")[0]))


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


class Suspects:
    """The applications that something may belong to."""

    def __init__(self, applications: Iterable[Application]):
        self._marks = {each.id: _marks_of(each) for each in applications if not each.archived}

    def fits(self, trace: Trace) -> tuple[Fit, ...]:
        """Return the applications that anything speaks for, best first."""
        text = f" {_words(trace.title)} | {_words(trace.text)} "
        addresses = {address_key(person.email) for person in trace.people if person.email}
        domains = {domain_of(address) for address in addresses} - {""}
        found = [fit for marks in self._marks.values() if (fit := _fit(marks, text, addresses, domains)) is not None]
        found.sort(key=lambda fit: -fit.score)
        return tuple(found[:9])

    def changed(self, application: Application) -> None:
        """Take note of what an application has become."""
        if application.id in self._marks:
            self._marks[application.id] = _marks_of(application)


def is_settled(fits: tuple[Fit, ...]) -> bool:
    """Return whether the first is beyond doubt: enough speaks for it, and less for every other."""
    if not fits or fits[0].score < SURE:
        return False
    if len(fits) == 1:
        return True
    lead = fits[0].score - fits[1].score
    return lead >= (1 if folded(fits[0].company) == folded(fits[1].company) else 2)


def guess_of(trace: Trace) -> tuple[str, str]:
    """Return company and role for an application that is not there yet, "" where nothing tells."""
    for person in trace.people:
        if person.email and not is_shared(person.email):
            label = domain_of(person.email).partition(".")[0]
            written = re.search(rf"\b{re.escape(label)}\b", f"{trace.title} {trace.text}", re.IGNORECASE)
            return (written[0] if written else label.capitalize()), _role_in(trace.title)
    return "", _role_in(trace.title)


def _role_in(title: str) -> str:
    found = re.search(r"(?:for|as|role of|position of|:|-|–)\s+(?:an?\s+|the\s+)?([^:,|()–-]{4,60})", title)
    words = found[1].strip() if found else ""
    return (
        words
        if re.search(r"engineer|developer|manager|analyst|designer|scientist|lead\b|architect", words, re.IGNORECASE)
        else ""
    )


def _marks_of(application: Application) -> _Marks:
    words = _words(application.company).split()
    core = [word for word in words if word not in _FORMS] or words
    own = {domain_of(person.email) for person in application.people if person.email and not is_shared(person.email)}
    if application.url and not is_shared(application.url):
        own.add(domain_of(application.url))
    return _Marks(
        application,
        " ".join(core),
        _words(application.role),
        "".join(core),
        frozenset(own - {""}),
        frozenset(address_key(person.email) for person in application.people if person.email),
    )


def _fit(marks: _Marks, text: str, addresses: set[str], domains: set[str]) -> Fit | None:
    score, why = 0, []
    known = next(iter(addresses & marks.addresses), "")
    if known:
        score += PERSON
        why.append(f"{known} is a contact there")
    near = next((domain for domain in domains if domain in marks.domains or _names(domain, marks.label)), "")
    if near:
        score += COMPANY if near in _SHARED else DOMAIN
        why.append(f"from {near}")
    if marks.name and f" {marks.name} " in text:
        score += COMPANY
        why.append(f"mentions {marks.application.company}")
    if score and marks.role and f" {marks.role} " in text:
        score += ROLE
        why.append("mentions the role")
    if not score:
        return None
    if marks.application.stage is Stage.OUTCOME:
        score -= 1
        why.append("already has an outcome")
    application = marks.application
    return Fit(application.id, application.company, application.role, score, ", ".join(why))


def _names(domain: str, label: str) -> bool:
    """Return whether a domain is the company's by its name: northwind.example, northwind-labs.com."""
    first = domain.partition(".")[0].replace("-", "")
    return len(label) >= 3 and (first == label or (len(label) >= 5 and first.startswith(label)))


def _words(text: str) -> str:
    """Return a text's words, folded, apart by single spaces, punctuation left out."""
    return " ".join(re.findall(r"[\w+#]+", folded(text)))
