"""`afterword import`: imports files, or with --dry-run says what it would import.

What a spreadsheet or an invitation says is imported; what mail says is proposed: asked about on a terminal, recorded
with --yes, otherwise left. An outcome is recorded only when it is confirmed by itself. What cannot be matched to one
application beyond doubt is never guessed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from app import locations, settings
from app.cli import kept_calendar
from app.cli.json_output import print_json
from app.cli.main import DONE, REFUSED, answer_to, complain, say
from app.cli.meant import can_ask
from app.cli.own_address import ask_own_address
from app.cli.progress import show_progress
from app.etiquette.records import Application
from app.etiquette.text import clean
from app.etiquette.time.lengths import count
from app.exchange.contents import FileContents
from app.exchange.contents_json import Meanings, files_document
from app.hunt.gathering import LARGEST
from app.hunt.gc_pause import with_gc_paused
from app.hunt.intake.plan import Fate, Line, Plan, Proposal, What
from app.hunt.intake.planning import Asked, gathered, plan_for
from app.hunt.intake.unsure import doubt_of_status, unsure_statuses
from app.hunt.intake.watching import Watch, no_progress
from app.ui.registry.commands import names_of
from app.ui.registry.key_names import key_of, name_keys

if TYPE_CHECKING:
    from app.hunt.hunt import Hunt

_MOST_UNUSED = 10
"""Sentences about what could not be used, so that a large mailbox does not fill the terminal."""
_LEFT = Fate.REPORTED
_CONFIRMED = (What.ANSWER, What.NEW_DATE, What.AWAY, What.LETTER, What.BOUNCE, What.POSTING)
"""What is stored only when it is confirmed, here or by --yes."""


def run(options: SimpleNamespace) -> int:
    """Import the files as one verb and return the exit code: 1 when nothing of them could be imported."""
    prefs = settings.load()
    name_keys(names_of(prefs.keys))
    path = locations.database_file(options.db)
    watch = Watch(show_progress if sys.stderr.isatty() and not options.json else no_progress)
    sources = gathered(options.files, lambda: sys.stdin.buffer.read(LARGEST + 1))
    asked = Asked(own=prefs.my_addresses)

    def planned() -> Plan:
        return with_gc_paused(lambda: plan_for(path, sources, prefs.policy, settings.clock_now(), asked, watch))

    plan = planned()
    if not options.dry_run and _can_ask(options) and ask_own_address(path, prefs, plan):
        plan = planned()
    for refused in plan.refused:
        complain(refused)
    is_left = not options.dry_run and _confirm(plan, options)
    for proposal in plan.asks:
        complain(_question(proposal))
    for sentence in (*_unused(plan, options), *_doubts(plan, options)):
        complain(sentence)
    summary = "Nothing new to import."
    hunt = None
    if not options.dry_run and not plan.is_empty:
        from app.hunt.hunt import Hunt
        from app.hunt.intake.carrying_out import carry_out

        hunt = Hunt.open(path, prefs, settings.clock_now)
        done = with_gc_paused(lambda: carry_out(plan, hunt, watch))
        summary = done.summary
        for sentence in (*done.left_out, *([f"{done.remark}."] if done.remark else [])):
            complain(sentence)
    if options.json:
        document = files_document(plan.files, _meanings(plan))
        print_json(document | {"proposals": [_as_json(proposal) for proposal in plan.proposals]}, sys.stdout)
    elif options.dry_run:
        say("\n".join(_lines(plan)) or "Nothing to import.")
    elif plan.files:
        say(summary)
        if hunt is not None and plan.added:
            _offer_dates(path, hunt, plan, prefs, options)
    nothing = plan.is_empty and not any(file.merged for file in plan.files)
    if nothing and (is_left or plan.refused or plan.asks or plan.unused or plan.unconfirmed):
        return REFUSED
    if not options.dry_run:
        kept_calendar.rewrite(prefs, path)
    return DONE


def _offer_dates(path: Path, hunt: Hunt, plan: Plan, prefs: settings.Settings, options: SimpleNamespace) -> None:
    """Ask for the days of interviews that a sheet left out."""
    from app.cli.missing_dates import offer
    from app.hunt.intake.missing_dates import closed_among, offers_said

    added = [application for application, _ in plan.added]
    offer(path, hunt, prefs, closed_among(added), can_ask=_can_ask(options))
    if words := offers_said(added, "use afterword outcome MATCH offer --by DAY"):
        say(words)


def _can_ask(options: SimpleNamespace) -> bool:
    """Return whether somebody is at the terminal to answer, and no file is on its way from there."""
    return can_ask(options) and "-" not in options.files


def _unused(plan: Plan, options: SimpleNamespace) -> list[str]:
    """Return sentences about what could not be used; a dry run lists that with everything else."""
    if options.dry_run and not options.json:
        return []
    more = len(plan.unused) - _MOST_UNUSED
    return plan.unused[:_MOST_UNUSED] + ([f"{more} more could not be used; --dry-run lists them."] if more > 0 else [])


def _doubts(plan: Plan, options: SimpleNamespace) -> list[str]:
    """Return sentences about rows that are left out, and statuses that are not sure; both are in a dry run's list, and
    in the document."""
    if options.dry_run or options.json:
        return []
    left = [f"{line.file}, line {line.line}: not imported: {line.text}" for line in plan.lines if line.fate is _LEFT]
    unsure = [f"{file.file}, {doubt_of_status(one)}" for file in plan.files for one in unsure_statuses(file)]
    return [
        said
        for sentences in (left, unsure)
        for said in (*sentences[:_MOST_UNUSED], *_and_more(len(sentences) - _MOST_UNUSED))
    ]


def _and_more(number: int) -> list[str]:
    return [f"{number} more like that; --dry-run lists them."] if number > 0 else []


def _confirm(plan: Plan, options: SimpleNamespace) -> bool:
    """Leave out what mail says, and postings, if nobody confirms them; outcomes and differences are asked about one by
    one, whatever --yes says. Return whether a posting was left out since nobody is there to be asked."""
    to_confirm = [proposal for proposal in plan.taken if proposal.what in _CONFIRMED]
    asks = _can_ask(options)
    if not options.yes:
        _confirm_later_values(plan, asks=asks)
    for proposal in plan.unconfirmed if asks else ():
        if _is_confirmed(plan, proposal):
            plan.tick(proposal.key, is_taken=True)
    left = plan.unconfirmed
    for proposal in left[:_MOST_UNUSED]:
        complain(_unrecorded(plan, proposal))
    if len(left) > _MOST_UNUSED:
        complain(f"{len(left) - _MOST_UNUSED} more were not taken; --dry-run lists them.")
    if not to_confirm or options.yes:
        return False
    for proposal in to_confirm:
        if not (asks and _is_confirmed(plan, proposal)):
            plan.tick(proposal.key, is_taken=False)
    return not asks and _complain_of_unconfirmed(plan, to_confirm)


def _confirm_later_values(plan: Plan, *, asks: bool) -> None:
    """Leave what is here where another machine's copy has a later value that nobody confirms."""
    later = [one for one in plan.taken if one.what is What.DIFFERENCE and not one.wants_key]
    for proposal in later:
        if asks and _is_confirmed(plan, proposal):
            continue
        plan.tick(proposal.key, is_taken=False)
        if not asks:
            plan.is_undecided = True
            where = f"{proposal.file}: {_where(plan, proposal)}: {clean(proposal.title)}"
            complain(f"{where}. Kept yours, which is older. Add --yes to take the later ones.")


