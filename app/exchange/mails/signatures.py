"""Where a text ends and a signature begins: "-- ", what telephones add, what mailing lists append."""

from __future__ import annotations

import re
from itertools import islice

from app.exchange.mails.words.quotes import added, mailing_list

_LONGEST_LINE = 300
SIGNATURE = "-- "
"""The line above a signature (RFC 3676 4.3); its space is lost on many ways."""
_NEARLY = ("--", "—", "__")
_MOST_LINES = 10
_LONGEST = 90
_ENDING = 4
"""Lines at the end among which one added by a program stands."""
_LIST_RULE = re.compile(r"^(?:_{20,}|-{20,}|--~--~-+.*|-~-+.*)\s*$")


def without_signature(lines: list[str]) -> list[str]:
    """Return the lines above the signature; a text of nothing but a name keeps it."""
    return _without_added(_above_marks(_above_list(lines)))


def _above_list(lines: list[str]) -> list[str]:
    """What a mailing list appends: a rule, then how to leave it."""
    for at in range(max(0, len(lines) - 12), len(lines)):
        if _LIST_RULE.match(lines[at]) and any(
            mailing_list().search(line[:_LONGEST_LINE]) for line in lines[at + 1 : at + 8]
        ):
            return lines[:at]
    return lines


def _above_marks(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if line == SIGNATURE or (line.strip() in _NEARLY and _is_signature(lines, at + 1)):
            return lines[:at]
    return lines


def _is_signature(lines: list[str], start: int) -> bool:
    """Return whether the lines behind a mark that only resembles the standard's are few and short, as no text is."""
    behind = (lines[at] for at in range(start, len(lines)) if lines[at].strip())
    written = list(islice(behind, _MOST_LINES + 1))
    return 0 < len(written) <= _MOST_LINES and max(map(len, written)) <= _LONGEST


def _without_added(lines: list[str]) -> list[str]:
    """Leave out lines that a telephone or mail program added at the end, and the link that follows one."""
    kept = list(lines)
    last = [at for at, line in enumerate(kept) if line.strip()][-_ENDING:]
    for at in reversed(last):
        if added().match(kept[at][:_LONGEST_LINE]):
            del kept[at]
            while at < len(kept) and re.match(r"\s*<?https?://\S+>?\s*$", kept[at][:1_000]):
                del kept[at]
    return kept
