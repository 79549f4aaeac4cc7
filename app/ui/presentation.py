"""Records as styled text: pure, and the only place that styles what users wrote. Widths are in terminal cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size

from app.etiquette.records import Application, OutcomeKind
from app.etiquette.stages import STAGE_TITLES, Stage
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.steps.wording import MARKS, URGENCY_TITLES
from app.etiquette.time.dates import ago, local, local_day, say_clock, say_date, say_day
from app.etiquette.titles import OUTCOME_TITLES
from app.hunt.snapshot import PipelineRow, Snapshot
from app.ui.registry.here import Pane
from app.ui.registry.key_names import key_of
from app.ui.wrapping import wrapped

if TYPE_CHECKING:
    from app.etiquette.checks.findings import Report
    from app.ui.textual_.notices import Notice

QUIET = "$foreground 76%"
"""How what matters less is written: it can still be read under the cursor of a list, in each of our themes."""
STYLES = {
    Urgency.LATE: "bold $error",
    Urgency.DUE: "$warning",
    Urgency.OPEN: "$success",
    Urgency.NOT_YET: QUIET,
}
_SHORTEST_MIDDLE = 8
"""Cells from which on a shortened text keeps its end as well as its beginning."""
CHOSEN = "»"
"""Between a row's mark and its company, where the user has marked it."""
PRIORITY_MARKS = ("", "▹", "▸", "▶")
_TINY = Size(60, 18)
_COMPANY_NOW = 16
"""Cells for the company whose interview is under way, in the header."""


def is_tiny(size: Size) -> bool:
    """Return whether a terminal is so small that whatever is dispensable is left out."""
    return size.width < _TINY.width or size.height < _TINY.height


def fitted(text: str, width: int) -> Content:
    """Return text cut or padded to exactly `width` cells, with an ellipsis where it was cut."""
    content = Content(text)
    if content.cell_length > width:
        return content.truncate(max(0, width), ellipsis=True, pad=True)
    return content.pad_right(width - content.cell_length)


