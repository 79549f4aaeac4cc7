"""The one registry of commands: bindings, footer, palette and help screen come from it.

A command that makes no sense here is not in the footer. One that the etiquette or the records refuse stays there and
answers with its reason. Nothing here knows a widget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.etiquette.frozen import dataclass
from app.etiquette.stages import Trigger
from app.ui.registry.footer_order import first_in_footer, left_out
from app.ui.registry.here import Here, Pane, Place
from app.ui.registry.key_names import name_keys
from app.ui.registry.refusals import (
    Refusal,
    by_stage,
    has_link,
    interview,
    is_interview_near,
    needs_application,
    needs_draft,
    needs_letter,
    needs_letters,
    needs_link,
    needs_step,
    needs_steps,
    needs_unsent,
    nothing,
    outcome,
    reply_by,
    rewrite,
    sheet,
)

NO_KEYS: Mapping[str, str] = MappingProxyType({})
_LISTS = frozenset({Pane.DUE, Pane.PIPELINE, Pane.TIMELINE})
_ANYWHERE = frozenset(Pane)
_AT_WORK = _ANYWHERE - {Pane.GLANCE}
_GLANCE = frozenset({Pane.GLANCE})
_NOT_TYPING = _LISTS | _GLANCE
_LETTER = frozenset({Pane.LETTER})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do by key, by palette, or by mouse in the footer."""

    id: str
    keys: str
    """Textual's names, separated by commas; the first is shown."""
    label: str
    """One or two words for the footer."""
    group: str
    help: str
    """One sentence for help and palette."""
    panes: frozenset[Pane] = _LISTS
    """Where its key works."""
    footer: frozenset[Place] = frozenset()
    """Where the footer shows it."""
    refuse: Refusal = nothing
    """Returns why it cannot be done here, None when it can."""
    has_use: Callable[[Here], bool] = lambda _here: True
    """Returns whether the footer needs to show it here."""


_DUE = frozenset({Place.DUE})
_IN_LISTS = frozenset({Place.DUE, Place.PIPELINE, Place.TIMELINE})
_RECORDING = _IN_LISTS | {Place.CARD}
_AT_GLANCE = frozenset({Place.GLANCE})
_DRAFT = frozenset({Place.DRAFT})
_READING = frozenset({Place.SENT, Place.CARD})
_ABOUT_ONE = frozenset({Place.TIMELINE, Place.CARD})
_PIPELINE = frozenset({Place.PIPELINE})

# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("enter", "enter", "open", "Triage",
            "Open what is selected: a step's letter, question, or sheet, an application, an entry.", footer=_IN_LISTS),
    Command("done", "x", "done", "Triage",
            "Mark the step as done (you did it outside Afterword).", footer=_DUE, refuse=needs_steps),
    Command("snooze", "z", "snooze", "Triage",
            "Snooze the step until a day you choose.", footer=_DUE, refuse=needs_steps),
    Command("waive", "Z", "skip", "Triage",
            "Skip the step and note why.", refuse=needs_steps),
    Command("mark", "space", "mark", "Triage",
            "Mark or unmark the step; done, snooze, and skip apply to every marked one. Going back clears the marks.",
            panes=frozenset({Pane.DUE}), footer=_DUE, refuse=needs_step),
    Command("waiting", "full_stop", "coming up", "Triage",
            "Show or hide the steps that are coming up."),
    Command("interview", "i", "interview", "Record",
            "Plan, log, move, or cancel an interview; record a missed one.", footer=_RECORDING, refuse=interview),
    Command("sheet", "I", "sheet", "Record",
            "Open the interview's sheet: who, your questions, the posting, a place for notes.",
            footer=_ABOUT_ONE, refuse=sheet, has_use=is_interview_near),
    Command("replied", "r", "they replied", "Record",
            "Log a reply that is not a decision yet.", footer=_RECORDING, refuse=needs_application),
    Command("reply_by", "b", "decision date", "Record",
            "Set the date by which they said they would decide.", footer=_ABOUT_ONE, refuse=reply_by),
    Command("outcome", "o", "outcome", "Record",
            "Record an offer, rejection, withdrawal, or no reply; decide on an offer.",
            footer=_RECORDING, refuse=outcome),
    Command("reopen", "O", "reopen", "Record",
            "Remove the outcome and return to the stage before it.", refuse=by_stage(Trigger.REOPENED)),
    Command("note", "n", "note", "Record",
            "Add a note to the timeline.", footer=_ABOUT_ONE, refuse=needs_application),
    Command("write", "w", "write", "Letters",
            "Write a letter of any kind to anyone in this application.",
            footer=_PIPELINE | _READING, refuse=needs_application),
    Command("send", "ctrl+s,s", "send", "Letters",
            "Send the letter, or record that you sent it.", panes=_AT_WORK, footer=_DRAFT, refuse=needs_unsent),
    Command("copy", "ctrl+g,c", "copy", "Letters",
            "Copy the letter to the clipboard.", panes=_AT_WORK, footer=_DRAFT | {Place.SENT}, refuse=needs_letter),
    Command("external", "ctrl+e", "your editor", "Letters",
            "Edit the letter in your editor, $VISUAL or $EDITOR.", panes=_AT_WORK, footer=_DRAFT, refuse=needs_draft),
    Command("blank", "ctrl+n", "next blank", "Letters",
            "Go to the next blank to fill in.", panes=_LETTER, footer=_DRAFT, refuse=needs_draft,
            has_use=lambda here: here.has_blanks),
    Command("phrase", "ctrl+t", "phrase", "Letters",
            "Insert one of your saved phrases.", panes=_LETTER, refuse=needs_draft),
    Command("learn", "f7", "learn word", "Letters",
            "Add the word at the cursor to your dictionary.", panes=_LETTER, refuse=needs_draft),
    Command("fine", "f9", "it's fine", "Letters",
            "Let the finding at the cursor, or the first one, pass; again to undo.", panes=_LETTER, refuse=needs_draft),
    Command("rewrite", "ctrl+r", "rewrite", "Letters",
            "Have your own program rewrite the letter; you see the difference before you decide.",
            panes=_LETTER, footer=_DRAFT, refuse=rewrite, has_use=lambda here: here.has_filter),
    Command("next_letter", "right_square_bracket,f6", "next letter", "Letters",
            "Show the application's next letter.", panes=_AT_WORK,
            footer=_DRAFT | _READING, refuse=needs_letters, has_use=lambda here: here.has_other_letters),
    Command("discard", "f8", "discard", "Letters",
            "Discard the draft; undo brings it back.", panes=_AT_WORK, refuse=needs_draft),
    Command("leave", "escape", "back", "Letters",
            "Save the letter and go back to the list.", panes=_ANYWHERE,
            footer=_DRAFT | _READING | _AT_GLANCE),
    Command("add", "a", "add", "Applications",
            "Add an application.", panes=_NOT_TYPING, footer=_IN_LISTS),
    Command("edit", "e", "edit", "Applications",
            "Edit the application.", footer=_PIPELINE | {Place.CARD}, refuse=needs_application),
    Command("person", "P", "people", "Applications",
            "Add, edit, or remove a person: interviewer, recruiter, coordinator.", refuse=needs_application),
    Command("files", "F", "files", "Applications",
            "See which files they have of you (CV, cover letter, ...); attach, open, and mark them as sent.",
            refuse=needs_application),
    Command("link", "L", "open link", "Applications",
            "Open the next interview's link or the posting in your browser.",
            footer=_PIPELINE | {Place.CARD}, refuse=needs_link, has_use=has_link),
    Command("posting", "J", "posting", "Applications",
            "Read the posting you saved with the application, or save it: from its link, a file, or pasted.",
            footer=_ABOUT_ONE, refuse=needs_application, has_use=lambda here: here.has_posting),
    Command("no_follow_ups", "N", "no follow-ups", "Applications",
            "Record that they want no follow-ups, or allow them again.", refuse=needs_application),
    Command("keep_in_touch", "K", "keep in touch", "Applications",
            "Turn reminders to stay in touch after a rejection on or off.", refuse=needs_application),
    Command("archive", "A", "archive", "Applications",
            "Archive the application, or bring it back.", refuse=needs_application),
    Command("merge", "equals_sign", "merge", "Applications",
            "Make one of this application and another that is the same; undo parts them.", refuse=needs_application),
    Command("delete", "D", "delete", "Applications",
            "Delete the application, after asking; undo brings it back.", refuse=needs_application),
    Command("find", "slash", "find", "Moving",
            "Find: narrow the list as you type.", footer=_IN_LISTS),
    Command("due", "1", "due", "Moving",
            "Go to the due list.", panes=_NOT_TYPING),
    Command("timeline", "2", "timeline", "Moving",
            "Go to the timeline.", panes=_NOT_TYPING),
    Command("letter", "3", "letter", "Moving",
            "Go to the letter, or to the details of the application.", panes=_NOT_TYPING),
    Command("pipeline", "p", "pipeline", "Moving",
            "Go to the pipeline.", panes=_NOT_TYPING),
    Command("sort", "S", "sort", "Moving",
            "Sort the pipeline by stage, company, date, or priority."),
    Command("glance", "4", "your search", "Your search",
            "See your search at a glance: how far you've come, the next two weeks, a chart.", footer=_IN_LISTS),
    Command("copy_funnel", "y", "copy the funnel", "Your search",
            "Copy the funnel for a Sankey diagram, without any names.", panes=_GLANCE, footer=_AT_GLANCE),
    Command("earlier", "h", "earlier", "Your search",
            "Move the chart a week into the past.", panes=_GLANCE, footer=_AT_GLANCE),
    Command("later", "l", "later", "Your search",
            "Move the chart a week into the future.", panes=_GLANCE, footer=_AT_GLANCE),
    Command("undo", "u", "undo", "Everything",
            "Undo the last action, whatever it was.", footer=_IN_LISTS),
    Command("redo", "U", "redo", "Everything",
            "Redo what you undid."),
    Command("take_in", "ctrl+o", "import", "Everything",
            "Import a spreadsheet, an invitation, mail, an export, or a posting from a file or its link.",
            panes=_ANYWHERE, footer=_IN_LISTS,
            has_use=lambda here: here.is_empty or here.is_about_whole_search),
    Command("inbox", "m", "inbox", "Everything",
            "Go through what your mailbox says about your search."),
    Command("sync", "M", "sync", "Everything",
            "Exchange what's new with your other machines."),
    Command("export", "E", "export", "Everything",
            "Export your search as CSV, ICS, JSON, or a zip with your files.", panes=_NOT_TYPING),
    Command("me", "Y", "your details", "Everything",
            "Edit your details: name, email, signature."),
    Command("theme", "T", "theme", "Everything",
            "Switch to the next theme: dark, light, high contrast, your terminal's colors, your own."),
    Command("notices", "exclamation_mark", "notices", "Everything",
            "Show the latest notices.", panes=_NOT_TYPING),
    Command("palette", "ctrl+p", "palette", "Everything",
            "Find any command by name.", panes=_ANYWHERE, footer=frozenset(Place)),
    Command("help", "question_mark,f1", "help", "Everything",
            "Show every key.", panes=_ANYWHERE, footer=frozenset(Place)),
    Command("quit", "q,ctrl+q", "quit", "Everything",
            "Quit; everything is saved.", panes=_ANYWHERE),
)
# fmt: on

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

