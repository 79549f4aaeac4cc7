"""What the terminal sends, as text: bytes that are no text end nothing, a paste is text to its end, what the terminal
answers to questions (ours, or those of an editor that had it before) is no key. No Textual here."""

from __future__ import annotations

import codecs
import re
from collections.abc import Container

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""How a terminal brackets what is pasted."""
ESCAPE = "\x1b[27u"
"""The escape key, said so that nothing has to be waited for (the keyboard protocol of kitty)."""
TICK = 0.1
"""Seconds after which an escape that nothing follows is the escape key."""
REST = 0.03
"""Seconds without input after which a paste has ended: shorter than a key that repeats takes."""
LONG_REST = 0.5
"""The same where what followed looks like more of it: a terminal far away, or a busy one, sends it in pieces."""
HAND = 0.05
"""Seconds before and after a key that a hand presses; what a terminal sends comes together, or stalls for longer."""
LONGEST = 100_000
"""Characters of an answer; what is longer is none."""

_OBEYED = {0x00: "␀", 0x1B: "␛"}
"""What a parser of keys would drop, or obey, within a paste."""
_SENT_UNASKED = re.compile(r"(?:\x1b\[[<0-9;]*[IOMm])*")
"""Reports of the mouse and the focus."""
_ONE_KEY = re.compile(r"[^\x1b]|\x1b(?:[^\x1b\[O]|O.|\[(?!201~)[0-9;:]*[A-HJ-NP-Za-z~])?", re.DOTALL)

# ECMA-48, 5.4 (control sequences) and 5.6 (control strings). The Linux console, rxvt and X10 mice have forms of their
# own, which come first.
_CONTROL_SEQUENCE = re.compile(r"\x1b\[(?:\[[A-E]|\d+\$(?!y)|[0-?]*[ -/]*[@-~])", re.DOTALL)
_SEQUENCE_BEGUN = re.compile(r"\x1b\[(?:\[|[0-?]*[ -/]*)")
_CONTROL_STRING = re.compile(r"\x1b[PX^_\]]([^\x07\x18\x1a\x1b]*)(\x07|\x1b\\|(?=[\x18\x1a\x1b]))")
_ANSWER_BEGUN = re.compile(r"\x1b(?:\[[0-?]|[PX^_\]][^\x1b])", re.DOTALL)
_LATE_ANSWER = re.compile(r"\x1b(?:\[[0-?]+[ -/]*[@-~]|\]\d[^\x1b\x07]*(?:\x07|\x1b\\)|[PX^_][^\x1b]+\x1b\\)")
_UNDERSTOOD = re.compile(
    r"\x1b\[(?:"
    r"(?P<key>\d{0,7}(?:;\d{0,7}(?:;[\d:]{0,20})?)?[u~A-FHPQRS])"
    r"|<\d{1,6};-?\d{1,6};-?\d{1,6}[mM]|\d{1,6};\d{1,6};\d{1,6}M|M"  # mice
    r"|[IO]"  # the focus
    r"|48;\d{1,6};\d{1,6};\d{1,6};\d{1,6}t|\?\d{1,6};\d\$y"  # the size, modes
    r")"
)
_MOST = 0x110000


class Incoming:
    """Decodes UTF-8, with a stand-in for what is none, and lets nothing within a paste end it or pass for keys.

    An end-of-paste sequence within the pasted text would have the rest of it obeyed as keys. So only the last one of
    a burst of input counts: what follows one is held back until the input rests, and rests longer when that is more
    than the mouse sends, since no hand types so soon after a paste. A paste or an answer whose end never comes is
    over with the first key that comes alone, as a hand presses it.
    """

    def __init__(self, keys: Container[str] = ()) -> None:
        """Let through these sequences as keys, besides those of the keyboard protocol."""
        self._keys = keys
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._is_pasting = False
        self._held = ""
        """Within a paste: from its last end on, or what may be the beginning of an end."""
        self._begun = ""
        """Outside a paste: a sequence that is not whole yet."""
        self._has_rested = False
        self._let_go = ""
        """The beginning of a sequence that was just taken for the escape key, or for a key with alt."""
        self._by_hand = ""
        """A key that came alone while a paste or an answer has no end yet."""

    @property
    def is_in_doubt(self) -> bool:
        """Whether what waits may well be the rest of a paste of which the terminal is slow to send the end."""
        return bool(self._held) and _SENT_UNASKED.fullmatch(self._held.removeprefix(END)) is None

    @property
    def patience(self) -> float:
        """Seconds without input after which `rest` is to be asked."""
        if self._by_hand or (self._is_open and not self._has_rested):
            return HAND
        if self._held.startswith(END):
            return LONG_REST if self.is_in_doubt else REST
        return LONG_REST if len(self._begun) > 1 else TICK

    @property
    def _is_open(self) -> bool:
        """Whether a paste or an answer waits for its end."""
        if self._is_pasting:
            return not self._held.startswith(END)
        return _ANSWER_BEGUN.match(self._begun) is not None

    def take(self, data: bytes) -> str:
        """Return the text of some bytes as far as it is certain what it is."""
        text = self._decoder.decode(data)
        if self._has_rested and not self._by_hand and self._may_be_a_hand(text):
            self._by_hand = text
            return ""
        text, self._by_hand = self._by_hand + text, ""
        if self._let_go and _LATE_ANSWER.match(self._let_go + text):
            text = self._let_go + text
        self._has_rested, self._let_go = False, ""
        return self._sorted(text)

    def _may_be_a_hand(self, text: str) -> bool:
        """Return whether this is one key, and no more of a paste or of an answer than chance would have it.

        A control sequence ends with the next letter anyway.
        """
        if not self._is_open or self._begun.startswith("\x1b[") or not _ONE_KEY.fullmatch(text):
            return False
        return self._is_pasting or not (text in ("\x07", "\x1b\\") or (text == "\\" and self._begun.endswith("\x1b")))

    def rest(self) -> str:
        """Return what was held back, now that nothing more came: an end of a paste, and the keys after it."""
        if self._by_hand:
            return self._ended_by_hand()
        if self._is_open:
            self._has_rested = True
            return ""
        if self._held:
            held, self._held, self._is_pasting = self._held, "", False
            return END + self._sorted(held[len(END) :])
        begun, self._begun = self._begun, ""
        self._let_go = begun or self._let_go
        return ESCAPE if begun == "\x1b" else begun

    def _ended_by_hand(self) -> str:
        key, self._by_hand = self._by_hand, ""
        end = END if self._is_pasting else ""
        torn = self._held.translate(_OBEYED)
        self._is_pasting, self._held, self._begun, self._has_rested = False, "", "", False
        return torn + end + (ESCAPE if key == "\x1b" else self._sorted(key))

    def _sorted(self, text: str) -> str:
        if self._is_pasting:
            return self._pasted(self._held + text)
        keys, pasted = self._without_answers(self._begun + text)
        return keys + self._pasted(pasted) if self._is_pasting else keys

    def _without_answers(self, text: str) -> tuple[str, str]:
        """Return the keys in a text, up to the beginning of a paste, and what comes after that."""
        kept, at, self._begun = [], 0, ""
        while (escape := text.find("\x1b", at)) >= 0:
            kept.append(text[at:escape])
            sequence = self._sequence(text, escape)
            if not sequence:
                self._begun = text[escape:] if len(text) - escape <= LONGEST else ""
                return "".join(kept), ""
            at = escape + len(sequence)
            if sequence == BEGIN:
                self._is_pasting, self._held = True, ""
                return "".join([*kept, BEGIN]), text[at:]
            if self._is_understood(sequence):
                kept.append(sequence)
        return "".join([*kept, text[at:]]), ""

    def _sequence(self, text: str, at: int) -> str:
        """Return the sequence that begins at an escape in a text, the escape alone where it begins none, "" for one
        that is not whole yet."""
        introducer = text[at + 1 : at + 2]
        if text.startswith("[[", at + 1):  # the first function keys of the Linux console
            return text[at : at + 4] if len(text) - at > 3 else ""
        if introducer == "[":
            whole, begun = _CONTROL_SEQUENCE.match(text, at), _SEQUENCE_BEGUN.fullmatch(text, at)
        elif introducer in ("P", "X", "^", "_", "]"):
            whole, begun = _CONTROL_STRING.match(text, at), None
            if whole is not None and not whole[2] and not _ANSWER_BEGUN.match(whole[0]):
                return "\x1b"  # alt and that key, and then another sequence
            if whole is None or (not whole[2] and whole.end() == len(text) - 1):
                return ""  # its end, or the second half of its end, is still to come
        else:
            return "\x1b" if introducer and introducer != "O" else text[at : at + 3] if len(text) - at > 2 else ""
        if whole is not None:
            return whole[0]
        torn = _SEQUENCE_BEGUN.match(text, at)
        if begun is not None or torn is None:
            return ""
        return torn[0] if _ANSWER_BEGUN.match(torn[0]) else "\x1b"

    def _is_understood(self, sequence: str) -> bool:
        """Return whether a whole sequence is a key, or something else that the program asked for."""
        if not sequence.startswith("\x1b["):
            return sequence == "\x1b" or sequence[1] == "O"
        if sequence in self._keys:
            return True
        match = _UNDERSTOOD.fullmatch(sequence)
        if match is None or match["key"] is None:
            return match is not None
        codes = [int(code) for code in re.findall(r"\d+", match["key"])]
        return all(code < _MOST and not 0xD800 <= code < 0xE000 for code in codes)

    def _pasted(self, text: str) -> str:
        """Return what certainly is within the paste. One paste right after another becomes one: nothing is between."""
        text = text.replace(END + BEGIN, "")
        cut = text.rfind(END)
        if cut < 0:
            cut = len(text) - max((n for n in range(1, len(END)) if text.endswith(END[:n])), default=0)
        self._held = text[cut:]
        return text[:cut].translate(_OBEYED)
