"""The applications during the planning of an import, stored and added ones, each as the plan leaves it so far."""

from __future__ import annotations

from collections.abc import Iterable

from app.etiquette.errors import AfterwordError
from app.etiquette.records import Application
from app.etiquette.state.settling import settle
from app.hunt.changes import Verb, When


class Roster:
    """Applications by id; ids below 0 are of those that the import adds."""

    def __init__(self, applications: Iterable[Application], when: When):
        self._when = when
        self._by_id = {application.id: application for application in applications}

    @property
    def all(self) -> list[Application]:
        """Every application as it stands."""
        return list(self._by_id.values())

    def get(self, application_id: int | None) -> Application | None:
        """Return the application with that id, or None."""
        return None if application_id is None else self._by_id.get(application_id)

    def add(self, application: Application) -> None:
        """Add an application that the import adds."""
        self._by_id[application.id] = application

    def apply(self, application_id: int, verb: Verb) -> str:
        """Apply a verb to an application here, so that the next one sees it; return why it is refused, "" if not."""
        policy = self._when.policy
        application = settle(self._by_id[application_id], policy, self._when.now)[0]
        try:
            changed = verb(application, self._when).application
        except AfterwordError as error:
            return str(error)
        self._by_id[application_id] = settle(changed, policy, self._when.now)[0]
        return ""
