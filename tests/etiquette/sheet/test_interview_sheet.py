"""What is on an interview's sheet, and how it reads as plain text of 80 columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.attached_files import AttachedFile, FileKind
from app.etiquette.from_them import Posting, Reply
from app.etiquette.letter_kinds import Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview, InterviewStatus, Letter, LetterStatus, Part, Person
from app.etiquette.sheet.contents import chosen_interview, countdown, countdown_to, interview_sheet
from app.etiquette.sheet.plain import cells, facts_of, plain_text, wrapped
from app.etiquette.sheet.suggestions import suggested
from app.etiquette.sheet_records import Jotting, Question, Whose

NEW_YORK = Policy(zone=ZoneInfo("America/New_York"))
STARTS = datetime(2026, 11, 30, 15, tzinfo=UTC)
NOW = STARTS - timedelta(minutes=45)
GRACE = Person(1, "Grace", "Kim", email="grace@contoso.example", title="Talent partner", part=Part.RECRUITER)
DANA = Person(2, "Dana", "Lee", title="Head of Data")
FIRST = Interview(
    5, 1, STARTS - timedelta(days=10), kind="phone screen", met=(1,), noted="Grace Kim: your team doubled",
    status=InterviewStatus.HELD,
)  # fmt: skip
SECOND = Interview(
    6, 2, STARTS, STARTS + timedelta(hours=1), "Europe/Berlin", "video", "https://meet.example/abc, passcode 4711", (2,)
)
CONTOSO = Application(
    1, "Contoso", "Data Engineer", url="https://contoso.example/jobs/1", notes="Ask about Kafka\n",
    people=(GRACE, DANA), interviews=(FIRST, SECOND),
    letters=(
        Letter(7, Kind.PHONE_SCREEN_THANK_YOU, 1, "Thanks", "Dear Grace,\n\nThank you.", LetterStatus.SENT,
               STARTS - timedelta(days=9)),
        Letter(8, Kind.FOLLOW_UP, 1, "Draft", "not sent"),
    ),
    replies=(Reply(9, STARTS - timedelta(days=5), "We'd like you to meet Dana.", person=1),),
    questions=(
        Question(1, Whose.THEIRS, "Why are you leaving?", "To build the next one."),
        Question(2, Whose.MINE, "What comes first?", "The ledger.", True, 6),
        Question(3, Whose.MINE, "Only for round 1?", interview=5),
    ),
    jottings=(Jotting(1, 6, 2, "shows the rig\n"), Jotting(2, 5, 1, "of the first round")),
    postings=(Posting(1, "", "Data Engineer (m/f/d)", "You will build.\n\nData at sea.", STARTS - timedelta(days=30),
                      date(2026, 12, 10)),),
    files=(AttachedFile(1, FileKind.CV, "robin-roe.pdf", "a" * 64, 212_000, sent=STARTS - timedelta(days=20)),),
)  # fmt: skip
EVENTS = [Event(NOW - timedelta(days=2), "note", "They sponsor a meetup")]


def text_of(application: Application, interview: Interview = SECOND) -> str:
    """Return the sheet of an interview as plain text."""
    return plain_text(interview_sheet(application, interview, EVENTS, NEW_YORK, NOW))


def test_everything_that_one_wants_in_the_hour_before_is_on_it() -> None:
    assert (
        text_of(CONTOSO)
        == """\
Interview sheet: Contoso, Data Engineer: round 2
================================================

When and where
--------------
When: Mon, Nov 30 at 10:00 AM to 11:00 AM
Begins: in 45 min
Their time: 4:00 PM in Berlin; you are in New York
Format: video
Where: https://meet.example/abc, passcode 4711

Who
---
Dana Lee (Head of Data)

Also at the company
-------------------
Grace Kim (Talent partner, recruiter, grace@contoso.example)
  Met in round 1 on Fri, Nov 20: your team doubled
  Phone screen thank-you sent Sat, Nov 21
  Wrote on Wed, Nov 25: We'd like you to meet Dana.

Your questions
--------------
[x] What comes first?
    The ledger.

Their questions
---------------
[ ] Why are you leaving?
    To build the next one.

Your notes during the interview
-------------------------------
Dana Lee
  shows the rig

So far
------
Round 1 on Fri, Nov 20, phone screen, with Grace Kim
  Grace Kim: your team doubled
Grace Kim replied on Wed, Nov 25
  We'd like you to meet Dana.

The posting
-----------
Data Engineer (m/f/d) (saved Sat, Oct 31, apply by Thu, Dec 10)
  You will build.

  Data at sea.

What they have of you
---------------------
CV: robin-roe.pdf (sent Tue, Nov 10, 208 KB)
Phone screen thank-you to Grace Kim (sent Sat, Nov 21)
  Dear Grace,

  Thank you.

