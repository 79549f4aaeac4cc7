"""One round of sync: read what others left, join it as a verb that undo takes back, and leave for them what is here.

A file that hasn't changed is not read twice, and one that is older than what was read is ignored. Joining has the same
result whatever comes first, late, or twice (`hunt/joining`), so it doesn't matter which machine writes when.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.etiquette.errors import AfterwordError, ImportFileError, SyncError
from app.etiquette.policy import Policy
from app.exchange.sealed import Header, Sealed, digest_of, seal, unsealed, written_at
from app.hunt.hunt import Hunt
from app.hunt.other_copies import OtherCopy, document, join_copy, read_copy
from app.hunt.sync.contents import exchange_contents
from app.hunt.sync.folder import ENDING, Left, free_name, leave, left_in, name_here
from app.hunt.sync.setup import JUST_REMOVED, Setup, keep_devices
from app.storage import reading
from app.storage.readers import opened_reader
from app.storage.sync_devices import Device


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that is newer than what was read before."""

    name: str
    """Of the machine."""
    digest: str
    header: Header
    other: OtherCopy | None
    """What it holds; None: that was read before."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the folder holds."""

    arrived: tuple[Arrived, ...] = ()
    problems: tuple[str, ...] = ()
    """A sentence for each file that was left unread."""
    names: frozenset[str] = frozenset()
    """The names that other machines' files have."""
    is_own_there: bool = False
    """Whether this machine's file is there as it was last written."""


@dataclass(slots=True)
class Synced:
    """What a round did."""

    summaries: list[str] = field(default_factory=list)
    """What arrived, a few words for each machine: "2 changes from desktop"."""
    changes: int = 0
    to_look_at: list[str] = field(default_factory=list)
    """What two machines recorded that does not go together, a sentence each."""
    problems: list[str] = field(default_factory=list)
    is_published: bool = False
    """Whether a new file was left for the others."""


def look(setup: Setup, policy: Policy, now: datetime) -> Looked:
    """Read what the machines left since the last round. It may take as long as the folder does: call it in a thread.

    Raises:
        SyncError: the folder is not there, or cannot be read.
    """
    by_id = {device.device: device for device in (setup.own, *setup.others)}
    by_digest = {device.digest: device for device in by_id.values() if device.digest}
    read = {device.made_of for device in by_id.values()}
    problems: list[str] = []
    arrived: list[Arrived] = []
    names: set[str] = set()
    is_own_there = False
    for left in left_in(setup.folder, problems):
        is_own_file = left.name == setup.own.name and setup.own.generation > 0
        same = by_digest.get(left.digest)
        if same is not None:
            is_own_there = is_own_there or (same.is_own and is_own_file)
            if not same.is_own:
                names.add(left.name)
            continue
        try:
            opened = unsealed(left.data, setup.key, f"{left.name}{ENDING}")
            if opened.header.device != setup.own.device:
                names.add(left.name)
            if _is_newer(opened, by_id.get(opened.header.device), left.name):
                arrived.append(_arrived(left, opened, read, policy, now))
        except AfterwordError as error:
            if not is_own_file:  # its own file is simply written anew
                problems.append(str(error))
                names.add(left.name)
    arrived.sort(key=lambda one: (one.header.generation, one.name))
    return Looked(tuple(arrived), tuple(problems), frozenset(names), is_own_there)


def _arrived(left: Left, opened: Sealed, read: Collection[str], policy: Policy, now: datetime) -> Arrived:
    """Return what arrived; a document that was read before is not read again.

    Raises:
        SyncError: it holds no copy of a hunt that this program can read.
    """
    header = opened.header
    name = header.name if name_here(header.name) == header.name else left.name
    try:
        other = None if header.made_of in read else read_copy(opened.document, name, policy, now)
    except ImportFileError as error:
        raise SyncError(f"{left.name}{ENDING} was left unread. {error}") from None
    return Arrived(name, left.digest, header, other)


