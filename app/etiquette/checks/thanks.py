"""Thanks to the reader for something given; not thanks to others, in advance, withheld, or in a bare sign-off."""

from __future__ import annotations

import re

from app.etiquette.checks.demanded import demanded
from app.etiquette.checks.findings import Check, Finding
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.letter_kinds import DEMANDS

_THANKS = re.compile(
    r"\bthank(?:s|ing)? you\b|\bmany thanks\b|\bthanks\b(?! to\b)|\bthank(?:ing)? (?:everyone|all|the (?:whole )?(?:team|panel))"
    r"|\bwant(?:ed)? to thank\b|\b(?:i|we)(?: (?:\w+ly|do|also|very much|so))* appreciated?\b|\bappreciative\b|\bmuch appreciated\b"
    r"|\bappreciated? (?:the|your|you|how|that|all|every|our|hearing|learning|meeting|being|having|both|so)\b|\bgratitude\b|\b(?:grateful|thankful|obliged|indebted)\b|\b(?:my|with|deep|sincere) (?:gratitude|thanks|appreciation)\b"
    r"|\b(?:was|were|is) (?:\w+ )?(?:kind|generous|good) of you\b|\bi owe you\b",
    re.IGNORECASE,
)
_NOT_THANKS = re.compile(
    r"\bthank(?:s|ing)?(?: you)?(?: \w+)? in advance\b|\bin advance\b|\bthanks? (?:god|goodness|heavens?)\b|\bthanks? to (?:my|our|his|her|their|the internet)\b"
    r"|\bno(?:,)? thank(?:s| you)\b|\bthanks?(?: you)? for nothing\b|\b(?:would|'d|will|'ll|should) (?:\w+ )*appreciate\b"
    r"|\b(?:would|'d) be (?:\w+ )?(?:grateful|thankful|obliged)\b"
    r"|\b(?:not|never|n't|hardly|nothing|don't know what)\b[^,;.]{0,25}\b(?:thank|grateful|appreciate)"
    r"|\bthank(?:s|ed|ful to)? (?:my|him|her|them|our recruiter)\b|\b(?:grateful|thankful|obliged|indebted) to (?:my|our|him|her)\b"
    r"|\b(?:if|should|hope) you(?:'d| would| could| can)? appreciate\b|\bappreciate (?:it )?(?:if|an? (?:update|answer|reply|response|word))\b|\bowe (?:you|me) an?\b"
    r"|\bthank(?:s| you) (?:\w+ )?(?:if|when|once)\b|\b(?:thank|grateful)\w* (?:yet|for your (?:quick|prompt|speedy) (?:reply|response|answer))\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:many |so many )?thank(?:s| you)[.!,]*$", re.IGNORECASE)


def gratitude(letter: LetterText, read: ReadLetter, known: Knowledge) -> list[Finding]:
    """Return whether the reader is thanked."""
    found = next((thanks for sentence in read.sentences if (thanks := _thanks_in(sentence))), None)
    demand = DEMANDS[letter.kind].thanks
    return demanded(
        Check.GRATITUDE, demand, known, found, "thanks the reader", "Thank the reader for what they gave you."
    )


def _thanks_in(sentence: Span) -> Span | None:
    match = _THANKS.search(sentence.text)
    if match is None or _BARE.match(sentence.text):
        return None
    rest = _NOT_THANKS.sub(" ", sentence.text)
    if len(rest) != len(sentence.text) and not _THANKS.search(rest):
        return None
    return sentence.of(match)
