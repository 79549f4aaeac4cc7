"""What Unix and Windows do in different ways: locks, owners, processes. The one module that imports what only one
of them has, and only when it is asked for, so that the program can be imported on either."""

from __future__ import annotations

import errno
import os
import sys

NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
"""The flag of `os.open` by which a link is refused; 0 where there is none."""

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


def is_mine(status: os.stat_result) -> bool:
    """Return whether a file belongs to this user; on Windows, whose permissions say so otherwise, always."""
    return sys.platform == "win32" or status.st_uid == os.geteuid()


def make_private(handle: int) -> None:
    """Let nobody but its owner read an open file; on Windows its folder decides that."""
    if sys.platform != "win32":
        os.fchmod(handle, 0o600)


def is_running(pid: int) -> bool:
    """Return whether there is a process of that number, whoever's it is."""
    if sys.platform == "win32":  # os.kill would end it there
        import ctypes

        limited_information = 0x1000
        handle = ctypes.windll.kernel32.OpenProcess(limited_information, False, pid)
        ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def is_another(pid: int) -> bool:
    """Return whether there is another process of that number: what bears our own, an earlier one of ours has left."""
    return pid != os.getpid() and is_running(pid)
