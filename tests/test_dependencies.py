"""What the program imports is what it declares, and every part of it can be imported with that."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import pkgutil
import sys
from pathlib import Path

import pytest

import app
from tests.lowest import PATHS, ROOT, lowest, name_of, requirements

NEVER_IMPORTED = {"tzdata"}
"""Data that the standard library finds by itself."""
MODULES = sorted(module.name for module in pkgutil.walk_packages(app.__path__, "app."))


def imported(file: Path) -> set[str]:
    """Return the packages that a file of ours imports, at its top or anywhere else in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    names = {name for file in (ROOT / "app").rglob("*.py") for name in imported(file)}
    foreign = {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names | {"app"}}
    owners = importlib.metadata.packages_distributions()
    used = {owner.lower() for name in foreign for owner in owners[name.partition(".")[0]]}
    declared = {
        name_of(requirement).lower()
        for requirement in [*requirements(), *requirements("remind"), *requirements("sync")]
    }
    assert used == declared - NEVER_IMPORTED


def test_each_dependency_has_a_lowest_version_a_reason_and_a_test_that_goes_through_it() -> None:
    assert len(lowest(requirements())) == len(requirements())
    names = {name_of(requirement) for requirement in requirements()}
    assert names <= set(PATHS)
    assert all((ROOT / path).exists() for paths in PATHS.values() for path in paths)
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    reasons = [line for line in lines if any(line.startswith(f'  "{asked}"') for asked in requirements())]
    assert len(reasons) == len(requirements())
    assert all(" # " in line for line in reasons)


def test_a_requirement_without_a_lowest_version_is_refused() -> None:
    assert lowest(["a==1.2", "b>=3.4,<5", "c.d>=6"]) == ["a==1.2", "b==3.4", "c.d==6"]
    with pytest.raises(ValueError, match="no lowest version"):
        lowest(["a<5"])


def test_what_is_pinned_is_allowed() -> None:
    pins = dict(line.split("==") for line in (ROOT / ".ci" / "constraints.txt").read_text().splitlines())
    pinned = {name.lower() for name in pins}
    asked = [*requirements(), *requirements("dev"), *requirements("audit")]
    assert {name_of(requirement).lower().replace("_", "-") for requirement in asked} <= {
        name.replace("_", "-") for name in pinned
    }


def test_every_module_can_be_imported() -> None:
    names = [name for name in MODULES if not name.endswith(("__main__", "migrations.env"))]
    assert len(names) > 100
    assert [importlib.import_module(name).__name__ for name in names] == names


def test_the_keyring_can_be_asked() -> None:
    import keyring.core

    backend = keyring.core.load_keyring("keyring.backends.null.Keyring")
    assert backend.get_password("afterword", "robin") is None
