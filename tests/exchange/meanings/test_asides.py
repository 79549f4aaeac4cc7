"""What shows that a decision is none about the user's application: each phrase finds its example, and what follows."""

from __future__ import annotations

import pytest

from app.exchange.meanings import Meaning, meaning_of
from app.exchange.meanings.phrases.asides import Aside, asides, is_another_matter
from app.exchange.meanings.sentences import plain, sentences_of
from tests.bench.messages import LEARNED_FROM, TUNED_ON, WRITTEN_ON, rows_of


@pytest.mark.parametrize("aside", asides(), ids=lambda aside: f"{aside.kind}-{aside.example}")
def test_a_phrase_finds_its_example(aside: Aside) -> None:
    assert aside.pattern.search(plain(aside.example)), plain(aside.example)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Flat 3B", "We regret to inform you that the landlord has decided to go with another applicant."),
        ("Your loan", "We regret to inform you that your application for a loan has been unsuccessful."),
        ("Withdrawal", "You have withdrawn. We will not be moving forward with your application. Best of luck!"),
        ("Sorry", "Please disregard the rejection: that we won't be moving forward with you was sent by mistake."),
        ("ugh", "They rejected me! We have decided to move forward with other candidates, they say."),
        ("Mietangebot", "Der Vermieter hat sich leider für einen anderen Bewerber entschieden."),
    ],
)
def test_what_is_decided_about_something_else_has_to_be_read(subject: str, text: str) -> None:
    meant = meaning_of(subject, text, "dana@northwind.example", WRITTEN_ON)
    assert not (meant.sure and meant.meaning in (Meaning.REJECTION, Meaning.OFFER)), meant


def test_a_landlord_who_hires_is_an_employer() -> None:
    text = "We have decided to move forward with other candidates for the position of leasing agent, flats and houses."
    meant = meaning_of("Leasing agent", text, "hr@homes.example", WRITTEN_ON)
    assert (meant.meaning, meant.sure) == (Meaning.REJECTION, True)


@pytest.mark.parametrize(
    "footer",
    [
        "If you have received this email in error, please delete it and tell the sender.",
        "Sollten Sie diese E-Mail irrtümlich erhalten haben, löschen Sie sie bitte.",
    ],
)
def test_what_stands_at_the_foot_of_many_mails_takes_nothing_back(footer: str) -> None:
    assert not is_another_matter(plain(f"You were not selected for the role. {footer}"))


def test_hardly_a_decision_that_was_judged_is_taken_for_one_about_something_else() -> None:
    rows = [row for row in [*rows_of(TUNED_ON), *rows_of(LEARNED_FROM)] if row["wanted"] in ("rejection", "offer")]
    taken = [row["id"] for row in rows if is_another_matter(plain(f"{row['subject']}. {row['text']}"))]
    assert len(taken) * 50 <= len(rows), taken


def test_what_is_quoted_is_not_what_the_writer_says() -> None:
    text = 'I got this one: "We have decided to move forward with other candidates." How is your own search going?'
    assert next(sentence.written for sentence in sentences_of(text)).startswith("I got this one")
    meant = meaning_of("ugh", text, "friend@mail.example", WRITTEN_ON)
    assert meant.meaning not in (Meaning.REJECTION, Meaning.OFFER)


def test_a_text_that_is_one_quotation_is_read() -> None:
    text = '"We have decided to move forward with other candidates. We wish you well in your search."'
    assert len(sentences_of(text)) == 2
