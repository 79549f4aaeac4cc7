"""What an invitation says besides when and where is kept as a note; what a conference service adds is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.hunt.changes import When
from app.hunt.intake.from_calendar import verb_of
from app.hunt.intake.invitation_notes import note_of
from app.hunt.intake.plan import What
from tests.hunt.test_proposing import APPLIED, INVITATION
from tests.storage.hunts import NOW, SETTINGS

BRING = "Please bring your license.\nPark in Lot C."


@pytest.mark.parametrize(
    ("description", "note"),
    [
        (BRING, "From the invitation: Please bring your license. Park in Lot C."),
        (f"{BRING}\nhttps://maps.example/x\n_____________\nMicrosoft Teams meeting\nJoin on your computer", None),
        (f"{BRING}\nJoin Zoom Meeting\nhttps://zoom.example/j/1?pwd=2\nMeeting ID: 1", None),
        ("https://zoom.example/j/1", ""),
        ("Interview, Data Engineer", ""),
        ("", ""),
    ],
)
def test_what_to_bring_is_kept_without_what_a_service_adds(description: str, note: str | None) -> None:
    expected = "From the invitation: Please bring your license. Park in Lot C." if note is None else note
    assert note_of(description, "Interview, Data Engineer, round 1") == expected


def test_the_note_comes_with_the_interview() -> None:
    verb = verb_of(What.INTERVIEW, replace(INVITATION, description=BRING), frozenset())
    change = verb(APPLIED, When(SETTINGS.policy, NOW))
    assert [event.what for event in change.events] == ["interview_planned", "note"]
    assert "Lot C" in change.events[1].text
