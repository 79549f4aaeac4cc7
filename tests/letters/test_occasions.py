"""What a letter says depends on what happened: no interview that there was not, no wish for a job that is another's."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from app.etiquette.checks import Check, LetterText, Verdict, check_letter
from app.etiquette.checks.of_application import knowledge_of
from app.etiquette.frozen import replace
from app.etiquette.letter_kinds import THANKS, Kind, Tone
from app.etiquette.letter_style import Style
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Letter, Me, Outcome, OutcomeKind, Person
from app.etiquette.stages import Stage
from app.letters.composing import Beside, compose

NOW = datetime(2026, 11, 25, 16, tzinfo=UTC)
HELD = Interview(1, 1, NOW - timedelta(days=2), met=(1,), status=InterviewStatus.HELD, noted="your team is small")
APPLIED = Application(1, "Nordlicht", "Baker", people=(Person(1, "Dana", "Lee"),))
REJECTED = replace(APPLIED, outcome=Outcome(OutcomeKind.REJECTED, NOW), stage=Stage.OUTCOME)
ME = Me("Robin Vale")
_SPEAKS_OF_ONE = re.compile(
    r"conversation|our talk|interviews? for|from the interview|we (?:spoke|talked)|i met|seen me in one|\[|again",
    re.IGNORECASE,
)


def bodies(application: Application, kind: Kind, beside: Beside) -> set[str]:
    """Return the builds of a kind in every tone."""
    letters = [
        compose(replace(application, id=place), kind, 1, ME, Policy(), NOW, style=Style(tone), beside=beside)
        for tone in Tone
        for place in range(3)
    ]
    return {letter.body for letter in letters}


def test_a_rejection_without_an_interview_is_answered_without_one() -> None:
    texts = bodies(REJECTED, Kind.REJECTION_REPLY, Beside())
    assert len(texts) >= 6
    for text in texts:
        found = [match[0] for match in _SPEAKS_OF_ONE.finditer(text)]
        assert set(found) <= {"again"}, text
        letter = Letter(1, Kind.REJECTION_REPLY, 1, "Thank you", text)
        report = check_letter(LetterText(letter.kind, text, letter.subject), knowledge_of(REJECTED, letter, ME))
        assert report.open == (), (report.open, text)


def test_one_interview_is_one() -> None:
    once = replace(REJECTED, interviews=(HELD,))
    assert not any("interviews" in text for text in bodies(once, Kind.REJECTION_REPLY, Beside()))
    twice = replace(REJECTED, interviews=(HELD, replace(HELD, id=2, round=2)))
    assert any("the interviews" in text for text in bodies(twice, Kind.REJECTION_REPLY, Beside()))


@pytest.mark.parametrize("kind", sorted(THANKS))
def test_thanks_after_another_offer_was_accepted_want_nothing(kind: Kind) -> None:
    """ETIQUETTE 2.30."""
    application = replace(APPLIED, interviews=(HELD,), stage=Stage.INTERVIEWED)
    for text in bodies(application, kind, Beside(accepted_elsewhere=True)):
        assert re.search(r"accepted (?:an|another|a) (?:offer|position)|said yes to another offer", text)
        assert not re.search(r"interested in|would like to (?:join|work)|hope to be|like this job", text)
        letter = Letter(1, kind, 1, "Thank you", text, interview=1)
        report = check_letter(LetterText(kind, text, letter.subject), knowledge_of(application, letter, ME))
        assert report.verdict(Check.INTEREST) is Verdict.SKIPPED
        assert report.open == (), (report.open, text)
