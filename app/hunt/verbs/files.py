"""What they have of the user: attach a file, mark it as sent, remove one that was not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from app.etiquette.attached_files import AttachedFile, FileKind
from app.etiquette.errors import NotFoundError, RefusedError
from app.etiquette.records import Application, Event
from app.etiquette.time.dates import at, local_day, say_day
from app.hunt.changes import Change, When, new_id, replaced, without

_YOURS = {
    FileKind.CV: "your CV",
    FileKind.COVER_LETTER: "your cover letter",
    FileKind.PORTFOLIO: "your portfolio",
    FileKind.OTHER: "a file",
}


def file_attached(
    application: Application, when: When, file: AttachedFile, *, sent: datetime | None = None, is_day: bool = False
) -> Change:
    """Return the application with a file whose content is kept already; one that it has can be marked as sent so.

    Args:
        sent: when they got it; None: not yet.
        is_day: whether only the day of that is known.

    Raises:
        RefusedError: it has that content already, as the same kind.
    """
    stored = next((one for one in application.files if (one.kind, one.sha256) == (file.kind, file.sha256)), None)
    if stored is not None:
        if sent is not None and stored.sent is None:
            return file_sent(application, when, stored.id, sent=sent, is_day=is_day)
        name = "" if stored.name == file.name else f", as {stored.name}"
        raise RefusedError(f"{file.name} is already attached to {application.company}{name}.", can_override=False)
    new = replace(file, id=new_id(application.files), added=when.now, sent=sent, uid="")
    event = (
        Event(when.now, "file_attached", f"Attached {_named(new)}")
        if sent is None
        else Event(sent, "file_sent", f"Sent {_named(new)}", is_day=is_day)
    )
    after = replace(application, files=(*application.files, new))
    return Change(after, f"Attached {new.name} to {application.company}" + (", sent" if sent else ""), (event,))


def file_sent(application: Application, when: When, file_id: int, *, sent: datetime, is_day: bool = False) -> Change:
    """Return the application with a file marked as sent: from now on it stays as it is.

    Raises:
        NotFoundError: it was removed meanwhile.
        RefusedError: it was sent already.
    """
    file = the_file(application, file_id)
    _must_not_be_sent(file, when)
    after = replace(application, files=replaced(application.files, replace(file, sent=sent)))
    event = Event(sent, "file_sent", f"Sent {_named(file)}", is_day=is_day)
    return Change(after, f"Marked {file.name} as sent to {application.company}", (event,))


def file_removed(application: Application, when: When, file_id: int) -> Change:
    """Return the application without a file that was not sent. Its content stays, for undo and for others.

    Raises:
        NotFoundError: it was removed meanwhile.
        RefusedError: it was sent.
    """
    file = the_file(application, file_id)
    _must_not_be_sent(file, when)
    event = Event(when.now, "file_removed", f"Removed {file.name}, which was not sent")
    after = replace(application, files=without(application.files, file_id))
    return Change(after, f"Removed {file.name} from {application.company}", (event,))


def the_file(application: Application, file_id: int) -> AttachedFile:
    """Return the file of that id, or raise `NotFoundError`."""
    for file in application.files:
        if file.id == file_id:
            return file
    raise NotFoundError("That file is no longer here: it was removed or undone.")


def _must_not_be_sent(file: AttachedFile, when: When) -> None:
    if file.sent is not None:
        zone = when.policy.zone
        day = say_day(local_day(file.sent, zone), local_day(when.now, zone))
        raise RefusedError(
            f"They have had {file.name} since {day}, so it stays as it was sent. If that was a slip, undo it.",
            can_override=False,
        )


def _named(file: AttachedFile) -> str:
    return f"{_YOURS[file.kind]}, {file.name}"


def with_cv(change: Change, when: When, file: AttachedFile | None) -> Change:
    """Return a change of an application with a file besides, if there is one: sent on the day on which the user
    applied; an application that has not gone yet has it, but not as sent."""
    if file is None:
        return change
    applied, zone = change.application.applied_on, when.policy.zone
    today = local_day(when.now, zone)
    sent = None
    if applied is not None and applied <= today:
        sent = when.now if applied == today else at(applied, time(12), zone)
    attached = file_attached(change.application, when, file, sent=sent, is_day=applied != today)
    return replace(change, application=attached.application, events=(*change.events, *attached.events))
