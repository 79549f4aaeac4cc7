"""Content lines as components, one within another, with missing and misplaced ends forgiven. Knows no meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.etiquette.errors import ImportFileError
from app.exchange.calendars.lines import ContentLine

MOST_COMPONENTS = 500
"""Events, tasks, time zones and the like in one file."""
MOST_RULES = 2_000
"""Parts of time zones in one file."""
MOST_PROPERTIES = 2_000
"""Properties of one component that are looked at."""
DEEPEST = 12
_ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"})
"""What stands directly in a calendar."""
_PARTS = frozenset({"STANDARD", "DAYLIGHT"})


@dataclass(slots=True)
class Component:
    """One component: its name in capitals, where it begins, its properties and components in their order."""

    name: str
    line: int
    properties: list[ContentLine] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def first(self, name: str) -> ContentLine | None:
        """Return its first property of that name that has a value, None without one."""
        return next((line for line in self.properties if line.name == name and line.value), None)

    def text(self, name: str) -> str:
        """Return its first property of that name as text, "" without one."""
        line = self.first(name)
        return line.text if line is not None else ""

    def all(self, name: str) -> Iterator[ContentLine]:
        """Yield its properties of that name."""
        return (line for line in self.properties if line.name == name)

    def parts(self, name: str) -> Iterator[Component]:
        """Yield the components of that name directly within it."""
        return (component for component in self.components if component.name == name)


def calendars_of(lines: Iterable[ContentLine]) -> list[Component]:
    """Return the calendars that the lines hold; what stands outside of any makes one more, first, without a name.

    Alarms are left out.

    Raises:
        ImportFileError: there are too many components, or too deep within each other.
    """
    stray = Component("", 1)
    calendars: list[Component] = []
    stack: list[Component] = []
    count = _Count()
    for line in lines:
        if line.name == "BEGIN":
            _begin(Component(line.value.strip().upper(), line.line), stack, calendars, stray, count)
        elif line.name == "END":
            _end(line.value.strip().upper(), stack)
        elif stack and len(stack[-1].properties) < MOST_PROPERTIES:
            stack[-1].properties.append(line)
    return [*([stray] if stray.components else []), *calendars]


@dataclass(slots=True)
class _Count:
    components: int = 0
    calendars: int = 0
    rules: int = 0

    def add(self, component: Component) -> None:
        """Count a component, and refuse one too many."""
        self.rules += component.name in _PARTS
        self.calendars += component.name == "VCALENDAR"
        self.components += component.name not in (*_PARTS, "VCALENDAR", "VALARM")
        if max(self.components, self.calendars) > MOST_COMPONENTS:
            raise ImportFileError(
                f"The calendar has more than {MOST_COMPONENTS} entries. Export fewer months, or a single event."
            )
        if self.rules > MOST_RULES:
            raise ImportFileError("The calendar describes more clock changes than any time zone has had.")


def _begin(
    component: Component, stack: list[Component], calendars: list[Component], stray: Component, count: _Count
) -> None:
    """Open a component where it belongs; what cannot hold it was not closed, and ends here."""
    if component.name == "VCALENDAR":
        stack.clear()
        calendars.append(component)
    elif component.name in _ENTRIES:
        del stack[1 if stack and stack[0].name == "VCALENDAR" else 0 :]
    elif component.name in _PARTS or component.name == "VALARM":
        while stack and stack[-1].name in (*_PARTS, "VALARM"):
            stack.pop()
    if len(stack) >= DEEPEST:
        raise ImportFileError("The calendar's entries are nested deeper than any calendar program writes them.")
    count.add(component)
    if component.name not in ("VCALENDAR", "VALARM"):
        (stack[-1] if stack else stray).components.append(component)
    stack.append(component)


def _end(name: str, stack: list[Component]) -> None:
    """Close the innermost component of that name and all within it; an end of nothing is left out."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].name == name:
            del stack[depth:]
            return
