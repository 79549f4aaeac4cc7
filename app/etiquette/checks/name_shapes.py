"""Tells a person's name from other words by its shape, in any language. Knows nobody by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import dropwhile

from app.etiquette.checks.word_lists import words_of

GREETING = re.compile(
    r"\s*(?:(?:(?:my|our)\s+)?dear(?:est)?|hi+(?:ya)?|hello+|hey+|hullo|greetings|good\s+(?:morning|afternoon|evening|day)"
    r"|to|attn\.?:?|attention:?|salutations)\b(?:\s+(?:there|again|both|all)\b(?=[ ,]+\S))?[\s,]*",
    re.IGNORECASE,
)
"""The words that open a salutation."""

HONORIFICS = words_of(
    "mr mrs ms mx miss dr prof professor doctor rev reverend fr father sister sr hon judge captain capt sir "
    "dame lord lady madame monsieur herr frau señor señora senor senora sra sig signora dott dra ing eng "
    "rabbi imam pastor dean chancellor "
)
IMPERSONAL = words_of(
    "sir sirs madam madams ma'am sir/madam madam/sir there all everyone everybody anyone anybody someone "
    "friend friends folks guys people ladies gentlemen lady gentleman whom concern concerned hiring manager "
    "managers interviewer interviewers interview recruiter recruiters recruiting recruitment recruiter's "
    "recruiting's hr human resources resource talent acquisition team teams committee panel panelist "
    "panelists panellist panellists department dept departments office staff group board crew council "
    "colleagues colleague employer selection search personnel admissions customer support service "
    "representative company director supervisor contact reader recipient professional professionals members "
    "member again both each of you your the to a an it may this that those whomever who sales marketing "
    "engineering product leadership head partner partners organizer organizers coordinator candidate "
    "applicant applicants career careers reviewer reviewers school district lab faculty unit division "
)
"""Words that address nobody in particular."""
COLLECTIVE = frozenset(
    [
        "team",
        "teams",
        "all",
        "everyone",
        "everybody",
        "panel",
        "committee",
        "department",
        "office",
        "staff",
        "group",
        "board",
        "crew",
        "colleagues",
        "members",
        "folks",
        "others",
        "council",
        "lab",
        "faculty",
        "unit",
        "division",
    ]
)
SLOT_WORDS = words_of(
    "name names surname firstname lastname first last full interviewer's interviewers' recruiter's manager's "
    "interviewer recruiter manager title insert xxx xxxx xxxxx xx xyz tbd tbc n/a x y z nn your "
)
"""Words that stand where a name is still to be filled in."""
PARTICLES = words_of(
    "van von der den de del della di da dos das do du la le les el al bin ibn bint abu ben ní ni nic mac mc ó "
    "o y e i ter ten te zu zum zur af av st san santa und and "
    "ap ab ferch verch fitz mhic ua á auf vom op degli della delle dello lo af på ould "
)
CLOSING_WORDS = words_of(
    "regards regard best kind kindest warm warmest warmly kindly sincerely sincere yours truly faithfully "
    "respectfully cordially cordial gratefully thanks thank you again many wishes wish cheers very with and "
    "in appreciation gratitude thankfully much so all the most my ever appreciatively obliged anticipation "
    "advance respect take care friendly greetings fondly bye goodbye until then soon have a good great nice "
    "lovely day weekend week evening for looking forward deepest heartfelt your time consideration to be "
    "sunny bests rgds brgds br tia enthusiastically hopefully humbly speak talk signed salutations peace "
    "onwards "
)
"""Words that a farewell line is made of; a line of nothing else is one."""
_NOT_A_SIGNATURE = words_of(
    "interviewee candidate applicant job hopeful hire employee engineer manager developer designer analyst "
    "consultant assistant officer director administrator coordinator specialist technician teacher nurse "
    "accountant intern graduate student team me myself us name signature someone somebody nobody anonymous "
    "admirer friend everyone here there i we you it this that sender author undersigned "
)
_FUNCTION_WORDS = words_of(
    "i i'm i've i'd i'll we it it's just thank thanks hope hoping my your you this that these there here "
    "please sorry as after following with for from in on at if when so and but or not no yes is are was were "
    "what how who ok okay great good nice lovely sounds see call let's attached sent re fyi "
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['.\-](?=[^\W\d_]))*\.?")
_GROUP_BREAK = re.compile(
    r"\s*(?:,|;|/|&|\+|\band\b|\bor\b|\bas well as\b|\balong with\b|\bund\b|\by\b|\bet\b)\s*", re.IGNORECASE
)
_POSTNOMINAL = re.compile(r",\s*(?:[A-Z][A-Za-z.]{0,5}\.?)(?:\s*,\s*[A-Z][A-Za-z.]{0,5}\.?)*$")
_MAX_NAME_WORDS = 6


@dataclass(frozen=True, slots=True)
class NameGroup:
    """One addressee of a salutation: its words without the honorifics."""

    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """The words as written."""
        return " ".join(self.words)

    @property
    def is_collective(self) -> bool:
        """Whether it addresses a body of people ("the Contoso team")."""
        return bool(self.words) and self.words[-1].casefold() in COLLECTIVE


def without_greeting(text: str) -> str:
    """Return a salutation without the words that open it."""
    opening = GREETING.match(text)
    return text[opening.end() :] if opening else text


def name_groups(text: str) -> tuple[NameGroup, ...]:
    """Return the addressees of a salutation whose greeting word was taken off, in order."""
    groups = []
    for piece in _GROUP_BREAK.split(text.strip(" ,:;!?.-–—()")):
        words = _WORD.findall(without_greeting(piece) or piece)
        if words:
            groups.append(NameGroup(tuple(dropwhile(_is_honorific, words))))
    return tuple(groups)


def _is_honorific(word: str) -> bool:
    return word.rstrip(".").casefold() in HONORIFICS


def names_a_person(group: NameGroup) -> bool:
    """Return whether an addressee is somebody by name, rather than an office, a body of people or a blank."""
    if not group.words or len(group.words) > _MAX_NAME_WORDS or group.is_collective:
        return False
    plain = [word.rstrip(".").casefold() for word in group.words]
    if any(word in SLOT_WORDS for word in plain) and all(word in SLOT_WORDS | IMPERSONAL for word in plain):
        return False
    if plain[0] in _FUNCTION_WORDS:
        return False
    named = [
        word
        for word, folded in zip(group.words, plain, strict=True)
        if folded not in IMPERSONAL
        and folded not in SLOT_WORDS
        and (folded not in PARTICLES or (len(plain) == 1 and word[0].isupper()))
    ]
    return bool(named) and (_is_capital(named[0]) or len(plain) <= 2)


def signs_with_a_name(text: str, *, after_closing: bool = False) -> bool:
    """Return whether a short text has the shape of a person's name: capitalised words, particles, initials.

    Args:
        after_closing: after "Regards," a name in small letters is one, too.
    """
    text = _POSTNOMINAL.sub("", text.strip(" .,-–—~*_")).strip()
    words = re.sub(r"[()\"]", " ", text).split()
    if not words or len(words) > _MAX_NAME_WORDS or re.search(r"[\d@\[\]{}<>|:/?!]", text):
        return False
    folded = [word.strip(".,'").casefold() for word in words]
    if any(word in _NOT_A_SIGNATURE or word in SLOT_WORDS - {"x", "y", "z"} for word in folded):
        return False
    if all(word in CLOSING_WORDS for word in folded) or folded[0] in _FUNCTION_WORDS | {"the", "a", "an"}:
        return False
    if text.isupper() and len(words) == 1 and len(text) > 3 and not after_closing:
        return False
    shapes = [_is_capital(word) or fold in PARTICLES for word, fold in zip(words, folded, strict=True)]
    if all(shapes):
        return any(_is_capital(word) for word in words)
    return after_closing and text.islower() and len(words) <= 2 and not any(word in IMPERSONAL for word in folded)


def without_particulars(line: str) -> str:
    """Return a signature line without what stands beside the name: pronouns, a title after a bar, a number."""
    line = re.split(r"\s+[|•·–—/]\s+|\s{3,}|\s\((?:he|she|they|any)\b", line, maxsplit=1)[0]
    line = re.sub(r"^[-–—~\s]+|[.,\s]+$", "", line)
    if re.fullmatch(r".*,\s*[a-z].*", line):
        return ""
    return line


def _is_capital(word: str) -> bool:
    """Return whether a word begins as names do: with a capital, or in a script without any; d'Arcy, al-Sayed too."""
    letters = re.sub(r"^(?:[dlo]'|al-|el-|ibn-|[(\"'])", "", word)
    return bool(letters) and (letters[0].isupper() or (letters[0].isalpha() and not letters[0].islower()))
