"""One row of a spreadsheet as an application, or as a row that cannot be taken, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.etiquette.stages import Stage
from app.exchange.contents import ReportedRow, TakenRow
from app.exchange.sheets.cells import line_of, lines_of, link_of
from app.exchange.sheets.columns.holding import emails_in, is_url
from app.exchange.sheets.columns.naming import (
    LOGGED,
    REFERENCE,
    SUBJECT,
    TEAM,
)
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.endings import ending
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.notes import joined, note_line
from app.exchange.sheets.parting import Halves, role_in_subject
from app.exchange.sheets.people import named_people
from app.exchange.sheets.placeholders import is_nothing, is_unnamed
from app.exchange.sheets.refusals import no_application
from app.exchange.sheets.standing import standing, status_behind
from app.exchange.sheets.statuses.meaning import Meaning
from app.exchange.sheets.statuses.sentences import day_sent
from app.exchange.sheets.tables.records import Record
from app.exchange.sheets.words.priorities import PRIORITIES


def read_row(record: Record, layout: Layout) -> TakenRow | ReportedRow:
    """Return a row as an application; one without a company, or that is none, with the reason."""
    if record.problem:
        return ReportedRow(record.line, record.problem)
    cells = record.cells
    if len(cells) < len(layout.columns):
        cells = [*cells, *[""] * (len(layout.columns) - len(cells))]
    row = _Row(record, cells, layout)
    halves = row.halves()
    reason = no_application(halves.company, row.line("role"), cells, layout)
    return ReportedRow(record.line, reason) if reason else row.taken(halves)


def _ids(cells: Sequence[str], layout: Layout) -> tuple[str, ...]:
    """What tells a row apart from another application for the same role, as the notes have it."""
    at = [*layout.many.get(REFERENCE, ()), *layout.many.get(TEAM, ())]
    return tuple(line for index in at if (line := note_line(layout.columns[index].header, cells[index])))


class _Row:
    """A row while it is read: what is found goes into a field, what else is worth keeping into the lines."""

    def __init__(self, record: Record, cells: Sequence[str], layout: Layout):
        self.record = record
        self.cells = cells
        self.layout = layout
        self.lines: list[str] = []
        self.dated: list[tuple[str, Stage, date]] = []

    def cell(self, wanted: str) -> str:
        """The cell of a field, "" when the file has none."""
        at = self.layout.one.get(wanted)
        return "" if at is None else self.cells[at]

    def line(self, wanted: str) -> str:
        """The same as one clean line."""
        return line_of(self.cell(wanted))

    def all_of(self, wanted: str, between: str) -> str:
        """All columns of a field as one text, none twice."""
        lines = [line_of(self.cells[at]) for at in self.layout.many.get(wanted, ())]
        return between.join(dict.fromkeys(line for line in lines if line))

    def halves(self) -> Halves:
        """Company and role, each from its column or out of the one where both stand."""
        split = self.layout.split
        company, role = self.line("company"), self.line("role")
        if is_unnamed(role):
            self.keep("role", role)
            role = ""
        if split is not None:
            whole = line_of(self.cells[split.index])
            parted = split.halves(whole)
            if parted is not None:
                return replace(parted, company=line_of(parted.company), role=line_of(parted.role))
            if "company" not in self.layout.one:
                self.lines.append(whole)
            return Halves(company, role if self.layout.one.get("role") != split.index else "")
        if not role and SUBJECT in self.layout.one:
            role = role_in_subject(self.line(SUBJECT), company)
        return Halves(company, role)

    def taken(self, halves: Halves) -> TakenRow:
        """Return the application."""
        is_behind = halves.company[-1:] in (")", "]") and self.is_untold()
        company, behind = status_behind(halves.company) if is_behind else (halves.company, "")
        stands = standing(self.cells, self.layout, behind)
        meaning = stands.meaning
        if stands.is_presumed:
            self.layout.presumed.append(self.record.line)
        self.lines += stands.lines
        self.dated += stands.dated
        applied_on = self.applied_on(meaning, halves.day)
        url, layout = self.link(), self.layout
        contact, address, others = self.people()
        reply_by = self.day("reply_by")
        ends = ending(self.cells, layout, meaning, applied_on, self.dated)
        self.dated += ends.dated
        self.lines += ends.lines
        own = [lines_of(self.cells[at]) for at in layout.many.get("notes", ())]
        for column in layout.others:
            self.lines.append(note_line(column.header, self.cells[column.index]))
        for extra in self.cells[len(layout.columns) :]:
            self.lines.append(note_line("", extra))
        return TakenRow(
            self.record.line,
            company,
            halves.role,
            stage=meaning.stage,
            outcome=meaning.outcome,
            applied_on=applied_on,
            url=url,
            location=self.all_of("location", ", "),
            source=self.line("source"),
            notes=joined(own, self.lines),
            salary=self.all_of("salary", " - "),
            priority=self.priority(),
            contact=contact,
            contact_email=address,
            reply_by=reply_by,
            dated=tuple(self.dated),
            decision=meaning.decision,
            others=others,
            saved=meaning.is_wish,
            outcome_on=ends.outcome_on,
            replied_on=ends.replied_on,
            ids=_ids(self.cells, layout),
        )

    def is_untold(self) -> bool:
        """Return whether no column says how the application stands: there is none, or all of them are blank."""
        layout = self.layout
        at = [*layout.statuses, *(column.index for column in layout.stages)]
        return layout.is_untold or all(is_nothing(self.cells[index]) for index in at)

    def keep(self, wanted: str, cell: str, unnamed: str = "") -> None:
        """Put what a field cannot hold into the notes, under its column's name."""
        header = self.layout.columns[self.layout.one[wanted]].header
        self.lines.append(note_line(header or unnamed, cell))

    def applied_on(self, meaning: Meaning, before: str) -> date | None:
        """The day applied on; the first of several. What cannot be read, and further days, are kept in the notes.

        What was not applied for has none, whatever day its row tells.

        Args:
            before: a day that stood before company and role in their cell.
        """
        wanted = "applied_on" if "applied_on" in self.layout.one else LOGGED
        if self.layout.is_inbox and (meaning.outcome is not None or meaning.rank > 0):
            return None
        cell = self.cell(wanted)
        if not cell.strip():
            days = self.layout.days.days(before)
            told_at = (*self.layout.many.get("status", ()), *self.layout.many.get("notes", ()))
            sent = [day for at in told_at if (day := day_sent(lines_of(self.cells[at]), self.layout.days)) is not None]
            return min(days or sent, default=None) if not meaning.is_wish else None
        days = self.layout.days.days_so_far(cell)
        if not days or len(days) > 1 or meaning.is_wish or not looks_like_day(cell):
            is_number = days and cell.strip().replace(".", "").isdigit()
            if not is_number or meaning.is_wish:
                self.keep(wanted, cell, unnamed="Date")
        return min(days) if days and not meaning.is_wish else None

    def day(self, wanted: str) -> date | None:
        """The day of a field; what cannot be read is kept in the notes."""
        cell = self.cell(wanted)
        days = self.layout.days.days(cell)
        if not days and cell.strip():
            self.keep(wanted, cell)
        return days[0] if days else None

    def link(self) -> str:
        """Return the link of its column, else one behind the company or role; words in its place become notes."""
        cell = self.cell("url")
        url = link_of(cell)
        if url or not cell.strip():
            return url or link_of(self.cell("role")) or link_of(self.cell("company"))
        words = line_of(cell)
        if is_url(words):
            return words
        self.keep("url", words)
        return ""

    def people(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Name and address of the person named, and the addresses of others."""
        cell = self.cell("contact_email")
        if cell.strip() and not emails_in(cell):
            self.keep("contact_email", cell)
        return named_people(self.line("contact"), cell, self.layout.own_address)

    def priority(self) -> int:
        """3 high, 2 medium, 1 low; a bare number may count either way, and is kept in the notes."""
        words = self.line("priority")
        if not words:
            return 0
        folded = words.casefold()
        for number, pattern in PRIORITIES:
            if pattern.search(folded):
                return number
        self.keep("priority", words)
        return 0
