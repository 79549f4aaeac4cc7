"""The records of an interview's sheet: questions to tick, and what was written down while the interview went on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from app.etiquette.frozen import dataclass
from app.etiquette.text import Lines


class Whose(StrEnum):
    """Who asks a question at an interview: the user, or they."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is to be asked at an interview, by the user or by them, with its answer."""

    id: int = 0
    whose: Whose = Whose.MINE
    text: str = ""
    answer: Lines = ""
    """What they answered; of a question of theirs, what the user wants to answer."""
    is_ticked: bool = False
    """Whether it was asked, or is prepared."""
    interview: int | None = None
    """The round that it is meant for; None: any."""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Jotting:
    """What the user wrote down while an interview went on, under one person's name or under nobody's. It is in no
    letter: the debrief offers what of it fits one."""

    id: int = 0
    interview: int | None = None
    person: int | None = None
    """Whom it is about; None: nobody in particular."""
    text: Lines = ""
    uid: str = ""


def jotted_texts(jottings: Iterable[Jotting], interview: int | None) -> dict[int | None, str]:
    """Return what was written down at an interview, by whose name it is under. What two machines wrote under one name
    before they were joined stands below one another."""
    texts: dict[int | None, list[str]] = {}
    for jotting in jottings:
        if jotting.interview == interview:
            texts.setdefault(jotting.person, []).append(jotting.text)
    return {person: "\n".join(under) for person, under in texts.items()}
