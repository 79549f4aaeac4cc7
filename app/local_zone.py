"""The time zone of this machine: the one that the C library uses, by its IANA name if it has one."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from app.etiquette.errors import AfterwordError
from app.etiquette.text import clean
from app.etiquette.time import dates

_NAME_IN_PATH = re.compile(r"zoneinfo[^/]*/(?:posix/|right/)?(.+)")
"""The zone's name in the path of its file: /usr/share/zoneinfo/Europe/Berlin, macOS's zoneinfo.default/..."""
_COMPARED = [datetime(year, month, 1, tzinfo=UTC) for year in (2025, 2026, 2027) for month in range(1, 13)]
"""When two zones have to agree to count as one."""


def local_zone(root: Path = Path("/")) -> tzinfo:
    """Return the machine's zone: `TZ`, else /etc/localtime, else /etc/timezone, with its daylight-saving rules.

    /etc/localtime comes first because every other program goes by it; systems that have both may leave
    /etc/timezone behind when the zone is changed.

    Args:
        root: where `etc` is.
    """
    zone_name = os.environ.get("TZ")
    localtime = root / "etc/localtime"
    if zone_name is None:
        return _of_file(localtime, root) or _stated(root) or dates.system_zone()
    zone_name = zone_name.removeprefix(":")
    if zone_name.startswith("/"):
        return _of_file(Path(zone_name), root) or dates.system_zone()
    return _named(zone_name or "UTC") or dates.system_zone()


def say_local_zone(zone: tzinfo, now: datetime) -> str:
    """Return what to call the zone in use: its IANA name, else where it comes from, and its clock now."""
    name = dates.zone_key(zone)
    if name:
        return name
    setting = os.environ.get("TZ", "")
    if setting:
        where = f"as TZ says ({clean(setting)[:80]})"
    else:
        where = "as in /etc/localtime" if isinstance(zone, ZoneInfo) else "as the system says"
    return f"{where}, {dates.say_offset(now, zone)} now"


def _of_file(path: Path, root: Path) -> tzinfo | None:
    """Return the zone of a compiled zone file: by its name where a link or /etc/timezone gives it, else without one."""
    try:
        match = _NAME_IN_PATH.search(str(path.resolve()))
        zone = _named(match[1]) if match is not None else None
        if zone is not None:
            return zone
        with path.open("rb") as file:
            unnamed = ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return None
    stated = _stated(root)
    return stated if stated is not None and _agree(stated, unnamed) else unnamed


def _stated(root: Path) -> tzinfo | None:
    """Return the zone that /etc/timezone names, None when it names none."""
    try:
        return _named((root / "etc/timezone").read_text("ascii").strip())
    except (OSError, ValueError):
        return None


def _named(name: str) -> tzinfo | None:
    try:
        return dates.zone_named(name)
    except AfterwordError:
        return None


def _agree(first: tzinfo, second: tzinfo) -> bool:
    return all(moment.astimezone(first).utcoffset() == moment.astimezone(second).utcoffset() for moment in _COMPARED)