def _is_newer(opened: Sealed, seen: Device | None, name: str) -> bool:
    """Return whether a file holds something new. Two of one generation come from one home directory on two machines.

    Raises:
        SyncError: the machine was removed.
    """
    if seen is not None and seen.is_removed:
        raise SyncError(
            f"{name}{ENDING} comes from a machine that was removed, so it was left unread. Run `afterword sync --join`"
            " on it to let it take part again."
        )
    if seen is None or opened.header.generation > seen.generation:
        return True
    return opened.header.generation == seen.generation and opened.header.made_of != seen.made_of


def take(hunt: Hunt, setup: Setup, looked: Looked) -> tuple[Setup, Synced]:
    """Join what arrived, in the hunt's thread; return the setup after that, and what was done.

    Raises:
        StorageError: it could not be stored; what was joined before stays, and the rest is joined in the next round.
    """
    done = Synced(problems=list(looked.problems))
    by_id = {device.device: device for device in (setup.own, *setup.others)}
    for arrived in looked.arrived:
        header = arrived.header
        seen = by_id.get(header.device, Device(header.device, arrived.name))
        if header.generation < seen.generation:
            continue
        if arrived.other is not None:
            joined = join_copy(hunt, arrived.other)
            done.changes += joined.changes
            done.summaries += [joined.summary] if joined.changes else []
            done.to_look_at += [f"{note}." for note in joined.notes]
        by_id[header.device] = seen._replace(
            name=seen.name if seen.is_own else arrived.name,
            generation=header.generation,
            digest=arrived.digest,
            made_of=header.made_of,
            at=written_at(header),
        )
        by_id |= _removed(header.removed, by_id)
    before = (setup.own, *setup.others)
    keep_devices(hunt, *(device for device in by_id.values() if device not in before))
    if by_id[setup.own.device].is_removed:
        done.problems.append(JUST_REMOVED)
    others = tuple(device for device in by_id.values() if not device.is_own)
    return replace(setup, own=by_id[setup.own.device], others=others), done


def _removed(removed: Sequence[str], by_id: dict[str, Device]) -> dict[str, Device]:
    """Return the machines that another one has removed, as removed ones; this one may be among them."""
    return {
        device: by_id.get(device, Device(device, "a removed machine"))._replace(is_removed=True) for device in removed
    }


def publish(setup: Setup, looked: Looked, now: datetime) -> Device | None:
    """Leave this machine's copy for the others, unless it is there already or the machine was removed; return what to
    store about that, None for nothing.

    It may take as long as the folder does: call it in a thread.

    Raises:
        SyncError: the folder is not there.
        StorageError: the file cannot be written; the previous one is unchanged.
    """
    own = setup.own
    if own.is_removed:
        return None
    with opened_reader(setup.database) as connection:
        if connection is None:
            return None
        with reading.snapshot(connection):
            stamp = reading.stamp(connection)
            if stamp == own.stamp and looked.is_own_there:
                return None
            data = document(connection)
    made = digest_of(data)
    if made == own.made_of and looked.is_own_there:
        return own._replace(stamp=stamp)
    name = free_name(own.name, looked.names)
    removed = tuple(device.device for device in setup.others if device.is_removed)
    header = Header(own.device, name, own.generation + 1, made, now.isoformat(), removed)
    sealed = seal(header, data, setup.key)
    leave(setup.folder, name, sealed)
    return own._replace(
        name=name, generation=header.generation, stamp=stamp, digest=digest_of(sealed), made_of=made, at=now
    )


def sync(hunt: Hunt, setup: Setup, policy: Policy, now: datetime) -> Synced:
    """Do a whole round, step by step. See `look`, `take`, and `publish`."""
    looked = look(setup, policy, now)
    setup, done = take(hunt, setup, looked)
    done.problems += exchange_contents(setup)
    kept = publish(setup, looked, now)
    if kept is not None:
        keep_devices(hunt, kept)
        done.is_published = kept.generation > setup.own.generation
    return done
