"""The new text of a mail, without what it quotes: above the quote, below it, or between its lines.

It goes by lines, each of them looked at a fixed number of times, and knows the words of `words/quotes.txt` and no MIME.
A line is left out where a program is known to write such lines; in doubt it stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.exchange.mails.introductions import (
    LONGEST_LINE,
    RULE,
    end_of_attribution,
    has_moment,
    in_plain_direction,
    is_introduced_within,
    is_quoted,
    message_follows,
    quote_follows,
)
from app.exchange.mails.signatures import SIGNATURE, without_signature
from app.exchange.mails.words.quotes import forwards, shared, wrote

MOST_LINES = 20_000
LONGEST = 500_000
"""Characters that are read: what comes later in so long a mail is an old thread."""
_LONGEST_ATTRIBUTION = 200
_LINK = re.compile(r"\s{0,3}[(<]https?://\S+[)>]")
_OPEN_LINK = re.compile(r"[(<]https?://[^\s()<>]+$")
_FEW = 25
"""Characters of what spills over from a line."""
_FULL = 62
"""Characters of a line that was wrapped because it was full."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The lines that are no quote, "" for each run left out."""

    lines: list[str]
    is_forward: bool = False
    """What was left out is a mail passed on, not answered."""
    is_introduced: bool = False
    """Something says whose words were left out."""


def new_text(text: str) -> str:
    """Return what the sender wrote now.

    A mail that only passes another on keeps it. One that is marked as a quote from end to end, and nobody's by name, is
    a text that was set so.
    """
    cut_lines = text[:LONGEST].replace("\xa0", " ").split("\n", MOST_LINES)[:MOST_LINES]
    lines = [line if line == SIGNATURE else line.rstrip() for line in cut_lines]
    kept = _kept(_with_spilled_marked(lines, is_single_marked=True))
    written = _tidied(without_signature(kept.lines))
    if not written:
        kept = _kept(_with_spilled_marked(lines, is_single_marked=False))
        written = _tidied(without_signature(kept.lines))
    if not written and (kept.is_forward or (not kept.is_introduced and any(map(is_quoted, lines)))):
        return _tidied([re.sub(r"^\s*>+ ?", "", line) for line in lines])
    return written


def _with_spilled_marked(lines: list[str], *, is_single_marked: bool) -> list[str]:
    """Return the lines with a mark before words that a program's second wrapping broke out of a quote.

    They stand between two marked lines, go on in lower case after a full one, and there are several of them and nothing
    else between marked lines. A single one may be an answer: it is marked where it is a few words that go on with a
    sentence, and something else of the mail is new.
    """
    between = [
        at
        for at in range(1, len(lines) - 1)
        if lines[at].strip() and not is_quoted(lines[at]) and is_quoted(lines[at - 1]) and is_quoted(lines[at + 1])
    ]
    spilled = [at for at in between if len(lines[at - 1]) >= _FULL and lines[at].strip()[0].islower()]
    goes_on = [at for at in spilled if len(lines[at]) <= _FEW and not lines[at - 1].endswith((".", "!", "?", ":", ";"))]
    if (len(spilled) < 2 and not (goes_on and is_single_marked)) or len(spilled) < len(between):
        return lines
    marked = set(spilled)
    return [f"> {line}" if at in marked else line for at, line in enumerate(lines)]


def _kept(lines: list[str]) -> _Kept:
    kept: list[str] = []
    is_introduced = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if is_quoted(line):
            is_introduced |= _leave_out_attribution(kept) or is_introduced_within(lines, at)
            kept.append("")
            at = _end_of_quote(lines, at)
            continue
        if message_follows(lines, at):
            is_forward = forwards().search(line[:LONGEST_LINE]) is not None or not any(map(str.strip, kept))
            return _Kept(_without_rule(kept), is_forward, True)
        behind = shared().match(line[:LONGEST_LINE])
        if behind and quote_follows(lines, at + 1):
            kept.append(behind["text"].rstrip("- "))
            at += 1
            continue
        end = end_of_attribution(lines, at)
        is_introduced |= end > 0
        if end and not quote_follows(lines, end):
            break
        if not end:
            kept.append(line)
        at = end or at + 1
    return _Kept(kept, False, is_introduced)


def _end_of_quote(lines: list[str], at: int) -> int:
    """Return where the quoted lines end; an empty line between two of them is theirs."""
    end = at
    while at < len(lines):
        if is_quoted(lines[at]):
            end = at + 1
        elif not _is_spilled(lines, at) and (lines[at].strip() or at - end >= 1):
            break
        at += 1
    return end


def _is_spilled(lines: list[str], at: int) -> bool:
    """A link that a program broke out of the quote around it: unmarked, between two marked lines."""
    if at + 1 >= len(lines) or not is_quoted(lines[at + 1]):
        return False
    above = lines[at - 1][-LONGEST_LINE:]
    return _LINK.match(lines[at][:LONGEST_LINE]) is not None or _OPEN_LINK.search(above) is not None


def _leave_out_attribution(kept: list[str]) -> bool:
    """Take back the line above a quote that introduces it, in any language; tell whether there was one."""
    at = len(kept) - 1
    while at >= 0 and not kept[at].strip() and len(kept) - at < 3:
        at -= 1
    line = in_plain_direction(kept[at]) if at >= 0 else ""
    if not line.endswith((":", "：")) or len(line) >= _LONGEST_ATTRIBUTION:
        return False
    if not (has_moment(line) or wrote().search(line) or "@" in line):
        return False
    start = at
    while start > 0 and at - start < 2 and not has_moment(kept[start]) and kept[start - 1].strip():
        start -= 1
    del kept[start if has_moment(kept[start]) else at :]
    return True


def _without_rule(kept: list[str]) -> list[str]:
    """A rule drawn just above a quoted message is the program's."""
    at = len(kept)
    while at and (not kept[at - 1].strip() or RULE.match(kept[at - 1])):
        at -= 1
    return kept[:at]


def _tidied(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
