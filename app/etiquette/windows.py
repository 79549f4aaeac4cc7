"""A step's window before it is judged against the clock."""

from __future__ import annotations

from datetime import UTC, datetime

from app.etiquette.frozen import dataclass
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import UNSET, StepName

NEVER = datetime.max.replace(tzinfo=UTC)


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
