"""What happens on an unforeseen error: the log gets its place in the code, the user a sentence.

Neither holds local variables or an error's message, since both may hold what the user wrote.
"""

from __future__ import annotations

import logging
import traceback

from app import __version__, log

KEPT = "What was saved is safe, and the letter you were writing is kept as a draft. Open Afterword again."


def report(error: BaseException) -> str:
    """Log the places in the program that led to an error, and return the sentence for the user."""
    error = _cause(error)
    where = log.start()
    places = "".join(traceback.format_tb(error.__traceback__))
    logging.getLogger("app").error("afterword %s ended by %s\n%s", __version__, type(error).__name__, places)
    log.stop()
    log_sentence = f"The log has more: {where}" if where else "The log can't be written."
    return f"Something went wrong inside Afterword ({type(error).__name__}). {KEPT} {log_sentence}"


def _cause(error: BaseException) -> BaseException:
    """Return what went wrong inside a worker of Textual's, whose own error has neither its name nor its frames."""
    inner = getattr(error, "error", None)
    return inner if isinstance(inner, BaseException) else error
