"""`make install` and `make uninstall`, with a stand-in for Python: what is linked, and what is left."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINKED = (
    "bin/afterword",
    "share/man/man1/afterword.1",
    "share/bash-completion/completions/afterword",
    "share/zsh/site-functions/_afterword",
    "share/fish/vendor_completions.d/afterword.fish",
)
PYTHON = f"""#!/bin/sh
case "$2" in
venv) mkdir -p "$4/bin"; touch "$4/pyvenv.cfg"; cp "$0" "$4/bin/python" ;;
pip)
  for file in {" ".join(LINKED)}; do
    mkdir -p "$(dirname "$0")/../$(dirname $file)"
    printf '#!/bin/sh\\necho "$@" >> "%s/../../ran"\\n' "$(dirname "$0")/.." > "$(dirname "$0")/../$file"
    chmod +x "$(dirname "$0")/../$file"
  done ;;
esac
"""


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Return a program that makes environments and installs into them as far as a Makefile can see."""
    program = tmp_path / "python"
    program.write_text(PYTHON)
    program.chmod(0o755)
    return program


def make(target: str, prefix: Path, python: Path) -> subprocess.CompletedProcess[str]:
    """Run a target as a person would."""
    command = ["make", "--no-print-directory", target, f"PREFIX={prefix}", f"PYTHON={python}"]
    variables = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)


def test_what_is_installed_is_linked_and_uninstalled_without_a_trace(tmp_path: Path, python: Path) -> None:
    prefix = tmp_path / "a prefix"
    done = make("install", prefix, python)
    assert done.returncode == 0, done.stderr
    assert "isn't in PATH yet" in done.stdout
    for place in LINKED:
        assert (prefix / place).readlink() == prefix / "lib" / "afterword" / place
    (prefix / "bin" / "other").touch()
    assert make("uninstall", prefix, python).returncode == 0
    assert {path.name for path in prefix.rglob("*") if not path.is_dir()} == {"other", "ran"}
    assert (prefix / "ran").read_text() == "remind --uninstall\n"


def test_another_programs_command_is_left_alone(tmp_path: Path, python: Path) -> None:
    theirs = tmp_path / "bin" / "afterword"
    theirs.parent.mkdir()
    theirs.symlink_to("/somewhere/of/pipx")
    done = make("install", tmp_path, python)
    assert done.returncode != 0
    assert "is there already, from pipx, uv or another program. Remove it first." in done.stdout
    assert not (tmp_path / "lib").exists()
    make("uninstall", tmp_path, python)
    assert theirs.is_symlink()


def test_a_folder_of_something_else_is_not_emptied(tmp_path: Path, python: Path) -> None:
    theirs = tmp_path / "lib" / "afterword" / "notes.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("mine")
    done = make("install", tmp_path, python)
    assert done.returncode != 0
    assert "is there already, and holds something else. Move it away first." in done.stdout
    make("uninstall", tmp_path, python)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path != python] == [theirs]
