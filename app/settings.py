"""One frozen Settings, read from the settings file (TOML). A missing file means the defaults; nothing is written."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from app import locations
from app.etiquette.errors import AfterwordError, SettingsError
from app.etiquette.frozen import dataclass, field
from app.etiquette.letter_kinds import Tone
from app.etiquette.letter_style import FILTER_KEYS, English, LetterFilter, Style, letter_filter_in
from app.etiquette.policy import Policy
from app.etiquette.reminder_addresses import Remind, remind_in
from app.etiquette.text import clean
from app.etiquette.time.dates import read_instant, zone_named
from app.local_zone import local_zone
from app.user_files import read_toml

_SECTIONS = {
    "timezone",
    "holidays",
    "holidays_country",
    "etiquette",
    "sending",
    "smtp",
    "inbox",
    "look",
    "remind",
    "letter",
    "keys",
    "calendar_file",
    "my_addresses",
    "sync",
}
DATE_ORDERS = ("month first", "day first")
"""How a date such as 5/12 is meant: `[look] dates`; without it one is asked."""
_WAYS = ("elsewhere", "mail program", "clipboard", "file", "smtp")
"""The ways in which a letter leaves."""
_IN_ORDER = (
    ("day_opens", "day_closes"),
    ("debrief_due", "debrief_lapses"),
    ("thank_opens", "thank_due"),
    ("thank_due", "thank_late"),
    ("missed_late_business_days", "missed_lapses_business_days"),
    ("missed_again_opens_business_days", "missed_close_business_days"),
    ("withdraw_due_business_days", "withdraw_late_business_days"),
    ("follow_up_due_business_days", "follow_up_late_business_days"),
    ("answer_rejection_due", "answer_rejection_late"),
    ("remind_from", "remind_until"),
)
"""Numbers of which the first may not be more than the second: a step opens, falls due, is late, in this order."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set. Sections that belong to one part of the program stay plain tables, read by that part."""

    policy: Policy = field(default_factory=Policy)
    sending: dict[str, Any] = field(default_factory=dict)
    """[sending]: `by` is the default way (mail program, clipboard, file, smtp)."""
    smtp: dict[str, Any] = field(default_factory=dict)
    """[smtp]: host, port, security, user, password_command; never a password."""
    inbox: dict[str, Any] = field(default_factory=dict)
    """[inbox]: host, user, password_command or token_command, folders; never a password."""
    look: dict[str, Any] = field(default_factory=dict)
    """[look]: `theme`; `mouse`, which off leaves selecting with the mouse to the terminal."""
    letter: Style = field(default_factory=Style)
    """[letter]: `tone` (warm, plain, formal) where an application has none of its own; `english` (us, british,
    international)."""
    letter_filter: LetterFilter = field(default_factory=LetterFilter)
    remind: Remind = field(default_factory=Remind)
    keys: dict[str, str] = field(default_factory=dict)
    """[keys]: command id -> keys, separated by commas."""
    my_addresses: frozenset[str] = frozenset()
    """Addresses of the user's besides the one that letters come from: their mail is never an answer of a company's."""
    sync: dict[str, str] = field(default_factory=dict)
    """[sync]: `folder`, which the user's machines share; a whole path that may begin with ~."""
    calendar_file: str = ""
    """Where an .ics file is kept current after every change, a whole path that may begin with ~; "" for nowhere."""

    @property
    def month_first(self) -> bool | None:
        """Whether 11/12 is November 12, as `[look] dates` says; None: it does not."""
        return dict(zip(DATE_ORDERS, (True, False), strict=True)).get(self.look.get("dates", ""))


def clock_now() -> datetime:
    """Return the present instant, UTC; `AFTERWORD_NOW` (ISO 8601 with offset) fixes it.

    Raises:
        SettingsError: the variable cannot be read.
    """
    fixed = os.environ.get("AFTERWORD_NOW")
    if not fixed:
        return datetime.now(UTC)
    try:
        return read_instant(fixed, UTC, "AFTERWORD_NOW")
    except AfterwordError as error:
        raise SettingsError(f"AFTERWORD_NOW: {error}") from None


def load(path: Path | None = None) -> Settings:
    """Return the settings of a file, the defaults if there is no file.

    Raises:
        SettingsError: it is not TOML, or a value cannot be used; the sentence names file and key.
    """
    path = path or locations.settings_file()
    table = _table_in(path)
    try:
        return _settings(table)
    except AfterwordError as error:
        raise SettingsError(f"{path}: {error}") from None


def _table_in(path: Path) -> dict[str, Any]:
    """Return what a file holds."""
    try:
        return read_toml(path)
    except FileNotFoundError:
        return {}


def _settings(table: dict[str, Any]) -> Settings:
    unknown = sorted(set(table) - _SECTIONS)
    if unknown:
        raise SettingsError(f"{unknown[0]}: no such setting. Choose one of: {', '.join(sorted(_SECTIONS))}.")
    zone = zone_named(_text(table, "timezone")) if "timezone" in table else local_zone()
    policy = _policy(_table(table, "etiquette"), Policy(zone=zone, holidays=_holidays(table)))
    return Settings(
        policy=policy,
        sending=_sending(table),
        smtp=_table(table, "smtp"),
        inbox=_table(table, "inbox"),
        look=_look(table),
        letter=_letter(table),
        letter_filter=letter_filter_in(_table(table, "letter")),
        remind=remind_in(_table(table, "remind")),
        keys=_texts(table, "keys"),
        my_addresses=_addresses(table),
        sync=_sync(table),
        calendar_file=_whole_path(table, "calendar_file", "~/afterword.ics") if "calendar_file" in table else "",
    )