def _complain_of_unconfirmed(plan: Plan, proposals: list[Proposal]) -> bool:
    """Say what was left out since nobody is there to confirm it; return whether a posting was."""
    postings = [_named(plan, proposal) for proposal in proposals if proposal.what is What.POSTING]
    for name in postings[:_MOST_UNUSED]:
        complain(f"{name}.")
    if postings:
        complain(
            f"{count(len(postings), 'posting')} not saved. Add --yes to save, or import the files in the dashboard"
            f" ({key_of('take_in')}) to decide on each."
        )
    if len(proposals) > len(postings):
        complain(
            f"{count(len(proposals) - len(postings), 'thing')} from mail not recorded. Add --yes to record answers and"
            f" dates, or import the files in the dashboard ({key_of('take_in')}) to decide on each."
        )
    return bool(postings)


def _named(plan: Plan, proposal: Proposal) -> str:
    """Return what a proposal would record, with the application that it is for."""
    return clean(proposal.title if proposal.is_new else f"{_where(plan, proposal)}: {proposal.title}")


def _unrecorded(plan: Plan, proposal: Proposal) -> str:
    """Return the sentence about an outcome or a difference that was not recorded, and how to record it."""
    if proposal.what is What.DIFFERENCE:
        return (
            f"{proposal.file}: {_where(plan, proposal)}: {clean(proposal.title)}. Kept yours. To take the file's,"
            f" import the file in the dashboard ({key_of('take_in')}) and press space on it."
        )
    return (
        f"{proposal.file}: {_where(plan, proposal)}: {proposal.title}. Not recorded: an outcome needs your OK."
        f" Import the file in the dashboard ({key_of('take_in')}) and press space on it."
    )


