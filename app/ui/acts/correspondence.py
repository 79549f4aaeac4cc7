"""Letters: open, write, leaf through, edit elsewhere, discard. How they leave is in `sending`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import locations
from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import DEMANDS, THANKS, Kind, Moment, fitting
from app.etiquette.records import Application, InterviewStatus, OutcomeKind
from app.etiquette.stages import WAITING_STAGES
from app.hunt.verbs import letters
from app.ui.acts import recording
from app.ui.acts.opening_letters import open_letter
from app.ui.acts.rewriting import rewrite
from app.ui.acts.saying_fine import fine
from app.ui.acts.sending import copy, send
from app.ui.choosing import letters_in_order
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.registry.here import Pane
from app.ui.registry.refusals import no_letters

if TYPE_CHECKING:
    from app.ui.work import Work

__all__ = [
    "blank",
    "copy",
    "discard",
    "external",
    "fine",
    "learn",
    "leave",
    "next_letter",
    "phrase",
    "rewrite",
    "send",
    "write",
]


async def write(work: Work) -> None:
    """Write a letter of any kind to anybody at the company."""
    application = work.must_have_application()
    likely = fitting(_moment(application))
    kinds = sorted(Kind, key=lambda kind: kind not in likely)
    choices = [(str(n) if n < 10 else "", DEMANDS[kind].title, kind) for n, kind in enumerate(kinds, 1)]
    kind = await work.ask(ChoiceDialog("What kind of letter?", choices))
    if kind is None:
        return
    person_id: int | None = None
    if len(application.people) == 1:
        person_id = application.people[0].id
    elif application.people:
        names = [(str(n) if n < 10 else "", person.name, person.id) for n, person in enumerate(application.people, 1)]
        chosen = await work.ask(ChoiceDialog("Who is it to?", [*names, ("0", "The hiring team", 0)]))
        if chosen is None:
            return
        person_id = chosen or None
    held = [interview for interview in application.interviews if interview.status is InterviewStatus.HELD]
    interview_id = held[-1].id if held and kind in THANKS else None
    await open_letter(work, kind, person_id, interview_id)


def _moment(application: Application) -> Moment:
    """Return how things stand, as far as it matters to which letter is likely to be meant."""
    outcome = application.outcome
    if outcome is None:
        return Moment.WAITING if application.stage in WAITING_STAGES else Moment.INTERVIEWED
    if outcome.kind is OutcomeKind.WITHDRAWN:
        return Moment.WITHDRAWN
    return Moment.OFFERED if outcome.kind is OutcomeKind.OFFER else Moment.REJECTED


async def answer_offer(work: Work) -> None:
    """Answer an offer: by the letter that the user chooses, or by recording what was said without one."""
    application = work.must_have_application()
    person = application.people[0].id if application.people else None
    due = work.screen.lists.selected_due
    if due is not None and due.step.application_id == application.id and due.step.person is not None:
        person = due.step.person
    choices: list[tuple[str, str, Kind | None]] = [
        ("a", "Write to accept", Kind.OFFER_ACCEPT),
        ("d", "Write to decline", Kind.OFFER_DECLINE),
        ("t", "Write to ask for more time", Kind.OFFER_TIME_REQUEST),
        ("r", "I told them myself", None),
    ]
    answers = [(key, label, (kind,)) for key, label, kind in choices]
    chosen = await work.ask(ChoiceDialog(f"Offer from {application.company}", answers))
    if chosen is None:
        return
    kind = chosen[0]
    if kind is None:
        await recording.decide(work, application)
    else:
        await open_letter(work, kind, person)


async def next_letter(work: Work) -> None:
    """Show the application's next letter."""
    order = letters_in_order(work.must_have_application())
    if not order:
        raise RefusedError(no_letters(), can_override=False)
    shown = work.screen.letter_pane.letter
    place = next((i for i, letter in enumerate(order) if shown is not None and letter.id == shown.id), -1)
    work.shown.letter_id = order[(place + 1) % len(order)].id
    work.shown.show_letter()
    work.screen.show_frame()


async def blank(work: Work) -> None:
    """Go to the next blank."""
    if not work.screen.letter_pane.editor.next_blank():
        work.tell("No blanks left.")


async def discard(work: Work) -> None:
    """Discard the draft; undo brings it back."""
    letter, application = work.must_have_letter(), work.must_have_application()
    await work.perform(application.id, lambda a, when: letters.letter_deleted(a, when, letter.id))
    work.screen.go(work.screen.lists.shown)


async def leave(work: Work) -> None:
    """Go back to the list; in the list, show everything again, then clear the marks."""
    screen = work.screen
    if screen.pane in (Pane.LETTER, Pane.TIMELINE, Pane.GLANCE):
        screen.go(screen.lists.shown)
    elif screen.lists.stop_finding():
        screen.lists.focus_shown()
        screen.show_frame()
    elif screen.lists.due.unmark_all():
        screen.show_frame()


async def external(work: Work) -> None:
    """Edit the letter in the user's editor."""
    from app.ui.acts.editing_outside import edit_letter

    await edit_letter(work)


async def phrase(work: Work) -> None:
    """Insert one of the user's phrases at the cursor."""
    from app.letters.phrases import load_phrases

    phrases = load_phrases(locations.settings_folder() / "phrases.toml")
    choices = [(str(n) if n < 10 else "", stored.name, stored.text) for n, stored in enumerate(phrases, 1)]
    text = await work.ask(ChoiceDialog("Insert a phrase", choices))
    if text is not None:
        work.screen.letter_pane.editor.insert(text)


async def learn(work: Work) -> None:
    """Add the word at the cursor to the user's dictionary."""
    from app.hunt.own_words import add_word

    word = work.screen.letter_pane.editor.word_at_cursor()
    if not word:
        raise RefusedError("Put the cursor on a word first.", can_override=False)
    add_word(word)
    work.typing.check()
    work.tell(f"Added “{word}” to your dictionary.")
