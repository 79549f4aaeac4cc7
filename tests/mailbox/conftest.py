"""One Dovecot for the tests of a module, with an empty mailbox for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.letters.certificates import Authority, authority
from tests.mailbox.dovecots import DOVECOT, MISSING, Dovecot, dovecot


@pytest.fixture(scope="session")
def vouching(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Make an authority that vouches for servers."""
    return authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def server(vouching: Authority) -> Iterator[Dovecot]:
    """Run Dovecot with an empty mailbox: one a test, since it pauses after connections that were cut."""
    if DOVECOT is None:
        pytest.skip(MISSING)
    with dovecot(vouching) as running:
        yield running


@pytest.fixture
def trusted(vouching: Authority) -> Path:
    """Return the file of certificates that a client is to trust."""
    return vouching.file
