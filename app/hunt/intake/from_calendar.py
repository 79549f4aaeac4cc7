"""Invitations as proposals: an interview planned, moved or called off, for the application that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from app.etiquette.addresses import address_key
from app.etiquette.name_suffixes import without_suffix
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview, InterviewStatus
from app.etiquette.state.facts import ends_at
from app.etiquette.text import folded
from app.etiquette.time.dates import add_days, at, local_day, say_day, say_moment, zone_named
from app.etiquette.time.interview_times import say_start, stored_day
from app.exchange.calendars.own_uids import own_uid
from app.exchange.contents import Attendee, Invitation
from app.exchange.meanings.senders import is_machine
from app.hunt.changes import Change, Verb, When
from app.hunt.intake.evidence import Trace, is_shared
from app.hunt.intake.invitation_notes import note_of
from app.hunt.intake.plan import ALREADY, What
from app.hunt.verbs import interviews

_CALLED_OFF = ("CANCELLED",)
_NO_INVITATION = {
    "REPLY": "a reply to an invitation",
    "COUNTER": "a proposal for another time",
    "REFRESH": "a request for an update",
}
_EARLIEST = datetime.min.replace(tzinfo=UTC)
_NOWHERE = ("", "UTC", "Etc/UTC")
"""Zones that say nothing of where they are: programs write any time in UTC."""
_LARGEST = 2**63 - 1
"""The largest whole number that the database holds."""
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
        """What all versions of one invitation share."""
        return f"uid {self.invitation.uid or self.invitation.summary}"


def latest(all_invited: Iterable[Invited], mine: frozenset[str]) -> list[Invited]:
    """Return the latest version of each invitation (RFC 5546 2.1.5: SEQUENCE, then DTSTAMP), in order of time."""
    newest: dict[str, Invited] = {}
    for invited in all_invited:
        newest_so_far = newest.get(invited.key)
        if newest_so_far is None or _version(invited.invitation, mine) > _version(newest_so_far.invitation, mine):
            newest[invited.key] = invited
    return sorted(newest.values(), key=lambda invited: invited.invitation.starts or _EARLIEST)


def _version(invitation: Invitation, mine: frozenset[str]) -> tuple[int, datetime, bool]:
    is_off = is_called_off(invitation) or is_declined(invitation, mine)
    return invitation.sequence, invitation.stamped or _EARLIEST, is_off


def is_called_off(invitation: Invitation) -> bool:
    """Return whether an invitation says that the meeting is off."""
    return invitation.method == "CANCEL" or invitation.status in _CALLED_OFF


def is_declined(invitation: Invitation, mine: frozenset[str]) -> bool:
    """Return whether the user said that they will not come.

    Args:
        mine: the user's addresses. Nobody else is taken for the user: a decline of somebody's whom nothing shows to be
            the user would lose an interview.
    """
    return any(address_key(address) in mine for address in invitation.declined_by)


def why_no_invitation(invitation: Invitation) -> str:
    """Return what is sent about an invitation without being one, "" for an invitation or its end."""
    name = _NO_INVITATION.get(invitation.method)
    return f"is {name}, not an invitation" if name else ""


def why_nothing(invitation: Invitation, interview: Interview | None, mine: frozenset[str]) -> str:
    """Return why an invitation for which `what_of` gave None changes nothing."""
    if interview is not None:
        return ALREADY
    if is_called_off(invitation):
        return "was canceled and isn't recorded here"
    return "was left out because you declined it" if is_declined(invitation, mine) else ALREADY


def shown_declines(invitation: Invitation, mine: frozenset[str]) -> str:
    """Return who else declined, a sentence for the user, who may know one of them as themselves."""
    others = [address for address in invitation.declined_by if address_key(address) not in mine]
    return f"Declined by {', '.join(others)}." if others else ""


def sounds_like_interview(invitation: Invitation) -> bool:
    """Return whether an invitation's words suggest an interview, or it was sent as a request."""
    text = folded(f"{invitation.summary} {invitation.description}")
    return invitation.method == "REQUEST" or any(word in text for word in _INTERVIEW_WORDS)


def people_of(invitation: Invitation, mine: frozenset[str]) -> tuple[Attendee, ...]:
    """Return organizer and attendees, each once and without the user."""
    everybody = (invitation.organizer, *invitation.attendees)
    people = [person for person in everybody if person is not None and address_key(person.email) not in mine]
    return tuple({address_key(person.email) or person.name: person for person in people}.values())


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
    """Return what shows to which application an invitation belongs."""
    text = "\n".join((invitation.description, invitation.location, invitation.url))
    return Trace(people_of(invitation, mine), invitation.summary, text)


def owner_of(uid: str, applications: Iterable[Application]) -> Application | None:
    """Return the application that has the interview of that UID."""
    return next((application for application in applications if interview_with_uid(application, uid) is not None), None)


def interview_with_uid(application: Application | None, uid: str) -> Interview | None:
    """Return the application's interview of that UID: its invitation's, or the one that our calendar gives it."""
    if application is None or not uid:
        return None
    return next(
        (interview for interview in application.interviews if uid in (interview.calendar_uid, own_uid(interview.uid))),
        None,
    )


