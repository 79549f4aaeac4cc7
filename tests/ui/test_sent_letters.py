"""A letter that was sent: it stays in sight, is not judged any more, and the next one is a key away."""

from __future__ import annotations

from pathlib import Path

from app.etiquette.records import LetterStatus, Me
from app.hunt.due import Due
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.help import HelpDialog
from app.ui.dialogs.words import ConfirmDialog
from app.ui.registry.here import Pane
from app.ui.widgets.text_lines import TextLines
from tests.storage.hunts import add, log_interview, open_hunt
from tests.ui.driving import Driven, driven


def two_people(path: Path, *, me: str = "Robin Vale") -> None:
    """Write a hunt with an interview by two people, and another one."""
    hunt = open_hunt(path)
    if me:
        hunt.set_me(Me(me, "robin@mail.example", ""))
    first = add(hunt)
    log_interview(hunt, first, names="Dana Lee <dana@northwind.example>, Omar Haddad <omar@northwind.example>")
    second = add(hunt, company="Contoso")
    log_interview(hunt, second, names="Ines Ferreira <ines@contoso.example>")


def findings(d: Driven) -> str:
    """Return what the checker's findings say."""
    return "\n".join(line.plain for line in d.hunt_screen.query_one("#findings", TextLines).rows)


def judged(d: Driven) -> bool:
    """Return whether there is room for findings."""
    return bool(d.hunt_screen.query_one("#findings").display)


async def sent(d: Driven) -> None:
    """Record the letter that is shown as sent."""
    letter_id = d.hunt_screen.letter_pane.letter.id
    await d.press("ctrl+s", "e")
    await d.until(
        lambda: (
            d.hunt_screen.letter_pane.letter is not None
            and (d.hunt_screen.letter_pane.letter.id, d.hunt_screen.letter_pane.letter.status)
            == (letter_id, LetterStatus.SENT)
        ),
        "the letter that was sent is not shown",
    )


async def test_the_letter_that_was_sent_stays_and_the_next_one_is_a_key_away(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        for _ in range(2):
            await d.press("enter")
            company = d.work.shown.detail.application.company
            await sent(d)
            pane = d.hunt_screen.letter_pane
            assert d.hunt_screen.pane is Pane.LETTER
            assert d.work.shown.detail.application.company == company
            assert f"2 {company}" in d.screen_text()
        assert "of 2" in d.screen_text()
        last = pane.letter.id
        await d.press("right_square_bracket")
        await d.until(lambda: pane.letter.id != last, "the next letter is not shown")
        assert d.work.shown.detail.application.company == company
        assert d.hunt_screen.pane is Pane.LETTER


async def test_a_letter_that_was_sent_is_not_judged(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("enter")
        await d.until(lambda: "✓" in findings(d), "the draft is not judged")
        assert judged(d)
        await sent(d)
        await d.until(lambda: not findings(d), "it is still judged")
        assert not judged(d)


async def test_keys_go_on_from_the_list_once_a_letter_was_sent(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("enter")
        await sent(d)
        due = d.hunt_screen.lists.due
        step = due.row
        await d.press("escape")
        await d.until(lambda: d.work.shown.application_id == step.step.application_id, "the list is not followed")
        assert d.hunt_screen.pane is Pane.DUE
        await d.press("enter")
        await sent(d)
        await d.press("u")
        await d.until(
            lambda: (
                [letter.status for letter in d.application(step.step.application_id).letters].count(LetterStatus.DRAFT)
                == 1
            ),
            "undo did not take it back",
        )
        assert str(d.hunt_screen.pane) == "due"


async def test_moving_the_cursor_shows_the_letter_of_its_own_step(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("enter", "escape")
        pane, due = d.hunt_screen.letter_pane, d.hunt_screen.lists.due
        first = pane.letter
        other = next(i for i, item in enumerate(due.rows) if isinstance(item, Due) and item.person != due.row.person)
        await d.press(*["j"] * (other - due.cursor))
        await d.until(lambda: pane.letter is None or pane.letter.id != first.id, "the other step's letter is shown")
        await d.press("g")
        await d.until(lambda: pane.letter is not None and pane.letter.id == first.id, "the draft is not shown again")


async def test_a_name_that_was_never_asked_is_asked_when_a_letter_needs_it(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db", me="")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("enter")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "nobody asks")
        assert "Your details" in d.screen_text()
        await d.type("Robin Vale")
        await d.press("ctrl+s")
        await d.until(lambda: d.hunt_screen.pane is Pane.LETTER, "the letter is not opened")
        assert "Robin Vale" in d.hunt_screen.letter_pane.body


async def test_who_would_rather_not_say_gets_the_letter_and_is_not_asked_again(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db", me="")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("enter")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "nobody asks")
        await d.press("escape")
        await d.until(lambda: d.hunt_screen.pane is Pane.LETTER, "the letter is not opened")
        await d.press("escape", "j", "enter")
        await d.until(lambda: d.hunt_screen.pane is Pane.LETTER, "the second letter is not opened")
        assert not isinstance(d.dashboard.screen, FormDialog | ChoiceDialog)


async def test_the_help_goes_to_its_ends(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", size=(80, 24)) as d:
        await d.press("question_mark")
        await d.until(lambda: isinstance(d.dashboard.screen, HelpDialog), "no help")
        box = d.dashboard.screen.query_one(TextLines)
        for end, beginning in (("end", "home"), ("G", "g")):
            await d.press(end)
            await d.until(lambda: box.scroll_y == box.max_scroll_y > 0, f"{end} does not go to the end")
            await d.press(beginning)
            await d.until(lambda: box.scroll_y == 0, f"{beginning} does not go to the beginning")


async def test_letters_move_in_a_letter_that_was_sent_and_are_typed_in_a_draft(tmp_path: Path) -> None:
    two_people(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("enter")
        editor = d.hunt_screen.letter_pane.editor
        await d.press("j", "k", "g", "G", "end", "home")
        assert editor.text.startswith("jkgGDear")
        assert editor.cursor_location == (0, 0)
        await d.press("ctrl+s", "e")
        await d.until(lambda: editor.read_only or isinstance(d.dashboard.screen, ConfirmDialog), "nothing was asked")
        await d.press("y")
        await d.until(lambda: editor.read_only, "it was not sent")
        await d.press("G")
        assert editor.cursor_location == editor.document.end
        await d.press("g", "j", "j")
        assert editor.cursor_location[0] == 2
        await d.press("k", "end")
        assert editor.cursor_location == editor.document.end
        await d.press("home")
        assert editor.cursor_location == (0, 0)
        assert editor.text.startswith("jkgGDear")
