"""A draft written, edited, brought up to date, discarded. How it leaves is in `letters` and `in_flight`."""

from __future__ import annotations

from dataclasses import replace

from app.etiquette.errors import RefusedError, StaleRecordError
from app.etiquette.letter_kinds import DEMANDS, Kind
from app.etiquette.records import Application, Event, Letter, LetterStatus
from app.etiquette.text import clean, clean_lines
from app.hunt.changes import Change, When, new_id, replaced, the_letter, without

COMPOSED = "composed "
"""How the key of a verb begins that wrote a letter's text from a template: see `app.storage.letters.is_as_composed`."""
UPDATED = "updated "
"""How that of one begins that brought up to date what the user had typed in."""


def drafted(
    application: Application,
    when: When,
    kind: Kind,
    to: int | None,
    subject: str,
    body: str,
    *,
    interview: int | None = None,
    in_reply_to: str = "",
    thread_subject: str = "",
    is_composed: bool = False,
) -> Change:
    """Return the application with a new draft; its id is temporary until stored.

    Args:
        is_composed: nobody has typed anything in it yet.
    """
    letter = Letter(
        new_id(application.letters),
        kind,
        to,
        clean(subject),
        clean_lines(body),
        interview=interview,
        in_reply_to=in_reply_to,
        thread_subject=thread_subject,
        written=when.now,
    )
    name = reader_of(application, to)
    event = Event(when.now, "letter_drafted", f"Drafted: {DEMANDS[kind].title} to {name}")
    after = replace(application, letters=(*application.letters, letter))
    return Change(
        after,
        f"Drafted a letter to {name}",
        (event,),
        coalesce=f"{COMPOSED}{kind} {to} {interview}" if is_composed else "",
        letter_id=letter.id,
    )


def letter_edited(application: Application, when: When, letter_id: int, subject: str, body: str) -> Change:
    """Return the application with a draft's text as typed so far; bursts of typing are undone as one.

    Raises:
        RefusedError: it was sent meanwhile.
    """
    letter = the_letter(application, letter_id)
    if letter.status is not LetterStatus.DRAFT:
        raise RefusedError(f"{_gone(letter)}; start a new letter to change it.", can_override=False)
    changed = replace(letter, subject=clean(subject), body=clean_lines(body), written=when.now)
    after = replace(application, letters=replaced(application.letters, changed))
    return Change(
        after,
        f"Edited the letter to {reader_of(application, letter.to)}",
        coalesce=f"letter {letter_id}",
        letter_id=letter_id,
    )


def letter_recomposed(
    application: Application,
    when: When,
    shown: Letter,
    subject: str,
    body: str,
    *,
    in_reply_to: str,
    thread_subject: str,
    is_untouched: bool,
) -> Change:
    """Return the application with a draft's text composed anew, since what it said was out of date.

    Args:
        is_untouched: nobody has typed in it, so that it may be replaced whole the next time, too.

    Raises:
        RefusedError, StaleRecordError: it is no longer the draft that was shown.
    """
    letter = unchanged(application, shown)
    fresh = replace(
        letter,
        subject=clean(subject),
        body=clean_lines(body),
        in_reply_to=in_reply_to,
        thread_subject=thread_subject,
        written=when.now,
    )
    name = reader_of(application, letter.to)
    return Change(
        replace(application, letters=replaced(application.letters, fresh)),
        f"Updated the draft to {name}",
        (Event(when.now, "letter_drafted", f"Updated: {DEMANDS[letter.kind].title} to {name}"),),
        coalesce=f"{COMPOSED if is_untouched else UPDATED}{letter.kind} {letter.to} {letter.interview}",
        letter_id=letter.id,
    )


def letter_rewritten(
    application: Application, when: When, shown: Letter, subject: str, body: str, program: str
) -> Change:
    """Return the application with a draft's text as a program of the user's rewrote it; one undo brings it back.

    Raises:
        RefusedError, StaleRecordError: it is no longer the draft that was shown.
    """
    letter = unchanged(application, shown)
    rewritten = replace(letter, subject=clean(subject), body=clean_lines(body), written=when.now)
    name, title = reader_of(application, letter.to), DEMANDS[letter.kind].title
    return Change(
        replace(application, letters=replaced(application.letters, rewritten)),
        f"Rewrote the letter to {name}",
        (Event(when.now, "letter_drafted", f"Rewritten by {clean(program)}: {title} to {name}"),),
        letter_id=letter.id,
    )


def letter_signed(application: Application, shown: Letter, subject: str, body: str, *, is_untouched: bool) -> Change:
    """Return the application with a draft's blanks for the user's name filled. It was written when it was before: what
    else it says is of that day.

    Args:
        is_untouched: nobody has typed in it.

    Raises:
        RefusedError, StaleRecordError: it is no longer the draft that was shown.
    """
    letter = unchanged(application, shown)
    filled = replace(letter, subject=clean(subject), body=clean_lines(body))
    return Change(
        replace(application, letters=replaced(application.letters, filled)),
        f"Signed the letter to {reader_of(application, letter.to)}",
        coalesce=f"{COMPOSED}signed {letter.id}" if is_untouched else "",
        letter_id=letter.id,
    )


def unchanged(application: Application, shown: Letter) -> Letter:
    """Return a draft as stored, if it is still what was shown.

    Raises:
        RefusedError: it was sent, or is being sent.
        StaleRecordError: it was changed in another window.
    """
    letter = the_letter(application, shown.id)
    if letter.status is not LetterStatus.DRAFT:
        raise RefusedError(f"{_gone(letter)}. Open it again to see where it stands.", can_override=False)
    if letter.version != shown.version:
        raise StaleRecordError(
            "This letter was changed in another window after it was shown here. Nothing was sent and nothing is lost:"
            " look at it again, then send it."
        )
    return letter


def _gone(letter: Letter) -> str:
    return "It was already sent" if letter.status is LetterStatus.SENT else "It is being sent, or may have been sent"


def letter_typed(application: Application, when: When, opened: Letter, subject: str, body: str) -> Change:
    """Return the application with what was typed into a letter since `opened` was read.

    Where it was changed, sent or deleted elsewhere meanwhile, that stays, and what was typed is a draft beside it.
    """
    stored = next((letter for letter in application.letters if letter.id == opened.id), None)
    if stored is not None and stored.status is LetterStatus.DRAFT and stored.version == opened.version:
        return letter_edited(application, when, opened.id, subject, body)
    return drafted(
        application,
        when,
        opened.kind,
        opened.to if application.person(opened.to) else None,
        subject,
        body,
        interview=round_of(application, opened),
        in_reply_to=opened.in_reply_to,
        thread_subject=opened.thread_subject,
    )


def round_of(application: Application, letter: Letter) -> int | None:
    """Return the interview that a letter belongs to, None when that was deleted."""
    interview = application.interview(letter.interview)
    return interview.id if interview else None


def letter_deleted(application: Application, when: When, letter_id: int) -> Change:
    """Return the application without a draft."""
    letter = the_letter(application, letter_id)
    if letter.status is not LetterStatus.DRAFT:
        raise RefusedError(f"{_gone(letter)}; what was sent stays on record.", can_override=False)
    name = reader_of(application, letter.to)
    after = replace(application, letters=without(application.letters, letter_id))
    return Change(
        after, f"Deleted the draft to {name}", (Event(when.now, "letter_deleted", f"Deleted the draft to {name}"),)
    )


def reader_of(application: Application, person_id: int | None) -> str:
    """Return the name of whom a letter goes to."""
    person = application.person(person_id)
    return person.name if person else "the hiring team"
