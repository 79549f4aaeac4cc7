"""Interest in the job, or after a no in a later one; for answers that decline or accept, that they do so plainly."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.etiquette.checks.demanded import demanded
from app.etiquette.checks.findings import Check, Finding
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reading import ReadLetter, Span
from app.etiquette.letter_kinds import DEMANDS, Interest

_WORK = r"(?:join|work|contribut|be(?:ing|com)? (?:a )?part|help|build|tak|mov|continu|tackl|learn|apply|bring|start|remain|be employed|be hired|be(?:ing)? considered|explor|pursu|the chance|this chance|the opportunity|this opportunity)"
_JOB = r"(?:role|job|position|opportunity|opening|post|vacancy|company|team|work|project|mission|offer)"
_INTEREST = re.compile(
    r"\b(?:very|still|remain(?:s|ed)?|really|more|most|even more|genuinely|strongly|deeply|highly|keenly|particularly|am|'m|was|be|keep|stay|as)\s(?:\w+ )?interested\b"
    rf"|\b(?:my|strong|continued|keen|genuine|great|sincere|renewed|of) (?:\w+ )?(?:interest|enthusiasm|excitement|eagerness)\b"
    r"|\binterest (?:in|remains|is|has)\b"
    rf"|\b(?:excit|enthus|eager|keen|thrilled|delighted|passionate|energi[sz]ed|motivated|inspired)\w* (?:\w+ )?(?:about|by|to|at|for|on|than)\b"
    rf"|\b(?:more|even more|very|so|really|truly|am|'m|left|still|just as|as|only) (?:\w+ )?(?:excited|enthusiastic|eager|keen)\b"
    rf"|\b(?:look(?:ing)? forward|hope|hoping|eager|keen|ready|happy|glad|pleased|proud|honou?red|love|like|welcome|want|wish|delighted|thrilled|glad)\b[^.;!?]{{0,30}}\b{_WORK}"
    rf"|\bi(?:'d| would)? (?:really |very much |truly |dearly |still )?(?:want|love|like|enjoy|welcome) (?:this|the|that|to have this|nothing more)\b[^.]{{0,20}}{_JOB}"
    rf"|\b(?:want|hope for|picture myself|see myself|imagine myself|my first choice|top choice|dream)\b[^.;]{{0,40}}(?:{_JOB}|here|there|with you|at \w+|doing)"
    r"|\b(?:would|could) be (?:a |an )?(?:\w+ )?(?:good|great|strong|perfect|ideal|natural|excellent|fine) (?:fit|match)\b|\b(?:good|great|strong|right|perfect|excellent) (?:fit|match|place) for me\b"
    r"|\bcount me (?:keen|in|interested)\b|\bpassion (?:for|towards?)\b|\bother (?:opportunities|roles|openings|positions) (?:at|with|in)\b|\bin consideration\b"
    r"|\bfirst choice\b|\bappeals? to me\b|\bexactly (?:what|the (?:kind|sort|work|job|role)|where)\b|\bthe (?:kind|sort) of (?:work|team|place|problem|role|job)\w*\b[^.]{0,60}\b(?:i|my)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\bfuture (?:\w+ )?(?:opening|opportunit|role|position|vacanc|chance|project)|\bopportunit\w+ (?:\w+ )?(?:in the|arise|come up|down the)"
    r"|\bin the future\b|\bkeep me in mind\b|\bstay in (?:touch|contact)\b|\bkeep in (?:touch|contact)\b|\bremain in (?:touch|contact)\b"
    r"|\b(?:another|other|a later|later|new|similar|next) (?:role|opening|position|opportunit|job|time|round|post)|\bcross paths\b|\bpaths cross\b"
    r"|\bconsider me\b|\b(?:apply|interview|talk|speak|meet) again\b|\bshould anything\b|\bif (?:anything|something|things|a role|another|other|you\b[^.]{0,25}\b(?:need|open|hire|look))",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not|no longer|never|n't|cannot|hardly|barely|less|lost|losing|without|nor|isn't|unsure|doubt|whether|little|lack of|if i|used to|would have|was going to|no)\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    r"\b(?:not only|not just|no (?:doubt|pressure|rush|hurry|worries|problem|matter|need|hard feelings)|without (?:a )?doubt|cannot wait|can't wait|couldn't be more|could not be more|do not hesitate|don't hesitate|no matter|no rush|whether or not|if i can|if i may|not (?:least|hesitate)|no hurry)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(?:declin\w+|withdraw\w*|turn(?:ing)? (?:it|this|you|the offer) down|not (?:be )?(?:able to )?(?:accept|tak|mov|go|proceed|continu|join|pursu)\w*|"
    r"(?:accepted|chosen|decided on|taken) (?:another|a different|an? (?:\w+ )?(?:offer|role|position))|step(?:ping)? (?:back|out|away)|remove me|"
    r"no longer (?:be )?(?:pursu|consider|interest|available|a candidate|look)\w*|take (?:my name|myself) out|cannot accept|unable to accept)",
    re.IGNORECASE,
)
_ACCEPTS = re.compile(
    r"\b(?:(?:happy|delighted|pleased|glad|thrilled|excited|proud|honou?red|ready|like|love|writing|want|formally|gladly|hereby) (?:\w+ )?(?:to )?accept\w*|i accept\b|i am accepting|accept (?:the|your|this)|my acceptance|my answer is yes|count me in)",
    re.IGNORECASE,
)


def interest(letter: LetterText, read: ReadLetter, known: Knowledge) -> list[Finding]:
    """Return whether the letter says that its writer wants the job, or what its kind wants said instead."""
    demands = DEMANDS[letter.kind]
    good, advice = _WORDS[demands.wants]
    found = next((span for sentence in read.sentences if (span := _FINDERS[demands.wants](sentence))), None)
    return demanded(Check.INTEREST, demands.interest, known, found, good, advice)


def _wanted(sentence: Span) -> Span | None:
    """Return where a sentence wants the job; "not", "lost" and the like before the words take them back."""
    plain = _NO_DENIAL.sub(lambda match: "_" * len(match[0]), sentence.text)
    for match in _INTEREST.finditer(plain):
        clause = re.split(r"[;:]|\bbut\b|, (?:and|so|which)\b", plain[: match.end()])[-1]
        if not _DENIAL.search(clause):
            return sentence.of(match)
    return None


def _future(sentence: Span) -> Span | None:
    match = _FUTURE.search(sentence.text)
    if match is not None and not re.search(
        r"\b(?:never|don't|do not|won't|no)\b", sentence.text[: match.start()], re.IGNORECASE
    ):
        return sentence.of(match)
    return _wanted(sentence)


def _by(pattern: re.Pattern[str], sentence: Span) -> Span | None:
    match = pattern.search(sentence.text)
    return sentence.of(match) if match else None


_FINDERS: dict[Interest, Callable[[Span], Span | None]] = {
    Interest.YES: _wanted,
    Interest.FUTURE: _future,
    Interest.NONE: _future,
    Interest.DECLINES: lambda sentence: _by(_DECLINES, sentence),
    Interest.ACCEPTS: lambda sentence: _by(_ACCEPTS, sentence),
}
_WORDS = {
    Interest.YES: ("says that you want the job", "Say plainly that you want the job."),
    Interest.FUTURE: ("leaves the door open", "Say that you would like to be thought of another time."),
    Interest.NONE: ("leaves the door open", "You may say that you would like to be thought of another time."),
    Interest.DECLINES: ("says no unmistakably", "Say unmistakably that you decline or withdraw."),
    Interest.ACCEPTS: ("says yes unmistakably", "Say unmistakably that you accept."),
}
