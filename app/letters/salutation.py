"""How a person is addressed (ETIQUETTE 5.1). Names are used exactly as they are stored (ETIQUETTE 5.2)."""

from __future__ import annotations

import re
from operator import attrgetter

from app.etiquette.letter_kinds import Tone
from app.etiquette.letter_style import English
from app.etiquette.records import Application, LetterStatus, Me, Person
from app.etiquette.text import folded
from app.letters.style import listed

TO_NOBODY = "Dear Hiring Manager,"
"""When nobody's name is known; the checker flags it."""

_GREETS = re.compile(
    r"(?P<word>dear|hi|hello|hey|good (?:morning|afternoon|evening))[\s,]+(?P<whom>.+?)[\s,.!:;–—-]*", re.IGNORECASE
)
_FORMAL = re.compile(r"(?:mr|mrs|ms|mx|miss|dr|prof|professor)\b", re.IGNORECASE)
_DEGREE = re.compile(r"(?:dr|prof|professor|rev)\b", re.IGNORECASE)
_FIRST_NAME_WORDS = {"dear": "Dear", "hi": "Hi", "hey": "Hi"}
_GREETING_WITHIN_LINES = 3


def greeting(application: Application, person: Person | None, me: Me, tone: Tone = Tone.PLAIN) -> str:
    """Return the greeting line: the thread's form of address mirrored, else what goes with the tone."""
    if person is None or not (person.given or person.family):
        return TO_NOBODY
    mirrored = _as_they_wrote(application, person, me) or _as_we_wrote(application, person)
    return mirrored or to_people([person], tone)


def to_people(people: list[Person], tone: Tone, english: English = English.US) -> str:
    """Return the greeting that needs no thread: warmly by given names, except where somebody has a degree."""
    if tone is Tone.WARM and all(person.given and not _DEGREE.match(person.honorific) for person in people):
        return f"Hi {listed([person.given for person in people], english)},"
    return f"Dear {listed([called(person) for person in people], english)},"


def by_name(person: Person) -> str:
    """Return the greeting for a first letter: "Dear Ms Lee," with a title, "Dear Dana Lee," without one."""
    return f"Dear {called(person)},"


def called(person: Person) -> str:
    """Return how a first letter addresses a person: "Ms Lee" with a title, "Dana Lee" without one."""
    return f"{person.honorific} {person.family}" if person.honorific and person.family else person.name


def _as_they_wrote(application: Application, person: Person, me: Me) -> str:
    """Return the greeting that answers how they last greeted the user; "" if that shows nothing."""
    their_replies = [reply for reply in application.replies if reply.person == person.id and reply.is_answer]
    for reply in sorted(their_replies, key=attrgetter("at"), reverse=True):
        opening = [line.strip() for line in reply.text.splitlines() if line.strip()][:_GREETING_WITHIN_LINES]
        for match in filter(None, map(_GREETS.fullmatch, opening)):
            if _FORMAL.match(match["whom"]):
                return by_name(person)
            if person.given and folded(match["whom"]) in folded(me.name).split():
                return f"{_FIRST_NAME_WORDS.get(match['word'].lower(), 'Hello')} {person.given},"
    return ""


def _as_we_wrote(application: Application, person: Person) -> str:
    """Return the greeting of the user's last letter to the person if it named them, else ""."""
    sent = [
        letter
        for letter in application.letters
        if letter.to == person.id and letter.status is LetterStatus.SENT and letter.sent is not None and letter.body
    ]
    for letter in sorted(sent, key=lambda letter: (letter.sent, letter.id), reverse=True):
        line = letter.body.strip().partition("\n")[0].strip()
        names = [name for name in (person.given, person.family) if name]
        if _GREETS.fullmatch(line) and any(name in line for name in names):
            return line
    return ""
