"""What the checker knows besides the text. All of it is optional: each check judges by what it has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Person


class Speller(Protocol):
    """A dictionary. The checks bring none of their own."""

    def knows(self, word: str) -> bool:
        """Return whether the word, as written, is spelt right."""
        ...

    def suggests(self, word: str) -> str | None:
        """Return the likeliest spelling of an unknown word, None if nothing is near it."""
        ...


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter as it stands. `subject` is None if it is unknown, "" if the letter has none."""

    kind: Kind
    body: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the application knows about the letter; an empty field means unknown."""

    recipients: tuple[Person | str, ...] = ()
    """Who it goes to: people, or names as displayed."""
    company: str = ""
    role: str = ""
    reply_by: date | None = None
    signer: str = ""
    """The name that the user signs with."""
    noted: str = ""
    """What stood out in the conversation, in the user's words."""
    people: tuple[str, ...] = ()
    """Names of others at the company, who may be mentioned."""
    other_companies: tuple[str, ...] = ()
    """Companies of the pipeline's other applications."""
    other_people: tuple[str, ...] = ()
    """People of the pipeline's other applications."""
    siblings: tuple[tuple[str, str], ...] = ()
    """(name of the reader, body) of the other letters to the same panel."""
    thread_subject: str = ""
    """The subject of the mail that this one answers."""
    has_spoken: bool = True
    """Whether an interview took place, so that there is something to pick up."""
    is_nobody_known: bool = False
    """Whether no name of anybody at the company is known; False where that itself is not."""
    words: frozenset[str] = frozenset()
    """Terms that count as spelt right, casefolded."""
    speller: Speller | None = None
    judges_beyond_demands: bool = True
    """Whether checks also advise where the kind demands nothing; False keeps to the table of ETIQUETTE 4.1."""

    @property
    def recipient_names(self) -> tuple[str, ...]:
        """The recipients' names as displayed, those without a name left out."""
        names = (person.name if isinstance(person, Person) else person for person in self.recipients)
        return tuple(name for name in names if name and "@" not in name)
