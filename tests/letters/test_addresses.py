"""Addresses of any letters: the mail goes to the domain that was meant, and an .eml file can always be written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.etiquette.errors import DeliveryError, SettingsError
from app.etiquette.records import Letter, Me, Person
from app.letters.eml_file import write_eml
from app.letters.mail_message import message_for, new_message_id, read_address
from app.letters.mail_program import mailto
from app.letters.smtp_settings import smtp_account

ME = Me("Robin Vale", "rób@mail.example")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dana@faß.de", "dana@xn--fa-hia.de"),
        ("jörg@Bücher.example", "jörg@xn--bcher-kva.example"),
        ("jo\u0308rg@northwind.example", "jörg@northwind.example"),
        ("o'neill+jobs@northwind.example", "o'neill+jobs@northwind.example"),
    ],
)
def test_an_address_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert read_address(typed).addr_spec == meant


@pytest.mark.parametrize(
    "typed",
    [
        "dana@☃.example",
        "da\u00a0na@x.example",
        "da\u202ena@x.example",
        "dana@@x.example",
        "ö" * 33 + "@x.example",
        "ö@",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(DeliveryError, match="isn't an email address"):
        read_address(typed)


def test_a_file_can_be_written_to_any_address(tmp_path: Path) -> None:
    joerg = Person(given="Jörg", family="Weiß", email="jörg@faß.de")
    letter = Letter(subject="Grüße", body="Dear Jörg,\n\nThank you.\n")
    message = message_for(letter, joerg, joerg.email, ME, datetime(2026, 11, 24, tzinfo=UTC), new_message_id(ME))
    path = write_eml(message, tmp_path, draft=True)
    head = path.read_bytes().partition(b"\r\n\r\n")[0].decode()
    assert "<jörg@xn--fa-hia.de>" in head
    assert f"<{ME.email}>" in head
    assert head.replace("rób", "").replace("jörg", "").isascii()


def test_a_link_to_any_address_is_percent_encoded() -> None:
    link = mailto("jörg@faß.de", "Thank you", "Dear Jörg")
    assert link is not None
    assert link.startswith("mailto:j%C3%B6rg@xn--fa-hia.de?")


def test_a_mail_server_is_the_one_that_was_named() -> None:
    assert smtp_account({"host": "mail.faß.de"}).host == "mail.xn--fa-hia.de"
    with pytest.raises(SettingsError, match=r"smtp\.host"):
        smtp_account({"host": "mail.☃.de"})
