"""Sentences that take the job for granted before it was offered, told by their words (ETIQUETTE 4.2).

I look forward to joining you in January.       takes it for granted
I would look forward to joining you.            does not: it says "would"
"""

from __future__ import annotations

import re

from app.etiquette.checks.reading import ReadLetter, Span

_TO_BEGIN = (
    r"(?:join(?:ing)? (?:you|your (?:team|company|firm|staff|group|department|school|crew|lab|family)"
    r"|the (?:team|company|firm|crew|staff|family)|(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?-i:[A-Z])\w+)\b"
    r"|(?:start|begin)(?:ning|ing)?(?= (?:at|with you|in|on|as|next (?:week|month)|this|work)\b|[.!]|$)"
    r"|(?:be|being) (?:your|one of you)\b)"
)
_SURE = (
    r"(?:i'm|i am|i feel) (?:(?:quite|very|absolutely|completely|pretty|so) )?"
    r"(?:sure|certain|confident|positive|convinced)"
)
_WILL_TAKE_ME = (
    r"(?: that)? (?:you|your team|the team)(?:'ll| will| are going to|'re going to)"
    r" (?:hire|choose|pick|select|offer me|give me the|decide (?:for|on) me|want me|take me(?! through))\b"
)
PRESUMES = re.compile(
    rf"\blook(?:ing)? (?:very much )?forward to {_TO_BEGIN}"
    rf"|\b(?:cannot|can't|can ?not|can hardly|can barely) wait to {_TO_BEGIN}"
    r"|\b(?:excited|thrilled|delighted) to be (?:joining|starting)\b"
    rf"|\b(?:{_SURE}|i (?:know|trust|assume|expect)){_WILL_TAKE_ME}"
    r"|\bsee you (?:at work|in the office|on my first day)\b"
    r"|\bwhen i (?:join you|join the team|(?:start|begin) (?:with you|next (?:week|month)))\b"
    r"|\bmy (?:desk|new (?:job|role|team|colleagues)) (?:at|with|in) your?\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:if|should|were|would|could|hope|hoping|hopefully|chance|might|may|perhaps|opportunity"
    r"|call|interview|meeting|conversation|lunch|coffee|zoom|round|tour|visit|panel|session|chat|video)\b|'d\b",
    re.IGNORECASE,
)
"""What leaves it open, or is about the next conversation: "should you choose me, I look forward to joining you"."""


def presuming(read: ReadLetter) -> Span | None:
    """Return the first sentence that takes the job for granted; None without one."""
    return next((span for span in read.sentences if PRESUMES.search(span.text) and not _OPEN.search(span.text)), None)