def what_of(invitation: Invitation, interview: Interview | None, mine: frozenset[str], policy: Policy) -> What | None:
    """Return what an invitation would change; None if this or a later version is stored, or the interview was held.

    One that the user declined calls its interview off.
    """
    is_off = is_called_off(invitation) or is_declined(invitation, mine)
    if interview is None:
        return None if is_off else What.INTERVIEW
    if (invitation.sequence, invitation.stamped or _EARLIEST) < (interview.sequence, interview.stamped or _EARLIEST):
        return None
    if is_off:
        return What.CANCELLED if interview.status is InterviewStatus.PLANNED else None
    is_same = interview.starts == invitation.starts and _ends_alike(invitation, interview, policy)
    is_same = is_same and interview.location == place_of(invitation)
    is_same = is_same and interview.day_only == invitation.all_day
    if is_same and interview.status is not InterviewStatus.CANCELLED:
        return None
    return None if interview.status is InterviewStatus.HELD else What.MOVED


def _ends_alike(invitation: Invitation, interview: Interview, policy: Policy) -> bool:
    """Return whether both end alike; our own calendar writes an end that nobody said as the one that is assumed."""
    return interview.ends == invitation.ends or (
        interview.ends is None and invitation.ends == ends_at(interview, policy)
    )


def title_of(what: What, invitation: Invitation, interview: Interview | None, when: When) -> str:
    """Return the words for what would be recorded."""
    words = {What.INTERVIEW: "Interview on", What.MOVED: "Moved to", What.CANCELLED: "Canceled:"}[what]
    if what is What.CANCELLED and interview is not None:
        words = words if is_called_off(invitation) else "Canceled, because you declined it:"
        return f"{words} {say_start(interview, when.now, when.policy.zone)}"
    if invitation.starts is None:
        return "Interview, date not known"
    if invitation.all_day:
        return f"{words} {say_day(invitation.starts.date(), local_day(when.now, when.policy.zone))}, time not known"
    remark = " (no time zone given: yours is assumed)" if invitation.floating else ""
    return f"{words} {say_moment(invitation.starts, when.now, when.policy.zone)}{remark}"


def place_of(invitation: Invitation) -> str:
    """Return where the interview is: the room, and the link if the room does not name it."""
    if invitation.url and invitation.url not in invitation.location:
        return f"{invitation.location} {invitation.url}".strip()
    return invitation.location


def verb_of(what: What, invitation: Invitation, mine: frozenset[str]) -> Verb:
    """Return the verb that records an invitation; when it runs, it looks the interview up by its UID again."""

    def record(application: Application, when: When) -> Change:
        interview = interview_with_uid(application, invitation.uid)
        if what is What.CANCELLED and interview is not None:
            why = "" if is_called_off(invitation) else "you declined the invitation"
            version = (min(invitation.sequence, _LARGEST), invitation.stamped)
            return interviews.cancelled(application, when, interview.id, why=why, version=version)
        assert invitation.starts is not None
        fields: dict[str, object] = {
            "starts": invitation.starts,
            "ends": invitation.ends if invitation.ends and invitation.ends > invitation.starts else None,
            "day_only": invitation.all_day,
            "location": place_of(invitation),
            "calendar_uid": invitation.uid,
            "sequence": min(invitation.sequence, _LARGEST),
            "stamped": invitation.stamped,
        }
        if invitation.timezone not in _NOWHERE:
            fields["timezone"] = invitation.timezone
        people = _names(people_of(invitation, mine))
        if interview is None:
            change = interviews.planned(application, when, names=people, kind=_kind_of(invitation), **fields)  # type: ignore[arg-type]
            note = note_of(invitation.description, invitation.summary)
            return replace(change, events=(*change.events, Event(when.now, "note", note))) if note else change
        fields |= {"names": people} if people else {}
        fields |= {} if interview.status is InterviewStatus.HELD else {"status": InterviewStatus.PLANNED}
        return interviews.edited(application, when, interview.id, kind=interview.kind or _kind_of(invitation), **fields)

    return record


def _names(people: Iterable[Attendee]) -> str:
    """Return the people who are met, without machines, in the form that `interviews.planned` reads."""
    met = [person for person in people if person.email or person.name]
    met = [
        person for person in met if not is_machine(person.email) and not (is_shared(person.email) and not person.name)
    ]
    return ", ".join(f"{_in_order(person)} <{person.email}>" if person.email else _in_order(person) for person in met)


def _in_order(person: Attendee) -> str:
    """Return a name in its spoken order and without remarks: `Lee, Dana (HR)` is Dana Lee. Degrees follow it."""
    written = person.name.partition("(")[0] if not person.name.startswith("(") else ""
    if written.casefold().strip() == person.email.casefold():
        return ""
    name, degrees = without_suffix(written)
    family, comma, given = name.partition(",")
    name = f"{given.strip()} {family.strip()}" if comma and given.strip() else name
    name = " ".join(name.replace(",", " ").replace(";", " ").replace("<", " ").replace('"', " ").split())
    return f"{name} ({degrees})" if name and degrees else name


def _kind_of(invitation: Invitation) -> str:
    text = folded(f"{invitation.summary} {invitation.location}")
    for kind, words in _KINDS:
        if any(word in text for word in words):
            return kind
    return "video" if invitation.url else ""
