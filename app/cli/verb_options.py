"""The options of the verbs: what `afterword add`, `interview`, `replied` and the others take."""

from __future__ import annotations

import argparse
from collections.abc import Callable

DAYS = (
    "Days are typed as in the dashboard: tomorrow, fri, in 2 weeks, nov 27; moments: fri 14:00, yesterday 3 pm."
    ' After an option, in quotes: "nov 27".'
)
"""What the help of every verb that takes one says."""

WORDS = {"add": "role", "interview": "when", "replied": "text", "snooze": "until"}
"""The commands that end in words of which there may be none -> the option that has them."""


def _match(command: argparse.ArgumentParser) -> None:
    command.add_argument("match", metavar="MATCH", help="a part of the company or role, or id:N with its number")
    command.epilog = "If several applications match, you are asked; in a script, they are listed and nothing is done."


def json_option(command: argparse.ArgumentParser) -> None:
    """Add --json, which every command has whose answer another program may read."""
    command.add_argument("--json", action="store_true", help="one JSON document and nothing else")


def _which_step(command: argparse.ArgumentParser) -> None:
    command.add_argument("--to", metavar="NAME", help="the step about this person")
    command.add_argument("--step", metavar="STEP", help="the step of this name, as due --json has it: thank, follow_up")


def _yes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--yes", action="store_true", help="record it without asking")


def _add(command: argparse.ArgumentParser) -> None:
    command.add_argument("company", metavar="COMPANY", help="the company, or the link of a posting to read and save")
    command.add_argument("role", metavar="ROLE", nargs="*", help="the role; after a link: COMPANY ROLE, if it asks")
    command.add_argument("--applied", metavar="DAY", default="today", help="when you applied (default: today)")
    command.add_argument("--location", metavar="TEXT", default="", help="where the job is")
    command.add_argument("--url", metavar="LINK", default="", help="the posting")
    command.add_argument("--salary", metavar="TEXT", default="", help="what it pays")
    command.add_argument("--source", metavar="TEXT", default="", help="a friend, a job board, ...")
    command.add_argument("--priority", metavar="P", default="", help="none, low, medium, or high")
    command.add_argument("--tone", choices=("warm", "plain", "formal"), help="how letters sound (default: as usual)")
    command.add_argument("--cv", metavar="FILE", help="the CV that you sent; a copy of it is attached")
    command.add_argument("--notes", metavar="TEXT", default="", help="notes; - for standard input")
    command.add_argument("--yes", action="store_true", help="save what a posting says without asking")
    json_option(command)
    command.epilog = DAYS


def _interview(command: argparse.ArgumentParser) -> None:
    _match(command)
    command.add_argument("when", metavar="WHEN", nargs="*", help="fri 14:00; or just dec 4 if the time isn't known yet")
    command.add_argument("--for", metavar="LENGTH", default="", dest="length", help="45 min, 1 h, until 3 pm")
    command.add_argument(
        "--with", metavar="NAMES", default="", dest="names", help="who: Dana Lee <dana@x.example>, ..."
    )
    command.add_argument("--kind", metavar="K", default="", help="video, phone screen, onsite, panel, ...")
    command.add_argument("--where", metavar="TEXT", default="", help="the place or the link")
    command.add_argument(
        "--zone", metavar="ZONE", default="", help="the zone that WHEN is in: Berlin, PT (default: yours)"
    )
    command.add_argument("--noted", metavar="TEXT", default="", help="what stood out, for your letters")
    which = command.add_mutually_exclusive_group()
    which.add_argument("--move", action="store_true", help="move or edit the last round instead of adding one")
    which.add_argument("--canceled", action="store_true", help="they canceled the last round")
    which.add_argument("--missed", action="store_true", help="they missed the last round")
    command.add_argument("--round", metavar="N", type=int, help="the number of the round (default: the last one)")
    _yes(command)
    json_option(command)
    command.epilog = (
        f"{DAYS} A round that has ended is logged, one ahead is planned. Before one with notes or a letter is recorded"
        f" as missed, you're asked; in a script, it is refused unless you add --yes. {command.epilog}"
    )


def _replied(command: argparse.ArgumentParser) -> None:
    _match(command)
    command.add_argument("text", metavar="TEXT", nargs="*", help="what they said; - for standard input")
    command.add_argument("--by", metavar="DAY", default="", help="the day by which they will decide")
    command.add_argument("--when", metavar="WHEN", default="", help="when it came (default: now)")
    command.add_argument(
        "--away", metavar="DAY", default="", help="for an out-of-office reply: the last day they're away"
    )
    json_option(command)
    command.epilog = f"{DAYS} {command.epilog}"


