"""Where a text ends and a signature begins: "-- ", what telephones add, what mailing lists append."""

from __future__ import annotations

import re

from app.exchange.mails.quote_words import MOBILE

_LONGEST_LINE = 300
_MOST_LINES = 15
"""Lines of a signature that is parted by "--" alone, without the space that RFC 3676 4.3 asks for."""
_ENDING = 4
"""Lines at the end among which one added by a program stands."""
_LIST = re.compile(
    r"mailing list|unsubscribe|mailman/listinfo|list-?info|groups\.google\.com|you received this message because",
    re.IGNORECASE,
)
_LIST_RULE = re.compile(r"^(?:_{20,}|-{20,}|--~--~-+.*|-~-+.*)\s*$")


def without_signature(lines: list[str]) -> list[str]:
    """Return the lines above the signature; a text of nothing but a name keeps it."""
    return _without_added(_above_marks(_above_list(lines)))


def _above_list(lines: list[str]) -> list[str]:
    """What a mailing list appends: a rule, then how to leave it."""
    for at in range(max(0, len(lines) - 12), len(lines)):
        if _LIST_RULE.match(lines[at]) and any(_LIST.search(line[:_LONGEST_LINE]) for line in lines[at + 1 : at + 8]):
            return lines[:at]
    return lines


def _above_marks(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        bare = line.strip()
        if bare in ("--", "—") or (bare == "__" and at):
            rest = sum(1 for each in lines[at + 1 :] if each.strip())
            if rest <= _MOST_LINES:
                return lines[:at]
    return lines


def _without_added(lines: list[str]) -> list[str]:
    """Leave out lines that a telephone or mail program added at the end, and the link that follows one."""
    kept = list(lines)
    last = [at for at, line in enumerate(kept) if line.strip()][-_ENDING:]
    for at in reversed(last):
        if MOBILE.match(kept[at][:_LONGEST_LINE]):
            del kept[at]
            while at < len(kept) and re.match(r"\s*<?https?://\S+>?\s*$", kept[at][:1_000]):
                del kept[at]
    return kept
