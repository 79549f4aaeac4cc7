"""Drawings in a status, and what each says as a guess; those for yes and no are in `flags`."""

from __future__ import annotations

from app.exchange.sheets.statuses.meaning import APPLIED, INTERVIEWED, NO_RESPONSE, OFFER, REJECTED, WISH, Meaning

DRAWN: dict[str, Meaning] = {
    **dict.fromkeys("❌✗✘✖🚫⛔🛑👎💔😢😭😞🙁☹🙅", REJECTED.unsure()),
    **dict.fromkeys("👻💀🪦🦗", NO_RESPONSE.unsure()),
    **dict.fromkeys("🎉🥳🎊🏆🍾", OFFER.unsure()),
    **dict.fromkeys("📞☎🗣🎤💬", INTERVIEWED.unsure()),
    **dict.fromkeys("⏳⌛🕐📨📤📩📧📮✅👀", APPLIED.unsure()),
    **dict.fromkeys("📌⭐🔖", WISH.unsure()),
}


def drawn(words: str) -> Meaning | None:
    """Return what the first drawing in a cell says, None when it has none."""
    return next((DRAWN[letter] for letter in words if letter in DRAWN), None)


def drawn_end(words: str) -> Meaning | None:
    """Return the end that a drawing tells beside words: `Onsite ✗`, `Applied 👻`. None when there is none."""
    ends = (DRAWN[letter] for letter in words if letter in DRAWN)
    return next((end for end in ends if end.outcome in (REJECTED.outcome, NO_RESPONSE.outcome)), None)
