"""Mails that may move an interview that is ahead. They are only read for it: when it is then, the user says.

A phrase a line: its language, the pattern, which never reaches past a sentence, and an example.
"""

from __future__ import annotations

import re

PHRASES = (
    ("en", r"re-?schedul\w*|postpon\w*", "We have to reschedule."),
    (
        "en",
        r"(?:mov|shift|push)(?:e|ed|ing)?\b(?! (?:forward|ahead|on|you)\b).{0,40}"
        r"\b(?:interview|call|talk|meeting|conversation|chat|appointment|visit|slot)",
        "We need to move our talk from Wednesday to Friday.",
    ),
    ("en", r"(?:another|different|new|later|earlier) (?:time|date|day|slot)", "Could we find another time?"),
    ("en", r"(?:can(?:no|['’])t|unable to|not able to) make (?:it|our|the|that)", "Karen can't make it on Wednesday."),
    (
        "de",
        r"(?:verschieb|verschob|verleg)\w*|(?:anderen|neuen|späteren) termin",
        "Wir müssen das Gespräch verschieben.",
    ),
    ("fr", r"(?:reporter|décaler|déplacer).{0,40}\b(?:entretien|rendez-vous)", "Peut-on décaler notre entretien ?"),
    ("es", r"(?:aplazar|reprogramar|mover).{0,40}\b(?:entrevista|cita)", "Tenemos que aplazar la entrevista."),
)
_ANY = re.compile("|".join(rf"\b(?:{pattern})\b" for _, pattern, _ in PHRASES), re.IGNORECASE)
_READ = 2_000
"""Characters of a mail in which it is looked for."""


def may_move_interview(text: str) -> bool:
    """Return whether a mail's own words, without what it quotes, speak of another time for an interview."""
    sentences = re.split(r"[.!?]\s|\n\s*\n", text[:_READ])
    return any(_ANY.search(" ".join(sentence.split())) for sentence in sentences)
