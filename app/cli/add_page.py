"""`afterword add LINK`: reads the posting behind a link, shows what it tells, and keeps it with its application once
that is confirmed. What the page does not state is asked for; nothing is guessed silently."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from app import settings
from app.cli import kept_calendar
from app.cli.json_output import print_json
from app.cli.main import DONE, REFUSED, answer_to, say
from app.cli.meant import Candidate, NotOneError
from app.cli.recording import Search, refuse
from app.etiquette.companies import company_key
from app.etiquette.errors import AfterwordError, RefusedError
from app.etiquette.text import clean
from app.exchange.contents import Advertised, FileContents
from app.exchange.contents_json import posting_document
from app.exchange.sheets.turned_rows import is_title
from app.hunt.fetching.page import contents_of, fetch
from app.hunt.intake.plan import Plan, Proposal
from app.hunt.intake.planning import NOTHING_ASKED, Asked, plan_for
from app.hunt.intake.proposing import Answers
from app.storage.pipeline import named
from app.storage.readers import opened_reader

if TYPE_CHECKING:
    from app.hunt.hunt import Done

_SHOWN = 400
"""Characters of the posting's text that are shown before it is kept."""


def run(options: SimpleNamespace) -> int:
    """Keep the posting and return the exit code: 1 when nothing was kept."""
    redirects: list[str] = []
    try:
        search = Search(options)
        contents = contents_of(fetch(options.company, lambda address: _redirected(address, redirects)))
        plan = _decided(search, contents)
        done = _carried_out(search, plan)
    except AfterwordError as error:
        return refuse(error, options)
    if done is not None:
        kept_calendar.rewrite(search.prefs, search.database)
    summary = done.summary if done else _nothing(plan)
    if options.json:
        document = {"done": summary if done else None, "redirects": redirects}
        print_json(
            document | _application(search, plan) | {"posting": posting_document(_posting(contents))}, sys.stdout
        )
    else:
        say(f"{summary}.")
    return DONE if done or plan.notes else REFUSED


def _redirected(address: str, redirects: list[str]) -> None:
    redirects.append(address)
    print(f"Redirected to {clean(address)}", file=sys.stderr)


def _application(search: Search, plan: Plan) -> dict[str, object]:
    """Return the application that the posting is kept with, as scripts read it."""
    number = next((proposal.application_id for proposal in plan.taken), None)
    with opened_reader(search.database) as connection:
        everything = named(connection) if connection is not None else []
    names = {(application.company, application.role) for application, _ in plan.added}
    meant = [one for one in everything if one.id == number or (one.company, one.role) in names]
    if not meant:
        return {"application_id": None, "company": None, "role": None}
    return {"application_id": meant[-1].id, "company": meant[-1].company, "role": meant[-1].role}


def _posting(contents: FileContents) -> Advertised:
    return contents.postings[0]


def _planned(search: Search, contents: FileContents, asked: Asked = NOTHING_ASKED) -> Plan:
    return plan_for(search.database, [contents], search.prefs.policy, settings.clock_now(), asked)


def _decided(search: Search, contents: FileContents) -> Plan:
    """Return the plan that the user agreed to.

    Raises:
        RefusedError: they did not, or nobody can be asked.
    """
    options, plan = search.options, _planned(search, contents)
    if not plan.proposals:
        return plan
    if len(options.role) > 1:
        names = options.role[0], " ".join(options.role[1:])
        plan = _planned(search, contents, _belongs(plan.proposals[0], names))
    (proposal,) = plan.proposals
    if not options.json:
        say(_shown(plan, proposal))
    if proposal.verb is None and options.yes and _is_clearly_new(proposal):
        plan = _planned(search, contents, _belongs(proposal, proposal.guess))
    elif proposal.verb is None:
        plan = _planned(search, contents, _belongs(proposal, _answered(search, proposal)))
    elif not (options.yes or _agrees(search)):
        raise RefusedError("Nothing was saved.", can_override=False)
    return plan


def _is_clearly_new(proposal: Proposal) -> bool:
    """Return whether the page shows company and role, and nothing here is at that company."""
    company, role = proposal.guess
    is_near = any(company_key(fit.company) == company_key(company) for fit in proposal.fits)
    return bool(company) and is_title(role) and not is_title(company) and not is_near


def _belongs(proposal: Proposal, where: int | tuple[str, str]) -> Asked:
    """Return the answer to where a posting belongs: an application's id, or company and role."""
    if isinstance(where, int):
        return Asked(answers=Answers(applications={proposal.key: where}))
    return Asked(answers=Answers(new={proposal.key: where}))


def _shown(plan: Plan, proposal: Proposal) -> str:
    text = proposal.text if len(proposal.text) <= _SHOWN else f"{proposal.text[:_SHOWN].rstrip()} ..."
    if proposal.fit is not None:
        text += f"\n\nIt goes to {proposal.fit.company}, {proposal.fit.role}: {proposal.fit.why}."
    elif proposal.is_new and plan.added:
        text += f"\n\n{plan.added[0][0].company}, {plan.added[0][0].role} will be added to your search."
    return f"{text}\n"


def _agrees(search: Search) -> bool:
    """Return whether the user agrees to keep what was shown.

    Raises:
        RefusedError: nobody can be asked.
    """
    if not search.asks:
        raise RefusedError("Nothing was saved. Add --yes to save it without being asked.", can_override=False)
    return answer_to("Save this posting? [Y/n] ").casefold() in ("", "y", "yes")


def _answered(search: Search, proposal: Proposal) -> int | tuple[str, str]:
    """Return the application that the user says a posting belongs to, or company and role of a new one.

    Raises:
        RefusedError: nobody can be asked, or they gave no answer.
    """
    candidates = [
        Candidate(
            fit.application_id, f"{fit.company}, {fit.role} ({fit.why})",
            {"application_id": fit.application_id, "company": fit.company, "role": fit.role},
        )
        for fit in proposal.fits
    ]  # fmt: skip
    if not search.asks:
        sentence = "It isn't clear which application this belongs to. Add COMPANY ROLE after the link."
        raise NotOneError(sentence, candidates)
    if candidates:
        lines = [f"  {number}. {clean(candidate.label)}" for number, candidate in enumerate(candidates, 1)]
        say("\n".join(["Which application does it belong to?", *lines]))
        answer = answer_to(f"1 to {len(candidates)}, or enter for a new one: ")
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(candidates):
            return candidates[int(answer) - 1].value
    company, role = (_typed(label, said) for label, said in zip(("Company", "Role"), proposal.guess, strict=True))
    if not company or not role:
        raise RefusedError("Without a company and a role, nothing was saved.", can_override=False)
    return company, role


def _typed(label: str, guess: str) -> str:
    return clean(answer_to(f"{label} [{clean(guess)}]: " if guess else f"{label}: ")) or guess


def _carried_out(search: Search, plan: Plan) -> Done | None:
    """Store what was agreed to; None: there is nothing to store."""
    from app.hunt.intake.carrying_out import carry_out

    return None if plan.is_empty else carry_out(plan, search.hunt)


def _nothing(plan: Plan) -> str:
    note = plan.notes[0].partition(": ")[2].rstrip(".") if plan.notes else "nothing was saved"
    return f"{note[:1].upper()}{note[1:]}"