def _table(table: dict[str, Any], name: str) -> dict[str, Any]:
    value = table.get(name, {})
    if not isinstance(value, dict):
        raise SettingsError(f"{name}: should be a section, [{name}].")
    return value


def _texts(
    table: dict[str, Any], section: str, allowed: set[str] | None = None, others: tuple[str, ...] = ()
) -> dict[str, str]:
    """Return the texts of a section.

    Args:
        allowed: the names that it may hold; None: any.
        others: those that it may hold as well, and that are no text.
    """
    texts = {name: value for name, value in _table(table, section).items() if name not in others}
    for name, value in texts.items():
        if allowed is not None and name not in allowed:
            names = ", ".join(sorted({*allowed, *others}))
            raise SettingsError(f"{section}.{name}: no such setting. Choose one of: {names}.")
        if not isinstance(value, str):
            raise SettingsError(f"{section}.{name}: should be text in quotes.")
    return texts


def _look(table: dict[str, Any]) -> dict[str, str]:
    look = _texts(table, "look", {"theme", "dates", "mouse"})
    if look.get("mouse", "on") not in ("on", "off"):
        raise SettingsError("look.mouse: should be on or off.")
    if look.get("dates", DATE_ORDERS[0]) not in DATE_ORDERS:
        raise SettingsError(f"look.dates: should be one of {', '.join(DATE_ORDERS)}.")
    return look


def _letter(table: dict[str, Any]) -> Style:
    letter = _texts(table, "letter", {"tone", "english"}, others=FILTER_KEYS)
    for name, choices in (("tone", list(Tone)), ("english", list(English))):
        if letter.get(name, choices[0]) not in choices:
            raise SettingsError(f"letter.{name}: should be one of {', '.join(choices)}.")
    default = Style()
    return Style(Tone(letter.get("tone", default.tone)), English(letter.get("english", default.english)))


def _sending(table: dict[str, Any]) -> dict[str, str]:
    sending = _texts(table, "sending", {"by"})
    if sending.get("by", _WAYS[0]) not in _WAYS:
        raise SettingsError(f"sending.by: should be one of {', '.join(_WAYS)}.")
    return sending


def _addresses(table: dict[str, Any]) -> frozenset[str]:
    listed = table.get("my_addresses", [])
    if not isinstance(listed, list) or not all(isinstance(address, str) and "@" in address for address in listed):
        raise SettingsError('my_addresses: should be email addresses, like ["sam@example.org", "sam@work.example"].')
    return frozenset(listed)


def _text(table: dict[str, Any], name: str) -> str:
    value = table[name]
    if not isinstance(value, str):
        raise SettingsError(f"{name}: should be text in quotes.")
    return value


def _sync(table: dict[str, Any]) -> dict[str, str]:
    sync = _texts(table, "sync", {"folder"})
    if "folder" in sync:
        _whole_path({"sync.folder": sync["folder"]}, "sync.folder", "~/Sync/afterword")
    return sync


def _whole_path(table: dict[str, Any], name: str, example: str) -> str:
    path = _text(table, name)
    if clean(path) != path:
        raise SettingsError(f"{name}: has a character that no path should have. Write it on one line.")
    if path and not locations.expanded(path).is_absolute():
        raise SettingsError(f"{name}: should be a whole path, like {example}.")
    return path


def _holidays(table: dict[str, Any]) -> frozenset[date]:
    days: set[date] = set()
    listed = table.get("holidays", [])
    for day in listed if isinstance(listed, list) else [listed]:
        if not isinstance(day, date) or isinstance(day, datetime):
            raise SettingsError("holidays: should be dates without quotes, like [2026-12-25].")
        days.add(day)
    if "holidays_country" in table:
        days |= _public_holidays(_text(table, "holidays_country"))
    return frozenset(days)


def _public_holidays(country_code: str) -> set[date]:
    """Return the public holidays of `DE` or `US-CA` in the years that matter."""
    import holidays

    country, _, region = country_code.partition("-")
    years = range(clock_now().year - 1, clock_now().year + 3)
    days: set[date] = set()
    if country.isalpha():  # the library looks any name up among its own attributes
        with suppress(NotImplementedError, TypeError, ValueError, AttributeError):
            days = set(holidays.country_holidays(country, subdiv=region or None, years=years))
    if not days:
        raise SettingsError(
            f"holidays_country: no holidays are known for “{clean(country_code)}”. Write it like DE or US-CA."
        )
    return days


def _policy(table: dict[str, Any], policy: Policy) -> Policy:
    if not table:
        return policy
    from dataclasses import fields, replace

    changes: dict[str, Any] = {}
    current = {
        item.name: getattr(policy, item.name) for item in fields(Policy) if item.name not in ("zone", "holidays")
    }
    for name, value in table.items():
        if name not in current:
            raise SettingsError(f"etiquette.{name}: no such number. Choose one of: {', '.join(sorted(current))}.")
        changes[name] = _number(name, value, current[name])
    changed = replace(policy, **changes)
    for first, then in _IN_ORDER:
        if getattr(changed, first) > getattr(changed, then):
            raise SettingsError(f"etiquette.{first}: should be no more than {then}.")
    return changed


def _number(name: str, value: object, default: object) -> object:
    """Return a policy value of the default's type; a span of time is in hours."""
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        raise SettingsError(f"etiquette.{name}: should be true or false.")
    if isinstance(default, time):
        if isinstance(value, time):
            return value
        raise SettingsError(f"etiquette.{name}: should be a time without quotes, like 09:00:00.")
    if isinstance(default, timedelta):
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 24 * 366:
            return timedelta(hours=value)
        raise SettingsError(f"etiquette.{name}: should be hours, 0 or more.")
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 3660:
        return value
    raise SettingsError(f"etiquette.{name}: should be a whole number, 0 or more.")
