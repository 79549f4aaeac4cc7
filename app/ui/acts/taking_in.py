"""Taking files in from the dashboard: choose them, look at what was understood, correct it, import as one verb."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.content import Content

from app import locations
from app.etiquette.errors import AfterwordError
from app.exchange.reading import NO_CHOICES
from app.hunt.intake.mail_stores import read_once
from app.hunt.intake.planning import Asked, gathered, plan_for
from app.hunt.intake.proposing import Answers
from app.hunt.intake.watching import CancelledError, Watch
from app.letters.cancelling import Cancellation
from app.ui.acts import correcting
from app.ui.acts.finding_dates import offer_dates
from app.ui.acts.own_address import ask_own_address
from app.ui.dialogs.files import FileDialog
from app.ui.dialogs.intake import IntakeDialog, Wish, Wished
from app.ui.dialogs.text_dialog import TextDialog
from app.ui.dialogs.words import ProblemDialog, WaitDialog
from app.ui.registry.here import Pane
from app.ui.registry.key_names import key_of
from app.ui.waiting import waited_for

if TYPE_CHECKING:
    from app.etiquette.errors import ImportFileError
    from app.exchange.contents import FileContents
    from app.hunt.gathering import Source
    from app.hunt.intake.plan import Plan, Proposal
    from app.ui.work import Work

    Sources = list[Source | FileContents | ImportFileError]

T = TypeVar("T")

PATIENCE = 0.3
"""Seconds that something may take before a dialog says how far it is."""


async def choose_and_take_in(work: Work, owner: int | None = None) -> None:
    """Ask for files, a folder or a link, show what they hold, and import it when told to.

    Args:
        owner: the application that postings belong to.
    """
    what = "a spreadsheet, invitations, mail, a posting, or an export" if owner is None else "a saved page or a PDF"
    dialog = FileDialog(f"Import {what}", _first_folder(work), takes_links=True)
    chosen = await work.ask(dialog)
    if dialog.address:
        await take_in_page(work, dialog.address, owner)
    if not chosen:
        return
    work.import_folder = chosen[0] if locations.is_folder(chosen[0]) else chosen[0].parent
    names = [str(path) for path in chosen]
    desk = work.desk
    sources = await _followed(work, "Reading the files ...", lambda _watch: desk.aside(lambda: gathered(names, bytes)))
    if sources is not None:
        await _take_in(work, sources, owner)


async def take_in_page(work: Work, address: str, owner: int | None = None) -> None:
    """Ask for the page at an address, show what it tells, and keep its posting when told to."""
    from app.hunt.fetching.page import contents_of, fetch  # with what speaks HTTP, which hardly any session needs

    cancellation = Cancellation()

    def fetched(say: Callable[[str], None]) -> FileContents:
        return contents_of(fetch(address, lambda after: say(f"Redirected to {after} ..."), cancellation))

    sentence = f"Getting {address} ..."
    contents = await waited_for(work, sentence, fetched, cancellation.cancel, "Canceled. Nothing was saved.")
    await _take_in(work, [contents], owner)


async def _take_in(work: Work, sources: Sources, owner: int | None) -> None:
    """Show what was read, and import it when told to."""
    asked, place = Asked(answers=Answers(owner=owner), own=work.settings.my_addresses), 0
    plan = await _planned(work, sources, asked)
    if plan is not None and await ask_own_address(work, plan):
        plan = await _planned(work, sources, asked)
    if plan is None or not await _is_worth_a_look(work, plan):
        return
    while plan is not None:
        sources = read_once(sources, plan.files)
        wished = await work.ask(IntakeDialog(plan, place))
        if wished is None or (wished.wish is Wish.IMPORT and await _import(work, plan)):
            return
        before = asked
        if wished.wish is not Wish.IMPORT:
            place = wished.place
            asked = await _answered(work, plan, before, wished)
        if wished.wish is Wish.IMPORT or asked != before:
            plan = await _planned(work, sources, asked)


async def _planned(work: Work, sources: Sources, asked: Asked) -> Plan | None:
    policy, now, desk = work.settings.policy, work.now, work.desk

    def planned(watch: Watch) -> Awaitable[Plan]:
        return desk.aside(lambda: plan_for(desk.database, sources, policy, now, asked, watch))

    return await _followed(work, "Checking what they contain ...", planned)


def _first_folder(work: Work) -> Path:
    if work.import_folder is not None:
        return work.import_folder
    try:
        home = locations.expanded("~")
    except AfterwordError:
        return Path.cwd()
    return home / "Downloads" if locations.is_folder(home / "Downloads") else home


async def _is_worth_a_look(work: Work, plan: Plan) -> bool:
    """Say what could not be read; return whether there is anything else to show."""
    if plan.refused:
        await work.ask(ProblemDialog("\n\n".join(plan.refused)))
    if plan.lines or plan.proposals or plan.me is not None:
        return True
    if plan.notes:
        await work.ask(ProblemDialog("\n".join(plan.notes[:12]), "Nothing to import"))
    elif not plan.refused:
        work.tell("There is nothing in it to import.")
    return False


async def _import(work: Work, plan: Plan) -> bool:
    """Import what was planned; return whether the preview can close."""
    from app.hunt.intake.carrying_out import carry_out

    if plan.is_empty and plan.unconfirmed:
        work.tell("Nothing is marked to be taken. Press space on what you want, or esc to close.")
        return False
    if plan.is_empty and plan.asks:
        needs = "1 needs" if len(plan.asks) == 1 else f"{len(plan.asks)} need"
        work.tell(f"{needs} an answer from you first. Press space on it, or esc to close.")
        return False
    if plan.is_empty:
        work.tell("Nothing new to import. Press esc to close.")
        return True
    desk = work.desk
    done = await _followed(work, "Importing ...", lambda watch: desk.do(lambda hunt: carry_out(plan, hunt, watch)))
    if done is None:
        return False
    await work.refresh()
    if not work.snapshot.to_do:
        work.screen.go(Pane.PIPELINE)
        await work.refresh()
    remark = f" {done.remark}." if done.remark else ""
    work.tell(f"{done.summary}.{remark} Press {key_of('undo')} to undo.")
    if done.left_out:
        await work.ask(ProblemDialog("\n".join(done.left_out), "Some of it was left out"))
    await offer_dates(work, [application for application, _ in plan.added])
    return True


async def _answered(work: Work, plan: Plan, asked: Asked, wished: Wished) -> Asked:
    """Return the user's answers so far with those to one more wish; a dialog left with escape adds nothing."""
    row = wished.row
    proposal = next(
        (candidate for candidate in plan.proposals if row is not None and candidate.key == row.proposal), None
    )
    if wished.wish is Wish.LOOK:
        if proposal is not None:
            why = "\n".join(f"{fit.company}, {fit.role}: {fit.why}" for fit in proposal.fits[:5])
            await work.ask(TextDialog(proposal.title, Content(f"{proposal.text}\n\n{why}".strip())))
        elif row is not None:
            await work.ask(TextDialog("The whole row", Content(row.text)))
        return asked
    if wished.wish is Wish.TICK:
        if proposal is None and row is not None and row.proposal:
            return replace(asked, without=asked.without ^ {row.proposal})
        return asked if proposal is None else await _ticked(work, plan, asked, proposal)
    file = correcting.sheet_of(plan, row.file if row else "")
    if file is None:
        work.tell("Only a spreadsheet has columns, statuses, and dates to correct.")
        return asked
    before = asked.sheets.get(file.file, NO_CHOICES)
    ask = {Wish.COLUMNS: correcting.columns, Wish.STATUSES: correcting.statuses, Wish.DATES: correcting.dates}
    after = await ask[wished.wish](work, file, before)
    return replace(asked, sheets={**asked.sheets, file.file: after})


