"""The sheet of an interview: opened, its questions kept, written to a file, handed to the mail program, debriefed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from app import locations
from app.etiquette.errors import AfterwordError, InvalidFieldError, NotFoundError
from app.etiquette.frozen import replace
from app.etiquette.records import InterviewStatus
from app.etiquette.sheet.contents import expected
from app.etiquette.sheet.parts import InterviewSheet
from app.etiquette.sheet.plain import Part, Section, sections
from app.etiquette.sheet.suggestions import suggested
from app.etiquette.sheet_records import Question, Whose
from app.etiquette.time.interview_times import say_start, to_come
from app.hunt.interview_sheet import hand_to_mail_program, interview_named, read_sheet
from app.hunt.private_files import file_of
from app.hunt.verbs import preparing
from app.ui.acts import debriefing, postings
from app.ui.acts.attached_files import show_files
from app.ui.acts.everything import exported_to
from app.ui.acts.opening_links import open_link
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.interview_sheet import SheetDeeds, SheetDialog, Wish, Wished
from app.ui.dialogs.pick import Pickable, PickDialog
from app.ui.notes_saver import NotesSaver
from app.ui.registry.here import Pane
from app.ui.registry.key_names import key_of
from app.ui.waiting import waited_for

if TYPE_CHECKING:
    from app.ui.work import Work

Texts: TypeAlias = dict[int | None, str]
"""Notes by the person they are under, None for nobody."""
_WHOSE = ((Whose.MINE.value, "I ask it"), (Whose.THEIRS.value, "they ask it"))


async def open_fitting_sheet(work: Work) -> None:
    """Open the sheet of the interview that is under way, from the due list whatever its cursor is on; else that of the
    interview of the step, else of one that is planned, else of the last one."""
    under_way = work.snapshot.under_way
    if under_way is not None and work.screen.here().wants_sheet_of_now:
        if work.shown.application_id != under_way.application_id:
            await work.select(under_way.application_id)
        await open_sheet(work, under_way.interview_id)
        return
    application = work.must_have_application()
    due = work.screen.lists.selected_due if work.screen.pane is Pane.DUE else None
    if due is not None and due.step.interview is not None and due.step.application_id == application.id:
        await open_sheet(work, due.step.interview)
        return
    ahead = to_come(application.interviews, work.settings.policy, work.now)
    chosen = ahead[0].id if ahead else None
    if len(ahead) > 1:
        choices = [
            (str(n), f"Round {one.round}, {say_start(one, work.now, work.zone)}", one.id)
            for n, one in enumerate(ahead[:9], 1)
        ]
        chosen = await work.ask(ChoiceDialog("Which interview?", choices))
        if chosen is None:
            return
    await open_sheet(work, chosen)


async def open_sheet(work: Work, interview_id: int | None) -> None:
    """Show the sheet of an interview, again after each thing that was done with it, until it is left."""
    application = work.must_have_application()
    interview = interview_named(application, work.settings.policy, work.now, interview_id=interview_id)
    place: Wished | None = None
    unsaved: Texts = {}
    while True:
        sheet = await _read(work, application.id, interview.id)
        place, unsaved = await _shown(work, sheet, place, unsaved)
        if unsaved:
            continue
        if place is None:
            break
        try:
            if not await _carry_out(work, sheet, place):
                break
        except NotFoundError as error:
            work.tell(str(error), "warning")
    await work.refresh()


async def _read(work: Work, application_id: int, interview_id: int) -> InterviewSheet:
    policy, now = work.settings.policy, work.now
    return await work.desk.read(
        lambda connection: read_sheet(connection, application_id, policy, now, interview_id=interview_id)
    )


async def _shown(
    work: Work, sheet: InterviewSheet, place: Wished | None, unsaved: Texts
) -> tuple[Wished | None, Texts]:
    """Show the sheet and return what is wanted with it, None when it was left, and what could not be stored of what was
    typed, to which the user goes back.

    Args:
        unsaved: what could not be stored so far.
    """
    dialog: SheetDialog
    saver = NotesSaver(
        work,
        sheet.application_id,
        sheet.interview_id,
        {notes.person: notes.text for notes in sheet.jottings},
        lambda person, typed, stored: dialog.notes.show_added(person, typed, stored),
    )
    jottings = tuple(replace(notes, text=unsaved.get(notes.person, notes.text)) for notes in sheet.jottings)
    dialog = SheetDialog(replace(sheet, jottings=jottings), _deeds(work, sheet, saver), place)
    work.notes_saver = saver
    for person, text in unsaved.items():
        saver.note(person, text)
    try:
        wished = await work.ask(dialog)
        return wished, await _left(work, saver)
    finally:
        work.notes_saver = None


def _deeds(work: Work, sheet: InterviewSheet, saver: NotesSaver) -> SheetDeeds:
    """Return what the sheet may ask for while it stays open."""

    async def tick(question_id: int) -> Sequence[Question]:
        try:
            done = await work.desk.do(
                lambda hunt: hunt.do(sheet.application_id, lambda a, _: preparing.question_ticked(a, question_id))
            )
        except AfterwordError as error:
            work.tell(str(error), "warning")
            return sheet.questions
        changed = {question.id: question for question in done.application.questions} if done.application else {}
        return [changed.get(question.id, question) for question in sheet.questions]

    def facts() -> Section:
        from app.etiquette.sheet.contents import countdown_to

        now = replace(sheet, countdown=countdown_to(sheet, work.now))
        return sections(now)[Part.WHEN]

    return SheetDeeds(
        tick, saver.note, facts, lambda: work.now >= sheet.starts, lambda: sheet.starts <= work.now < sheet.ends
    )


async def _left(work: Work, saver: NotesSaver) -> Texts:
    """Store what was typed; return what could not be stored, {} for nothing, or if the user takes it in a file."""
    try:
        await saver.save()
    except AfterwordError as error:
        if not isinstance(error, NotFoundError):
            ways = [("b", "Back to the notes", True), ("f", "Close, and keep them in a file", False)]
            if await work.ask(ChoiceDialog("Your notes aren't saved", ways, str(error))) is not False:
                return saver.unsaved
        work.tell(f"{error} {saver.put_aside()}", "warning")
    return {}


async def _carry_out(work: Work, sheet: InterviewSheet, wished: Wished) -> bool:
    """Do what was wanted; return whether the sheet is shown again."""
    match wished.wish:
        case Wish.ADD | Wish.EDIT:
            question = next((one for one in sheet.questions if one.id == wished.question), None)
            await _ask_question(work, sheet, question if wished.wish is Wish.EDIT else None)
        case Wish.SUGGEST:
            await _suggest(work, sheet)
        case Wish.REMOVE if wished.question is not None:
            number = wished.question
            await work.perform(sheet.application_id, lambda a, _: preparing.question_removed(a, number))
        case Wish.LINK if sheet.link:
            await open_link(work, sheet.link)
        case Wish.LINK:
            work.tell(f"There is no link for this interview yet. Press esc, then {key_of('interview')}, to add it.")
        case Wish.FILE:
            await _save_as_file(work, sheet)
        case Wish.MAIL:
            await _mail(work, sheet)
        case Wish.FILES:
            await show_files(work)
        case Wish.POSTING:
            await postings.read_or_save(work, work.must_have_application())
        case Wish.DEBRIEF:
            return not await _debrief(work, sheet)
    return True


async def _ask_question(work: Work, sheet: InterviewSheet, question: Question | None) -> None:
    """Ask for a question, or for what is different about one that is there."""

    async def submit(values: dict[str, str]) -> None:
        await work.perform(
            sheet.application_id,
            lambda a, _: preparing.question_saved(
                a,
                question.id if question else None,
                text=values["text"],
                whose=Whose(values["whose"]),
                answer=values["answer"],
                interview=sheet.interview_id,
            ),
        )

    fields = [
        Field("text", "Question", question.text if question else "", required=True),
        Field("whose", "Who asks", (question.whose if question else Whose.MINE).value, choices=_WHOSE),
        Field(
            "answer",
            "Answer",
            question.answer if question else "",
            kind="multiline",
            hint="what they say, or what you will",
        ),
    ]
    title = f"{'Edit the question' if question else 'Add a question'}: {sheet.company}"
    kept_as = f"question/{sheet.application_id}/{question.id if question else 'new'}"
    await work.ask(FormDialog(title, fields, submit, kept_as=kept_as))


async def _suggest(work: Work, sheet: InterviewSheet) -> None:
    """Offer questions that are worth asking, and some that are likely to be asked; the one chosen is added."""
    application = (await work.desk.detail(sheet.application_id)).application
    interview = application.interview(sheet.interview_id)
    people = expected(application, interview) if interview is not None else []
    choices = [
        Pickable(text, "you ask" if whose is Whose.MINE else "they may ask", (text, whose))
        for whose in Whose
        for text in suggested(whose, people, application.questions)
    ]
    if not choices:
        work.tell("Every suggestion is on the sheet already.")
        return
    chosen = await work.ask(PickDialog("Questions worth asking", choices))
    if chosen is not None:
        text, whose = chosen
        await work.perform(
            sheet.application_id, lambda a, _: preparing.questions_added(a, [text], whose, sheet.interview_id)
        )


async def _save_as_file(work: Work, sheet: InterviewSheet) -> None:
    """Write the sheet to a private file, in the form that its name ends in."""
    from app.exchange.reports.interview_sheet import SHEET_FORMS

    async def submit(values: dict[str, str]) -> None:
        path = file_of(values["path"].strip())
        form = path.suffix.removeprefix(".").casefold()
        if form not in SHEET_FORMS:
            raise InvalidFieldError("path", "Name a file that ends in .html, .md, or .txt.")
        target = await exported_to(work, path, SHEET_FORMS[form](sheet), f"sheet.{form}")
        work.tell(f"Saved to {locations.shown(target)}. Only you can read it.")

    name = (
        "-".join("".join(sign if sign.isalnum() else " " for sign in sheet.company.casefold()).split()) or "interview"
    )
    path = locations.shown(Path.home() / f"{name}-round-{sheet.round}.html")
    field = Field("path", "File", path, required=True, hint="ends in .html, .md, or .txt")
    await work.ask(FormDialog("Save the sheet as a file", [field], submit, kept_as=None))


async def _mail(work: Work, sheet: InterviewSheet) -> None:
    """Hand the sheet to the mail program, addressed to the user alone."""
    me = work.snapshot.me
    if not me.email:
        work.tell(f"Add your own email address first: press esc, then {key_of('me')}.", "warning")
        return
    folder, now = locations.state_folder() / "letters", work.now

    def hand_over(_ended: object) -> bool:
        hand_to_mail_program(sheet, me, now, folder, "Save the sheet as a file (E) instead.")
        return True

    if await waited_for(work, "Opening your mail program ...", hand_over, lambda: False):
        work.tell(f"Your mail program has the sheet, addressed to {me.email}.")


async def _debrief(work: Work, sheet: InterviewSheet) -> bool:
    """Open the debrief, filled from the notes; return whether it was saved."""
    application = (await work.desk.detail(sheet.application_id)).application
    interview = application.interview(sheet.interview_id)
    if interview is None or interview.status is InterviewStatus.CANCELLED:
        raise NotFoundError("That interview is gone; it was canceled in the meantime.")
    return await debriefing.debrief(work, application, interview)