def _outcome(command: argparse.ArgumentParser) -> None:
    _match(command)
    command.add_argument(
        "outcome",
        choices=("rejected", "offer", "withdrew", "no-reply", "accepted", "declined"),
        metavar="OUTCOME",
        help="rejected, offer, withdrew, or no-reply; accepted or declined for an offer",
    )
    command.add_argument("--by", metavar="DAY", default="", help="by when to answer the offer: dec 4, or fri noon")
    command.add_argument("--note", metavar="TEXT", default="", help="what they offered or said")
    json_option(command)
    command.epilog = f"{DAYS} {command.epilog}"


def _note(command: argparse.ArgumentParser) -> None:
    _match(command)
    command.add_argument("text", metavar="TEXT", nargs="+", help="the note; - for standard input")
    json_option(command)


def _sent(command: argparse.ArgumentParser) -> None:
    _match(command)
    command.add_argument("file", metavar="FILE", nargs="?", help="the letter as it went; - for standard input")
    command.add_argument("--kind", metavar="K", help="thank_you, ... (default: what the next step calls for)")
    command.add_argument("--to", metavar="NAME", help="who it went to")
    command.add_argument("--when", metavar="WHEN", default="", help="when it went (default: now)")
    _yes(command)
    json_option(command)
    command.epilog = (
        "Without FILE, your draft, if there is one, counts as what you sent. If something speaks against the letter,"
        " such as a follow-up that comes too early, you're asked first; in a script, it is refused unless you add"
        f" --yes. {command.epilog}"
    )


def _snooze(command: argparse.ArgumentParser) -> None:
    _match(command)
    command.add_argument(
        "until", metavar="UNTIL", nargs="*", help="fri, in 2 weeks, 3 (days) (default: next business day)"
    )
    _which_step(command)
    json_option(command)
    command.epilog = f"{DAYS} {command.epilog}"


def _skip(command: argparse.ArgumentParser) -> None:
    _match(command)
    command.add_argument("reason", metavar="REASON", nargs="+", help="why; the timeline keeps it")
    _which_step(command)
    json_option(command)


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "match", metavar="MATCH", nargs="?", help="a part of the company or role, or id:N (default: all)"
    )
    command.add_argument("--attach", metavar="FILE", help="attach a copy of this file, up to 10 MB")
    command.add_argument(
        "--kind", choices=("cv", "cover-letter", "portfolio", "other"), help="what it is (default: by its name)"
    )
    command.add_argument(
        "--sent",
        metavar="WHEN",
        nargs="?",
        const="",
        help="they have it, since WHEN (default: now); from then on it stays as it is",
    )
    command.add_argument("--mark-sent", metavar="N", type=int, help="they now have file N of the list")
    command.add_argument("--remove", metavar="N", type=int, help="remove file N, if it wasn't sent")
    command.add_argument("--open", metavar="N", type=int, help="open a copy of file N in your viewer")
    command.add_argument("--save", metavar="N", type=int, help="save a copy of file N (where: -o)")
    command.add_argument(
        "--prune", action="store_true", help="remove for good what no application, no undo, and no backup needs"
    )
    command.add_argument("--yes", action="store_true", help="remove it without asking")
    command.add_argument("-o", "--output", metavar="PLACE", help="with --save: a folder or new file (default: here)")
    json_option(command)
    command.epilog = DAYS


def _reopen(command: argparse.ArgumentParser) -> None:
    _match(command)
    json_option(command)


def _merge(command: argparse.ArgumentParser) -> None:
    _match(command)
    command.add_argument("other", metavar="OTHER", help="the application that is the same; it becomes a part of MATCH")
    json_option(command)


def _turn(command: argparse.ArgumentParser) -> None:
    json_option(command)


VERBS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "add": ("add an application", _add),
    "interview": ("plan, log, move, or cancel an interview; record a missed one", _interview),
    "replied": ("log a reply that is not a decision yet", _replied),
    "outcome": ("record an offer, rejection, withdrawal, or no reply; decide on an offer", _outcome),
    "reopen": ("remove the outcome and return to the stage before it", _reopen),
    "merge": ("make one of two applications that are the same; undo parts them", _merge),
    "note": ("add a note to the timeline", _note),
    "sent": ("record that you sent a letter yourself", _sent),
    "files": ("show what they have of you: CV, cover letter, ...; attach and open files", _files),
    "snooze": ("snooze a step until a day you choose", _snooze),
    "skip": ("skip a step and note why", _skip),
    "undo": ("undo the last action, done here or in the dashboard; redo does it again", _turn),
    "redo": ("redo what was undone last", _turn),
}
"""Name -> what it does in a few words, and what adds its options."""
