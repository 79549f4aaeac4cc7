"""What the program uses of Textual that Textual keeps to itself: each name once, in one room, with its reason.

A new release of Textual may change any of these without a word: they are where to look first.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import Event
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

import app.ui

ROOM = "app.ui.textual_"
USED = {
    "compositor": {
        "textual._compositor": "the compositor has no public name",
        "_get_renders": "only lines that a change touches are asked for: a third of the time to a frame",
        "_dirty_regions": "what a change touches: the compositor forgets it before it asks for lines",
    },
    "driver": {
        "textual._ansi_sequences": "which sequences are keys",
        "textual._xterm_parser": "keys are read through a parser that swallows what is no key",
        "_app": "the driver tells its app that the terminal is gone",
        "_debug": "what Textual's own reader is given",
        "_file": "a terminal that is gone is replaced by the null device",
    },
    "keyboard": {
        "_check_bindings": "a key is pressed when its turn comes, not when it arrives",
        "_set_forwarded": "an event that the app gives on is marked, or it comes back",
        "_stop_propagation": "whether a widget wanted the key for itself",
        "_task": "whether a widget that is waited for is gone",
    },
    "marked_text_area": {
        "_build_highlight_map": "ranges are underlined without a grammar",
        "_highlights": "where the text area looks for what to style",
    },
    "safe_input": {"_on_paste": "a paste is made safe before it stands in the field"},
    "safe_text_area": {"_on_paste": "a paste is made safe before it stands in the text"},
    "screens": {"_compositor": "a screen makes its compositor itself"},
    "still_scroll_view": {"_scroll_update": "the scroll bar follows the content without a layout of the screen"},
    "terminal_app": {
        "_close_messages_no_wait": "how Textual ends after an error",
        "_display": "the terminal's cursor stands on what has the keys",
        "_exception": "the error that it ends for",
        "_exit": "whether the app is on its way out",
        "_fatal_error": "Textual's screen of a crash prints local variables",
        "_handle_exception": "a message that is late while one leaves is no error",
        "_notifications": "which notice was told last",
        "_refresh_notifications": "notices share one line, in place of Textual's toasts",
    },
}
"""Module of the room -> private name -> what for."""
CORE = (App, DOMNode, Driver, Event, MessagePump, Screen, Widget)


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield every module of the screen by its name, parsed."""
    root = Path(app.ui.__file__).parent
    for path in sorted(root.rglob("*.py")):
        name = ".".join(("app.ui", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__")
        yield name, ast.parse(path.read_text("utf-8"))


@cache
def private_names(of: type) -> set[str]:
    """Return the private names that a class of Textual defines or sets on itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(of)))
    defined = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
    stored = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and ast.unparse(node.value) == "self"
    }
    return {name for name in defined | stored if name.startswith("_") and not name.startswith("__")}


def inherited(of: type) -> set[str]:
    """Return the private names that a class has from Textual."""
    bases = [base for base in of.__mro__ if base.__module__.partition(".")[0] == "textual"]
    return set().union(*map(private_names, bases))


def used_in(name: str, tree: ast.Module) -> set[str]:
    """Return the private names of Textual that a module imports, overrides, or asks of anything."""
    imported = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("textual._")
    }
    module = importlib.import_module(name)
    core = set().union(*map(inherited, CORE))
    private: set[str] = set()
    for node in tree.body:
        names = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
        theirs = core
        if isinstance(node, ast.ClassDef):
            names |= {
                function.name for function in node.body if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
            }
            theirs = inherited(getattr(module, node.name))
            theirs = theirs or core - {wanted for wanted in names if f"self.{wanted}" in ast.unparse(node)}
        private |= names & theirs
    return imported | private


def test_every_private_name_of_textual_stands_in_one_room_and_has_its_reason() -> None:
    used_by = {name.removeprefix(f"{ROOM}."): used for name, tree in modules() if (used := used_in(name, tree))}
    assert used_by == {module: set(names) for module, names in USED.items()}
