"""What the terminal sends, as text: bytes that are no text end nothing, a paste is text to its end. No Textual here."""

from __future__ import annotations

import codecs
import re

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""How a terminal brackets what is pasted."""
_OBEYED = {0x00: "␀", 0x1B: "␛"}
"""What a parser of keys would drop, or obey, within a paste."""
_SENT_UNASKED = re.compile(r"(?:\x1b\[[<0-9;]*[IOMm])*")
"""Reports of the mouse and the focus."""


class Incoming:
    """Decodes UTF-8, with a stand-in for what is none, and lets nothing within a paste end it or pass for keys.

    An end-of-paste sequence within the pasted text would have the rest of it obeyed as keys. So only the last one of
    a burst of input counts: what follows one is held back until the input rests, and rests longer when that is more
    than the mouse sends, since no hand types so soon after a paste.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._is_pasting = False
        self._held = ""
        """Within a paste: from its last end on, or what may be the beginning of an end."""
        self._passed = ""
        """Outside a paste: the last characters, which may be the first half of a beginning."""

    @property
    def is_holding(self) -> bool:
        """Whether something waits for the input to rest."""
        return bool(self._held)

    @property
    def is_in_doubt(self) -> bool:
        """Whether what waits may well be the rest of a paste of which the terminal is slow to send the end."""
        return bool(self._held) and _SENT_UNASKED.fullmatch(self._held.removeprefix(END)) is None

    def take(self, data: bytes) -> str:
        """Return the text of some bytes as far as it is certain what it is."""
        return self._sorted(self._decoder.decode(data))

    def rest(self) -> str:
        """Return what was held back, now that nothing more came: an end of a paste, and the keys after it."""
        held, self._held = self._held, ""
        if not held.startswith(END):
            self._held = held
            return ""
        self._is_pasting = False
        return END + self._sorted(held[len(END) :])

    def _sorted(self, text: str) -> str:
        if self._is_pasting:
            return self._pasted(self._held + text)
        known = self._passed + text
        found = known.find(BEGIN)
        if found < 0:
            self._passed = known[-len(BEGIN) + 1 :]
            return text
        begun = found + len(BEGIN) - len(self._passed)
        self._is_pasting, self._passed, self._held = True, "", ""
        return text[:begun] + self._pasted(text[begun:])

    def _pasted(self, text: str) -> str:
        """Return what certainly is within the paste. One paste right after another becomes one: nothing is between."""
        text = text.replace(END + BEGIN, "")
        cut = text.rfind(END)
        if cut < 0:
            cut = len(text) - max((n for n in range(1, len(END)) if text.endswith(END[:n])), default=0)
        self._held = text[cut:]
        return text[:cut].translate(_OBEYED)
