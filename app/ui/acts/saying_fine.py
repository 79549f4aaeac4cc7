"""The user says that a finding of the checker is fine, or takes that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.etiquette.errors import RefusedError

if TYPE_CHECKING:
    from app.ui.work import Work


async def fine(work: Work) -> None:
    """Let the finding under the cursor, or the first open one, pass in this letter; the same key takes it back."""
    from app.hunt.said_fine import digest_of, finding_meant, turn_around

    pane = work.screen.letter_pane
    letter, report = pane.letter, work.typing.whole_report()
    if letter is None or report is None:
        raise RefusedError("Open a letter first.", can_override=False)
    editor, body = pane.editor, pane.body
    finding = finding_meant(report, letter.id, body, editor.cursor_index)
    if finding is None:
        raise RefusedError("Nothing is wrong with this letter.", can_override=False)
    is_fine = turn_around(digest_of(finding, letter.id, body))
    if finding.start is not None:
        editor.cursor_to(finding.start)
    work.typing.check()
    work.tell("The checker won't mention this again." if is_fine else "The checker will mention this again.")
