"""A letter in the user's own editor: what was saved there comes into the letter, or stays in a file that is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.etiquette.errors import AfterwordError, NotFoundError, RefusedError
from app.etiquette.records import Letter
from app.etiquette.time.lengths import first_of
from app.hunt.kept_forms import left_forms
from app.hunt.kept_texts import (
    KeptText,
    UnreadableTextError,
    drop,
    drop_unchanged,
    is_changed,
    keep,
    left_texts,
    parted,
    set_aside,
    text_of,
    with_subject,
)
from app.hunt.verbs import letters
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.words import ProblemDialog
from app.ui.outside_editor import Edited, edit_outside, editor_command
from app.ui.registry.here import Pane
from app.ui.registry.key_names import key_of

if TYPE_CHECKING:
    from app.ui.work import Work

AT_ONCE = 1.0
"""Seconds: no hand opens an editor and leaves it sooner; what comes back by then has left its window open."""
_FIRST, _LINES = 300, 6
"""Characters and lines of a text that are shown when it is offered."""


async def edit_letter(work: Work) -> None:
    """Edit the letter that is shown in the user's editor."""
    pane, letter = work.screen.letter_pane, work.must_have_letter()
    if pane.application_id is None:
        return
    command = editor_command()
    for left in left_texts(work.desk.database):
        if left.letter_id == letter.id and await _offer(work, left):
            return
    before = pane.body
    kept = keep(work.desk.database, pane.application_id, letter.id, before)
    try:
        edited = edit_outside(work.dashboard, command, kept.path)
    except RefusedError:
        drop(kept.path)
        raise
    if edited.must_leave:
        _leave(work, kept)
        return
    sentence, may_use = _judged(edited, kept)
    if sentence and may_use:
        await _offer(work, kept, sentence)
    elif sentence:
        await work.ask(ProblemDialog(sentence, "The letter is unchanged"))
    elif is_changed(kept.path):
        await _take(work, kept)
    else:
        drop(kept.path)
    work.screen.go(Pane.LETTER)


def _judged(edited: Edited, kept: KeptText) -> tuple[str, bool]:
    """Return what to say before anything else is done, "" for nothing, and whether there is a text to offer."""
    path, editor = kept.path, edited.editor
    if path.is_dir():
        return f"{editor} made a folder where the letter's file was. What is in it stays there: {path}", False
    if not path.exists():
        return f"{editor} deleted the letter's file, so there is nothing to bring back.", False
    if not is_changed(path):
        if edited.code:
            drop(path)
            return f"{edited.how}, and nothing was saved.", False
        if edited.seconds < AT_ONCE:
            return (
                f"{editor} returned right away. If its window is still open, make it wait next time: add --wait to"
                f" VISUAL or EDITOR, as in '{editor} --wait' (for gvim, --nofork).\n\nWhat you save in that window is"
                f" kept in {path}. Afterword offers it when you press {key_of('external')} on this letter, and when it"
                " starts."
            ), False
        return "", False
    try:
        text_of(path)
    except UnreadableTextError as error:
        again = f"The file stays there. Save it as UTF-8, then press {key_of('external')} on this letter again."
        return f"{error}\n\n{again}", False
    return (f"{edited.how}, but what you saved was kept.", True) if edited.code else ("", False)


def _leave(work: Work, kept: KeptText) -> None:
    """Leave the program, as it was asked to while the editor ran."""
    work.dashboard.leave()
    if is_changed(kept.path):
        notice = f"What you saved in your editor is in {kept.path}. Afterword offers it when it starts."
        work.dashboard.last_words = f"{work.dashboard.last_words} {notice}".lstrip()
    else:
        drop(kept.path)


def put_aside(work: Work) -> str:
    """Put what stands in the letter and is not stored into a file of its own, and return where it is, as a sentence."""
    pane = work.screen.letter_pane
    letter, application_id, body = pane.letter, pane.application_id, pane.body
    if letter is None or application_id is None or not pane.is_unsaved:
        return ""
    text = body if pane.subject == letter.subject else with_subject(pane.subject, body)
    try:
        kept = keep(work.desk.database, application_id, letter.id, text, first=letter.body)
    except AfterwordError as error:
        return f"Your words couldn't be kept in a file either: {error}"
    return f"Your words are in {kept.path}. Afterword offers them when it starts."


async def offer_what_is_left(work: Work) -> None:
    """Offer every text that an earlier sitting left and that is in no letter, one after the other."""
    if titles := left_forms(work.desk.database):
        forms = first_of([f"“{title}”" for title in titles])
        work.tell(f"Typed but not saved: {forms}. Open the form again: it's still there.", "warning")
    drop_unchanged(work.desk.database)
    for left in left_texts(work.desk.database, from_before=True):
        await _offer(work, left)


async def _offer(work: Work, kept: KeptText, sentence: str = "") -> bool:
    """Ask what is to become of a text; return whether it went into its letter."""
    letter = await _letter_of(work, kept)
    try:
        text = text_of(kept.path)
    except UnreadableTextError as error:
        letter, text = None, str(error)
    if letter is not None and (letter.body == text or not text):
        drop(kept.path)
        return False
    sentence = sentence or "You wrote this for a letter, but it was never saved there."
    choices = [("u", "Put it into the letter", "use")] if letter is not None else []
    choices += [("k", "Keep the file", "keep"), ("d", "Delete it", "delete")]
    first = "\n".join(text[:_FIRST].split("\n")[:_LINES])
    first = first if first == text else f"{first} ..."
    chosen = await work.ask(
        ChoiceDialog("Text that isn't in any letter", choices, f"{sentence}\n\n{first}\n\n{kept.path}")
    )
    if chosen == "use":
        return await _take(work, kept)
    if chosen == "keep":
        await work.ask(ProblemDialog(f"The text stays here: {set_aside(kept.path)}", "Kept"))
    elif chosen == "delete":
        drop(kept.path)
    return False


async def _letter_of(work: Work, kept: KeptText) -> Letter | None:
    if kept.application_id is None:
        return None
    try:
        application = (await work.desk.detail(kept.application_id)).application
    except NotFoundError:
        return None
    return next((letter for letter in application.letters if letter.id == kept.letter_id), None)


async def _take(work: Work, kept: KeptText) -> bool:
    """Put a text into its letter; the file goes once it is stored. Return whether that went well."""
    pane = work.screen.letter_pane
    subject, body = parted(text_of(kept.path))
    try:
        if pane.letter is not None and (pane.application_id, pane.letter.id) == (kept.application_id, kept.letter_id):
            pane.type_for_user(pane.subject if subject is None else subject, body)
            await work.typing.save()
        else:
            await _store(work, kept, subject, body)
    except AfterwordError as error:
        await work.ask(ProblemDialog(f"{error}\n\nThe text stays in {kept.path}."))
        return False
    drop(kept.path)
    return True


async def _store(work: Work, kept: KeptText, subject: str | None, body: str) -> None:
    letter, application_id = await _letter_of(work, kept), kept.application_id
    if letter is None or application_id is None:
        raise NotFoundError("That letter is no longer here: it was deleted or undone.")
    wanted = letter.subject if subject is None else subject
    await work.perform(application_id, lambda a, when: letters.letter_typed(a, when, letter, wanted, body))
