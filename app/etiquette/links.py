"""The links of an application: where its coming interviews are held, and its posting. Pure."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.time.interview_times import to_come

_WEB = re.compile(r"https?://[^\s<>\"'`\\^{|}]+", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>\"'`\\^{|}]*", re.IGNORECASE)
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_AFTER = ".,;:!?)]}"
"""What ends a sentence, and is no part of a link at its end."""


class Link(NamedTuple):
    """What a link leads to, and where it leads."""

    title: str
    address: str


def links_of(application: Application, policy: Policy, now: datetime) -> list[Link]:
    """Return the links of interviews that are not over, the next one first, then that of the posting."""
    links = [
        Link(f"Round {interview.round}", address)
        for interview in to_come(application.interviews, policy, now)
        if (address := address_in(interview.location))
    ]
    posting = posting_in(application.url)
    return [*links, Link("The posting", posting)] if posting else links


def address_in(text: str) -> str:
    """Return the first link to the web in a text, "" where there is none; no other kind of link is ever opened."""
    if web := _WEB.search(text):
        return web[0].rstrip(_AFTER)
    bare = _BARE.search(text)
    return f"https://{bare[0].rstrip(_AFTER)}" if bare else ""


def posting_in(text: str) -> str:
    """Return the link in what stands for the posting, which may be the name of a site alone."""
    return address_in(text) or (f"https://{text.strip()}" if _SITE.fullmatch(text.strip()) else "")
