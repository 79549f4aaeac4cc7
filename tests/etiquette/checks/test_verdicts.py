"""Letters judged as a whole: what decides, what it quotes, and what is left to the user."""

from __future__ import annotations

import pytest

from app.etiquette.checks import Check, Finding, Knowledge, LetterText, Verdict, check_letter
from app.etiquette.letter_kinds import Kind

GUIDE = """Dear Sir,
Thank you so much for taking the time to meet with me yesterday to discuss the Sales Manager poition role at ABC. I enjoyed learning more about your team\u2019s goals and how my skills could contribute to your ongoing projects.
I\u2019m excited about the opportunity to join your team and look forward to the possibility of working together. Please don\u2019t hesitate to reach out if you need any additional information.
Thank you again for your time and consideration.
Best regards,
"""  # noqa: E501 the founding guide's sample, as it stands


def letter(text: str, name: str = "Dana") -> str:
    """Return a letter around a sentence or two."""
    return f"Dear {name},\n\nThank you for Friday. {text}\n\nKind regards,\nRobin Vale"


def of(check: Check, body: str, kind: Kind = Kind.THANK_YOU, knowledge: Knowledge | None = None) -> list[Finding]:
    """Return a check's findings on a body."""
    report = check_letter(LetterText(kind, body, "Thank you"), knowledge or Knowledge())
    return [finding for finding in report.findings if finding.check is check]


def test_the_guides_own_sample_breaks_its_rules() -> None:
    report = check_letter(LetterText(Kind.THANK_YOU, GUIDE, "Thank you"))
    assert report.verdict(Check.GREETING) is Verdict.FAIL
    assert report.verdict(Check.SIGNATURE) is Verdict.FAIL
    assert report.verdict(Check.HIGHLIGHT) in (Verdict.FAIL, Verdict.WARN)
    assert report.verdict(Check.SPELLING) is Verdict.WARN
    assert report.verdict(Check.TIRED) is Verdict.WARN
    assert report.verdict(Check.INTEREST) is Verdict.PASS
    assert report.verdict(Check.TONE) is Verdict.PASS


@pytest.mark.parametrize(
    ("check", "text", "verdicts"),
    [
        (Check.HIGHLIGHT, "Your trick of proofing the sourdough in the old bread van made me laugh.", {Verdict.PASS}),
        (Check.HIGHLIGHT, "It was great to hear more about the role and the team.", {Verdict.FAIL, Verdict.WARN}),
        (Check.INTEREST, "I would be very glad to join the team.", {Verdict.PASS}),
        (Check.INTEREST, "I am no longer interested in the role.", {Verdict.FAIL, Verdict.WARN}),
        (Check.TONE, "You promised to call, and nobody did. I find that rude.", {Verdict.FAIL, Verdict.WARN}),
    ],
)
def test_the_deciding_sentence_is_quoted_and_its_range_is_given(
    check: Check, text: str, verdicts: set[Verdict]
) -> None:
    body = letter(text)
    (finding,) = of(check, body)
    assert finding.verdict in verdicts
    assert finding.start is not None
    said = body[finding.start : finding.end]
    assert said in body
    assert said[:20] in finding.message


def test_verdicts_stay_within_what_they_may_be() -> None:
    findings = check_letter(LetterText(Kind.REJECTION_REPLY, letter("All the best."), "Re: your mail")).findings
    highlight = next(finding for finding in findings if finding.check is Check.HIGHLIGHT)
    assert highlight.verdict is not Verdict.FAIL, "what a kind should hold never fails it"


def test_unsure_is_told_apart_from_what_asks_for_something() -> None:
    report = check_letter(LetterText(Kind.THANK_YOU, letter("x"), "s"))
    doubtful = Finding(Check.TONE, Verdict.UNSURE, "Look yourself.")
    other = type(report)(report.words, (doubtful, Finding(Check.LENGTH, Verdict.WARN, "Short.")))
    assert other.doubts == (doubtful,)
    assert doubtful not in other.open
    assert other.verdict(Check.TONE) is Verdict.UNSURE


@pytest.mark.parametrize("greeting", ["TDear Dana,", "Ddear Dana,", "Daer Dana,", "Hhello Dana,"])
def test_a_slip_in_the_greeting_word_fails(greeting: str) -> None:
    (finding,) = of(Check.GREETING, letter("").replace("Dear Dana,", greeting))
    assert (finding.verdict, "misspelled" in finding.message) == (Verdict.FAIL, True)


