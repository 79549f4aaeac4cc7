"""Pressure, blame, begging, sarcasm, guilt: what a letter is better without. Also arguing with a no."""

from __future__ import annotations

import re

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.letter_kinds import REJECTION_ANSWERS

_FAULTS: tuple[tuple[str, str], ...] = (
    (
        "It presses. Leave them the time they need.",
        r"\b(?:a\.?s\.?a\.?p|as soon as possible|immediately|at once|right away|urgent(?:ly)?)\b(?!.{0,20}\bavailable)"
        r"|\bi (?:expect|demand|insist|require|must (?:have|know|hear|insist)|need (?:an? |to (?:know|hear)|your answer|your decision))"
        r"|\b(?:or else|final (?:reminder|notice|attempt|warning)|last chance|time is running out|clock is ticking|don't (?:make me )?wait)\b"
        r"|\b(?:answer|reply|respond|decide|let me know|get back to me|hear (?:back )?(?:from you )?)\b[^.?!]{0,30}\b(?:by (?:tomorrow|tonight|end of (?:day|business)|eod|close of business|noon)|today|within \d+ (?:hours|days))"
        r"|\b(?:other|another|several|multiple) (?:companies|employers|offers)\b[^.]{0,40}\b(?:waiting|interested|lined up|fighting|if you (?:don't|do not))"
        r"|\bor i(?:'ll| will| am going to| shall)? (?:have to |be forced to |assume |go |take |move |post|tell|report)|\byou(?:'ll| will) (?:regret|be sorry|be making a mistake|miss out)"
        r"|\bexpected (?:to hear|an answer|a reply|a response|better)\b|\bhire me\b|\bgive me (?:the|this|a) (?:job|role|position|answer|offer|chance)\b|\byou (?:have|need|ought) to (?:hire|choose|pick|decide|answer|reply|respond|give)",
    ),
    (
        "It blames. Assume good faith; they may have reasons you do not see.",
        r"\b(?:ignor(?:ed|ing)|ghost(?:ed|ing)|unprofessional|disrespect\w*|rude(?:ly)?|incompeten\w*|inconsiderate|unacceptable|ridiculous|outrageous|insult\w*|careless|disorgani[sz]ed|unfair|appalling|pathetic|waste[ds]?|wasting)\b"
        r"|\b(?:disappoint\w+|frustrat\w+|annoy\w+|upset|angry|baffled|shocked|dismayed|surprised)\b(?: \w+)? (?:that|by|in|with|at|about|to (?:still )?(?:have|hear|not))\b(?! (?:the news|the outcome|the decision|the result|not to|not being))"
        r"|\b(?:you|nobody|no one|your team)\b[^.?!]{0,20}\b(?:never|failed to|didn't bother|did not bother|couldn't (?:even )?be bothered|forgot|neglected|still (?:haven't|have not)|have(?:n't| not) (?:even |bothered))"
        r"|\byou (?:said|promised|told me|assured)\b[^.]{0,70}\b(?:but|yet|still|and (?:i|nothing|it)|that was|nothing)\b|\bwhy (?:haven't|have you not|didn't|did you not|won't|is it so|has nobody|am i)"
        r"|\b(?:kept|keep(?:ing)?|left|leave|leaving) me (?:waiting|hanging|in the dark|guessing)\b|\bhow (?:hard|difficult|long) (?:can|could|is|does|must)\b"
        r"|\b(?:your|their) (?:mistake|fault|loss|silence|failure|lack)\b|\bmade a (?:big |huge |terrible )?mistake\b|\bdeserve (?:better|an? (?:answer|explanation|reply))|\bcommon courtesy\b|\bbasic (?:courtesy|decency)\b",
    ),
    (
        "It begs. You have something to offer; say what.",
        r"\bplease,? please\b|\bbeg(?:ging)?\b|\bdesperate(?:ly)?\b|\bi(?:'ll| will| would| am willing to|'m willing to|'d) (?:do|take|accept) (?:anything|any (?:job|pay|salary|role)|whatever)"
        r"|\b(?:really|badly|so|truly|desperately) need (?:this|the|a) (?:job|role|work|position|chance)|\b(?:last|only) (?:hope|chance)\b|\bmy (?:family|kids|children|rent|savings|mortgage|bills)\b"
        r"|\bpay (?:the|my) (?:rent|bills)\b|\bwork for (?:free|nothing|less)\b|\bone (?:more )?chance\b|\bhave mercy\b|\bon my knees\b|\b(?:can't|cannot) (?:sleep|eat|afford)\b|\bpraying\b|\bimplor\w+|\bplead\w*\b",
    ),
    (
        "It may be read as sarcasm. Say it plainly, or leave it out.",
        r"\bthanks? (?:you )?(?:so much )?for (?:nothing|the silence|ignoring|wasting|keeping me|ghosting|not)\b|\bmust be nice\b|\bi (?:guess|suppose|assume|gather|see|take it) (?:that )?you(?:'re| are| were|r)? (?:\w+ )?(?:too |far too |very |so |terribly )?(?:busy|important|lost|forgot|have better)"
        r"|\bapparently\b|(?<!thank you )(?<!thanks )\bso much for (?:the|that|your|my|our|all|hear)\b|\bhow (?:lovely|nice|kind|charming|generous|thoughtful) (?:of you|that|to)\b|\bbravo\b|\bcongratulations on (?:\w+ )?(?:wasting|ignoring|losing|missing)|\bwhatever\b"
        r"|\bi (?:suppose|guess)[.!?]|\bnot interested, i\b|\bclearly (?:you|i|my|the|nobody)\b|\bobviously (?:you|i|my|the|nobody)\b|\bno doubt you\b|\bi'm sure you(?:'re| are) (?:far |very |much )?too\b|\bgood luck (?:finding|with that)\b|\bslow clap\b|\bif it(?:'s| is)n't too much trouble\b|\bsilly me\b|\blucky me\b",
    ),
    (
        "It calls on their guilt. Leave out what you gave up or went through.",
        r"\b(?:after all|considering|given) (?:the |that |i |my |what )?(?:\w+ )?(?:time|effort|work|hours|trouble|i(?:'ve| have)? (?:put|did|done|gave|spent|prepared))\b|\bthe least you (?:can|could)\b|\byou owe\b|\bowe me\b"
        r"|\bi (?:turned down|gave up|sacrificed|took (?:a )?(?:day|time) off|cancelled|rearranged|drove|travelled|traveled)\b|\bcounting on you\b|\brelying on you\b|\bi (?:spent|have spent|put in) (?:\w+ )?(?:hours|days|weeks|weekend)|\bmy whole\b|\bheart ?broken\b|\bdevastated\b|\bcrush(?:ed|ing)\b|\blet me down\b|\byou have no idea\b",
    ),
)
_ARGUES = (
    "A no is not argued with; thank them and leave the door open.",
    r"\breconsider\b|\bchange your mind\b|\bsecond chance\b|\bthink (?:it over )?again\b|\bdisagree\b|\bwrong (?:decision|choice)\b|\bnot fair\b|\bmistake\b|\bgive me another\b|\bi was (?:clearly |obviously )?(?:the )?(?:best|better|more)\b",
)
_HARMLESS = re.compile(
    r"\b(?:no (?:rush|hurry|pressure)|not urgent|nothing urgent|at your (?:earliest )?convenience|no need to (?:reply|answer|respond)|"
    r"(?:available|start|begin|free|send|share|provide|forward|call|answer|help|available to start) (?:\w+ )?(?:immediately|right away|at once|as soon as possible)|"
    r"(?:tell|told|telling|let|letting|inform) you (?:\w+ )?(?:immediately|right away|at once|as soon as possible)|"
    r"immediately (?:\w+ )?(?:useful|clear|struck|felt|at (?:home|ease))|(?:struck|felt|clicked|knew) (?:\w+ )?(?:immediately|at once|right away)|my mistake|if you need (?:anything|references?))\b",
    re.IGNORECASE,
)
_COMPILED = [(message, re.compile(pattern, re.IGNORECASE)) for message, pattern in _FAULTS]
_COMPILED_ARGUING = (_ARGUES[0], re.compile(_ARGUES[1], re.IGNORECASE))


def tone(letter: LetterText, read: ReadLetter, _known: Knowledge) -> list[Finding]:
    """Return the faults of tone, a pass when there are none."""
    text = _HARMLESS.sub(lambda match: " " * len(match[0]), read.plain.replace("\n", " "))
    faults = [*_COMPILED, _COMPILED_ARGUING] if letter.kind in REJECTION_ANSWERS else _COMPILED
    found = []
    for message, pattern in faults:
        match = pattern.search(text)
        if match is not None:
            found.append(Finding(Check.TONE, Verdict.FAIL, message, match.start(), match.end()))
    shouted = re.search(r"\b[A-Z]{4,}(?:[ ,!]+[A-Z]{3,}){2,}|[!?]{3,}", read.plain)
    if shouted is not None:
        found.append(Finding(Check.TONE, Verdict.FAIL, "It shouts. Say it calmly.", shouted.start(), shouted.end()))
    return found or [Finding(Check.TONE, Verdict.PASS, "kind in tone")]
