"""Which letter an entry of the timeline tells of. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.records import Application, Letter
from app.etiquette.steps.timeline import Entry

SENT = "letter_sent"
"""The kind of event that tells of a letter."""


def letters_by_entry(application: Application, entries: Sequence[Entry]) -> Mapping[int, Letter]:
    """Return the letters that some entries tell of, by the entry's place among them.

    An entry has a letter's moment, kind and reader in words. Several letters may have gone in one moment, and a reader
    may have been renamed since: what fits best is taken first, and no letter twice.
    """
    left = [letter for letter in application.letters if letter.sent is not None]
    by_place: dict[int, Letter] = {}
    for fits in _FITS:
        for place, entry in enumerate(entries):
            if entry.what != SENT or place in by_place:
                continue
            letter = next((one for one in left if one.sent == entry.at and fits(application, one, entry)), None)
            if letter is not None:
                by_place[place] = letter
                left.remove(letter)
    return by_place


def _is_named(application: Application, letter: Letter, entry: Entry) -> bool:
    title = f"{DEMANDS[letter.kind].title} to {application.addressee(letter.to)}"
    return entry.text == title or entry.text.startswith(f"{title}, sent from")


def _is_of_its_kind(_application: Application, letter: Letter, entry: Entry) -> bool:
    return entry.text.startswith(f"{DEMANDS[letter.kind].title} to ")


_FITS: tuple[Callable[[Application, Letter, Entry], bool], ...] = (_is_named, _is_of_its_kind, lambda *_: True)
"""The best first; the last is that it went at the moment."""
