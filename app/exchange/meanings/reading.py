"""What a message means, by the phrases in it and the weights of its words together.

What the phrases say is evidence for the weights, which were taught how far to trust it. Where no meaning is likely
enough, or the phrases tell a decision and the weights none, it has to be read.
"""

from __future__ import annotations

import re
from datetime import date, tzinfo

from app.etiquette.time.dates import local_day
from app.exchange.contents import Message
from app.exchange.mails.replies import new_text
from app.exchange.meanings.judging import Phrased, deadline_in, phrased
from app.exchange.meanings.meant import Meaning, Meant
from app.exchange.meanings.phrases.asides import is_another_matter
from app.exchange.meanings.topics import topics_of
from app.exchange.meanings.weighing import Weighed, weighed

_FORWARDED = re.compile(r"^\s*(?:fwd?|wg|tr|rv|enc|i|doorst)\s*:", re.IGNORECASE)
_DECISIONS = (Meaning.REJECTION, Meaning.OFFER)
_SURE = {Meaning.REJECTION: 0.6, Meaning.OFFER: 0.6, Meaning.RECEIPT: 0.5}
"""How likely each has to be. A decision that is wrongly told does harm; a receipt changes nothing. Measured on messages
held back: from here on no more than one in a hundred is wrongly told."""
_SURE_TOGETHER = 0.45
"""How likely it has to be when the phrases tell the same."""
_SURE_WHEN_DENIED = 0.75
"""How likely a decision has to be of which the phrases say that it is spoken of and not made."""
_SURE_BESIDE_ANOTHER = 0.8
"""How likely a decision has to be that stands beside another matter."""
_WORTH_READING = 0.25
"""From here on a decision may be meant, though something else is likelier."""


def meaning_of_message(message: Message, zone: tzinfo, *, is_own: bool = False) -> Meant:
    """Return what a mail means.

    Args:
        zone: the user's, in which "next Tuesday" is counted from the day it was written on.
        is_own: whether the user wrote it.
    """
    if message.is_bounce:
        return Meant(Meaning.BOUNCE, sure=True)
    if is_own:
        return Meant(Meaning.OTHER, sure=True)
    if message.away_until is not None:
        return Meant(Meaning.AWAY, sure=True, day=message.away_until)
    if message.is_delayed:
        return Meant(Meaning.OTHER, sure=True)
    on = local_day(message.at, zone) if message.at else None
    meant = meaning_of(message.subject, message.text, message.sender.email, on)
    if message.invitations and meant.meaning not in _DECISIONS:
        return Meant(Meaning.INVITATION, sure=True, says=meant.says)
    if message.is_auto_reply and meant.meaning in (Meaning.ANSWER, Meaning.NEW_DATE, Meaning.OTHER, Meaning.INVITATION):
        return Meant(Meaning.AWAY, sure=True, says=meant.says)
    return meant


def meaning_of(subject: str, text: str, sender: str = "", written_on: date | None = None) -> Meant:
    """Return what a subject and the text under it mean, what it quotes of an earlier mail left out.

    Args:
        sender: the address it came from; a hiring system's or nobody's counts as evidence.
        written_on: the day it was written on, from which days are counted; None: no day is read.
    """
    seen = phrased(subject, new_text(text), sender, written_on)
    most = weighed(seen.sentences, shown_by(seen, subject))
    meant = _together(seen, most, written_on)
    if meant.meaning not in _DECISIONS:
        return meant
    if _FORWARDED.match(subject) or (_is_of_another(seen) and most.likely < _SURE_BESIDE_ANOTHER):
        return Meant(Meaning.ANSWER, sure=False, says=meant.says)
    return meant


def shown_by(seen: Phrased, subject: str) -> dict[str, float]:
    """Return what a message shows besides its words, as evidence by name.

    What the phrases say is `@rejection`, or `@answer?` when they are not sure; what it is about: see `topics_of`.
    """
    shown = {
        f"@{seen.meant.meaning}{'' if seen.meant.sure else '?'}": True,
        "doubtful": seen.is_doubtful,
        "divided": seen.is_divided,
        "another matter": _is_of_another(seen),
        "forwarded": _FORWARDED.match(subject) is not None,
    }
    return {name: 1.0 for name, is_shown in shown.items() if is_shown} | topics_of(seen.sentences)


def _is_of_another(seen: Phrased) -> bool:
    return is_another_matter(" ".join(sentence.plain for sentence in seen.sentences))


def _together(seen: Phrased, most: Weighed, written_on: date | None) -> Meant:
    """Return what the weights make of a message; what is none of theirs is as the phrases say."""
    meant = seen.meant
    if most.meaning in _SURE:
        says = meant.says if meant.meaning == most.meaning else most.says
        if most.likely < _least_likely(seen, most.meaning):
            return Meant(Meaning.ANSWER, sure=False, says=says)
        day = meant.day if meant.meaning == most.meaning else _day_of(seen, most, written_on)
        return Meant(most.meaning, sure=True, says=says, day=day)
    if meant.meaning in _SURE or most.may_decide >= _WORTH_READING:
        return Meant(Meaning.ANSWER, sure=False, says=meant.says)
    return meant


def _least_likely(seen: Phrased, meaning: Meaning) -> float:
    """Return how likely a meaning has to be to be called sure, given what the phrases say."""
    if seen.meant.sure and seen.meant.meaning == meaning:
        return _SURE_TOGETHER
    return _SURE_WHEN_DENIED if seen.is_doubtful and meaning in _DECISIONS else _SURE[meaning]


def _day_of(seen: Phrased, most: Weighed, written_on: date | None) -> date | None:
    is_offer = most.meaning is Meaning.OFFER
    return deadline_in(most.says, seen.sentences, written_on) if is_offer else None
