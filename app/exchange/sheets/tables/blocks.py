"""Applications written down as lines of `Role: Clerk`, a block each, as notes and YAML have them; and the same in a
sheet that has its names in the first column and an application in each of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.exchange.sheets.columns.naming import field_named
from app.exchange.sheets.statuses.reading import is_status
from app.exchange.sheets.tables.records import MOST_CELLS, Record, record_of

_PAIR = re.compile(
    r"(?P<item>[-*+]\s+)?[*_]{0,3}(?P<name>[^\W\d][^:|,;\t{}]{0,40}?)[*_]{0,3}\s*[:：][*_]{0,3}(?:\s+(?P<text>.*))?"
)
_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*)")
_APART = re.compile(r"[-=*_]{3,}|---")
_LONGEST_LINE = 2_000
_MOST_LINES = 20_000
_FEWEST = 2
_KNOWN_SHARE = 0.5
_TELLING = frozenset({"status", "applied_on", "decision"})
_SAMPLE = 40


@dataclass(slots=True)
class _Block:
    line: int
    heading: str = ""
    pairs: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> set[str]:
        """The fields that its lines are surely named after."""
        return {field_named(name) for name in self.pairs} - {""}


def in_blocks(text: str) -> list[Record] | None:
    """Return the blocks of a text as rows below a header, None for a text that is not made of such blocks."""
    if ":" not in text[:_LONGEST_LINE] or text.count("\n") > _MOST_LINES:
        return None
    blocks = [block for block in _blocks(text) if block.pairs]
    told = [block for block in blocks if len(block.fields & {"company", "role"} | block.fields & _TELLING) >= _FEWEST]
    if not told or len(told) < len(blocks) * _KNOWN_SHARE:
        return None
    if not any(block.fields & _TELLING for block in told) or (len(told) < _FEWEST and not _is_whole(told[0])):
        return None
    is_headed = not any("company" in block.fields for block in told) and all(block.heading for block in told)
    if not is_headed and not any("company" in block.fields for block in told):
        return None
    names = list(dict.fromkeys(name for block in blocks for name in block.pairs))[:MOST_CELLS]
    header = Record(0, ["Company", *names] if is_headed else names, width=len(names) + is_headed)
    rows = [header]
    for block in blocks:
        cells = [block.pairs.get(name, "") for name in names]
        record = record_of(block.line, [block.heading, *cells] if is_headed else cells, len(names))
        rows += [record] if record is not None else []
    return rows


def _is_whole(block: _Block) -> bool:
    """Whether one block alone is surely an application, and no posting: it says how it stands."""
    status = next((text for name, text in block.pairs.items() if field_named(name) == "status"), "")
    return {"company", "role"} <= block.fields and is_status(status)


def _blocks(text: str) -> Iterator[_Block]:
    block, heading, is_apart = _Block(1), "", False
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        title = _HEADING.fullmatch(bare)
        pair = _PAIR.fullmatch(bare) if 0 < len(bare) <= _LONGEST_LINE else None
        if title or _APART.fullmatch(bare):
            heading, is_apart = title["text"].strip(" #*_") if title else heading, True
        elif not bare:
            is_apart = is_apart or bool(block.pairs)
        elif pair is not None:
            name = pair["name"].strip()
            if block.pairs and (name in block.pairs or (is_apart and name == next(iter(block.pairs)))):
                yield block
                block = _Block(number, heading)
            elif not block.pairs or (is_apart and heading != block.heading):
                if block.pairs:
                    yield block
                block = _Block(number, heading)
            is_apart = False
            block.pairs[name] = (pair["text"] or "").strip(" \"'") if pair["item"] or pair["text"] else ""
    yield block


def side_by_side(records: Sequence[Record]) -> list[Record] | None:
    """Return the applications of a sheet that has one a column as rows; None for any other sheet.

    Its first column names what an application has, and no other cell of its first row does.
    """
    sound = [record for record in records if not record.problem]
    if not 2 < len(sound) <= _SAMPLE or max(len(record.cells) for record in sound) < _FEWEST:
        return None
    fields = [field_named(record.cells[0]) for record in sound]
    named = set(fields) - {""}
    is_turned = "company" in named and bool(named & _TELLING) and len(named) > _FEWEST
    if not is_turned or sum(1 for one in fields if one) < len(sound) * _KNOWN_SHARE:
        return None
    if any(field_named(cell) for cell in sound[0].cells[1:]):
        return None
    width = max(len(record.cells) for record in sound)
    columns = [[record.cells[at] if at < len(record.cells) else "" for record in sound] for at in range(width)]
    rows = (record_of(at, column, len(sound)) for at, column in enumerate(columns, 1))
    return [record for record in rows if record is not None]
