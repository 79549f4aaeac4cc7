"""Turn the content of calendars and mails into proposals: each for one application, or asking for which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from app.etiquette.records import Application
from app.etiquette.text import clean
from app.etiquette.unset import UNSET
from app.exchange.calendars.own_uids import is_own_step
from app.exchange.meanings import meaning_of_message
from app.hunt.changes import When
from app.hunt.intake import from_calendar, from_mail, from_postings
from app.hunt.intake.differences import Difference
from app.hunt.intake.evidence import Suspects, Trace, is_settled
from app.hunt.intake.from_calendar import Invited
from app.hunt.intake.from_mail import Mailed
from app.hunt.intake.from_postings import Advert
from app.hunt.intake.guessing import guess_of
from app.hunt.intake.plan import ALREADY, Fit, Judged, Plan, Proposal, What
from app.hunt.intake.roster import Roster

_FEW = 3
"""Mails of one file that are named if they are about none of the applications; more are counted."""
_SHOWN = 1200
"""Characters of a mail or description that a proposal carries along to look at."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the user has said so far about an import's proposals, by their keys."""

    applications: Mapping[str, int] = field(default_factory=dict)
    """Where it belongs."""
    new: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Company and role of an application that is yet to be added for it."""
    zones: Mapping[str, str] = field(default_factory=dict)
    """A time zone's name in the file -> the IANA name that is meant."""
    owner: int | None = None
    """The application that the user is at, to which postings belong unless they say otherwise."""
    confirmed: frozenset[str] = frozenset()
    """The outcomes and differences that are to be recorded: nothing but the user's key does that."""


def with_advertised(
    answers: Answers, adverts: Iterable[Advert], applications: list[Application], without: Container[str]
) -> Answers:
    """Return the user's answers with the applications for which postings state company and role, and which are not
    there yet.

    Args:
        without: keys of what the user left out.
    """
    if answers.owner is not None:
        return answers
    suspects = Suspects(applications)
    first: dict[tuple[str, str], tuple[str, str]] = {}
    new: dict[str, tuple[str, str]] = {}
    for advert in adverts:
        posting, is_answered = advert.posting, advert.key in without or advert.key in answers.applications
        if not is_answered and from_postings.whereabouts(posting, applications, suspects).is_new:
            names = posting.company, posting.role
            new[advert.key] = first.setdefault(from_postings.identity_of(*names), names)
    return replace(answers, new={**new, **answers.new}) if new else answers


class Differing(NamedTuple):
    """An application of which an export of ours says something else."""

    file: str
    application: Application
    differences: tuple[Difference, ...]


