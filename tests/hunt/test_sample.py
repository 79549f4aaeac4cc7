"""The sample hunt shows the program as it is: stages that were passed, letters that one can read, the app's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.etiquette.checks import LetterText, check_letter
from app.etiquette.checks.of_application import knowledge_of
from app.etiquette.records import Application, Event
from app.etiquette.stages import Stage
from app.etiquette.state.completing import complete
from app.etiquette.titles import OUTCOME_TITLES
from app.hunt.sample import SAMPLE_ME, sample_hunt
from app.hunt.sample_files import sample_contents
from app.storage.kept_files import KeptFiles
from tests.storage.hunts import NOW, SETTINGS

HUNT = sample_hunt(SETTINGS.policy, NOW)
ENDED = [(application, events) for application, events in HUNT if application.outcome is not None]


@pytest.mark.parametrize(("application", "events"), ENDED, ids=[application.company for application, _ in ENDED])
def test_an_outcome_comes_after_the_stages_that_its_timeline_proves(
    application: Application, events: list[Event]
) -> None:
    assert application.outcome is not None
    assert (application.outcome.came_from is Stage.APPLIED) == (application.interviews == ())
    (ended,) = [event for event in events if event.what == "outcome_recorded"]
    assert (ended.text, ended.before) == (OUTCOME_TITLES[application.outcome.kind], application.outcome.came_from)


def test_every_letter_has_a_text_of_its_own() -> None:
    bodies = [letter.body for application, _ in HUNT for letter in application.letters]
    assert len(bodies) > 20
    assert len(set(bodies)) == len(bodies)
    assert all(SAMPLE_ME.name in body and body.startswith("Dear ") for body in bodies)


def test_completing_it_again_changes_nothing() -> None:
    for application, events in HUNT:
        again, _ = complete(application, application.stage, events, SETTINGS.policy, NOW)
        assert again.stage is application.stage


def test_no_letter_of_the_sample_fails_the_programs_own_check() -> None:
    for application, _ in HUNT:
        for letter in application.letters:
            text = LetterText(letter.kind, letter.body, letter.subject)
            report = check_letter(text, knowledge_of(application, letter, SAMPLE_ME))
            failed = [finding.message for finding in report.findings if finding.verdict == "fail"]
            assert failed == [], (application.company, letter.kind, failed)


def test_the_files_that_its_companies_have_are_there_to_be_opened(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    hashes = {kept.store(content).sha256 for content in sample_contents()}
    files = [file for application, _ in HUNT for file in application.files]
    assert {file.sha256 for file in files} == hashes
    assert len(files) > len(hashes)
    for content in sample_contents():
        place = int(content.split(b"startxref\n")[1].split(b"\n")[0])
        assert (content[:8], content[place : place + 4]) == (b"%PDF-1.4", b"xref")
