"""What an ASCII terminal shows in place of a character that it lacks."""

from __future__ import annotations

import unicodedata

_MARKS = {
    "●": "*", "○": "o", "◆": "*", "◇": "o", "·": ".", "•": "*", "■": "#", "□": "#",
    "✓": "+", "✗": "x", "✎": "~", "✉": "@", "↩": "<", "▸": ">", "▾": "v", "▽": "v", "▹": ">", "▶": ">",
    "←": "<-", "→": "->", "↑": "^", "↓": "v",
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "─": "-", "│": "|",
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "€": "EUR", "£": "GBP", "¥": "JPY", "×": "x",
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
}  # fmt: skip


def stand_in(character: str) -> str:
    """Return ASCII that reads like a character: a mark of the same kind, its letter without accent, else `?`."""
    plain = unicodedata.normalize("NFKD", character)
    bare = "".join(part for part in plain if not unicodedata.combining(part))
    written = _MARKS.get(character) or "".join(_MARKS.get(part, part) for part in bare)
    return written if written.isascii() and (written or unicodedata.combining(character)) else "?"
