"""Who follows an import, and whether it was called off."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from app.etiquette.errors import AfterwordError

Progress = Callable[[str, int, int], None]
"""Called with what is going on, how much is done and how much there is."""


class CancelledError(AfterwordError):
    """The user called it off; nothing was changed."""


def no_progress(_what: str, _done: int, _all: int) -> None:
    """Report nothing: nobody watches."""


@dataclass(slots=True)
class Watch:
    """Who follows an import, and whether it was called off."""

    progress: Progress = no_progress
    cancelled: threading.Event = field(default_factory=threading.Event)

    def tell(self, what: str, done: int, total: int) -> None:
        """Report how far it is.

        Raises:
            CancelledError: it was called off meanwhile.
        """
        if self.cancelled.is_set():
            raise CancelledError("Canceled. Nothing was imported.")
        self.progress(what, done, total)
