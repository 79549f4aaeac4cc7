"""The blocks of your search at a glance as lines of a given width: the funnel, the answers, what comes. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo

from textual.content import Content

from app.etiquette.glance import say
from app.etiquette.glance.coming import Coming, Kind, by_day
from app.etiquette.glance.flows import row_title
from app.etiquette.glance.numbers import AnswerTimes, FunnelRow, Numbers, rate_of
from app.etiquette.policy import Policy
from app.etiquette.steps.next_steps import Urgency
from app.etiquette.time.dates import local, local_day, say_clock
from app.hunt.glance import Ahead
from app.ui.presentation import QUIET, STYLES, fitted, shortened_to
from app.ui.registry.key_names import key_of
from app.ui.wrapping import wrapped

_NAME, _COUNT, _RATE = 10, 5, 5
HOW_FAR = "How far applications got"
_COLUMNS = (
    ("still_open", "▓ open", 8),
    ("rejected", "░ rejected", 12),
    ("no_reply", "no reply", 10),
    ("withdrawn", "withdrawn", 11),
)
"""Columns of the funnel with their titles and widths: each mark is that of its part of the bar."""
_LEAST_BAR, _MOST_BAR = 10, 100
TABLE = _NAME + _COUNT + _LEAST_BAR + 2 + _RATE + sum(width for _, _, width in _COLUMNS)
"""From this width on the funnel is a table."""
_LABEL = 24
_NOT_LESS = 44
"""Columns from which on a label and its value stand on one line."""


def title(text: str, width: int) -> Content:
    """Return the heading of a block."""
    return Content.styled(text, "bold $primary").truncate(max(0, width), pad=True)


def funnel(numbers: Numbers, policy: Policy, width: int) -> list[Content]:
    """Return how far applications came, under a heading: a bar a row, whose parts are those that went on, are open, and
    have ended, and behind it the share of the row before that came here."""
    is_table = width >= TABLE and numbers.applied > 0
    lines = [_heading(width) if is_table else title(HOW_FAR, width)]
    columns = sum(cells for _, _, cells in _COLUMNS) if is_table else 0
    room = max(4, min(_MOST_BAR, width - _NAME - _COUNT - 2 - _RATE - columns))
    for row in numbers.funnel:
        rate = say.percent(rate_of(numbers.funnel, row.rounds, policy))
        line = _start(row_title(row), row.reached, _bar(row, numbers.applied, room), rate)
        if is_table:
            cells = [_cell(getattr(row, name), cells) for name, _, cells in _COLUMNS]
            lines.append(Content.assemble(line.pad_right(max(0, width - columns - line.cell_length)), *cells))
        else:
            lines += [line, *_below(say.ends(row), width)]
    if numbers.offers.all:
        bar = Content.styled("█" * _cells(numbers.offers.all, numbers.applied, room), "$success")
        line = _start("Offer", numbers.offers.all, bar, say.offer_share(numbers, policy))
        decided = say.offers_in_words(numbers, policy)
        is_one = line.cell_length + 1 + len(decided) <= width
        lines += [Content.assemble(line, Content.styled(f" {decided}", QUIET))] if is_one else [line]
        lines += [] if is_one else _below(decided, width)
    archived = numbers.total("archived")
    lines += [Content.styled(f"{archived} archived without an outcome", QUIET)] if is_table and archived else []
    lines += [Content.styled(f"{numbers.saved} saved, not applied to", QUIET)] if numbers.saved else []
    return [line.truncate(max(0, width)) for line in lines]


def _heading(width: int) -> Content:
    heads = "".join(f"{head:>{cells}}" for _, head, cells in _COLUMNS)
    return Content.assemble(title(HOW_FAR, width - len(heads)), Content.styled(heads, QUIET))


def _start(name: str, count: int, bar: Content, rate: str) -> Content:
    return Content.assemble(
        fitted(name, _NAME), f"{count:>{_COUNT},}  ", bar, Content.styled(f" {rate}" if rate else "", "bold")
    )


def _cell(number: int, cells: int) -> Content:
    return Content.styled(f"{number or '·':>{cells}}", "" if number else QUIET)


def _below(words: str, width: int) -> list[Content]:
    if not words:
        return []
    indent = _NAME + _COUNT + 2
    if width - indent < len(words):
        indent = 2
    lines = wrapped(Content.styled(words, QUIET), max(10, width - indent))
    return [Content.assemble(" " * indent, line) for line in lines]


def _cells(part: int, whole: int, room: int) -> int:
    """Return how many cells of a bar a part gets; one that is not nothing gets one at least."""
    return max(1, round(part / whole * room)) if part and whole else 0


def _bar(row: FunnelRow, whole: int, room: int) -> Content:
    """Return a row's bar: as long as its share of all, in three parts of which each is seen where it is not nothing."""
    ended = row.rejected + row.no_reply + row.withdrawn + row.archived
    parts = ((row.went_on + row.offers, "█", "$accent"), (row.still_open, "▓", "$primary"), (ended, "░", QUIET))
    cells = _cells(row.reached, whole, room)
    lengths = [_cells(part, row.reached, cells) for part, _, _ in parts]
    while sum(lengths) > max(cells, sum(1 for length in lengths if length)):
        lengths[lengths.index(max(lengths))] -= 1
    while sum(lengths) < cells:
        lengths[lengths.index(max(lengths))] += 1
    return Content.assemble(
        *(Content.styled(mark * length, style) for length, (_, mark, style) in zip(lengths, parts, strict=True))
    )


