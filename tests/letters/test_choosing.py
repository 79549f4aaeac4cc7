"""Which build a letter takes: none twice in a panel, a company or a fortnight, and a draft keeps its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from app.etiquette.errors import TemplateFileError
from app.etiquette.letter_kinds import Kind, Tone
from app.etiquette.letter_style import English, Style
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Letter, Me, Person
from app.letters.composing import Beside, Composed, compose
from tests.letters.test_every_letter import sentences

NOW = datetime(2026, 11, 25, 16, tzinfo=UTC)
ME = Me("Robin Marsh")
NAMES = ("Dana Lee", "Omar Haddad", "Mei Wu", "Ines Ferreira", "Tom Okafor", "Lena Huber")
PANEL = tuple(Person(n, name.split()[0], name.split()[1]) for n, name in enumerate(NAMES, 1))
HELD = Interview(
    1, 1, NOW - timedelta(days=1), met=tuple(range(1, 7)), noted="the rig\nthe ledger", status=InterviewStatus.HELD
)
INITECH = Application(1, "Initech", "Data Engineer", people=PANEL, interviews=(HELD,))


def letter(application: Application, person: int, kind: Kind = Kind.THANK_YOU, **more: object) -> Composed:
    """Compose a letter."""
    return compose(application, kind, person, ME, Policy(), NOW, **more)  # type: ignore[arg-type]


def drafted(application: Application, kind: Kind, person: int, text: Composed) -> Application:
    """Return the application with a letter among its drafts."""
    draft = Letter(len(application.letters) + 1, kind, person, text.subject, text.body, written=NOW)
    return replace(application, letters=(*application.letters, draft))


@pytest.mark.parametrize("tone", Tone)
def test_a_panel_of_six_gets_six_letters_that_share_no_sentence(tone: Tone) -> None:
    application, bodies = INITECH, []
    for person in PANEL:
        text = letter(application, person.id, style=Style(tone))
        bodies.append(text.body)
        application = drafted(application, Kind.THANK_YOU, person.id, text)
    for one, other in combinations(bodies, 2):
        assert not sentences(one) & sentences(other)


def test_all_letters_to_one_company_share_no_sentence() -> None:
    application, bodies = INITECH, []
    for kind in Kind:
        text = letter(application, 1, kind)
        bodies.append(text.body)
        application = drafted(application, kind, 1, text)
    for one, other in combinations(bodies, 2):
        assert not sentences(one) & sentences(other)


def test_what_was_written_to_other_companies_within_two_weeks_is_not_written_again() -> None:
    written: list[str] = []
    for n in range(1, 9):
        application = replace(INITECH, id=n * 6, company=f"Company {n}")
        written.append(letter(application, 1, beside=Beside(others=tuple(written))).body)
    skeletons = [body.split("\n\n")[2] for body in written]
    assert len(set(skeletons)) == 8, "more than the six of the tone"


def test_the_choice_is_the_same_every_time() -> None:
    assert letter(INITECH, 1) == letter(INITECH, 1)
    assert letter(INITECH, 1).body != letter(replace(INITECH, id=2), 1).body


def test_a_draft_keeps_its_build_whatever_was_written_since() -> None:
    mine = letter(INITECH, 1).body
    around = drafted(INITECH, Kind.THANK_YOU, 2, letter(replace(INITECH, id=0), 2))
    assert letter(around, 1, beside=Beside(others=(mine,), draft=mine)).body == mine
    assert letter(around, 1, beside=Beside(others=(mine,))).body != mine


def test_a_draft_gets_another_build_when_the_tone_changes() -> None:
    plain = letter(INITECH, 1).body
    warm = letter(INITECH, 1, style=Style(Tone.WARM), beside=Beside(draft=plain)).body
    assert not sentences(plain) & sentences(warm)
    assert letter(INITECH, 1, style=Style(Tone.WARM), beside=Beside(draft=warm)).body == warm


def test_a_draft_of_a_build_from_the_next_tone_keeps_it() -> None:
    used = [letter(replace(INITECH, id=n), 1).body for n in range(6)]
    spare = letter(INITECH, 1, beside=Beside(others=tuple(used))).body
    assert spare not in used
    assert letter(INITECH, 1, beside=Beside(draft=spare)).body == spare


def test_an_application_has_a_tone_of_its_own() -> None:
    assert letter(INITECH, 1).body.startswith("Dear Dana Lee,")
    warm = replace(INITECH, tone=Tone.WARM)
    assert letter(warm, 1).body.startswith("Hi Dana,")
    assert letter(warm, 1, style=Style(Tone.FORMAL)).body.startswith("Hi Dana,")
    assert letter(INITECH, 1, style=Style(Tone.FORMAL)).body.endswith("Sincerely,\nRobin Marsh\n")


@pytest.mark.parametrize(
    ("english", "day"),
    [
        (English.US, "Tuesday, December 1"),
        (English.BRITISH, "Tuesday 1 December"),
        (English.INTERNATIONAL, "Tuesday, 1 December"),
    ],
)
def test_days_are_written_in_the_english_that_is_set(english: English, day: str) -> None:
    text = compose(
        INITECH,
        Kind.COMPETING_OFFER,
        1,
        ME,
        Policy(),
        NOW,
        deadline=datetime(2026, 12, 1, tzinfo=UTC).date(),
        style=Style(english=english),
    )
    assert day in text.body


def test_words_are_spelt_in_the_english_that_is_set() -> None:
    offer = {tone: letter(INITECH, 1, Kind.OFFER_THANKS, style=Style(tone, English.BRITISH)).body for tone in Tone}
    assert "honored" not in offer[Tone.FORMAL]
    bodies = [
        letter(replace(INITECH, id=n), 1, Kind.OFFER_THANKS, style=Style(Tone.FORMAL, English.BRITISH)).body
        for n in range(2)
    ]
    assert any("honoured" in body for body in bodies)


def test_a_template_of_the_users_can_hold_one_letter_or_several(tmp_path: Path) -> None:
    file = tmp_path / "thank_you.j2"
    file.write_text("Subject: Hello\n{{ greeting }}\n=== not a heading ===\n{{ closing }}\n")
    assert "=== not a heading ===" in letter(INITECH, 1, templates_folder=tmp_path).body
    file.write_text(
        "{# mine #}\n=== warm ===\nSubject: Warm\n{{ greeting }} w\n"
        "=== plain, formal ===\nSubject: Other\n{{ greeting }} o\n"
    )
    assert letter(INITECH, 1, templates_folder=tmp_path).subject == "Other"
    assert letter(INITECH, 1, templates_folder=tmp_path, style=Style(Tone.WARM)).subject == "Warm"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("=== chatty ===\nSubject: x\n", "line 1: 'chatty' is neither a tone nor an occasion"),
        ("\n=== warm ===\nSubject: x\n=== plain ===\nSubject: y\nz {{ nobody }}\n", "line 6: 'nobody' is undefined"),
        ("=== plain ===\nno subject\n", "the first line has to be"),
    ],
)
def test_a_mistake_in_a_template_of_several_letters_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "thank_you.j2").write_text(text)
    with pytest.raises(TemplateFileError) as error:
        letter(INITECH, 1, templates_folder=tmp_path)
    assert said in str(error.value)
    assert str(error.value).startswith(str(tmp_path / "thank_you.j2"))
