"""`afterword sheet`: all that one wants in the hour before an interview, on the terminal, in a file or in a mail."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from app import locations
from app.cli.json_output import print_json
from app.cli.main import DONE, say
from app.cli.recording import Search, misuse, refuse
from app.etiquette.errors import AfterwordError
from app.etiquette.sheet.parts import InterviewSheet
from app.etiquette.sheet.plain import HowTo, plain_text
from app.hunt.interview_sheet import hand_to_mail_program, read_sheet
from app.storage import reading
from app.storage.readers import opened_reader

_HOW_TO = HowTo(
    posting="No posting is saved. Save one: afterword import with a saved page.",
    linked="No posting is saved. Save one: afterword add URL, or afterword import with a saved page.",
    sent="Nothing that you sent is on record. Attach your CV: afterword files MATCH --attach FILE.",
)
"""How to fill what is empty, on the command line."""


def run(options: SimpleNamespace) -> int:
    """Print the sheet, write it or hand it to the mail program, and return the exit code."""
    from app.exchange.reports.interview_sheet import SHEET_FORMS

    if options.mail and (options.output or options.json):
        return misuse("--mail goes alone: it hands the sheet to your mail program.", options)
    if options.json and options.output:
        return misuse("--json goes to standard output; leave -o out.", options)
    form = str(options.output or "").rpartition(".")[2].casefold()
    if options.output not in (None, "-") and form not in SHEET_FORMS:
        return misuse("-o: name a file that ends in .html, .md, or .txt.", options)
    try:
        return _give_out(Search(options), form)
    except AfterwordError as error:
        return refuse(error, options)


def _give_out(search: Search, form: str) -> int:
    options, now = search.options, search.reader.now
    application = search.application()
    with opened_reader(search.database) as connection:
        assert connection is not None
        sheet = read_sheet(connection, application.id, search.prefs.policy, now, round_=options.round)
        me = reading.me(connection)
    if options.mail:
        folder = locations.state_folder() / "letters"
        hand_to_mail_program(sheet, me, now, folder, "Write it to a file with -o instead.")
        say(f"Your mail program has the sheet, addressed to {me.email}.")
    elif options.json:
        from app.exchange.reports.interview_sheet import sheet_document

        print_json(sheet_document(sheet), sys.stdout)
    elif options.output in (None, "-"):
        say(plain_text(sheet, _HOW_TO).rstrip())
    else:
        _write(search, sheet, form)
    return DONE


def _write(search: Search, sheet: InterviewSheet, form: str) -> None:
    from app.cli.output_file import write_output
    from app.exchange.reports.interview_sheet import SHEET_FORMS

    write_output(search.options, SHEET_FORMS[form](sheet), f"sheet.{form}", search.database)
    print(f"Wrote {search.options.output}: {sheet.title}. Only you can read it.", file=sys.stderr)
