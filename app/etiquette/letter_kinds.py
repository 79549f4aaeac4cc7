"""The kinds of letter and what each must hold: ETIQUETTE 4.1 as data."""

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
    good: tuple[int, int] | None = None
    """The range that is said to be good; None: none is named."""
    names_all: bool = False
    """Whether every person written to has to be named."""
    is_status_mail: bool = False
    """Whether it is held back: before their date (ETIQUETTE 3.1), and within days of another one (ETIQUETTE 3.2)."""
    is_reply: bool = False
    """Whether it answers a mail of theirs and so keeps its subject."""


_M, _S, _N = Demand.MUST, Demand.SHOULD, Demand.NONE

DEMANDS: dict[Kind, Demands] = {
    Kind.THANK_YOU: Demands(
        "Thank-you", _M, _M, _M, Interest.YES, warn_over=200, fail_over=300, warn_under=40, good=(75, 150)
    ),
    Kind.PHONE_SCREEN_THANK_YOU: Demands("Phone screen thank-you", _M, _S, _M, Interest.YES, warn_over=120),
    Kind.PANEL_THANK_YOU: Demands("Panel thank-you", _M, _M, _M, Interest.YES, warn_over=200, names_all=True),
    Kind.FOLLOW_UP: Demands("Follow-up", _S, _N, _M, Interest.YES, warn_over=120, good=(30, 100), is_status_mail=True),
    Kind.SECOND_FOLLOW_UP: Demands("Second follow-up", _S, _N, _M, Interest.YES, warn_over=120, is_status_mail=True),
    Kind.REJECTION_REPLY: Demands("Rejection reply", _M, _S, _S, Interest.FUTURE, warn_over=120, is_reply=True),
    Kind.FEEDBACK_REQUEST: Demands("Feedback request", _M, _N, _N, Interest.NONE, warn_over=80, is_reply=True),
    Kind.MISSED_CALL: Demands("Missed interview note", _N, _N, _M, Interest.YES, warn_over=80),
    Kind.OFFER_THANKS: Demands("Offer thank-you", _M, _N, _M, Interest.YES, warn_over=150, is_reply=True),
    Kind.OFFER_TIME_REQUEST: Demands("Request for more time", _M, _N, _M, Interest.YES, warn_over=150, is_reply=True),
    Kind.OFFER_ACCEPT: Demands("Offer acceptance", _M, _N, _M, Interest.ACCEPTS, warn_over=150, is_reply=True),
    Kind.OFFER_DECLINE: Demands("Offer decline", _M, _N, _M, Interest.DECLINES, warn_over=150, is_reply=True),
    Kind.WITHDRAWAL: Demands("Withdrawal", _M, _N, _M, Interest.DECLINES, warn_over=120),
    Kind.COMPETING_OFFER: Demands("Competing offer note", _S, _N, _M, Interest.YES, warn_over=120),
    Kind.STAY_IN_TOUCH: Demands("Stay-in-touch note", _S, _S, _M, Interest.YES, warn_over=120),
}

THANKS = frozenset({Kind.THANK_YOU, Kind.PHONE_SCREEN_THANK_YOU, Kind.PANEL_THANK_YOU})
FOLLOW_UPS = frozenset(kind for kind, demands in DEMANDS.items() if demands.is_status_mail)
OFFER_ANSWERS = frozenset({Kind.OFFER_THANKS, Kind.OFFER_TIME_REQUEST, Kind.OFFER_ACCEPT, Kind.OFFER_DECLINE})
REJECTION_ANSWERS = frozenset({Kind.REJECTION_REPLY, Kind.FEEDBACK_REQUEST})
