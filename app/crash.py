"""What happens on an error that nobody foresaw: the log gets the traceback, the user a sentence."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime

from app import __version__, locations


def report(error: BaseException) -> str:
    """Write the traceback, without any local variable or message text, to the log; return what to tell the user."""
    where = locations.log_file()
    error = _cause(error)
    frames = "".join(traceback.format_tb(error.__traceback__))
    entry = f"{datetime.now(UTC).isoformat()} afterword {__version__} {type(error).__name__}\n{frames}\n"
    try:
        where.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with where.open("a", encoding="utf-8") as log:
            log.write(entry)
    except OSError:
        return (
            f"Something went wrong inside ({type(error).__name__}); what was saved is safe. The log cannot be written."
        )
    return f"Something went wrong inside ({type(error).__name__}); what was saved is safe. The log has more: {where}"


def _cause(error: BaseException) -> BaseException:
    """Return what went wrong inside a worker of Textual's, whose own error has neither its name nor its frames."""
    inner = getattr(error, "error", None)
    return inner if isinstance(inner, BaseException) else error
