"""What an application knows of one of its letters, for the checker."""

from __future__ import annotations

from app.etiquette.checks.knowledge import Knowledge
from app.etiquette.letter_kinds import DEMANDS, THANKS, Demand
from app.etiquette.records import Application, Interview, Letter, Me
from app.etiquette.state.facts import has_interviewed
from app.etiquette.text import folded


def knowledge_of(
    application: Application,
    letter: Letter,
    me: Me,
    other_companies: tuple[str, ...] = (),
    other_people: tuple[str, ...] = (),
    words: frozenset[str] = frozenset(),
) -> Knowledge:
    """Return what is known.

    Args:
        other_companies: of the pipeline's other applications, as are `other_people`.
        words: the user's own dictionary.
    """
    reader = application.person(letter.to)
    interview = _interview(application, letter)
    met = [person for person in application.people if interview is not None and person.id in interview.met]
    is_to_all = DEMANDS[letter.kind].names_all and met and (reader is None or reader in met)
    recipients = tuple(met) if is_to_all else (reader,) if reader else ()
    return Knowledge(
        recipients=recipients,
        company=application.company,
        role=application.role,
        reply_by=application.reply_by.date if application.reply_by else None,
        signer=me.name,
        noted=_noted(interview, letter),
        people=tuple(person.name for person in application.people),
        other_companies=other_companies,
        other_people=other_people,
        siblings=_siblings(application, letter),
        thread_subject=letter.thread_subject,
        has_spoken=has_interviewed(application),
        is_nobody_known=not any(person.given or person.family for person in application.people),
        words=frozenset(folded(word) for word in words),
        judges_beyond_demands=False,
    )


def _interview(application: Application, letter: Letter) -> Interview | None:
    named_interview = next(
        (interview for interview in application.interviews if interview.id == letter.interview), None
    )
    return named_interview or (application.interviews[-1] if application.interviews else None)


def _noted(interview: Interview | None, letter: Letter) -> str:
    takes_it_up = DEMANDS[letter.kind].highlight is not Demand.NONE
    return interview.noted if interview is not None and takes_it_up else ""


def _siblings(application: Application, letter: Letter) -> tuple[tuple[str, str], ...]:
    """Return the other thank-yous for the same round that have a text."""
    if letter.kind not in THANKS:
        return ()
    return tuple(
        (application.addressee(other.to), other.body)
        for other in application.letters
        if other.id != letter.id and other.kind in THANKS and other.interview == letter.interview and other.body.strip()
    )
