"""The rows that an application is made of, by table and id, and what differs between two states of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from app.etiquette.records import Application
from app.storage import to_rows as values_of
from app.storage.to_rows import Values

ById: TypeAlias = dict[int, Values]

OWNED = ("person", "interview", "letter", "reply", "waiver", "snooze")
"""The tables whose rows belong to an application and have records of their own, parents first."""


class Differences(NamedTuple):
    """What to write so that the stored rows of one table become the later ones."""

    new: list[Values]
    changed: list[Values]
    """Each with its id and the columns that differ."""
    gone: list[int]


def rows_of(application: Application) -> dict[str, ById]:
    """Return the rows of an application by table, its own included; who was met is in `met_rows`."""
    owner = {"application_id": application.id}
    return {
        "application": {application.id: values_of.application_values(application)},
        "person": {each.id: values_of.person_values(each) | owner for each in application.people},
        "interview": {each.id: values_of.interview_values(each) | owner for each in application.interviews},
        "letter": {each.id: values_of.letter_values(each) | owner for each in application.letters},
        "reply": {each.id: values_of.reply_values(each) | owner for each in application.replies},
        "waiver": {each.id: values_of.waiver_values(each) | owner for each in application.waivers},
        "snooze": {each.id: values_of.snooze_values(each) | owner for each in application.snoozes},
    }


def met_rows(application: Application, interviews: Iterable[int]) -> list[Values]:
    """Return the rows, without ids, that say who was met in these interviews, in the order in which they were named."""
    wanted = set(interviews)
    return [
        {
            "application_id": application.id,
            "interview_id": interview.id,
            "person_id": person_id,
            "position": position,
        }
        for interview in application.interviews
        if interview.id in wanted
        for position, person_id in enumerate(interview.met)
    ]


def differences(before: ById, after: ById) -> Differences:
    """Return what to insert, update and delete."""
    new = [values for row_id, values in after.items() if row_id not in before]
    changed = []
    for row_id, values in after.items():
        known = before.get(row_id)
        if known is not None and known != values:
            differing = {name: value for name, value in values.items() if known[name] != value}
            changed.append({"id": row_id} | differing)
    return Differences(new, changed, [row_id for row_id in before if row_id not in after])


def meetings_changed(before: Application, after: Application) -> list[int]:
    """Return the ids of the interviews, gone ones included, for which another list of people is to be stored."""
    met_before = {interview.id: interview.met for interview in before.interviews}
    met_after = {interview.id: interview.met for interview in after.interviews}
    return [row_id for row_id in met_before | met_after if met_before.get(row_id, ()) != met_after.get(row_id, ())]
