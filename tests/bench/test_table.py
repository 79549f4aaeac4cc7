"""The table of what was measured goes between the marks of its file, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

from tests.bench import table
from tests.bench.figures import Budget, Figure, Plan


def test_the_table_replaces_the_earlier_one_and_says_each_note_once(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(f"before\n{table.BEGINS}\nold\n{table.ENDS}\nafter\n")
    figures = [
        Figure("a key", size, [2.0], "ms", [1.0], Budget(ratio=1.5, at=100), note="0 of 40 over 50 ms")
        for size in (100, 1_000)
    ]
    table.write_table(figures, Plan((100, 1_000)), page)
    text = page.read_text()
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "old" not in text
    assert "| a key | 2.0 ms (2.00 x) | 2.0 ms (2.00 x) | 1.5 x at 100 | **no** |" in text
    assert text.count("0 of 40 over 50 ms") == 1


def test_the_page_beside_the_bench_has_the_marks() -> None:
    text = table.README.read_text("utf-8")
    assert table.BEGINS in text.partition(table.ENDS)[0]
