"""`make lowest`: do the lowest versions that pyproject.toml allows work? In an environment of their own.

Exit codes: 0 they do, or nothing could be installed, which is said; 1 they do not.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
WHERE = ROOT / ".venv" / "lowest"
TOOLS = ("pytest", "pytest-asyncio", "pytest-xdist", "hypothesis", "aiosmtpd", "cryptography", "pyte", "pexpect")
"""What the tests below are run with; of these the newest will do."""
PATHS: dict[str, tuple[str, ...]] = {
    "alembic": ("tests/storage/test_schema.py",),
    "arrow": ("tests/etiquette/test_dates.py", "tests/etiquette/test_clock.py"),
    "charset-normalizer": ("tests/exchange/mails/test_decoding.py", "tests/exchange/sheets/test_shapes.py"),
    "flufl.bounce": ("tests/exchange/mails/test_bounces.py",),
    "holidays": ("tests/test_settings.py",),
    "icalendar": ("tests/exchange/calendars", "tests/exchange/test_ics_export.py"),
    "idna": ("tests/letters/test_smtp.py",),
    "imapclient": ("tests/mailbox",),
    "jinja2": ("tests/letters/test_templating.py",),
    "keyring": ("tests/test_dependencies.py",),
    "platformdirs": ("tests/test_locations.py",),
    "python-calamine": ("tests/exchange/test_formats.py",),
    "numpy": ("tests/messages/test_network.py", "tests/messages/test_transformer.py"),
    "pypdf": ("tests/exchange/postings/test_reading.py",),
    "pyspellchecker": ("tests/etiquette/checks/test_checks.py",),
    "python-dateutil": ("tests/exchange/calendars",),
    "rich": ("tests/ui/test_long_lists.py",),
    "shtab": ("tests/cli/test_completion.py",),
    "sqlalchemy": ("tests/storage/test_undo.py",),
    "sqlmodel": ("tests/storage/test_undo.py",),
    "textual": ("tests/ui/test_loop.py",),
    "tomlkit": ("tests/hunt/test_settings_file.py",),
    "tzdata": ("tests/exchange/calendars",),
}
"""Which tests go through each dependency."""


def requirements(extra: str = "") -> list[str]:
    """Return what pyproject.toml asks for, or asks for in an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked: list[str] = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return asked


def name_of(requirement: str) -> str:
    """Return the distribution that a requirement names."""
    return re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0]


def lowest(asked: Iterable[str]) -> list[str]:
    """Return each requirement pinned to the lowest version that it allows.

    Raises:
        ValueError: one allows any version.
    """
    pins = []
    for requirement in asked:
        match = re.search(r"[>=]=\s*([^,; ]+)", requirement)
        if match is None:
            raise ValueError(f"{requirement} names no lowest version")
        pins.append(f"{name_of(requirement)}=={match[1]}")
    return pins


def main() -> int:
    """Install the lowest versions and run what goes through them."""
    python = WHERE / "bin" / "python"
    venv.create(WHERE, with_pip=True, clear=True)
    tools = [requirement for requirement in requirements("dev") if name_of(requirement) in TOOLS]
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    done = subprocess.run([*command, *lowest(requirements()), *tools], capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines()
        print("\n".join(line for line in said if line.startswith("ERROR")) or done.stderr)
        if "conflict" in done.stderr:
            print("The lowest versions do not go together. Raise the bound of one of them.")
            return 1
        print(
            "The lowest versions could not be installed, so nothing was tried. A way to a package registry is needed."
        )
        return 0
    tests = sorted({"tests/test_dependencies.py", *(path for paths in PATHS.values() for path in paths)})
    return subprocess.run([str(python), "-m", "pytest", *tests], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
