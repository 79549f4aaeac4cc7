"""What a message means, by the phrases in it and the weights of its words together.

Where both agree it is sure. Where they differ, or the weights alone speak and not loudly, it has to be read.
"""

from __future__ import annotations

import re
from datetime import date, tzinfo

from app.etiquette.time.dates import local_day
from app.exchange.contents import Message
from app.exchange.meanings.judging import Phrased, deadline_in, phrased
from app.exchange.meanings.meant import Meaning, Meant
from app.exchange.meanings.phrases.asides import is_another_matter
from app.exchange.meanings.weighing import Weighed, weights

_FORWARDED = re.compile(r"^\s*(?:fwd?|wg|tr|rv|enc|i|doorst)\s*:", re.IGNORECASE)
_DECISIONS = (Meaning.REJECTION, Meaning.OFFER)
_GIVING_WAY = (Meaning.ANSWER, Meaning.NEW_DATE, Meaning.INVITATION)
"""What phrases may say of a message that the weights alone make a decision."""
_SURE_ALONE = {Meaning.REJECTION: 0.8, Meaning.OFFER: 0.7}
"""How likely a decision has to be that no phrase tells. Measured on messages that the weights had not learned from:
more look like rejections and are none, than look like offers and are none."""
_SURE_HINTED = 0.7
"""How likely a rejection has to be at which phrases only hint."""
_SURE_TOGETHER = 0.6
"""How likely a decision has to be that a phrase tells too."""
_WORTH_READING = 0.35
"""From here on a decision may be meant."""
_RECEIPT = 0.5
_SURE_OF_NONE = 0.9
"""How likely a message that no phrase explains has to be none of a rejection, an offer and a receipt."""


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
    """Return what a subject and the new text under it mean.

    Args:
        sender: the address it came from; a hiring system's or nobody's counts as evidence.
        written_on: the day it was written on, from which days are counted; None: no day is read.
    """
    seen = phrased(subject, text, sender, written_on)
    meant = (
        seen.meant if seen.is_divided else _together(seen, weights().weighed(seen.sentences, seen.meant), written_on)
    )
    if meant.meaning in _DECISIONS and (_FORWARDED.match(subject) or _is_of_another(seen)):
        return Meant(Meaning.ANSWER, sure=False, says=meant.says)
    return meant


def _is_of_another(seen: Phrased) -> bool:
    return is_another_matter(" ".join(sentence.plain for sentence in seen.sentences))


def _together(seen: Phrased, weighed: Weighed, written_on: date | None) -> Meant:
    meant = seen.meant
    if weighed.meaning == meant.meaning and meant.sure:
        is_sure = weighed.meaning not in _DECISIONS or weighed.likely >= _SURE_TOGETHER
        return meant if is_sure else Meant(Meaning.ANSWER, sure=False, says=meant.says)
    if weighed.meaning in _DECISIONS and weighed.likely >= _WORTH_READING:
        is_plain = meant.meaning in _GIVING_WAY and not seen.is_doubtful
        if not is_plain or weighed.likely < _sure_from(weighed.meaning, meant):
            return Meant(Meaning.ANSWER, sure=False, says=weighed.says)
        return Meant(weighed.meaning, sure=True, says=weighed.says, day=_day_of(seen, weighed, written_on))
    if meant.meaning in _DECISIONS:
        return Meant(Meaning.ANSWER, sure=False, says=meant.says)
    if weighed.meaning is Meaning.RECEIPT and weighed.likely >= _RECEIPT and meant.meaning is Meaning.ANSWER:
        return Meant(Meaning.RECEIPT, sure=True, says=weighed.says)
    if meant.meaning is Meaning.ANSWER and weighed.likely < _SURE_OF_NONE:
        return Meant(Meaning.ANSWER, sure=False, says=meant.says)
    return meant


def _sure_from(decision: Meaning, phrased: Meant) -> float:
    """Return how likely a decision has to be, given what the phrases say, which is none."""
    is_hinted = phrased.meaning is Meaning.ANSWER and not phrased.sure
    return min(_SURE_ALONE[decision], _SURE_HINTED) if is_hinted else _SURE_ALONE[decision]


def _day_of(seen: Phrased, weighed: Weighed, written_on: date | None) -> date | None:
    is_offer = weighed.meaning is Meaning.OFFER
    return deadline_in(weighed.says, seen.sentences, written_on) if is_offer else None
