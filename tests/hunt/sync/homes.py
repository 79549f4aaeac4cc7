"""Two machines of one user: each with its own database, settings, and state, and a folder that both share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import keyring.backends.fail
import keyring.core
import pytest

from app.hunt.hunt import Hunt
from app.hunt.sync import setting_up
from app.hunt.sync.setup import Setup, setup_of
from app.hunt.sync.syncing import Synced, sync
from app.settings import Settings
from app.storage import reading
from app.storage.sync_devices import Device, devices
from tests.storage.hunts import NOW, SETTINGS, Clock, add, notes, open_hunt, reader


def without_keyring(patch: pytest.MonkeyPatch) -> None:
    """Leave the keyring of whoever runs this alone."""
    patch.setattr(keyring.core, "_keyring_backend", keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]


@dataclass
class Home:
    """One machine."""

    root: Path
    name: str
    shared: Path
    ahead: timedelta = timedelta()
    """How far its clock is ahead."""

    @property
    def database(self) -> Path:
        """Its database."""
        return self.root / "hunt.db"

    @property
    def settings(self) -> Settings:
        """What its settings say."""
        return replace(SETTINGS, sync={"folder": str(self.shared)})

    @property
    def now(self) -> datetime:
        """What its clock says."""
        return NOW + self.ahead

    @contextmanager
    def at(self) -> Iterator[Hunt]:
        """Sit down at this machine: its folders are the program's, and its hunt is open."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("AFTERWORD_STATE", str(self.root / "state"))
            patch.setenv("AFTERWORD_SETTINGS", str(self.root / "settings"))
            without_keyring(patch)
            yield open_hunt(self.database, Clock(self.now))

    def add(self, company: str) -> None:
        """Add an application."""
        with self.at() as hunt:
            add(hunt, company)

    def begin(self, *, anew: bool = False) -> None:
        """Set sync up."""
        with self.at() as hunt:
            setting_up.set_up(hunt, self.database, self.settings, self.shared, self.name, anew=anew)

    def join(self, code: str) -> None:
        """Take part with another machine's code."""
        with self.at() as hunt:
            setting_up.join(hunt, self.database, self.settings, self.shared, code, self.name)

    def setup(self) -> Setup:
        """Return how sync is set up."""
        with self.at():
            setup = setup_of(self.database, self.settings)
        assert setup is not None
        return setup

    def sync(self) -> Synced:
        """Do a round."""
        with self.at() as hunt:
            setup = setup_of(self.database, self.settings)
            assert setup is not None
            return sync(hunt, setup, self.settings.policy, self.now)

    @property
    def code(self) -> str:
        """The code that brings in another machine."""
        return self.setup().key

    @property
    def companies(self) -> list[str]:
        """The companies of all applications."""
        with reader(self.database) as connection:
            return sorted(application.company for application in reading.all_applications(connection))

    @property
    def notes(self) -> list[str]:
        """The notes on the first application."""
        return sorted(notes(self.database))

    @property
    def devices(self) -> dict[str, Device]:
        """The machines that it knows of, by name."""
        with reader(self.database) as connection:
            return {device.name: device for device in devices(connection)}

    @property
    def file(self) -> Path:
        """Its file in the shared folder."""
        return self.shared / f"{self.name}.age"


def two(tmp_path: Path) -> tuple[Home, Home]:
    """Return a laptop with an application, which has set sync up, and a desktop with another, which has joined."""
    shared = tmp_path / "shared"
    laptop, desktop = (Home(tmp_path / name, name, shared) for name in ("laptop", "desktop"))
    laptop.add("Northwind")
    laptop.begin()
    laptop.sync()
    desktop.add("Contoso")
    desktop.join(laptop.code)
    return laptop, desktop
