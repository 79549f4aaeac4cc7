"""Records as styled text: pure, and the only place that styles what users wrote. Widths are in terminal cells."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from app.etiquette.letter_kinds import DEMANDS
from app.etiquette.records import Application, Letter, LetterStatus, OutcomeKind
from app.etiquette.stages import STAGE_ORDER, STAGE_TITLES, Stage
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.steps.timeline import Entry
from app.etiquette.steps.wording import MARKS, URGENCY_TITLES, say_what, say_when
from app.etiquette.time.dates import ago, local, local_day, say_clock, say_date, say_day, say_moment
from app.etiquette.titles import OUTCOME_TITLES, SENT_HOW
from app.hunt.due import Due
from app.hunt.snapshot import PipelineRow, Snapshot
from app.ui.registry.commands import groups, shown_keys
from app.ui.registry.here import Pane

if TYPE_CHECKING:
    from app.etiquette.checks.findings import Report

STYLES = {
    Urgency.LATE: "bold $error",
    Urgency.DUE: "$warning",
    Urgency.OPEN: "$success",
    Urgency.NOT_YET: "$foreground 65%",
}
_QUIET = "$foreground 65%"
_WIDE, _NARROW = 22, 13
"""The timeline's column for a day with its time, and for a day alone, with the gap after it."""
_SHORT_WHEN = len("until Nov 27")
PRIORITY_MARKS = ("", "▹", "▸", "▶")


def fitted(text: str, width: int) -> Content:
    """Return text cut or padded to exactly `width` cells, with an ellipsis where it was cut."""
    content = Content(text)
    if content.cell_length > width:
        return content.truncate(max(0, width), ellipsis=True, pad=True)
    return content.pad_right(width - content.cell_length)


def row(left: list[tuple[str, int, str]], rest: str, right: str, width: int, style: str = "") -> Content:
    """Return one line: columns of fixed width at the left, the rest, and a text at the right edge.

    Args:
        left: (text, width, style) of each column.
    """
    parts = [fitted(text, cells).stylize(look) if look else fitted(text, cells) for text, cells, look in left]
    used = sum(part.cell_length for part in parts)
    end = Content(right)
    most = room_at_the_end(width - used)
    end = end if end.cell_length <= most else fitted(right, most)
    middle = fitted(rest, max(0, width - used - end.cell_length))
    line = Content.assemble(*parts, middle, end.stylize(style) if style else end)
    return line.truncate(max(0, width), pad=True) if line.cell_length != width else line


def room_at_the_end(width: int) -> int:
    """Return how many cells the text at a line's right edge may take, of those that its columns leave."""
    return max(0, width) // 2 + 4


def header(screen: Snapshot, now: datetime, zone: tzinfo, width: int, waiting: int = 0) -> Content:
    """Return the first line: how many steps press, what waits from the mailbox, and the user's clock.

    Args:
        waiting: things of the mailbox that nobody has decided on.
    """
    counts = [(screen.count(urgency), urgency) for urgency in Urgency]
    there = local(now, zone)
    clock = f"{say_day(there.date(), there.date())}  {say_clock(there)} "
    name = Content.styled(" afterword  ", "bold")
    parts: list[Content] = []
    for number, urgency in counts if screen.is_read else ():
        style = STYLES[urgency] if number else _QUIET
        parts += [Content.styled(f" {MARKS[urgency]} {number} {URGENCY_TITLES[urgency]}", style), Content(" ")]
    if waiting:
        parts += [Content.styled(f" ✉ {waiting} in your inbox (m)", "$accent"), Content(" ")]
    for left, right in (((name, *parts), clock), (parts, clock), (parts, clock.rsplit("  ", 1)[1])):
        line = Content.assemble(*left)
        gap = width - line.cell_length - len(right)
        if gap > 0:
            return Content.assemble(line, Content(" " * gap), Content.styled(right, _QUIET))
    return Content.assemble(*parts)


