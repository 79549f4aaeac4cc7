"""What an invitation says besides when and where, such as what to bring: kept as a note, which the sheet shows."""

from __future__ import annotations

import re

from app.etiquette.text import folded, shortened

_CONFERENCE = re.compile(
    r"^\W*(?:[_*=~–—-]{5,}|join\b.{0,60}\b(?:meeting|zoom|teams|meet|webex|call)\b|one tap mobile|dial.?in\b|"
    r"microsoft teams|meeting id|(?:access|pass) ?code|invite link|powered by)",
    re.IGNORECASE,
)
"""How the lines begin with which a conference service goes on to the end."""
_LINK_ALONE = re.compile(r"^\s*<?https?://\S+>?\s*$")
_LONGEST, _FEWEST_WORDS = 600, 3


def note_of(description: str, summary: str) -> str:
    """Return the note that an invitation's description is worth, "" where it is a link or a service's own text.

    Args:
        summary: the event's title, which is no news.
    """
    lines: list[str] = []
    for line in description.splitlines():
        if _CONFERENCE.match(line):
            break
        if not _LINK_ALONE.match(line):
            lines.append(line)
    text = shortened(" ".join(lines), _LONGEST)
    if len(text.split()) < _FEWEST_WORDS or folded(text) in folded(summary):
        return ""
    return f"From the invitation: {text}"
