"""Days that forms propose: which texts name one, and that what the user typed or emptied stays theirs."""

from __future__ import annotations

from datetime import date, time

import pytest
from textual.app import App
from textual.widgets import Input

from app.hunt.typed.named_days import decision_day, last_day_away, offer_deadline
from app.ui.dialogs.fields import Field, FieldRow, Proposal

WRITTEN_ON = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "away", "decision"),
    [
        ("I am out of the office until Nov 30.", date(2026, 11, 30), None),
        ("I'm out until Friday, back to you after that.", date(2026, 11, 27), None),
        ("We decide in May.", None, date(2027, 5, 31)),
        ("Decision by next Friday", None, date(2026, 12, 4)),
        ("You'll hear from us early next week.", None, date(2026, 12, 2)),
        ("Dana said I should hear back within a week", None, None),
        ("The offer is valid until Dec 4.", None, None),
        ("Can you send me references by Friday?", None, None),
        (
            "We'll let you know by Friday.\n\n> On Nov 3, Robin wrote:\n> I'm away until Dec 24",
            None,
            date(2026, 11, 27),
        ),
        ("", None, None),
    ],
)
def test_a_text_names_a_day_only_where_it_says_what_it_is_for(
    text: str, away: date | None, decision: date | None
) -> None:
    assert (last_day_away(text, WRITTEN_ON), decision_day(text, WRITTEN_ON)) == (away, decision)


def test_an_offers_terms_name_its_deadline_and_no_first_day_at_work() -> None:
    assert offer_deadline("85k base.\nLet us know by Dec 4.", WRITTEN_ON) == (date(2026, 12, 4), None)
    assert offer_deadline("85k base, starting Jan 4 at 9 AM.", WRITTEN_ON) is None


@pytest.mark.parametrize("clock", ["noon", "at 12", "12 pm", "12:00", "at 12 o'clock"])
def test_an_offers_terms_name_the_hour_of_its_deadline(clock: str) -> None:
    text = f"85k base, 40 hours a week. We start at 9 AM. Please let us know by Monday {clock}, Robin."
    assert offer_deadline(text, WRITTEN_ON) == (date(2026, 11, 30), time(12))


async def test_a_proposal_gives_way_to_the_next_and_never_takes_the_place_of_what_was_typed_or_emptied() -> None:
    row = FieldRow(Field("day", "Day", proposal=Proposal("their message", lambda _: "")))
    app = App[None]()
    async with app.run_test():
        await app.mount(row)
        row.opened({})
        assert isinstance(row.editor, Input)
        row.propose("Nov 30")
        assert (row.typed, row.is_proposed, row.is_changed) == ("Nov 30", True, False)
        app.screen.set_focus(row.editor)
        row.propose("Dec 4")
        assert (row.typed, row.editor.selected_text) == ("Dec 4", "Dec 4"), "what is typed now would stand behind it"
        row.propose("")
        assert (row.typed, row.is_proposed) == ("", False)
        row.propose("Dec 4")
        row.editor.value = ""
        row.propose("Dec 7")
        assert (row.typed, row.is_proposed) == ("", False), "what was emptied is filled again"
        row.editor.value = "Friday"
        row.propose("Dec 7")
        assert (row.typed, row.is_changed) == ("Friday", True)
