"""Letters composed from complete data pass their own checker, every kind of them."""

from __future__ import annotations

from datetime import date

import pytest

from app.etiquette.checks import LetterText, check_letter
from app.etiquette.checks.of_application import knowledge_of
from app.etiquette.letter_kinds import DEMANDS, Kind
from app.etiquette.records import Letter
from app.hunt.sample import SAMPLE_ME, sample_hunt
from app.letters.composing import compose
from tests.storage.hunts import NOW, SETTINGS

COMPLETE = [
    application
    for application, _ in sample_hunt(SETTINGS.policy, NOW)
    if application.people and any(interview.noted for interview in application.interviews)
]


@pytest.mark.parametrize("kind", Kind)
def test_it_passes(kind: Kind) -> None:
    assert len(COMPLETE) > 5
    for application in COMPLETE:
        person = None if DEMANDS[kind].names_all else application.people[0].id
        interview = next(interview for interview in reversed(application.interviews) if interview.noted)
        composed = compose(
            application, kind, person, SAMPLE_ME, SETTINGS.policy, NOW, None, interview.id, deadline=date(2026, 12, 1)
        )
        letter = Letter(1, kind, person, composed.subject, composed.body, interview=interview.id)
        report = check_letter(
            LetterText(kind, composed.body, composed.subject), knowledge_of(application, letter, SAMPLE_ME)
        )
        failed = [finding.message for finding in report.open if finding.verdict == "fail"]
        assert composed.blanks or not failed, (application.company, failed, composed.body)
