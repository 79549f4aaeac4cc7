"""The first screen, read in a process of its own while this one imports Textual: on two cores neither waits."""

from __future__ import annotations

import os
import pickle
import select
import signal
from contextlib import suppress
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from app.etiquette.frozen import replace
from app.etiquette.policy import Policy
from app.hunt.screen import Screen, read_screen
from app.storage.opened import opened_reader

_AT_A_TIME = 2_000
"""Steps that are taken over in one go, in which nothing else has its turn: some milliseconds."""


class ScreenAhead:
    """A snapshot of the hunt that is on its way. To be made before the first thread is."""

    def __init__(self, database: Path, policy: Policy, now: datetime):
        self._database = database
        self._policy = policy
        self._now = now
        self._child = 0
        """The process that reads; 0: there is none, or no longer."""
        self._pipe = -1
        self._is_unwanted = False
        with suppress(OSError, AttributeError):  # no more processes, or a system without fork: read here then
            self._begin()

    def _begin(self) -> None:
        self._pipe, writing = os.pipe()
        try:
            child = os.fork()
            if child == 0:
                self._tell(writing)
            self._child = child
        finally:
            os.close(writing)

    def _tell(self, writing: int) -> None:
        """Be the child: read, tell what was read, and end without a word, whatever comes. Who hears nothing reads."""
        try:
            with os.fdopen(writing, "wb") as pipe:
                snapshot = self._read()
                pickle.dump(replace(snapshot, due=()), pipe)
                for start in range(0, len(snapshot.due), _AT_A_TIME):
                    pickle.dump(snapshot.due[start : start + _AT_A_TIME], pipe)
            os._exit(0)
        except BaseException:
            os._exit(1)

    def _read(self) -> Screen:
        with opened_reader(self._database) as connection:
            return read_screen(connection, self._policy, self._now)

    def is_here(self) -> bool:
        """Return whether `screen` need not wait for a process that still reads."""
        return not self._child or bool(select.select([self._pipe], [], [], 0)[0])

    def screen(self) -> Screen:
        """Return the snapshot, once.

        Raises:
            AfterwordError: it cannot be read.
        """
        told = self._told()
        if self._reaped():
            snapshot: Screen = told[0]
            return replace(snapshot, due=tuple(chain.from_iterable(told[1:])))
        return Screen() if self._is_unwanted else self._read()

    def _told(self) -> list[Any]:
        """Return what the child has told until it ended: the snapshot without its steps, then those."""
        told: list[Any] = []
        if self._pipe >= 0:
            with os.fdopen(self._pipe, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):
                while True:
                    told.append(pickle.load(pipe))  # noqa: S301 (what this very program has just written)
        return told

    def stop(self) -> None:
        """Read no further: the program ends."""
        self._is_unwanted = True
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)

    def _reaped(self) -> bool:
        """Let the child go, and return whether it has told everything."""
        child, self._child, self._pipe = self._child, 0, -1
        return bool(child) and os.waitpid(child, 0)[1] == 0
