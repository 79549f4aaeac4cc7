"""The terminal as a door: bytes that are no text end nothing, a paste is text to its end, no control byte goes out."""

from __future__ import annotations

import codecs
import re

from rich.segment import Segment
from textual.color import Color
from textual.drivers import linux_driver
from textual.filter import LineFilter

_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class _Input:
    """Decodes input as UTF-8, with a stand-in for what is none, and keeps the inside of a paste inside."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._is_pasting = False

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text of some bytes."""
        text = self._decoder.decode(data, final)
        if not text or (not self._is_pasting and _PASTE_BEGINS not in text):
            return text
        before, _, rest = ("", "", text) if self._is_pasting else text.partition(_PASTE_BEGINS)
        opening = "" if self._is_pasting else _PASTE_BEGINS
        pasted, end, after = rest.rpartition(_PASTE_ENDS)
        if not end:
            pasted, after = rest, ""
        self._is_pasting = not end
        # An end within the pasted text would have the rest of it obeyed as keys: only the last one counts.
        return before + opening + pasted.replace("\x1b", "␛") + end + after


def harden_input() -> None:
    """Have Textual's driver read through `_Input`: its own decoder raises on the first byte that is not UTF-8."""
    linux_driver.getincrementaldecoder = lambda _encoding: _Input  # type: ignore[assignment, attr-defined]


class ControlFilter(LineFilter):
    """The second lock behind `clean()`: whatever widget drew it, no control character reaches the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments of a line with stand-ins for control characters."""
        if not any(_CONTROL.search(segment.text) for segment in segments if not segment.control):
            return segments
        return [
            segment if segment.control else Segment(_CONTROL.sub("�", segment.text), segment.style)
            for segment in segments
        ]
