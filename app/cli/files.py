"""`afterword files`: what a company has of the user; attach a file, mark it as sent, open it, copy it out."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

from app import locations, settings
from app.cli.json_output import print_json
from app.cli.main import DONE, answer_to, say
from app.cli.recording import Recorded, Search, misuse, refuse, run_verb
from app.desktop import is_opened
from app.etiquette.attached_files import FILE_KIND_TITLES, AttachedFile, FileKind, say_size
from app.etiquette.errors import AfterwordError, RefusedError
from app.etiquette.records import Application
from app.etiquette.time.lengths import count, first_of
from app.etiquette.titles import say_sent
from app.hunt.attaching import kept_file, likely_kind, saved_copy
from app.hunt.private_files import place_of
from app.hunt.pruning import prune, unneeded
from app.hunt.typed import verbs
from app.hunt.verbs import files
from app.hunt.viewing_files import view_copy
from app.storage.file_records import Owned, all_files
from app.storage.kept_files import KeptFiles
from app.storage.readers import opened_reader

_KINDS = {kind.value.replace("_", "-"): kind for kind in FileKind}


def run(options: SimpleNamespace) -> int:
    """Do what was asked for and return the exit code."""
    if wrong := _wrong_use(options):
        return misuse(wrong, options)
    for asked, act in ((options.attach, _attached), (options.mark_sent, _marked), (options.remove, _removed)):
        if asked is not None:
            return run_verb(options, act)
    try:
        search = Search(options)
        if options.prune:
            return _prune(search)
        if options.match is None:
            return _list_all(search)
        for asked, look in ((options.open, _open), (options.save, _save)):
            if asked is not None:
                return look(search, search.application())
        return _list(search, search.application())
    except AfterwordError as error:
        return refuse(error, options)


def _wrong_use(options: SimpleNamespace) -> str:
    """Return what is wrong with how the options are put together, "" for nothing."""
    one_file = (options.attach, options.mark_sent, options.remove, options.open, options.save)
    number = sum(asked is not None for asked in one_file)
    if number + options.prune > 1:
        return "Choose one of --attach, --mark-sent, --remove, --open, --save, and --prune."
    if number and options.match is None:
        return "Say which application: a part of the company or role."
    is_sent_alone = options.sent is not None and options.mark_sent is None
    if options.attach is None and (options.kind is not None or is_sent_alone):
        return "--kind and --sent say more about a file that --attach names."
    if options.output is not None and options.save is None:
        return "--output says where --save puts a copy. Add --save N."
    return ""


def _attached(search: Search) -> Recorded:
    options = search.options
    application = search.application()
    path = locations.expanded(options.attach).absolute()
    kind = _KINDS[options.kind] if options.kind else likely_kind(path.name)
    verb = verbs.attached(search.reader, kept_file(path, search.database, kind), options.sent)
    done = search.do(application, verb)
    return Recorded(done, "" if options.kind else f"as {FILE_KIND_TITLES[kind]}")


def _marked(search: Search) -> Recorded:
    application = search.application()
    file = _numbered(application, search.options.mark_sent)
    return Recorded(search.do(application, verbs.file_sent(search.reader, file.id, search.options.sent or "")))


def _removed(search: Search) -> Recorded:
    application = search.application()
    file = _numbered(application, search.options.remove)
    return Recorded(search.do(application, lambda a, when: files.file_removed(a, when, file.id)))


def _numbered(application: Application, number: int) -> AttachedFile:
    if not 1 <= number <= len(application.files):
        last = len(application.files)
        there = f"Choose 1 to {last}." if last > 1 else "Choose 1." if last else "Nothing is attached."
        raise RefusedError(f"{application.company} has no file {number}. {there}", can_override=False)
    return application.files[number - 1]


def _open(search: Search, application: Application) -> int:
    copy = view_copy(_numbered(application, search.options.open), search.database)
    if not is_opened(str(copy)):
        raise RefusedError(f"No program could be opened here. A copy to look at is {copy}.", can_override=False)
    say(f"Opened a copy, {copy.name}.")
    return DONE


def _save(search: Search, application: Application) -> int:
    file = _numbered(application, search.options.save)
    place = place_of(search.options.output or ".")
    say(f"Saved {saved_copy(file, search.database, place)}")
    return DONE


def _prune(search: Search) -> int:
    """Remove what nothing needs, once the user has agreed."""
    now, kept = settings.clock_now(), search.hunt.kept_files
    loose = unneeded(search.database, now)
    if not loose:
        say("Nothing to remove: an application, undo, or a backup needs every file, or it is from today.")
        return DONE
    size = say_size(sum(kept.path_of(sha256).stat().st_size for sha256 in loose))
    what = f"{count(len(loose), 'file')}, {size}, that no application, no undo, and no backup here needs"
    if not search.options.yes:
        if not search.asks:
            raise RefusedError(
                f"There {'is' if len(loose) == 1 else 'are'} {what}. Add --yes to remove.", can_override=False
            )
        if answer_to(f"Remove {what}, for good? [y/N] ").casefold() not in ("y", "yes"):
            raise RefusedError("Nothing was removed.", can_override=False)
    say(f"Removed {count(prune(search.database, loose, now), 'file')}, {size}.")
    return DONE


def _list(search: Search, application: Application) -> int:
    kept = KeptFiles.of(search.database)
    if search.options.json:
        print_json(_document(application, kept), sys.stdout)
        return DONE
    if not application.files:
        say(f"Nothing is attached to {application.company}, {application.role}. Add --attach FILE to attach one.")
        return DONE
    today, zone = search.reader.today, search.reader.zone
    lines = [f"{application.company}, {application.role}"]
    for number, file in enumerate(application.files, 1):
        here = "" if kept.has(file.sha256) else "; its content is missing"
        kind = FILE_KIND_TITLES[file.kind]
        lines.append(f"  {number}. {kind}: {file.name}, {say_size(file.size)}, {say_sent(file, today, zone)}{here}")
    say("\n".join(lines))
    return DONE


def _document(application: Application, kept: KeptFiles) -> dict[str, Any]:
    return {
        "application_id": application.id,
        "company": application.company,
        "role": application.role,
        "files": [_file(file, number, kept) for number, file in enumerate(application.files, 1)],
    }


def _file(file: AttachedFile, number: int, kept: KeptFiles) -> dict[str, Any]:
    return {
        "number": number,
        "kind": file.kind.value,
        "name": file.name,
        "size": file.size,
        "media_type": file.media_type,
        "sha256": file.sha256,
        "added": file.added.isoformat() if file.added else None,
        "sent": file.sent.isoformat() if file.sent else None,
        "is_here": kept.has(file.sha256),
    }


def _list_all(search: Search) -> int:
    """List every file once, with those who have it."""
    with opened_reader(search.database) as connection:
        owned = [] if connection is None else all_files(connection)
    by_content: dict[str, list[Owned]] = {}
    for one in owned:
        by_content.setdefault(one.file.sha256, []).append(one)
    if search.options.json:
        kept = KeptFiles.of(search.database)
        document = [
            _file(group[0].file, number, kept)
            | {"applications": [{"application_id": o.application_id, "company": o.company} for o in group]}
            for number, group in enumerate(by_content.values(), 1)
        ]
        print_json(document, sys.stdout)
        return DONE
    lines = []
    for group in by_content.values():
        file, names = group[0].file, list(dict.fromkeys(one.company for one in group))
        lines.append(f"{FILE_KIND_TITLES[file.kind]}: {file.name}, {say_size(file.size)}: {first_of(names)}")
    say("\n".join(lines) or "No files are attached yet.")
    return DONE
