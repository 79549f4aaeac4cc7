"""Length, subject, thread, attachment: what can be counted or compared."""

from __future__ import annotations

import re

from app.etiquette.checks.findings import Check, Finding, Verdict
from app.etiquette.checks.knowledge import Knowledge, LetterText
from app.etiquette.checks.reading import ReadLetter
from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.text import folded

LONGEST_SUBJECT = 60
"""Characters (ETIQUETTE 4.2)."""
_ATTACHED = re.compile(r"\b(?:attach(?:ed|ing|ment|ments)?|enclosed|enclosing)\b", re.IGNORECASE)
_REPLY = re.compile(r"^(?:(?:re|aw|sv|antw|fwd?|wg)(?:\[\d+\])?:\s*)+", re.IGNORECASE)


def length(letter: LetterText, read: ReadLetter, _knowledge: Knowledge) -> list[Finding]:
    """Return whether the body is too long or too short for its kind."""
    demands, words = DEMANDS[letter.kind], read.words
    if demands.fail_over is not None and words > demands.fail_over:
        return [
            Finding(Check.LENGTH, Verdict.FAIL, f"{words} words: too long to be read; cut it to {demands.warn_over}.")
        ]
    if words > demands.warn_over:
        return [Finding(Check.LENGTH, Verdict.WARN, f"{words} words: cut it to {demands.warn_over} or fewer.")]
    if words < demands.warn_under:
        return [
            Finding(
                Check.LENGTH, Verdict.WARN, f"{words} words: a little short; {demands.warn_under} or more is better."
            )
        ]
    return [Finding(Check.LENGTH, Verdict.PASS, f"{words} words")]


def subject(letter: LetterText, _read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return whether there is a subject, of at most 60 characters and without an exclamation mark; that of a thread,
    which a reply keeps, is as they wrote it."""
    if letter.subject is None:
        return [Finding(Check.SUBJECT, Verdict.SKIPPED, "no subject was given to judge")]
    text = letter.subject.strip()
    if not text:
        return [Finding(Check.SUBJECT, Verdict.FAIL, "Give it a subject.")]
    if knowledge.thread_subject and _of_thread(text) == _of_thread(knowledge.thread_subject):
        return [Finding(Check.SUBJECT, Verdict.PASS, "the subject is theirs")]
    if len(text) > LONGEST_SUBJECT:
        return [
            Finding(Check.SUBJECT, Verdict.WARN, f"The subject has {len(text)} characters; {LONGEST_SUBJECT} at most.")
        ]
    if "!" in text:
        return [Finding(Check.SUBJECT, Verdict.WARN, "Leave the exclamation mark out of the subject.")]
    return [Finding(Check.SUBJECT, Verdict.PASS, "the subject fits")]


def thread(letter: LetterText, _read: ReadLetter, knowledge: Knowledge) -> list[Finding]:
    """Return whether a reply keeps its thread's subject; nothing if there is no thread."""
    if not knowledge.thread_subject:
        is_reply = DEMANDS[letter.kind].is_reply
        return [Finding(Check.THREAD, Verdict.SKIPPED, "no email of theirs to compare with")] if is_reply else []
    if _of_thread(letter.subject or "") != _of_thread(knowledge.thread_subject):
        return [Finding(Check.THREAD, Verdict.WARN, f'Keep the thread\'s subject: "{knowledge.thread_subject}".')]
    return [Finding(Check.THREAD, Verdict.PASS, "keeps the thread's subject")]


def _of_thread(subject: str) -> str:
    """Return a subject without "Re:" before it, as it is compared."""
    return folded(_REPLY.sub("", subject))


def attachment(_letter: LetterText, read: ReadLetter, _knowledge: Knowledge) -> list[Finding]:
    """Return the question whether an attachment that the letter mentions is attached."""
    match = _ATTACHED.search(read.plain)
    if match is None:
        return [Finding(Check.ATTACHMENT, Verdict.PASS, "no attachment mentioned")]
    return [
        Finding(
            Check.ATTACHMENT, Verdict.WARN, "Is it attached? Letters sent from here can't carry files.", *match.span()
        )
    ]