class Proposing:
    """Makes a plan's proposals one after another; each sees what those before it would have done."""

    def __init__(self, plan: Plan, roster: Roster, when: When, mine: frozenset[str], answers: Answers):
        self._plan, self._roster, self._when, self._mine, self._answers = plan, roster, when, mine, answers
        self._suspects = Suspects(roster.all)
        self._unmatched: dict[str, list[str]] = {}
        """By file, the subjects of mails that are about none of the applications."""

    def differences(self, all_differing: Iterable[Differing]) -> None:
        """Propose what exports of ours say otherwise than what is here."""
        for differing in all_differing:
            application = differing.application
            fit = Fit(application.id, application.company, application.role, 99, "it's the same one in the export")
            for difference in differing.differences:
                self._add(
                    Proposal(
                        f"{differing.file} {application.id} {difference.name}", differing.file, What.DIFFERENCE,
                        difference.title(self._when), difference.text(self._when), (fit,), application.id, True,
                        difference.verb, wants_key=True,
                    )
                )  # fmt: skip

    def invitations(self, all_invited: Iterable[Invited]) -> None:
        """Propose what the latest version of each invitation says, the earliest interview first."""
        real: list[Invited] = []
        own_steps: Counter[str] = Counter()
        for invited in all_invited:
            if is_own_step(invited.invitation.uid):
                own_steps[invited.file] += 1
                continue
            reason = from_calendar.why_no_invitation(invited.invitation)
            if reason:
                self._plan.notes.append(f"{invited.file}: {invited.invitation.summary or 'an event'} {reason}.")
            else:
                real.append(invited)
        self._plan.notes += _own_step_notes(own_steps)
        alone = sum(not from_calendar.is_declined(invited.invitation, self._mine) for invited in real) == 1
        for invited in from_calendar.latest(real, self._mine):
            self._invitation(invited, alone)

    def _invitation(self, invited: Invited, is_alone: bool) -> None:
        invitation = from_calendar.in_zone(invited.invitation, self._answers.zones)
        invitation = from_calendar.by_days(invitation, self._when.policy.zone)
        owner = from_calendar.owner_of(invitation.uid, self._roster.all)
        trace = from_calendar.trace_of(invitation, self._mine)
        where, fits, is_sure = self._where(invited.key, owner, trace)
        interview = from_calendar.interview_with_uid(owner, invitation.uid)
        what = from_calendar.what_of(invitation, interview, self._mine, self._when.policy)
        if what is None:
            reason = from_calendar.why_nothing(invitation, interview, self._mine)
            self._plan.notes.append(f"{invited.file}: {invitation.summary or 'an interview'} {reason}.")
            return
        if where is None and not fits and not is_alone and not from_calendar.sounds_like_interview(invitation):
            self._plan.notes.append(
                f"{invited.file}: {invitation.summary or 'an event'} doesn't match any application here."
            )
            return
        is_placed = invitation.starts is not None or what is What.CANCELLED
        zone = "" if is_placed else invitation.unknown_zone
        verb = from_calendar.verb_of(what, invitation, self._mine) if is_placed else None
        self._add(
            Proposal(
                invited.key,
                invited.file,
                what,
                from_calendar.title_of(what, invitation, interview, self._when),
                _shown(
                    invitation.summary,
                    invitation.problem,
                    from_calendar.shown_declines(invitation, self._mine),
                    from_calendar.place_of(invitation),
                    invitation.description,
                ),
                fits,
                where,
                is_sure,
                verb,
                problem=invitation.problem if verb is None else "",
                guess=guess_of(trace),
                unknown_zone=zone,
                doubt=invited.doubt,
            )
        )

    def postings(self, adverts: Iterable[Advert]) -> None:
        """Propose to keep postings, each with the application that it belongs to or is added for it."""
        for key, advert in {advert.key: advert for advert in adverts}.items():
            posting = advert.posting
            place = from_postings.whereabouts(posting, self._roster.all, self._suspects)
            chosen = self._roster.get(self._answers.applications.get(key, self._answers.owner))
            number, fits, is_new = place.application_id, place.fits, chosen is not None and chosen.id < 0
            if chosen is not None:
                others = (fit for fit in fits if fit.application_id != chosen.id)
                fits = (Fit(chosen.id, chosen.company, chosen.role, 99, "you said so"), *others)
                number, fits = chosen.id, () if is_new else fits
            target = self._roster.get(number)
            if target is not None and from_postings.is_kept(target, posting):
                self._plan.notes.append(f"{advert.file}: the posting from {target.company} {ALREADY}.")
                continue
            self._add(
                Proposal(
                    key, advert.file, What.POSTING,
                    from_postings.title_of(posting, self._when, target if is_new else None),
                    from_postings.text_of(posting, self._when), fits, number, number is not None,
                    from_postings.verb_of(posting), guess=(posting.company, posting.role), is_new=is_new,
                )
            )  # fmt: skip

    def messages(self, all_mailed: Iterable[Mailed]) -> None:
        """Propose what mails say, the oldest first and each once; what each means is kept in the plan."""
        all_mailed = list(all_mailed)
        by_key = {mailed.key: mailed for mailed in all_mailed}
        judged: dict[str, Judged] = {}
        for mailed in sorted(by_key.values(), key=lambda mailed: mailed.message.at or UNSET):
            judged[mailed.key] = self._message(mailed)
        self._plan.notes += _unmatched_notes(self._unmatched)
        self._plan.judged |= {(mailed.file, mailed.place): judged[mailed.key] for mailed in all_mailed}

    def _message(self, mailed: Mailed) -> Judged:
        message = mailed.message
        is_own = from_mail.is_mine(message, self._mine)
        meant = meaning_of_message(message, self._when.policy.zone, is_own=is_own)
        owner = from_mail.owner_of(message, self._roster.all)
        trace = from_mail.trace_of(message, self._mine)
        where, fits, is_sure = self._where(mailed.key, owner, trace)
        judged = Judged(meant, self._roster.get(where))
        if message.invitations:
            return judged  # its calendar has told it
        likely = self._roster.get(where if where is not None else fits[0].application_id if fits else None)
        name = message.subject or "an email"
        if likely is None:
            self._unmatched.setdefault(mailed.file, []).append(name)
            return judged
        reading = from_mail.read(message, likely, self._mine, self._when, meant)
        if reading.what is None:
            self._plan.notes.append(f"{mailed.file}: “{clean(name)}”: {reading.why}.")
            return judged
        text = _shown(message.subject, meant.says and f"\u2192 {meant.says}", message.text)
        self._add(
            Proposal(
                mailed.key, mailed.file, reading.what, reading.title, text, fits, where, is_sure, reading.verb,
                guess=guess_of(trace), wants_key=reading.wants_key, doubt=from_mail.doubt_of(message),
            )
        )  # fmt: skip
        return judged

    def _where(self, key: str, owner: Application | None, trace: Trace) -> tuple[int | None, tuple[Fit, ...], bool]:
        """Return where something belongs (None: ask the user), what else it may belong to, and whether that is sure."""
        fits = self._suspects.fits(trace)
        chosen = self._roster.get(self._answers.applications.get(key))
        owner = chosen or owner
        if owner is not None:
            why = "you said so" if chosen else "it matches what is recorded there"
            own = Fit(owner.id, owner.company, owner.role, 99, why)
            return owner.id, (own, *(fit for fit in fits if fit.application_id != owner.id)), True
        if is_settled(fits):
            return fits[0].application_id, fits, True
        return None, fits, False

    def _add(self, proposal: Proposal) -> None:
        """Add a proposal; one that is recorded changes what the next ones see, an outcome once the user says so."""
        number, verb = proposal.application_id, proposal.verb
        if number is None or verb is None:
            proposal = replace(proposal, verb=None, is_taken=False)
        elif proposal.wants_key and proposal.key not in self._answers.confirmed:
            proposal = replace(proposal, is_taken=False)
        elif refused := self._roster.apply(number, verb):
            kept = verb if proposal.what is What.DIFFERENCE else None
            proposal = replace(proposal, verb=kept, is_taken=False, problem=refused)
        else:
            changed = self._roster.get(number)
            assert changed is not None
            self._suspects.changed(changed)
        self._plan.proposals.append(proposal)


def _own_step_notes(own_steps: Mapping[str, int]) -> Iterator[str]:
    """Yield how many events of each file are steps of ours, which are no interviews."""
    for file, number in own_steps.items():
        steps = "1 event is a step" if number == 1 else f"{number} events are steps"
        yield f"{file}: {steps} from Afterword's own calendar."


def _unmatched_notes(unmatched: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield a sentence for each mail that is about none of the applications; of a file with many, one for all."""
    for file, names in unmatched.items():
        if len(names) > _FEW:
            yield f"{file}: {len(names):,} emails don't match any application here."
        else:
            yield from (f"{file}: “{clean(name)}” doesn't match any application here." for name in names)


def _shown(*parts: str) -> str:
    return "\n".join(part for part in parts if part.strip())[:_SHOWN]
