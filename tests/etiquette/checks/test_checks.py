"""The checker on small letters made to be hard: each family at its edges."""

from __future__ import annotations

import pytest

from app.etiquette.checks import Check, Knowledge, LetterText, Verdict, check_letter
from app.etiquette.checks.findings import Finding
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.letter_kinds import Kind

GOOD = "\n\n".join(
    (
        "Dear Dana,",
        "Thank you for taking the time on Friday to talk about the Data Engineer role. Your point that late-arriving"
        " events hurt the quarterly reports has stayed with me: at Halden we had the same trouble, and a replay queue"
        " cured it.",
        "I would be very glad to join the team and would like to work on exactly that.",
        "Kind regards,\nRobin Vale",
    )
)


def verdict(check: Check, body: str, kind: Kind = Kind.THANK_YOU, knowledge: Knowledge | None = None) -> Verdict | None:
    """Return the worst verdict of one check on a body."""
    return check_letter(LetterText(kind, body, "Thank you"), knowledge or Knowledge()).verdict(check)


def findings_of(check: Check, body: str, knowledge: Knowledge) -> list[Finding]:
    """Return a check's findings on a body."""
    return [
        finding
        for finding in check_letter(LetterText(Kind.THANK_YOU, body, "s"), knowledge).findings
        if finding.check is check
    ]


def test_a_good_letter_passes_everything_and_says_so() -> None:
    knowledge = Knowledge(recipients=("Dana Lee",), company="Northwind", role="Data Engineer", signer="Robin Vale")
    report = check_letter(LetterText(Kind.THANK_YOU, GOOD, "Thank you"), knowledge)
    assert report.open == ()
    assert {finding.check for finding in report.findings} == set(Check) - {Check.THREAD}


@pytest.mark.parametrize(
    ("greeting", "passes"),
    [
        ("Dear Dana,", True),
        ("Hi Ms. O'Neill-Sánchez,", True),
        ("Dear Luis and Kofi,", True),
        ("Hello Dr. van der Berg:", True),
        ("Dear Hiring Manager,", False),
        ("To whom it may concern,", False),
        ("Dear Sir or Madam,", False),
        ("Hi there,", False),
        ("Hi team,", False),
        ("Thank you for Friday.", False),
    ],
)
def test_a_greeting_names_somebody(greeting: str, passes: bool) -> None:
    body = f"{greeting}\n\nThank you for your time.\n\nBest,\nRobin Vale"
    assert (verdict(Check.GREETING, body) is Verdict.PASS) is passes


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("Thank you for your time on Friday.", True),
        ("I really appreciated your candour.", True),
        ("I am grateful for the tour.", True),
        ("Thanks to my last employer, I know Kafka.", False),
        ("Thank you in advance for a quick answer.", False),
        ("I would appreciate an answer.", False),
        ("Thanks for nothing.", False),
        ("It was good to meet you.", False),
    ],
)
def test_thanks_go_to_the_reader_for_something_given(sentence: str, passes: bool) -> None:
    body = f"Dear Dana,\n\n{sentence}\n\nThanks,\nRobin Vale"
    assert (verdict(Check.GRATITUDE, body) is Verdict.PASS) is passes


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("I am very interested in the role.", True),
        ("I look forward to working with you.", True),
        ("I could not be more excited about joining.", True),
        ("I am no longer interested in the role.", False),
        ("I am not sure that I would like to join.", False),
        ("The weather was fine.", False),
    ],
)
def test_interest_that_is_denied_is_none(sentence: str, passes: bool) -> None:
    body = f"Dear Dana,\n\n{sentence}\n\nBest,\nRobin Vale"
    assert (verdict(Check.INTEREST, body) is Verdict.PASS) is passes


@pytest.mark.parametrize(
    "sentence",
    [
        "I expect an answer by tomorrow.",
        "You promised to call, but nobody did.",
        "I am desperate, please, please.",
        "I guess you are too busy to write.",
        "After all the time I put in, the least you could do is answer.",
    ],
)
def test_a_fault_of_tone_is_found(sentence: str) -> None:
    body = f"Dear Dana,\n\nThank you for Friday. {sentence}\n\nBest,\nRobin Vale"
    assert verdict(Check.TONE, body) in (Verdict.FAIL, Verdict.WARN)


@pytest.mark.parametrize(
    "slot", ["[Company]", "{{name}}", "Dear Mr. Last Name", "____", "XXX", "(your name)", "<role>"]
)
def test_what_is_left_to_fill_in_is_found(slot: str) -> None:
    assert verdict(Check.PLACEHOLDERS, f"Dear Dana,\n\nThank you, {slot}.\n\nBest,\nRobin") is Verdict.FAIL


def test_another_company_is_stopped_where_it_stands() -> None:
    knowledge = Knowledge(company="Northwind", other_companies=("Contoso",), other_people=("Wu Mei",))
    body = GOOD.replace("the team", "Contoso")
    (finding,) = findings_of(Check.NAMES, body, knowledge)
    assert finding.verdict is Verdict.FAIL
    assert body[finding.start : finding.end] == "Contoso"


def test_a_misspelt_company_is_found() -> None:
    (finding,) = findings_of(Check.NAMES, GOOD.replace("the team", "Northwnid"), Knowledge(company="Northwind"))
    assert "Northwind" in finding.message


