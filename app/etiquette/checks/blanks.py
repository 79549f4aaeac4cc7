"""What was left to be filled in, bracketed or not."""

from __future__ import annotations

import re

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reading import ReadLetter

_WHAT = (
    r"(?:(?:first|last|full|given|family|company|hiring manager|manager|interviewer|recruiter|contact|recipient|job|position|"
    r"candidate|employer|team|role|department|project|school|sender)(?:'s)?\s?(?:'s )?(?:name|title)s?|(?:your|my) (?:full |first |last )?name|"
    r"your (?:phone|email|e-mail|address|contact|signature|title|number)[\w ]{0,20}|phone number|email address|job title|company|"
    r"insert|specific|mention|describe|add|topic|date|day|time)"
)
_SLOT = re.compile(
    r"\[[^\[\]\n]{1,160}\]|\[[^\[\]]{1,160}\]|\{\{?[^{}\n]{1,80}\}?\}|<(?![^<>\s]+@)(?!https?:)[A-Za-z][^<>\n@]{0,60}>|_{3,}|%[A-Za-z_]{2,30}%|\$\{?[A-Z][A-Z_]{2,}\}?"
    r"|\b(?:x{3,}|X{2,}|T\.?B\.?[CD]|TODO|FIXME|lorem ipsum|N{2,})\b"
    r"|\((?:insert|your|name|company|role|title|date|specific|mention|add|e\.g\.)[^()\n]{0,80}\)"
    r"|\b(?:Your|First|Last|Full|Company|Interviewer|Interviewer's|Recruiter|Recruiter's|Manager|Manager's|Hiring Manager's|Job|Position|Role|Employer|Contact) (?:Full |First |Last )?(?:Name|Title)\b(?! is\b)"
    r"|\bINSERT\b|\b(?:YOUR|COMPANY|INTERVIEWER|FIRST|LAST|JOB|POSITION|ROLE|MANAGER)[ _](?:NAME|TITLE)\b"
    r"|\b(?:Mr|Ms|Mrs|Dr)\.?/(?:Mr|Ms|Mrs|Dr)\.?|\b(?:name|date|company|topic|role|title) (?:goes )?here\b|\bABC (?:Company|Corp\w*|Inc)\b|\bXYZ\b|\b(?:company|name|role|position|team|topic|product) X\b|(?<![\w.])\.{5,}|(?<=\s)\?\?+(?=\s)",
)


def placeholders(_letter: LetterText, read: ReadLetter, _known: Knowledge) -> list[Finding]:
    """Return every place that is still to be filled in."""
    found = [
        Finding(
            Check.PLACEHOLDERS, Verdict.FAIL, f"Fill in {read.body[match.start() : match.end()][:40]!r}.", *match.span()
        )
        for match in _SLOT.finditer(read.plain)
        if not _is_quoted(match[0])
    ]
    return found or [Finding(Check.PLACEHOLDERS, Verdict.PASS, "nothing left to fill in")]


def _is_quoted(text: str) -> bool:
    """Return whether brackets hold what people do bracket in prose: a number of a source, an omission, sic."""
    return re.fullmatch(r"\[(?:\d{1,3}|sic|\.\.\.|…)\]", text) is not None
