"""What is known of changes on this machine and on others, as SQLModel tables: see `marking` and `marks`."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class EditRow(SQLModel, table=True):
    """When a field was last changed (see `marking`); one that is not here is as it was when it was first recorded."""

    __tablename__: ClassVar[Any] = "edit"
    __table_args__ = (UniqueConstraint("uid", "field"),)
    id: int | None = Field(default=None, primary_key=True)
    uid: str
    field: str
    stamp: str


class RemovedRow(SQLModel, table=True):
    """The uid of what was removed, and when: another copy of the hunt does not bring it back."""

    __tablename__: ClassVar[Any] = "removed"
    __table_args__ = (UniqueConstraint("uid"),)
    id: int | None = Field(default=None, primary_key=True)
    uid: str
    stamp: str
    became: str
    """The uid of the same thing, recorded on another machine, that took its place; "" if none did."""


class MachineRow(SQLModel, table=True):
    """Another machine's copy of the hunt that was joined with this one, and the latest change of it that came over."""

    __tablename__: ClassVar[Any] = "machine"
    __table_args__ = (UniqueConstraint("name"),)
    id: int | None = Field(default=None, primary_key=True)
    name: str
    seen: str
    """A stamp."""


MARK_TABLES = ("edit", "removed", "machine")
"""What is known of changes on this machine and on others; undo covers them where hunts are joined."""
