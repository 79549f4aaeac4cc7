"""Where somebody else's words begin in a text: marks, lines such as `On ... wrote:`, the fields above a quoted message.

Each question looks at a fixed number of lines of limited length, so that no text makes an answer slow.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.etiquette.text import DIRECTION_MARKS
from app.exchange.mails.words.labels import labels
from app.exchange.mails.words.quotes import (
    LABEL,
    opening,
    quoting,
    sender_below_rule,
    separator,
    wrote,
    wrote_bare,
    wrote_between_rules,
)

LONGEST_LINE = 600
"""Characters of a line in which the words of a quote are looked for."""
_UNSEEN = dict.fromkeys([ord("⸱"), *map(ord, DIRECTION_MARKS)], "")
_QUOTED = re.compile(r"\s{0,3}(?:>(?!\s{0,2}[:：]\s*$)|&gt;)")
"""A mark; an address that was wrapped before its last bracket ends in `>:` and is none."""
_OPEN_ADDRESS = re.compile(r"<[^<>\s]{0,200}$")
RULE = re.compile(r"^[\s>*]{0,8}[-_=*—–]{5,400}\s*$")
_DATED = re.compile(r"\d{1,2}[:.h]\s?\d{2}|\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}|[^\s<>@]@[^\s<>@]|\d{1,2}時|\d{1,2}点")
_ADDRESSED = re.compile(r"<[^<>\s]{1,200}@[^<>\s]{1,200}>\s*[:：]?\s*$")
_WRAPPED = 4
"""Lines over which a program wraps the line that says who wrote."""
_BLOCK = 14
"""Lines in which the fields above a quoted message are looked for."""


def is_quoted(line: str) -> bool:
    """Return whether a line carries a quote mark."""
    return _QUOTED.match(line) is not None


def in_plain_direction(line: str) -> str:
    """Return a line as its words are matched: without the direction marks that programs put in it."""
    return line[:LONGEST_LINE].translate(_UNSEEN).strip()


def quote_follows(lines: list[str], at: int) -> bool:
    """Return whether the next line that is not empty, of three, carries a quote mark."""
    for line in lines[at : at + 3]:
        if line.strip():
            return is_quoted(line)
    return False


def message_follows(lines: list[str], at: int) -> bool:
    """Return whether a whole message, without marks, stands from this line on."""
    line = lines[at][:LONGEST_LINE]
    if not line.strip():
        return False
    if separator().match(line) or wrote_between_rules().match(line):
        return True
    if RULE.match(line):
        rest = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].strip()), None)
        return rest is not None and (
            _fields_from(lines, rest) >= 2 or sender_below_rule().match(lines[rest][:LONGEST_LINE]) is not None
        )
    return _fields_from(lines, at) >= 3 or _is_short_block(lines, at)


def _is_short_block(lines: list[str], at: int) -> bool:
    """Two fields alone, as some programs write them; with an address in them they are no prose."""
    pair = [LABEL.match(line[:LONGEST_LINE]) for line in lines[at : at + 2]]
    if len(pair) < 2 or pair[0] is None or pair[1] is None:
        return False
    names = {labels().get(_label(match)) for match in pair if match}
    return (
        names in ({"date", "to"}, {"date", "from"}, {"from", "to"})
        and all("@" in match[2] or has_moment(match[2]) for match in pair if match)
        and any("@" in match[2] for match in pair if match)
    )


def _label(match: re.Match[str]) -> str:
    return " ".join(match[1].strip().casefold().split())


def _fields_from(lines: list[str], at: int) -> int:
    """Return how many different fields (From, Sent, To, Subject ...) a block has that begins on this line.

    It counts only with its sender and begins with a field; a value may be wrapped onto one more line.
    """
    labels: set[str] = set()
    strays = 0
    for line in lines[at : at + _BLOCK]:
        label = _field_of(line[:LONGEST_LINE])
        if label:
            labels.add(label)
            strays = 0
        elif not labels:
            return 0
        else:
            strays += 1
            if strays > 2 or len(labels) >= 4:
                break
    labels.discard("other")
    return len(labels) if "from" in labels else 0


@lru_cache(maxsize=64)
def _field_of(line: str) -> str:
    """Return which field a line begins, "" when it is none."""
    match = LABEL.match(line)
    label = labels().get(_label(match), "") if match else ""
    return "" if match and label == "from" and _is_hour(match[2]) else label


def _is_hour(text: str) -> bool:
    """Return whether `From:` is followed by an hour, at which an interview begins, and not by a sender."""
    return "@" not in text and re.search(r"\d{1,2}[:.h]\d{2}|\d ?[ap]\.?m\b|\A\W*\Z", text, re.IGNORECASE) is not None


def end_of_attribution(lines: list[str], at: int) -> int:
    """Return the end of an attribution that begins on this line (`On ... wrote:`), 0 when none does."""
    first = in_plain_direction(lines[at])
    is_named = _ADDRESSED.search(first) is not None and has_moment(first)
    if not first or not (opening().match(first) or wrote().search(first) or quoting().match(first) or is_named):
        return 0
    joined = ""
    for end in range(at + 1, min(at + 1 + _WRAPPED, len(lines) + 1)):
        line = in_plain_direction(lines[end - 1])
        is_inside = _OPEN_ADDRESS.search(joined) is not None
        if not line or (end - 1 > at and is_quoted(line) and not is_inside):
            return 0
        joined = f"{joined}{'' if is_inside or joined.endswith('(') else ' '}{line}".strip()
        if len(joined) > LONGEST_LINE:
            return 0
        if _is_bare(joined, first) and quote_follows(lines, end):
            return end
        if not line.endswith((":", "：", ">")):
            continue
        is_complete = quoting().match(joined) or (wrote().search(joined) and _DATED.search(joined))
        if is_complete and (opening().match(first) or _is_name_first(joined) or quoting().match(first)):
            return end
        if (
            quote_follows(lines, end)
            and line.endswith((":", "："))
            and (wrote().search(joined) or _DATED.search(joined))
        ):
            return end
        if _ADDRESSED.search(joined) and _DATED.search(first) and (quote_follows(lines, end) or joined.endswith(":")):
            return end
    return 0


def _is_bare(joined: str, first: str) -> bool:
    """`On Wed, 14 Nov 2026 Dana Lee wrote`, without a colon: with a day in it, above a quote, it is no sentence."""
    return (
        wrote_bare().search(joined) is not None
        and _DATED.search(joined) is not None
        and (opening().match(first) is not None or _ADDRESSED.search(joined[: joined.rfind(">") + 1]) is not None)
    )


def _is_name_first(joined: str) -> bool:
    """`Dana Lee <dana@northwind.example> wrote:`, `Dana Lee schrieb am 2.4.2012 18:26:`; no sentence of the text."""
    before = wrote().split(joined, maxsplit=1)[0].strip()
    return len(before.split()) <= 9 and (before.endswith(">") or len(before.split()) <= 4)


def is_introduced_within(lines: list[str], at: int) -> bool:
    """Return whether the quote itself begins with who wrote it, as some programs put it."""
    first = [re.sub(r"^[\s>]+", "", line[:LONGEST_LINE]) for line in lines[at : at + 3]]
    return _fields_from(lines, at) >= 2 or any(wrote().search(line) and _DATED.search(line) for line in first)


def has_moment(line: str) -> bool:
    """Return whether a line names a time of day or a date in numbers."""
    return (
        re.search(r"\d{1,2}[:.]\d{2}|\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2}", line[:LONGEST_LINE]) is not None
    )
