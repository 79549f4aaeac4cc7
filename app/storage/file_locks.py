"""Locks on whole files, by what the system has. The one module that knows what only Unix has, or only Windows; either
is imported when a lock is first asked for, so that the program can be imported where it is missing."""

from __future__ import annotations

import errno
import sys

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""How a lock fails that another process holds."""


def lock(handle: int) -> bool:
    """Lock an open file for its descriptor alone, until that is closed; return whether nobody else had it.

    Raises:
        OSError: the disk can lock nothing.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


def try_as_sqlite(handle: int) -> None:
    """Take the kind of lock that SQLite takes (POSIX record locks; fcntl(2)), as a trial. On Windows nothing is tried.

    Raises:
        OSError: why that was not possible.
    """
    if sys.platform != "win32":
        import fcntl

        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