_SHOWN = {
    "full_stop": ".",
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "at": "@",
    "escape": "esc",
}


def shown_keys(command: Command, own: Mapping[str, str] = NO_KEYS) -> list[str]:
    """Return a command's keys as a person reads them.

    Args:
        own: the user's own keys, by command: they take the place of the first one.
    """
    first, *others = command.keys.split(",")
    keys = [*own[command.id].split(","), *others] if command.id in own else [first, *others]
    return [_SHOWN.get(key.strip(), key.strip()) for key in keys]


def names_of(own: Mapping[str, str] = NO_KEYS) -> dict[str, str]:
    """Return by command the key that sentences name."""
    return {command.id: shown_keys(command, own)[0] for command in COMMANDS}


name_keys(names_of())
_TO_BEGIN = frozenset({"add", "take_in", "undo", "leave", "help"})
"""Commands that the footer shows while there is no application: none of the others would do anything."""


def in_footer(here: Here) -> list[tuple[Command, str | None]]:
    """Return the commands that the footer shows here, each with its refusal: the most useful first, help last."""
    first, useless = first_in_footer(here), left_out(here)
    others = (
        command
        for command in COMMANDS
        if here.place in command.footer and command.id not in first and command.id not in useless
    )
    return [
        (command, command.refuse(here))
        for command in (*map(BY_ID.__getitem__, first), *others)
        if command.has_use(here) and (not here.is_empty or command.id in _TO_BEGIN)
    ]


def groups() -> dict[str, list[Command]]:
    """Return the commands by group, in the order of the help screen."""
    by_group: dict[str, list[Command]] = {}
    for command in COMMANDS:
        by_group.setdefault(command.group, []).append(command)
    return by_group
