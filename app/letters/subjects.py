"""Subject lines: at most 60 characters and never an exclamation mark; an answer keeps its thread's (ETIQUETTE 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.etiquette.text import clean

LONGEST = 60

_RE = re.compile(r"^(?:(?:re|aw|sv|antw|fwd?|wg)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_DETAIL = re.compile(r"\s*(?:,|;|:|\||/|\s[-–—]\s).*", re.DOTALL)


def answering(thread_subject: str) -> str:
    """Return the subject of an answer: the thread's, behind exactly one "Re:"."""
    return f"Re: {_RE.sub('', clean(thread_subject))}"


def fitted(subject: str, role: str) -> str:
    """Return the subject on one line, without "!", and short enough: the role gives way first, at a sensible place."""
    subject, role = _plain(subject), _plain(role)
    if len(subject) <= LONGEST or not role or role not in subject:
        return _cut(subject, LONGEST)
    room = LONGEST - (len(subject) - len(role))
    short = next((form for form in _shorter_forms(role) if len(form) <= room), None)
    return _cut(subject.replace(role, short or _cut(role, room), 1), LONGEST)


def _plain(text: str) -> str:
    return clean(text.replace("!", ""))


def _shorter_forms(role: str) -> Iterator[str]:
    """Yield the role with less and less detail: without asides in brackets, then up to its first comma or dash."""
    without_asides = _ASIDE.sub("", role).strip()
    yield without_asides
    yield _DETAIL.sub("", without_asides)


def _cut(text: str, room: int) -> str:
    """Return at most `room` characters, cut after a word if possible, with an ellipsis for what is missing."""
    if len(text) <= room:
        return text
    if room < 1:
        return ""
    head = text[: room - 1]
    at_word = head.rpartition(" ")[0] if text[room - 1] != " " else head
    return f"{(at_word or head).rstrip(' ,;:-–—(')}…"
