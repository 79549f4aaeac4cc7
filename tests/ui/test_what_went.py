"""What is recorded as sent is what left, to the byte, whatever is typed while it leaves and whichever way it goes."""

from __future__ import annotations

import sys
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest

from app import desktop
from app.etiquette.records import Letter, LetterStatus, Me
from app.hunt.verbs import in_flight, letters
from app.letters import clipboard
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.handing_over import HandingOverDialog
from app.ui.dialogs.words import ConfirmDialog, ProblemDialog
from app.ui.registry.here import Pane
from tests.letters.mail_servers import PASSWORD, SILENCE, Mailbox, listening, scripted
from tests.storage.hunts import SETTINGS, add, log_interview, open_hunt
from tests.ui.driving import Driven, driven, one_interview
from tests.ui.test_sending import Server, mailbox, port, server

__all__ = ["mailbox", "port", "server"]
"""Fixtures."""

BODY = (
    "Dear Dana Lee,\n\nThank you for your time yesterday. Your point that late events hurt has stayed with me, and it"
    " is the kind of problem I like to work on.\n\nI am very interested in the Data Engineer role at Northwind and"
    " would be glad to help your team with it.\n\nBest regards,\nRobin Vale"
)
"""In which nothing fails."""


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is written out of the user's folders, and give a folder that is the whole PATH."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(clipboard, "_TOOL_SECONDS", 60.0)  # a slow one ends once the test lets it
    monkeypatch.setattr(desktop, "_SECONDS", 60.0)
    return programs


def slow(folder: Path, name: str, gate: Path) -> None:
    """Put a program on the PATH that ends once a file is there."""
    path = folder / name
    path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\ncat >/dev/null\nwhile [ ! -e {gate} ]; do sleep 0.02; done\n")
    path.chmod(0o755)


async def opened(d: Driven) -> Letter:
    """Open the thank-you, with a text in which nothing fails."""
    await d.press("enter")
    d.hunt_screen.letter_pane.type_for_user("Thank you, Dana", BODY)
    await d.until(lambda: d.application().letters[0].body == BODY, "not saved")
    letter: Letter = d.application().letters[0]
    return letter


async def typed_while_waiting(d: Driven) -> None:
    """Type blindly while something slow goes on."""
    await d.until(lambda: isinstance(d.dashboard.screen, HandingOverDialog), "nothing says what is going on")
    for key in ("E", "enter", "space"):
        await d.pilot.press(key)
    assert isinstance(d.dashboard.screen, HandingOverDialog)


async def is_recorded(d: Driven, body: str = BODY) -> None:
    await d.until(lambda: d.application().letters[0].status is LetterStatus.SENT, "not recorded")
    assert [(letter.status, letter.body) for letter in d.application().letters] == [(LetterStatus.SENT, body)]


def waiting_for(settings: Server, port: int, gate: Path) -> object:
    """Return settings whose password comes once a file is there."""
    script = (
        f"import pathlib, time\nwhile not pathlib.Path({str(gate)!r}).exists(): time.sleep(0.02)\nprint({PASSWORD!r})"
    )
    given = settings.settings(port)
    return replace(given, smtp=given.smtp | {"password_command": [sys.executable, "-c", script]})


async def test_what_is_typed_while_the_password_is_fetched_is_neither_sent_nor_recorded(
    tmp_path: Path, server: Server, mailbox: Mailbox, port: int
) -> None:
    path, gate = tmp_path / "hunt.db", tmp_path / "gate"
    one_interview(path)
    async with driven(path, settings=waiting_for(server, port, gate)) as d:  # type: ignore[arg-type]
        await opened(d)
        await d.press("ctrl+s", "s")
        await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "not asked")
        await d.pilot.press("y")
        await typed_while_waiting(d)
        assert "Getting the password" in d.screen_text()
        gate.touch()
        await is_recorded(d)
    content = mailbox.received[0].content
    assert isinstance(content, bytes)
    payload = message_from_bytes(content).get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().replace("\r\n", "\n") == BODY + "\n"


