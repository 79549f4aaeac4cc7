"""Renders what the program says, with the values of one sample case, as one text for a reader."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, product
from pathlib import Path

from app.cli.parser import build_parser
from app.etiquette.companies import Company
from app.etiquette.errors import AfterwordError
from app.etiquette.from_them import ReplyBy
from app.etiquette.letter_kinds import DEMANDS, Kind
from app.etiquette.records import Application, Event, LetterStatus, StepName
from app.etiquette.stages import STAGE_TITLES, Stage, Trigger, refusal
from app.etiquette.state.settling import settle
from app.etiquette.steps import reasons
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.steps.restraints import question, restraint
from app.etiquette.steps.timeline import timeline
from app.etiquette.steps.wording import URGENCY_TITLES, say_what, say_when
from app.etiquette.time.dates import say_clock, say_date, say_day, say_full_day, say_moment
from app.etiquette.titles import OUTCOME_TITLES, STEP_TITLES
from app.exchange.calendars.writing.entries import entries_of
from app.hunt.due import Due
from app.hunt.verbs import interviews
from app.ui.due_lines import company_column, due_row
from app.ui.help_lines import help_lines
from app.ui.letter_lines import letter_heading
from app.ui.registry.commands import COMMANDS, groups, shown_keys
from app.ui.registry.here import Place
from app.ui.timeline_lines import entry_row, entry_words, gauge, stage_bar
from tests.words.case import (
    ATTEMPTS,
    BASE,
    HELD,
    NOW,
    OVER,
    PLANNED,
    POLICY,
    THANKS,
    TODAY,
    WAITING,
    WHEN,
    ZONE,
    changes,
)
from tests.words.literals import literals

SPOKEN = Path(__file__).with_name("spoken.txt")


def spoken() -> str:
    """Return the whole text: what is rendered, then every string as it stands in the code."""
    parts = [
        "What Afterword says, with sample values. Read it from top to bottom, aloud. Written by: python -m tests.words"
    ]
    for title, lines in _SECTIONS.items():
        parts.append(f"\n\n# {title}\n")
        parts += [line.rstrip() for line in lines()]
    return "\n".join(parts) + "\n"


def _dates() -> Iterator[str]:
    yield say_day(date(2026, 11, 20), TODAY)
    yield say_day(date(2027, 1, 8), TODAY)
    yield say_full_day(date(2026, 11, 20))
    yield f"{say_date(date(2026, 11, 20), 2026)} / {say_date(date(2027, 1, 8), 2026)}"
    yield " / ".join(say_clock(datetime(2026, 1, 1, hour, 5, tzinfo=UTC)) for hour in (0, 9, 12, 16))
    yield say_moment(NOW, NOW, ZONE)


def _urgency() -> Iterator[str]:
    yield ", ".join(URGENCY_TITLES[urgency] for urgency in Urgency)
    for step in _steps():
        yield say_when(step, NOW, ZONE)


def _steps() -> Iterator[Step]:
    why = ("thank", (TODAY, True, POLICY.thank_due, POLICY.thank_late))
    whole = Step(1, StepName.THANK, Kind.THANK_YOU, 1, 1, NOW, None, None, None, Urgency.OPEN, None, why)
    opened = replace(whole, opens=NOW - timedelta(hours=20))
    hour, day = timedelta(hours=1), timedelta(days=1)
    yield replace(opened, due=NOW + 2 * hour, late=NOW + 26 * hour)
    yield replace(opened, due=NOW - hour, late=NOW + 3 * hour, urgency=Urgency.DUE)
    yield replace(opened, name=StepName.FOLLOW_UP, due=NOW + 5 * hour, urgency=Urgency.DUE)
    yield replace(opened, name=StepName.FOLLOW_UP, due=NOW + 3 * day)
    yield replace(opened, due=NOW - day, late=NOW - 22 * hour, urgency=Urgency.LATE)
    yield replace(opened, due=NOW - 3 * day, late=NOW - 2 * day, urgency=Urgency.LATE)
    yield replace(opened, due=NOW - 50 * day, late=NOW - 40 * day, urgency=Urgency.LATE)
    for far in (3 * hour, day, 7 * day, 50 * day):
        yield replace(whole, name=StepName.FOLLOW_UP, opens=NOW + far, urgency=Urgency.NOT_YET)
    prepare = replace(opened, name=StepName.PREPARE, kind=None, why=("prepare", (2, POLICY.prepare_opens)))
    yield replace(prepare, due=NOW + 3 * hour, urgency=Urgency.DUE)
    yield replace(prepare, due=NOW + 3 * day, urgency=Urgency.NOT_YET)
    yield replace(opened, name=StepName.CLOSE, urgency=Urgency.NOT_YET, snoozed_until=NOW + 6 * day)


def _rows() -> Iterator[str]:
    for width in (58, 38):
        yield f"At {width} columns:"
        for step in _steps():
            due = Due(step, "Northwind", "Data Engineer", Stage.INTERVIEWED, "Dana Lee")
            yield f"  {due_row(due, NOW, ZONE, width, company_column(9, width)).plain}"
        for entry in timeline(WAITING, _events(), POLICY, NOW):
            yield f"  {entry_row(entry, NOW, ZONE, width).plain}"
        yield f"  {gauge(next(_steps()), 'Dana Lee', NOW, ZONE, width).plain}"
        yield f"  {stage_bar(WAITING, width).plain}"
    for letter in (THANKS, replace(THANKS, status=LetterStatus.DRAFT), replace(THANKS, status=LetterStatus.SENDING)):
        yield letter_heading(WAITING, letter, NOW, ZONE, 120).plain


def _titles() -> Iterator[str]:
    yield "Stages: " + ", ".join(STAGE_TITLES.values())
    yield "Outcomes: " + ", ".join(OUTCOME_TITLES.values())
    for name in STEP_TITLES:
        step = replace(next(_steps()), name=name)
        yield f"Northwind: {say_what(step, 'Dana Lee')}"
    for kind in Kind:
        yield f"{DEMANDS[kind].title} to Dana Lee"


_DAY = date(2026, 11, 27)
_REASONS: dict[str, tuple[tuple[object, ...], ...]] = {
    "prepare": ((1, timedelta(hours=24)),),
    "prepare_day": ((1,),),
    "debrief": ((1,),),
    "missed": ((1,),),
    "missed_again": ((_DAY,),),
    "missed_close": ((5, _DAY, True), (5, _DAY, False)),
    "thank": ((_DAY, True, POLICY.thank_due, POLICY.thank_late), (_DAY, False, POLICY.thank_due, POLICY.thank_late)),
    "set_reply_by": ((timedelta(hours=24),),),
    "find_date": ((),),
    "read_answer": ((),),
    "check_outcome": (("rejected", _DAY, "a letter", date(2026, 11, 30)), ("rejected", _DAY, "", _DAY)),
    "follow_up": tuple(
        (_DAY, stated, wait, date(2026, 12, 1), held, is_open)
        for (stated, wait), held, is_open in product(
            ((True, 2), (True, 1), (True, 0), (False, 2)), ("", "company", "away"), (False, True)
        )
        if not (is_open and held) and not (held and wait != 2)
    ),
    "follow_up_again": tuple(
        (_DAY, first, 7, 5, date(2027, 1, 8), "", is_open)
        for first, is_open in product((date(2026, 12, 1), None), (False, True))
    ),
    "close": ((_DAY, 14, 10), (_DAY, 21, None)),
    "answer_rejection": ((),),
    "acknowledge_offer": ((timedelta(hours=24),),),
    "decide_offer": ((_DAY, True, 5), (_DAY, False, 5), (_DAY, True, 5, "12:00 PM")),
    "withdraw": ((2,), (1,)),
    "stay_in_touch": ((3, 2),),
    "keep_applying": ((7, _DAY),),
}


def _reasons() -> Iterator[str]:
    for name in reasons._SENTENCES:
        for values in _REASONS[name]:
            yield reasons.sentence(name, values, TODAY)
            if name in reasons._AHEAD:
                yield reasons.sentence(name, values, TODAY, is_ahead=True)


def _refusals() -> Iterator[str]:
    """Yield why a letter, a move or a verb is refused."""
    for stage, trigger in product(Stage, Trigger):
        if said := refusal(stage, trigger):
            yield f"{STAGE_TITLES[stage]}: {said}"
    stopped = replace(WAITING, no_follow_ups=True)
    asked = replace(OVER, letters=(replace(THANKS, kind=Kind.FEEDBACK_REQUEST),))
    ahead = replace(WAITING, interviews=(HELD, PLANNED))
    sent = tuple(replace(THANKS, id=n, kind=Kind.FOLLOW_UP) for n in (2, 3))
    company = Company(last_status_mail=NOW)
    for application, kind, around in (
        (stopped, Kind.FOLLOW_UP, Company()),
        (asked, Kind.FEEDBACK_REQUEST, Company()),
        (ahead, Kind.FOLLOW_UP, Company()),
        (WAITING, Kind.FOLLOW_UP, Company()),
        (replace(WAITING, reply_by=ReplyBy(date(2026, 11, 20), True, NOW)), Kind.FOLLOW_UP, company),
        (replace(WAITING, letters=(THANKS, *sent)), Kind.SECOND_FOLLOW_UP, Company()),
    ):
        refused = restraint(application, kind, POLICY, NOW, around)
        assert refused is not None
        yield f"{refused} [{refused.rule}]"
    for kind in (Kind.THANK_YOU, Kind.FOLLOW_UP):
        yield str(question(WAITING, replace(THANKS, id=9, kind=kind), POLICY, NOW + timedelta(hours=2), Company()))
    for attempt in ATTEMPTS:
        try:
            attempt()
        except AfterwordError as error:
            yield str(error)
        else:
            raise AssertionError("nothing was refused")


def _verbs() -> Iterator[str]:
    for change in changes():
        yield change.summary
        for event in change.events:
            yield f"    {event.text}" + (f"    [{event.rule}]" if event.rule else "")


def _events() -> list[Event]:
    return [event for change in changes()[:1] for event in change.events]


def _by_itself() -> Iterator[str]:
    """Yield what time alone brings about, and what is to come."""
    for application in (BASE, replace(BASE, reply_by=ReplyBy(date(2026, 12, 18), True, NOW))):
        for days in (1, 3, 30):
            for event in settle(application, POLICY, NOW + timedelta(days=days))[1]:
                yield f"{event.text}    [{event.rule}]"
    for application in (BASE, WAITING, replace(WAITING, interviews=(HELD, PLANNED)), OVER, _missed()):
        for entry in timeline(application, (), POLICY, NOW):
            yield f"coming: {entry_words(entry, ZONE, TODAY.year, 200)}"


def _missed() -> Application:
    return interviews.missed(BASE, WHEN, 1).application


def _calendar() -> Iterator[str]:
    for application in (BASE, WAITING, replace(BASE, interviews=(HELD, PLANNED)), OVER, _missed()):
        for entry in entries_of(application, POLICY, NOW):
            yield entry.summary
            yield from (f"    {line}" for line in entry.description.split("\n") if line)


def _commands() -> Iterator[str]:
    for group, commands in groups().items():
        yield f"{group}:"
        for command in commands:
            yield f"  {' '.join(shown_keys(command)):10} {command.label:15} {command.help}"
    for place in Place:
        yield help_lines(place, {}, 80)[0].plain
    yield from (line.plain for line in help_lines(Place.DUE, {}, 80)[-16:])
    yield f"{len(COMMANDS)} commands"


def _command_line() -> Iterator[str]:
    parser = build_parser()
    yield str(parser.description)
    yield str(parser.epilog)
    chosen = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    about = {action.dest: action.help for action in chosen._choices_actions}
    for name, command in chosen.choices.items():
        yield f"afterword {name}: {about[name]}"
        for action in command._actions:
            if action.help not in (argparse.SUPPRESS, None) and "-h" not in action.option_strings:
                yield f"    {', '.join(action.option_strings) or action.metavar or action.dest}: {action.help}"


def _literals() -> Iterator[str]:
    said = [literal for literal in literals() if literal.is_said]
    for file, group in groupby(said, key=lambda literal: literal.file):
        yield f"\n{file}"
        for text in dict.fromkeys(literal.text for literal in group):
            yield "  " + text.replace("\n", "\\n")


_SECTIONS: dict[str, Callable[[], Iterator[str]]] = {
    "Dates and times": _dates,
    "Urgency": _urgency,
    "Rows": _rows,
    "Titles": _titles,
    "Reasons": _reasons,
    "Refusals": _refusals,
    "What verbs do, and the events they add": _verbs,
    "What time alone brings about, and what is to come": _by_itself,
    "Calendar entries": _calendar,
    "Commands": _commands,
    "Command line": _command_line,
    "Every string as it stands in the code, by file": _literals,
}
