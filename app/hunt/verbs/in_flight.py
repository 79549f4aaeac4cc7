"""A letter on its way through a mail server: about to leave, not gone after all, or nobody knows.

Two windows may hold the same letter: each verb changes it only from the state and for the Message-ID that it is about.
"""

from __future__ import annotations

from dataclasses import replace

from app.etiquette.errors import RefusedError
from app.etiquette.records import Application, Event, Letter, LetterStatus
from app.etiquette.text import clean
from app.hunt.changes import Change, When, replaced, the_letter
from app.hunt.verbs.drafting import reader_of, unchanged
from app.hunt.verbs.letters import hold_back

SENDING, NOT_SENT = "sending ", "not sent "
"""How the keys of the verbs begin that start a sending, and that say it certainly came to nothing; then the
Message-ID. Undo passes over both: see `app.storage.undo`."""


def ready_to_go(application: Application, when: When, shown: Letter, override: str) -> None:
    """Do nothing when a letter may be handed over as it was shown.

    Raises:
        RefusedError: it was sent or is being sent; or the etiquette says not yet and no reason was given.
        StaleRecordError: it was changed in another window.
    """
    hold_back(application, when, unchanged(application, shown).kind, override)


def sending_started(
    application: Application, when: When, shown: Letter, how: str, message_id: str, override: str = ""
) -> Change:
    """Return the application with a letter about to leave, its Message-ID set: after a crash, the user is asked.

    It cannot be undone, since from now on nobody here knows whether it went.

    Raises:
        RefusedError: it was sent or is being sent; or the etiquette says not yet and no reason was given.
        StaleRecordError: it is not what was shown any more.
    """
    letter = unchanged(application, shown)
    rule = hold_back(application, when, letter.kind, override)
    changed = replace(letter, status=LetterStatus.SENDING, how=how, message_id=message_id)
    name = reader_of(application, letter.to)
    event = Event(when.now, "sending_started", f"Sending to {name}", rule=rule)
    after = replace(application, letters=replaced(application.letters, changed))
    return Change(
        after,
        f"Sending to {name}",
        (event,),
        coalesce=f"{SENDING}{message_id}",
        is_final=True,
        letter_id=letter.id,
    )


def sending_failed(application: Application, when: When, letter_id: int, message_id: str, reason: str) -> Change:
    """Return the application with a letter that certainly did not leave, a draft again; there is nothing to undo then.

    Raises:
        RefusedError: it is not that sending's letter any more.
    """
    change = _not_sent(application, when, letter_id, message_id, clean(reason))
    summary = f"Tried to send to {_reader(application, letter_id)}"
    return replace(change, summary=summary, coalesce=f"{NOT_SENT}{message_id}")


def did_not_go(application: Application, when: When, letter_id: int, message_id: str) -> Change:
    """Return the application with a letter that, as the user says, did not leave; undone, it is asked about again.

    Raises:
        RefusedError: it is not that sending's letter any more.
    """
    return _not_sent(application, when, letter_id, message_id, "you checked, and it hadn't gone out")


def _not_sent(application: Application, when: When, letter_id: int, message_id: str, reason: str) -> Change:
    letter = the_letter(application, letter_id)
    if letter.status is not LetterStatus.SENDING or letter.message_id != message_id:
        raise RefusedError(
            "This letter was dealt with in another window. Open it again to see where it stands.",
            can_override=False,
        )
    changed = replace(letter, status=LetterStatus.DRAFT, how="", message_id="")
    name = reader_of(application, letter.to)
    event = Event(when.now, "sending_failed", f"Not sent to {name}: {reason}")
    after = replace(application, letters=replaced(application.letters, changed))
    return Change(after, f"Not sent to {name}", (event,), letter_id=letter_id)


def _reader(application: Application, letter_id: int) -> str:
    return reader_of(application, the_letter(application, letter_id).to)


def address_learned(application: Application, when: When, person_id: int, address: str) -> Change:
    """Return the application with an address that the user gave for a person who had none, or a wrong one."""
    people = tuple(
        replace(person, email=clean(address)) if person.id == person_id else person for person in application.people
    )
    name = reader_of(application, person_id)
    text = f"{name}'s email: {clean(address)}"
    return Change(replace(application, people=people), f"Saved {text}", (Event(when.now, "person_saved", text),))
