"""An import's plan as rows of text, for its preview. Pure."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from textual.content import Content

from app.etiquette.text import clean
from app.etiquette.time.lengths import count
from app.exchange.contents import SHEET_FIELDS, FileContents, Sheet, SheetColumn
from app.hunt.intake.plan import Fate, Line, Plan, Proposal, What
from app.hunt.intake.row_words import row_key
from app.ui.presentation import QUIET, row, shortened

_FATES = {
    Fate.NEW: ("+", "$success"),
    Fate.CHANGED: ("~", "$warning"),
    Fate.THERE: ("=", QUIET),
    Fate.REPEATED: ("=", QUIET),
    Fate.REPORTED: ("!", "bold $error"),
    Fate.LEFT: ("□", QUIET),
}
_QUOTED = re.compile("(?<=“)[^”]*(?=”)")
_LEAST_VALUE = 6
"""Cells that a quoted value keeps, however narrow the list."""
_ORDER = {
    fate: place
    for place, fate in enumerate((Fate.REPORTED, Fate.CHANGED, Fate.NEW, Fate.LEFT, Fate.REPEATED, Fate.THERE))
}
_MAY_BE_LEFT = (Fate.NEW, Fate.CHANGED, Fate.LEFT)


class PreviewRow(NamedTuple):
    """One line of the preview. `proposal` is its key, or that of a sheet's row; "" for what is only said."""

    mark: str
    text: str
    right: str = ""
    style: str = ""
    file: str = ""
    proposal: str = ""
    is_heading: bool = False
    is_difference: bool = False


def preview_rows(plan: Plan) -> list[PreviewRow]:
    """Return what differs, the outcomes, what is asked, what is proposed, and each file's rows, the ones that want a
    look first."""
    asked = [proposal for proposal in plan.proposals if proposal.verb is None]
    differences = [proposal for proposal in plan.proposals if proposal.what is What.DIFFERENCE]
    outcomes = [
        proposal
        for proposal in plan.proposals
        if proposal.verb is not None and proposal.wants_key and proposal.what is not What.DIFFERENCE
    ]
    proposed = [
        proposal
        for proposal in plan.proposals
        if proposal.verb is not None and not proposal.wants_key and proposal.what not in (What.POSTING, What.DIFFERENCE)
    ]
    postings = [proposal for proposal in plan.proposals if proposal.verb is not None and proposal.what is What.POSTING]
    rows: list[PreviewRow] = []
    for _, at_one in groupby(differences, key=lambda proposal: (proposal.file, proposal.application_id)):
        rows += _differing(list(at_one))
    for title, proposals in (
        ("They've decided: press space to record an outcome", outcomes),
        ("Which application do these belong to? Press space to answer", asked),
        ("From calendars and mail: press space to include or skip one", proposed),
        ("Postings: press space to include or skip one", postings),
    ):
        if proposals:
            rows += [_heading(f"{title} ({len(proposals)})"), *map(_proposal, proposals)]
    lines = plan.lines_by_file()
    for file in plan.files:
        rows += _file(file, lines.get(file.file, []))
    if plan.notes:
        rows.append(_heading(f"Left out ({len(plan.notes)})"))
        rows += [PreviewRow("·", clean(note), style=QUIET) for note in plan.notes]
    return rows


def draw(preview: PreviewRow, width: int) -> Content:
    """Return one line of the preview."""
    if preview.is_heading:
        return row([(preview.text, width, "bold $primary")], "", "", width)
    text = _both_values_in(preview.text, width - 3) if preview.is_difference else preview.text
    return row([(f"{preview.mark} ", 2, preview.style)], text, f" {preview.right}", width, QUIET)


