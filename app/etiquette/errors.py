"""The program's errors: one small tree. Each carries its data and one sentence that names the next step."""

from __future__ import annotations

from datetime import datetime


class AfterwordError(Exception):
    """Anything the program can say no with. `str(error)` is the sentence a person reads."""


class RefusedError(AfterwordError):
    """The etiquette holds the user back. `until` is when it will allow this, `rule` the rule's name.

    Attributes:
        can_override: whether a reason, recorded on the timeline, lets the user go on all the same.
    """

    def __init__(self, sentence: str, *, until: datetime | None = None, rule: str = "", can_override: bool = True):
        super().__init__(sentence)
        self.until = until
        self.rule = rule
        self.can_override = can_override


class InvalidFieldError(AfterwordError):
    """A value that cannot be stored. `field` names it as the forms do, `where` a file and line if there is one."""

    def __init__(self, field: str, sentence: str, *, where: str = ""):
        super().__init__(f"{where}: {sentence}" if where else sentence)
        self.field = field
        self.sentence = sentence
        self.where = where


class UnreadableDateError(InvalidFieldError):
    """Words that no date could be read from."""


class NoDateError(UnreadableDateError):
    """Words that are no date at all, where others may be one of two."""


class StaleRecordError(AfterwordError):
    """Someone, in another window or process, changed the record since it was read."""


class NotFoundError(AfterwordError):
    """The record was deleted, here or by another process."""


class StorageError(AfterwordError):
    """The database cannot be opened, read or written. Nothing half-written remains."""


class ImportFileError(AfterwordError):
    """A file that cannot be imported at all: unreadable, too large, or of an unknown kind."""


class SettingsError(AfterwordError):
    """The settings file has a value that cannot be used: the sentence names file, line or key."""


class DeliveryError(AfterwordError):
    """A letter did not go out, and the draft is as it was.

    Attributes:
        maybe_sent: the letter was handed over and no answer came, so that it may have gone all the same: ask the user
            before anything is sent again.
    """

    def __init__(self, sentence: str, *, maybe_sent: bool = False):
        super().__init__(sentence)
        self.maybe_sent = maybe_sent


class SignInRefusedError(DeliveryError):
    """The mail server refused user or password: a remembered password is to be forgotten."""


class InboxError(AfterwordError):
    """The mailbox could not be read; nothing in it was changed, and what was proposed before stays."""


class InboxSignInError(InboxError):
    """The mailbox's server refused user or password: a remembered password is to be forgotten."""


class SyncError(AfterwordError):
    """What other machines left could not be read, or what this one knows not be left for them. Nothing is lost: each
    machine has its own hunt, whole."""


class TemplateFileError(AfterwordError):
    """A letter template of the user's has an error: the sentence names its file and line."""
