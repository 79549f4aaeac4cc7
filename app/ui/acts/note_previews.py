"""What a form shows below a note as one types: the sentence of the thank-you that it will become, or a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app import locations
from app.etiquette.errors import AfterwordError, TemplateFileError
from app.etiquette.noted import put_together
from app.etiquette.records import Application, Interview, Person
from app.hunt import drafts
from app.hunt.changes import without
from app.letters.clauses import Preview, preview
from app.letters.previewing import preview_in_letter

if TYPE_CHECKING:
    from app.ui.work import Work

_AT_MOST = 3
"""People whose sentences are shown below one note."""


class DoubtError(AfterwordError):
    """Not certain yet what a letter can make of a note."""


@dataclass(frozen=True)
class NotePreviews:
    """Composes the thank-yous of one interview as they would be written now."""

    work: Work
    application: Application
    interview: Interview
    others: tuple[str, ...]
    """What the user wrote to other companies lately."""

    @classmethod
    async def of(cls, work: Work, application: Application, interview: Interview) -> NotePreviews:
        """Return those of an interview, which need not be stored yet."""
        others = await work.desk.read(lambda connection: drafts.lately_elsewhere(connection, application.id, work.now))
        return cls(work, application, interview, others)

    def said(self, person: Person, text: str) -> str:
        """Return the sentence that a letter to somebody makes of what they said.

        Raises:
            DoubtError: it cannot be certain; says what to write instead.
        """
        application, interview = _with(self.application, self.interview, person)
        name = application.addressee(person.id)
        becomes = self._in_letter(application, interview, person, put_together({name: text}, ""))
        return _certain(becomes if becomes.sentence or becomes.doubt else preview(text, person, [person]))

    def noted(self, text: str, application: Application, interview: Interview) -> str:
        """Return the sentences of the letters to everybody who was there, a line each; of one, the sentence alone.

        Args:
            application: with the people that the form names.
            interview: as the form has it so far.

        Raises:
            DoubtError: as for `said`.
        """
        people = [person for person in map(application.person, interview.met) if person is not None][:_AT_MOST]
        if len(people) < 2:
            return _certain(self._in_letter(application, interview, people[0] if people else None, text))
        becomes = [(person, self._in_letter(application, interview, person, text)) for person in people]
        if not any(one.sentence for _, one in becomes):
            return _certain(becomes[0][1])
        return "\n".join(
            f"{person.given or person.name}: {one.sentence or one.doubt}"
            for person, one in becomes
            if one.sentence or one.doubt
        )

    def _in_letter(self, application: Application, interview: Interview, person: Person | None, noted: str) -> Preview:
        settings, person_id = self.work.settings, person.id if person else None
        application = replace(application, interviews=(*without(application.interviews, interview.id), interview))
        try:
            return preview_in_letter(
                application,
                interview.id,
                person_id,
                noted,
                self.work.snapshot.me,
                settings.policy,
                self.work.now,
                locations.templates_folder(),
                settings.letter,
                self.others,
            )
        except TemplateFileError:  # it is reported when a letter is written with it
            met = [other for other in map(application.person, interview.met) if other is not None]
            return preview(noted, person, met)


def _with(application: Application, interview: Interview, person: Person) -> tuple[Application, Interview]:
    """Return both with a person who was there, known already or not."""
    if application.person(person.id) is None:
        application = replace(application, people=(*application.people, person))
    met = interview.met if person.id in interview.met else (*interview.met, person.id)
    return application, replace(interview, met=met)


def _certain(becomes: Preview) -> str:
    if becomes.doubt:
        raise DoubtError(becomes.doubt)
    return becomes.sentence