def shortened(text: str, width: int) -> str:
    """Return text of at most `width` cells: where it is longer, its middle is left out, so that its beginning and its
    end still tell it from others."""
    content = Content(text)
    if content.cell_length <= width:
        return text
    if width < _SHORTEST_MIDDLE:
        return content.truncate(max(0, width), ellipsis=True).plain
    tail = max(2, (width - 1) // 3)
    words = text.rsplit(" ", 1)
    if len(words) == 2 and Content(words[1]).cell_length <= width // 2:
        tail = max(tail, Content(words[1]).cell_length)
    end = _last_cells(text, tail)
    return f"{content.truncate(width - 1 - Content(end).cell_length).plain.rstrip()}…{end.lstrip()}"


def shortened_to(text: str, width: int) -> Content:
    """Return text of exactly `width` cells: padded, or with its middle left out."""
    return fitted(shortened(text, width), width)


def _last_cells(text: str, cells: int) -> str:
    """Return the end of a text that takes at most so many cells, and begins with no part of a composed character."""
    end = text[-cells:]
    while end and (Content(end).cell_length > cells or not Content(end[0]).cell_length):
        end = end[1:]
    return end


def nothing_matches(sought: str) -> Content:
    """Return what an empty list says while it is searched."""
    clear = f"Press {key_of('leave')} to clear the search."
    return Content(f"Nothing matches “{sought}”, not even in the archive. {clear}")


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
    """Return the first line: how many steps press, what waits from the mailbox, which interview is under way with the
    key of its sheet, and the user's clock.

    Args:
        waiting: things of the mailbox that nobody has decided on.
    """
    counts = [(screen.count(urgency), urgency) for urgency in Urgency]
    there = local(now, zone)
    clock = f"{say_day(there.date(), there.date())}  {say_clock(there)} "
    name = Content.styled(" afterword  ", "bold")
    parts: list[Content] = []
    short: list[Content] = []
    for number, urgency in counts if screen.is_read else ():
        style = STYLES[urgency] if number else QUIET
        parts += [Content.styled(f" {MARKS[urgency]} {number} {URGENCY_TITLES[urgency]}", style), Content(" ")]
        short.append(Content.styled(f" {MARKS[urgency]} {number} ", style))
    if waiting:
        parts += [Content.styled(f" ✉ {waiting} in your inbox ({key_of('inbox')})", "$accent"), Content(" ")]
        short.append(Content.styled(f" ✉ {waiting} ", "$accent"))
    time_alone = clock.rsplit("  ", 1)[1]
    counts_alone = short
    if screen.under_way is not None:
        company, until = (
            shortened(screen.under_way.company, _COMPANY_NOW),
            say_clock(local(screen.under_way.until, zone)),
        )
        taking_place = Content.styled(f" now: {company}, until {until} ({key_of('sheet')})", "bold $accent")
        parts, short = [*parts, taking_place, Content(" ")], [*short, taking_place]
    longest = (([name, *parts], clock), (parts, clock), (parts, time_alone), (parts, ""))
    for left, right in (*longest, (short, time_alone), (short, ""), (counts_alone, time_alone)):
        line = Content.assemble(*left)
        gap = width - line.cell_length - len(right)
        if gap >= 0:
            return Content.assemble(line, Content(" " * gap), Content.styled(right, QUIET))
    return Content.assemble(*counts_alone)


def pipeline_row(item: PipelineRow, today_year: int, width: int, *, is_marked: bool = False) -> Content:
    """Return one line of the pipeline: company, role, and the day or the outcome that counts.

    Args:
        is_marked: say instead that it is archived.
    """
    company = min(26, max(8, width * 2 // 5))
    if is_marked:
        end = "archived"
    elif item.outcome_kind is not None:
        kind = OutcomeKind(item.outcome_kind)
        end = f"{OUTCOME_TITLES[kind]}{f' {item.decision}' if item.decision else ''}"
    elif item.interview is not None:
        end = say_date(item.interview, today_year)
    elif item.reply_by is not None:
        end = say_date(item.reply_by, today_year)
    else:
        end = ""
    mark = PRIORITY_MARKS[item.priority] if 0 <= item.priority < len(PRIORITY_MARKS) else ""
    name = shortened(item.company, company)
    role = shortened(item.role, max(0, width - company - 4 - len(end)))
    return row([(mark, 2, "$accent"), (name, company, "bold"), ("", 1, "")], role, f" {end}", width, QUIET)


def stage_title(stage: Stage, outcome: str | None = None) -> str:
    """Return how a stage is called on screen, an outcome by its kind."""
    return OUTCOME_TITLES[OutcomeKind(outcome)] if outcome else STAGE_TITLES[stage]


def reason(step: Step, now: datetime, zone: tzinfo, width: int) -> Content:
    """Return why a step stands where it does, in lines; its row says how soon."""
    return Content("\n").join(wrapped(Content.styled(step.reason_on(local_day(now, zone)), QUIET), width))


def group_row(title: str, count: int, is_folded: bool, width: int, day: str = "") -> Content:
    """Return the heading of a group of the pipeline.

    Args:
        day: what the day at the end of each of its rows is.
    """
    words = f"{'▸' if is_folded else '▾'} {title[:1].upper()}{title[1:]} ({count})"
    room = width - len(words) - 1
    end = "" if is_folded or room < len(day) else day.rjust(room)
    heading = Content.assemble((words, "bold $primary"), " ", (end, QUIET))
    return heading.truncate(max(0, width), pad=True)


def list_title(shown: Pane, counts: tuple[int, int] | None, marked: int = 0) -> Content:
    """Return the title of the first pane: both lists by their keys, the one that is shown standing out.

    Args:
        counts: how many steps are overdue or due today, and how many applications there are; None: not known yet.
        marked: how many steps are marked.
    """
    names = (f"{key_of('due')} Due", f"{key_of('pipeline')} Pipeline")
    said = [f"{name} {count}" for name, count in zip(names, counts, strict=True)] if counts else names
    styles = ("bold", QUIET) if shown is Pane.DUE else (QUIET, "bold")
    parts = [Content.styled(name, style) for name, style in zip(said, styles, strict=True)]
    if marked:
        parts.append(Content.styled(f"{marked} marked", "bold $accent"))
    return Content(" │ ").join(parts)


def timeline_title(application: Application | None = None) -> str:
    """Return the title of the second pane: its key, and whose timeline it is."""
    what = f"{application.company} · {application.role}" if application else "Timeline"
    return f"{key_of('timeline')} {what}"


def letter_title(*, is_letter: bool) -> str:
    """Return the title of the third pane: its key, and what it shows."""
    return f"{key_of('letter')} {'Letter' if is_letter else 'Details'}"


def tabs(pane: Pane, chosen: Pane, counts: tuple[int, int], width: int, *, is_letter: bool, marked: int = 0) -> Content:
    """Return the line that says which pane of several is shown, for terminals that show one at a time.

    Args:
        counts, marked: as for `list_title`.
        is_letter: whether the third pane shows a letter, else the card.
    """
    pressing, total = counts
    lists = (
        (f"{key_of('due')} Due {pressing}", Pane.DUE),
        (f"{key_of('pipeline')} Pipeline {total}", Pane.PIPELINE),
    )
    others = ((timeline_title(), Pane.TIMELINE), (letter_title(is_letter=is_letter), Pane.LETTER))
    chosen_alone = tuple(tab for tab in lists if tab[1] is chosen)
    line = Content("")
    for first, words in ((lists, " {} marked"), (chosen_alone, " {} marked"), (chosen_alone, f" {CHOSEN}{{}}")):
        parts = [Content.styled(f" {name} ", "reverse" if tab is pane else QUIET) for name, tab in (*first, *others)]
        if marked:
            parts.append(Content.styled(words.format(marked), "bold $accent"))
        line = Content("│").join(parts)
        if line.cell_length <= width:
            break
    return line.truncate(max(0, width))


_SEVERITIES = {"information": ("", QUIET), "warning": ("! ", "$warning"), "error": ("✗ ", "bold $error")}


def hanging(head: Content, text: Content, width: int) -> Iterator[Content]:
    """Yield a text as lines of at most `width` cells, wrapped beside its head."""
    for line in wrapped(text, max(8, width - head.cell_length)):
        yield Content.assemble(head, line)
        head = Content(" " * head.cell_length)


_WAY_BACK = re.compile(r" · \S+ to (?:undo|redo)$")
"""What a notice says of the key that takes it back: later, that key takes back something else."""


def notice_lines(history: Sequence[Notice], now: datetime, width: int) -> list[Content]:
    """Return what was said lately as lines, the last first: when, and how often."""
    lines: list[Content] = []
    for notice in reversed(history):
        mark, style = _SEVERITIES[notice.severity]
        times = f" (×{notice.times})" if notice.times > 1 else ""
        when = ago(datetime.fromtimestamp(notice.raised_at, UTC), now)
        when = when if when == "now" else f"{when} ago"
        head = Content.styled(f"{when:11} {mark}", style)
        lines += hanging(head, Content.assemble(_WAY_BACK.sub("", notice.message), Content.styled(times, QUIET)), width)
    return lines or [Content("No notices yet.")]


_VERDICTS = {
    "pass": ("✓", "$success"),
    "warn": ("!", "$warning"),
    "fail": ("✗", "bold $error"),
    "unsure": ("?", "$warning"),
    "skipped": ("·", QUIET),
}
"""By the verdict's value: the checker's modules are imported behind the first frame."""


def findings_lines(report: Report, width: int) -> list[Content]:
    """Return what the checker found as lines, what asks for something first; what it could not judge is left out."""
    good = [finding for finding in report.findings if finding.verdict == "pass"]
    lines: list[Content] = []
    for finding in (*report.open, *report.doubts, *good):
        mark, style = _VERDICTS[finding.verdict]
        words = Content.styled(finding.message, QUIET if finding.verdict == "pass" else "")
        lines += hanging(Content.styled(f"{mark} ", style), words, width)
    return lines
