"""Who sends mail for many companies: applicant tracking systems and job boards. Data, and two questions about it."""

from __future__ import annotations

import re

_SYSTEMS = """
greenhouse.io greenhouse-mail.io us.greenhouse-mail.io eu.greenhouse-mail.io lever.co hire.lever.co ashbyhq.com
smartrecruiters.com myworkday.com myworkdayjobs.com workday.com workable.com workablemail.com icims.com
talent.icims.com jobvite.com breezy.hr breezy-mail.com recruitee.com teamtailor.com teamtailor-mail.com personio.com
personio.de bamboohr.com successfactors.com successfactors.eu taleo.net oraclecloud.com linkedin.com indeed.com
indeedemail.com xing.com stepstone.de glassdoor.com wellfound.com angel.co hired.com otta.com welcometothejungle.com
softgarden.io softgarden.de rexx-systems.com join.com onlyfy.jobs prescreen.io concludis.de d-vinci.de dvinci.de
pinpointhq.com applytojob.com jazzhr.com jazz.co comeet.com gem.com rippling.com ultipro.com ukg.com adp.com
paylocity.com dayforcehcm.com avature.net phenompeople.com eightfold.ai ziprecruiter.com dice.com monster.com
infojobs.net homerun.co hackerrank.com codility.com codesignal.com hackerrankforwork.com
"""
HIRING_SYSTEMS = frozenset(_SYSTEMS.split())
"""Domains from which hiring software writes in the name of many companies."""
_MACHINE = re.compile(
    r"^(?:no-?reply|do-?not-?reply|notifications?|notify|calendar|mailer|bounces?|postmaster|support|jobs?-?noreply|"
    r"jobs-listings|jobalerts?|alerts?|news(?:letter)?|donotreply|automated|system|ats)\b|no-?reply|do-?not-?reply",
    re.IGNORECASE,
)


def is_machine(address: str) -> bool:
    """Return whether nobody reads what is written to an address."""
    return bool(_MACHINE.search(address.partition("@")[0]))


def is_hiring_system(address: str) -> bool:
    """Return whether an address is of software that writes for many companies, subdomains included."""
    labels = address.rpartition("@")[2].casefold().strip(" >.").split(".")
    return any(".".join(labels[at:]) in HIRING_SYSTEMS for at in range(len(labels) - 1))
