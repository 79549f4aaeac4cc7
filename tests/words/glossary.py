"""The words that the program has given up, as patterns, and what it says instead."""

from __future__ import annotations

import re

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"

RETIRED: tuple[tuple[str, str], ...] = (
    (r"\b(?:a|the) no\b(?=$|[,.;:)])", "rejection; Rejected; Reply to the rejection"),
    (r"\blet (?:it|the step|them) go\b", "skip; Close: no reply"),
    (r"\bwaive[ds]?\b", "skip"),
    (r"\bnobody came\b|\bmissed call\b", "missed interview; Ask for a new time"),
    (r"\bout of sight\b", "snooze"),
    (r"\bdone elsewhere\b|\bas if it had gone\b", "mark as done"),
    (r"\bwritten elsewhere\b|\(elsewhere\)", "sent from your own mail program"),
    (r"\breply-by date\b|\b(?:they|will) (?:will )?answer by\b", "decision date; They said Fri, Nov 20"),
    (r"\bassumed? (?:date|one)\b|\bpresume\b", "expected by Fri, Nov 20 (usual wait)"),
    (r"\b(?:take|takes|taken|took|taking) (?:it |this |them |that |the files? |files )?in\b", "import, imported"),
    (r"\bquiet\b|\bwaits? for (?:its|their) day\b|\bwhat waits\b", "waiting; coming up"),
    (r"\b(?:the|your) (?:whole )?hunt\b", "your search"),
    (r"\ball right\b|\brather not\b|\ball the same\b", "OK; Cancel; anyway"),
    (r"\bthat did not work\b|\binvalid input\b|^Error\b", "what happened, what was kept, what to do"),
    (r"\b(?:is|was) as it was\b", "was left as it is"),
    (r"\bleft the house\b|\bhouse and\b|\btakes it back\b|\btaken back\b", "undo"),
    (r"\bis no (?:date|calendar|mail|file|kind|JSON|export|command|letter|address|hunt)\b", "is not a ..."),
    (r"\b(?:mail|your) address\b(?! that)", "email"),
    (r"\b(?:its|the|their) rights\b", "permissions"),
    (r"\blook round\b|\bthere already\b|\bmended?\b", "look around; already here; fix"),
    (r"\bsomebody\b", "someone, or the thing that was done"),
    (r"\b(?:cancell(?:ed|ing)|colour|behaviour|favour|centre|grey|synchronis\w+|recognis\w+|organis\w+)\b", "American"),
    (rf"\b\d{{1,2}} {_MONTH}\b", "Nov 27"),
    (r"[a-z]!(?: |$)", "no exclamation marks"),
    (r"\{[^}]*:[^}]*(?:%H|%d|%a|%b)(?!%M%S)[^}]*\}(?!\.db)", "say_day, say_clock, say_moment"),
)
"""Pattern, without regard to case; what to say instead."""

LABELS = {
    "Place": "Location",
    "Address": "Email",
    "Part": "Role",
    "Found through": "Source",
    "Waive": "Skip",
    "Take in": "Import",
}
"""What no field, button or column of the screen is called any more; what it is called."""


def say_instead(text: str) -> str:
    """Return what is to be said in the place of a retired word of `text`, "" where it has none."""
    if text in LABELS:
        return LABELS[text]
    return next((instead for pattern, instead in RETIRED if re.search(pattern, text, re.IGNORECASE)), "")
