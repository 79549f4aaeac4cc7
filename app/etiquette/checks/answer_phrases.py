"""A plain yes and a plain no to a job or an offer, in the words that people use, one a line."""

from __future__ import annotations

from app.etiquette.checks.phrases import Phrase

_NO = "says no"
_YES = "says yes"
_NOT = r"(?:\b(?:not|unable|cannot)|n't)(?: be)?(?: able)?(?: to)?(?: be)?"
_TOOK = r"(?:accepted|taken|chosen|signed|found|gone with|go(?:ing)? with)"
_ELSEWHERE = r"(?:offer|job|role|position|post|place|apprenticeship|fellowship|contract)"
_GLADLY = (
    r"(?:happy|delighted|pleased|glad|thrilled|excited|proud|honou?red|ready|like|love|writing|want|formally|gladly"
    r"|hereby|pleasure|wish|overjoyed)"
)

NO = (
    Phrase(_NO, r"(?<!not )\b(?:declin(?:e|ing)|decline[ds])\b", "I must decline the offer."),
    Phrase(_NO, r"(?<!not )\bwithdr[ae]w\w*\b", "I would like to withdraw my application."),
    Phrase(_NO, r"\bturn(?:ing|ed)? (?:it|this|that|you|the \w+|your \w+) down\b", "I have to turn it down."),
    Phrase(_NO, r"\bturn(?:ing|ed)? down (?:the|your|this)\b", "I am turning down your offer."),
    Phrase(_NO, r"\b(?:i(?:'ll| will| must| am going to|'m going to)?|have to) say no\b", "I have to say no."),
    Phrase(_NO, r"\b(?:answer is|it's|it is|that's) (?:a )?no\b", "It's a no from me."),
    Phrase(_NO, r"\b(?:going to|have to|must|will|'ll|shall) pass\b", "I'm going to pass on this one."),
    Phrase(_NO, rf"{_NOT} (?:accept|proceed|continu|join|pursu)\w*", "I won't be joining you."),
    Phrase(_NO, rf"{_NOT} tak(?:e|ing) (?:it|up|the|this|on|your)\b", "I am not able to take up the post."),
    Phrase(_NO, rf"{_NOT} go(?:ing)? (?:ahead|any further|further|on|forward)\b", "I won't be going any further."),
    Phrase(_NO, rf"{_NOT} mov(?:e|ing) (?:forward|ahead)\b", "I will not be moving forward."),
    Phrase(
        _NO,
        r"\b(?:not|against) (?:to )?(?:accept|tak|go|proceed|continu|join|pursu|mov)\w*",
        "I have decided not to take it.",
    ),
    Phrase(_NO, r"\bdecided against\b", "I have decided against the post."),
    Phrase(
        _NO, r"(?:\bnot|n't) (?:quite )?(?:the )?right (?:\w+ )?for me\b", "It is not the right step for me just now."
    ),
    Phrase(_NO, r"\b(?:is not|isn't|not) for me\b", "The post isn't for me."),
    Phrase(
        _NO,
        r"\bno longer (?:\w+ )?(?:interested|available|a candidate|looking|pursu\w*|consider\w*|wish)",
        "I am no longer available.",
    ),
    Phrase(
        _NO,
        r"\b(?:take|strike|cross|remove|leave) (?:me|my (?:name|application)|myself) (?:off|out|from)\b",
        "Please take me off the list.",
    ),
    Phrase(_NO, r"\bremove me\b", "Please remove me from consideration."),
    Phrase(_NO, r"\bout of the (?:running|process|race)\b", "I must take myself out of the running."),
    Phrase(
        _NO,
        r"\b(?:step|stepp|pull|pulling|drop|dropp|bow|bowing|back|backing)(?:ing|ed)? (?:back|out|aside|away|down)\b",
        "I'm going to step back from the process.",
    ),
    Phrase(_NO, r"\bi(?:'m| am) out\b(?! of)", "I'm out, sorry."),
    Phrase(_NO, r"\bcount me out\b", "Count me out this time."),
    Phrase(
        _NO,
        r"\bstay(?:ing)? (?:where i am|put|with my|in my (?:present|current)|on (?:at|in|with))\b",
        "I have decided to stay where I am.",
    ),
    Phrase(
        _NO,
        rf"\b{_TOOK} (?:an?|another) (?:\w+ ){{0,3}}{_ELSEWHERE}\b",
        "I have accepted another position.",
    ),
    Phrase(_NO, r"\bg(?:ive|iving) up my (?:candid|appl)\w+", "I am obliged to give up my candidature."),
    Phrase(
        _NO, r"\b(?:close|cancel|end|stop) my (?:application|candidacy|candidature)\b", "Please close my application."
    ),
    Phrase(_NO, r"\b(?:rule|ruled|count) (?:me|myself) out\b", "I must rule myself out."),
)
YES = (
    Phrase(
        _YES,
        rf"\b{_GLADLY} (?:\w+ )?(?:to )?accept\w*",
        "I am delighted to accept.",
    ),
    Phrase(_YES, r"\bi (?:\w+ly )?accept\b", "I gladly accept."),
    Phrase(_YES, r"\bi(?:'m| am) accepting\b", "I am accepting your offer."),
    Phrase(_YES, r"\baccept (?:it|the|your|this)\b", "I accept it with pleasure."),
    Phrase(_YES, r"\bmy acceptance\b", "Please take this as my acceptance."),
    Phrase(_YES, r"\bmy answer is (?:a )?(?:\w+ )?yes\b", "My answer is yes."),
    Phrase(_YES, r"(?:^|[.!?]\s)(?:and )?yes\b", "Yes, please!"),
    Phrase(_YES, r"\b(?:a|an easy|say) yes\b(?! or)", "That's a yes from me."),
    Phrase(_YES, r"\bcount me in\b", "Count me in."),
    Phrase(
        _YES,
        r"\bi(?:'ll| will| shall) (?:gladly |happily )?take (?:it|the (?:job|post|role|position))\b",
        "I'll take it.",
    ),
    Phrase(_YES, r"\b(?:signed|countersigned) (?:and|copy|contract|letter|offer)\b", "Signed and sent."),
)
TAKEN_BACK = (
    Phrase(
        "no no",
        r"(?:\b(?:not|never|no reason|nor)|n't) (?:\w+ ){0,3}(?:to )?(?:declin|withdraw)\w*",
        "I do not want to withdraw.",
    ),
    Phrase(
        "no yes",
        r"\b(?:cannot|can't|not|unable|before i|if i|whether (?:to|i)) (?:\w+ ){0,2}(?:to )?accept\w*",
        "I cannot accept yet.",
    ),
)
"""What makes of a plain word none."""
