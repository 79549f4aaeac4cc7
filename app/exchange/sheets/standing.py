"""How the application of a row stands, from all of its cells that tell: statuses, answers, columns of stages, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.etiquette.frozen import dataclass
from app.etiquette.stages import Stage
from app.exchange.sheets.cells import line_of, lines_of
from app.exchange.sheets.holding import flag_of
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.meaning import REJECTED, WISH, Meaning
from app.exchange.sheets.naming import APPLIED_FLAG, DECIDED
from app.exchange.sheets.notes import note_line
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.progress import Reached, dated, reached, together
from app.exchange.sheets.statuses import says_more
from app.exchange.sheets.statuses_together import is_vague
from app.exchange.sheets.telling import says_unsent, told_in


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an application came, and what of the cells that tell so is worth keeping."""

    meaning: Meaning
    lines: tuple[str, ...]
    """For the notes."""
    dated: tuple[tuple[str, Stage, date], ...]
    """A stage's column, the stage and its day."""


def standing(cells: Sequence[str], layout: Layout, behind: str) -> Standing:
    """Return how far a row's application came; the words of a status that say more are kept.

    Args:
        behind: a status that stands behind the company.
    """
    lines: list[str] = []
    days: list[tuple[str, Stage, date]] = []
    statuses = [layout.meaning(behind)] if behind else []
    for at in (*layout.many.get("status", ()), *layout.many.get("decision", ())):
        words = line_of(cells[at])
        if not words:
            continue
        meaning = layout.meaning_in(at, words)
        if layout.together.is_log and is_vague(words) and layout.is_undated(cells):
            meaning = WISH.unsure()
        statuses.append(meaning)
        if says_more(words, meaning):
            header = layout.columns[at].header or "Status"
            lines.append(note_line(header, words) or f"{line_of(header)}: {words}")
    statuses += _answers(cells, layout)
    if statuses and all(map(_is_open, statuses)) and _is_noted_as_unsent(cells, layout):
        statuses = [WISH.unsure()]
    named: list[Meaning] = []
    for column in layout.stages:
        reading: Reached = reached(column, cells[column.index], layout.days)
        if column.stage is not None:
            days += dated(line_of(column.header), column.stage, reading.days)
        if reading.words:
            lines.append(note_line(column.header, reading.words))
        if reading.meaning is not None:
            named.append(reading.meaning)
    if layout.is_told_in_notes and not statuses and not any(meaning.outcome for meaning in named):
        statuses += [meaning for at in layout.many["notes"] for meaning in told_in(lines_of(cells[at]))]
    if not statuses and not named:
        refused = _unticked(cells, layout)
        if refused is not None:
            return Standing(WISH, (*lines, *refused), tuple(days))
    is_wish = layout.is_wish_list or (not statuses and not named and layout.is_only_saved(cells))
    return Standing(WISH if is_wish else together(statuses, named), tuple(lines), tuple(days))


def _is_open(meaning: Meaning) -> bool:
    return meaning.outcome is None and meaning.rank == 0 and not meaning.is_wish


def _is_noted_as_unsent(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a note says that it was not sent, in a row whose statuses are vague and that has no day of it."""
    if any(layout.days.days(cells[at]) for at in layout.many.get("applied_on", ())):
        return False
    words = [line_of(cells[at]) for at in (*layout.many.get("status", ()), *layout.many.get("decision", ()))]
    is_told = any(word and not is_vague(word) for word in words)
    return not is_told and any(says_unsent(lines_of(cells[at])) for at in layout.many.get("notes", ()))


def _answers(cells: Sequence[str], layout: Layout) -> Iterator[Meaning]:
    """Yield what columns about an answer say: an outcome, or a no beside the day on which it came."""
    for column in layout.answers:
        words = line_of(cells[column.index])
        if not words or is_nothing(words):
            continue
        flag = flag_of(words)
        if flag is None and (answer := layout.meaning(words)).outcome is not None:
            yield answer
        elif flag is False and _is_answered(cells, layout):
            yield REJECTED


def _is_answered(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a row has a day of the answer: a no beside it is theirs, not the lack of an answer."""
    return any(layout.days.days(cells[at]) for at in layout.many.get(DECIDED, ()))


def _unticked(cells: Sequence[str], layout: Layout) -> list[str] | None:
    """Lines for the notes of a row that says in its place for the day or the tick that it was not applied for."""
    if APPLIED_FLAG in layout.one:
        at = layout.one[APPLIED_FLAG]
        flag = cells[at].strip()
        if flag and flag_of(flag) is False:
            return [f"{line_of(layout.columns[at].header)}: {line_of(flag) or 'no'}"]
        if not flag and layout.is_ticked:
            return []
    return [] if layout.says_not_yet(cells) else None
