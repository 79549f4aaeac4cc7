"""Copy a text to the clipboard: the terminal's, tmux's, and the system's where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.waiting import waited_for

if TYPE_CHECKING:
    from app.ui.work import Work


async def copied(work: Work, text: str, what: str = "it") -> str:
    """Copy a text and return a sentence that says where it is.

    Args:
        what: what the text is, such as `the link`.
    """
    from app.letters.clipboard import copy as copy_to_system

    done = await waited_for(work, "Copying ...", lambda _: copy_to_system(text), lambda: True)
    work.dashboard.copy_to_clipboard(text)
    return done.where(what)
