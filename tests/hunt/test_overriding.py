"""The etiquette advises: whoever has a reason may write all the same, and the timeline keeps the reason.

ETIQUETTE 3.8.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Decision, OutcomeKind
from app.etiquette.stages import Stage
from app.hunt.hunt import Hunt
from app.hunt.verbs import answers, letters
from app.storage import reading
from tests.storage.hunts import NOW, add, log_interview, open_hunt, reader


def waiting(path: Path) -> Hunt:
    """Return a hunt with one application that waits for a date two weeks ahead and has a draft of a follow-up."""
    hunt = open_hunt(path)
    add(hunt)
    log_interview(hunt, 1, names="Dana Lee")
    hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, a.people[0].id))
    hunt.do(1, lambda a, when: answers.reply_by_set(a, when, NOW.date() + timedelta(days=14)))
    hunt.do(1, lambda a, when: letters.drafted(a, when, Kind.FOLLOW_UP, a.people[0].id, "Following up", "Dear Dana"))
    return hunt


def draft_id(path: Path) -> int:
    with reader(path) as connection:
        return next(x.id for x in reading.application(connection, 1).letters if x.kind is Kind.FOLLOW_UP)


def test_without_a_reason_nothing_is_sent_and_with_one_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = waiting(path)
    letter = draft_id(path)
    with pytest.raises(RefusedError, match="Too early"):
        hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter, "clipboard"))
    done = hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter, "clipboard", override="they asked me to"))
    assert done.application is not None
    assert done.application.stage is Stage.FOLLOWED_UP
    with reader(path) as connection:
        (event,) = [
            e for e in reading.events(connection, 1) if e.what == "letter_sent" and e.after is Stage.FOLLOWED_UP
        ]
    assert event.rule == "sent anyway: they asked me to"


def test_a_letter_sent_from_elsewhere_is_a_fact_that_nothing_holds_back(tmp_path: Path) -> None:
    hunt = waiting(tmp_path / "hunt.db")
    done = hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.FOLLOW_UP, a.people[0].id))
    assert done.application is not None
    assert done.application.stage is Stage.FOLLOWED_UP


def test_a_follow_up_is_held_back_once_another_offer_was_accepted(tmp_path: Path) -> None:
    """ETIQUETTE 2.30."""
    path = tmp_path / "hunt.db"
    hunt = waiting(path)
    letter = draft_id(path)
    other = add(hunt, company="Contoso")
    hunt.do(other, lambda a, when: answers.outcome_recorded(a, when, OutcomeKind.OFFER))
    hunt.do(other, lambda a, when: answers.offer_decided(a, when, Decision.ACCEPTED))
    with pytest.raises(RefusedError, match="You accepted another offer"):
        hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter, "clipboard"))
    done = hunt.do(
        1, lambda a, when: letters.letter_sent(a, when, letter, "clipboard", override="I may change my mind")
    )
    assert done.application is not None
    assert any(sent.sent for sent in done.application.letters if sent.kind is Kind.FOLLOW_UP)
