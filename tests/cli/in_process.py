"""Commands of the command line run within the test: the same function, without a start of Python for each."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from typing import IO
from unittest import mock

from app.cli.main import run
from tests.cli.test_cli import NOW


def _stream(holder: IO[bytes], mode: str) -> IO[str]:
    return open(holder.fileno(), mode, encoding="utf-8", closefd=False)


def afterword(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command; what it prints goes to files, as where a script sends it."""
    umask = os.umask(0o022)
    with tempfile.TemporaryFile() as typed, tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complained:
        typed.write(stdin)
        typed.seek(0)
        streams = {"stdin": _stream(typed, "r"), "stdout": _stream(printed, "w"), "stderr": _stream(complained, "w")}
        try:
            with mock.patch.dict(os.environ, {"AFTERWORD_NOW": NOW} | environment), mock.patch.multiple(sys, **streams):
                code = run(arguments)
        finally:
            os.umask(umask)
            for stream in streams.values():
                stream.close()
        printed.seek(0)
        complained.seek(0)
        return subprocess.CompletedProcess(arguments, code, printed.read(), complained.read())
