"""The words and drawings for yes and for no. A table alone, as `folding.plain` leaves them."""

from __future__ import annotations

YES = frozenset(
    (
        "1 attended checked clear cleared completed done evet got had held it ja ok oui participated pass passed place "
        "received si sim sì took true verdadero vero vrai wahr x y yes ✓ 完成 已完成 已面 是 有 通过 "
    ).split()
) | {"took place", "got it"}
NO = frozenset(
    ("0 falsch false falso faux hayir n na nao nein never no non none not unchecked yet 否 无 未 没有 ").split()
) | {"not yet"}
MARKS = {
    "✓": True,
    "✔": True,
    "✅": True,
    "☑": True,
    "✔️": True,
    "●": True,
    "✗": False,
    "✘": False,
    "❌": False,
    "☐": False,
}
"""Drawings that stand alone in a cell."""
