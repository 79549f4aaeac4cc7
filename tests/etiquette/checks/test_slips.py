"""What a dictionary does not show, and what a letter of ours is not blamed for."""

from __future__ import annotations

import pytest

from app.etiquette.checks import Check, Knowledge, LetterText, Verdict, check_letter
from app.etiquette.checks.of_application import knowledge_of
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Letter, Me
from app.etiquette.text import shortened

NOTHING = Knowledge()


def said(check: Check, text: str, knowledge: Knowledge = NOTHING, kind: Kind = Kind.THANK_YOU) -> list[str]:
    """Return what a check finds in the text of a letter, "" for a pass."""
    body = f"Dear Dana,\n\n{text}\n\nBest,\nRobin Vale"
    findings = check_letter(LetterText(kind, body, "Thank you"), knowledge).findings
    return [finding.message for finding in findings if finding.check is check and finding.verdict is not Verdict.PASS]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("I I am glad.", "“I I”: one of the two is too many."),
        ("We spoke of the the plan.", "“the the”: one of the two is too many."),
        ("The the plan is good.", "“The the”: one of the two is too many."),
        ("I liked the data. would you tell me more?", "“would” begins a sentence: give it a capital letter."),
        (
            "They recieve it, we recieve it, all recieve it.",
            "recieve: receive? (3 times)",
        ),
    ],
)
def test_a_slip_is_named_once(text: str, message: str) -> None:
    assert said(Check.SPELLING, text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "I know that that team had had a very, very good year, and the button button button story.",
        "I heard you at the Duran Duran evening, and I logged in in March.",
        "We met at 10 a.m. on Friday, with 12 min. late or so, Dr. Lee, ovens etc. and it went well.",
        "You use pandas. pandas is new to me... and I like it. Is it? I think so.",
        "These are the steps:\n\nplan, build, and test.",
    ],
)
def test_what_is_written_so_on_purpose_is_no_slip(text: str) -> None:
    assert said(Check.SPELLING, text) == []


def test_the_subject_of_a_thread_is_theirs() -> None:
    theirs = "Your application for Senior Data Engineer at Brightfield GmbH!"
    letter = LetterText(Kind.REJECTION_REPLY, "Dear Dana,\n\nThank you.\n\nRobin", f"Re: {theirs}")
    assert check_letter(letter, Knowledge(thread_subject=theirs)).verdict(Check.SUBJECT) is Verdict.PASS
    assert check_letter(letter, Knowledge(thread_subject="Another")).verdict(Check.SUBJECT) is Verdict.WARN


def test_where_nobody_is_known_the_hiring_manager_may_be_addressed() -> None:
    letter = Letter(1, Kind.THANK_YOU, None, "Thank you", "Dear Hiring Manager,\n\nThank you.\n\nRobin")
    knowledge = knowledge_of(Application(company="Acme", role="Cook"), letter, Me("Robin"))
    finding = check_letter(LetterText(letter.kind, letter.body, letter.subject), knowledge).findings[0]
    assert (finding.verdict, finding.message) == (
        Verdict.WARN,
        "Nobody's name is known here. “Dear Hiring Manager” will do if you can't find one.",
    )
    assert check_letter(LetterText(letter.kind, letter.body)).findings[0].verdict is Verdict.FAIL


def test_what_is_left_to_fill_in_is_quoted_to_the_end_of_a_word_and_never_as_an_answer() -> None:
    slot = "[say it to them: nice guy, asked a lot about Kafka and Flink]"
    assert said(Check.PLACEHOLDERS, slot) == ["Fill in “[say it to them: nice guy, asked a lot about…”."]
    body = f"Dear Dana,\n\n{slot} I am very interested in the job.\n\nRobin"
    (finding,) = [
        finding for finding in check_letter(LetterText(Kind.THANK_YOU, body)).findings if finding.check == "interest"
    ]
    assert finding.message == "says that you want the job: “I am very interested in the job.”"
    assert shortened("one two three", 7) == "one two…"
