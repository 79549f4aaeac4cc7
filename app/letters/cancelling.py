"""Cancel a sending from another thread, up to the moment from which it cannot be taken back."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from app.processes import end_process


class Cancellation:
    """Lets any thread end one sending. A connection that is cut wakes whoever waits for it, TLS handshake included."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_handed_over = False
        self.reason = ""
        """Why it was ended, a clause; "" while it goes on."""

    def cancel(self, reason: str = "it was canceled") -> bool:
        """End the sending; return whether that was in time, so that nothing goes out.

        What was handed over before stays handed over; `send` says so.
        """
        with self._lock:
            self.reason = self.reason or reason
            self._cut()
            if self._process is not None:
                end_process(self._process)
            return not self._is_handed_over

    def hand_over(self) -> None:
        """Note that from here on the letter may leave in spite of a cancellation.

        Raises:
            OSError: it was cancelled before.
        """
        with self._lock:
            self._stop_if_cancelled()
            self._is_handed_over = True

    def watch(self, connection: socket.socket) -> None:
        """Take note of the connection to cut. A duplicate stays valid when TLS takes the first one's handle over.

        Raises:
            OSError: it was cancelled before.
        """
        with self._lock:
            self._release()
            self._stop_if_cancelled()
            self._connection = connection.dup()

    @contextmanager
    def ending_process(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """While the block runs, let a cancellation end a program, and what it started, instead of a connection."""
        with self._lock:
            self._process = process
            if self.reason:
                end_process(process)
        try:
            yield
        finally:
            with self._lock:
                self._process = None

    def release(self) -> None:
        """Let the connection go: it is closed or about to be."""
        with self._lock:
            self._release()

    def _stop_if_cancelled(self) -> None:
        if self.reason:
            raise OSError(self.reason)

    def _cut(self) -> None:
        if self._connection is not None:
            with suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)

    def _release(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
