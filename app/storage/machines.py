"""The name of this machine's copy of a hunt. It is not kept in the database: a copy of the file is another copy."""

from __future__ import annotations

import hashlib
import platform
from contextlib import suppress
from functools import cache
from pathlib import Path

_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")


@cache
def this_machine(path: Path) -> str:
    """Return 48 bits of a hash of the machine and of the database's place, as 12 hexadecimal digits."""
    machine = platform.node()
    for place in _IDS:
        with suppress(OSError):
            machine = Path(place).read_text(encoding="utf-8", errors="replace") or machine
            break
    return hashlib.sha256(f"{machine}\n{path.absolute()}".encode("utf-8", "surrogateescape")).hexdigest()[:12]
