"""What the checker says of an application's letter, without what the user said is fine."""

from __future__ import annotations

from app.etiquette.checks import LetterText, Report, check_letter
from app.etiquette.checks.of_application import knowledge_of
from app.etiquette.records import Application, Letter, Me
from app.hunt.own_words import own_words
from app.hunt.said_fine import without_fine
from app.hunt.snapshot import Names


def whole_report(application: Application, letter: Letter, me: Me, names: Names) -> Report:
    """Return every finding on a letter as it stands in the record, what the user said is fine among them.

    Args:
        names: of the whole pipeline.
    """
    companies, people = names.elsewhere(application.id, f"{letter.subject} {letter.body}")
    knowledge = knowledge_of(application, letter, me, companies, people, own_words())
    return check_letter(LetterText(letter.kind, letter.body, letter.subject), knowledge)


def report_on(application: Application, letter: Letter, me: Me, names: Names) -> Report:
    """Return the findings on a letter; what the user said is fine passes. See `whole_report`."""
    return without_fine(whole_report(application, letter, me, names), letter.id, letter.body)


def findings_in(report: Report, *, only_faults: bool = False) -> str:
    """Return what is wrong, or what fails of it, as lines; "" for nothing."""
    findings = [finding for finding in report.open if finding.verdict == "fail" or not only_faults]
    return "\n".join(f"{'✗' if finding.verdict == 'fail' else '!'} {finding.message}" for finding in findings)
