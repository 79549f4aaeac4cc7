"""Frozen, slotted records as the standard library's `dataclass(frozen=True, slots=True)` makes them, in a tenth of the
time: importing `dataclasses`, and having it write six methods a record, costs half of all that `afterword due` does.
Type checkers see the standard library's own, and its `fields` and `replace` take these records for theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


class _Fields:
    """The fields as `dataclasses` describes them, made when it first asks for those of a record."""

    def __get__(self, record: object, cls: Any) -> Any:
        from dataclasses import field, make_dataclass

        defaults = cls._defaults | {name: field(default_factory=default.make) for name, default in cls._made.items()}
        fields = [(name, kind, defaults.get(name, field())) for name, kind in cls.__annotations__.items()]
        standard: Any = make_dataclass(cls.__name__, fields, kw_only=True)
        cls.__dataclass_fields__ = standard.__dataclass_fields__
        return standard.__dataclass_fields__


class _Record:
    """What all records can do. The class of each has an `__init__` of its own, written when its first one is made."""

    __slots__: tuple[str, ...] = ()
    __dataclass_fields__ = _Fields()

    def __init__(self, *values: Any, **named: Any):
        cls: Any = type(self)
        cls.__init__ = _init_of(cls)
        cls.__init__(self, *values, **named)

    def __setattr__(self, name: str, *_value: object) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    __delattr__ = __setattr__

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple([getattr(self, name) for name in self.__slots__])

    def __eq__(self, other: object) -> Any:
        return self.__reduce__() == other.__reduce__() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.__reduce__())

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__qualname__}({shown})"


class _Made:
    """A default that is made anew for each record."""

    def __init__(self, *, default_factory: Any):
        self.make = default_factory


def _record(cls: Any) -> Any:
    """Return the record of a class of annotated fields."""
    names = tuple(cls.__annotations__)
    body = {name: value for name, value in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
    defaults = {name: body.pop(name) for name in names if name in body}
    made = {name: default for name, default in defaults.items() if isinstance(default, _Made)}
    body |= {"__slots__": names, "__match_args__": names, "_defaults": defaults, "_made": made}
    return type(cls.__name__, (_Record,), body)


def _init_of(cls: Any) -> Any:
    """Return the `__init__` of a record. It is filled as one of a class like its own that can be changed: through the
    descriptors of the slots that would take more than twice as long."""
    changes = {"__slots__": cls.__slots__, "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    values = {f"_{name}": default for name, default in cls._defaults.items()}
    values |= {"_become": object.__dict__["__class__"].__set__, "_cls": cls, "_open": type("", (_Record,), changes)}
    parameters = ", ".join(f"{name}=_{name}" if name in cls._defaults else name for name in cls.__slots__)
    lines = "".join(f" self.{name} = {name}\n" for name in cls.__slots__)
    lines += "".join(f" if {name} is _{name}: self.{name} = _{name}.make()\n" for name in cls._made)
    exec(f"def init(self, {parameters}):\n _become(self, _open)\n{lines} _become(self, _cls)", values)  # noqa: S102
    return values["init"]


def _replace(record: Any, /, **changes: Any) -> Any:
    return type(record)(**{name: getattr(record, name) for name in record.__slots__} | changes)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = lambda **_frozen_and_slots: _record, _Made, _replace

__all__ = ["dataclass", "field", "replace"]
