"""Frozen, slotted dataclasses, made in a tenth of the time: what the standard library's `dataclass` would make.

Importing `dataclasses` and having it write six methods for each record costs more than all that `afterword due`
computes. Here one method is written, `__init__`, for classes of which more than a few records are made; the others
are the same for every class.
Type checkers are shown the standard library's decorator, and `dataclasses.fields()` and `replace()` work on what this
one makes. Records have no subclasses.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

TYPE_CHECKING = False
"""As type checkers know it. `typing` is not imported by anything that `afterword due` waits for: it takes as long as
reading the settings, the zone and a hundred applications."""
if TYPE_CHECKING:
    from typing import Any, NoReturn

_NOTHING: Any = object()
_BECOME: Any = object.__dict__["__class__"].__set__
"""Sets the class of an object whose own `__setattr__` refuses."""
_FEW = 16
"""Records that are filled one name after the other: writing an `__init__` takes as long as that."""


class _Made:
    """A default that is made anew for each record."""

    def __init__(self, factory: Callable[[], Any]):
        self.factory = factory


def _field(*, default_factory: Callable[[], Any]) -> Any:
    """Return the default of a field whose value is made for each record."""
    return _Made(default_factory)


def _dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    """Return what turns a class of annotated fields into a record. Both have to be true."""
    assert frozen, "only frozen records"
    assert slots, "only slotted records"
    return _record


def _replace(record: Any, /, **changes: Any) -> Any:
    """Return a copy with other values in some fields, as `dataclasses.replace` does."""
    cls = type(record)
    for name in cls.__match_args__:
        if name not in changes:
            changes[name] = getattr(record, name)
    return cls(**changes)


def _record(cls: type) -> type:
    namespace = dict(cls.__dict__)
    names = tuple(namespace.get("__annotations__", ()))
    defaults = {name: namespace.pop(name) for name in names if name in namespace}
    for left_over in ("__dict__", "__weakref__"):
        namespace.pop(left_over, None)
    namespace |= {
        "__slots__": names,
        "__match_args__": names,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__init_subclass__": classmethod(_refuse_subclass),
        "__eq__": _equals,
        "__hash__": _hash,
        "__repr__": _repr,
        "__reduce__": _reduce,
        "__dataclass_fields__": _Standard(defaults, "__dataclass_fields__"),
        "__dataclass_params__": _Standard(defaults, "__dataclass_params__"),
        "_values": property(attrgetter(*names))
        if len(names) > 1
        else property(lambda self: (getattr(self, names[0]),)),
    }
    made: Any = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__init__ = _init_when_needed(made, names, defaults)
    return made  # type: ignore[no-any-return]


def _init_when_needed(cls: Any, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """Return an `__init__` that has the real one written once a run turns out to make many records of this kind."""
    setters = {name: getattr(cls, name).__set__ for name in names}
    made = 0

    def init(record: Any, *values: Any, **named: Any) -> None:
        nonlocal made
        made += 1
        given = dict(zip(names, values, strict=False)) | named
        if made <= _FEW and len(given) == len(values) + len(named) and given.keys() <= setters.keys():
            lacking = {name: default for name, default in defaults.items() if name not in given}
            if len(given) + len(lacking) == len(names):
                for name, default in lacking.items():
                    given[name] = default.factory() if isinstance(default, _Made) else default
                for name, value in given.items():
                    setters[name](record, value)
                return
        cls.__init__ = _init_of(cls, names, defaults)
        cls.__init__(record, *values, **named)  # which tells what is wrong with the arguments, too

    return init


def _init_of(cls: Any, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """Return an `__init__` that gets past the refusing `__setattr__`: a record is of a class like its own, but open,
    until it is filled. Through the slots' own descriptors it would take two and a half times as long."""
    opened = type(cls.__name__, cls.__bases__, {"__slots__": names})
    known: dict[str, Any] = {"_become": _BECOME, "_opened": opened, "_closed": cls, "_made": _NOTHING}
    parameters, lines = [], []
    for name in names:
        value = name
        default = defaults.get(name, _NOTHING)
        if isinstance(default, _Made):
            known[f"_new_{name}"] = default.factory
            parameters.append(f"{name}=_made")
            value = f"_new_{name}() if {name} is _made else {name}"
        elif default is _NOTHING:
            parameters.append(name)
        else:
            known[f"_default_{name}"] = default
            parameters.append(f"{name}=_default_{name}")
        lines.append(f" self.{name} = {value}\n")
    body = f" _become(self, _opened)\n{''.join(lines)} self.__class__ = _closed\n"
    exec(f"def __init__(self, {', '.join(parameters)}):\n{body}", known)  # noqa: S102 (names of our own fields)
    return known["__init__"]


class _Standard:
    """What the `dataclasses` module looks for on a class, made by that module when it first does, and kept then."""

    def __init__(self, defaults: dict[str, Any], name: str):
        self._defaults = defaults
        self._name = name

    def __get__(self, record: object, cls: type) -> Any:
        import dataclasses

        defaults = {
            name: dataclasses.field(default_factory=value.factory) if isinstance(value, _Made) else value
            for name, value in self._defaults.items()
        }
        annotated = {"__annotations__": cls.__annotations__, "__module__": cls.__module__, "__doc__": cls.__doc__}
        real: Any = dataclasses.dataclass(frozen=True)(type(cls.__name__, (), annotated | defaults))
        made = getattr(real, self._name)
        setattr(cls, self._name, made)
        return made


def _refuse(_record: Any, name: str, *_value: Any) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_subclass(cls: type, /, **_: object) -> NoReturn:
    raise TypeError(f"{cls.__name__}: a record has no subclasses, since filling one sets its class")


def _equals(record: Any, other: Any) -> Any:
    return record._values == other._values if other.__class__ is record.__class__ else NotImplemented


def _hash(record: Any) -> int:
    return hash(record._values)


def _repr(record: Any) -> str:
    shown = ", ".join(f"{name}={getattr(record, name)!r}" for name in record.__match_args__)
    return f"{type(record).__qualname__}({shown})"


def _reduce(record: Any) -> tuple[type, tuple[Any, ...]]:
    return type(record), record._values


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replace

__all__ = ["dataclass", "field", "replace"]
