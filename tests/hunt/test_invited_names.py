"""Who an invitation names, as people."""

from __future__ import annotations

from dataclasses import replace

from app.exchange.contents import Attendee
from tests.hunt.test_proposing import APPLIED, INVITATION, proposed


def test_degrees_behind_an_attendees_name_are_no_part_of_it() -> None:
    written = ("Patel, Raj, MD", "Karen O'Neill, RN, BSN", "Grace Kim MSN")
    attendees = tuple(Attendee(name, f"p{n}@northwind.example") for n, name in enumerate(written))
    _, after = proposed(APPLIED, invitations=(replace(INVITATION, organizer=None, attendees=attendees),))
    assert [(p.given, p.family, p.title) for p in after.people] == [
        ("Raj", "Patel", "MD"),
        ("Karen", "O'Neill", "RN, BSN"),
        ("Grace", "Kim", "MSN"),
    ]
