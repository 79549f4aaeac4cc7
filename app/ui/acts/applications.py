"""Applications as such: add, edit, archive, delete; their people and flags."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.etiquette.attached_files import AttachedFile
from app.etiquette.errors import InvalidFieldError
from app.etiquette.letter_kinds import Tone
from app.etiquette.links import links_of
from app.etiquette.records import Application, Part, Person
from app.etiquette.time.dates import say_full_day
from app.hunt.typed import verbs as typed
from app.hunt.verbs import applications as verbs
from app.hunt.verbs.files import with_cv
from app.ui.acts import postings
from app.ui.acts.cv_choice import CV, chosen_cv, cv_field, cvs_to_choose
from app.ui.acts.opening_links import open_link
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.words import ConfirmDialog
from app.ui.registry.key_names import key_of
from app.ui.typed_days import day_words, example_day, reader_of

if TYPE_CHECKING:
    from app.ui.work import Work


_PRIORITIES = tuple((name, name) for name in verbs.PRIORITIES)
_TONES = (("", "as usual"), *((tone.value, tone.value) for tone in Tone))
_PARTS = tuple((part.value, part.value) for part in Part)
_FAMILY_FIRST = "family given"
_ORDERS = (("given family", "given name first"), (_FAMILY_FIRST, "family name first"))


async def add(work: Work) -> None:
    """Add an application and go to it."""

    cvs = await cvs_to_choose(work, None)

    async def submit(values: dict[str, str]) -> None:
        cv = chosen_cv(cvs, values.pop(CV, ""))
        verb = typed.added(reader_of(work), values, cv)
        done = await work.run(lambda hunt: hunt.add(verb))
        if done.application_id is not None:
            await work.select(done.application_id)

    fields = _fields(work, None, cvs)
    await work.ask(FormDialog("New application", fields, submit, kept_as="add", button="Add"))


async def edit(work: Work) -> None:
    """Edit the selected application."""
    application = work.must_have_application()
    cvs = await cvs_to_choose(work, application)
    fields = _fields(work, application, cvs)

    async def submit(values: dict[str, str]) -> None:
        cv = chosen_cv(cvs, values.get(CV, ""))
        changed = {field.name for field in fields if values[field.name] != field.value}
        read = values if "applied_on" in changed else {**values, "applied_on": ""}  # what is stored stays as it is
        given = {"company": values["company"], "role": values["role"], **typed.details(reader_of(work), read)}
        mine = {name: value for name, value in given.items() if name in changed - {CV}}
        await work.submit(application, lambda a, when: with_cv(verbs.edited(a, when, **mine), when, cv))

    await work.ask(FormDialog(f"Edit {application.company}", fields, submit, kept_as=f"edit {application.id}"))


def _fields(work: Work, existing: Application | None, cvs: list[AttachedFile]) -> list[Field]:
    application = existing or Application(applied_on=work.today)
    applied = say_full_day(application.applied_on) if application.applied_on else ""
    return [
        Field("company", "Company", application.company, required=True, understand=_name_in("company")),
        Field("role", "Role", application.role, required=True, understand=_name_in("role")),
        Field(
            "applied_on",
            "Applied on",
            applied,
            hint=f"today, {example_day(work, 'past')}, ...",
            understand=day_words(work, "past"),
        ),
        *cv_field(work, cvs),
        Field("location", "Location", application.location),
        Field("url", "Link", application.url),
        Field("salary", "Salary", application.salary),
        Field("source", "Source", application.source, hint="a friend, a job board, ..."),
        Field("priority", "Priority", verbs.PRIORITIES[application.priority], choices=_PRIORITIES),
        Field("tone", "Letter tone", application.tone or "", choices=_TONES),
        Field("notes", "Notes", application.notes, kind="multiline"),
    ]


def _name_in(field: str) -> Callable[[str], str]:
    """Return what says of a link in a name's field what to do with it."""

    def say(text: str) -> str:
        try:
            return verbs.checked_name(text, field)
        except InvalidFieldError as error:
            way = f" Or press esc, then {key_of('take_in')}, to read the posting from it."
            raise InvalidFieldError(field, f"{error.sentence}{way}") from None

    return say


