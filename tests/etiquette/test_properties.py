"""What holds whatever happened: no two status mails within seven days, no third one, windows in order."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.from_them import Reply, ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Letter, LetterStatus, Person, StepName
from app.etiquette.state.completing import complete
from app.etiquette.steps.next_steps import next_steps
from app.etiquette.time.dates import local_day

ZONE = ZoneInfo("Europe/Berlin")
POLICY = Policy(zone=ZONE)
START = datetime(2026, 10, 5, 10, tzinfo=ZONE)
FOLLOW_UPS = (StepName.FOLLOW_UP, StepName.FOLLOW_UP_AGAIN)

hours = st.integers(0, 60 * 24)
days = st.none() | st.integers(0, 70)


def _day(number: int | None) -> date | None:
    return None if number is None else (START + timedelta(days=number)).date()


interviews = st.builds(
    lambda at, status: (at, status),
    hours,
    st.sampled_from([InterviewStatus.PLANNED, InterviewStatus.MISSED, InterviewStatus.CANCELLED]),
)
replies = st.tuples(hours, days, st.none() | st.integers(0, 70))
mails = st.tuples(hours, st.sampled_from([Kind.FOLLOW_UP, Kind.SECOND_FOLLOW_UP, Kind.THANK_YOU, Kind.MISSED_CALL]))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Application, datetime]:
    """Return an application with any facts before some moment, as it stands then, and that moment."""
    now = START + timedelta(hours=draw(st.integers(24, 90 * 24)))

    def past(hour: int) -> datetime:
        return min(START + timedelta(hours=hour), now)

    rounds = [(0, InterviewStatus.PLANNED), *draw(st.lists(interviews, max_size=2))]
    answers = [(past(at), by, away) for at, by, away in draw(st.lists(replies, max_size=3))]
    stated = draw(days)
    application = Application(
        company="Northwind",
        role="Data Engineer",
        people=(Person(-1, "Dana", "Lee"),),
        interviews=tuple(
            Interview(-n, n, START + timedelta(hours=at), met=(-1,), status=status)
            for n, (at, status) in enumerate(rounds, 1)
        ),
        letters=tuple(
            Letter(-n, kind, -1, status=LetterStatus.SENT, sent=past(at))
            for n, (at, kind) in enumerate(draw(st.lists(mails, max_size=5)), 1)
        ),
        replies=tuple(
            Reply(-n, at, "text", _day(by) if away is None else None, _day(away))
            for n, (at, by, away) in enumerate(answers, 1)
        ),
        reply_by=None if stated is None else ReplyBy((START + timedelta(days=stated)).date(), stated=True),
        added=START - timedelta(days=9),
    )
    return complete(application, None, (), POLICY, now)[0], now


def _sent(application: Application) -> list[datetime]:
    kinds = (Kind.FOLLOW_UP, Kind.SECOND_FOLLOW_UP)
    return sorted(letter.sent for letter in application.letters if letter.sent is not None and letter.kind in kinds)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(histories())
def test_no_follow_up_is_suggested_within_seven_days_of_another(history: tuple[Application, datetime]) -> None:
    """ETIQUETTE 3.2."""
    application, now = history
    sent = _sent(application)
    for step in next_steps(application, POLICY, now):
        if step.name in FOLLOW_UPS and step.is_now and sent:
            assert local_day(now, ZONE) - local_day(sent[-1], ZONE) >= timedelta(days=7)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(histories())
def test_at_most_two_follow_ups_go_out_after_the_last_answer(history: tuple[Application, datetime]) -> None:
    """ETIQUETTE 3.2."""
    application, now = history
    answers = [reply.at for reply in application.replies if reply.away_until is None]
    held = [i.starts for i in application.interviews if i.status is InterviewStatus.HELD]
    since = max([*answers, *held])
    counted = [moment for moment in _sent(application) if moment >= since]
    offered = [step.name for step in next_steps(application, POLICY, now) if step.name in FOLLOW_UPS]
    assert len(offered) <= 1
    if len(counted) >= 2:
        assert offered == []
    if not counted and offered:
        assert offered == [StepName.FOLLOW_UP]


@settings(max_examples=80, derandomize=True, deadline=None)
@given(histories())
def test_a_window_opens_before_it_is_due_and_is_due_before_it_is_late(history: tuple[Application, datetime]) -> None:
    application, now = history
    for step in next_steps(application, POLICY, now):
        moments = [moment for moment in (step.opens, step.due, step.late) if moment is not None]
        assert moments == sorted(moments), step
        assert step.lapses is None or step.opens <= step.lapses


@settings(max_examples=80, derandomize=True, deadline=None)
@given(histories())
def test_who_is_past_the_application_is_never_left_without_any_step(history: tuple[Application, datetime]) -> None:
    application, now = history
    if application.interviews and any(i.status is not InterviewStatus.CANCELLED for i in application.interviews):
        far = now + timedelta(days=500)
        assert next_steps(application, POLICY, far) != []
