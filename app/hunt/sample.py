"""A believable hunt of about forty applications, dated relative to now: for the demo, screenshots and benches."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.etiquette.from_them import Posting, ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Decision,
    Event,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Me,
    Outcome,
    OutcomeKind,
    Part,
    Person,
)
from app.etiquette.stages import Stage
from app.etiquette.state.completing import complete
from app.etiquette.steps.debriefing import with_debrief
from app.etiquette.time.dates import add_days, at, is_business_day, local_day, say_day, zone_key
from app.hunt import sample_letters
from app.hunt.sample_files import sample_files
from app.hunt.sample_preparations import POSTINGS, QUESTIONS
from app.hunt.sample_stories import STORIES, Story

SAMPLE_ME = Me("Robin Vale", "robin.vale@mail.example", "Robin Vale\n+1 555 0100")


@dataclass(frozen=True, slots=True)
class _Calendar:
    """Turns a story's distances into days and moments around now."""

    policy: Policy
    now: datetime

    def day(self, distance: int) -> date:
        """Return the day that far from today."""
        return add_days(local_day(self.now, self.policy.zone), distance)

    def working_day(self, distance: int) -> date:
        """Return that day, or the last business day before it: nobody is interviewed on a Sunday."""
        day = self.day(distance)
        while not is_business_day(day, self.policy.holidays):
            day = add_days(day, -1)
        return day

    def moment(self, day: date, hour: float) -> datetime:
        """Return a wall-clock moment of a day."""
        return at(day, time(int(hour), int(hour % 1 * 60)), self.policy.zone)


def sample_hunt(policy: Policy, now: datetime) -> list[tuple[Application, list[Event]]]:
    """Return the sample's applications as they stand at `now`, with their events."""
    calendar = _Calendar(policy, now)
    stories = (_debriefed(_application_of(story, calendar), now) for story in STORIES)
    return [_with_plans(*complete(application, None, [], policy, now), calendar) for application in stories]


