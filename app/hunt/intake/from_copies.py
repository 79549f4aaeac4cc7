"""Plan what joining another machine's copy of the hunt does: in words, and each field that both changed as a proposal.

Of what both machines changed, the later one is proposed where the copy is of the same hunt; otherwise ours stays until
the user takes theirs. Nothing else is asked: what only one machine changed is no question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.etiquette.errors import NotFoundError
from app.etiquette.marks import Marks
from app.etiquette.records import Application, Event, StepName
from app.etiquette.time.lengths import count
from app.etiquette.titles import STEP_TITLES
from app.exchange.contents import FileContents
from app.exchange.json_.reading import Whole
from app.hunt.changes import Change, Verb, When
from app.hunt.field_words import Words, label_of, say, shortened
from app.hunt.intake.differences import Difference, of_field, of_record
from app.hunt.intake.exported import row_of
from app.hunt.intake.joining_records import LISTS, UNSAID
from app.hunt.intake.outcomes import OUTCOME, of_outcome
from app.hunt.intake.plan import Fate, Fit, Line, Plan, PlannedJoin, Proposal, What
from app.hunt.joining.copies import TABLES, Record, Value, applications_of
from app.hunt.joining.disputes import DISPUTED
from app.hunt.joining.joins import Contested, Unit
from app.hunt.joining.storing import JoinEffect, joined_with_questions, touched_by
from app.storage.columns import APPLICATION, EVENT, LETTER
from app.storage.units import WORDS, unit_of

_UNLISTED = ("stage", "added", DISPUTED)
"""Fields of which the changes are not said as such: they follow from others, or are a step."""
_LISTED = {table.name: table.listed_in for table in TABLES if table.listed_in}


class CopyPlanning:
    """One copy being planned."""

    def __init__(self, plan: Plan, whole: Whole, effect: JoinEffect, when: When):
        self._plan, self._whole, self._when = plan, whole, when
        self._wanted = effect.wanted
        self._name, self._theirs = effect.wanted.name, effect.wanted.theirs
        self._before, self._result, self._touched = effect.before, effect.result, effect.touched
        self._stored = {
            self._result.renamed.get(uid, uid): application for uid, (application, _) in self._before.hunt.items()
        }

    def plan(self, is_same_hunt: bool, confirmed: Iterable[str]) -> None:
        """Add to the plan what the copy does.

        Args:
            is_same_hunt: whether it is a copy of this hunt, and no hunt of somebody else's.
            confirmed: keys of the proposals that the user takes.
        """
        proposals = list(self._proposals(is_same_hunt, frozenset(confirmed)))
        differences = Counter(proposal.application_id for _, proposal in proposals)
        kept = frozenset((one.uid, one.field) for one, proposal in proposals if proposal.wants_key)
        if kept:
            wanted = self._wanted._replace(kept=kept)
            self._result = joined_with_questions(self._before.copy, wanted, self._when.policy)
            self._touched = frozenset(touched_by(self._result))
        fates = Counter[Fate]()
        after = applications_of(self._result.copy, self._touched & self._result.copy.records.keys())
        taken = []
        for place, uid in enumerate(self._in_order(), 1):
            fate, text = self._fate(uid, after)
            number = differences[self._stored[uid].id] if uid in self._stored else 0
            text += f"; {count(number, 'difference')}" if number else ""
            fates[fate] += 1
            self._plan.lines.append(Line(self._name, place, fate, text))
            if fate in (Fate.NEW, Fate.CHANGED) and uid in after:
                taken.append(row_of(place, after[uid][0]))
        total = len(self._whole.applications)
        self._plan.files.append(FileContents(self._name, "json", total, tuple(taken), fates[Fate.THERE]))
        units: dict[str, Unit] = {}
        for contested, proposal in proposals:
            self._plan.proposals.append(proposal)
            if not proposal.wants_key:
                units[proposal.key] = (contested.uid, contested.field)
        if self._touched or proposals:
            numbers = fates[Fate.NEW], fates[Fate.CHANGED]
            self._plan.joins.append(PlannedJoin(self._name, self._theirs, units, kept, *numbers))

    def _in_order(self) -> list[str]:
        """Return the uids of the file's applications in its order, then those that are gone."""
        theirs = [uid for uid, record in self._result.theirs.records.items() if record.table == APPLICATION.name]
        return theirs + sorted(self._touched - set(theirs))

    def _fate(self, uid: str, after: Mapping[str, tuple[Application, list[Event]]]) -> tuple[Fate, str]:
        application = self._stored.get(uid) or (after[uid][0] if uid in after else None)
        if application is None:
            values = self._result.theirs.records[uid].values
            return Fate.THERE, f"{values['company']}, {values['role']}: removed here"
        names = f"{application.company}, {application.role}"
        if uid not in self._touched:
            return Fate.THERE, f"{names}: {application.stage.replace('_', ' ')}"
        if uid not in after:
            return Fate.CHANGED, f"{names}: deleted there, and here as well"
        if uid not in self._stored:
            return Fate.NEW, f"{names}: {after[uid][0].stage.replace('_', ' ')}"
        return Fate.CHANGED, f"{names}: {', '.join(self._changes(uid)) or 'changed on both machines'}"

    def _changes(self, uid: str) -> Iterator[str]:
        """Yield what a join changes in an application, a few words each."""
        ours, records = self._result.ours.records, self._result.copy.records
        contested = {(one.uid, one.field) for one in self._result.contested}
        application = records[uid]
        if application.values[DISPUTED] is not None and ours[uid].values[DISPUTED] is None:
            yield f"“{STEP_TITLES[StepName.CHECK_OUTCOME]}” (new step)"
        for field, value in application.values.items():
            is_said = field not in _UNLISTED and (uid, unit_of(APPLICATION.name, field)) not in contested
            if is_said and value != ours[uid].values[field]:
                label = label_of(field)
                yield label if isinstance(value, bool) else f"{label}: {shortened(say(value, self._when))}"
        counts: Counter[tuple[str, str]] = Counter()
        for child in {one for copy in (ours, records) for one, record in copy.items() if record.owner == uid}:
            before, after = ours.get(child), records.get(child)
            if before is None and after is not None:
                counts[after.table, "new"] += 1
            elif after is None and before is not None:
                counts[before.table, "removed"] += 1
            elif before is not None and after is not None and before.values != after.values:
                counts[after.table, "changed"] += 1
        for table, name in _LISTED.items():
            one, many = LISTS.get(name, (name, name))
            for what in ("new", "changed", "removed"):
                number = counts[table, what]
                noun = one if number == 1 else many
                if number:
                    yield f"{number} new {noun}" if what == "new" else f"{number} {noun} {what}"
        if counts[EVENT.name, "new"] and not any(table != EVENT.name for table, _ in counts):
            yield "new timeline entries"

    def _proposals(self, is_same_hunt: bool, confirmed: frozenset[str]) -> Iterator[tuple[Contested, Proposal]]:
        for contested in self._result.contested:
            application = self._stored[self._result.copy.records[contested.uid].owner or contested.uid]
            proposal = self._proposal(application, contested, is_same_hunt, confirmed)
            if proposal is not None:
                yield contested, proposal

    def _proposal(
        self, application: Application, contested: Contested, is_same_hunt: bool, confirmed: frozenset[str]
    ) -> Proposal | None:
        """Return the proposal for a field that both machines changed; None where both values are kept anyway, or nobody
        reads them."""
        record = self._result.ours.records[contested.uid]
        if (record.table, contested.field) == (LETTER.name, WORDS):
            return None
        difference = self._difference(application, record, contested)
        if difference is None:
            return None
        key = f"{self._name} {application.id} {contested.uid} {contested.field}"
        is_proposed = contested.takes_theirs and contested.stamps[0] != contested.stamps[1] and is_same_hunt
        return Proposal(
            key,
            self._name,
            What.DIFFERENCE,
            difference.title(self._when),
            difference.text(self._when),
            (Fit(application.id, application.company, application.role, 99, "it's the same one in the export"),),
            application.id,
            True,
            _as_it_is if is_proposed else difference.verb,
            is_taken=is_proposed or key in confirmed,
            wants_key=not is_proposed,
        )

    def _difference(self, application: Application, record: Record, contested: Contested) -> Difference | None:
        differing = [
            field
            for field in contested.ours
            if contested.ours[field] != contested.theirs[field] and field not in UNSAID
        ]
        if not differing:
            return None
        if record.table == APPLICATION.name:
            field = contested.field
            ours, theirs = contested.ours[field], contested.theirs[field]
            if field == OUTCOME:
                return of_outcome(ours, theirs, None, ())  # type: ignore[arg-type]
            return of_field(field, ours, theirs)
        listed = _LISTED[record.table]
        stored = next((one for one in getattr(application, listed) if one.uid == contested.uid), None)
        if stored is None:
            return None
        whose = application.addressee(getattr(stored, "to", None))
        there = {person.uid: person for person in application.people}

        def shown(_field: str, value: Any) -> Any:
            uids = value if isinstance(value, tuple) else (value,)
            names = [there[uid].name for uid in uids if uid in there]
            return Words(", ".join(names)) if names else value

        said = replace(stored, **{field: contested.ours[field] for field in differing[:1] if field not in _NAMING})
        difference = of_record(said, differing[0], contested.theirs[differing[0]], shown, whose)
        ours = shown(differing[0], contested.ours[differing[0]])
        return replace(
            difference, ours=ours, verb=_put(listed, contested.uid, contested.theirs, difference, self._when)
        )


