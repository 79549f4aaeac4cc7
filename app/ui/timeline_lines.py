"""The timeline's lines, drawn from records: stages, gauge, entries. Pure; widths are in terminal cells."""

from __future__ import annotations

from datetime import datetime, tzinfo

from textual.content import Content

from app.etiquette.records import Application
from app.etiquette.stages import STAGE_ORDER, STAGE_TITLES, Stage
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.steps.timeline import Entry
from app.etiquette.steps.wording import MARKS, is_interview_ahead, round_of, say_left, say_what
from app.etiquette.time.dates import local, local_day, say_clock, say_date, say_day
from app.etiquette.titles import OUTCOME_TITLES
from app.ui.presentation import QUIET, STYLES, row, shortened, stage_title

_WIDE, _NARROW = 22, 13
"""The column for a day with its time, and for a day alone, with the gap after it."""
_ROOMY = 53
"""Cells from which on an entry's time is said as well as its day: those of a terminal of 120 columns."""
_LONGEST_BAR, _SHORTEST_BAR = 34, 6


def entry_row(entry: Entry, now: datetime, zone: tzinfo, width: int) -> Content:
    """Return one line of the timeline: when, a mark, what happened or may."""
    there, today = local(entry.at, zone), local_day(now, zone)
    column = _WIDE if width >= _ROOMY else _NARROW
    when, date_alone = say_day(there.date(), today), say_date(there.date(), today.year)
    if column == _WIDE and not entry.is_day and there.year == today.year:
        clock = say_clock(there)
        when = f"{when:11} {clock:>8}"
        if len(when) >= column:  # in the hour that comes twice, which must not be left out
            when = f"{date_alone}, {clock}"
            column = max(column, len(when) + 1)
    when = when if len(when) < column else date_alone
    style = QUIET if entry.is_future else ""
    mark = "◇" if entry.is_future else ENTRY_MARKS.get(entry.what, "·")
    words = entry_words(entry, zone, today.year, width - column - 2)
    return row([(when, column, QUIET), (f"{mark} ", 2, "$accent")], words, "", width, style)


def entry_words(entry: Entry, zone: tzinfo, this_year: int, width: int) -> str:
    """Return what an entry says in one line: of a step to come with as many of its later moments as there is room for,
    `You can follow up from here, due Dec 3, overdue Dec 8`, or `Follow up, due Dec 3`. A name in it gives way before
    what becomes of the step."""
    text = entry.text.split("\n", 1)[0]
    if entry.title and text.startswith(entry.title):
        state = text.removeprefix(entry.title)
        text = f"{shortened(entry.title, max(0, width - Content(state).cell_length))}{state}"
    if not entry.then:
        return text
    day = local_day(entry.at, zone)
    moments = [local(moment, zone) for _, moment in entry.then]
    whens = [
        say_clock(moment) if moment.date() == day and not entry.is_day else say_date(moment.date(), this_year)
        for moment in moments
    ]
    then = [f"{state} {when}" for (state, _), when in zip(entry.then, whens, strict=True)]
    forms = [", ".join((text, *then[:number])) for number in range(len(then), 0, -1)]
    if entry.what in ("opens", "due"):  # which goes without saying on its day, as being overdue does not
        forms.append(f"{entry.title}, {then[0]}")
    return next((form for form in forms if Content(form).cell_length <= width), text)


ENTRY_MARKS = {
    "application_added": "+",
    "interview_held": "◆",
    "interview_planned": "◇",
    "interview_missed": "✗",
    "interview_cancelled": "✗",
    "debriefed": "✎",
    "stood_out": "✎",
    "note": "✎",
    "letter_sent": "✉",
    "file_sent": "✉",
    "they_answered": "↩",
    "maybe_answer": "?",
    "changed_twice": "?",
    "merged": "+",
    "away": "↩",
    "outcome_recorded": "■",
    "outcome_confirmed": "■",
    "offer_decided": "■",
    "reopened": "□",
    "thanks_complete": "●",
    "reply_by_known": "●",
    "reply_by_stated": "▽",
    "reply_by_assumed": "▽",
    "stage_told": "●",
}


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
        style = "bold $accent" if is_now else ("" if is_reached else QUIET)
        parts.append(Content.styled(f"{mark} {title}", style))
        marks += mark
    for between in (" ─ ", "  "):
        line = Content(between).join(parts)
        if line.cell_length <= width:
            return line
    present = stage_title(application.stage, outcome.kind if outcome else None)
    return Content.assemble(Content(f"{marks} "), Content.styled(present, "bold $accent"))


def gauge(step: Step, person: str | None, now: datetime, zone: tzinfo, width: int) -> Content:
    """Return how far a step's window has run, from its start to the moment at which it is overdue, a tick at the moment
    at which it is due: `Thank Dana Lee ▕████│░░▏ 4 h left, then overdue`; without such moments, the words alone."""
    what = f"Round {round_of(step)}" if is_interview_ahead(step) else say_what(step, person)
    words, style = say_left(step, now, zone), STYLES[step.urgency]
    end = step.late or step.due
    cells = min(_LONGEST_BAR, width - Content(what + words).cell_length - 4)
    if step.urgency is Urgency.NOT_YET or end is None or end <= step.opens or cells < _SHORTEST_BAR:
        said = Content.styled(f"{MARKS[step.urgency]} {words}", style)
        gap = width - Content(what).cell_length - 2
        return Content.assemble(f"{what}  ", said) if said.cell_length <= gap else said
    bar = Content.assemble("▕", *_bar(step, end, now, cells), "▏")
    return Content.assemble(f"{what} ", bar, " ", Content.styled(words, style))


def _bar(step: Step, end: datetime, now: datetime, cells: int) -> list[Content]:
    """Return the inside of a gauge: what has passed is full, the due moment a tick where it is not the end."""

    def place(moment: datetime) -> int:
        return round(min(1.0, max(0.0, (moment - step.opens) / (end - step.opens))) * cells)

    full, tick = place(now), place(step.due) if step.due is not None and step.due < end else cells
    style = STYLES[step.urgency]
    parts = [Content.styled("█" * min(full, tick), style), Content.styled("░" * (tick - full), QUIET)]
    if tick < cells:
        parts.append(Content.styled("│", style))
        rest = max(0, full - tick - 1)
        parts += [Content.styled("█" * rest, style), Content.styled("░" * (cells - tick - 1 - rest), QUIET)]
    return parts


def now_line(width: int) -> Content:
    """Return the timeline's line between what happened and what may."""
    side = max(0, (width - 5) // 2)
    return Content.styled(f"{'─' * side} now {'─' * max(0, width - side - 5)}", "$accent")
