"""What `afterword due --waybar` prints: one JSON object as a custom module of Waybar reads it (`return-type: json`).

The text has counts alone, since a bar is seen by whoever looks at the screen; the names are in the tooltip.
"""

from __future__ import annotations

import json
from datetime import datetime, tzinfo

from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.steps.wording import MARKS, say_what, say_when
from app.etiquette.text import clean
from app.hunt.due import Due, DueSteps

MOST = 12
"""Lines of the tooltip."""
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""Waybar reads text and tooltip as Pango markup."""
_NOTHING = "none"


def document(due: DueSteps, counts: str, nothing: str, now: datetime, zone: tzinfo) -> str:
    """Return the object on one line: text, tooltip, class, and percentage where there is a time to be late.

    Args:
        counts: how many steps press, as in `due --line`.
        nothing: what to say where nothing is due.
    """
    steps = [item for item in due.steps if item.step.is_now]
    total = sum(number for urgency, number in due.counts.items() if urgency is not Urgency.NOT_YET)
    lines = [_line(item, now, zone) for item in steps[:MOST]]
    if total > len(lines):
        lines.append(f"and {total - len(lines)} more")
    shown: dict[str, object] = {
        "text": counts,
        "tooltip": "\n".join(lines or [nothing]).translate(_MARKUP),
        "class": steps[0].step.urgency.value if steps else _NOTHING,
    }
    gone = _percentage(steps[0].step, now) if steps else None
    if gone is not None:
        shown["percentage"] = gone
    return json.dumps(shown, ensure_ascii=False)


def _line(item: Due, now: datetime, zone: tzinfo) -> str:
    what, when = say_what(item.step, item.person), say_when(item.step, now, zone)
    where = f"{item.company}: " if item.company else ""
    return clean(f"{MARKS[item.step.urgency]} {where}{what}{', ' if when else ''}{when}")


def _percentage(step: Step, now: datetime) -> int | None:
    """Return how much of the time for a step is gone, 100 once it is overdue; None where it is never overdue."""
    if step.late is None or step.late <= step.opens:
        return None
    return min(100, max(0, int((now - step.opens) / (step.late - step.opens) * 100)))
