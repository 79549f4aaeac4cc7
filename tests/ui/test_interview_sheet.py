"""The interview's sheet by keys: read before it, written on during it, and the debrief and the letter from that."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from textual.widgets import Input, TextArea

from app.etiquette.records import Me, StepName
from app.hunt.verbs import interviews, preparing
from app.locations import state_folder
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.interview_sheet import SheetDialog
from tests.storage.hunts import NOW, Clock, add, open_hunt
from tests.ui.driving import Driven, driven
from tests.ui.test_hostile import OF_EACH_SORT

STARTS = NOW + timedelta(minutes=45)


def planned(path: Path, names: str = "Dana Lee <dana@northwind.example>, Omar Haddad", text: str = "video") -> None:
    """Write a hunt with an interview that begins in three quarters of an hour."""
    hunt = open_hunt(path, Clock(NOW - timedelta(days=3)))
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    add(hunt)
    ends = STARTS + timedelta(minutes=30)
    hunt.do(
        1,
        lambda a, when: interviews.planned(
            a, when, starts=STARTS, ends=ends, names=names, kind=text, location=text, timezone="America/New_York"
        ),
    )


async def opened(d: Driven) -> None:
    """Wait for the sheet."""
    await d.until(lambda: isinstance(d.dashboard.screen, SheetDialog), "no sheet")
    await d.shows("When and where")


async def test_from_the_hour_before_to_the_thank_you(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    planned(path)
    async with driven(path) as d:
        assert d.hunt_screen.lists.selected_due.step.name is StepName.PREPARE
        await d.press("enter")
        await opened(d)
        for words in ("in 45 min", "4:45 AM in New York", "Dana Lee", "No questions yet.", "No posting is saved."):
            await d.shows(words)
        await d.press("s")
        await d.shows("Questions worth asking")
        await d.press("enter")
        await d.until(lambda: d.application().questions, "no question")
        await opened(d)
        await d.press("a")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
        await d.type("Who plans the on-call week?")
        await d.press("ctrl+s")
        await d.until(lambda: len(d.application().questions) == 2, "no second question")
        await opened(d)
        await d.press("down", "space")
        await d.until(lambda: [q.is_ticked for q in d.application().questions] == [False, True], "not ticked")
        await d.shows("[x] Who plans")
        await d.press("n")
        assert isinstance(d.dashboard.focused, TextArea)
        await d.type("showed me the test rig\nsalary 70k?")
        await d.until(lambda: d.application().jottings, "not stored while it is typed")
        assert isinstance(d.dashboard.screen, SheetDialog)
        open_hunt(path).do(
            1, lambda a, _: preparing.jotted(a, 1, 1, "showed me the test rig\nsalary 70k?\nfrom a script", "")
        )
        await d.type("!")
        await d.until(lambda: "from a script" in d.application().jottings[0].text, "lost")
        await d.shows("from a script")
        await d.press("escape")
        assert isinstance(d.dashboard.screen, SheetDialog)
        await d.press("escape")
        await d.until(lambda: not isinstance(d.dashboard.screen, SheetDialog), "not closed")
        d.clock.now = STARTS + timedelta(minutes=10)
        await d.press("p", "j", "I")
        await opened(d)
        await d.shows("under way, 20 min left")
        assert isinstance(d.dashboard.focused, TextArea)
        await d.press("escape", "escape")
        d.clock.now = STARTS + timedelta(hours=2)
        await d.press("I")
        await opened(d)
        await d.shows("esc close")  # to read; while it went on: to write
        await d.press("d")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no debrief")
        await d.shows("Filled from your notes.")
        await d.shows("your showing me the")
        said = [field.value for field in d.dashboard.screen.query(Input) if field.id == "field-said-1"]
        assert said == ["showed me the test rig"]
        assert d.application().interviews[0].noted == ""
        await d.press("ctrl+s")
        await d.until(lambda: d.application().interviews[0].noted == "Dana Lee: showed me the test rig", "no debrief")
        await d.until(lambda: not isinstance(d.dashboard.screen, SheetDialog), "not closed")


async def test_without_a_debrief_a_note_is_offered_to_the_letter_and_taken_by_a_key(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    planned(path)
    notes = "seemed tired\nshowed me the test rig\nis writing a book on sensors"
    open_hunt(path, Clock(STARTS)).do(1, lambda a, _: preparing.jotted(a, 1, 1, notes, ""))
    async with driven(path, now=STARTS + timedelta(hours=2)) as d:
        await d.press("j", "enter")
        await d.shows("Mention one of your notes to Dana?")
        assert "tired" not in d.screen_text()
        assert d.application().interviews[0].noted == ""
        await d.press("2")
        await d.until(lambda: d.application().letters, "no letter")
        assert "writing a book on sensors" in d.application().letters[0].body
        assert "test rig" not in d.application().letters[0].body
        assert d.application().interviews[0].noted == "Dana Lee: you are writing a book on sensors"


async def test_what_comes_from_outside_is_shown_as_typed_in_every_part(tmp_path: Path) -> None:
    text = " ".join(OF_EACH_SORT)
    planned(tmp_path / "hunt.db", names="", text=text)
    async with driven(tmp_path / "hunt.db", size=(80, 24)) as d:
        await d.press("enter")
        await opened(d)
        screen = d.screen_text()
        assert "[@click=app.quit]x[/] [red ␛[31mred" in screen
        assert "\x1b" not in screen
        assert "Nobody is named for this interview yet." in screen
        await d.press("L")
        await d.shows("There is no link for this interview yet.")
        await opened(d)
        await d.press("n")
        await d.type("typed as the terminal went away")
        d.dashboard.leave()
        assert d.application().jottings[0].text == "typed as the terminal went away"
        assert d.dashboard.last_words == ""


async def test_the_interview_under_way_is_named_and_notes_that_cannot_be_stored_are_kept(tmp_path: Path) -> None:
    planned(tmp_path / "hunt.db")
    hunt, ago = open_hunt(tmp_path / "hunt.db", Clock(NOW)), NOW - timedelta(hours=4)
    add(hunt, "Brightfield")
    hunt.do(2, lambda a, when: interviews.planned(a, when, starts=ago, names="Pat Quinn"))
    async with driven(tmp_path / "hunt.db", now=STARTS + timedelta(minutes=5)) as d:
        await d.shows("now: Northwind, until 11:15 AM (I)")
        assert d.hunt_screen.lists.selected_due.company == "Brightfield"
        await d.press("I")
        await opened(d)
        await d.shows("under way, 25 min left")
        editor = d.dashboard.focused
        assert isinstance(editor, TextArea)
        editor.text = "x" * preparing.LONGEST_NOTE + "y"
        await d.press("escape", "escape")
        await d.shows("longer than 20,000 characters")
        await d.press("b")
        await opened(d)
        await d.until(lambda: d.dashboard.screen.query(TextArea).first().text.endswith("xy"), "lost")
        await d.press("escape", "escape")
        await d.shows("Your notes aren't saved")
        await d.press("f")
        await d.until(lambda: not isinstance(d.dashboard.screen, SheetDialog), "not closed")
        (kept,) = state_folder().glob("notes-*.txt")
        assert kept.read_text().endswith("xy")
        assert d.application().jottings == ()
