"""One header for several tables: where the columns of each stand in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.exchange.sheets.folding import plain


def places_in(header: list[str], names: Sequence[str], field_of: Callable[[str], str]) -> list[int]:
    """Return the place in a header of each of a table's columns; those that it lacks are put behind its others.

    A column stands where one is called the same, else where one holds the same and is called like none of the table's.
    No two stand in one place, where the cell of the one would hide that of the other.

    Args:
        field_of: returns the field by which columns of different names are the same, "" for none.
    """
    own = {plain(name) for name in names}
    places: list[int] = []
    for at, name in enumerate(names):
        free = [(place, other) for place, other in enumerate(header) if place not in places]
        same = [place for place, other in free if plain(other) == plain(name)]
        if not same and (field := field_of(name)):
            same = [place for place, other in free if plain(other) not in own and field_of(other) == field]
        if not same:
            header.append(name)
            same = [len(header) - 1]
        places.append(at if at in same else same[0])
    return places
