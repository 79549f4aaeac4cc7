"""A process that has imported the program, and forks one of it for each request: `python -m tests.cli.forking NUMBER`.

A request comes in at the socket of that number: how long it is, in four bytes, with the descriptors that the program is
to have, the last of them for the status with which it ends; then arguments, variables and folder as JSON. The answer is
the number of the process, in four bytes. At the end of the requests it ends.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import struct
import sys
import time
import traceback
from contextlib import suppress
from typing import Any, NoReturn

import app

LENGTH = struct.Struct("!I")
MOST_DESCRIPTORS = 4
MIGRATIONS = "app.storage.migrations."
"""Modules that only Alembic can run."""


def serve(door: socket.socket) -> None:
    """Fork until there are no more requests, and pass on how each of the programs ended."""
    waking, woken = socket.socketpair()
    for end in (waking, woken):
        end.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waking.fileno())
    running: dict[int, int] = {}
    while True:
        ready = select.select([door, woken], [], [])[0]
        if woken in ready:
            woken.recv(4096)
            _pass_on(running)
        if door in ready:
            head, descriptors, _, _ = socket.recv_fds(door, LENGTH.size, MOST_DESCRIPTORS)
            if not head:
                return
            request = json.loads(door.recv(LENGTH.unpack(head)[0], socket.MSG_WAITALL))
            *streams, status = descriptors
            process = os.fork()
            if not process:
                _become(request, streams)
            running[process] = status
            for descriptor in streams:
                os.close(descriptor)
            door.sendall(LENGTH.pack(process))


def _pass_on(running: dict[int, int]) -> None:
    for process in list(running):
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            descriptor = running.pop(process)
            with suppress(BrokenPipeError):  # nobody wants to know
                os.write(descriptor, b"%d" % os.waitstatus_to_exitcode(status))
            os.close(descriptor)


def _become(request: dict[str, Any], streams: list[int]) -> NoReturn:
    """Be the program: in a terminal, given one stream, else with standard input, output and error of its own."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if len(streams) == 1:
            os.login_tty(streams[0])
        else:
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
        os.closerange(3, 256)
        os.chdir(request["folder"])
        os.environ.clear()
        os.environ.update(request["environment"])
        time.tzset()
        os.umask(0o022)
        sys.stdin = sys.__stdin__ = os.fdopen(0)  # type: ignore[misc]
        sys.stdout = sys.__stdout__ = os.fdopen(1, "w")  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = os.fdopen(2, "w", errors="backslashreplace")  # type: ignore[misc]
        sys.argv = [str(importlib.import_module("app.__main__").__file__), *request["arguments"]]
        importlib.import_module("app.__main__").main()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(70)


if __name__ == "__main__":
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.startswith(MIGRATIONS):
            importlib.import_module(module.name)
    gc.collect()
    gc.freeze()
    serve(socket.socket(fileno=int(sys.argv[1])))
