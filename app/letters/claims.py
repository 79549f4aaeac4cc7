"""What a note claims, and of whom: notes on oneself, on a "we", in quotation marks, and such that find fault.

What a letter cannot say to its reader is asked about; what only lacks a turn is turned.

    I liked that you test everything    you test everything
    "we never ship on Fridays"          you never ship on Fridays
    my talk at PyCon                    nothing yet: what did they say of it?
    we never ship on Fridays            nothing yet: who is "we"?
    your on-call rota is brutal         nothing yet: it finds fault
"""

from __future__ import annotations

import re

from app.etiquette.checks.word_lists import words_of
from app.letters import clause_shapes as shapes
from app.letters.verbs import BASE, HELPING, is_past, is_third_person, with_you

_FRAME = re.compile(
    r"^I (?:really |also |particularly )?(?:(?:liked|loved|enjoyed|appreciated)"
    r" (?:how (?=you \w+ )|that (?=\S+ \S+ )|(?=(?:the|your|that)\b))"
    r"|(?:learned|learnt|heard|noticed|saw|understood) that )",
    re.IGNORECASE,
)
"""How a note says that its writer took note of something: a letter says it in its own way."""
_QUOTE = re.compile(r"^[\"“”„«]([^\"“”„«»]+)[\"“”»]$")
_TURNED = {
    "we're": "you're", "we've": "you've", "we'll": "you'll", "we'd": "you'd", "i'm": "you're", "i've": "you've",
    "i'll": "you'll", "i'd": "you'd", "we": "you", "i": "you", "us": "you", "me": "you", "our": "your", "my": "your",
    "ours": "yours", "mine": "yours",
}  # fmt: skip
_IS = {"am": "is", "was": "was"}
_FIRST_PERSON = re.compile(r"\b(?:(?:we|i)['’](?:re|ve|ll|d|m)|we|i|us|me|our|my|ours|mine)\b", re.IGNORECASE)
_ONESELF = re.compile(r"^(?:my|mine|i|i['’](?:m|ve|d|ll))\b", re.IGNORECASE)
_WE = re.compile(
    r"^(?:we|our|us)\b(?:['’](?:re|ve|ll|d)\b)?\s*(?:(?:both|all|also|even|then|just|briefly)\s+)*(\S*)", re.IGNORECASE
)
_TOGETHER = re.compile(
    r"^(?:we (?:both|all)|both of us|our (?:talk|conversation|chat|discussion|tour|meeting))\b", re.IGNORECASE
)
_HARSH = re.compile(
    r"\b(?:brutal|mess|messy|sucks?|sucked|stupid|terribl[ey]|awful|horribl[ey]|toxic|chaotic|chaos|badly|poorly|hated"
    r"|crap|shit\w*|nightmare|disaster|rude|arrogant|annoying|understaffed|overworked|burn(?:ed|t)?[- ]?out"
    r"|dysfunctional|incompetent|clueless|lousy|dumb|idiot\w*|useless|sloppy|evasive|lacks?|lacking|painful"
    r"|exhausting|insane|hostile|disorgani[sz]ed|unprofessional|unprepared|micromanag\w+|turnover|attrition|layoffs?"
    r"|laid off|people (?:leave|left|quit)|(?:manager|boss|ceo|cto|cfo|lead|head|director) (?:quit|left|is leaving))\b"
    r"|^(?:hardly|barely|few|lack of|too)\b"
    r"|^no (?:tests?|docs|documentation|plans?|idea|process|structure|budget|seniors?|training|support|mentor\w*)\b",
    re.IGNORECASE,
)
"""What finds fault with the reader's own house: they would not be glad to read it."""
_COUNTED = re.compile(r"^(?:\d\S*|two|three|four|five|six|seven|eight|nine|ten)(?:\s+\S+){1,3}$", re.IGNORECASE)
_LOOSE_END = re.compile(r"(?:\w\s+)(?:everywhere|nowhere|half done|done|again|soon|already|only|lately)$")
_NOUN_TOO = words_of(
    "plans tests costs changes moves talks visits rules designs needs reports studies reviews measures tours questions"
    " ideas notes stops starts uses works"
)
"""Verbs after "she" that are things as well, where one of `_THINGS_GO_ON` follows."""
_THINGS_GO_ON = frozenset({"for", "of", "about"})


def without_frame(phrase: str) -> str:
    """Return a note without "I liked", "I learned that" before what was liked or learned."""
    return _FRAME.sub("", phrase.strip(), count=1) or phrase


def as_quoted(text: str) -> str:
    """Return what the reader said, where a note is nothing but their words: "we ship daily" is "you ship daily"."""
    quote = _QUOTE.match(text)
    if quote is None or not _FIRST_PERSON.match(quote[1]):
        return text
    said = re.sub(
        r"\b(i) (am|was)\b",
        lambda match: f"{match[1]} {with_you(_IS[match[2].lower()])}",
        quote[1],
        flags=re.IGNORECASE,
    )
    return _FIRST_PERSON.sub(lambda match: _TURNED[match[0].lower().replace("’", "'")], said)


def begins_with_verb(text: str) -> bool:
    """Return whether a note begins with what somebody does and leaves out who: "hates meetings", "works in Kenya"."""
    said = text.lower().split()
    first, second = said[0].strip(",.:;"), said[1].strip(",.:;") if len(said) > 1 else ""
    if not is_third_person(first) or not second:
        return False
    if second in BASE | HELPING or is_past(second):
        return False  # "builds take two hours", "tests written by interns"
    return not (second in _THINGS_GO_ON and first in _NOUN_TOO)


def bare_subject(text: str) -> str:
    """Return the one word that is the subject of a clause and lacks "your" or "the" before it, such as "team" in "team
    doubled"; "" where none does."""
    first, _, rest = text.partition(" ")
    verb = rest.split(" ")[0].lower()
    is_next = verb in HELPING | BASE or is_past(verb) or is_third_person(verb)
    is_bare = first[0].islower() and not shapes.needs_none(first) and bool(shapes.lacks_article(first))
    return first if is_next and is_bare else ""


def unsaid(text: str) -> str:
    """Return what has to be asked of a note before its reader can be told it, one sentence; "" for nothing."""
    if _ONESELF.match(text):
        return "That's about you. Write what they said or showed: start with “you” or “your”."
    if _is_doubtful_we(text):
        return "Who is “we”? Write “you” if it's their team."
    if _QUOTE.match(text):
        return "Who said that? Start with “you said”."
    if _HARSH.search(text):
        return "That may read as criticism. Say it kindly, or leave it out."
    if _COUNTED.match(text):
        return "Say more about it: start with “you” or “your”."
    if _LOOSE_END.search(text) and not re.search(r"\b(?:you|is|are|was|were|be|been|gets?|has|have)\b", text):
        return "Make it a whole sentence: start with “you” or “your”."
    return ""


def _is_doubtful_we(text: str) -> bool:
    """Return whether "we" may be the reader's team: what "we" did together is in the past."""
    match = _WE.match(text)
    if match is None or _TOGETHER.match(text):
        return False
    verb = match[1].lower().strip(",.")
    return not (is_past(verb) or verb in ("were", "had", "got", "could", "didn't", "did"))
