"""Asking which address is the user's before what names them is imported: the user is no interviewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.hunt.intake.plan import names_people
from app.ui.acts.own_details import ask_own_details

if TYPE_CHECKING:
    from app.hunt.intake.plan import Plan
    from app.ui.work import Work

_WHY = (
    "Invitations and emails name you, too. With your email here, you're never taken for one of the interviewers."
    " Press esc for not now."
)


async def ask_own_address(work: Work, plan: Plan) -> bool:
    """Ask who the user is before the first invitation or email is imported; return whether they gave their address.

    It is asked once while the program runs, and never where an address is in the settings.
    """
    is_given = bool(work.snapshot.me.email or work.settings.my_addresses)
    if is_given or work.has_asked_address or not names_people(plan):
        return False
    work.has_asked_address = True
    await ask_own_details(work, _WHY)
    return bool(work.snapshot.me.email)
