"""The wheel and the source archive hold all they need: the wheel is installed elsewhere and started outside the
checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from hatchling.build import build_sdist

import app
from app.cli.manual import manual

ROOT = Path(__file__).parents[1]
TEXTS = {"app/README.md", "app/LICENSE", "app/letters/FILTER.md", "app/etiquette/ETIQUETTE.md"}
"""What a reader of the installed code needs besides the code."""
TABLES = {path.relative_to(ROOT).as_posix() for path in (ROOT / "app").rglob("words/*.txt")}
"""The words by which sheets and mails are understood."""

SHARED = {
    "share/man/man1/afterword.1",
    "share/bash-completion/completions/afterword",
    "share/zsh/site-functions/_afterword",
    "share/fish/vendor_completions.d/afterword.fish",
}
"""Where the manual page and the completions are, below the environment."""


def test_it_runs_outside_the_checkout(tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT],
        check=True,
        capture_output=True,
        env=os.environ | {"TMPDIR": str(aside)},
    )
    assert list(aside.glob("afterword-shared-*")) == []
    wheel = next(tmp_path.glob("*.whl"))
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        metadata = Parser().parsestr(packed.read(next(n for n in names if n.endswith("/METADATA"))).decode())
    assert TABLES
    assert names >= TEXTS | TABLES
    assert not any(name.startswith("tests/") for name in names)
    shared = {name.partition(".data/data/")[2] for name in names if ".data/data/" in name}
    assert shared == SHARED
    assert (metadata["License-Expression"], metadata["License-File"]) == ("MIT AND Apache-2.0", "app/LICENSE")
    assert metadata["Version"] == app.__version__
    venv.create(tmp_path / "fresh", with_pip=False)
    python = tmp_path / "fresh" / "bin" / "python"
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index",
         "--ignore-installed", wheel],
        check=True,
        capture_output=True,
    )  # fmt: skip
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    program = (
        "import app, pathlib; root = pathlib.Path(app.__file__).parent; print(root);"
        "from datetime import UTC, datetime; from app.letters.composing import compose;"
        "from app.etiquette.records import Application, Me; from app.etiquette.policy import Policy;"
        "now = datetime(2026, 11, 24, tzinfo=UTC);"
        "letter = compose(Application(company='A', role='B'), 'withdrawal', None, Me('Robin'), Policy(), now);"
        "print(len(letter.body) > 50,"
        "(root / 'ui/styles/dashboard.tcss').is_file(), (root / 'storage/migrations/env.py').is_file())"
    )
    done = subprocess.run(
        [python, "-c", program], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    place, answers = done.stdout.splitlines()
    assert place.startswith(str(tmp_path))
    assert answers == "True True True"
    for place in SHARED:
        assert (tmp_path / "fresh" / place).is_file()
    assert (tmp_path / "fresh" / "share/man/man1/afterword.1").read_text("utf-8") == manual()
    started = subprocess.run(
        [tmp_path / "fresh" / "bin" / "afterword", "due"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert (started.returncode, started.stdout) == (0, "Nothing is due.\n")


def test_the_source_archive_holds_what_is_needed_to_build_and_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    name = build_sdist(str(tmp_path))
    with tarfile.open(tmp_path / name) as packed:
        names = {member.partition("/")[2] for member in packed.getnames()}
    assert names >= TEXTS | {"README.md", "Makefile", "pyproject.toml", ".ci/constraints.txt", "tests/test_wheel.py"}
    assert names >= {"tests/bench/README.md", "tests/torture/README.md", "assets/dashboard.svg"}


def test_there_is_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == app.__version__
    assert f"**{app.__version__}**" in (ROOT / "README.md").read_text("utf-8")
