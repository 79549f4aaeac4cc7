"""The new text of a mail, without what it quotes: above the quote, below it, or between its lines.

It goes by lines, each of them looked at a fixed number of times, and knows the words of `quote_words` and no MIME.
A line is left out where a program is known to write such lines; in doubt it stays.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.exchange.mails.quote_words import (
    FORWARDS,
    LABEL,
    LABELS,
    OPENING,
    QUOTING,
    SEPARATOR,
    SHARED,
    WROTE,
    WROTE_BETWEEN_RULES,
)
from app.exchange.mails.signatures import without_signature

MOST_LINES = 20_000
LONGEST = 500_000
"""Characters that are read: what comes later in so long a mail is an old thread."""
_LONGEST_LINE = 600
"""Characters of a line in which the words of a quote are looked for."""
_QUOTED = re.compile(r"\s{0,3}(?:>|&gt;)")
_RULE = re.compile(r"^[\s>*]{0,8}[-_=*—–]{5,400}\s*$")
_DATED = re.compile(r"\d{1,2}[:.h]\s?\d{2}|\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}|[^\s<>@]@[^\s<>@]|\d{1,2}時|\d{1,2}点")
_ADDRESSED = re.compile(r"<[^<>\s]{1,200}@[^<>\s]{1,200}>\s*[:：]?\s*$")
_LINK = re.compile(r"\s{0,3}[(<]https?://\S+[)>]")
_OPEN_LINK = re.compile(r"[(<]https?://[^\s()<>]+$")
_FROM = re.compile(r"^[>\s*]{0,8}(?:From|Von|De|Da|Van|От)\s?:[\s*]{0,3}[^@]{0,100}@", re.IGNORECASE)
_WRAPPED = 4
"""Lines over which a program wraps the line that says who wrote."""
_FULL = 62
"""Characters of a line that was wrapped because it was full."""
_BLOCK = 14
"""Lines in which the fields above a quoted message are looked for."""


def new_text(text: str) -> str:
    """Return what the sender wrote now; a mail that only forwards, or holds nothing else, keeps what it forwards."""
    lines = [line.rstrip() for line in text[:LONGEST].replace("\xa0", " ").split("\n", MOST_LINES)[:MOST_LINES]]
    kept, is_forward = _kept(lines)
    written = _tidied(without_signature(kept))
    if not written and is_forward:
        return _tidied([re.sub(r"^\s*>+ ?", "", line) for line in lines])
    return written


def _with_spilled_marked(lines: list[str]) -> list[str]:
    """Return the lines with a mark before words that a program's second wrapping broke out of a quote.

    They stand between two marked lines, go on in lower case after a full one, and there are several of them and nothing
    else between marked lines: a single one may be an answer.
    """
    between = [
        at
        for at in range(1, len(lines) - 1)
        if lines[at].strip() and not is_quoted(lines[at]) and is_quoted(lines[at - 1]) and is_quoted(lines[at + 1])
    ]
    spilled = [at for at in between if len(lines[at - 1]) >= _FULL and lines[at].strip()[0].islower()]
    if len(spilled) < 2 or len(spilled) < len(between):
        return lines
    marked = set(spilled)
    return [f"> {line}" if at in marked else line for at, line in enumerate(lines)]


def _kept(told: list[str]) -> tuple[list[str], bool]:
    """Return the lines that are no quote, "" for each run left out, and whether the quote was a forwarded mail."""
    lines = _with_spilled_marked(told)
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if is_quoted(line):
            _leave_out_attribution(kept)
            kept.append("")
            at = _end_of_quote(lines, at)
            continue
        if _message_follows(lines, at):
            return _without_rule(kept), FORWARDS.search(line[:_LONGEST_LINE]) is not None or _is_forward_block(kept)
        shared = SHARED.match(line[:_LONGEST_LINE])
        if shared and _quote_follows(lines, at + 1):
            kept.append(shared["text"].rstrip("- "))
            at += 1
            continue
        end = _end_of_attribution(lines, at)
        if end:
            if not _quote_follows(lines, end):
                return kept, False
            at = end
            continue
        kept.append(line)
        at += 1
    return kept, False


def is_quoted(line: str) -> bool:
    """Return whether a line carries a quote mark."""
    return _QUOTED.match(line) is not None


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
    above = lines[at - 1][-_LONGEST_LINE:]
    return _LINK.match(lines[at][:_LONGEST_LINE]) is not None or _OPEN_LINK.search(above) is not None


def _quote_follows(lines: list[str], at: int) -> bool:
    for line in lines[at : at + 3]:
        if line.strip():
            return is_quoted(line)
    return False


def _message_follows(lines: list[str], at: int) -> bool:
    """Return whether a whole message, without marks, stands from this line on."""
    line = lines[at][:_LONGEST_LINE]
    if not line.strip():
        return False
    if SEPARATOR.match(line) or WROTE_BETWEEN_RULES.match(line):
        return True
    if _RULE.match(line):
        rest = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].strip()), None)
        return rest is not None and (
            _fields_from(lines, rest) >= 2 or _FROM.match(lines[rest][:_LONGEST_LINE]) is not None
        )
    return _fields_from(lines, at) >= 3 or _is_short_block(lines, at)


def _is_short_block(lines: list[str], at: int) -> bool:
    """Two fields alone, as some programs write them; with an address in them they are no prose."""
    pair = [LABEL.match(line[:_LONGEST_LINE]) for line in lines[at : at + 2]]
    if len(pair) < 2 or pair[0] is None or pair[1] is None:
        return False
    names = {LABELS.get(_label(match)) for match in pair if match}
    return (
        names in ({"date", "to"}, {"date", "from"}, {"from", "to"})
        and all("@" in match[2] or _has_moment(match[2]) for match in pair if match)
        and any("@" in match[2] for match in pair if match)
    )


def _label(match: re.Match[str]) -> str:
    return " ".join(match[1].strip().casefold().split())


def _fields_from(lines: list[str], at: int) -> int:
    """Return how many different fields (From, Sent, To, Subject ...) a block has that begins on this line.

    It counts only with its sender and begins with a field; a value may be wrapped onto one more line.
    """
    found: set[str] = set()
    strays = 0
    for line in lines[at : at + _BLOCK]:
        label = _field_of(line[:_LONGEST_LINE])
        if label:
            found.add(label)
            strays = 0
        elif not found:
            return 0
        else:
            strays += 1
            if strays > 2 or len(found) >= 4:
                break
    found.discard("other")
    return len(found) if "from" in found else 0


@lru_cache(maxsize=64)
def _field_of(line: str) -> str:
    """Return which field a line begins, "" when it is none."""
    match = LABEL.match(line)
    label = LABELS.get(_label(match), "") if match else ""
    return "" if match and label == "from" and _is_hour(match[2]) else label


def _is_hour(told: str) -> bool:
    """`From: 10:00` is when an interview begins, and no sender."""
    return "@" not in told and re.search(r"\d{1,2}[:.h]\d{2}|\d ?[ap]\.?m\b|\A\W*\Z", told, re.IGNORECASE) is not None


def _is_forward_block(kept: list[str]) -> bool:
    """Fields with nothing above them: a mail passed on without a word."""
    return not any(line.strip() for line in kept)


def _end_of_attribution(lines: list[str], at: int) -> int:
    """Return the end of an attribution that begins on this line (`On ... wrote:`), 0 when none does."""
    first = lines[at][:_LONGEST_LINE].strip()
    if not first or not (OPENING.match(first) or WROTE.search(first) or QUOTING.match(first)):
        return 0
    joined = ""
    for end in range(at + 1, min(at + 1 + _WRAPPED, len(lines) + 1)):
        line = lines[end - 1][:_LONGEST_LINE].strip()
        if not line or (end - 1 > at and is_quoted(line)):
            return 0
        joined = f"{joined}{'' if joined.endswith(('<', '(')) else ' '}{line}".strip()
        if len(joined) > _LONGEST_LINE:
            return 0
        if not line.endswith((":", "：", ">")):
            continue
        is_told = QUOTING.match(joined) or (WROTE.search(joined) and _DATED.search(joined))
        if is_told and (OPENING.match(first) or _is_name_first(joined) or QUOTING.match(first)):
            return end
        if (
            _quote_follows(lines, end)
            and line.endswith((":", "："))
            and (WROTE.search(joined) or _DATED.search(joined))
        ):
            return end
        if _ADDRESSED.search(joined) and _DATED.search(first) and (_quote_follows(lines, end) or joined.endswith(":")):
            return end
    return 0


def _is_name_first(joined: str) -> bool:
    """`Dana Lee <dana@x.example> wrote:`, `Dana Lee schrieb am 2.4.2012 18:26:`; no sentence of the text."""
    before = re.split(WROTE, joined, maxsplit=1)[0].strip()
    return len(before.split()) <= 9 and (before.endswith(">") or len(before.split()) <= 4)


def _leave_out_attribution(kept: list[str]) -> None:
    """Take back the line above a quote that introduces it, in a language that nobody listed."""
    at = len(kept) - 1
    while at >= 0 and not kept[at].strip() and len(kept) - at < 3:
        at -= 1
    if at < 0:
        return
    line = kept[at][:_LONGEST_LINE].strip()
    if line.endswith((":", "：")) and len(line) < 200 and (_has_moment(line) or WROTE.search(line) or "@" in line):
        start = at
        while start > 0 and at - start < 2 and not _has_moment(kept[start]) and kept[start - 1].strip():
            start -= 1
        if not _has_moment(kept[start]):
            start = at
        del kept[start:]


def _has_moment(line: str) -> bool:
    return (
        re.search(r"\d{1,2}[:.]\d{2}|\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2}", line[:_LONGEST_LINE]) is not None
    )


def _without_rule(kept: list[str]) -> list[str]:
    """A rule drawn just above a quoted message is the program's."""
    at = len(kept)
    while at and (not kept[at - 1].strip() or _RULE.match(kept[at - 1])):
        at -= 1
    return kept[:at]


def _tidied(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
