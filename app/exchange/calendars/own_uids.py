"""The uids of the events that a calendar of ours holds, by which they are recognized when they come back in a file."""

from __future__ import annotations

_DOMAIN = "@afterword.invalid"
"""Behind the uids of our own, which are the same in every copy of the hunt and in no other hunt."""
REPLY_BY, STEP, WINDOW = "reply-by-", "step-", "window-"


def own_uid(name: str) -> str:
    """Return the uid under which our calendar writes a thing."""
    return f"{name}{_DOMAIN}"


def is_own_step(uid: str) -> bool:
    """Return whether an event is one that our calendar reminds of: a step, its window, a decision date."""
    return uid.endswith(_DOMAIN) and uid.startswith((REPLY_BY, STEP, WINDOW))