async def test_fetching_the_password_can_be_called_off(
    tmp_path: Path, server: Server, mailbox: Mailbox, port: int
) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, settings=waiting_for(server, port, tmp_path / "never")) as d:  # type: ignore[arg-type]
        await opened(d)
        await d.press("ctrl+s", "s", "y")
        await d.until(lambda: isinstance(d.dashboard.screen, HandingOverDialog), "nothing to call off")
        await d.press("escape")
        await d.shows("Nothing was sent")
        await d.pilot.press(*"Hello")
        await d.until(lambda: "Hello" in d.application().letters[0].body, "it cannot be typed into any more")
    assert mailbox.received == []
    assert d.application().letters[0].status is LetterStatus.DRAFT


async def test_a_server_that_does_not_answer_can_be_left_before_it_has_the_letter(
    tmp_path: Path,
    server: Server,
) -> None:
    path, heard = tmp_path / "hunt.db", bytearray()
    one_interview(path)
    with listening(scripted(heard, {"MAIL": SILENCE}, server.context)) as port:
        settings = server.settings(port)
        async with driven(path, settings=replace(settings, smtp=settings.smtp | {"timeout": 60.0})) as d:
            await opened(d)
            await d.press("ctrl+s", "s", "y")
            await d.until(lambda: b"MAIL" in heard, "it is not being sent")
            await typed_while_waiting(d)
            await d.press("escape")
            await d.shows("Nothing was sent")
            letter = d.application().letters[0]
            assert (letter.status, letter.body, letter.message_id) == (LetterStatus.DRAFT, BODY, "")


async def test_what_is_typed_while_the_mail_program_opens_is_not_recorded(tmp_path: Path, folders: Path) -> None:
    path, gate = tmp_path / "hunt.db", tmp_path / "gate"
    one_interview(path)
    slow(folders, "xdg-open", gate)
    async with driven(path) as d:
        await opened(d)
        await d.press("ctrl+s", "m")
        await typed_while_waiting(d)
        gate.touch()
        await d.shows("Did you send it?")
        await d.press("y")
        await is_recorded(d)


async def test_what_is_typed_while_the_text_is_copied_is_not_recorded(
    tmp_path: Path, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, gate = tmp_path / "hunt.db", tmp_path / "gate"
    one_interview(path)
    monkeypatch.setenv("DISPLAY", ":9")
    slow(folders, "xclip", gate)
    async with driven(path) as d:
        await opened(d)
        await d.press("ctrl+s", "c")
        await typed_while_waiting(d)
        gate.touch()
        await d.shows("Did you send it?")
        await d.press("y")
        await is_recorded(d)


async def test_without_a_clipboard_program_nothing_is_said_to_be_copied(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await opened(d)
        await d.press("ctrl+s", "c")
        await d.shows("Check before you paste")
        assert "Copied" not in d.screen_text()


async def test_what_another_window_makes_of_the_draft_meanwhile_is_kept_beside_what_went(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        letter = await opened(d)
        await d.press("ctrl+s", "c")
        await d.shows("Did you send it?")
        open_hunt(path).do(1, lambda a, when: letters.letter_edited(a, when, letter.id, "Thanks", "Dear Dana, other"))
        await d.press("y")
        await d.until(lambda: len(d.application().letters) == 2, "one of them is lost")
        assert {(letter.status.value, letter.body) for letter in d.application().letters} == {
            ("sent", BODY),
            ("draft", "Dear Dana, other"),
        }


async def test_what_another_window_changes_before_the_yes_is_not_sent(
    tmp_path: Path, server: Server, mailbox: Mailbox, port: int
) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, settings=server.settings(port)) as d:
        letter = await opened(d)
        await d.press("ctrl+s", "s")
        await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "not asked")
        open_hunt(path).do(1, lambda a, when: letters.letter_edited(a, when, letter.id, "Thanks", "Dear Dana, B"))
        await d.press("y")
        await d.until(lambda: isinstance(d.dashboard.screen, ProblemDialog), "no word of it")
        assert "changed in another window" in d.screen_text()
    assert mailbox.received == []
    assert [(letter.status.value, letter.body) for letter in d.application().letters] == [("draft", "Dear Dana, B")]


async def test_a_letter_that_another_window_sends_is_not_sent_again(
    tmp_path: Path, server: Server, mailbox: Mailbox, port: int
) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, settings=server.settings(port)) as d:
        letter = await opened(d)
        await d.press("ctrl+s", "s")
        await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "not asked")
        open_hunt(path).do(1, lambda a, when: in_flight.sending_started(a, when, letter, "smtp", "<x@y.example>"))
        await d.press("y")
        await d.shows("being sent")
    assert mailbox.received == []
    assert d.application().letters[0].status is LetterStatus.SENDING


