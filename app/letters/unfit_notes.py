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
    r"[$€£¥₹]|\b\d+(?:[.,]\d+)?\s?k\b|\b\d{2,3}[.,]\d{3}\b|\b(?:salar(?:y|ies)|wages?|paid|pays?|pay|compensation|comp"
    r"|bonus(?:es)?|equity|options|stock|shares|rsus?|budget|raise|raises|package|money|euros?|dollars?|pounds|gross|net"
    r"|benefits?|pension|401k|insurance|per (?:year|month|hour|day)|day rate|hourly|costs? too)\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"\b(?:remote|hybrid|home office|from home|vacation|holidays?|days off|time off|sick leave|parental|overtime"
    r"|contract|contractor|probation|notice|visa|sponsor\w*|relocat\w*|permit|start date|part[- ]time|full[- ]time"
    r"|working hours|office days|fixed[- ]term|permanent|title|level|promotion)\b",
    re.IGNORECASE,
)
_DECIDING = re.compile(
    r"\b(?:decid\w+|decision|next (?:step|round|steps|interview)|final round|take[- ]home|homework|get back|hear back"
    r"|let (?:me|you) know|feedback|offer|offers|offered|candidates?|shortlist\w*|hire me|references?|background check"
    r"|deadline|timeline|other (?:companies|processes|people they)|interviewing|competitors? for|follow[- ]?up"
    r"|thank[- ]you|by (?:the end of|end of|mon|tues|wednes|thurs|fri|satur|sun)\w*)\b",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|lacks?|lacking|missing|hardly|barely|too \w+)\b|n['’]t\b"
    r"|\b(?:late for|was late|were late|waiting|waited|rude|tired|bored|boring|annoy\w+|unprepared|disorgani[sz]ed"
    r"|chao\w+|mess|messy|toxic|burn(?:ed|t)?[- ]?out|burnout|stress\w*|turnover|attrition|layoffs?|laid off|fired"
    r"|quit|quits|left the|leaving|understaffed|overwork\w+|micromanag\w+|politic\w+|vague|evasive|dodg\w+|avoid\w+"
    r"|interrupt\w+|ignor\w+|condescend\w+|arrogan\w+|dismissive|cold|unfriendly|awkward|weird|strange|creepy|wrong|bad|badly|poor"
    r"|poorly|terribl\w+|awful|horribl\w+|hate[sd]?|hated|disappoint\w+|frustrat\w+|complain\w*|blam\w+|legacy|outdated"
    r"|broken|debt|unclear|confus\w+|problematic|worr(?:y|ied|ying|ies)|concern(?:s|ed|ing)?|doubt\w*|unfortunately|slow"
    r"|sloppy|ghost\w*|cancel\w+|postpon\w+|forgot|forgets|yawn\w*|phone the whole|red flags?|scary|scared|cheap|weak"
    r"|difficult person|unhappy|sad|angry|shout\w*|conflict|gossip\w*|seems?|seemed|looked|apparently|supposedly)\b",
    re.IGNORECASE,
)
"""What finds fault, or guesses at what somebody is like."""
_ABOUT_ONESELF = re.compile(
    r"^(?:i|i['’](?:m|ve|d|ll)|my|me)\b(?!\s+(?:(?:really|also)\s+)?(?:liked|loved|enjoyed|appreciated|learned|learnt)\b)"
    r"|\b(?:tell|told|said to) (?:her|him|them|you) (?:about|that) (?:my|i)\b|\bmy (?:answer|offer|salary|question)\b",
    re.IGNORECASE,
)
"""How the user did, or what they gave away: only what they liked of what the others said can stand in a letter."""
_SOMEBODY_ELSE = re.compile(
    r"\b(?:boss|manager|director|ceo|cto|cfo|coo|vp|founder|owner|chief|predecessor|successor|wife|husband|partner|kids?"
    r"|children|son|daughter|mother|father|parents?|pregnan\w+|baby|divorce\w*|ill|illness|sick|religio\w+)\b",
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
