"""The parts of an application in our own JSON: people, interviews, letters and what else belongs to it.

Ids are temporary: -1, -2, ... in the order in which things stand.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from app.etiquette.attached_files import LARGEST_FILE, LONGEST_NAME, AttachedFile, is_sha256, media_type_of
from app.etiquette.errors import InvalidFieldError
from app.etiquette.from_them import Posting, Reply, ReplyBy
from app.etiquette.records import (
    Event,
    Interview,
    InterviewStatus,
    Letter,
    LetterStatus,
    Outcome,
    Person,
    Snooze,
    Waiver,
)
from app.etiquette.sheet_records import Jotting, Question
from app.etiquette.stages import Stage
from app.etiquette.time.dates import zone_named
from app.exchange.json_.fields import JsonObject
from app.exchange.json_.plain_fields import read


def person(entry: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Person:
    """Return a person, and note by which ref others name them."""
    person = Person(id=-position, **read(entry, Person, zone))
    if not person.name:
        raise entry.wrong("given", "a given name, a family name, or an email is needed.")
    ref = entry.values.get("ref", position)
    if not isinstance(ref, int | str):
        raise entry.wrong("ref", "should be text or a number.")
    if ref in refs:
        raise entry.wrong("ref", f"{ref!r} is used twice.")
    refs[ref] = person.id
    return person


def _whom(entry: JsonObject, name: str, refs: dict[object, int]) -> int | None:
    ref = entry.values.get(name)
    return None if ref is None else _ref(entry, name, ref, refs)


def _ref(entry: JsonObject, name: str, ref: object, refs: dict[object, int]) -> int:
    if not isinstance(ref, int | str) or ref not in refs:
        raise entry.wrong(name, f"{ref!r} is not the ref of anyone in people.")
    return refs[ref]


def interview(entry: JsonObject, position: int, refs: dict[object, int], zone: tzinfo, is_named: bool) -> Interview:
    """Return an interview. Documents whose applications have no uid call the calendar's UID so (`is_named` False)."""
    calendar_uid = "calendar_uid" if is_named or "calendar_uid" in entry.values else "uid"
    named = entry.text("timezone")
    try:
        own = zone_named(named) if named else zone
    except InvalidFieldError as error:
        raise entry.wrong("timezone", str(error)) from None
    day_only = entry.flag("day_only")
    starts, ends = (entry.whole_day(name) if day_only else entry.moment(name, own) for name in ("starts", "ends"))
    if starts is None:
        raise entry.wrong("starts", "is needed and is missing.")
    if ends is not None and ends <= starts:
        raise entry.wrong("ends", "it ends before it starts.")
    apart = {"starts", "ends", "calendar_uid", "uid"}
    fields = read(entry, Interview, zone, apart=apart)
    if entry.values.get("round") is None:
        fields["round"] = position
    return Interview(
        id=-position,
        starts=starts,
        ends=ends,
        met=tuple(_ref(entry, "met", ref, refs) for ref in entry.items("met")),
        calendar_uid=entry.text(calendar_uid),
        uid="" if calendar_uid == "uid" else entry.uid(),
        **fields,
    )


class Rounds:
    """The interviews of an application, as letters and waivers name them: by uid, or by round where that is enough."""

    def __init__(self, interviews: tuple[Interview, ...]):
        self._by_uid = {interview.uid: interview.id for interview in interviews if interview.uid}
        self._by_round: dict[int, int] = {}
        for interview in sorted(interviews, key=lambda interview: interview.status is InterviewStatus.MISSED):
            self._by_round.setdefault(interview.round, interview.id)  # a missed one may have had the number before

    def of(self, entry: JsonObject) -> int | None:
        """Return the id of the interview that something belongs to, None when it names none."""
        uid = entry.text("interview")
        if uid:
            if uid not in self._by_uid:
                raise entry.wrong("interview", f"{uid!r} is not the uid of any interview.")
            return self._by_uid[uid]
        if entry.values.get("round") is None:
            return None
        wanted = entry.number("round")
        if wanted not in self._by_round:
            raise entry.wrong("round", f"{wanted} is not the round of any interview.")
        return self._by_round[wanted]