async def _ticked(work: Work, plan: Plan, asked: Asked, proposal: Proposal) -> Asked:
    """Return the answers so far once a proposal was included, left out, or given its application or time zone."""
    answers: Answers = asked.answers
    if proposal.verb is not None and proposal.wants_key:
        return replace(asked, answers=replace(answers, confirmed=answers.confirmed ^ {proposal.key}))
    if proposal.verb is not None:
        without = asked.without ^ {proposal.key}
        return replace(asked, without=without)
    if proposal.unknown_zone:
        zone = await correcting.zone(work, proposal.unknown_zone)
        return (
            asked
            if zone is None
            else replace(asked, answers=replace(answers, zones={**answers.zones, proposal.unknown_zone: zone}))
        )
    if proposal.application_id is not None and proposal.problem:
        work.tell(proposal.problem, "warning")
    where = await correcting.application(work, plan, proposal)
    if where is None:
        return asked
    asked = replace(asked, without=asked.without - {proposal.key})
    if isinstance(where, tuple):
        return replace(asked, answers=replace(answers, new={**answers.new, proposal.key: where}))
    return replace(asked, answers=replace(answers, applications={**answers.applications, proposal.key: where}))


async def _followed(work: Work, sentence: str, start: Callable[[Watch], Awaitable[T]]) -> T | None:
    """Run something in the store thread; when it takes long, a dialog says how far it is and can call it off.

    Returns None when it was called off, or could not be done and the user was told why.
    """
    watch = Watch()
    dialog = WaitDialog(sentence, watch.cancelled.set)
    loop = asyncio.get_running_loop()
    watch.progress = lambda what, done, total: _say(loop, dialog, f"{what}: {done} of {total}")
    running = asyncio.ensure_future(start(watch))
    await asyncio.wait({running}, timeout=PATIENCE)
    if not running.done():
        shown = asyncio.ensure_future(work.ask(dialog))
        await asyncio.wait({running})
        await dialog.finish()
        await shown
    try:
        return running.result()
    except CancelledError as error:
        work.tell(str(error))
    except AfterwordError as error:
        await work.report(error)
    return None


def _say(loop: asyncio.AbstractEventLoop, dialog: WaitDialog, sentence: str) -> None:
    loop.call_soon_threadsafe(dialog.say, sentence)
