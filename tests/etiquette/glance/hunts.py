"""Random searches for the numbers: applications with any facts, complete as the program leaves them or not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from app.etiquette.from_them import Reply
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Decision,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    OutcomeKind,
    StepName,
    Waiver,
)
from app.etiquette.stages import Stage
from app.etiquette.time.interview_times import stored_day

ZONE = ZoneInfo("America/New_York")
POLICY = Policy(zone=ZONE, answer_times_from=3, rates_from=2)
NOW = datetime(2026, 11, 29, 20, 30, tzinfo=UTC)
TODAY = date(2026, 11, 29)
hours = st.integers(-20 * 24, 90 * 24)
"""Before now; negative: after it."""


def ago(number: int) -> datetime:
    """Return the moment so many hours before now."""
    return NOW - timedelta(hours=number)


@st.composite
def _interviews(draw: st.DrawFn, number: int) -> Interview:
    starts, status, is_day = ago(draw(hours)), draw(st.sampled_from(InterviewStatus)), draw(st.booleans())
    if status is InterviewStatus.HELD and starts > NOW - timedelta(hours=1):
        status = InterviewStatus.PLANNED
    met = tuple(draw(st.sets(st.integers(1, 3), max_size=2)))
    if is_day:
        return Interview(number, number, stored_day(starts.date()), met=met, status=status, day_only=True)
    ends = starts + timedelta(minutes=45) if draw(st.booleans()) else None
    return Interview(number, number, starts, ends, met=met, status=status)


@st.composite
def applications(draw: st.DrawFn) -> Application:
    """Return an application as it may be stored."""
    interviews = tuple(draw(_interviews(n)) for n in range(1, draw(st.integers(0, 7)) + 1))
    rounds = st.none() | st.sampled_from([0, *(interview.id for interview in interviews)]).map(lambda n: n or None)
    letters = tuple(
        Letter(n, kind, to, status=status, sent=ago(abs(at)) if status is LetterStatus.SENT else None, interview=of)
        for n, (kind, to, status, at, of) in enumerate(
            draw(
                st.lists(
                    st.tuples(
                        st.sampled_from([Kind.THANK_YOU, Kind.PANEL_THANK_YOU, Kind.FOLLOW_UP]),
                        st.none() | st.integers(1, 3),
                        st.sampled_from([LetterStatus.SENT, LetterStatus.DRAFT]),
                        hours,
                        rounds,
                    ),
                    max_size=4,
                )
            ),
            1,
        )
    )
    replies = tuple(
        Reply(n, ago(abs(at)), away_until=TODAY if is_away else None)
        for n, (at, is_away) in enumerate(draw(st.lists(st.tuples(hours, st.booleans()), max_size=3)), 1)
    )
    waivers = tuple(
        Waiver(n, step, person, of, reason, ago(abs(at)))
        for n, (step, person, of, reason, at) in enumerate(
            draw(
                st.lists(
                    st.tuples(
                        st.sampled_from([StepName.THANK, StepName.FOLLOW_UP]),
                        st.none() | st.integers(1, 3),
                        rounds,
                        st.sampled_from(["lapsed", "spoke by phone"]),
                        hours,
                    ),
                    max_size=2,
                )
            ),
            1,
        )
    )
    stage = draw(st.sampled_from(Stage))
    outcome = draw(st.none() | _outcomes()) if stage is not Stage.OUTCOME else draw(_outcomes())
    return Application(
        stage=Stage.OUTCOME if outcome else stage,
        source=draw(st.sampled_from(["", "job board", "Job board", "referral "])),
        applied_on=draw(st.none() | st.dates(date(2026, 4, 1), date(2026, 12, 10))),
        outcome=outcome,
        interviews=interviews,
        letters=letters,
        replies=replies,
        waivers=waivers,
        archived=draw(st.booleans()),
    )


def _outcomes() -> st.SearchStrategy[Outcome]:
    return st.builds(
        lambda kind, at, decision, came_from: Outcome(
            kind,
            None if at is None else ago(abs(at)),
            decision=decision if kind is OutcomeKind.OFFER else None,
            came_from=came_from,
        ),
        st.sampled_from(OutcomeKind),
        st.none() | hours,
        st.none() | st.sampled_from(Decision),
        st.sampled_from(Stage),
    )


plannings = st.lists(hours.map(lambda number: ago(abs(number))), max_size=2)
searches = st.lists(st.tuples(applications(), plannings), max_size=25)
