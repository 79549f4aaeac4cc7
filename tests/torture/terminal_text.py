"""Hostile text in every field: what is stored is what was meant, what is exported and imported is what is stored.

The long version then walks the real program over it: its raw bytes hold nothing but its own drawing.
"""

from __future__ import annotations

import json
import random
import re
from datetime import timedelta
from pathlib import Path

from app.etiquette.errors import InvalidFieldError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Me
from app.etiquette.text import clean, clean_lines
from app.hunt.hunt import Hunt
from app.hunt.intake.carrying_out import carry_out
from app.hunt.intake.planning import gathered, plan_for
from app.hunt.verbs import answers, applications, interviews, letters
from app.hunt.writing_out import render
from app.storage import reading
from tests.cli.terminals import Terminal, ready
from tests.storage.hunts import NOW, SETTINGS, open_hunt, reader
from tests.torture.terminal_hunt import disagreements
from tests.torture.trial import Figures, Trial

COMMON = (
    *(
        "[/foo]",
        "Senior Dev [Remote]",
        "[red",
        "[@click=app.quit]x[/]",
        "[bold]hi",
        "C++ [/] dev",
        "a[1]",
        "[0]",
        "[/]",
    ),
    *(
        "[link=https://x]y",
        "[$accent]x",
        "[b]unclosed [i]",
        "[=]",
        "\\[x]",
        "[foo=bar]",
        "[on]",
        "[a b='c]",
        "[@click]",
    ),
    *("[@click=x(]y", "\x1b[31mred", "\x1b]0;title\x07", "\x1b]52;c;UEFZTE9BRA==\x07", "\x9b31mred", "\u202ertl\u200f"),
    *(
        "👩‍👩‍👧 漢字",
        "nul\0nul",
        "half \ud83d a pair",
        "می‌خواهم",
        "e\u0301 combining",
        "\x0e\x0f shift",
        "\x7f\x08\x08del",
    ),
    *(
        "=cmd|' /C calc'!A0",
        "{{ 7*7 }}",
        "{% for %}",
        "'; DROP TABLE application; --",
        "line\u2028break\u0085next",
        "\ufeffbom",
    ),
    *("🏳️‍🌈 🇩🇪 1️⃣", "ﷺ" * 30, "Z͑ͫ̓a̴l̕g̀o" * 20, "\r\n.\r\nSubject: x", "../../etc/passwd", "%n%s%x", "\t tab"),
)
MADE_OF = (
    "".join(chr(code) for code in range(0xA0))
    + "[]/@=$'\"\\éß漢字م👩\u200d\u200c\u202e\u2066\u061c\ufeff\ud800\udfff\u2028"
)
LARGE = 1_000_000
_OURS = re.compile(
    rb"\x1b\]22;default\x07|\x1b\[[0-9;:]*m|\x1b\[[0-9;]*[HJKABCDfG]|\x1b\[[?<>=][0-9;$]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*t|[\r\n]"
)
"""What the program's own drawing is made of: colours, the cursor, modes, the shape of the mouse."""
_CONTROL = re.compile(rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c")


def run(folder: Path, times: int, seed: int) -> Figures:
    """Put so many strings into every field."""
    dice = random.Random(seed)
    texts = [*COMMON, *(_made(dice) for _ in range(times))][:times]
    if times > len(COMMON):
        texts[-1] = "m" * LARGE
    path = folder / "hunt.db"
    hunt = open_hunt(path)
    lost: list[str] = []
    refused = 0
    for text in texts:
        try:
            lost += [f"{text[:60]!r}: {problem}" for problem in _put(hunt, path, text)]
        except InvalidFieldError:
            refused += 1
        except Exception as error:
            lost.append(f"{text[:60]!r}: {type(error).__name__} {error}"[:300])
    if times > len(COMMON):
        long = "m" * LARGE
        hunt.do(1, lambda a, when: applications.noted(a, when, long))
        hunt.do(1, lambda a, when: letters.drafted(a, when, Kind.THANK_YOU, None, "long", long))
    lost += _there_and_back(path, folder) + disagreements(path)
    walked = _walked(path) if times > len(COMMON) else []
    return Figures(len(texts), tuple(lost + walked), {"refused with a sentence": refused})


def _made(dice: random.Random) -> str:
    return "".join(dice.choice(MADE_OF) for _ in range(dice.randrange(1, 60)))


def _put(hunt: Hunt, path: Path, text: str) -> list[str]:
    """Put a text into every field there is, and return the fields that hold something else."""
    hunt.set_me(Me(clean(text), "robin@mail.example", clean_lines(text)))
    added = hunt.add(
        lambda when: applications.added(
            when, f"x{text}", f"y{text}", location=text, url=text, salary=text, source=text, notes=text
        )
    )
    application_id = added.application_id
    assert application_id is not None
    starts = NOW - timedelta(hours=20)
    name = f"z{text}".replace("@", "").replace(",", "").replace("<", "")
    hunt.do(
        application_id,
        lambda a, when: interviews.planned(a, when, starts=starts, kind=text, names="Dana", noted=text, location=text),
    )
    hunt.do(
        application_id,
        lambda a, when: applications.person_saved(a, when, None, given=name, family=text, honorific=text, title=text),
    )
    hunt.do(application_id, lambda a, when: applications.noted(a, when, f"n{text}"))
    hunt.do(application_id, lambda a, when: letters.drafted(a, when, Kind.THANK_YOU, None, text, text))
    hunt.do(application_id, lambda a, when: answers.they_answered(a, when, text=text))
    with reader(path) as connection:
        stored = reading.application(connection, application_id)
        notes = [event.text for event in reading.events(connection, application_id) if event.what == "note"]
    return _differing(stored, text, name, notes)


def _differing(stored: Application, text: str, name: str, notes: list[str]) -> list[str]:
    line, lines = clean(text), clean_lines(text)
    person = next(person for person in stored.people if person.given != "Dana")
    letter, interview = stored.letters[-1], stored.interviews[-1]
    fields = {
        "company": (stored.company, clean(f"x{text}")),
        "role": (stored.role, clean(f"y{text}")),
        "place": (stored.location, line),
        "link": (stored.url, line),
        "salary": (stored.salary, line),
        "source": (stored.source, line),
        "notes": (stored.notes.strip(), lines.strip()),
        "given name": (person.given, clean(name)),
        "family name": (person.family, line),
        "title": (person.title, line),
        "kind of interview": (interview.kind, line),
        "what stood out": (interview.noted.strip(), lines.strip()),
        "place of interview": (interview.location, line),
        "subject": (letter.subject, line),
        "body": (letter.body, lines),
        "note": (notes[-1], clean_lines(f"n{text}").strip()),
        "answer": (stored.replies[-1].text.strip(), lines.strip()),
    }
    return [f"{field} holds {got[:60]!r}, not {meant[:60]!r}" for field, (got, meant) in fields.items() if got != meant]


def _there_and_back(path: Path, folder: Path) -> list[str]:
    """Export, import into another file and export that: the same, to the byte, and nothing in it a terminal obeys."""
    first, second = folder / "first.json", folder / "second.db"
    with reader(path) as connection:
        first.write_bytes(render(connection, "json", SETTINGS.policy, NOW))
        sheet = render(connection, "csv", SETTINGS.policy, NOW)
    wrong = ["a control character is exported"] if re.search(rb"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]", sheet) else []
    plan = plan_for(second, gathered([str(first)], bytes), SETTINGS.policy, NOW)
    if plan.refused:
        return [*wrong, f"the export is refused: {plan.refused[0][:200]}"]
    carry_out(plan, open_hunt(second))
    with reader(second) as connection:
        again = json.loads(render(connection, "json", SETTINGS.policy, NOW))
    one, two = (
        sorted(json.dumps(application, sort_keys=True) for application in document["applications"])
        for document in (json.loads(first.read_bytes()), again)
    )
    return wrong + [f"not the same after import: {a[:200]}" for a, b in zip(one, two, strict=True) if a != b]


def _walked(path: Path) -> list[str]:
    """Walk the program over the file, and return what reached the terminal that is not its own drawing."""
    with ready("--db", str(path), size=(120, 40)) as terminal:
        terminal.until(terminal.shows("p Pipeline "), "no dashboard")
        for keys in ("p", "S", "1", *["j"] * 30, "2", *["j"] * 10, "\r"):
            _pressed(terminal, keys)
        terminal.escape()
        for opened in ("e", "i", "P", "n", "w", "r", "o", "Y", "D", "?", "\x10"):
            _pressed(terminal, "1")
            _pressed(terminal, opened)
            terminal.escape()
            terminal.escape()
        _pressed(terminal, "N")
        _pressed(terminal, "/")
        _pressed(terminal, "[@click=x(]y")
        terminal.escape()
        terminal.send("\x11")
        code = terminal.ended()
    return ([f"it ended with {code}"] if code else []) + strangers(terminal.raw)


def _pressed(terminal: Terminal, keys: str) -> None:
    terminal.send(keys)
    terminal.rest(0.15)


def strangers(raw: bytes) -> list[str]:
    """Return what is in a program's output besides text and its own drawing."""
    text = _OURS.sub(b"", raw)
    return sorted(
        {
            f"{text[max(0, match.start() - 20) : match.end() + 20]!r} reached the terminal"
            for match in _CONTROL.finditer(text)
        }
    )


TRIALS = (
    Trial(
        "text",
        "strings of markup, escapes, controls, joined emoji, half characters and a line of a megabyte in every field:"
        " stored as meant, exported and imported alike; the terminal gets nothing but the program's own drawing",
        run,
        short=12,
        long=500,
    ),
)
