"""`afterword sent`: records that a letter was sent from the user's own mail program, as `ctrl+s` `e` does."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.letter_meant import kind_problem, letter_meant
from app.cli.meant import agree
from app.cli.recording import Recorded, Search, Standing, misuse, run_verb
from app.cli.texts import parted, read_text
from app.etiquette.records import Application, Letter
from app.hunt.changes import Change, When
from app.hunt.judged_letters import findings_in, report_on
from app.hunt.snapshot import read_names
from app.hunt.verbs import letters
from app.storage import reading
from app.storage.readers import opened_reader

_AS_SHOWN = (
    "This text will be recorded as what you sent. If you sent something else, give it as a file, or on standard input"
    " with -."
)


def run(options: SimpleNamespace) -> int:
    """Record the letter and return the exit code."""
    if problem := kind_problem(options.kind):
        return misuse(problem, options)
    return run_verb(options, _sent)


def _sent(search: Search) -> Recorded:
    options = search.options
    standing = search.standing(search.application())
    meant = letter_meant(search, standing, asks_which=True)
    subject, body = parted(read_text(options.file)) if options.file else ("", "")
    draft = None if options.file else meant.draft_in(standing.application)
    letter = draft or Letter(0, meant.kind, meant.to, subject, body, interview=meant.interview)
    for doubt in _doubts(search, standing, letter):
        agree(doubt, asks=search.asks, is_agreed=options.yes)
    return _recorded(search, standing, letter)


def _doubts(search: Search, standing: Standing, letter: Letter) -> list[str]:
    """Return what speaks against recording a letter, a question or a reason each, as the dashboard asks it."""
    application_id = standing.application.id
    asked, held_back = search.hunt.ask(application_id, lambda a, when: letters.doubts(a, when, letter))
    faults = ""
    if letter.body:
        with opened_reader(search.database) as connection:
            assert connection is not None
            report = report_on(standing.application, letter, reading.me(connection), read_names(connection))
            faults = findings_in(report, only_faults=True)
    if faults and letter.id:
        faults = f"{faults}\n{_AS_SHOWN}"
    return [doubt for doubt in (asked or "", str(held_back or ""), faults) if doubt]


def _recorded(search: Search, standing: Standing, letter: Letter) -> Recorded:
    came = search.reader.came(search.options.when, "sent").moment

    def verb(application: Application, when: When) -> Change:
        moment = min(came, when.now)
        if letter.id:
            return letters.letter_sent(application, when, letter.id, letters.ELSEWHERE, sent=moment, went=letter)
        return letters.written_elsewhere(
            application,
            when,
            letter.kind,
            letter.to,
            sent=moment,
            interview=letter.interview,
            subject=letter.subject,
            body=letter.body,
        )

    return Recorded(search.do(standing.application, verb))