def answers(numbers: Numbers, policy: Policy, width: int) -> list[Content]:
    """Return how long answers took, how prompt the thanks were, and how many applications went out by week."""
    lines: list[Content] = []
    for times in numbers.answers:
        lines += _answer(times, policy, width)
    if numbers.thanks.of:
        lines += _labelled(say.thanks_title(policy), f"{numbers.thanks.within} of {numbers.thanks.of}", width)
    weeks = say.weeks_from_first(numbers)
    if weeks:
        this_week = f"  {weeks[-1]} this week"
        room = max(4, (width - _LABEL if width >= _NOT_LESS else width - 2) - len(this_week))
        line = say.sparkline(weeks[-room:])
        lines += _labelled("Applications a week", line, width, style="$accent", more=this_week)
    return [line.truncate(max(0, width)) for line in lines]


def _answer(times: AnswerTimes, policy: Policy, width: int) -> list[Content]:
    how_long, how_many = say.how_long(times, policy), say.how_many(times)
    if how_long and width >= _LABEL + len(how_long) + len(how_many) + 2:
        return _labelled(say.wait_title(times), how_long, width, more=f"  {how_many}")
    room = max(10, width - (_LABEL if width >= _NOT_LESS else 2))
    said = [(line.plain, "") for line in wrapped(Content(how_long or how_many), room)]
    said += [(line.plain, QUIET) for line in wrapped(Content(how_many), room)] if how_long else []
    (first, style), *more = said
    lines = _labelled(say.wait_title(times), first, width, style=style)
    return [*lines, *(line for rest, style in more for line in _labelled("", rest, width, style=style))]


def _labelled(label: str, value: str, width: int, style: str = "", more: str = "") -> list[Content]:
    said = Content.assemble(Content.styled(value, style), Content.styled(more, QUIET))
    if width >= _NOT_LESS:
        return [Content.assemble(fitted(label, _LABEL), said)]
    return [*([Content(label)] if label else []), Content.assemble("  ", said)]


def sources(numbers: Numbers, width: int, most: int) -> list[Content]:
    """Return what came of the applications by where they were found, those with the most first."""
    named = [source for source in numbers.sources if source.name][:most]
    name = min(22, max(8, width - 34))
    return [
        Content.assemble(
            shortened_to(source.name, name),
            f"{source.applied:>5}  ",
            Content.styled(say.what_came_of(source), QUIET),
        ).truncate(max(0, width), ellipsis=True)
        for source in named
    ]


_MARKS = {
    Kind.INTERVIEW: ("◇", "$accent"),
    Kind.DECISION: ("▽", "$primary"),
    Kind.DUE: ("●", STYLES[Urgency.DUE]),
    Kind.OPENS: ("○", STYLES[Urgency.OPEN]),
}
_LEGEND = ("◇ interview", "● due", "○ opens", "▽ decision")
_DAY = len("Today  ")


def coming(
    ahead: Ahead, counts: Mapping[Urgency, int], now: datetime, zone: tzinfo, width: int, most: int
) -> list[Content]:
    """Return what the next two weeks bring, a line a thing, in at most so many lines."""
    lines = []
    late = counts.get(Urgency.LATE, 0)
    if late:
        overdue, where = f"! {late} overdue", f"(press {key_of('due')} for the due list)"
        overdue += f" {where}" if len(overdue) + 1 + len(where) <= width else f" ({key_of('due')})"
        lines.append(Content.styled(overdue, STYLES[Urgency.LATE]))
    if not ahead.things:
        lines.append(Content.styled("Nothing is planned or due.", QUIET))
        return [line.truncate(max(0, width), ellipsis=True) for line in lines]
    room = max(3, most - len(lines) - 1)
    is_cut = ahead.total > room
    shown = _things(ahead.things, now, zone, width)[: room - 1 if is_cut else room]
    lines += shown
    if is_cut:
        lines.append(Content.styled(f"{' ' * _DAY}and {ahead.total - len(shown):,} more", QUIET))
    wide = "  ".join(_LEGEND)
    lines.append(Content.styled(wide if len(wide) <= width else " ".join(_LEGEND), QUIET))
    return [line.truncate(max(0, width), ellipsis=True) for line in lines]


def _things(things: Sequence[Coming], now: datetime, zone: tzinfo, width: int) -> list[Content]:
    company = min(24, max(9, (width - _DAY - 2) * 2 // 5))
    today = local_day(now, zone)
    lines = []
    for day, of_day in by_day(things, zone):
        for place, thing in enumerate(of_day):
            mark, style = _MARKS[thing.kind]
            clock = "" if thing.is_day else f"{say_clock(local(thing.at, zone))} "
            lines.append(
                Content.assemble(
                    Content.styled(f"{'' if place else _say_day(day, today):{_DAY}}", "bold"),
                    Content.styled(f"{mark} ", style),
                    shortened_to(thing.company, company),
                    f" {clock}{thing.what}",
                )
            )
    return lines


def _say_day(day: date, today: date) -> str:
    return "Today" if day == today else f"{day:%a} {day.day}"
