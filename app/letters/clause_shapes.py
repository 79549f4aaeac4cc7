"""Whether a phrase is a clause, a topic, or a note to oneself, by its words alone. Where it cannot tell, it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.etiquette.checks.judging.word_classes import CLASS_OF
from app.etiquette.checks.spelling import english
from app.etiquette.checks.word_lists import words_of
from app.etiquette.records import Person
from app.letters.verbs import BASE, HELPING, ONLY_PAST, is_past, is_third_person

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SIGNS = re.compile(
    r"->|=>|→|[<>=+&@#*_{}\[\]|\\/~^?!]|\.\.\.|…|\bw/|\bb/c\b|:\s+\S"
    r"|(?<!\b[A-Za-z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bProf)\.\s+\S"
)
_PRIVATE = re.compile(
    r"\b(?:red flags?|salary|pay range|seems?|seemed|boring|weird|rude|awkward|not sure|unsure|dunno|tbd|todo|n/a|meh"
    r"|hate|creepy|underpaid|low ?ball|\d+k|gut feeling|nice (?:guy|woman|lady|man|person))\b",
    re.IGNORECASE,
)
_REMINDERS = words_of(
    "ask check send remember google email call look read find follow prepare practice don't never try mention bring"
    " research write note learn ping tell say thank"
)
_OPENS_A_TOPIC = words_of(
    "how what why where when whether who which about because if than while as since for of in on at with"
)
_RELATIVE = words_of("that which who whom whose where when why how because if than while as since")
_SUBJECTS = words_of("you we i you're we're i'm you've we've i've you'd we'd i'd you'll we'll i'll it this there")
_EVERYBODY = words_of("nobody everybody everyone somebody someone nothing everything")
_DETERMINERS = words_of(
    "the a an your our my this that these those its every each some any all both no another one two three four five six"
    " seven eight nine ten many most several half"
)
_PREPOSITIONS = words_of(
    "of in on at for with by from to into onto over under about after before between during without within through"
    " across and or"
)
_BETWEEN = words_of(
    "behind beside besides near above below against around like unlike despite except per plus versus inside outside"
    " beyond along off up down past amid among throughout until till since as than that but via toward towards upon"
)
"""What stands between two nouns and is no verb: "the people behind the scenes"."""
_MASS = re.compile(
    r"(?:s|ing|tion|sion|ment|ness|ity|ance|ence|ship|age|ism|ware|work|data|people|children|staff|research|music|food"
    r"|code|debt|feedback|advice|equipment|safety|travel|training|progress|growth|math|maths|culture|quality|latency"
    r"|care|churn|revenue|traffic|demand|trust|energy|history|security|policy|infrastructure|literature|agriculture)$"
)
_NAMES_OF_TOOLS = words_of("go rust spark swift python react excel word teams slack zoom linear java ruby access")
_TALKED = re.compile(
    r"^(?:(?:we )?(?:talked|spoke|chatted|discussed)(?: (?:a lot|at length|mostly))?(?: about|(?<=discussed))"
    r"|(?:good |long |nice |great )?(?:talk|conversation|chat|discussion) about)\s+(?=\S)",
    re.IGNORECASE,
)
"""What a topic may be noted with: the letter says it again."""
_COMMON = 2_500
"""A word that occurs as often in the dictionary's texts is no name, though it begins with a capital at the start."""


def bare(phrase: str) -> str:
    """Return a phrase on one line, without a bullet before and a full stop after it."""
    text = re.sub(r"^(?:[-*•–]\s+|\d+[.)]\s+)", "", " ".join(phrase.split())).rstrip(" .;,:")
    return _TALKED.sub("", text)


def _is_doing(word: str) -> bool:
    """Return whether a word is what somebody does: moving, and not late-arriving."""
    return word.endswith("ing") and "-" not in word


def says_about(phrase: str) -> bool:
    """Return whether a note itself says "talked about ...": then what follows can."""
    return bool(_TALKED.match(phrase.strip()))


def words(text: str) -> list[str]:
    """Return the words in small letters, at least one."""
    plain = text.lower().replace("’", "'").replace("no one ", "nobody ")
    return _WORD.findall(plain) or [""]


def uncapitalized(text: str, reader: Person | None, met: Sequence[Person]) -> str:
    """Return the text as it goes on within a sentence: its first word small, unless that is a name or an acronym."""
    first = (_WORD.match(text) or [""])[0]
    piece = re.split(r"[-'’]", first)[0]
    names = {name for person in (*met, *([reader] if reader else [])) for name in (person.given, person.family)}
    is_name = not piece[1:].islower() or first in names or piece.lower() in _NAMES_OF_TOOLS or piece == "I"
    if piece == "A":
        is_name = False
    if not first or not first[0].isupper() or is_name or CLASS_OF.get(piece.lower()) == "date":
        return text
    is_word = english().count(piece.lower()) >= _COMMON or piece.endswith(("ing", "ed")) or "-" in first
    return text[0].lower() + text[1:] if is_word else text


