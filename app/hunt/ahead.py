"""The first screen, read in a process of its own while this one imports Textual: on two cores neither waits."""

from __future__ import annotations

import os
import pickle
import select
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.etiquette.policy import Policy
from app.hunt.screen import Screen, read_screen
from app.storage.opened import opened_reader

_KILL = 9


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
            told = pickle.dumps(self._read(), protocol=pickle.HIGHEST_PROTOCOL)
            while told:
                told = told[os.write(writing, told) :]
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
        told = b""
        if self._pipe >= 0:
            with os.fdopen(self._pipe, "rb") as pipe:
                told = pipe.read()
        is_whole = self._reaped()
        if is_whole:
            snapshot: Screen = pickle.loads(told)  # noqa: S301 (what this very program has just written)
            return snapshot
        return Screen() if self._is_unwanted else self._read()

    def stop(self) -> None:
        """Read no further: the program ends."""
        self._is_unwanted = True
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, _KILL)

    def _reaped(self) -> bool:
        """Let the child go, and return whether it has told everything."""
        child, self._child, self._pipe = self._child, 0, -1
        return bool(child) and os.waitpid(child, 0)[1] == 0
