"""What a check says about a letter: findings and their report. Knows no rule and no letter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """The families of checks, by the names that scripts rely on, in the order of the report."""

    GREETING = "greeting"
    GRATITUDE = "gratitude"
    HIGHLIGHT = "highlight"
    INTEREST = "interest"
    LENGTH = "length"
    TONE = "tone"
    PLACEHOLDERS = "placeholders"
    SIGNATURE = "signature"
    SUBJECT = "subject"
    SPELLING = "spelling"
    NAMES = "names"
    THREAD = "thread"
    SIBLINGS = "siblings"
    ATTACHMENT = "attachment"
    TIRED = "tired"


class Verdict(StrEnum):
    """What a check found. `UNSURE`: a careful reader could not say either. `SKIPPED`: it had nothing to judge by."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"
    UNSURE = "unsure"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of one check. `start` and `end` are character offsets into the body, None when it points nowhere."""

    check: Check
    verdict: Verdict
    message: str
    """One sentence: what to do, or for a pass what was found."""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the checker says about one letter. A check may have several findings, of one or two verdicts."""

    words: int
    findings: tuple[Finding, ...]

    def verdict(self, check: Check) -> Verdict | None:
        """Return the worst verdict of a check; None when it does not apply to the kind."""
        verdicts = [finding.verdict for finding in self.findings if finding.check is check]
        return max(verdicts, key=_GRAVITY.index, default=None)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that ask for something, failures first."""
        asked = (finding for finding in self.findings if finding.verdict in (Verdict.FAIL, Verdict.WARN))
        return tuple(sorted(asked, key=lambda finding: finding.verdict is not Verdict.FAIL))

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What the user has to look at themselves; it asks for nothing."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.UNSURE)


_GRAVITY = (Verdict.SKIPPED, Verdict.PASS, Verdict.UNSURE, Verdict.WARN, Verdict.FAIL)
