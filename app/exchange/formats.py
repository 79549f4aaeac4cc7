"""The formats that are read, told apart by what a file holds, never by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.etiquette.errors import ImportFileError
from app.etiquette.policy import Policy
from app.etiquette.time.dates import local_day
from app.exchange.contents import Advertised, FileContents, SheetChoices
from app.exchange.links_alone import links_alone
from app.exchange.own_exports import begins_as_ours, paper_of_ours
from app.exchange.raw.packed import refuse_packed
from app.exchange.source import ReadFile, Source


@dataclass(frozen=True, slots=True)
class Asked:
    """What reading a file depends on beside its bytes."""

    policy: Policy
    now: datetime
    choices: SheetChoices
    """What the user corrected, for a spreadsheet."""
    progress: Callable[[int, int], None] = lambda _done, _all: None
    """Called with how much of a file has been read and how much there is."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is told, how it is read, how its files end."""

    kind: str
    """As `import --json` calls it."""
    looks_like: Callable[[Source], bool]
    read: Callable[[Source, Asked], ReadFile]
    suffixes: tuple[str, ...]
    """In lower case; for a list of files alone."""


def format_of(source: Source) -> Format:
    """Return what a file is.

    Raises:
        ImportFileError: nothing that is read here; the sentence says what it seems to be, and what to do.
    """
    if source.rows is None and not _is_pdf(source):
        refuse_packed(source.data)
    if paper := paper_of_ours(source.data[:1_000]):
        raise ImportFileError(
            f"It's {paper} that Afterword wrote for people to read. To bring a search back, import its export instead"
            " (.json or .zip)."
        )
    for one in FORMATS:
        if one.looks_like(source):
            return one
    if links := links_alone(source.data):
        what = "a link" if len(links) == 1 else f"{len(links)} links, the first"
        raise ImportFileError(
            f"It holds no more than {what}: {links[0]}. To save the posting, press ctrl+o and paste the link, or run"
            " `afterword add LINK`."
        )
    if source.data[:512].lstrip()[:5].lower() == b"<?xml":
        raise ImportFileError("It's XML. Export a CSV, .xlsx, .ics or .eml file and import that.")
    raise ImportFileError(
        "It isn't a spreadsheet (.csv, .xlsx, .ods), a calendar (.ics), mail (.eml, .mbox), an export (.json), or a"
        " posting (.html, .mhtml, .pdf, .txt)."
    )


def _is_rows(source: Source) -> bool:
    return source.rows is not None


def _is_json(source: Source) -> bool:
    from app.exchange.sheets.tables.json_tables import is_json

    return is_json(source.data)


def _is_calendar(source: Source) -> bool:
    from app.exchange.calendars import looks_like_calendar

    return looks_like_calendar(source.data)


def _is_winmail(source: Source) -> bool:
    from app.exchange.calendars import looks_like_winmail

    return looks_like_winmail(source.data)


def _is_mbox(source: Source) -> bool:
    from app.exchange.mails import looks_like_mbox

    return looks_like_mbox(source.data)


def _is_mail(source: Source) -> bool:
    from app.exchange.mails import looks_like_mail

    return looks_like_mail(source.data)


def _is_people(source: Source) -> bool:
    from app.exchange.vcards import looks_like_vcard

    return looks_like_vcard(source.data)


def _is_page(source: Source) -> bool:
    from app.exchange.sheets.tables.html_tables import looks_like_page

    return looks_like_page(source.data)


def _is_sheet(source: Source) -> bool:
    from app.exchange.sheets import looks_like_sheet

    return looks_like_sheet(source.data)


def _is_saved_page(source: Source) -> bool:
    from app.exchange.postings.saved_pages import looks_like_saved_page

    return looks_like_saved_page(source.data)


def _is_pdf(source: Source) -> bool:
    return source.data.startswith(b"%PDF")


def _is_posting_text(source: Source) -> bool:
    from app.exchange.postings.looks import looks_like_posting

    return looks_like_posting(source.data)


def _json(source: Source, asked: Asked) -> ReadFile:
    from app.exchange.json_.reading import read_whole
    from app.exchange.sheets.tables.json_tables import document_of, is_own, records_of

    # An export of ours may be larger than any document that has to be looked through first.
    document = None if begins_as_ours(source.data[:400], "json") else document_of(source.data)
    if document is None or is_own(document):
        return ReadFile(source.name, whole=read_whole(source.data, asked.policy.zone, asked.progress))
    return _rows(replace(source, rows=tuple(records_of(document)), kind="json"), asked)


