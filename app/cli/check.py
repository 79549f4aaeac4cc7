"""`afterword check`: judges a letter by its text and by what the options say about it."""

from __future__ import annotations

import re
import sys
from types import SimpleNamespace

from app.cli.json_output import print_json
from app.cli.main import DONE, REFUSED, WRONG_USE, complain, say
from app.cli.texts import parted, read_text
from app.etiquette.checks import Check, Finding, Knowledge, LetterText, Report, Verdict, check_letter
from app.etiquette.letter_kinds import DEMANDS, Kind
from app.hunt.own_words import own_words

_MARKS = {Verdict.PASS: "✓", Verdict.WARN: "!", Verdict.FAIL: "✗", Verdict.UNSURE: "?", Verdict.SKIPPED: "·"}


def run(options: SimpleNamespace) -> int:
    """Print the findings and return the exit code: 1 when something fails."""
    if options.kind is not None and options.kind not in set(Kind):
        complain(f"--kind: {options.kind} isn't a kind of letter. Choose one of: {', '.join(Kind)}.")
        return WRONG_USE
    letter = _letter(read_text(options.file), options.kind)
    knowledge = Knowledge(
        recipients=tuple(options.to),
        company=options.company,
        role=options.role,
        signer=options.sender,
        noted=options.noted,
        words=frozenset(word.casefold() for word in own_words()),
    )
    report = check_letter(letter, knowledge)
    if options.json:
        print_json(_document(letter, report), sys.stdout)
    else:
        say(
            "\n".join(
                [f"{letter.kind}, {report.words} words", *(_line(finding, letter) for finding in report.findings)]
            )
        )
    return REFUSED if any(finding.verdict is Verdict.FAIL for finding in report.findings) else DONE


def _letter(text: str, kind: str | None) -> LetterText:
    """Return the letter of a file, of a kind that is guessed where it is not said."""
    subject, body = parted(text)
    return LetterText(Kind(kind) if kind else guessed(body), body, subject)


def guessed(body: str) -> Kind:
    """Return the kind that a text is likely to be: a thank-you unless something says otherwise."""
    text = " ".join(body.split())
    patterns = ((kind, demands.told_by) for kind, demands in DEMANDS.items() if demands.told_by)
    return next((kind for kind, pattern in patterns if re.search(pattern, text, re.IGNORECASE)), Kind.THANK_YOU)


def _document(letter: LetterText, report: Report) -> dict[str, object]:
    findings = [
        {
            "check": finding.check.value,
            "verdict": finding.verdict.value,
            "start": finding.start,
            "end": finding.end,
            "message": finding.message,
        }
        for finding in report.findings
    ]
    return {"kind": letter.kind.value, "words": report.words, "findings": findings}


def _line(finding: Finding, letter: LetterText) -> str:
    where = ""
    if (
        finding.start is not None
        and finding.verdict in (Verdict.WARN, Verdict.FAIL, Verdict.UNSURE)
        and finding.check is not Check.LENGTH
    ):
        where = f" (line {letter.body.count(chr(10), 0, finding.start) + 1})"
    return f"{_MARKS[finding.verdict]} {finding.check}: {finding.message}{where}"
