"""Invitations as proposals: an interview planned, moved or called off, for the application that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from app.etiquette.addresses import address_key
from app.etiquette.records import Application, Interview, InterviewStatus
from app.etiquette.text import folded
from app.etiquette.time.dates import add_days, at, local_day, say_day, say_moment, zone_named
from app.etiquette.time.interview_times import say_start, stored_day
from app.exchange.found import Attendee, Invitation
from app.exchange.meanings.senders import is_machine
from app.hunt.changes import Change, Verb, When
from app.hunt.intake.evidence import Trace, is_shared
from app.hunt.intake.plan import What
from app.hunt.verbs import interviews

_CALLED_OFF = ("CANCELLED",)
_NO_INVITATION = {
    "REPLY": "a reply to an invitation",
    "COUNTER": "a proposal for another time",
    "REFRESH": "a request for an update",
}
_EARLIEST = datetime.min.replace(tzinfo=UTC)
_INTERVIEW_WORDS = (
    "interview", "phone screen", "screening", "hiring", "recruit", "candidate", "vorstellungsgespräch", "bewerbung",
    "kennenlernen", "entretien", "entrevista", "colloquio", "面试", "面談", "面接",
)  # fmt: skip
_KINDS = (
    ("phone screen", ("phone screen", "telephone screen", "screening call")),
    ("panel", ("panel",)),
    ("onsite", ("onsite", "on-site", "on site", "in person", "vor ort")),
    ("phone", ("phone", "telefon", "call with")),
)


@dataclass(frozen=True, slots=True)
class Invited:
    """One invitation, the file it came in, and what tells it apart."""

    invitation: Invitation
    file: str
    doubt: str = ""
    """Why whoever sent it may be somebody else: see `from_mail.doubt_of`."""

    @property
    def key(self) -> str:
        """The same for every version of one invitation."""
        return f"uid {self.invitation.uid or self.invitation.summary}"


def latest(invited: Iterable[Invited]) -> list[Invited]:
    """Return the latest version of each invitation (RFC 5546 2.1.5: SEQUENCE, then DTSTAMP), in order of time."""
    newest: dict[str, Invited] = {}
    for each in invited:
        known = newest.get(each.key)
        if known is None or _version(each.invitation) > _version(known.invitation):
            newest[each.key] = each
    return sorted(newest.values(), key=lambda each: each.invitation.starts or _EARLIEST)


def _version(invitation: Invitation) -> tuple[int, datetime, bool]:
    return invitation.sequence, invitation.stamped or _EARLIEST, is_called_off(invitation)


def is_called_off(invitation: Invitation) -> bool:
    """Return whether it says that the meeting does not take place."""
    return invitation.method == "CANCEL" or invitation.status in _CALLED_OFF


def why_left_out(invitation: Invitation, mine: frozenset[str]) -> str:
    """Return why it is no invitation to be taken, "" when it is one.

    Args:
        mine: the user's addresses; where none is known, one that everybody else declined was declined by them.
    """
    if invitation.method in _NO_INVITATION:
        return f"is {_NO_INVITATION[invitation.method]}, not an invitation"
    invited = {person.email.casefold() for person in invitation.attendees}
    organizer = {invitation.organizer.email.casefold()} if invitation.organizer else set()
    if mine & set(invitation.declined_by) or (not mine and 0 < len(invited - organizer) == len(invitation.declined_by)):
        return "was left out because you declined it"
    return ""


def sounds_like_interview(invitation: Invitation) -> bool:
    """Return whether its words speak of an interview, or it was sent to invite somebody."""
    text = folded(f"{invitation.summary} {invitation.description}")
    return invitation.method == "REQUEST" or any(word in text for word in _INTERVIEW_WORDS)


def people_of(invitation: Invitation, mine: frozenset[str]) -> tuple[Attendee, ...]:
    """Return organizer and attendees but for the user, each once."""
    everybody = (invitation.organizer, *invitation.attendees)
    named = [each for each in everybody if each is not None and address_key(each.email) not in mine]
    return tuple({address_key(each.email) or each.name: each for each in named}.values())


def in_zone(invitation: Invitation, zones: Mapping[str, str]) -> Invitation:
    """Return the invitation with its moments, where the user has said which zone is meant by a name nobody knows."""
    name = zones.get(invitation.unknown_zone) if invitation.unknown_zone else None
    if name is None or invitation.wall_starts is None:
        return invitation
    zone = zone_named(name)
    starts = at(invitation.wall_starts.date(), invitation.wall_starts.time(), zone)
    wall_ends = invitation.wall_ends
    ends = at(wall_ends.date(), wall_ends.time(), zone) if wall_ends else None
    return replace(invitation, starts=starts, ends=ends, timezone=name, problem="", unknown_zone="")


def by_days(invitation: Invitation, zone: tzinfo) -> Invitation:
    """Return an invitation to whole days with its moments as an interview has them; any other one as it is.

    Args:
        zone: the user's, in which whole days begin and end until then.
    """
    if not invitation.all_day or invitation.starts is None:
        return invitation
    starts = stored_day(local_day(invitation.starts, zone))
    ends = stored_day(local_day(invitation.ends, zone)) if invitation.ends else None
    one_day = ends is None or ends <= stored_day(add_days(starts.date(), 1))
    return replace(invitation, starts=starts, ends=None if one_day else ends)


def trace_of(invitation: Invitation, mine: frozenset[str]) -> Trace:
    """Return what shows where it belongs."""
    text = "\n".join((invitation.description, invitation.location, invitation.url))
    return Trace(people_of(invitation, mine), invitation.summary, text)


def owner_of(uid: str, applications: Iterable[Application]) -> Application | None:
    """Return the application that has the interview of that UID."""
    return next((each for each in applications if known_interview(each, uid) is not None), None)


def known_interview(application: Application | None, uid: str) -> Interview | None:
    """Return the application's interview of that UID."""
    if application is None or not uid:
        return None
    return next((known for known in application.interviews if known.calendar_uid == uid), None)