def _calendar(source: Source, asked: Asked) -> ReadFile:
    from app.exchange.calendars import read_calendar

    return ReadFile(source.name, contents=read_calendar(source.name, source.data, asked.policy.zone))


def _winmail(source: Source, asked: Asked) -> ReadFile:
    from app.exchange.calendars import read_winmail

    return ReadFile(source.name, contents=read_winmail(source.name, source.data, asked.policy.zone))


def _mbox(source: Source, asked: Asked) -> ReadFile:
    from app.exchange.mails import read_mbox

    return ReadFile(source.name, contents=read_mbox(source.name, source.data, asked.policy.zone))


def _mail(source: Source, asked: Asked) -> ReadFile:
    from app.exchange.mails import read_mail

    return ReadFile(source.name, contents=read_mail(source.name, source.data, asked.policy.zone))


def _people(source: Source, _asked: Asked) -> ReadFile:
    from app.exchange.vcards import read_vcards

    return ReadFile(source.name, contents=read_vcards(source.name, source.data))


def _page(source: Source, asked: Asked) -> ReadFile:
    from app.exchange.postings.looks import shows_posting
    from app.exchange.postings.reading import posting_in_page
    from app.exchange.sheets.looks import are_like_sheet
    from app.exchange.sheets.tables.html_tables import tables_in

    tables = sorted(tables_in(source.data), key=lambda records: (are_like_sheet(records), len(records)))
    if tables and (are_like_sheet(tables[-1]) or not shows_posting(source.data)):
        return _rows(replace(source, rows=tuple(tables[-1]), kind="html"), asked)
    return _with_posting(source, "html", posting_in_page(source.data))


def _saved_page(source: Source, _asked: Asked) -> ReadFile:
    from app.exchange.postings.reading import posting_in_saved_page

    return _with_posting(source, "mhtml", posting_in_saved_page(source.data))


def _pdf(source: Source, _asked: Asked) -> ReadFile:
    from app.exchange.postings.reading import posting_in_pdf

    return _with_posting(source, "pdf", posting_in_pdf(source.data))


def _posting_text(source: Source, _asked: Asked) -> ReadFile:
    from app.exchange.postings.reading import posting_in_file

    return _with_posting(source, "txt", posting_in_file(source.data))


def _with_posting(source: Source, kind: str, posting: Advertised) -> ReadFile:
    return ReadFile(source.name, contents=FileContents(source.name, kind, postings=(posting,)))


def _rows(source: Source, asked: Asked) -> ReadFile:
    from app.exchange.sheets import read_records

    today = local_day(asked.now, asked.policy.zone)
    return _with_rows(read_records(source.name, source.rows or (), today, asked.choices, source.kind))


def _sheet(source: Source, asked: Asked) -> ReadFile:
    from app.exchange.sheets import read_sheet

    today = local_day(asked.now, asked.policy.zone)
    return _with_rows(read_sheet(source.name, source.data, today, asked.choices))


def _with_rows(contents: FileContents) -> ReadFile:
    if not contents.rows:
        raise ImportFileError("It has no rows.")
    return ReadFile(contents.file, contents=contents)


FORMATS: tuple[Format, ...] = (
    Format("xlsx", _is_rows, _rows, (".xlsx", ".xlsm", ".ods", ".zip")),
    Format("json", _is_json, _json, (".json", ".jsonl", ".ndjson")),
    Format("ics", _is_calendar, _calendar, (".ics", ".ical", ".ifb", ".icalendar")),
    Format("tnef", _is_winmail, _winmail, ("winmail.dat", ".tnef")),
    Format("vcf", _is_people, _people, (".vcf", ".vcard")),
    Format("pdf", _is_pdf, _pdf, (".pdf",)),
    Format("mhtml", _is_saved_page, _saved_page, (".mhtml", ".mht")),
    Format("mbox", _is_mbox, _mbox, (".mbox", ".mbx")),
    Format("eml", _is_mail, _mail, (".eml", ".emlx")),
    Format("html", _is_page, _page, (".html", ".htm")),
    Format("csv", _is_sheet, _sheet, (".csv", ".tsv", ".txt", ".tab", ".psv", ".md", ".org")),
    Format("txt", _is_posting_text, _posting_text, ()),
)
"""In the order in which they are asked: a spreadsheet late, since it brings thousands of words along; a text last."""
SUFFIXES = frozenset(suffix for one in FORMATS for suffix in one.suffixes)
"""How files end that are likely to be meant."""
