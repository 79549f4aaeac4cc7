"""After an import: interviews of which a sheet tells without a day are asked about one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.etiquette.records import Application
from app.hunt.intake.missing_dates import closed_among, offers_said, said, without_dates
from app.ui.acts import interview_form
from app.ui.dialogs.choice import ChoiceDialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.ui.work import Work


async def offer_dates(work: Work, added: Iterable[Application]) -> None:
    """Ask for the days that are missing, if the user wants to add them now; escape leaves the rest for later.

    Args:
        added: the applications that the import brought.
    """
    await work.read_more_steps(all_of_them=True)
    added = list(added)
    offers = offers_said(added, "press o on the application")
    undated = [due.step.application_id for due in without_dates(work.snapshot.due) if due.step.application_id]
    if not undated:
        if offers:
            work.tell(offers, "warning")
        return
    text = "\n\n".join(filter(None, (said(closed_among(added), len(undated)), offers)))
    choices = [("y", "Add the dates now, one after another", True), ("n", "Later: they're on the due list", False)]
    if not await work.ask(ChoiceDialog("When were the interviews?", choices, text)):
        return
    for place, application_id in enumerate(undated, 1):
        application = (await work.desk.detail(application_id)).application
        title = f"Interview {place} of {len(undated)}: {application.company}"
        if not await interview_form.ask(work, application, None, title=title):
            return
