"""A letter that came back leaves the stage that the letters before it had made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.etiquette.from_them import Reply
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Letter, LetterStatus
from app.etiquette.stages import Stage
from app.hunt.changes import When
from app.hunt.verbs.returned import letter_bounced
from tests.storage.hunts import BERLIN, NOW

HELD = Interview(1, 1, NOW - timedelta(days=40), status=InterviewStatus.HELD)
WHEN = When(Policy(zone=BERLIN), NOW)


def _mail(number: int, days_ago: int, kind: Kind = Kind.FOLLOW_UP) -> Letter:
    return Letter(number, kind, status=LetterStatus.SENT, sent=NOW - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("letters", "replies", "expected"),
    [
        ((_mail(1, 2),), (), Stage.WAITING),
        ((_mail(2, 12), _mail(1, 2, Kind.SECOND_FOLLOW_UP)), (), Stage.FOLLOWED_UP),
        ((_mail(2, 20), _mail(1, 2)), (Reply(1, NOW - timedelta(days=15)),), Stage.WAITING),
    ],
    ids=["the only one", "the second", "the first since their answer"],
)
def test_a_follow_up_that_came_back_counts_no_longer(
    letters: tuple[Letter, ...], replies: tuple[Reply, ...], expected: Stage
) -> None:
    application = Application(
        company="Northwind", role="Chef", stage=Stage.FOLLOWED_UP, interviews=(HELD,), letters=letters, replies=replies
    )
    after = letter_bounced(replace(application, added=NOW), WHEN, 1, "").application
    assert after.stage is expected
