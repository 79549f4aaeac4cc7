"""The kinds of letter, and all that a kind is: what it must hold (ETIQUETTE 4.1), when it fits, what holds it back."""

from __future__ import annotations

from enum import StrEnum

from app.etiquette.frozen import dataclass


class Kind(StrEnum):
    """The kinds of letter, by the names scripts rely on."""

    THANK_YOU = "thank_you"
    PHONE_SCREEN_THANK_YOU = "phone_screen_thank_you"
    PANEL_THANK_YOU = "panel_thank_you"
    FOLLOW_UP = "follow_up"
    SECOND_FOLLOW_UP = "second_follow_up"
    REJECTION_REPLY = "rejection_reply"
    FEEDBACK_REQUEST = "feedback_request"
    MISSED_CALL = "missed_call"
    OFFER_THANKS = "offer_thanks"
    OFFER_TIME_REQUEST = "offer_time_request"
    OFFER_ACCEPT = "offer_accept"
    OFFER_DECLINE = "offer_decline"
    WITHDRAWAL = "withdrawal"
    COMPETING_OFFER = "competing_offer"
    STAY_IN_TOUCH = "stay_in_touch"


class Tone(StrEnum):
    """How a letter sounds, by the names that settings and scripts rely on."""

    WARM = "warm"
    PLAIN = "plain"
    FORMAL = "formal"


class Demand(StrEnum):
    """How strongly a kind asks for something: must fails the check, should warns, none leaves it out."""

    MUST = "must"
    SHOULD = "should"
    NONE = "none"


class Interest(StrEnum):
    """What a letter has to say about wanting the job."""

    YES = "yes"
    FUTURE = "future"
    ACCEPTS = "accepts"
    DECLINES = "declines"
    NONE = "none"


class Moment(StrEnum):
    """How things stand when a letter is written."""

    INTERVIEWED = "interviewed"
    WAITING = "waiting"
    OFFERED = "offered"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Need(StrEnum):
    """What has to have happened before a letter makes sense (ETIQUETTE 3.11)."""

    NOTHING = "nothing"
    INTERVIEW = "interview"
    """An interview that took place."""
    NO_ANSWER = "unanswered"
    """An interview that took place, and no answer to it that ends the application."""
    MISSED = "missed"
    """An interview that they missed, and none since."""
    REJECTION = "rejection"
    OFFER = "offer"
    """An offer to which nothing else was answered than what the letter says."""
    END = "end"
    """An outcome, whichever it is."""
    TO_WITHDRAW = "undecided"
    """An application that they have not decided on."""


@dataclass(frozen=True, slots=True)
class Demands:
    """One row of the table of ETIQUETTE 4.1. Words are counted over the body, greeting and signature included."""

    title: str
    """How the kind is called on screen."""
    thanks: Demand
    highlight: Demand
    interest: Demand
    wants: Interest
    warn_over: int
    """Words from which on length warns: above this."""
    fail_over: int | None = None
    """None: length alone never fails."""
    warn_under: int = 0
    names_all: bool = False
    """Whether every person written to has to be named."""
    is_status_mail: bool = False
    """Whether it is held back: before their date (ETIQUETTE 3.1), and within days of another one (ETIQUETTE 3.2)."""
    is_reply: bool = False
    """Whether it answers a mail of theirs and so keeps its subject."""
    is_cold: bool = False
    """Whether nothing of theirs calls for it, so that their wish not to be followed up forbids it (ETIQUETTE 3.3)."""
    needs: Need = Need.NOTHING
    """What has to have happened (ETIQUETTE 3.11)."""
    only_once: bool = False
    """Whether an application gets one at most."""
    fits: tuple[Moment, ...] = ()
    """When it is likely to be meant, and so is offered first."""
    told_by: str = ""
    """What a text of this kind is likely to say: a pattern, compared without case."""


_M, _S, _N = Demand.MUST, Demand.SHOULD, Demand.NONE

