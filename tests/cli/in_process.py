"""Commands of the command line run within the test: the same function, without a start of Python for each."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from tempfile import TemporaryFile

import pytest

from app.cli.main import run
from tests.cli.test_cli import NOW


def afterword(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command; what it reads and prints are files, as a script gives it, in the encoding that Python is told."""
    umask, encoding = os.umask(0o022), environment.get("PYTHONIOENCODING", "utf-8")
    with ExitStack() as stack:
        stack.callback(os.umask, umask)
        files = {name: stack.enter_context(TemporaryFile()) for name in ("stdin", "stdout", "stderr")}
        files["stdin"].write(stdin)
        files["stdin"].seek(0)
        with pytest.MonkeyPatch.context() as patch:
            for variable, value in {"AFTERWORD_NOW": NOW, **environment}.items():
                patch.setenv(variable, value)
            for name, file in files.items():
                mode = "r" if name == "stdin" else "w"
                errors = "backslashreplace" if name == "stderr" else "strict"
                stream = stack.enter_context(open(file.fileno(), mode, encoding=encoding, errors=errors, closefd=False))
                patch.setattr(sys, name, stream)
            code = run(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
        files["stdout"].seek(0)
        files["stderr"].seek(0)
        return subprocess.CompletedProcess(arguments, code, files["stdout"].read(), files["stderr"].read())
