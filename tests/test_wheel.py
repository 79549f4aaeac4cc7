"""The wheel holds all it needs: built, installed elsewhere and started outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_it_runs_outside_the_checkout(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT],
        check=True,
        capture_output=True,
    )
    wheel = next(tmp_path.glob("*.whl"))
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
    told = subprocess.run(
        [python, "-c", program], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    place, found = told.stdout.splitlines()
    assert place.startswith(str(tmp_path))
    assert found == "True True True"
    started = subprocess.run(
        [tmp_path / "fresh" / "bin" / "afterword", "due"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert (started.returncode, started.stdout) == (0, "Nothing is due.\n")
