"""How the application of a row stands, from all of its cells that tell: statuses, answers, columns of stages, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from app.etiquette.frozen import dataclass
from app.etiquette.records import OutcomeKind
from app.etiquette.stages import Stage
from app.exchange.sheets.cells import line_of, lines_of
from app.exchange.sheets.columns.holding import flag_of
from app.exchange.sheets.columns.naming import DECIDED
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.notes import note_line
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.several_meanings import together
from app.exchange.sheets.stage_cells import reached
from app.exchange.sheets.stage_results import is_stage_result
from app.exchange.sheets.statuses.meaning import APPLIED, REJECTED, WISH, Meaning
from app.exchange.sheets.statuses.reading import is_status, meaning_of, says_more
from app.exchange.sheets.statuses.sentences import says_sent, told_in
from app.exchange.sheets.unsent import is_unsent, unticked

_BEHIND = re.compile(r"(?P<name>.*\S)\s*[(\[](?P<status>[^()\[\]]{2,40})[)\]]")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an application came, and what of the cells that tell so is worth keeping."""

    meaning: Meaning
    lines: tuple[str, ...]
    """For the notes."""
    dated: tuple[tuple[str, Stage, date], ...]
    """A stage's column, the stage and its day."""
    is_presumed: bool = False
    """Nothing says whether it was sent; that it has no day for it does."""


def standing(cells: Sequence[str], layout: Layout, behind: str) -> Standing:
    """Return how far a row's application came; the words of a status that say more are kept.

    Args:
        behind: a status that stands behind the company.
    """
    lines: list[str] = []
    days: list[tuple[str, Stage, date]] = []
    statuses = [layout.meaning(behind)] if behind else []
    for at in layout.statuses:
        words = layout.words(cells[at])
        if not words:
            continue
        meaning = layout.meaning_in(at, words)
        statuses.append(meaning)
        if says_more(words, meaning):
            header = layout.columns[at].header or "Status"
            lines.append(note_line(header, words) or f"{line_of(header)}: {words}")
    statuses += _answers(cells, layout)
    named: list[Meaning] = []
    for column in layout.stages:
        reading = reached(column, cells[column.index], layout.days)
        if column.stage is not None:
            days += [(line_of(column.header), column.stage.stage, day) for day in reading.days]
        if reading.words:
            lines.append(note_line(column.header, reading.words))
        if reading.meaning is not None:
            named.append(reading.meaning)
    if layout.is_told_in_notes and not statuses and not any(meaning.outcome for meaning in named):
        statuses += [meaning for at in layout.many["notes"] for meaning in told_in(lines_of(cells[at]))]
    if not named and is_unsent(cells, layout, statuses):
        return Standing(WISH.unsure(), tuple(lines), tuple(days), is_presumed=True)
    if not statuses and not named:
        refused = unticked(cells, layout)
        if refused is not None:
            return Standing(WISH, (*lines, *refused), tuple(days))
    is_wish = not statuses and not named and (layout.is_wish_list or layout.is_only_saved(cells))
    if is_wish and layout.is_told_in_notes and any(says_sent(lines_of(cells[at])) for at in layout.many["notes"]):
        is_wish = False
    is_wish = is_wish or (len(statuses) > 1 and _is_turned_away(statuses) and layout.is_undated(cells))
    return Standing(WISH if is_wish else together(statuses, named), tuple(lines), tuple(days))


def status_behind(name: str) -> tuple[str, str]:
    """Return a company's name and the status in brackets behind it, "" where there is none: `Northwind (rejected)`."""
    match = _BEHIND.fullmatch(name)
    if match is None or not is_status(match["status"]) or not meaning_of(match["status"]).is_sure:
        return name, ""
    return match["name"], match["status"]


def _is_turned_away(statuses: Sequence[Meaning]) -> bool:
    """Whether one column says for sure that it was not applied for, and another has a no: that is the user's own."""
    if not any(meaning.is_wish and meaning.is_sure for meaning in statuses):
        return False
    ends = {meaning.outcome for meaning in statuses if meaning.outcome is not None}
    return ends == {OutcomeKind.REJECTED} and all(meaning.is_wish or meaning.outcome for meaning in statuses)


def _answers(cells: Sequence[str], layout: Layout) -> Iterator[Meaning]:
    """Yield what columns about an answer say: an outcome, or a no beside the day on which it came."""
    for column in layout.answers:
        words = line_of(cells[column.index])
        if not words or is_nothing(words):
            continue
        flag = flag_of(words)
        answer = layout.meaning(words) if flag is None else APPLIED
        is_passed = answer.outcome is OutcomeKind.OFFER and is_stage_result(column.header)
        if (answer.outcome is not None or (answer.rank > 0 and answer.is_sure)) and not is_passed:
            yield answer
        elif flag is False and _is_answered(cells, layout):
            yield REJECTED


def _is_answered(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a row has a day of the answer: a no beside it is theirs, not the lack of an answer."""
    return any(layout.days.days(cells[at]) for at in layout.many.get(DECIDED, ()))
