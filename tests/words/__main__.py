"""Write spoken.txt anew: `python -m tests.words`."""

from __future__ import annotations

from tests.words.spoken import SPOKEN, spoken

SPOKEN.write_text(spoken(), "utf-8")
print(f"wrote {SPOKEN}")
