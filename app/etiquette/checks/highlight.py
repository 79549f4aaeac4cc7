"""Something of this conversation: what the user noted, or by the text alone, something specific that was spoken of."""

from __future__ import annotations

import re

from app.etiquette.checks.demanded import demanded
from app.etiquette.checks.findings import Check, Finding
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.checks.word_lists import words_of
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.text import folded

_TALK = re.compile(
    r"\b(?:enjoy(?:ed)?|appreciat\w+|loved|liked|taken (?:with|by)|forget|hear(?:ing|d)?|learn(?:ing|ed|t)?|talk(?:ing|ed)?|spoke|speaking|discuss\w*|told|telling|said|saying|"
    r"mention\w*|describ\w*|explain\w*|explanation|shar(?:ed|ing)|show(?:ed|ing|n)|walk\w*|asked|question|point\w*|comment\w*|remark\w*|insight\w*|perspective\w*|"
    r"story|stories|idea\w*|example|advice|stood out|stayed with me|stuck with me|resonat\w*|struck|impress\w*|fascinat\w*|intrigu\w*|interest(?:ing|ed)|excit\w*|"
    r"thought about|thinking about|think about|remember\w*|keep coming back|particular(?:ly)?|especially|conversation about|discussion (?:of|about|on)|approach|your (?:team's )?(?:plan|work|move|decision|use|focus|effort|challenge|goal))\b",
    re.IGNORECASE,
)
_ROLE_TALK = re.compile(
    r"\b(?:discuss|discussing|about|regarding|for|on)\s(?:the|a|an|your)\s[^,.;—]{1,60}?\b(?:role|position|job|post|opening|vacancy)\b(?:\srole)?(?:\s(?:at|with)\s(?:[A-Z][\w&'-]*\s?)+)?",
    re.IGNORECASE,
)
"""What names the job and no more: title and company are nothing of the conversation."""
_LOGISTICS = re.compile(
    r"\b(?:follow(?:ing)? up|decision|timeline|updates?|hear back|response|respond|offer letter|benefits summary|company policy|feedback|kept? (?:me )?in mind|"
    r"future (?:opportunit|opening|role|position)\w*|change your mind|rejection|form letters?|status|been filled|next steps?|applicants|a sentence or two)\b",
    re.IGNORECASE,
)
"""Talk of how the matter stands, which any letter could hold."""
_GENERIC = words_of(
    "a able about across after again all also always am an and another any anything are around as asking at "
    "available back be became been before being best better big both bring but by call came can candidate "
    "candidacy career chance chat clear come company company's confirmed consider consideration considered "
    "contact contribute contributing conversation could culture currently day dear decision detail details "
    "did directly discuss discussed discussing discussion do does email enjoy enjoyed enough enthusiasm "
    "enthusiastic even every everyone everything excellent excited exciting experience expect feel few find "
    "first fit follow for forward found friday from further future get give glad go goals good got great "
    "group grow had happy has have hear heard hearing help her here hesitate him his hope hoping hour how i "
    "i'd i'm i've idea if impressed in information insight insights interest interested interesting interview "
    "interviewer interviewing into is it it's its job join joining just keep kind know last learn learned "
    "learning left let like little look looking lot love made make many match may me mean meet meeting "
    "mentioned might mission moment monday more morning most move much my need new next nice no not note now "
    "of office on once one only open opportunities opportunity or organization organisation other our out "
    "over overview own panel part particular particularly people person place please point position possible "
    "present process project projects provide question questions read reach ready really regarding reinforced "
    "responsibilities right role say saw second see sharing she should skills so some someone something soon "
    "speak speaking specific spend spent spoke step steps still strengths strong such sure take taking talk "
    "talked talking team team's thank thanks that the their them then there these they thing things think "
    "this those thought thoughts through thursday time to today together told too took tour tuesday two "
    "understand understanding until up update us use valuable values very visit want was way we wednesday "
    "week welcome well were what when where whether which while who why will wish with within work worked "
    "working would write writing yesterday you your yours yourself yourselves afternoon phone video zoom "
    "qualifications background abilities ability department environment field industry world wonderful "
    "fantastic amazing pleasant pleasure productive informative engaging helpful inspiring warm friendly "
    "generous thoughtful dynamic innovative collaborative talented passionate dedicated leading exceptional "
    "excellence success successful vision growth challenge challenges challenging "
)


def highlight(letter: LetterText, read: ReadLetter, known: Knowledge) -> list[Finding]:
    """Return whether the letter holds something of the conversation; what was noted is quoted back when it is missing."""
    demand = DEMANDS[letter.kind].highlight
    ignored = {
        word for text in (known.company, known.role, known.signer, *known.recipient_names) for word in _words(text)
    }
    if known.noted.strip():
        found = _noted_in(read, known.noted, ignored)
        advice = f'Nothing from your conversation yet: you noted "{" ".join(known.noted.split())[:90]}".'
        return demanded(Check.HIGHLIGHT, demand, known, found, "picks up what you noted", advice)
    found = max(read.sentences, key=lambda sentence: _specifics(sentence, ignored), default=None)
    if found is not None and _specifics(found, ignored) < _ENOUGH:
        found = None
    advice = "Say something that only somebody who was in this conversation could say."
    return demanded(Check.HIGHLIGHT, demand, known, found, "holds something of your conversation", advice)


_ENOUGH = 3
"""Specific words in a sentence that speaks of the conversation; beyond title, date, "the role, the team"."""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_][^\W_'-]*(?:['-][^\W_]+)*", folded(text))


def _stem(word: str) -> str:
    return re.sub(r"(?:'s|ing|ed|es|s|ly)$", "", word) if len(word) > 4 else word


def _noted_in(read: ReadLetter, noted: str, ignored: set[str]) -> Span | None:
    """Return the sentence that holds a third or more of the noted words that say something."""
    wanted = {_stem(word) for word in _words(noted) if word not in _GENERIC and word not in ignored}
    if not wanted:
        wanted = {_stem(word) for word in _words(noted)}
    need = max(1, min(3, round(len(wanted) / 3)))
    for sentence in read.sentences:
        if len(wanted & {_stem(word) for word in _words(sentence.text)}) >= need:
            return sentence
    return None


def _specifics(sentence: Span, ignored: set[str]) -> int:
    """Return how many words of a sentence that speaks of the conversation say something of their own."""
    if not _TALK.search(sentence.text) or _is_about_the_matter(sentence.text):
        return 0
    text = _ROLE_TALK.sub(" ", sentence.text)
    talk = {_stem(word) for match in _TALK.finditer(sentence.text) for word in _words(match[0])}
    own = {word for word in _words(text) if word not in _GENERIC and word not in ignored and _stem(word) not in talk}
    return len(own)


def _is_about_the_matter(text: str) -> bool:
    """Return whether a sentence speaks of how the application stands, rather than of what was said."""
    return _LOGISTICS.search(text) is not None and not re.search(
        r"\b(?:discussion|conversation|learning|hearing) (?:about|of)\b", text
    )
