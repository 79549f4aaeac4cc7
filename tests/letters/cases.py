"""Every build of every kind, with every occasion that it is for: what the book shows and the tests read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import product

from app.etiquette.checks import LetterText, Report, check_letter
from app.etiquette.checks.of_application import knowledge_of
from app.etiquette.from_them import ReplyBy
from app.etiquette.letter_kinds import DEMANDS, THANKS, Kind, Tone
from app.etiquette.letter_style import English, Style
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
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
from app.letters.builds import AGAIN, ARRANGED, ELSEWHERE, Build
from app.letters.occasion import Occasion
from app.letters.salutation import to_people
from app.letters.template_names import template_names
from app.letters.templating import Letters, Rendered

NOW = datetime(2026, 11, 25, 16, tzinfo=UTC)
DANA = Person(1, "Dana", "Lee", "Ms.")
OMAR = Person(2, "Omar", "Haddad")
RITA = Person(3, "Rita", "Ortiz", part=Part.RECRUITER)
ME = Me("Robin Marsh", "robin@marsh.example")
NOTES = {
    "they did it": "Dana showed me the test rig",
    "a fact": "their team moves to Kafka in March",
    "a topic": "how they handle late-arriving data",
    "nothing noted": "",
}
AHEAD = ("no date", "decision date", "next interview")
POLICY = Policy()


@dataclass(frozen=True)
class Case:
    """One letter: a build, and an occasion that it is for."""

    kind: Kind
    build: Build
    tone: Tone
    note: str
    ahead: str
    is_late: bool = False
    has_deadline: bool = False
    reader_id: int = 0
    """Another reader than the one that the build is for; 0: that one."""

    @property
    def title(self) -> str:
        """The occasion in a few words."""
        words = [self.build.occasion, self.note, self.ahead, "late" if self.is_late else ""]
        return ", ".join(filter(None, [*words, "with their deadline" if self.has_deadline else ""]))

    @property
    def reader(self) -> Person:
        """To whom it goes."""
        if self.reader_id:
            return next(person for person in (DANA, OMAR, RITA) if person.id == self.reader_id)
        return RITA if self.build.occasion == ARRANGED else DANA

    @property
    def now(self) -> datetime:
        """When it is written: soon after the interview for thanks, three weeks later for others."""
        if self.kind in THANKS:
            return NOW + timedelta(days=3 if self.is_late else 0)
        return NOW + timedelta(days=14)

    def application(self) -> Application:
        """What it is about."""
        first = Interview(1, 1, NOW - timedelta(days=14), met=(1, 2), status=InterviewStatus.HELD)
        met = (1, 2, 3) if self.kind is Kind.PANEL_THANK_YOU and self.build.occasion != ARRANGED else (1, 2)
        held = Interview(2, 2, NOW - timedelta(days=1), met=met, noted=NOTES[self.note], status=InterviewStatus.HELD)
        planned = Interview(3, 3, NOW + timedelta(days=16), met=(2,), status=InterviewStatus.PLANNED)
        thanks = Letter(1, Kind.THANK_YOU, 1, "Thanks", status=LetterStatus.SENT, sent=first.starts, interview=1)
        decision = date(2026, 12, 4)
        return Application(
            7,
            "Initech",
            "Data Engineer",
            people=(DANA, OMAR, RITA),
            interviews=(first, held, *([planned] if self.ahead == "next interview" else [])),
            letters=(thanks,) if self.build.occasion == AGAIN else (),
            reply_by=ReplyBy(decision, stated=True) if self.ahead == "decision date" else None,
            outcome=Outcome(OutcomeKind.OFFER, self.now, date(2026, 12, 14) if self.has_deadline else None),
        )

    def occasion(self, english: English = English.US) -> Occasion:
        """What the template is told."""
        application = self.application()
        style = Style(self.tone, english)
        return Occasion(
            application,
            self.reader,
            application.interviews[1],
            ME,
            POLICY,
            self.now,
            date(2026, 12, 16),
            style,
            self.build.occasion == ELSEWHERE,
        )

    def rendered(self, english: English = English.US) -> Rendered:
        """The letter."""
        occasion = self.occasion(english)
        names = template_names(occasion)
        if DEMANDS[self.kind].names_all and occasion.was_in_the_room:
            names["greeting"] = to_people(occasion.met, self.tone, english)
        return letters(self.kind, english).render(self.build, names)

    def report(self) -> Report:
        """What our own checker says."""
        text, application = self.rendered(), self.application()
        letter = Letter(9, self.kind, self.reader.id, text.subject, text.body, interview=2)
        application = replace(application, letters=())
        return check_letter(LetterText(self.kind, text.body, text.subject), knowledge_of(application, letter, ME))


@lru_cache(maxsize=64)
def letters(kind: Kind, english: English = English.US) -> Letters:
    """Return the letters of a kind, ours."""
    return Letters(f"{kind}.j2", None, english)


def cases(kind: Kind) -> Iterator[Case]:
    """Yield every build of a kind with every occasion that makes a difference to it."""
    demands = DEMANDS[kind]
    notes = list(NOTES) if demands.highlight.value != "none" else ["a fact"]
    lates = (False, True) if kind in THANKS else (False,)
    deadlines = (False, True) if kind in (Kind.OFFER_THANKS, Kind.OFFER_TIME_REQUEST) else (False,)
    for build in letters(kind).builds():
        for tone, note, ahead, late, deadline in product(sorted(build.tones), notes, AHEAD, lates, deadlines):
            yield Case(kind, build, tone, note, ahead, late, deadline)
