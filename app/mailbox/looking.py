"""One look at a mailbox: what came since the last one, and what only now concerns the search.

The server is asked for names, domains and threads; what it does not find stays where it is, unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, tzinfo
from itertools import groupby, zip_longest

from imapclient.exceptions import IMAPClientError

from app.etiquette.errors import ImportFileError, InboxError
from app.etiquette.text import clean
from app.exchange.mails.reading import read_one
from app.letters.cancelling import Cancellation
from app.mailbox.connection import MailboxLine, sent_folder, signed_in
from app.mailbox.fetching import fetched
from app.mailbox.inbox_settings import InboxAccount
from app.mailbox.records import FolderSeen, Looked, Mail, Wanted

MOST_MAILS = 2000
"""Mails of one folder that one look reads, the newest first: a company's name may be in every newsletter."""
_LONGEST_COMMAND = 3000
"""Characters of one search: RFC 7162 4 has servers take lines of 8192."""


def _untold(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""


def look(
    account: InboxAccount,
    secret: str,
    wanted: Wanted,
    seen: Iterable[FolderSeen],
    zone: tzinfo,
    cancellation: Cancellation | None = None,
    progress: Callable[[int, int], None] = _untold,
) -> Looked:
    """Return what is new in the mailbox and concerns the search. It blocks: call it in a thread.

    Args:
        seen: how far it was looked through before; a folder whose UIDVALIDITY is another one begins anew.
        zone: the user's, in which times without a zone are meant.
        progress: told how many mails are read and how many there are.

    Raises:
        InboxError: it could not be read; what was seen before stays as it was.
    """
    with signed_in(account, secret, cancellation or Cancellation()) as line:
        return look_along(line, account, wanted, seen, zone, progress)


def look_along(
    line: MailboxLine,
    account: InboxAccount,
    wanted: Wanted,
    seen: Iterable[FolderSeen],
    zone: tzinfo,
    progress: Callable[[int, int], None] = _untold,
) -> Looked:
    """Look through the folders on a connection that is signed in. See `look`."""
    before = {folder.folder: folder for folder in seen}
    mails: list[Mail] = []
    folders: list[FolderSeen] = []
    notes: list[str] = []
    for name, is_sent in _folders(line, account):
        was = before.get(name, FolderSeen(name))
        now, uids = _searched(line, account, replace(was, is_sent=is_sent), wanted)
        if len(uids) > MOST_MAILS:
            notes.append(f"{clean(name)}: only the newest {MOST_MAILS} of {len(uids)} emails were read.")
            uids = uids[-MOST_MAILS:]
        for count, fetched_mail in enumerate(fetched(line, uids)):
            progress(count, len(uids))
            try:
                if fetched_mail.problem:
                    raise ImportFileError(f"{fetched_mail.problem}.")
                mails.append(Mail(name, fetched_mail.uid, is_sent, read_one(fetched_mail.data, zone).message))
            except ImportFileError as error:
                notes.append(f"{clean(name)}: one email can't be read: {error}")
        folders.append(now)
    return Looked(tuple(mails), tuple(folders), tuple(notes))


def _folders(line: MailboxLine, account: InboxAccount) -> Iterator[tuple[str, bool]]:
    """Yield each folder to look through, and whether it is that of sent mail."""
    sent = sent_folder(line)
    for name in account.folders or ("INBOX",):
        if name != sent:
            yield name, False
    if sent is not None:
        yield sent, True


def _searched(
    line: MailboxLine, account: InboxAccount, was: FolderSeen, wanted: Wanted
) -> tuple[FolderSeen, list[int]]:
    """Return how far a folder is looked through now, and the UIDs to read, oldest first."""
    try:
        opened = line.select_folder(was.folder, readonly=True)
    except IMAPClientError as error:
        if was.folder.upper() == "INBOX" or isinstance(error, line.AbortError):
            raise
        raise InboxError(
            f"{account.host} has no folder “{clean(was.folder)}”. Check inbox.folders. {account.undone}"
        ) from None
    validity, uidnext, exists = (opened.get(name, 0) for name in (b"UIDVALIDITY", b"UIDNEXT", b"EXISTS"))
    if was.uidvalidity != validity or was.since is None or wanted.since < was.since:
        was = FolderSeen(was.folder, was.is_sent, validity, since=wanted.since)
    keys = _keys(wanted, is_sent=was.is_sent)
    uids = set(was.waiting)
    if exists:
        asked_before = {key: criteria for key, criteria in keys.items() if key in was.asked}
        new = {key: criteria for key, criteria in keys.items() if key not in was.asked}
        if not uidnext or uidnext > was.uidnext:
            uids |= {uid for uid in _search(line, asked_before, wanted.since, f"{was.uidnext}:*") if uid >= was.uidnext}
        uids |= _search(line, new, wanted.since, "")
    after = max(uidnext or 0, was.uidnext, *(uid + 1 for uid in uids), 1)
    return replace(was, uidnext=after, since=was.since, asked=frozenset(keys)), sorted(uids)


def _keys(wanted: Wanted, *, is_sent: bool) -> dict[str, list[object]]:
    """Return what is asked for, by what it is remembered by."""
    names = _shortest(filter(_can_be_asked, wanted.names))
    if is_sent:
        return {f"to {name}": ["OR", "TO", name, "CC", name] for name in names}
    keys: dict[str, list[object]] = {f"from {name}": ["FROM", name] for name in names}
    for thread in filter(_can_be_asked, wanted.threads):
        keys[f"thread {thread}"] = ["OR", "HEADER", "IN-REPLY-TO", thread, "HEADER", "REFERENCES", thread]
    return keys


def _shortest(names: Iterable[str]) -> list[str]:
    """Return the names without those that hold another one as a word: who is asked for `northwind` has found
    `dana@northwind.example` as well, and a server that opens every mail need not look at it twice.

    RFC 9051 6.4.4 has searches find any part of a field; some large servers find whole words alone.
    """
    shortest: list[str] = []
    for name in sorted(names, key=lambda name: (len(name), name)):
        if not any(re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", name, re.IGNORECASE) for shorter in shortest):
            shortest.append(name)
    return shortest


def _can_be_asked(text: str) -> bool:
    """Return whether a server can be asked for a text: nothing in it is syntax."""
    return bool(text) and text.isprintable() and not set(text) & set('"\\(){}%*')


def _search(line: MailboxLine, keys: dict[str, list[object]], since: date, uids: str) -> set[int]:
    """Return the UIDs that any of these finds, in searches of a bearable length."""
    uids_found: set[int] = set()
    for some in _portions(keys):
        criteria: list[object] = [*(["UID", uids] if uids else []), "SINCE", since, *_any_of(some)]
        is_plain = all(key.isascii() for key in keys)
        try:
            uids_found |= set(line.search(criteria, None if is_plain else "UTF-8"))
        except line.AbortError:
            raise
        except IMAPClientError:
            if is_plain:
                raise
            plain = {key: asked for key, asked in keys.items() if key.isascii()}
            return _search(line, plain, since, uids)  # it knows no UTF-8
    return uids_found


def _portions(keys: dict[str, list[object]]) -> Iterator[list[list[object]]]:
    some: list[list[object]] = []
    length = 0
    for key in _mixed(keys):
        some.append(keys[key])
        length += 2 * len(key) + 30
        if length > _LONGEST_COMMAND:
            yield some
            some, length = [], 0
    if some:
        yield some


def _mixed(keys: Iterable[str]) -> list[str]:
    """Return the keys with the kinds in turn: a server that has to open every mail then does so for one search, which
    asks for all the fields, and not again for a later one."""
    kinds = [list(some) for _, some in groupby(sorted(keys), key=lambda key: key.partition(" ")[0])]
    return [key for turn in zip_longest(*kinds) for key in turn if key is not None]


def _any_of(some: list[list[object]]) -> list[object]:
    """Return criteria of which one has to hold, as a flat tree: OR takes two, without brackets."""
    if len(some) == 1:
        return some[0]
    middle = len(some) // 2
    return ["OR", *_any_of(some[:middle]), *_any_of(some[middle:])]
