"""Every phrase finds its example; what takes a phrase's force is a row as well."""

from __future__ import annotations

from datetime import date

import pytest

from app.exchange.meanings import Meaning, meaning_of
from app.exchange.meanings.phrases import Phrase
from app.exchange.meanings.phrases.every import LANGUAGES
from app.exchange.meanings.senders import is_hiring_system, is_machine
from app.exchange.meanings.sentences import plain, sentences_of
from tests.bench.messages import WRITTEN_ON

PHRASES = [phrase for language in LANGUAGES for phrase in language.phrases]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.language}-{phrase.meaning}-{phrase.example}")
def test_a_phrase_finds_its_example(phrase: Phrase) -> None:
    assert phrase.pattern.search(plain(phrase.example)), plain(phrase.example)


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately I have to reschedule our interview on Monday.",
        "We are unable to offer relocation.",
        "We'd like to offer you a chance to speak with the team.",
        "I'd be happy to offer you help with the visa.",
        "Have you decided not to move forward with us?",
        "If we decide to move forward with other candidates, we will let you know.",
        "We have not decided to go with another candidate.",
        "This isn't a rejection, and nobody has been selected yet.",
        "We can't move forward until we have your references.",
        "Did you accept the other offer?",
        "Before we make you an offer, we need two references.",
        "Wir haben uns noch nicht für einen anderen Bewerber entschieden.",
        "Leider können wir kein Homeoffice anbieten.",
    ],
)
def test_what_only_resembles_a_decision_is_none(text: str) -> None:
    meant = meaning_of("Data Engineer", text, "dana@northwind.example", WRITTEN_ON)
    assert meant.meaning not in (Meaning.REJECTION, Meaning.OFFER), meant


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It was lovely to meet you.\n\nP.S. The position has been filled.", "P.S. The position has been filled."),
        (
            "Hi Sam,\n\nWe have offered the position to someone else. Sorry!",
            "We have offered the position to someone else.",
        ),
        ("We'd like to move forward with other candidates.", "We'd like to move forward with other candidates."),
    ],
)
def test_a_rejection_is_shown_by_the_sentence_that_tells_it(text: str, says: str) -> None:
    meant = meaning_of("Data Engineer", text, "dana@northwind.example", WRITTEN_ON)
    assert (meant.meaning, meant.sure, meant.says) == (Meaning.REJECTION, True, says)


def test_a_rejection_for_one_role_with_an_invitation_for_another_has_to_be_read() -> None:
    text = (
        "We won't be moving forward with you as an analyst. But we would like to invite you to interview as a tester."
    )
    meant = meaning_of("Analyst", text, "dana@northwind.example", WRITTEN_ON)
    assert (meant.meaning, meant.sure) == (Meaning.ANSWER, False)


def test_what_is_forwarded_has_to_be_read() -> None:
    meant = meaning_of("Fwd: Analyst", "The position has been filled.", "dana@northwind.example", WRITTEN_ON)
    assert (meant.meaning, meant.sure) == (Meaning.ANSWER, False)


@pytest.mark.parametrize(
    ("text", "meaning", "day"),
    [
        ("We expect to decide by Friday, December 4.", Meaning.NEW_DATE, date(2026, 12, 4)),
        ("You will hear from us in two weeks.", Meaning.NEW_DATE, date(2026, 12, 4)),
        ("We will let you know next Tuesday.", Meaning.NEW_DATE, date(2026, 11, 24)),
        ("Wir melden uns bis Freitag, 4. Dezember.", Meaning.NEW_DATE, date(2026, 12, 4)),
        ("Sie erhalten unsere Rückmeldung in zwei Wochen.", Meaning.NEW_DATE, date(2026, 12, 4)),
        ("We are delighted to offer you the role. Please sign by December 4.", Meaning.OFFER, date(2026, 12, 4)),
        (
            "I am pleased to confirm our offer of the job, starting on January 4. Please return the contract by Friday.",
            Meaning.OFFER,
            date(2026, 11, 27),
        ),
        (
            "Wir möchten Ihnen die Stelle anbieten. Bitte antworten Sie bis 4. Dezember.",
            Meaning.OFFER,
            date(2026, 12, 4),
        ),
        ("Please let me know by Friday, December 4, whether you can come.", Meaning.ANSWER, None),
        ("We have made a decision. Thank you for your time today.", Meaning.ANSWER, None),
    ],
)
def test_the_day_that_it_names_is_read_from_the_day_it_was_written(
    text: str, meaning: Meaning, day: date | None
) -> None:
    meant = meaning_of("Data Engineer", text, "dana@northwind.example", WRITTEN_ON)
    assert (meant.meaning, meant.day) == (meaning, day)


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = "Bitte bis 4. Dezember antworten. We met on Dec. 1, thank you!\nIt runs\non here.\n\n- A point\n- Another"
    assert [sentence.written for sentence in sentences_of(text)] == [
        "Bitte bis 4. Dezember antworten.",
        "We met on Dec. 1, thank you!",
        "It runs on here.",
        "- A point",
        "- Another",
    ]


def test_a_text_made_to_be_slow_is_read_in_time() -> None:
    import time

    began = time.perf_counter()
    meaning_of("not " * 500, "we will not be not be able to move with other " * 5_000, "x@y.example", WRITTEN_ON)
    assert time.perf_counter() - began < 5


def test_hiring_software_is_known_by_its_domains() -> None:
    assert is_hiring_system("no-reply@us.greenhouse-mail.io")
    assert is_hiring_system("litware@myworkday.com")
    assert not is_hiring_system("dana@notlever.co.example")
    assert is_machine("jobs-noreply@linkedin.com")
    assert not is_machine("dana@northwind.example")
