"""A posting kept with its application, so that it can be read when the page is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.etiquette.errors import NotFoundError
from app.etiquette.from_them import Posting
from app.etiquette.records import Application, Event
from app.etiquette.text import clean, clean_lines
from app.exchange.contents import LONGEST_POSTING
from app.hunt.changes import Change, When, new_id, replaced, required, without
from app.hunt.verbs.applications import edited

_LONGEST_LINE = 300
NOTHING_MORE: Mapping[str, str] = {}


def posting_kept(
    application: Application,
    when: When,
    *,
    text: str,
    title: str = "",
    address: str = "",
    closes: date | None = None,
    facts: Mapping[str, str] = NOTHING_MORE,
) -> Change:
    """Return the application with a posting: in place of the one of the same address, else beside those it has.

    Args:
        facts: fields of the application (location, salary, url) that the posting tells; those that are empty so far
            take them.

    Raises:
        InvalidFieldError: there is no text.
    """
    words = required(clean_lines(text).strip()[:LONGEST_POSTING], "text", "the text of the posting")
    address, title = clean(address)[:1000], clean(title)[:_LONGEST_LINE]
    stored = the_same(application, address, words)
    posting = Posting(stored.id if stored else new_id(application.postings), address, title, words, when.now, closes)
    if stored and (stored.title, stored.text, stored.closes) == (title, words, closes):
        posting = stored
    blank = {name: value for name, value in facts.items() if value and not getattr(application, name)}
    filled = edited(application, when, **blank) if blank else Change(application, "")
    after = replace(filled.application, postings=replaced(application.postings, posting))
    if posting == stored:
        return Change(after, f"The posting from {application.company} is already here", filled.events)
    done = "Saved" if stored is None else "Updated"
    event = Event(when.now, "posting_kept", f"{done} the posting{_named(title)}")
    return Change(after, f"{done} the posting from {application.company}", (event, *filled.events))


def posting_removed(application: Application, when: When, posting_id: int) -> Change:
    """Return the application without a posting that was kept with it.

    Raises:
        NotFoundError: it is gone already.
    """
    posting = next((posting for posting in application.postings if posting.id == posting_id), None)
    if posting is None:
        raise NotFoundError("That posting is no longer here: it was removed or undone.")
    event = Event(when.now, "posting_removed", f"Removed the posting{_named(posting.title)}")
    after = replace(application, postings=without(application.postings, posting_id))
    return Change(after, f"Removed the posting from {application.company}", (event,))


def the_same(application: Application, address: str, text: str) -> Posting | None:
    """Return the posting of that address, or without one the posting of that text; None if it is not here yet."""
    for posting in application.postings:
        if (address and posting.address == address) or (posting.text == text and not (address and posting.address)):
            return posting
    return None


def _named(title: str) -> str:
    return f": {title}" if title else ""