@pytest.mark.parametrize(
    ("noted", "sentence", "expected", "quotes"),
    [
        (
            "late events hurt the reports",
            "Your point about late-arriving events stayed with me.",
            Verdict.PASS,
            "late-arriving",
        ),
        ("their kiln dates from 1931", "A kiln that old deserves care.", Verdict.PASS, "kiln that old"),
        ("41 pages of forms for one permit", "I keep thinking of those 41 pages.", Verdict.PASS, "41 pages"),
        (
            "warehouse robots in Rust",
            "Your trick of proofing the sourdough in the old bread van made me laugh.",
            Verdict.PASS,
            "warehouse robots",
        ),
        (
            "warehouse robots in Rust",
            "It was great to hear more about the role and the team.",
            Verdict.FAIL,
            "warehouse robots",
        ),
    ],
)
def test_what_was_noted_decides_first_and_is_quoted(noted: str, sentence: str, expected: Verdict, quotes: str) -> None:
    body = f"Dear Dana,\n\nThank you for Friday. {sentence} I would be glad to join you.\n\nBest,\nRobin Vale"
    (finding,) = findings_of(Check.HIGHLIGHT, body, Knowledge(noted=noted))
    assert (finding.verdict, quotes in finding.message) == (expected, True), finding


def test_the_sentence_that_takes_up_most_of_a_note_is_quoted_and_the_role_is_none_of_it() -> None:
    body = (
        "Dear Raj,\n\nThank you for talking with me about the Staff Nurse (Pediatrics) role and about nights."
        " I was interested to hear that orientation takes six weeks.\n\nBest regards,\nRobin"
    )
    noted = "You are opening a second pediatric ward. Orientation takes six weeks, also for nights"
    (finding,) = findings_of(Check.HIGHLIGHT, body, Knowledge(noted=noted, role="Staff Nurse (Pediatrics)"))
    assert "“I was interested to hear that orientation takes six weeks.”" in finding.message


def test_panel_letters_that_share_most_words_are_flagged_with_whom() -> None:
    (finding,) = findings_of(Check.SIBLINGS, GOOD, Knowledge(siblings=(("Omar Haddad", GOOD.replace("Dana", "Omar")),)))
    assert (finding.verdict, "Omar Haddad" in finding.message) == (Verdict.WARN, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [(39, Verdict.WARN), (40, Verdict.PASS), (200, Verdict.PASS), (201, Verdict.WARN), (301, Verdict.FAIL)],
)
def test_length_is_exact(words: int, expected: Verdict) -> None:
    assert verdict(Check.LENGTH, " ".join(["word"] * words)) is expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Thank you", Verdict.PASS),
        ("", Verdict.FAIL),
        ("Thanks!", Verdict.WARN),
        ("x" * 61, Verdict.WARN),
        (None, Verdict.SKIPPED),
    ],
)
def test_the_subject_fits(subject: str | None, expected: Verdict) -> None:
    assert check_letter(LetterText(Kind.THANK_YOU, GOOD, subject)).verdict(Check.SUBJECT) is expected


def test_a_misspelt_word_is_found_and_names_are_not() -> None:
    report = check_letter(LetterText(Kind.THANK_YOU, GOOD.replace("quarterly", "quaterly"), "s"))
    (finding,) = [finding for finding in report.findings if finding.check is Check.SPELLING]
    assert "quaterly" in finding.message


@pytest.mark.parametrize(
    ("greeting", "names"),
    [
        ("Mr. Kowalczyk,", ("Kowalczyk",)),
        ("Ms. Alvarez:", ("Alvarez",)),
        ("Dear Hiring Committee, dear Professor Marchetti,", ("Marchetti",)),
        ("Hi Ms. Carter this is Darnell from the interview today.", ("Carter",)),
        ("Dear Dana, dear me, what a day.", ("Dana",)),
        ("Dear Sir, dear Madam,", ()),
    ],
)
def test_a_name_is_seen_however_the_greeting_is_put(greeting: str, names: tuple[str, ...]) -> None:
    assert ReadLetter(f"{greeting}\n\nThank you for your time.\n\nBest,\nRobin Vale").greeted_people == names


@pytest.mark.parametrize(
    ("signature", "signed"), [("Siân ap Gwilym", True), ("Joanna Seeker", True), ("Job Seeker", False)]
)
def test_an_unusual_name_signs_a_letter(signature: str, signed: bool) -> None:
    assert (verdict(Check.SIGNATURE, GOOD.replace("Robin Vale", signature)) is Verdict.PASS) is signed


@pytest.mark.parametrize(
    ("sentence", "thanks"),
    [
        ("I would like to thank each of you for your questions.", True),
        ("I'd like to thank you both.", True),
        ("Thank you so very much for six weeks of silence.", False),
        ("I can appreciate that you had many applicants.", False),
    ],
)
def test_thanks_are_told_from_bitter_ones(sentence: str, thanks: bool) -> None:
    body = f"Dear Dana,\n\n{sentence}\n\nBest,\nRobin Vale"
    assert (verdict(Check.GRATITUDE, body) is Verdict.PASS) is thanks
