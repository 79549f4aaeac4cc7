"""A note about a conversation, said to the person who was there: what a letter can make of it, and whether it is sure.

    phrase noted                        to     what the letter holds
    Omar showed the test rig            Omar   you showed the test rig
    their team moves to Kafka           Omar   your team moves to Kafka
    late-arriving data                  Omar   (we talked about) late-arriving data
    asked about my thesis               Omar   nothing yet: who asked?

A form that takes such a note calls `preview` at every key, and shows its sentence, or its question. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.etiquette.records import Person
from app.letters import claims
from app.letters import clause_shapes as shapes
from app.letters.second_person import said_to
from app.letters.third_person import arranges, said_of, without_your_team
from app.letters.verbs import GIVING, SAYING

LONGEST = 30
"""Words of a note that still make one sentence."""


class Form(StrEnum):
    """What a phrase is. `CLAUSE` can follow "that", `TOPIC` can follow "about"; `UNSURE` needs the user first."""

    CLAUSE = "clause"
    TOPIC = "topic"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Clause:
    """A noted phrase as a letter can use it, without a capital at its start and a full stop at its end."""

    text: str
    form: Form
    doubt: str = ""
    """What to ask the user before it goes into a letter, one sentence; "" when it is certain."""

    @property
    def doing(self) -> str:
        """What can follow "thank you for": "you showed the rig" gives "showing the rig"; "" where nothing can."""
        match = re.match(r"you (?:kindly |also |then )?(\w+) (.+)", self.text)
        if self.form is not Form.CLAUSE or match is None or match[1] not in GIVING:
            return ""
        return f"{GIVING[match[1]]} {match[2]}"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a form shows under a note: the sentence that it can become, or the question that has to be answered."""

    sentence: str
    """A whole sentence in the second person; "" while there is a doubt, or nothing is noted."""
    doubt: str
    """What to ask, one sentence; "" when there is nothing to ask."""


def preview(phrase: str, reader: Person | None, met: Sequence[Person] = (), *, is_theirs: bool = True) -> Preview:
    """Return what a letter to `reader` would say of a note.

    Args:
        phrase: the note as typed so far; "" gives an empty preview.
        reader: whom the letter goes to; None when nobody is named.
        met: everybody who was at the interview; the others keep their names.
        is_theirs: whether the note was typed as what this reader said, so that "she" and "they" mean the reader.
    """
    if not phrase.strip():
        return Preview("", "")
    clause = clause_of(phrase, reader, met, is_theirs=is_theirs)
    if clause.form is Form.UNSURE:
        return Preview("", clause.doubt)
    if clause.form is Form.TOPIC:
        return Preview(f"We talked about {clause.text}.", "")
    if re.match(r"(?:you|we|i)\b", clause.text, re.IGNORECASE):
        return Preview(f"{clause.text[0].upper()}{clause.text[1:]}.", "")
    return Preview(f"It stood out that {clause.text}.", "")


def clause_of(
    phrase: str,
    reader: Person | None,
    met: Sequence[Person] = (),
    *,
    is_theirs: bool = True,
    was_there: bool = True,
) -> Clause:
    """Return one noted phrase, said to `reader`. The arguments are those of `preview`; the phrase is not empty.

    Args:
        was_there: whether the reader was at the interview; else the phrase tells them about those who were.
    """
    if was_there:
        text, doubt = said_to(shapes.bare(phrase), reader, met, is_theirs=is_theirs)
        text = claims.without_frame(claims.as_quoted(text) if is_theirs else text)
        text = without_your_team(text) if arranges(reader) else text
    else:
        text, doubt = said_of(shapes.bare(phrase), met)
    text = shapes.uncapitalized(text, reader, met)
    doubt = shapes.unreadable(text, LONGEST) or doubt or claims.unsaid(text)
    if doubt:
        return Clause(text, Form.UNSURE, doubt)
    first = shapes.words(text)[0]
    if first in ("asked", "asks"):
        return Clause(text, Form.UNSURE, "Who asked? Start with “you asked” or “I asked”.")
    if first in SAYING and was_there and (is_theirs or len(met) == 1):
        return Clause(f"you {text}", Form.CLAUSE)
    if first in SAYING:
        return Clause(text, Form.UNSURE, f"Who {first}? Start with “you” or a name.")
    if shapes.lacks_subject(text) or claims.begins_with_verb(text):
        return Clause(text, Form.UNSURE, f"Who {first}? Start with “you”, “we”, or a name.")
    if shapes.is_reminder(text):
        return Clause(text, Form.UNSURE, "That reads like a note to yourself. Write what they said or showed.")
    if shapes.is_clause(text) and (noun := claims.bare_subject(text)):
        return Clause(text, Form.UNSURE, f"Put “your”, “the”, or “a” before “{noun}”.")
    if shapes.is_clause(text):
        return Clause(text.removeprefix("that "), Form.CLAUSE)
    if shapes.is_tangled(text):
        return Clause(text, Form.UNSURE, "Say it more simply. Start with “you” or “your”.")
    bare_noun = "" if shapes.says_about(phrase) else shapes.lacks_article(text)
    if bare_noun:
        return Clause(text, Form.UNSURE, f"Put “your”, “the”, or “a” before “{bare_noun}”.")
    return Clause(text, Form.TOPIC)
