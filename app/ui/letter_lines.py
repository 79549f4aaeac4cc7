"""The lines above a letter, drawn from records. Pure; widths are in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from textual.content import Content

from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.records import Application, Letter, LetterStatus
from app.etiquette.time.dates import local, local_day, say_clock, say_day, say_moment
from app.etiquette.titles import SENT_HOW
from app.ui.presentation import QUIET, shortened
from app.ui.registry.key_names import key_of

_SHORTEST_NAME = 8


def letter_heading(
    application: Application,
    letter: Letter,
    now: datetime,
    zone: tzinfo,
    width: int,
    saved_at: datetime | None = None,
    place: str = "",
) -> Content:
    """Return the line above a letter: what it is, to whom, how it stands, and which of several; the address goes first
    where there is not the room for all.

    Args:
        saved_at: when the draft was last saved in this sitting.
        place: `1 of 2`; "" where it is the only one.
    """
    person = application.person(letter.to)
    name = application.addressee(letter.to)
    address = f" <{person.email}>" if person and person.email and person.email != name else ""
    states = list(_states(letter, now, zone, saved_at))
    forms = [(f"{name}{address}", state) for state in states] + [(name, state) for state in states]
    ends = f"  {place}" if place else ""
    title = f"{DEMANDS[letter.kind].title} to "
    whom, state = next(
        (form for form in forms if Content(f"{title}{form[0]}  {form[1]}{ends}").cell_length <= width), forms[-1]
    )
    room = width - Content(f"{title}  {state}{ends}").cell_length
    return Content.assemble(
        Content.styled(title.rstrip(), "bold"),
        Content(f" {shortened(whom, max(_SHORTEST_NAME, room))}"),
        Content.styled(f"  {state}{ends}", QUIET),
    )


def _states(letter: Letter, now: datetime, zone: tzinfo, saved_at: datetime | None) -> Iterator[str]:
    """Yield how a letter stands, in the longest form first."""
    if letter.status is LetterStatus.SENT and letter.sent is not None:
        how = f", {SENT_HOW.get(letter.how, letter.how)}" if letter.how else ""
        yield f"sent {say_moment(letter.sent, now, zone)}{how}"
        day = say_day(local_day(letter.sent, zone), local_day(now, zone))
        yield f"sent {day}{how}"
        yield f"sent {day}"
    elif letter.status is LetterStatus.SENDING:
        yield f"was it sent? press {key_of('send')}"
    elif saved_at is not None:
        yield f"draft, saved {say_clock(local(saved_at, zone))}"
        yield f"saved {say_clock(local(saved_at, zone))}"
        yield "saved"
    else:
        yield "draft"


def not_yet(why: str) -> Content:
    """Return why a letter should not go yet, as the line under its heading and the dialog that sends it say it.

    Until when comes first: a small terminal cuts the rest.
    """
    said = why.removeprefix("Too early. ").removeprefix("Not now. ")
    head = "Not yet. " if said != why else ""
    before, wait, until = said.rpartition("Wait until ")
    said = f"{wait}{until} {before}".strip() if wait else said
    return Content.assemble(Content.styled(head, "bold $warning"), Content.styled(said, "$warning"))
