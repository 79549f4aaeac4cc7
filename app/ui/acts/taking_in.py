"""Taking files in from the dashboard: a name, a preview of what was understood, then one verb."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app import locations
from app.etiquette.errors import InvalidFieldError
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.words import ConfirmDialog, ProblemDialog

if TYPE_CHECKING:
    from app.hunt.taking_in import Plan
    from app.ui.work import Work

_SHOWN = 12


async def choose_and_take_in(work: Work) -> None:
    """Ask for a file or folder, show what it holds, and import it when told to."""
    chosen: list[str] = []

    async def submit(values: dict[str, str]) -> None:
        path = locations.expanded(values["path"].strip())
        if not path.exists():
            raise InvalidFieldError("path", f"There is no {path}.")
        chosen.append(str(path))

    field = Field("path", "File or folder", f"{Path.home()}/", required=True, hint="an export of Afterword (json)")
    await work.ask(FormDialog("Take in", [field], submit, button="Look at it"))
    if not chosen:
        return
    plan = await _plan(work, chosen)
    if plan.refused:
        await work.ask(ProblemDialog("\n\n".join(plan.refused)))
    if plan.is_empty:
        work.tell("Nothing new to import.")
    elif await work.ask(ConfirmDialog("Take this in?", _preview(plan), "Import", "Leave it")):
        from app.hunt.taking_in import carry_out

        await work.run(lambda hunt: carry_out(plan, hunt))


async def _plan(work: Work, chosen: list[str]) -> Plan:
    policy, now = work.settings.policy, work.now

    def planned() -> Plan:
        from app.hunt.taking_in import plan_for

        return plan_for(work.desk.database, chosen, policy, now)

    return await work.desk.aside(planned)


def _preview(plan: Plan) -> str:
    rows = [row for file in plan.files for row in file.taken]
    lines = [f"{row.company}, {row.role}: {row.outcome or row.stage}" for row in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        lines.append(f"... and {len(rows) - _SHOWN} more")
    return "\n".join([f"{plan.summary.replace('Imported', 'To import:')}.", "", *lines])
