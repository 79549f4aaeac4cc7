"""The program with one fault built in: what checks a letter raises once the word of doom is typed.

Run as `python -m tests.torture.faulty ARGUMENTS`. The word is in the error's message, the letter in local variables.
"""

from __future__ import annotations

import sys

from app.__main__ import main
from app.ui.typing_saver import TypingSaver

WORD = "kaboom"
_sound_check = TypingSaver._check


async def _check(self: TypingSaver) -> None:
    body = self._work.screen.letter_pane.body
    if WORD in body:
        raise ZeroDivisionError(body)
    await _sound_check(self)


if __name__ == "__main__":
    TypingSaver._check = _check  # type: ignore[method-assign]
    sys.exit(main())