def _is_confirmed(plan: Plan, proposal: Proposal) -> bool:
    say(f"\n{_named(plan, proposal)}\n  {clean(proposal.text[:200])}")
    if proposal.what is What.POSTING:
        return answer_to("Save this posting? [Y/n] ").casefold() in ("", "y", "yes")
    said = answer_to("Record this? [y/N] " if proposal.wants_key else "Record this? [Y/n] ").casefold()
    return said in ("y", "yes") or (said == "" and not proposal.wants_key)


def _meanings(plan: Plan) -> Meanings:
    """Return what each message means and the application that it concerns, for scripts."""
    return {key: (judged.meant, _application_as_json(judged.application)) for key, judged in plan.judged.items()}


def _application_as_json(application: Application | None) -> dict[str, Any] | None:
    """Return an application's id, company and role; one that the same import adds has no id yet."""
    if application is None:
        return None
    number = application.id if application.id > 0 else None
    return {"application_id": number, "company": application.company, "role": application.role}


def _where(plan: Plan, proposal: Proposal) -> str:
    if proposal.fit is not None:
        return f"{proposal.fit.company}, {proposal.fit.role}"
    added = next((application for application, _ in plan.added if application.id == proposal.application_id), None)
    return f"{added.company}, {added.role}" if added else "no application"


def _question(proposal: Proposal) -> str:
    """Return why a proposal was not taken, and what to do."""
    if proposal.unknown_zone:
        why = f"its time zone “{clean(proposal.unknown_zone)}” isn't recognized"
    elif proposal.problem:
        why = proposal.problem.rstrip(".")
    elif proposal.fits:
        why = "it may belong to " + " or to ".join(f"{fit.company}, {fit.role}" for fit in proposal.fits[:3])
    else:
        why = "it doesn't match any application here"
    return (
        f"{proposal.file}: {proposal.title}: {why}. Import the file in the dashboard ({key_of('take_in')}) to decide."
    )


def _as_json(proposal: Proposal) -> dict[str, object]:
    return {
        "file": proposal.file,
        "what": proposal.what.value,
        "title": proposal.title,
        "application_id": proposal.application_id,
        "fits": [
            {"application_id": fit.application_id, "company": fit.company, "role": fit.role, "why": fit.why}
            for fit in proposal.fits
        ],
        "taken": proposal.is_taken,
        "wants_key": proposal.wants_key,
        "problem": proposal.problem,
        "doubt": proposal.doubt,
    }


def _lines(plan: Plan) -> list[str]:
    by_file = plan.lines_by_file()
    lines = [line for file in plan.files for line in _file_lines(file, by_file.get(file.file, []))]
    lines += [
        f"{'+' if proposal.is_taken else '?'} {_named(plan, proposal)}"
        + (f" ({proposal.problem})" if proposal.problem else "")
        for proposal in plan.proposals
    ]
    return lines + [f"- {note}" for note in plan.notes]


def _file_lines(file: FileContents, rows: list[Line]) -> list[str]:
    if file.postings:
        return [f"{file.file}: {file.kind}, {count(len(file.postings), 'posting')}"]
    parts = []
    if file.rows:
        parts.append(
            f"{count(file.rows, 'row')}: {len(file.taken)} to import, {file.merged} already here or duplicate,"
            f" {len(file.reported)} not imported"
        )
    if file.interviews:
        parts.append(count(len(file.interviews), "event"))
    if file.messages:
        parts.append(count(len(file.messages), "email"))
    lines = [f"{file.file}: {file.kind}, {'; '.join(parts) or 'nothing to import'}"]
    lines += [f"  {note}" for note in file.notes]
    lines += [f"  {doubt_of_status(status)}" for status in unsure_statuses(file)]
    return lines + [f"  {row.line}: {row.fate.value}: {row.text}" for row in rows]
