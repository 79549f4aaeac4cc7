"""Opening the letter of a kind: the draft there is, looked over, or one composed anew."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app import locations
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Letter, LetterStatus
from app.hunt import drafts
from app.hunt.verbs import letters
from app.ui.acts.offering_notes import offer_notes
from app.ui.acts.renewing import renew
from app.ui.acts.welcome import ask_name
from app.ui.dialogs.form import Field, FormDialog
from app.ui.registry.here import Pane
from app.ui.typed_days import day_words, example_day, reader_of

if TYPE_CHECKING:
    from app.ui.work import Work


async def open_letter(work: Work, kind: Kind, person: int | None, interview: int | None = None) -> None:
    """Show the draft of that kind to that person, composing it first where there is none, or it is out of date."""
    application = work.must_have_application()
    draft = _draft_of(application, kind, person, interview)
    if draft is None:
        await ask_name(work)
        application = work.must_have_application()
        if person is not None and application.person(person) is None:
            return  # it was the user
        if await offer_notes(work, application, kind, person, interview):
            application = work.must_have_application()
        draft = await _new_draft(work, application, kind, person, interview)
        if draft is None:
            return
        work.shown.letter_id = draft.id
        await work.refresh()
    else:
        await renew(work, application, draft)
    work.shown.letter_id = draft.id
    work.shown.show_letter()
    work.screen.go(Pane.LETTER)
    work.screen.letter_pane.editor.next_blank()


def _draft_of(application: Application, kind: Kind, person: int | None, interview: int | None) -> Letter | None:
    drafts_ = [
        letter
        for letter in application.letters
        if letter.status is not LetterStatus.SENT
        and (letter.kind, letter.to) == (kind, person)
        and interview in (None, letter.interview)
    ]
    return drafts_[-1] if drafts_ else None


async def _new_draft(
    work: Work, application: Application, kind: Kind, person: int | None, interview: int | None
) -> Letter | None:
    """Return a draft, composed and stored; None when the user left a question about it."""
    policy, now = work.settings.policy, work.now
    deadline: date | None = None
    if kind is Kind.COMPETING_OFFER:
        deadline = await work.desk.read(lambda connection: drafts.other_deadline(connection, application, policy, now))
        if deadline is None:
            answered, deadline = await _ask_deadline(work)
            if not answered:
                return None
    folder, me = locations.templates_folder(), work.snapshot.me
    plain = drafts.Wanted(application, kind, person, interview, me, policy, folder, work.settings.letter)
    wanted = await work.desk.read(lambda connection: drafts.beside_others(connection, plain, now))
    text = await work.desk.aside(lambda: drafts.composed(wanted, now, deadline))
    done = await work.desk.do(
        lambda hunt: hunt.do(
            application.id,
            lambda a, when: letters.drafted(
                a,
                when,
                kind,
                person,
                text.subject,
                text.body,
                interview=interview,
                in_reply_to=text.in_reply_to,
                thread_subject=text.thread_subject,
                is_composed=True,
            ),
        )
    )
    return done.letter


async def _ask_deadline(work: Work) -> tuple[bool, date | None]:
    """Return whether the user answered, and the day by which the other offer has to be; None: a blank will do."""
    days: list[date | None] = []

    async def submit(values: dict[str, str]) -> None:
        days.append(reader_of(work).day(values["deadline"]))

    field = Field(
        "deadline",
        "Their deadline",
        hint=f"Friday, {example_day(work)}, in two weeks; or leave empty to fill it in later",
        understand=day_words(work),
    )
    text = "When do you have to answer the other offer? The letter will state the date."
    await work.ask(FormDialog("The other offer", [field], submit, kept_as=None, button="Write the letter", text=text))
    return bool(days), days[0] if days else None
