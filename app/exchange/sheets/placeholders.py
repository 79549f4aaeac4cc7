"""Cells that say that nothing is known: signs, errors of formulas, "Not provided in the email". Knows no columns."""

from __future__ import annotations

from functools import cache, lru_cache

from app.exchange.sheets.folding import plain
from app.exchange.sheets.words.phrases import Phrases, read_table

TABLE = "placeholders.txt"
_LONGEST = 80
_SIGNS = frozenset(
    {
        "",
        "-",
        "--",
        "---",
        "–",
        "—",
        "/",
        ".",
        "..",
        "...",
        "…",
        "?",
        "??",
        "???",
        "n/a",
        "#n/a",
        "n.a.",
        "null",
        "none",
    }
    | {
        "nan",
        "nil",
        "undefined",
        "#ref!",
        "#value!",
        "#name?",
        "#null!",
        "#div/0!",
        "#num!",
        "(none)",
        "(blank)",
        "<na>",
    }
    | {
        "nat",
        "无",
        "暂无",
        "k.a.",
        "k. a.",
        "s/o",
        "n/d",
        "n/a.",
        "n\\a",
        "[none]",
        "[]",
        "{}",
        '""',
        "''",
        "*",
        "_",
        "(empty)",
    }
    | {"(unknown)", "[unknown]", "<unknown>", "n/k", "d/k", "⁇", "？", "-/-", "--/--"}
)


@cache
def _phrases() -> Phrases:
    return Phrases(phrase.words for phrase in read_table(TABLE))


@lru_cache(maxsize=50_000)
def is_nothing(cell: str) -> bool:
    """Return whether a cell says that it holds nothing: empty, `n/a`, a dash, "Unknown", "keine Angabe"."""
    text = cell.strip().casefold()
    if text in _SIGNS:
        return True
    return len(text) <= _LONGEST and _phrases().are_in(plain(text))