Your notes on the application
-----------------------------
Ask about Kafka
They sponsor a meetup
"""
    )


def test_what_was_noted_at_a_round_is_there_although_it_was_not_debriefed() -> None:
    rounds = (replace(FIRST, noted=""), SECOND)
    assert "with Grace Kim\n  Grace Kim: of the first round\n" in text_of(replace(CONTOSO, interviews=rounds))


def test_what_is_missing_is_said_in_words() -> None:
    bare = Application(1, "Contoso", "Chef", interviews=(Interview(6, starts=STARTS),))
    text = text_of(bare, bare.interviews[0])
    for words in (
        "Nobody is named for this interview yet.", "No questions yet.", "Nothing yet: this is the first round.",
        "No posting is saved.", "Nothing that you sent is on record.", "No notes yet.",
    ):  # fmt: skip
        assert words in text
    assert "Their" not in text
    assert "No posting is saved. Its link: https://c.example/1" in text_of(replace(bare, url="https://c.example/1"))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-3 * 24 * 60, "in 3 days"), (-26 * 60, "in 26 h"), (-130, "in 2 h 10 min"), (-60, "in 1 h"), (-1, "in 1 min"),
        (-0.5, "now"), (0, "under way, 1 h left"), (20, "under way, 40 min left"), (59.5, "about to end"),
        (60, "just ended"), (65, "ended 5 min ago"),
    ],
)  # fmt: skip
def test_how_soon_it_begins(minutes: float, words: str) -> None:
    now = STARTS + timedelta(minutes=minutes)
    assert countdown(SECOND, NEW_YORK, now) == words
    assert countdown_to(interview_sheet(CONTOSO, SECOND, [], NEW_YORK, NOW), now) == words


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("in 3 days", ("Begins", "in 3 days")), ("ended 11 days ago", ("Ended", "11 days ago")),
        ("3 days ago", ("Ended", "3 days ago")), ("just ended", ("Ended", "just now")),
        ("under way, 1 h left", ("Now", "under way, 1 h left")),
    ],
)  # fmt: skip
def test_what_is_over_is_not_said_to_be_now(words: str, fact: tuple[str, str]) -> None:
    assert facts_of(replace(interview_sheet(CONTOSO, SECOND, [], NEW_YORK, NOW), countdown=words))[1] == fact


@pytest.mark.parametrize(("day", "words"), [(30, "today"), (29, "tomorrow"), (27, "in 3 days")])
def test_how_soon_a_day_alone_is(day: int, words: str) -> None:
    alone = replace(SECOND, starts=datetime(2026, 11, 30, tzinfo=UTC), ends=None, day_only=True)
    assert countdown(alone, NEW_YORK, datetime(2026, 11, day, 12, tzinfo=UTC)) == words


def test_the_interview_under_way_comes_before_the_next_and_the_next_before_the_last() -> None:
    third = replace(SECOND, id=7, round=3, starts=STARTS + timedelta(days=1), ends=None)
    all_three = replace(CONTOSO, interviews=(FIRST, third, SECOND))

    def chosen(application: Application, now: datetime = NOW, round_: int | None = None) -> int | None:
        interview = chosen_interview(application, NEW_YORK, now, round_)
        return interview.id if interview else None

    assert chosen(all_three) == 6
    assert chosen(all_three, STARTS + timedelta(minutes=30)) == 6
    assert chosen(all_three, STARTS + timedelta(hours=2)) == 7
    assert chosen(replace(CONTOSO, interviews=(FIRST,))) == 5
    assert chosen(CONTOSO, STARTS + timedelta(hours=2)) == 6  # not settled yet
    assert chosen(all_three, round_=1) == 5
    assert chosen(all_three, round_=9) is None
    canceled = replace(SECOND, status=InterviewStatus.CANCELLED)
    assert chosen(replace(CONTOSO, interviews=(canceled,))) is None


def test_there_is_a_place_for_notes_on_each_who_is_expected_and_for_all_else() -> None:
    sheet = interview_sheet(CONTOSO, SECOND, [], NEW_YORK, NOW)
    assert [(notes.name, notes.text) for notes in sheet.jottings] == [("Dana Lee", "shows the rig\n"), ("", "")]
    unnamed = interview_sheet(CONTOSO, replace(SECOND, met=()), [], NEW_YORK, NOW)
    assert [notes.name for notes in unnamed.jottings] == ["Dana Lee", ""]


def test_suggestions_leave_out_what_is_there_and_know_whom_they_are_for() -> None:
    assert suggested(Whose.MINE, [GRACE])[0] == "What does the rest of the process look like?"
    first = suggested(Whose.MINE, [DANA, GRACE])[0]
    assert first == "What would a good first three months look like?"
    assert first not in suggested(Whose.MINE, [DANA], [Question(text=first.upper())])
    assert suggested(Whose.THEIRS, [])[0] == "Tell me about yourself."


@settings(max_examples=25)
@given(st.text("abc 漢字é👩‍👧-", max_size=200))
def test_no_line_is_wider_than_the_page_and_no_word_is_lost(text: str) -> None:
    lines = wrapped(text, "  ", "  ")
    assert all(cells(line) <= 80 for line in lines if " " in line.strip() or "漢" in line)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_link_stays_whole() -> None:
    link = f"https://contoso.example/{'a' * 90}"
    assert link in wrapped(f"It was at {link}")