async def person(work: Work) -> None:
    """Add, edit or remove a person."""
    application = work.must_have_application()
    choices: list[tuple[str, str, Person | None]] = [("a", "Add a person", Person())]
    for n, person in enumerate(application.people[:9], 1):
        address = f" <{person.email}>" if person.email else ""
        choices.append((str(n), f"{person.name}{address}, {person.part.value}", person))
    chosen = choices[0][2]
    if application.people:
        chosen = await work.ask(ChoiceDialog(f"People at {application.company}", choices))
    if chosen is not None:
        await _person_form(work, application, chosen)


async def _person_form(work: Work, application: Application, before: Person) -> None:
    fields = [
        Field("given", "Given name", before.given),
        Field("family", "Family name", before.family),
        Field("order", "Name order", _ORDERS[before.family_first][0], choices=_ORDERS),
        Field("honorific", "Honorific", before.honorific, hint="Ms., Mr., Dr., Prof., if you know it"),
        Field("email", "Email", before.email, hint="dana@northwind.example"),
        Field("title", "Title", before.title, hint="Head of Data"),
        Field("part", "Role", before.part.value, choices=_PARTS),
    ]

    async def submit(values: dict[str, str]) -> None:
        part, family_first = Part(values.pop("part")), values.pop("order") == _FAMILY_FIRST
        await work.submit(
            application,
            lambda a, when: verbs.person_saved(
                a, when, before.id or None, part=part, family_first=family_first, **values
            ),
        )

    async def remove() -> None:
        await work.submit(application, lambda a, when: verbs.person_removed(a, when, before.id))

    title = f"{before.name if before.id else 'New person'} at {application.company}"
    kept_as = f"person {application.id} {before.id or 'new'}"
    await work.ask(FormDialog(title, fields, submit, kept_as=kept_as, remove=remove if before.id else None))


async def link(work: Work) -> None:
    """Open the link of the next interview or of the posting; copy it where no browser can be opened."""
    links = links_of(work.must_have_application(), work.settings.policy, work.now)
    chosen: str | None = links[0].address
    if len(links) > 1:
        choices = [(str(n), f"{link.title}: {link.address}", link.address) for n, link in enumerate(links, 1)]
        chosen = await work.ask(ChoiceDialog("Open which link?", choices))
    if chosen is not None:
        await open_link(work, chosen)


async def posting(work: Work) -> None:
    """Show the posting that was kept; ask how to get it where there is none."""
    await postings.read_or_save(work, work.must_have_application())


async def files(work: Work) -> None:
    """Show what they have of the user; attach, mark as sent, open, remove."""
    from app.ui.acts.attached_files import show_files

    await show_files(work)


async def no_follow_ups(work: Work) -> None:
    """Set or lift the hard stop."""
    application = work.must_have_application()
    wanted = not application.no_follow_ups
    await work.perform(application.id, lambda a, when: verbs.no_follow_ups_set(a, when, wanted))


async def keep_in_touch(work: Work) -> None:
    """Ask to be reminded to stay in touch, or not."""
    application = work.must_have_application()
    wanted = not application.keep_in_touch
    await work.perform(application.id, lambda a, when: verbs.keep_in_touch_set(a, when, wanted))


async def archive(work: Work) -> None:
    """Put the application away, or take it out again."""
    application = work.must_have_application()
    verb = verbs.unarchived if application.archived else verbs.archived
    await work.perform(application.id, verb)


async def merge(work: Work) -> None:
    """Make one of this application and another that is the same."""
    from app.ui.acts.merging import merge_with_another

    await merge_with_another(work)


async def delete(work: Work) -> None:
    """Delete the application after asking."""
    application = work.must_have_application()
    question = (
        f"{application.company}, {application.role}, with its letters and timeline. Press {key_of('undo')} afterward to"
        " bring it back."
    )
    if await work.ask(ConfirmDialog("Delete this application?", question, "Delete", "Keep")):
        await work.run(lambda hunt: hunt.delete(application.id))
