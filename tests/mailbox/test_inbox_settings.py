"""The [inbox] section: what it takes, and what it refuses with the key's name."""

from __future__ import annotations

import pytest

from app.etiquette.errors import SettingsError
from app.mailbox.inbox_settings import InboxAccount, inbox_account

LEAST: dict[str, object] = {"host": "imap.example.org", "user": "sam@example.org"}


def test_host_and_user_are_enough() -> None:
    assert inbox_account(LEAST) == InboxAccount("imap.example.org", "sam@example.org", 993)


def test_all_that_can_be_set_is_taken() -> None:
    account = inbox_account(LEAST | {"password_command": "pass show mail", "folders": ["INBOX", "Jobs"], "timeout": 5})
    assert account.password_command == ("pass", "show", "mail")
    assert account.folders == ("INBOX", "Jobs")
    assert account.timeout == 5.0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"password": "x"}, "inbox.password: a password is never read from the settings"),
        ({"security": "none"}, "inbox.security: no such setting"),
        ({"host": "imap example"}, 'inbox.host: should be the name of your mail server alone, like "imap.example.org"'),
        ({"user": ""}, "inbox.user: should be the name you sign in with"),
        ({"folders": "INBOX"}, 'inbox.folders: should be names in quotes, like ["INBOX", "Jobs"]'),
        ({"password_command": "a", "token_command": "b"}, "inbox.token_command: set either this or"),
        ({"port": 0}, "inbox.port: should be a whole number from 1 to 65535"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(SettingsError) as caught:
        inbox_account(LEAST | change)
    assert sentence in str(caught.value)


def test_nothing_set_says_how_to_set_it_up() -> None:
    with pytest.raises(SettingsError, match="No inbox is set up"):
        inbox_account({})