def letter(entry: JsonObject, position: int, refs: dict[object, int], rounds: Rounds, zone: tzinfo) -> Letter:
    """Return a letter."""
    fields = read(entry, Letter, zone, needed=("kind",))
    sent: datetime | None = fields["sent"]
    if entry.one_of("status", LetterStatus) is None:
        fields["status"] = LetterStatus.SENT if sent else LetterStatus.DRAFT
    if fields["status"] is LetterStatus.SENT and sent is None:
        raise entry.wrong("sent", "is needed, since the letter was sent.")
    fields["sent"] = sent if fields["status"] is LetterStatus.SENT else None
    fields["written"] = fields["written"] or sent
    return Letter(id=-position, to=_whom(entry, "to", refs), interview=rounds.of(entry), **fields)


def reply(entry: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Reply:
    """Return an answer of theirs."""
    fields = read(entry, Reply, zone, needed=("at",))
    return Reply(id=-position, person=_whom(entry, "person", refs), **fields)


def reply_by(entry: JsonObject, zone: tzinfo) -> ReplyBy | None:
    """Return their reply-by date, None without a day."""
    if entry.day("date") is None:
        return None
    return ReplyBy(stated=entry.flag("stated", default=True), **read(entry, ReplyBy, zone, apart={"stated"}))


def outcome(entry: JsonObject, zone: tzinfo) -> Outcome:
    """Return how it ended."""
    came_from = entry.one_of("came_from", Stage) or Stage.OUTCOME
    return Outcome(
        at=entry.moment("at", zone), came_from=came_from, **read(entry, Outcome, zone, apart={"at", "came_from"})
    )


def waiver(entry: JsonObject, position: int, refs: dict[object, int], rounds: Rounds, zone: tzinfo) -> Waiver:
    """Return a waiver."""
    fields = read(entry, Waiver, zone, needed=("step", "at"))
    return Waiver(id=-position, person=_whom(entry, "person", refs), interview=rounds.of(entry), **fields)


def snooze(entry: JsonObject, position: int, refs: dict[object, int], zone: tzinfo) -> Snooze:
    """Return a snooze."""
    fields = read(entry, Snooze, zone, needed=("step", "until"))
    return Snooze(id=-position, person=_whom(entry, "person", refs), **fields)


def posting(entry: JsonObject, position: int, zone: tzinfo) -> Posting:
    """Return a posting that was kept."""
    return Posting(id=-position, **read(entry, Posting, zone, needed=("kept",)))


def attached_file(entry: JsonObject, position: int, zone: tzinfo) -> AttachedFile:
    """Return a file that they have; what is in it is not in the document."""
    fields = read(entry, AttachedFile, zone, needed=("name", "sha256"))
    if not is_sha256(fields["sha256"]):
        raise entry.wrong("sha256", "should be the SHA-256 of the file: 64 hexadecimal digits in lower case.")
    if not 0 <= fields["size"] <= LARGEST_FILE:
        raise entry.wrong("size", f"should be 0 to {LARGEST_FILE}.")
    if not 0 < len(fields["name"]) <= LONGEST_NAME:
        raise entry.wrong("name", f"should have 1 to {LONGEST_NAME} characters.")
    fields["media_type"] = media_type_of(fields["name"])
    return AttachedFile(id=-position, **fields)


def question(entry: JsonObject, position: int, rounds: Rounds, zone: tzinfo) -> Question:
    """Return a question of an interview's sheet."""
    return Question(id=-position, interview=rounds.of(entry), **read(entry, Question, zone, needed=("text",)))


def jotting(entry: JsonObject, position: int, refs: dict[object, int], rounds: Rounds, zone: tzinfo) -> Jotting:
    """Return what was written down during an interview."""
    fields = read(entry, Jotting, zone)
    return Jotting(id=-position, person=_whom(entry, "person", refs), interview=rounds.of(entry), **fields)


def event(entry: JsonObject, zone: tzinfo) -> Event:
    """Return an event."""
    fields = read(entry, Event, zone, apart={"what"})
    return Event(what=entry.text("what") or "note", **fields)
