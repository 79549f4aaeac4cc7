"""What Outlook packed into a mail's winmail.dat: its invitations, and what to say of the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from app.exchange.calendars import unpack_winmail
from app.exchange.calendars.merging import merged
from app.exchange.contents import Invitation, Message
from app.exchange.mails.decoding import decoded_body
from app.exchange.mails.headers import words_decoded
from app.exchange.mails.parts import Part

_MOST = 6
"""Such parts of one mail that are read."""
_UNREADABLE = "[winmail.dat: this mail has an attachment that only Outlook reads. Ask for it in another form.]"
_FILES = "[winmail.dat: this mail has files that only Outlook reads: {}. Ask for them as they are.]"


@dataclass(frozen=True, slots=True)
class Outlooks:
    """What was in all of them."""

    invitations: tuple[Invitation, ...]
    reported: tuple[str, ...]
    """Sentences about what was not taken."""
    merged: int
    notes: tuple[str, ...]
    """What the mail's text should say of them, in brackets."""


def outlooks_of(mail: Part, zone: tzinfo, said: Message) -> Outlooks | None:
    """Return what Outlook packed into a mail, None when that is nothing.

    Args:
        zone: the user's, in which whole days are meant.
        said: what the mail itself says.
    """
    parts = [part for part in mail.walk() if _is_winmail(part)][:_MOST]
    if not parts:
        return None
    all_unpacked = [unpack_winmail(decoded_body(part), zone, said) for part in parts]
    invitations, count = merged(one for unpacked in all_unpacked for one in unpacked.invitations)
    reported = (f"winmail.dat: {sentence}" for unpacked in all_unpacked for sentence in unpacked.reported)
    notes = ("" if unpacked.is_readable else _UNREADABLE for unpacked in all_unpacked)
    files = (_FILES.format(", ".join(unpacked.files)) for unpacked in all_unpacked if unpacked.files)
    return Outlooks(
        invitations,
        tuple(dict.fromkeys(reported)),
        count + sum(unpacked.merged for unpacked in all_unpacked),
        tuple(dict.fromkeys(note for note in (*notes, *files) if note)),
    )


def _is_winmail(part: Part) -> bool:
    """Return whether a part is Outlook's own packing ([MS-OXTNEF]), in which invitations may be."""
    return part.kind in ("application/ms-tnef", "application/vnd.ms-tnef") or (
        not part.parts and words_decoded(part.file_name).casefold() == "winmail.dat"
    )
