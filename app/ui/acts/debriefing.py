"""The form after an interview: did it take place, who was there, what did each of them say, when will they decide.

What somebody said is asked so that it fits a letter, and shown below as the sentence that it becomes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.etiquette.names import name_parts
from app.etiquette.records import Application, Interview, Person
from app.etiquette.time.dates import say_full_day
from app.etiquette.time.interview_times import day_of, say_start
from app.hunt.verbs import debriefing, interviews
from app.letters.debrief_notes import Filled, filled_debrief
from app.ui import proposed_days
from app.ui.acts.note_previews import NotePreviews
from app.ui.dialogs.form import Field, FormDialog
from app.ui.typed_days import day_words, reader_of

if TYPE_CHECKING:
    from app.ui.work import Work

_PEOPLE = 6
"""How many are asked about by name; others are written down under "Also there"."""
_OTHERS = 3
"""Of how many more it is asked what they said."""
_NOTES = 4
"""Lines of the user's notes that are shown."""
_HAPPENED = (("yes", "yes"), ("missed", "they missed it"), ("off", "it was canceled"))
_PRESENCE = (("yes", "was there"), ("no", "wasn't there"))


async def debrief(work: Work, application: Application, interview: Interview) -> bool:
    """Ask how an interview went, and record it as one verb; return whether that was done."""
    people = _asked_about(application, interview)
    previews = await NotePreviews.of(work, application, interview)

    async def submit(values: dict[str, str]) -> None:
        if values["happened"] == "missed":
            await work.submit(application, lambda a, when: interviews.missed(a, when, interview.id))
        elif values["happened"] == "off":
            await work.submit(application, lambda a, when: debriefing.called_off(a, when, interview.id))
        else:
            await _record(work, application, interview, people, values)
        await work.select(application.id)

    title = f"Debrief: {application.company}, round {interview.round} on {say_start(interview, work.now, work.zone)}"
    filled = filled_debrief(application, interview)
    fields = _fields(work, application, interview, people, previews, filled)
    kept_as, notes = f"debrief {application.id} {interview.id}", _notes(work, filled)
    is_saved = await work.ask(FormDialog(title, fields, submit, kept_as=kept_as, text=notes))
    return is_saved is True


async def _record(
    work: Work, application: Application, interview: Interview, people: list[Person], values: dict[str, str]
) -> None:
    said = {person.id: values[_said(person)] for person in people if values[_there(person)] == "yes"}
    also_said = [values[f"also_said{n}"] for n in range(_OTHERS)]
    reply_by = reader_of(work).day(values["reply_by"])
    await work.submit(
        application,
        lambda a, when: debriefing.debriefed(
            a,
            when,
            interview.id,
            said=said,
            also=values["also"],
            also_said=also_said,
            noted=values["noted"],
            reply_by=reply_by,
        ),
    )


def _asked_about(application: Application, interview: Interview) -> list[Person]:
    """Return the people whom the form asks about: those expected or written about, then the others."""
    jotted = {jotting.person for jotting in application.jottings if jotting.interview == interview.id}
    expected = [person for person in application.people if person.id in jotted.union(interview.met)]
    return [*expected, *(person for person in application.people if person not in expected)][:_PEOPLE]


def _fields(
    work: Work,
    application: Application,
    interview: Interview,
    people: list[Person],
    previews: NotePreviews,
    filled: Filled,
) -> list[Field]:
    fields = [Field("happened", "Did it take place?", "yes", choices=_HAPPENED)]
    for person in people:
        is_there = person.id in interview.met or person.id in filled.said
        fields += _of_person(person, filled.said.get(person.id, ""), previews, is_there=is_there)
    held_on = day_of(interview, work.zone)
    stated = application.reply_by if application.reply_by is not None and application.reply_by.stated else None
    return [
        *fields,
        Field("also", "Also there", hint="Grace Kim <grace@northwind.example>, ...", asked=_if_held("Also there")),
        *(_said_by_another(n, previews) for n in range(_OTHERS)),
        Field(
            "noted",
            "What else stood out",
            filled.noted,
            kind="multiline" if "\n" in filled.noted else "line",
            asked=_if_held("What else stood out"),
        ),
        Field(
            "reply_by",
            "They will decide by",
            say_full_day(stated.date) if stated else "",
            hint="Friday, in two weeks; or leave empty",
            understand=day_words(work),
            asked=_if_held("They will decide by"),
            proposal=proposed_days.decision(work, "your notes", _notes_in, lambda _: held_on),
        ),
    ]


def _notes_in(values: Mapping[str, str]) -> str:
    """Return what is written down in the form, a note a paragraph."""
    return "\n\n".join(text for name, text in values.items() if name == "noted" or "said" in name)


def _of_person(person: Person, said: str, previews: NotePreviews, *, is_there: bool) -> list[Field]:
    """Return the fields on somebody: whether they were there, and what they said."""
    called = f"{person.given or person.name} said"
    return [
        Field(
            _there(person),
            person.name,
            "yes" if is_there else "no",
            choices=_PRESENCE,
            asked=_if_held(person.name),
        ),
        Field(
            _said(person),
            called,
            said,
            hint="you are opening a second office",
            understand=partial(previews.said, person),
            advises=True,
            asked=_if_there(person, called),
        ),
    ]


def _said_by_another(n: int, previews: NotePreviews) -> Field:
    def asked(values: Mapping[str, str]) -> str:
        names = debriefing.names_in(values["also"]) if values["happened"] == "yes" else []
        return f"{_called(names[n])} said" if n < len(names) else ""

    def becomes(text: str, also: str) -> str:
        names = debriefing.names_in(also)
        title, given, family = name_parts(names[n].partition("<")[0].strip() if n < len(names) else "")
        return previews.said(Person(0, given, family, title), text)

    return Field(f"also_said{n}", "", understand=becomes, beside=("also",), advises=True, asked=asked)


def _called(name: str) -> str:
    """Return how a person is called in a label: by the given name, else by the address."""
    _, given, family = name_parts(name.partition("<")[0])
    words = (given or family).split() or name.strip("<> ").split("@")
    return words[0][:14]


def _if_held(label: str) -> Callable[[Mapping[str, str]], str]:
    return lambda values: label if values["happened"] == "yes" else ""


def _there(person: Person) -> str:
    """Return the name of the field that asks whether somebody was there: it stays theirs, whoever else comes in."""
    return f"there-{person.id}"


def _said(person: Person) -> str:
    """Return the name of the field for what somebody said."""
    return f"said-{person.id}"


def _if_there(person: Person, label: str) -> Callable[[Mapping[str, str]], str]:
    return lambda values: label if values["happened"] == "yes" and values[_there(person)] == "yes" else ""


def _notes(work: Work, filled: Filled) -> str:
    """Return what the user wrote down at the interview and while preparing, the newest first; "" for nothing."""
    lines = []
    if filled.is_from_notes:
        lines.append("Filled from your notes. Below each is what the letter will say; clear what it should leave out.")
    if filled.left:
        lines += ["Not for a letter, kept on the sheet:", *(f"· {note}" for note in filled.left[:_NOTES])]
    detail = work.shown.detail
    if detail is not None and not filled.left:
        notes = [line for line in detail.application.notes.split("\n") if line.strip()]
        notes += [entry.text.split("\n", 1)[0] for entry in reversed(detail.entries) if entry.what == "note"]
        lines += ["Your notes:", *(f"· {note}" for note in notes[:_NOTES])] if notes else []
    return "\n".join(lines)