def what_of(invitation: Invitation, known: Interview | None) -> What | None:
    """Return what it would change, None for nothing: it is known in this or a later version, or took place."""
    if known is None:
        return None if is_called_off(invitation) else What.INTERVIEW
    if (invitation.sequence, invitation.stamped or _EARLIEST) < (known.sequence, known.stamped or _EARLIEST):
        return None
    if is_called_off(invitation):
        return What.CANCELLED if known.status is InterviewStatus.PLANNED else None
    same = (known.starts, known.ends) == (invitation.starts, invitation.ends) and known.location == place_of(invitation)
    same = same and known.day_only == invitation.all_day
    if same and known.status is not InterviewStatus.CANCELLED:
        return None
    return None if known.status is InterviewStatus.HELD else What.MOVED


def title_of(what: What, invitation: Invitation, known: Interview | None, when: When) -> str:
    """Return what would be recorded, for a person."""
    words = {What.INTERVIEW: "Interview on", What.MOVED: "Moved to", What.CANCELLED: "Canceled:"}[what]
    if what is What.CANCELLED and known is not None:
        return f"{words} {say_start(known, when.now, when.policy.zone)}"
    if invitation.starts is None:
        return "Interview, date not known"
    if invitation.all_day:
        return f"{words} {say_day(invitation.starts.date(), local_day(when.now, when.policy.zone))}, time not known"
    meant = " (no time zone given: yours is assumed)" if invitation.floating else ""
    return f"{words} {say_moment(invitation.starts, when.now, when.policy.zone)}{meant}"


def place_of(invitation: Invitation) -> str:
    """Return where it takes place: the room, and the link where the room does not name it."""
    if invitation.url and invitation.url not in invitation.location:
        return f"{invitation.location} {invitation.url}".strip()
    return invitation.location


def verb_of(what: What, invitation: Invitation, mine: frozenset[str]) -> Verb:
    """Return the verb that records it. An invitation that changed nothing meanwhile is found by its UID again."""

    def record(application: Application, when: When) -> Change:
        known = known_interview(application, invitation.uid)
        if what is What.CANCELLED and known is not None:
            return interviews.cancelled(application, when, known.id)
        assert invitation.starts is not None
        fields: dict[str, object] = {
            "starts": invitation.starts,
            "ends": invitation.ends if invitation.ends and invitation.ends > invitation.starts else None,
            "day_only": invitation.all_day,
            "timezone": invitation.timezone,
            "location": place_of(invitation),
            "calendar_uid": invitation.uid,
            "sequence": min(invitation.sequence, 2**63 - 1),
            "stamped": invitation.stamped,
        }
        people = _names(people_of(invitation, mine))
        if known is None:
            return interviews.planned(application, when, names=people, kind=_kind_of(invitation), **fields)  # type: ignore[arg-type]
        fields |= {"names": people} if people else {}
        fields |= {} if known.status is InterviewStatus.HELD else {"status": InterviewStatus.PLANNED}
        return interviews.edited(application, when, known.id, kind=known.kind or _kind_of(invitation), **fields)

    return record


def _names(people: Iterable[Attendee]) -> str:
    """Return who is met, as `interviews.planned` reads it: people, no machines."""
    met = [each for each in people if each.email or each.name]
    met = [each for each in met if not is_machine(each.email) and not (is_shared(each.email) and not each.name)]
    return ", ".join(f"{_in_order(each)} <{each.email}>" if each.email else _in_order(each) for each in met)


def _in_order(person: Attendee) -> str:
    """Return a name without the signs that part names: `Lee, Dana (HR)` is Dana Lee."""
    name = person.name.partition("(")[0] if not person.name.startswith("(") else ""
    if name.casefold().strip() == person.email.casefold():
        return ""
    family, comma, given = name.partition(",")
    name = f"{given.strip()} {family.strip()}" if comma and given.strip() else name
    return " ".join(name.replace(",", " ").replace(";", " ").replace("<", " ").replace('"', " ").split())


def _kind_of(invitation: Invitation) -> str:
    text = folded(f"{invitation.summary} {invitation.location}")
    for kind, words in _KINDS:
        if any(word in text for word in words):
            return kind
    return "video" if invitation.url else ""
