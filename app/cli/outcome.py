"""`afterword outcome`: records how it ended, or what was decided on an offer."""

from __future__ import annotations

from shlex import quote
from types import SimpleNamespace

from app.cli.recording import Recorded, Search, misuse, run_verb
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Decision, OutcomeKind
from app.hunt.typed import verbs
from app.hunt.verbs import answers

_OUTCOMES = {
    "rejected": OutcomeKind.REJECTED,
    "offer": OutcomeKind.OFFER,
    "withdrew": OutcomeKind.WITHDRAWN,
    "no-reply": OutcomeKind.NO_RESPONSE,
}
_DECISIONS = {"accepted": Decision.ACCEPTED, "declined": Decision.DECLINED}


def run(options: SimpleNamespace) -> int:
    """Record the outcome and return the exit code."""
    if options.by and options.outcome != "offer":
        return misuse("--by: only an offer has a day to decide by.", options)
    if options.note and options.outcome in _DECISIONS:
        return misuse("--note: a decision has no note of its own. Use afterword note.", options)
    return run_verb(options, _ended)


def _ended(search: Search) -> Recorded:
    options, reader = search.options, search.reader
    application = search.application()
    if options.outcome in _DECISIONS:
        decision = _DECISIONS[options.outcome]
        return Recorded(search.do(application, lambda a, when: answers.offer_decided(a, when, decision)))
    kind = _OUTCOMES[options.outcome]
    done = search.do(application, verbs.ended(reader, kind, {"decide_by": options.by, "note": options.note}))
    understood = f"decide by {reader.deadline_words(options.by)}" if options.by.strip() else ""
    return Recorded(done, understood, _hint(application, kind))


def _hint(application: Application, kind: OutcomeKind) -> str:
    """Return how to tell them of a withdrawal, unless a letter did (ETIQUETTE 4.4)."""
    is_told = any(letter.kind is Kind.WITHDRAWAL and letter.sent for letter in application.letters)
    if kind is not OutcomeKind.WITHDRAWN or is_told:
        return ""
    return f"Tell them? afterword draft {quote(application.company)} --kind withdrawal writes the letter."