def _both_values_in(text: str, width: int) -> str:
    """Return a difference cut to a width: its quoted values give way alike, so that both are seen."""
    quoted = _QUOTED.findall(text)
    over = Content(text).cell_length - width
    if over <= 0 or not quoted:
        return text
    room = max(_LEAST_VALUE * len(quoted), sum(Content(value).cell_length for value in quoted) - over)
    least = min(Content(value).cell_length for value in quoted)
    most = room - min(least, room // 2) if len(quoted) > 1 else room  # a short value leaves its room to the other one
    return _QUOTED.sub(lambda value: shortened(value[0], most), text)


def _heading(text: str, file: str = "") -> PreviewRow:
    return PreviewRow("", text, file=file, is_heading=True)


def _differing(differences: list[Proposal]) -> list[PreviewRow]:
    """Return where an export differs about one application, under its name."""
    fit = differences[0].fit
    assert fit is not None
    heading = _heading(clean(f"{fit.company}, {fit.role}: different in the file ({len(differences)})"))
    return [heading, *map(_proposal, differences)]


def _proposal(proposal: Proposal) -> PreviewRow:
    mark = "?" if proposal.verb is None else "■" if proposal.is_taken else "□"
    style = "bold $warning" if proposal.verb is None else "$success" if proposal.is_taken else QUIET
    fit = proposal.fit
    if proposal.problem or proposal.what is What.DIFFERENCE or proposal.is_new:
        where = proposal.problem
    elif fit is not None:
        where = f"{fit.company}, {fit.role} ({fit.why})"
    else:
        first = proposal.text.split("\n", 1)[0]
        where = first or "doesn't match any application here"
    where = f"{proposal.doubt} {where}" if proposal.doubt else where
    words = f"{proposal.title} · {where}" if where else proposal.title
    is_difference = proposal.what is What.DIFFERENCE
    return PreviewRow(mark, clean(words), "", style, proposal.file, proposal.key, is_difference=is_difference)


def _file(file: FileContents, lines: list[Line]) -> list[PreviewRow]:
    if not lines and not file.notes and file.sheet is None:
        return []
    counts = {fate: sum(line.fate is fate for line in lines) for fate in _ORDER}
    parts = [f"{number} {fate.value}" for fate, number in counts.items() if number]
    left = file.merged - counts[Fate.THERE] - counts[Fate.REPEATED]
    parts += [f"{left} duplicate"] if left > 0 else []
    rows = [_heading(clean(f"{file.file}: {', '.join(parts) or _otherwise(file)}"), file.file)]
    if file.sheet is not None:
        sentences = sheet_sentences(file.sheet)
        rows += [PreviewRow(key, sentence, style="bold $accent", file=file.file) for key, sentence in sentences]
    rows += [PreviewRow("·", clean(note), style="$accent", file=file.file) for note in file.notes]
    ranked = sorted(lines, key=_rank)
    return rows + [_line(line, is_of_sheet=file.sheet is not None) for line in ranked]


def _rank(line: Line) -> tuple[int, int]:
    """Return where a line stands; one that is left out, where it stood before."""
    return _ORDER[Fate.NEW if line.fate is Fate.LEFT else line.fate], line.line


def _otherwise(file: FileContents) -> str:
    """Return what is said of a file without rows."""
    return f"{count(len(file.messages), 'email')} read" if file.messages else "nothing to import"


def _line(line: Line, *, is_of_sheet: bool) -> PreviewRow:
    mark, style = _FATES[line.fate]
    key = row_key(line.file, line.line) if is_of_sheet and line.fate in _MAY_BE_LEFT else ""
    return PreviewRow(mark, clean(line.text), f"line {line.line}", style, line.file, key)


def sheet_sentences(sheet: Sheet) -> list[tuple[str, str]]:
    """Return how a spreadsheet was read, what is not sure first, each with the key that corrects it."""
    sentences = []
    unsure = [status for status in sheet.statuses if not status.is_sure]
    if unsure:
        words = ", ".join(f"“{clean(status.words)}”" for status in unsure[:4])
        sentences.append(("s", f"not sure what these mean: {words}"))
    if sheet.date_order is not None:
        sure = "" if sheet.date_order_is_sure else ", but that isn't certain: check them below"
        sentences.append(("d", f"dates are read {sheet.date_order.value}{sure}"))
    columns = ", ".join(_column(column) for column in sheet.columns if column.field)
    return [*sentences, ("c", f"columns: {columns}")]


def _column(column: SheetColumn) -> str:
    """Return a column's header, and what it holds if that has another name."""
    title = SHEET_FIELDS[column.field]
    header = clean(column.header) or f"column {column.index + 1}"
    return header if header.casefold() == title.casefold() else f"{header} → {title[:1].lower()}{title[1:]}"
