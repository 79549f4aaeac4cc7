"""How people thank the one they write to, and what only sounds like it, one a line."""

from __future__ import annotations

from app.etiquette.checks.phrases import Phrase

_THANKS = "thanks the reader"

THANKS = (
    Phrase(_THANKS, r"\bthank(?:s|ing)? (?:you|u)\b", "Thank you for your time."),
    Phrase(_THANKS, r"\bthank-you (?:for|to you)\b", "A short thank-you for a long talk."),
    Phrase(_THANKS, r"\b(?:thx|thanx|thnx|tnx|tysm)\b", "thx for today"),
    Phrase(_THANKS, r"\bmany thanks\b", "Many thanks for Friday."),
    Phrase(_THANKS, r"\bthanks\b(?! to\b)", "Thanks for having me."),
    Phrase(_THANKS, r"\b(?:ta|cheers|thx) (?:for|again|a lot|so much)\b", "Cheers for the tour."),
    Phrase(
        _THANKS,
        r"\bthank(?:ing)? (?:everyone|everybody|all|both|each|every one|the (?:whole |entire )?(?:team|panel)|ye)\b",
        "I'd like to thank the whole panel.",
    ),
    Phrase(_THANKS, r"\bwant(?:ed)? to thank\b", "I wanted to thank you."),
    Phrase(
        _THANKS, r"\b(?:i|we)(?: (?:\w+ly|do|also|very much|so))* appreciated?\b", "I really appreciated your candour."
    ),
    Phrase(
        _THANKS,
        r"^(?:really |so |much )?appreciate (?:you|the|your|it|that)\b",
        "Really appreciate you squeezing me in.",
    ),
    Phrase(_THANKS, r"\bappreciative\b|\b(?:much|very|greatly) appreciated\b", "Your help was much appreciated."),
    Phrase(
        _THANKS,
        r"\bappreciated? (?:the|your|you|how|that|all|every|our|hearing|learning|meeting|being|having|both|so)\b",
        "It was kind, and we all appreciated the tour.",
    ),
    Phrase(_THANKS, r"\bgratitude\b", "Please accept my gratitude."),
    Phrase(_THANKS, r"\b(?:grateful|thankful|obliged|indebted)\b", "I am grateful for the tour."),
    Phrase(_THANKS, r"\bin your debt\b", "I am in your debt for the afternoon."),
    Phrase(_THANKS, r"\b(?:my|with|deep|sincere) (?:gratitude|thanks|appreciation)\b", "Please accept my thanks."),
    Phrase(
        _THANKS,
        r"\b(?:was|were|is) (?:\w+ )?(?:kind|generous|good|decent) of you\b",
        "It was very kind of you to see me.",
    ),
    Phrase(_THANKS, r"^(?:how|so|very) (?:kind|good|generous) of you\b", "How kind of you to see me."),
    Phrase(_THANKS, r"\bi owe you\b", "I owe you for the lift."),
)
NO_THANKS = (
    Phrase("in advance", r"\bthank(?:s|ing)?(?: you)?(?: \w+)? in advance\b|\bin advance\b", "Thank you in advance."),
    Phrase("to nobody", r"\bthanks? (?:god|goodness|heavens?)\b", "Thank goodness."),
    Phrase(
        "to others",
        r"\bthanks? to (?:my|our|his|her|their|the internet)\b",
        "Thanks to my last employer, I know Kafka.",
    ),
    Phrase("to others", r"\bthank(?:s|ed|ful to)? (?:my|him|her|them|our recruiter)\b", "I thanked them for it."),
    Phrase(
        "to others", r"\b(?:grateful|thankful|obliged|indebted) to (?:my|our|him|her)\b", "I am grateful to my tutor."
    ),
    Phrase("refused", r"\bno(?:,)? thank(?:s| you)\b", "No, thank you."),
    Phrase("refused", r"\bthanks?(?: you)? for nothing\b", "Thanks for nothing."),
    Phrase("wished", r"\b(?:would|'d|will|'ll|should) (?:\w+ )*appreciate\b", "I would appreciate an answer."),
    Phrase(
        "wished",
        r"\b(?:would|'d|should) be (?:\w+ )?(?:grateful|thankful|obliged|appreciated)\b",
        "I would be grateful for an answer.",
    ),
    Phrase(
        "wished",
        r"\b(?:if|should|hope) you(?:'d| would| could| can)? appreciate\b",
        "I hope you appreciate my position.",
    ),
    Phrase(
        "wished", r"\bappreciate (?:it )?(?:if|an? (?:update|answer|reply|response|word))\b", "I appreciate an update."
    ),
    Phrase("wished", r"\bthank(?:s| you) (?:\w+ )?(?:if|when|once(?! (?:more|again)))\b", "Thank you if you can."),
    Phrase(
        "wished",
        r"\b(?:thank|grateful)\w* (?:yet|for your (?:quick|prompt|speedy) (?:reply|response|answer))\b",
        "I would be so grateful for your quick answer.",
    ),
    Phrase(
        "withheld",
        r"(?:\b(?:not|never|hardly|nothing|know what)|n't)\b[^,;.]{0,25}\b(?:thank|grateful|appreciate)(?! you enough)",
        "I have nothing to thank you for.",
    ),
    Phrase(
        "bitter",
        r"\b(?:thank(?:s| you)|grateful)\b[^,;.]{0,40}"
        r"\b(?:silence|ghosting|wast(?:e|ed|ing)|ignoring|nothing|rudeness)\b",
        "Thank you so much for six weeks of silence.",
    ),
    Phrase("conceded", r"\bcan (?:\w+ )?appreciate\b", "I can appreciate that you had many applicants."),
    Phrase("owed", r"\bowe (?:you|me) an?\b", "You owe me an answer."),
)
"""What sounds like thanks to the reader and is none."""
