"""Write the book of letters anew: `python -m tests.letters`."""

from __future__ import annotations

from tests.letters.book import BOOK, book

BOOK.write_text(book(), "utf-8")
print(f"wrote {BOOK}")