_NAMING = ("to", "person", "met", "interview")
"""Fields that name another record, by its uid in a copy."""


def _as_it_is(application: Application, _when: When) -> Change:
    """Change nothing: the join brings it."""
    return Change(application, f"Joined {application.company}")


def _put(listed: str, uid: str, values: Mapping[str, Value], difference: Difference, when: When) -> Verb:
    """Return the verb that puts theirs in place of what a record says."""

    def put(application: Application, now: When) -> Change:
        records = getattr(application, listed)
        record = next((one for one in records if one.uid == uid), None)
        if record is None:
            raise NotFoundError("That is no longer here: it was deleted or undone.")
        ids: dict[Any, int] = {person.uid: person.id for person in application.people}
        ids |= {interview.uid: interview.id for interview in application.interviews}
        fields: dict[str, Any] = dict(values)
        for field in _NAMING:
            if field in fields:
                named = fields[field]
                fields[field] = (
                    tuple(ids[one] for one in named if one in ids) if isinstance(named, tuple) else ids.get(named)
                )
        changed = tuple(replace(one, **fields) if one is record else one for one in records)
        lists: dict[str, Any] = {listed: changed}
        after = replace(application, **lists)
        text = f"Changed the {difference.what(when)} to {say(difference.theirs, when)}"
        return Change(after, text, (Event(now.now, "application_edited", text),))

    return put


def is_same_hunt(uid: str, marks: Marks, whole: Whole) -> bool:
    """Return whether a document is of the same hunt: it has its uid, or they were joined before."""
    theirs = whole.marks
    return whole.uid == uid or theirs.machine in marks.seen or marks.machine in theirs.seen
