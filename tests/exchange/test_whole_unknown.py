"""Our JSON keeps what is not known: an outcome's day, an hour that nobody gave, when an offer was decided."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Decision,
    Event,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Me,
    Outcome,
    OutcomeKind,
)
from app.etiquette.stages import Stage
from app.etiquette.state.completing import complete
from app.etiquette.steps.next_steps import next_steps
from app.exchange.json_.reading import read_whole
from app.exchange.json_.writing import whole_document

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def there_and_back(application: Application, events: list[Event]) -> tuple[Application, tuple[Event, ...]]:
    """Return what our own JSON brings back."""
    document = json.dumps(whole_document(Me(), [(application, events)])).encode()
    (entry,) = read_whole(document, UTC).applications
    return entry.application, entry.events


def test_an_outcome_keeps_its_unknown_day_and_the_moment_of_the_decision() -> None:
    for outcome in (
        Outcome(OutcomeKind.REJECTED, None, came_from=Stage.INTERVIEWED),
        Outcome(OutcomeKind.OFFER, NOW, None, Decision.ACCEPTED, Stage.WAITING, NOW),
    ):
        application = Application(company="Northwind", role="Chef", stage=Stage.OUTCOME, outcome=outcome)
        assert there_and_back(application, [])[0].outcome == outcome


def test_an_event_of_which_the_day_alone_is_known_stays_one() -> None:
    events = [Event(NOW, "note", "by day", is_day=True), Event(NOW, "note", "by hour")]
    back = there_and_back(Application(company="Northwind", role="Chef"), events)[1]
    assert [event.is_day for event in back] == [True, False]


def test_an_outcome_told_without_its_moment_is_taken_and_asks_for_nothing() -> None:
    document = {
        "afterword": 1,
        "applications": [
            {
                "company": "Northwind",
                "role": "Chef",
                "interviews": [{"starts": "2026-11-20T10:00+00:00"}],
                "outcome": {"kind": "offer"},
            }
        ],
    }
    (entry,) = read_whole(json.dumps(document).encode(), UTC).applications
    application, events = complete(entry.application, entry.stage, entry.events, Policy(), NOW)
    assert application.outcome is not None
    assert (application.outcome.at, application.outcome.came_from) == (None, Stage.INTERVIEWED)
    assert next_steps(application, Policy(), NOW) == []
    assert events[-1].text == "Offer (date unknown)"


def test_a_letter_keeps_its_round_where_one_that_they_missed_had_the_same_number() -> None:
    missed = Interview(1, 1, NOW - timedelta(days=9), status=InterviewStatus.MISSED)
    held = Interview(2, 1, NOW - timedelta(days=5), status=InterviewStatus.HELD)
    letter = Letter(1, Kind.THANK_YOU, status=LetterStatus.SENT, sent=NOW - timedelta(days=4), interview=2)
    application = Application(company="Northwind", role="Chef", interviews=(missed, held), letters=(letter,))
    back, _ = there_and_back(application, [])
    named = next(interview for interview in back.interviews if interview.id == back.letters[0].interview)
    assert named.status is InterviewStatus.HELD