async def test_did_it_go_is_answered_for_the_sending_that_was_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        letter = await opened(d)
        other = open_hunt(path)
        begun = other.do(1, lambda a, when: in_flight.sending_started(a, when, letter, "smtp", "<x@y.example>")).letter
        assert begun is not None
        await d.work.refresh()
        await d.press("ctrl+s")
        await d.shows("Was it sent?")
        other.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "smtp", went=begun))
        await d.press("n")
        await d.shows("This letter was dealt with")
    assert d.application().letters[0].status is LetterStatus.SENT


@pytest.mark.parametrize(("answer", "status"), [("n", LetterStatus.DRAFT), ("y", LetterStatus.SENT)])
async def test_a_letter_with_a_blank_is_recorded_as_sent_only_when_asked(
    tmp_path: Path, answer: str, status: LetterStatus
) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        d.hunt_screen.letter_pane.type_for_user("Thank you", "Dear Dana Lee,\n\nThank you for [what stood out].")
        await d.press("ctrl+s", "e")
        await d.until(lambda: isinstance(d.dashboard.screen, ConfirmDialog), "not asked")
        assert d.application().letters[0].status is LetterStatus.DRAFT
        await d.press(answer)
        await d.until(lambda: d.application().letters[0].status is status, "not as answered")


async def test_enter_twice_records_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await opened(d)
        await d.press("ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "no ways to send")
        await d.press("enter")
        assert d.application().letters[0].status is LetterStatus.DRAFT


@pytest.mark.parametrize("way", ["m", "f"])
async def test_an_address_that_was_typed_belongs_to_the_person(tmp_path: Path, folders: Path, way: str) -> None:
    path, gate = tmp_path / "hunt.db", tmp_path / "gate"
    gate.touch()
    slow(folders, "xdg-open", gate)
    hunt = open_hunt(path)
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    log_interview(hunt, add(hunt), names="Dana Lee")
    async with driven(path) as d:
        await opened(d)
        await d.press("ctrl+s", way)
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "not asked for an address")
        await d.type("dana@faß.example")
        await d.press("enter")
        await d.shows("Did you send it?")
        assert d.application().people[0].email == "dana@faß.example"
        await d.press("n")
        await d.press("ctrl+s", "f")
        await d.shows("Did you send it?")


async def test_a_wrong_address_is_asked_for_again(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    log_interview(hunt, add(hunt), names="Dana Lee <dana@☃.example>")
    async with driven(path) as d:
        await opened(d)
        await d.press("ctrl+s", "f")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "not asked for another address")
        assert "Correct it" in d.screen_text()


async def test_a_keyring_that_is_not_there_leads_to_the_question_for_the_password(
    tmp_path: Path,
    server: Server,
    mailbox: Mailbox,
    port: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import keyring.core

    path = tmp_path / "hunt.db"
    one_interview(path)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyrings.nowhere.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    settings = server.settings(port)
    smtp = {key: value for key, value in settings.smtp.items() if key != "password_command"}
    async with driven(path, settings=replace(SETTINGS, smtp=smtp)) as d:
        await opened(d)
        await d.press("ctrl+s", "s", "y")
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "not asked for the password")
        assert "keyring failed" in d.screen_text()
        await d.type(PASSWORD)
        await d.press("enter")
        await is_recorded(d)
    assert len(mailbox.received) == 1


async def test_the_pane_can_be_typed_into_again_after_a_question_was_left(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await opened(d)
        await d.press("ctrl+s", "escape")
        assert d.hunt_screen.pane is Pane.LETTER
        await d.pilot.press(*"More")
        await d.until(lambda: "More" in d.application().letters[0].body, "it cannot be typed into any more")


async def test_the_subject_keeps_the_keys_when_a_question_was_left(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await opened(d)
        subject = d.hunt_screen.letter_pane.query_one("#subject")
        subject.focus()
        await d.press("ctrl+s", "escape")
        await d.until(lambda: d.dashboard.focused is subject, "the keys are elsewhere")
