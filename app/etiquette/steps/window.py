"""A step's window before it is judged against the clock."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.frozen import dataclass
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, StepName
from app.etiquette.unset import UNSET


@dataclass(frozen=True, slots=True)
class Window:
    """Opens <= due <= late where they exist; UTC; None never comes."""

    name: StepName
    opens: datetime
    due: datetime | None
    late: datetime | None
    lapses: datetime | None
    why: tuple[str, tuple[object, ...]]
    """The reason's name and what it is filled with: see `reasons`."""
    kind: Kind | None = None
    person: int | None = None
    interview: int | None = None
    asked: datetime = UNSET
    """What a waiver has to be later than to answer this step: the fact that brought the step about."""


def is_waived(application: Application, window: Window) -> bool:
    """Return whether the user skipped a step, or did it elsewhere, since what brought it about: whoever it goes to, it
    is the only one of its name (ETIQUETTE 3.9). Thanks are many, and dealt with in `state.facts`."""
    return window.name is not StepName.THANK and any(
        waiver.step is window.name
        and (waiver.interview is None or waiver.interview == window.interview)
        and waiver.at >= window.asked
        for waiver in application.waivers
    )
