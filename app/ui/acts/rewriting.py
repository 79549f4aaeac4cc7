"""A draft through a program of the user's: agreed to once, run behind a dialog, taken only by a second key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from app.etiquette.records import Application, Letter
from app.etiquette.text import clean, clean_lines
from app.hunt.verbs import letters
from app.ui.dialogs.text_dialog import DecideDialog
from app.ui.letter_difference import difference_lines
from app.ui.registry.key_names import key_of
from app.ui.waiting import CalledOffError, waited_for

if TYPE_CHECKING:
    from app.letters.filtering import Rewritten
    from app.ui.work import Work


async def rewrite(work: Work) -> None:
    """Have the user's program rewrite the draft that is shown, and take what it answers if the user wants that."""
    with work.screen.letter_pane.held():
        await work.typing.save()
        application, letter = work.must_have_application(), work.must_have_letter()
        try:
            answer = await _answer(work, application, letter)
        except CalledOffError as error:
            work.tell(str(error))
            return
        if answer is None:
            return
        subject = letter.subject if answer.subject is None else clean(answer.subject)
        end = letter.body[len(letter.body.rstrip()) :]
        new = replace(letter, subject=subject, body=clean_lines(answer.body).rstrip() + end)
        if (new.subject, new.body) == (letter.subject, letter.body):
            work.tell(f"{_name(work)} would change nothing.")
        elif await _is_wanted(work, application, letter, new):
            await work.perform(
                application.id,
                lambda a, when: letters.letter_rewritten(a, when, letter, new.subject, new.body, _name(work)),
            )
    work.typing.check()


def _name(work: Work) -> str:
    from app.letters.filtering import name_of

    return name_of(work.settings.letter_filter)


async def _answer(work: Work, application: Application, letter: Letter) -> Rewritten | None:
    """Return what the program makes of a letter; None when the user does not want it to see that.

    Raises:
        FilterError: it gave no letter.
        CalledOffError: the user called it off.
    """
    from app.hunt.judged_letters import report_on
    from app.hunt.letter_filter import agree, document_of, has_agreed
    from app.letters.cancelling import Cancellation
    from app.letters.filtering import CALLED_OFF, filtered

    program, me = work.settings.letter_filter, work.snapshot.me
    report = report_on(application, letter, me, work.shown.names)
    given = document_of(application, letter, me, work.settings, report)
    if not has_agreed(program.command):
        text = (
            f"Whenever you press {key_of('rewrite')} in a draft, {_name(work)} is given what you see below. What it"
            f" does with it is up to that program.\n\nIt is started as: {clean(' '.join(program.command))}\n\n{given}"
        )
        if not await work.ask(DecideDialog(f"Give this to {_name(work)}?", Content(text), "Give it", "Don't")):
            return None
        agree(program.command)
    cancellation = Cancellation()
    return await waited_for(
        work,
        f"{_name(work)} is rewriting the letter ...",
        lambda _: filtered(program, given, cancellation),
        cancellation.cancel,
        CALLED_OFF,
    )


async def _is_wanted(work: Work, application: Application, old: Letter, new: Letter) -> bool:
    """Show a new text beside the draft, with what the checker says of it; return whether the user takes it."""
    from app.hunt.judged_letters import findings_in, report_on

    findings = findings_in(report_on(application, new, work.snapshot.me, work.shown.names))
    judged = f"The checker says of the new text:\n{findings}" if findings else "✓ The checker accepts the new text."

    def lay_out(width: int) -> list[Content]:
        titles = ("Your draft", f"From {_name(work)}")
        lines = [part for line in judged.split("\n") for part in Content(line).wrap(max(1, width))]
        return [*lines, Content(""), *difference_lines(_whole(old), _whole(new), titles, width)]

    title = f"{_name(work)} rewrote the letter"
    return await work.ask(DecideDialog(title, lay_out, "Use this one", "Keep mine")) is True


def _whole(letter: Letter) -> str:
    return f"Subject: {letter.subject}\n\n{letter.body}"
