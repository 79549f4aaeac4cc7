"""Reads values out of a JSON document, and says by path which one is wrong: applications[3].interviews[0].starts."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum
from typing import TypeVar

from app.etiquette.errors import InvalidFieldError
from app.etiquette.text import clean, clean_lines
from app.etiquette.time.dates import read_day, read_instant

E = TypeVar("E", bound=StrEnum)
_LARGEST = 2**63 - 1
_LONGEST_UID = 100


class JsonObject:
    """One object of the document; every getter raises `InvalidFieldError` with the path of a value it cannot use."""

    def __init__(self, value: object, path: str):
        if not isinstance(value, dict):
            raise InvalidFieldError(path, f"{path or 'the document'}: should be an object, {{...}}.")
        self.values: dict[str, object] = value
        self.path = path

    def where(self, name: str) -> str:
        """Return the path of one of its fields."""
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, name: str, sentence: str) -> InvalidFieldError:
        """Return the error for one of its fields."""
        return InvalidFieldError(name, f"{self.where(name)}: {sentence}")

    def text(self, name: str, *, lines: bool = False, required: bool = False) -> str:
        """Return a text, "" when missing or null."""
        value = self.values.get(name)
        if value is None:
            value = ""
        if not isinstance(value, str):
            raise self.wrong(name, "should be text.")
        cleaned = clean_lines(value) if lines else clean(value)
        if required and not cleaned.strip():
            raise self.wrong(name, "is needed and is missing.")
        return cleaned

    def uid(self) -> str:
        """Return the uid of what the object tells of, "" when it has none."""
        uid = self.text("uid")
        if len(uid) > _LONGEST_UID:
            raise self.wrong("uid", f"is longer than {_LONGEST_UID} characters.")
        return uid

    def flag(self, name: str, default: bool = False) -> bool:
        """Return true or false, the default when missing or null."""
        value = self.values.get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.wrong(name, "should be true or false.")
        return value

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number of at most 64 bits, the default when missing or null."""
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
            raise self.wrong(name, "should be a whole number.")
        return value

    def day(self, name: str) -> date | None:
        """Return a day, None when missing or null."""
        text = self.text(name)
        if not text:
            return None
        try:
            return read_day(text, name)
        except InvalidFieldError as error:
            raise self.wrong(name, str(error)) from None

    def moment(self, name: str, zone: tzinfo) -> datetime | None:
        """Return a UTC instant, None when missing or null; without an offset it is meant in `zone`."""
        text = self.text(name)
        if not text:
            return None
        try:
            return read_instant(text, zone, name)
        except InvalidFieldError as error:
            raise self.wrong(name, str(error)) from None

    def whole_day(self, name: str) -> datetime | None:
        """Return midnight UTC of a day, None when missing or null; a time after the day is left out."""
        day = self.day(name)
        return None if day is None else datetime.combine(day, time(), UTC)

    def one_of(self, name: str, kind: type[E]) -> E | None:
        """Return a member of an enumeration, None when missing or null."""
        text = self.text(name)
        if not text:
            return None
        try:
            return kind(text)
        except ValueError:
            choices = ", ".join(kind)
            raise self.wrong(name, f"{text!r} is not known; it should be one of {choices}.") from None

    def objects(self, name: str) -> list[JsonObject]:
        """Return a list of objects, empty when missing or null."""
        return [JsonObject(item, f"{self.where(name)}[{i}]") for i, item in enumerate(self.items(name))]

    def child(self, name: str) -> JsonObject | None:
        """Return an object, None when missing or null."""
        value = self.values.get(name)
        return None if value is None else JsonObject(value, self.where(name))

    def items(self, name: str) -> list[object]:
        """Return a list, empty when missing or null."""
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(name, "should be a list, [...].")
        return value