def due_row(item: Due, now: datetime, zone: tzinfo, width: int) -> Content:
    """Return one line of the due list: mark, company, what to do, how soon."""
    style = STYLES[item.step.urgency]
    company = min(22, max(8, width // 3 - 2))
    name = item.company or "Your search"
    what = say_what(item.step, item.person)
    left = width - company - 3
    room = min(room_at_the_end(left), max(left - len(what), _SHORT_WHEN + 1)) - 1
    return row(
        [(MARKS[item.step.urgency] + " ", 2, style), (name, company, "bold"), ("", 1, "")],
        what,
        " " + say_when(item.step, now, zone, room),
        width,
        style,
    )


def pipeline_row(item: PipelineRow, today_year: int, width: int, *, is_marked: bool = False) -> Content:
    """Return one line of the pipeline: company, role, and the day or the outcome that counts.

    Args:
        is_marked: say instead that it is archived.
    """
    company = min(26, max(8, width * 2 // 5))
    if is_marked:
        end = "archived"
    elif item.outcome_kind is not None:
        end = OUTCOME_TITLES[OutcomeKind(item.outcome_kind)]
    elif item.reply_by is not None:
        end = say_date(item.reply_by, today_year)
    else:
        end = ""
    mark = PRIORITY_MARKS[item.priority] if 0 <= item.priority < len(PRIORITY_MARKS) else ""
    return row(
        [(mark, 2, "$accent"), (item.company, company, "bold"), ("", 1, "")], item.role, f" {end}", width, _QUIET
    )


def entry_row(entry: Entry, now: datetime, zone: tzinfo, width: int) -> Content:
    """Return one line of the timeline: when, a mark, what happened or may."""
    there, today = local(entry.at, zone), local_day(now, zone)
    column = _WIDE if width >= _WIDE * 2 + _WIDE // 2 else _NARROW
    when = say_day(there.date(), today)
    if column == _WIDE and not entry.is_day and there.year == today.year:
        when = f"{when:11} {say_clock(there):>8}"
    when = when if len(when) < column else say_date(there.date(), today.year)
    style = _QUIET if entry.is_future else ""
    mark = "◇" if entry.is_future else ENTRY_MARKS.get(entry.what, "·")
    return row([(when, column, _QUIET), (f"{mark} ", 2, "$accent")], entry.text.split("\n", 1)[0], "", width, style)


ENTRY_MARKS = {
    "application_added": "+",
    "interview_held": "◆",
    "interview_planned": "◇",
    "interview_missed": "✗",
    "stood_out": "✎",
    "note": "✎",
    "letter_sent": "✉",
    "they_answered": "↩",
    "maybe_answer": "?",
    "away": "↩",
    "outcome_recorded": "■",
    "reopened": "□",
    "thanks_complete": "●",
    "reply_by_known": "●",
    "stage_told": "●",
}


def letter_heading(application: Application, letter: Letter, now: datetime, zone: tzinfo) -> Content:
    """Return the line above a letter: what it is, to whom, and how it stands."""
    person = application.person(letter.to)
    name = application.addressee(letter.to)
    address = f" <{person.email}>" if person and person.email and person.email != name else ""
    if letter.status is LetterStatus.SENT and letter.sent is not None:
        state = f"  sent {say_moment(letter.sent, now, zone)}" + (
            f", {SENT_HOW.get(letter.how, letter.how)}" if letter.how else ""
        )
    elif letter.status is LetterStatus.SENDING:
        state = "  was it sent? press s"
    else:
        state = "  draft"
    return Content.assemble(
        Content.styled(DEMANDS[letter.kind].title, "bold"),
        Content(f" to {name}{address}"),
        Content.styled(state, _QUIET),
    )


def stage_title(stage: Stage, outcome: str | None = None) -> str:
    """Return how a stage is called on screen, an outcome by its kind."""
    return OUTCOME_TITLES[OutcomeKind(outcome)] if outcome else STAGE_TITLES[stage]


def reason(step: Step, now: datetime, zone: tzinfo) -> Content:
    """Return why a step stands where it does, for the line under the lists."""
    when = say_when(step, now, zone)
    return Content.assemble(
        Content.styled(f"{MARKS[step.urgency]} {when}. " if when else "", Style()),
        Content.styled(step.reason_on(local_day(now, zone)), _QUIET),
    )


def stage_bar(application: Application, width: int) -> Content:
    """Return the line of stages, the reached ones filled, the present one standing out."""
    stages = list(Stage)[1:] if application.stage is not Stage.APPLIED or application.interviews else list(Stage)
    outcome = application.outcome
    last = application.stage if outcome is None else outcome.came_from
    parts: list[Content] = []
    marks = ""
    for stage in stages:
        is_now = stage is application.stage
        is_reached = is_now or STAGE_ORDER[stage] <= STAGE_ORDER[last]
        mark = "●" if is_reached else "○"
        title = OUTCOME_TITLES[outcome.kind] if stage is Stage.OUTCOME and outcome else STAGE_TITLES[stage]
        style = "bold $accent" if is_now else ("" if is_reached else _QUIET)
        parts.append(Content.styled(f"{mark} {title}", style))
        marks += mark
    line = Content(" ─ ").join(parts)
    if line.cell_length <= width:
        return line
    present = stage_title(application.stage, outcome.kind if outcome else None)
    return Content.assemble(Content(f"{marks} "), Content.styled(present, "bold $accent"))


def gauge(step: Step, now: datetime, zone: tzinfo, width: int) -> Content:
    """Return how far a step's window has run: `Thank ▕███░░▏ 4 h left, then overdue`, or when it opens."""
    what = say_what(step, None)
    end = step.late or step.due
    if step.urgency is Urgency.NOT_YET or end is None:
        return Content.assemble(
            f"{what}  ", Content.styled(say_when(step, now, zone) or URGENCY_TITLES[Urgency.OPEN], STYLES[step.urgency])
        )
    total, gone = (end - step.opens).total_seconds(), (now - step.opens).total_seconds()
    share = min(1.0, max(0.0, gone / total)) if total > 0 else 1.0
    words = f" {ago(end, now)} left, then overdue" if step.late and share < 1 else f" {say_when(step, now, zone)}"
    cells = max(4, min(34, width - len(what) - len(words) - 4))
    full = round(share * cells)
    bar = Content.assemble(
        "▕", Content.styled("█" * full, STYLES[step.urgency]), Content.styled("░" * (cells - full), _QUIET), "▏"
    )
    return Content.assemble(f"{what} ", bar, Content.styled(words, STYLES[step.urgency]))


def now_line(width: int) -> Content:
    """Return the timeline's line between what happened and what may."""
    side = max(0, (width - 5) // 2)
    return Content.styled(f"{'─' * side} now {'─' * max(0, width - side - 5)}", "$accent")


def group_row(title: str, count: int, is_folded: bool, width: int) -> Content:
    """Return the heading of a group of the pipeline."""
    return Content.styled(f"{'▸' if is_folded else '▾'} {title} ({count})", "bold $primary").truncate(
        max(0, width), pad=True
    )


def tabs(pane: Pane, chosen: Pane, to_do: int, total: int, width: int) -> Content:
    """Return the line that says which pane of several is shown, for terminals that show one at a time."""
    first = f"1 Pipeline {total}" if chosen is Pane.PIPELINE else f"1 Due {to_do}"
    names = ((first, chosen), ("2 Timeline", Pane.TIMELINE), ("3 Letter", Pane.LETTER))
    parts = [Content.styled(f" {name} ", "reverse" if tab_pane is pane else _QUIET) for name, tab_pane in names]
    return Content("│").join(parts).truncate(max(0, width))


def help_text() -> Content:
    """Return every command by group, for the help screen."""
    lines: list[Content] = []
    for group, commands in groups().items():
        lines += [Content(""), Content.styled(group, "bold $primary")]
        for command in commands:
            keys = " ".join(shown_keys(command))
            lines.append(Content.assemble(Content.styled(f"  {keys:13} ", "bold $accent"), command.help))
    moving = "  j k or up down to move, g G or home end to jump, tab for the next pane; the mouse works everywhere."
    return Content("\n").join([Content(moving), *lines])


_VERDICTS = {
    "pass": ("✓", "$success"),
    "warn": ("!", "$warning"),
    "fail": ("✗", "bold $error"),
    "unsure": ("?", "$warning"),
    "skipped": ("·", _QUIET),
}
"""By the verdict's value: the checker's modules are imported behind the first frame."""


def findings_text(report: Report) -> Content:
    """Return what the checker found, what asks for something first; what it could not judge is left out."""
    good = [finding for finding in report.findings if finding.verdict == "pass"]
    lines = []
    for finding in (*report.open, *report.doubts, *good):
        mark, style = _VERDICTS[finding.verdict]
        text = _QUIET if finding.verdict == "pass" else ""
        lines.append(Content.assemble(Content.styled(f"{mark} ", style), Content.styled(finding.message, text)))
    return Content("\n").join(lines)
