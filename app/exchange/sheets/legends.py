"""What a sheet says of its own signs, above its header or in a table beside: `A = applied; X = no; Z = dead air`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.exchange.sheets.statuses.meaning import UNKNOWN, Meaning
from app.exchange.sheets.statuses.reading import is_status, meaning_of
from app.exchange.sheets.tables.records import Record

_PAIR = re.compile(
    r"(?:^|[;,|/•·]|\s{2,})\s*(?:(?:key|legend|legende|status|codes?)\s*:\s*)?(\S{1,4}?)\s*[=→:–]\s+?([^;,|•·=/]{2,60})",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST_SIGN = 4
_LONGEST = 500


def legend_in(records: Iterable[Record]) -> dict[str, Meaning]:
    """Return what the signs of a legend mean; nothing where there is none, or where its words say nothing.

    Args:
        records: the rows around the table, with their cells.
    """
    legend: dict[str, Meaning] = {}
    for record in records:
        cells = [cell.strip() for cell in record.cells if cell.strip()]
        text = "; ".join(cells)[:_LONGEST]
        pairs = [(match[1], match[2].strip()) for match in _PAIR.finditer(text)]
        if len(pairs) < _FEWEST and len(cells) == _FEWEST and len(cells[0]) <= _LONGEST_SIGN:
            pairs = [(cells[0], cells[1])]
        for sign, words in pairs:
            if len(sign) == 1 or not is_status(sign):
                legend.setdefault(sign, meaning_of(words))
    understood = {sign: meaning for sign, meaning in legend.items() if meaning is not UNKNOWN}
    return understood if len(understood) >= _FEWEST and len(understood) * 2 >= len(legend) else {}