DEMANDS: dict[Kind, Demands] = {
    Kind.OFFER_ACCEPT: Demands(
        "Offer acceptance",
        *(_M, _N, _M, Interest.ACCEPTS),
        needs=Need.OFFER,
        warn_over=150,
        is_reply=True,
        fits=(Moment.OFFERED,),
        told_by=(
            r"(?<!would be )(?<!would still be )\b(?:happy|delighted|pleased|glad|thrilled|writing) to accept\b"
            r"|\bi (?:formally |gladly )?accept (?!your decision|that)|\baccept it (?:gladly|with)"
        ),
    ),
    Kind.OFFER_DECLINE: Demands(
        "Offer decline",
        *(_M, _N, _M, Interest.DECLINES),
        needs=Need.OFFER,
        warn_over=150,
        is_reply=True,
        fits=(Moment.OFFERED,),
        told_by=(
            r"\bdeclin\w+\b[^.]{0,40}\boffer\b|\boffer\b[^.]{0,60}\bdeclin\w+|won't be accepting|unable to accept it"
            r"|\bi must decline\b"
        ),
    ),
    Kind.WITHDRAWAL: Demands(
        "Withdrawal",
        *(_M, _N, _M, Interest.DECLINES),
        needs=Need.TO_WITHDRAW,
        warn_over=120,
        fits=(Moment.WAITING, Moment.WITHDRAWN),
        told_by=r"\bwithdraw\w*\b",
    ),
    Kind.COMPETING_OFFER: Demands(
        "Competing offer note",
        *(_S, _N, _M, Interest.YES),
        needs=Need.NO_ANSWER,
        warn_over=120,
        fits=(Moment.WAITING,),
        told_by=(
            r"(?<!accepted )(?<!yes to )\b(?:another|received an|other) offer\b"
            r"|another (?:company|employer) has made me|(?<!accepted an )\boffer from another"
        ),
    ),
    Kind.OFFER_TIME_REQUEST: Demands(
        "Request for more time",
        *(_M, _N, _M, Interest.YES),
        needs=Need.OFFER,
        warn_over=150,
        is_reply=True,
        fits=(Moment.OFFERED,),
        told_by=(
            r"\boffer\b.{0,400}\b(?:few (?:more )?days|more time|would it be (?:all right|possible)|may i have until"
            r"|extend the|await my answer|moving the date|agreement that|instead\b|if that suits you)"
        ),
    ),
    Kind.OFFER_THANKS: Demands(
        "Offer thank-you",
        *(_M, _N, _M, Interest.YES),
        needs=Need.OFFER,
        warn_over=150,
        is_reply=True,
        fits=(Moment.OFFERED,),
        told_by=r"\boffer(?:ing me)?\b.{0,250}\b(?:my (?:answer|decision) by|until [A-Z]|write to you by)",
    ),
    Kind.FEEDBACK_REQUEST: Demands(
        "Feedback request",
        *(_M, _N, _N, Interest.NONE),
        needs=Need.REJECTION,
        warn_over=80,
        is_reply=True,
        only_once=True,
        fits=(Moment.REJECTED,),
        told_by=(
            r"\bfeedback\b[^.]{0,60}\?|\bone thing[^.]{0,60}\?|in what respect i might"
            r"|advise me to acquire|what would it be\?"
        ),
    ),
    Kind.REJECTION_REPLY: Demands(
        "Rejection reply",
        *(_M, _S, _S, Interest.FUTURE),
        needs=Need.REJECTION,
        warn_over=120,
        is_reply=True,
        fits=(Moment.REJECTED,),
        told_by=(
            r"\b(?:rejection|letting me know|not (?:been )?selected|disappointed|another candidate|your choice"
            r"|(?:your|my) decision on|about your decision|a clear answer|the news about|thanks for your message"
            r"|joining you this time|(?:message|interviews) and for|informing me of)\b"
        ),
    ),
    Kind.STAY_IN_TOUCH: Demands(
        "Stay-in-touch note",
        *(_S, _S, _M, Interest.YES),
        needs=Need.END,
        warn_over=120,
        is_cold=True,
        fits=(Moment.REJECTED,),
        told_by=(
            r"\b(?:stay in touch|renew my interest|been a while since|last in touch|writing to let you know"
            r"|i still remember|how it has been going since|interviewed for the .{1,60} role\. i remember)\b"
        ),
    ),
    Kind.FOLLOW_UP: Demands(
        "Follow-up",
        *(_S, _N, _M, Interest.YES),
        warn_over=120,
        is_status_mail=True,
        is_cold=True,
        fits=(Moment.WAITING,),
        told_by=(
            r"\b(?:follow(?:ing)? up|any (?:news|update)|an update|checking in|touch base|status of"
            r"|(?:where|how) (?:do )?(?:things|the .{1,60}) stands?|how(?: is|'s) (?:it|the search) going"
            r"|anything that you can tell me"
            r"|a decision (?:been made|yet)|whether there is a decision"
            r"|when i may expect|let me know (?:how the process will continue|the new date))"
        ),
    ),
    Kind.SECOND_FOLLOW_UP: Demands(
        "Second follow-up",
        *(_S, _N, _M, Interest.YES),
        warn_over=120,
        is_status_mail=True,
        is_cold=True,
        fits=(Moment.WAITING,),
        told_by=(
            r"\b(?:last note|last you hear from me|writing (?:once more|a final time)|not write again"
            r"|not trouble you further)"
        ),
    ),
    Kind.MISSED_CALL: Demands(
        "Missed interview note",
        *(_N, _N, _M, Interest.YES),
        needs=Need.MISSED,
        warn_over=80,
        told_by=(
            r"\bmissed each other|not able to connect|could not take place|did not come about|must have come up"
            r"|something came up\b"
        ),
    ),
    Kind.PHONE_SCREEN_THANK_YOU: Demands(
        "Phone screen thank-you",
        *(_M, _S, _M, Interest.YES),
        needs=Need.INTERVIEW,
        warn_over=120,
        fits=(Moment.INTERVIEWED,),
    ),
    Kind.PANEL_THANK_YOU: Demands(
        "Panel thank-you",
        *(_M, _M, _M, Interest.YES),
        needs=Need.INTERVIEW,
        warn_over=200,
        names_all=True,
        fits=(Moment.INTERVIEWED,),
    ),
    Kind.THANK_YOU: Demands(
        "Thank-you",
        *(_M, _M, _M, Interest.YES),
        needs=Need.INTERVIEW,
        warn_over=200,
        fail_over=300,
        warn_under=40,
        fits=(Moment.INTERVIEWED,),
    ),
}
"""The table; a text is likely to be of the first kind whose `told_by` it holds, and else a thank-you."""


def fitting(moment: Moment) -> frozenset[Kind]:
    """Return the kinds that are likely to be meant at a moment."""
    return frozenset(kind for kind, demands in DEMANDS.items() if moment in demands.fits)


THANKS = fitting(Moment.INTERVIEWED)
FOLLOW_UPS = frozenset(kind for kind, demands in DEMANDS.items() if demands.is_status_mail)
OFFER_ANSWERS = fitting(Moment.OFFERED)
REJECTION_ANSWERS = frozenset(kind for kind in fitting(Moment.REJECTED) if DEMANDS[kind].is_reply)
