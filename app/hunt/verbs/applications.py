"""Adding, editing, archiving an application; its notes, flags and people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.etiquette.errors import InvalidFieldError
from app.etiquette.letter_kinds import Tone
from app.etiquette.names import kept_apart
from app.etiquette.records import Application, Event, Part, Person
from app.etiquette.state.completing import added_event
from app.etiquette.text import clean, clean_lines
from app.etiquette.time.business_calendar import calendar_of
from app.hunt.changes import Change, When, new_id, replaced, required, the_person, without
from app.hunt.fetching.hosts import is_web_address

PRIORITIES = ("none", "low", "medium", "high")
_LONGEST_LINE = 1000


def _line(text: str, field: str) -> str:
    cleaned = clean(text)
    if len(cleaned) > _LONGEST_LINE:
        raise InvalidFieldError(field, f"That's {len(cleaned)} characters. Shorten it to {_LONGEST_LINE}.")
    return cleaned


def checked_name(text: str, field: str) -> str:
    """Return the name of a company or a role.

    Raises:
        InvalidFieldError: it is a link, or too long.
    """
    if is_web_address(text):
        raise InvalidFieldError(field, "That's a link. Enter a name here; the link has a field of its own.")
    return _line(text, field)


def added(
    when: When,
    company: str,
    role: str,
    *,
    location: str = "",
    url: str = "",
    salary: str = "",
    source: str = "",
    priority: int = 0,
    notes: str = "",
    applied_on: date | None = None,
    tone: Tone | None = None,
) -> Change:
    """Return a new application in stage applied.

    Raises:
        InvalidFieldError: company or role is missing.
    """
    application = Application(
        company=required(checked_name(company, "company"), "company", "a company"),
        role=required(checked_name(role, "role"), "role", "a role"),
        location=_line(location, "location"),
        url=_line(url, "url"),
        salary=_line(salary, "salary"),
        source=_line(source, "source"),
        priority=priority,
        notes=clean_lines(notes),
        applied_on=applied_on,
        tone=tone,
        added=when.now,
    )
    event = added_event(application, calendar_of(when.policy), when.now)
    return Change(application, f"Added {application.company}", (event,))


def _text(text: str, field: str) -> str:
    if field in ("company", "role"):
        return checked_name(text, field)
    return clean_lines(text) if field == "notes" else _line(text, field)


def edited(application: Application, when: When, **fields: object) -> Change:
    """Return the application with some of its own fields changed (company, role, location, url, salary, source,
    priority, notes, applied_on, tone)."""
    values = {
        name: value if not isinstance(value, str) or isinstance(value, Tone) else _text(value, name)
        for name, value in fields.items()
    }
    after = replace(application, **values)  # type: ignore[arg-type]
    required(after.company, "company", "a company")
    required(after.role, "role", "a role")
    changed = [name for name in values if getattr(application, name) != getattr(after, name)]
    text = "Edited " + ", ".join(name.replace("_", " ") for name in changed)
    events = (Event(when.now, "application_edited", text),) if changed else ()
    return Change(after, f"Edited {after.company}", events)


def archived(application: Application, when: When) -> Change:
    """Return the application archived: it is kept and asks for nothing more."""
    event = Event(when.now, "archived", "Archived")
    return Change(replace(application, archived=True), f"Archived {application.company}", (event,))


def unarchived(application: Application, when: When) -> Change:
    """Return the application taken out of the archive."""
    event = Event(when.now, "unarchived", "Unarchived")
    return Change(replace(application, archived=False), f"Unarchived {application.company}", (event,))


def noted(application: Application, when: When, text: str) -> Change:
    """Return the application with a note on its timeline."""
    note = required(clean_lines(text).strip(), "note", "some text")
    return Change(application, f"Added a note on {application.company}", (Event(when.now, "note", note),))


def no_follow_ups_set(application: Application, when: When, asked_not_to: bool) -> Change:
    """Return the application with "please don't follow up" set or lifted: a hard stop (ETIQUETTE 3.3)."""
    text = "They asked you not to follow up" if asked_not_to else "You can follow up again"
    event = Event(when.now, "no_follow_ups", text, rule="when they ask for no follow-ups, none are sent")
    return Change(replace(application, no_follow_ups=asked_not_to), text, (event,))


def keep_in_touch_set(application: Application, when: When, wanted: bool) -> Change:
    """Return the application with "stay in touch after a no" set or lifted."""
    text = "You'll be reminded to stay in touch after a rejection" if wanted else "No more reminders to stay in touch"
    return Change(replace(application, keep_in_touch=wanted), text, (Event(when.now, "keep_in_touch", text),))


def person_saved(
    application: Application,
    when: When,
    person_id: int | None,
    *,
    given: str,
    family: str,
    honorific: str = "",
    email: str = "",
    title: str = "",
    part: Part = Part.INTERVIEWER,
    family_first: bool = False,
) -> Change:
    """Return the application with a person added (`person_id` None) or changed. Names stay letter for letter."""
    stored = None if person_id is None else the_person(application, person_id)
    person = Person(
        new_id(application.people) if stored is None else stored.id,
        _line(given, "given"),
        _line(family, "family"),
        _line(honorific, "honorific"),
        _address(email),
        _line(title, "title"),
        part,
        family_first,
    )
    person = kept_apart(person)
    required(person.name, "given", "a name or an email")
    verb = "Added" if stored is None else "Edited"
    event = Event(when.now, "person_saved", f"{verb} {person.name}, {part.value}")
    after = replace(application, people=replaced(application.people, person))
    return Change(after, f"{verb} {person.name}", (event,))


def person_removed(application: Application, when: When, person_id: int) -> Change:
    """Return the application without a person who was never met, never written to, and of whom nothing was
    noted at an interview.

    Raises:
        InvalidFieldError: an interview or a letter names them.
    """
    person = the_person(application, person_id)
    is_named = any(person_id in interview.met for interview in application.interviews)
    is_named = is_named or any(letter.to == person_id for letter in application.letters)
    is_named = is_named or any(jotting.person == person_id for jotting in application.jottings)
    if is_named:
        raise InvalidFieldError("person", f"{person.name} is named in an interview or a letter; change those first.")
    event = Event(when.now, "person_removed", f"Removed {person.name}")
    after = replace(application, people=without(application.people, person_id))
    return Change(after, f"Removed {person.name}", (event,))


def _address(text: str) -> str:
    address = _line(text, "email")
    if address and (
        address.count("@") != 1 or any(sign in address for sign in ' ,;<>"') or address[0] == "@" or address[-1] == "@"
    ):
        raise InvalidFieldError("email", f"{address} is not an email address. Write it like dana@northwind.example.")
    return address
