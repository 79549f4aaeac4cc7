"""A document printed piece by piece is the document, and never stands in memory as one text."""

from __future__ import annotations

import io
import json
import tracemalloc

from app.cli.json_output import print_json


class _Measured(io.StringIO):
    longest = 0
    total = 0

    def write(self, text: str) -> int:
        self.longest = max(self.longest, len(text))
        self.total += len(text)
        return len(text)


def test_what_is_printed_is_the_document_indented() -> None:
    files = [{"file": "ä.csv", "rows": 2, "taken": [{"line": 1, "saved": None}], "days": (1, (2,))}]
    document = {"files": files, "empty": [], "nothing": ()}
    stream = io.StringIO()
    print_json(document, stream)
    assert stream.getvalue() == json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def test_a_large_document_takes_no_memory_to_print() -> None:
    document = [{"company": f"Northwind {number}", "notes": "a word " * 10} for number in range(20_000)]
    stream = _Measured()
    tracemalloc.start()
    try:
        print_json(document, stream)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert stream.total > 2_000_000
    assert peak < 1_000_000