def unreadable(text: str, longest: int) -> str:
    """Return what is to be mended before anybody else can read a note, "" for nothing."""
    count = len(text.split())
    sign = _SIGNS.search(text)
    if not _WORD.search(text):
        return "Write what they said or showed, in a few words."
    if count > longest:
        return f"That's {count} words. Keep the part they would remember, in {longest} at most."
    if sign is not None:
        if sign[0][0] in ".:":
            return "Make it one plain sentence: the letter has room for one."
        return f"Write it as you would say it to them, without “{sign[0].strip()}”."
    if _PRIVATE.search(text):
        return "That reads like a note to yourself. Write what they said or showed."
    return ""


def is_reminder(text: str) -> bool:
    """Return whether a note tells its writer what to do: "ask about on-call"."""
    said = words(text)
    return said[0] in _REMINDERS and len(said) > 1


def lacks_subject(text: str) -> bool:
    """Return whether a note begins with what somebody did and leaves out who: "talked about churn"."""
    first = words(text)[0]
    if is_third_person(first) and re.match(r"\S+ (?:to|that|a|an|the|your|me)\b", text):
        return True
    return is_past(first) or (first in HELPING and first not in ("can", "will", "might", "must"))


def is_tangled(text: str) -> bool:
    """Return whether there is more than one verb where only a topic was seen: "the rig that you built is new"."""
    said = words(text)
    if said[0] in _OPENS_A_TOPIC or _is_doing(said[0]):
        return False
    after = next((place for place, word in enumerate(said) if place and word in _RELATIVE | {"you", "we", "i"}), None)
    return (
        after is not None
        and sum(said[place] in HELPING or is_past(said[place]) for place in range(after, len(said))) > 1
    )


def is_clause(text: str) -> bool:
    """Return whether a phrase has a subject and a finite verb, so that it can follow "that"."""
    said = words(text)
    if said[0] in _SUBJECTS:
        return len(said) > 1
    if said[0] == "that":
        return is_clause(text.partition(" ")[2])
    if _is_doing(said[0]):
        return len(said) > 2 and said[1] in HELPING  # parking is free
    if said[0] in _OPENS_A_TOPIC:
        return False
    for place in range(1, len(said)):
        if said[place] in _RELATIVE:
            return False
        if _is_verb(said, place):
            return True
        if said[place] in ("you", "we", "i"):
            return False  # "the rig you built"
    return False


def _is_verb(said: list[str], place: int) -> bool:
    word, before = said[place], said[place - 1]
    after = said[place + 1] if place + 1 < len(said) else ""
    if word in HELPING:
        return True
    if before in _DETERMINERS or before in _PREPOSITIONS:
        return False
    if word in ONLY_PAST:
        return True
    if after in ("by", "of"):
        return False
    if is_past(word):
        return True
    if is_third_person(word) and place == 1:
        return said[0] in _EVERYBODY or (said[0] not in _DETERMINERS | BASE and english().count(said[0]) < _COMMON)
    if is_third_person(word):
        is_verb = said[0] in _EVERYBODY or (said[0] in _DETERMINERS and not before.endswith("s"))
        return bool(after) and is_verb
    is_plural = bool(re.search(r"(?<!s)s$|^(?:people|children|men|women|staff)$", before))
    return is_plural and (
        word in BASE or (place > 1 and after in _DETERMINERS and word not in _BETWEEN | _PREPOSITIONS | _RELATIVE)
    )


def needs_none(word: str) -> bool:
    """Return whether a subject is one without any article: you, nobody."""
    return word in _SUBJECTS | _EVERYBODY | {"they", "he", "she"}


def lacks_article(text: str) -> str:
    """Return the noun phrase that needs "the", "a", or "your" before it: "wooden board by the door"; "" for none."""
    said = words(text)
    if said[0] in _DETERMINERS or said[0] in _OPENS_A_TOPIC or _is_doing(said[0]) or text[0].isupper():
        return ""
    if text[0].isdigit() or re.match(r"\S+['’]s?\s", text):
        return ""
    ends = next((place for place, word in enumerate(said) if place and word in _PREPOSITIONS | _RELATIVE), len(said))
    head = said[ends - 1]
    cut = re.match(r"[^,;:()]+", text)
    if cut and len(words(cut[0])) < ends:
        head = words(cut[0])[-1]
    is_subject = len(said) > 2 and is_third_person(said[1]) and said[2] in _PREPOSITIONS | _DETERMINERS
    if is_subject and not _MASS.search(said[0]):
        return text.split()[0]
    if _MASS.search(head) or english().count(head) == 0:
        return ""
    return " ".join(text.split()[:ends])
