"""`afterword replied`: records a reply that is not a decision yet, or an out-of-office note."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb
from app.cli.texts import text_of
from app.hunt.typed import verbs


def run(options: SimpleNamespace) -> int:
    """Record the reply and return the exit code."""
    return run_verb(options, _replied)


def _replied(search: Search) -> Recorded:
    options, reader = search.options, search.reader
    application = search.application()
    values = {"text": text_of(options.text), "reply_by": options.by, "at": options.when, "away": options.away}
    done = search.do(application, verbs.replied(reader, values))
    understood = f"they will decide by {reader.day_words(options.by)}" if options.by.strip() else ""
    return Recorded(done, understood)