@pytest.mark.parametrize(
    "greeting", ["Dear Dana,", "Dean Smith,", "Dea,", "Hello Thi,", "Dear Ben,", "Dear Mrs. Ito,", "Hi Fr. Delaney,"]
)
def test_a_greeting_that_is_right_passes(greeting: str) -> None:
    (finding,) = of(Check.GREETING, letter("").replace("Dear Dana,", greeting))
    assert finding.verdict is Verdict.PASS


@pytest.mark.parametrize("character", ["\ufffd", "\u241b", "\u2e31"])
def test_a_letter_that_holds_stand_in_characters_fails(character: str) -> None:
    body = letter(f"I liked the caf{character} and the kiln.")
    finding = of(Check.SPELLING, body)[0]
    assert finding.verdict is Verdict.FAIL
    assert finding.start == body.index(character)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Omar showed the test rig.", "Omar"),
        ("I liked the rig that Omar showed me.", "Omar"),
        ("Omar's team was kind to me.", "Omar's"),
        ("I enjoyed what Mr. Haddad said about valves.", "Haddad"),
    ],
)
def test_a_letter_to_somebody_speaks_to_them_and_not_of_them(text: str, said: str) -> None:
    body = letter(text, "Omar")
    (finding,) = of(Check.NAMES, body, knowledge=Knowledge(recipients=("Omar Haddad",), company="Northwind"))
    assert finding.verdict is Verdict.FAIL
    assert body[finding.start : finding.end] == said


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, Omar, for the rig.",
        "It was good to meet you, Omar.",
        "Omar, you were kind.",
        "Dana's rig was a marvel.",
    ],
)
def test_a_name_called_is_no_third_person(text: str) -> None:
    (finding,) = of(
        Check.NAMES, letter(text, "Omar"), knowledge=Knowledge(recipients=("Omar Haddad",), company="Northwind")
    )
    assert finding.verdict is Verdict.PASS


def test_a_pronoun_that_can_only_mean_the_reader_warns() -> None:
    knowledge = Knowledge(recipients=("Ines Ferreira",), company="Northwind")
    (finding,) = of(Check.NAMES, letter("I enjoyed meeting her team.", "Ines"), knowledge=knowledge)
    assert (finding.verdict, "your" in finding.message) == (Verdict.WARN, True)
    (finding,) = of(Check.NAMES, letter("I told Omar that I liked his team.", "Ines"), knowledge=knowledge)
    assert finding.verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.WITHDRAWAL, "It is not the right step for me just now."),
        (Kind.WITHDRAWAL, "I've decided to stay where I am."),
        (Kind.OFFER_DECLINE, "In the end I have to say no, with a heavy heart."),
        (Kind.OFFER_DECLINE, "I won't be joining you after all, much as I liked you all."),
        (Kind.OFFER_ACCEPT, "Yes, please! I'll be there on the 4th."),
    ],
)
def test_a_plain_answer_passes_in_any_kind_words(kind: Kind, text: str) -> None:
    (finding,) = of(Check.INTEREST, letter(text), kind)
    assert (finding.verdict, text[:10] in finding.message) == (Verdict.PASS, True)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.WITHDRAWAL, "I do not want to withdraw, but I have some doubts."),
        (Kind.OFFER_DECLINE, "I would be delighted to join the team and look forward to working with you."),
        (Kind.OFFER_ACCEPT, "I cannot accept yet, but I was glad of it."),
    ],
)
def test_an_answer_that_is_not_plain_is_found(kind: Kind, text: str) -> None:
    (finding,) = of(Check.INTEREST, letter(text), kind)
    assert finding.verdict in (Verdict.FAIL, Verdict.WARN)


def test_tired_phrases_only_warn_and_say_what_to_do() -> None:
    body = letter("I hope this email finds you well. I am just checking in, and I am passionate about kilns.")
    findings = of(Check.TIRED, body)
    assert [finding.verdict for finding in findings] == [Verdict.WARN] * 3
    assert all(body[finding.start : finding.end] in finding.message for finding in findings)
    assert of(Check.TIRED, letter(""))[0].verdict is Verdict.PASS


def test_an_unfilled_blank_is_no_highlight() -> None:
    (finding,) = of(Check.HIGHLIGHT, letter("What you said about [what stood out] has stayed with me since."))
    assert finding.verdict in (Verdict.WARN, Verdict.FAIL)


def test_kisses_after_the_name_are_no_slot() -> None:
    body = letter("").replace("Robin Vale", "Robin xxx")
    assert of(Check.PLACEHOLDERS, body)[0].verdict is Verdict.PASS
    assert of(Check.PLACEHOLDERS, letter("I liked the xxx role."))[0].verdict is Verdict.FAIL
