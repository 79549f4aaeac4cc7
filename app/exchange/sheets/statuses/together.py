"""What the statuses of a whole sheet say of single ones: of "pending" where others are "applied" and "skipped"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.etiquette.records import OutcomeKind
from app.exchange.sheets.folding import plain
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.statuses.meaning import APPLIED, WISH, Meaning
from app.exchange.sheets.statuses.reading import NOT_APPLIED, SKIPPED_ROW, STILL_OPEN, meaning_of, name_of

_FAILED = frozenset(
    {"manual", "failed", "fail", "failure", "error", "errored", "timeout", "crashed", "fehlgeschlagen", "echec"}
)
_SUCCESS = frozenset({"success", "successful", "ok", "done", "complete", "sucesso", "exito", "erfolgreich", "succes"})
_OPEN = frozenset(
    {"pending", "open", "still open", "queue", "waiting", "offen", "ouvert", "abierta", "abierto", "aberta"}
)
_UNTOLD = frozenset({"", "perhaps in process"})
"""What the table calls words that are not understood, or might mean anything."""
_GOES_ON = frozenset({"", "in process", "perhaps in process", STILL_OPEN})
_SENT = "sent"
_UNSENT = frozenset({SKIPPED_ROW, NOT_APPLIED})


def is_vague(words: str) -> bool:
    """Return whether a status says no more than that something is open, or nothing that is understood."""
    meaning = meaning_of(words)
    is_open = meaning.outcome is None and meaning.rank == 0 and not meaning.is_wish
    return is_open and not is_nothing(words) and name_of(words) in _GOES_ON


@dataclass(frozen=True, slots=True)
class Context:
    """What kind of list the statuses of a sheet make, in which each of them is read."""

    is_log: bool = False
    """Some rows say that they were skipped, or were not applied for: a success is an application sent, no offer."""
    is_sorting: bool = False
    """The rows that were sent say so, in a list of what can be applied for: those that say little were not."""
    is_unsent: bool = False
    """Nothing in the list was sent: what is rejected there was sorted out by its writer."""

    def meaning(self, words: str) -> Meaning:
        """Return what a status means in such a list."""
        folded = plain(words)
        if self.is_log and folded in _SUCCESS:
            return APPLIED
        if self.is_log and folded in _FAILED:
            return WISH
        meaning = meaning_of(words)
        is_little = self.is_sorting and is_vague(words) and (folded in _OPEN or name_of(words) in _UNTOLD)
        is_sorted_out = self.is_unsent and meaning.outcome is OutcomeKind.REJECTED
        return WISH.unsure() if is_little or is_sorted_out else meaning


def context_of(statuses: Sequence[str], *, lists_postings: bool, has_day: bool, is_never_dated: bool) -> Context:
    """Return what kind of list a sheet is.

    Args:
        statuses: its different statuses.
        lists_postings: whether its columns tell of postings.
        has_day: whether it has a column for the day applied on.
        is_never_dated: whether that column holds nothing, though the sheet says when each posting was found.
    """
    names = {name_of(words) for words in statuses}
    is_log = bool(names & _UNSENT)
    meanings = [meaning_of(words) for words in statuses]
    ends = [meaning for meaning in meanings if meaning.outcome is OutcomeKind.REJECTED]
    return Context(
        is_log,
        is_sorting=_SENT in names and not has_day and (is_log or lists_postings),
        is_unsent=is_never_dated and 0 < len(ends) < len(meanings) == len(ends) + sum(m.is_wish for m in meanings),
    )
