"""Questions that an import's preview asks: a column, a status, the order of a date, an application, a time zone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import STAGE_TITLES, Stage
from app.etiquette.text import clean, folded, searchable
from app.etiquette.titles import OUTCOME_TITLES
from app.exchange.contents import SHEET_FIELDS, DateOrder, FileContents, SheetChoices
from app.hunt.intake.unsure import stands_of
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.pick import Pickable, PickDialog

if TYPE_CHECKING:
    from app.hunt.intake.plan import Plan, Proposal
    from app.ui.work import Work

_NEW = 0
"""Stands for an application that is yet to be added, where ids are chosen."""
_NEW_LABEL = "New application ..."


def sheet_of(plan: Plan, name: str) -> FileContents | None:
    """Return the spreadsheet of that name, else the only one there is; None when it is unclear which."""
    sheets = [file for file in plan.files if file.sheet is not None]
    named = [file for file in sheets if file.file == name]
    if named:
        return named[0]
    return sheets[0] if len(sheets) == 1 else None


async def columns(work: Work, file: FileContents, before: SheetChoices) -> SheetChoices:
    """Ask for a column and what it holds."""
    assert file.sheet is not None
    choices = [
        Pickable(
            f"{clean(column.header) or f'column {column.index + 1}'}: {clean(column.sample)[:40]}",
            SHEET_FIELDS.get(column.field, "left out"),
            column.index,
        )
        for column in file.sheet.columns
    ]
    index = await work.ask(PickDialog("Which column is wrong?", choices))
    if index is None:
        return before
    fields = [(key, title, name) for key, (name, title) in zip("123456789bcdefgh", SHEET_FIELDS.items(), strict=False)]
    field = await work.ask(ChoiceDialog("What does it contain?", [*fields, ("0", "Nothing useful: leave it out", "")]))
    if field is None:
        return before
    others = tuple(pair for pair in before.fields if pair[0] != index)
    return replace(before, fields=(*others, (index, field)))


async def statuses(work: Work, file: FileContents, before: SheetChoices) -> SheetChoices:
    """Ask for a status and what it means."""
    assert file.sheet is not None
    if not file.sheet.statuses:
        work.tell("No column was read as a status. Press c to correct the columns.")
        return before
    choices = [
        Pickable(
            f"{clean(status.words)} ({status.count})",
            ("" if status.is_sure else "not sure: ") + stands_of(status),
            status.words,
        )
        for status in file.sheet.statuses
    ]
    words = await work.ask(PickDialog("Which status is wrong?", choices))
    if words is None:
        return before
    meanings: list[tuple[str, str, tuple[Stage, OutcomeKind | None]]] = [
        (str(n), STAGE_TITLES[stage], (stage, None)) for n, stage in enumerate(list(Stage)[:-1], 1)
    ]
    meanings += [(kind.value[0], title, (Stage.OUTCOME, kind)) for kind, title in OUTCOME_TITLES.items()]
    meaning = await work.ask(ChoiceDialog(f"What does “{clean(words)[:40]}” mean?", meanings))
    if meaning is None:
        return before
    others = tuple(pair for pair in before.statuses if folded(pair[0]) != folded(words))
    return replace(before, statuses=(*others, (words, *meaning)))


async def dates(work: Work, file: FileContents, before: SheetChoices) -> SheetChoices:
    """Ask how the sheet writes a day."""
    assert file.sheet is not None
    examples = {DateOrder.DAY_FIRST: "5/8 is August 5", DateOrder.MONTH_FIRST: "5/8 is May 8"}
    choices = [(order.value[0], f"{order.value}: {examples[order]}", order) for order in examples]
    order = await work.ask(ChoiceDialog("How does it write dates?", choices))
    return before if order is None else replace(before, date_order=order)


async def application(work: Work, plan: Plan, proposal: Proposal) -> int | tuple[str, str] | None:
    """Ask where something belongs: return an application's id, company and role of a new one, or None."""
    listed = {fit.application_id for fit in proposal.fits}
    choices = [Pickable(f"{fit.company}, {fit.role}", fit.why, fit.application_id) for fit in proposal.fits]
    rows = await work.desk.pipeline()
    others = [Pickable(f"{row.company}, {row.role}", STAGE_TITLES[row.stage], row.id) for row in rows]
    others += [Pickable(f"{added.company}, {added.role}", "new in this import", added.id) for added, _ in plan.added]
    choices.append(Pickable(_NEW_LABEL, "", _NEW, stays=True))
    choices += [choice for choice in others if choice.value not in listed]
    dialog = PickDialog(f"{proposal.title}: where does it belong?", choices, proposal.text[:300])
    chosen = await work.ask(dialog)
    if chosen != _NEW:
        return chosen
    typed: list[tuple[str, str]] = []

    async def submit(values: dict[str, str]) -> None:
        typed.append((clean(values["company"]), clean(values["role"])))

    company, role = proposal.guess
    sought = clean(dialog.field.value).strip()
    if any(word not in searchable(_NEW_LABEL) for word in searchable(sought).split()):
        company = sought  # one that is not listed
    fields = [Field("company", "Company", company, required=True), Field("role", "Role", role, required=True)]
    # Not kept: the import that it belongs to begins anew as well.
    await work.ask(FormDialog("New application", fields, submit, kept_as=None, button="Add"))
    return typed[0] if typed else None


async def zone(work: Work, name: str) -> str | None:
    """Ask which time zone the file means by a name that nobody knows."""
    from app.hunt.plain_zones import zones_by_name

    names = [Pickable(words, "", zone) for words, zone in zones_by_name()]
    text = f"The file calls its time zone “{clean(name)}”, which isn't a known name. Which one does it mean?"
    return await work.ask(PickDialog("Which time zone?", names, text))
