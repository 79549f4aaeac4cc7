"""A letter reaches the mail program whole, and nobody else on the machine can read it on its way."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from app.etiquette.errors import DeliveryError
from app.etiquette.records import Letter, Me, Person
from app.letters.mail_message import message_for, new_message_id
from app.letters.mail_program import open_in_mail_program, others_work_here

ME = Me("Robin Vale", "robin@mail.example")
BODY = "Dear Dana,\n\nThank you for 50% & more?\n"


def letter(body: str = BODY) -> EmailMessage:
    dana = Person(given="Dana", family="Lee", email="dana@northwind.example")
    now = datetime(2026, 11, 24, tzinfo=UTC)
    return message_for(Letter(subject="Thank you", body=body), dana, dana.email, ME, now, new_message_id(ME))


@pytest.fixture
def opener(tmp_path: Path) -> list[str]:
    """Give a command that writes down what it is to open."""
    script = tmp_path / "opener"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" >{tmp_path}/opened\n')
    script.chmod(0o755)
    return [str(script)]


@pytest.mark.skipif(others_work_here(), reason="somebody else works on this machine")
def test_a_link_carries_the_whole_letter(tmp_path: Path, opener: list[str]) -> None:
    assert open_in_mail_program(letter(), tmp_path / "drafts", opener) is None
    link = urlsplit((tmp_path / "opened").read_text())
    assert unquote(link.path) == "dana@northwind.example"
    assert parse_qs(link.query) == {"subject": ["Thank you"], "body": [BODY.replace("\n", "\r\n")]}


def test_a_long_letter_goes_by_a_private_file(tmp_path: Path, opener: list[str]) -> None:
    path = open_in_mail_program(letter("Dear Dana,\n\n" + "Thank you. " * 300), tmp_path / "drafts", opener)
    assert path is not None
    assert (tmp_path / "opened").read_text() == str(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"X-Unsent: 1" in path.read_bytes()


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="needs a program of somebody else's")
def test_where_others_work_the_letter_stands_in_no_argument(tmp_path: Path, opener: list[str]) -> None:
    with subprocess.Popen(["sleep", "60"], user=54321) as another:
        try:
            assert others_work_here()
            path = open_in_mail_program(letter(), tmp_path / "drafts", opener)
        finally:
            another.kill()
    assert path is not None
    assert (tmp_path / "opened").read_text() == str(path)


def test_without_a_mail_program_the_draft_is_kept(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="The draft is kept"):
        open_in_mail_program(letter(), tmp_path / "drafts", [str(tmp_path / "nothing")])