def _with_plans(application: Application, events: list[Event], calendar: _Calendar) -> tuple[Application, list[Event]]:
    """Return a story with the events by which its interviews were planned: some days before each."""
    plans = []
    since = application.applied_on
    for interview in application.interviews:
        day = local_day(interview.starts, calendar.policy.zone)
        assert since is not None
        asked = calendar.moment(add_days(since, (day - since).days * 3 // 5), 11)
        text = f"Planned: Round {interview.round} on {say_day(day, calendar.day(0))}, {interview.kind}"
        if asked < calendar.now:
            plans.append(Event(asked, "interview_planned", text))
        since = day
    return application, sorted([*events, *plans], key=lambda event: event.at)


def _debriefed(application: Application, now: datetime) -> Application:
    """Return the application with it recorded of each interview of which something is noted how it went."""
    for interview in application.interviews:
        if interview.noted and interview.starts <= now:
            application = with_debrief(application, interview, interview.ends or interview.starts)
    return application


def _application_of(story: Story, calendar: _Calendar) -> Application:
    people = tuple(_person(i, line, story.company) for i, line in enumerate(story.people, 1))
    interviews = tuple(_interview(i, story, people, calendar) for i in range(len(story.rounds)))
    applied = calendar.day(-story.applied)
    return Application(
        company=story.company,
        role=story.role,
        location=story.place,
        url=_url(story),
        salary=story.salary,
        source=story.source,
        priority=story.priority,
        notes=story.notes,
        applied_on=applied,
        reply_by=_reply_by(story, calendar),
        no_follow_ups=story.no_follow_ups,
        keep_in_touch=story.keep_in_touch,
        outcome=_outcome(story, calendar),
        people=people,
        interviews=interviews,
        letters=tuple(_letters(story, people, interviews, calendar)),
        postings=_postings(story, calendar.moment(applied, 9.5)),
        questions=QUESTIONS.get(story.company, ()),
        files=sample_files(story.company, calendar.moment(applied, 9.5)),
        added=calendar.moment(applied, 9.5),
    )


def _url(story: Story) -> str:
    return f"https://{_domain(story.company)}/jobs/{abs(hash_of(story.role)) % 9000 + 1000}"


def _postings(story: Story, kept: datetime) -> tuple[Posting, ...]:
    if story.company not in POSTINGS:
        return ()
    title, text = POSTINGS[story.company]
    return (Posting(-1, _url(story), title, text, kept),)


def hash_of(text: str) -> int:
    """Return a small number that is the same in every run."""
    return sum(ord(letter) * (i + 7) for i, letter in enumerate(text))


def _domain(company: str) -> str:
    return "".join(letter for letter in company.casefold() if letter.isascii() and letter.isalnum()) + ".example"


def _person(position: int, line: str, company: str) -> Person:
    name, _, rest = line.partition(", ")
    title, _, part = rest.partition("; ")
    honorific, name = ("Dr", name.removeprefix("Dr ")) if name.startswith("Dr ") else ("", name)
    given, _, family = name.partition(" ")
    address = f"{given}.{family}".casefold().replace(" ", "").replace("'", "")
    address = unicodedata.normalize("NFD", address).encode("ascii", "ignore").decode()
    return Person(
        -position, given, family, honorific, f"{address}@{_domain(company)}", title, Part(part or "interviewer")
    )


def _interview(index: int, story: Story, people: tuple[Person, ...], calendar: _Calendar) -> Interview:
    distance, hour, kind, met, noted = story.rounds[index]
    day = calendar.day(distance) if distance == 0 else calendar.working_day(distance)
    if distance == 0:
        starts = calendar.now + timedelta(hours=hour)
    else:
        starts = calendar.moment(day, hour)
    ends = starts + timedelta(minutes=45 if "screen" in kind else 60)
    status = InterviewStatus.MISSED if story.missed and index == len(story.rounds) - 1 else InterviewStatus.PLANNED
    ids = tuple(people[i - 1].id for i in met)
    zone = zone_key(calendar.policy.zone)
    return Interview(-index - 1, index + 1, starts, ends, zone, kind, "", ids, noted, status)


def _reply_by(story: Story, calendar: _Calendar) -> ReplyBy | None:
    return None if story.said is None else ReplyBy(calendar.working_day(story.said), stated=True)


def _outcome(story: Story, calendar: _Calendar) -> Outcome | None:
    if story.outcome is None:
        return None
    kind, days, decide_in, decision = story.outcome
    moment = calendar.now - timedelta(hours=5) if days == 0 else calendar.moment(calendar.working_day(-days), 11)
    decide_by = None if decide_in is None else calendar.working_day(decide_in)
    decided = Decision(decision) if decision else None
    return Outcome(
        OutcomeKind(kind), moment, decide_by, decided, came_from=Stage.OUTCOME, decided=moment if decided else None
    )


def _letters(
    story: Story, people: tuple[Person, ...], interviews: tuple[Interview, ...], calendar: _Calendar
) -> list[Letter]:
    letters: list[Letter] = []

    def add(kind: Kind, to: Person, words: tuple[str, str], sent: datetime, interview: int | None = None) -> None:
        number = -len(letters) - 1
        letters.append(
            Letter(number, kind, to.id, *words, LetterStatus.SENT, sent, "elsewhere", interview, written=sent)
        )

    for index, met in story.thanked:
        interview = interviews[index - 1]
        kind = Kind.PHONE_SCREEN_THANK_YOU if "screen" in interview.kind else Kind.THANK_YOU
        for position in met:
            person, sent = people[position - 1], (interview.ends or interview.starts) + timedelta(hours=5 + position)
            add(kind, person, sample_letters.thank_you(story, index, person.given, SAMPLE_ME.name), sent, interview.id)
    kinds = ((Kind.FOLLOW_UP, sample_letters.follow_up), (Kind.SECOND_FOLLOW_UP, sample_letters.second_follow_up))
    for (kind, words), days in zip(kinds, story.followed_up, strict=False):
        met_on = local_day(interviews[-1].starts, calendar.policy.zone)
        letter_text = words(story, people[0].given, f"{met_on:%A}, {met_on:%B} {met_on.day}", SAMPLE_ME.name)
        add(kind, people[0], letter_text, calendar.moment(calendar.working_day(-days), 10))
    if story.answered_no is not None:
        letter_text = sample_letters.rejection_reply(story, people[0].given, SAMPLE_ME.name)
        add(Kind.REJECTION_REPLY, people[0], letter_text, calendar.moment(calendar.working_day(-story.answered_no), 15))
    return letters
