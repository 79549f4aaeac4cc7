"""Stores a plan as one verb: what is new is added, then each change and proposal in its turn, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from app.etiquette.frozen import replace
from app.etiquette.records import Application, Event
from app.hunt.changes import Verb, When, in_turn
from app.hunt.hunt import Done, Hunt
from app.hunt.intake.exported_files import keep_contents
from app.hunt.intake.plan import Plan, PlannedJoin
from app.hunt.intake.watching import Watch
from app.hunt.joining.storing import WantedJoin


def carry_out(plan: Plan, hunt: Hunt, watch: Watch | None = None, dealt: Iterable[str] = ()) -> Done:
    """Store what an import's plan holds.

    Args:
        dealt: what of the mailbox is decided by this: see `Hunt.take_in`.

    Raises:
        CancelledError: it was called off; nothing was stored.
        StorageError: it could not be stored; nothing was.
    """
    tell = (watch or Watch()).tell
    keep_contents(plan, hunt.kept_files, partial(tell, "Copying files"))
    verbs: dict[int, list[Verb]] = {}
    for change in plan.changes:
        verbs.setdefault(change.application_id, []).append(change.verb)
    for proposal in plan.taken:
        assert proposal.application_id is not None
        assert proposal.verb is not None
        verbs.setdefault(proposal.application_id, []).append(proposal.verb)
    when = hunt.when()
    left_out: list[str] = []
    added = [_grown(pair, verbs.pop(pair[0].id, []), when, left_out) for pair in plan.added]
    done = hunt.take_in(
        plan.summary,
        added,
        verbs,
        me=plan.me,
        progress=lambda stored, total: tell("Storing", stored, total),
        hunt_uid=plan.hunt_uid,
        dealt=dealt,
        joins=[_wanted(plan, join) for join in plan.joins],
        marks=plan.marks,
    )
    return replace(done, left_out=(*left_out, *done.left_out))


def _wanted(plan: Plan, join: PlannedJoin) -> WantedJoin:
    """Return the join of a plan, with the fields of which ours stays since the user did not take theirs."""
    taken = {proposal.key for proposal in plan.taken}
    left = {unit for key, unit in join.units.items() if key not in taken}
    is_decided = not plan.is_undecided
    return WantedJoin(join.name, join.theirs, join.kept | left, is_decided, is_chosen=is_decided)


def _grown(
    pair: tuple[Application, list[Event]], verbs: list[Verb], when: When, left_out: list[str]
) -> tuple[Application, list[Event]]:
    """Return a new application with what a calendar or a mail of the same import adds to it."""
    application, events, refused = in_turn(pair[0], verbs, when)
    left_out += refused
    return application, [*pair[1], *events]
