"""Notes that no thank-you takes up, told by their words: questions, money and terms, what is to be decided, complaints,
and how the user did. Where it is doubtful, a note counts as one of them: the user can still type it themselves."""

from __future__ import annotations

import re

_ASKING = r"(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had)"
_QUESTION = re.compile(
    rf"\?|^(?:q|question)\s*[:.-]|^{_ASKING}\s+(?:there|the|they|you|your|we|i|it|this|that|their|anybody|anyone)\b"
    rf"|^(?:who|whom|which|what|when|where|why|how)\b(?:\s+\w+){{0,2}}?\s+{_ASKING}\b"
    r"|^(?:ask|asks|asked|wonder(?:s|ed)?|unclear|find out|check)\b",
    re.IGNORECASE,
)
"""A question, as it is asked or as one reminds oneself of it: "how big is the team", "ask about on-call"."""
_MONEY = re.compile(
    r"[$€£¥₹]|\b\d+(?:[.,]\d+)?\s?k\b|\b\d{2,3}[.,]\d{3}\b|\b(?:salar(?:y|ies)|wages?|paid|pays?|pay|compensation"
    r"|comp|bonus(?:es)?|equity|options|stock|shares|rsus?|budget|raise|raises|package|money|euros?|dollars?"
    r"|pounds|gross|net|benefits?|pension|401k|insurance|per (?:year|month|hour|day)|day rate|hourly|costs? too)\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"\b(?:remote|hybrid|home office|from home|vacation|holidays?|days off|time off|sick leave|parental|overtime"
    r"|contract|contractor|probation|notice|visa|sponsor\w*|relocat\w*|permit|start date|part[- ]time|full[- ]time"
    r"|hours|weekends|nights|night shifts?|laptop|gym|perks?|parking|working hours|office days|fixed[- ]term"
    r"|permanent|title|level|promotion)\b",
    re.IGNORECASE,
)
_DECIDING = re.compile(
    r"\b(?:decid\w+|decision|next (?:step|round|steps|interview)|final round|rounds?|freeze|headcount|take[- ]home"
    r"|homework|get back|hear back|let (?:me|you) know|feedback|offer|offers|offered|candidates?|shortlist\w*"
    r"|hire me|references?|background check|deadline|timeline|other (?:companies|processes|people they)"
    r"|interviewing|competitors? for|follow[- ]?up|thank[- ]you|by (?:the end of|end of|mon|tues|wednes|thurs|fri"
    r"|satur|sun)\w*)\b",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\b(?:min|minutes|bit|little|very|so) late\b|\b(?:not|no|never|none|nobody|nothing|without|lacks?|lacking"
    r"|missing|hardly|barely|too \w+)\b|n['’]t\b|\b(?:late for|was late|were late|waiting|waited|rude|tired|bored"
    r"|boring|annoy\w+|unprepared|disorgani[sz]ed|chao\w+|mess|messy|toxic|burn(?:ed|t)?[- ]?out|burnout|stress\w*"
    r"|turnover|attrition|layoffs?|laid off|fired|quit|quits|left the|leaving|understaffed|overwork\w+"
    r"|micromanag\w+|politic\w+|vague|came across|comes across|had to run|camera|evasive|dodg\w+|avoid\w+"
    r"|interrupt\w+|ignor\w+|condescend\w+|arrogan\w+|dismissive|cold|unfriendly|awkward|weird|strange|creepy"
    r"|wrong|bad|badly|poor|poorly|terribl\w+|awful|horribl\w+|hate[sd]?|hated|disappoint\w+|frustrat\w+"
    r"|complain\w*|blam\w+|legacy|outdated|broken|debt|unclear|confus\w+|problematic|worr(?:y|ied|ying|ies)"
    r"|concern(?:s|ed|ing)?|doubt\w*|unfortunately|slow|sloppy|ghost\w*|cancel\w+|postpon\w+|forgot|forgets"
    r"|yawn\w*|phone the whole|red flags?|scary|scared|cheap|weak|difficult person|unhappy|sad|angry|shout\w*"
    r"|conflict|gossip\w*|seems?|seemed|looked|apparently|supposedly)\b",
    re.IGNORECASE,
)
"""What finds fault, or guesses at what somebody is like."""
_ABOUT_ONESELF = re.compile(
    r"^(?:i|i['’](?:m|ve|d|ll)|my|me)\b(?!\s+(?:(?:really|also)\s+)?(?:liked|loved|enjoyed|appreciated|learned"
    r"|learnt)\b)|\b(?:tell|told|said to) (?:her|him|them|you) (?:about|that) (?:my|i)\b|\bmy (?:answer|offer"
    r"|salary|question)\b",
    re.IGNORECASE,
)
"""How the user did, or what they gave away: only what they liked of what the others said can stand in a letter."""
_SOMEBODY_ELSE = re.compile(
    r"\b(?:boss|manager|director|ceo|cto|cfo|coo|vp|founder|owner|chief|predecessor|successor|wife|husband|partner"
    r"|kids?|children|son|daughter|mother|father|parents?|pregnan\w+|baby|divorce\w*|ill|illness|sick"
    r"|religio\w+)\b",
    re.IGNORECASE,
)
"""Somebody who is not the reader, or what is private."""


def why_unfit(note: str) -> str:
    """Return what a note is that no thank-you takes up: question, money, terms, decision, complaint, oneself or
    another person; "" for one that may fit."""
    kinds = {
        "question": _QUESTION,
        "money": _MONEY,
        "terms": _TERMS,
        "decision": _DECIDING,
        "complaint": _COMPLAINT,
        "oneself": _ABOUT_ONESELF,
        "another person": _SOMEBODY_ELSE,
    }
    return next((kind for kind, pattern in kinds.items() if pattern.search(note)), "")
