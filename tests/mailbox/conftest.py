"""One Dovecot for the tests of a module, with an empty mailbox for each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.letters.certificates import Authority, authority
from tests.mailbox.dovecots import DOVECOT, MISSING, Dovecot, dovecot


@pytest.fixture(scope="session")
def vouching(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Make an authority that vouches for servers."""
    return authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def running(vouching: Authority) -> Iterator[Dovecot]:
    """Run one Dovecot for all tests."""
    if DOVECOT is None:
        pytest.skip(MISSING)
    with dovecot(vouching) as server:
        yield server


@pytest.fixture
def server(running: Dovecot) -> Dovecot:
    """Give Dovecot with an empty mailbox."""
    for kept in (running.maildir, running.folder / "home" / "dovecot.rawlog"):
        shutil.rmtree(kept, ignore_errors=True)
    running.make_empty()
    return running


@pytest.fixture
def trusted(vouching: Authority) -> Path:
    """Return the file of certificates that a client is to trust."""
    return vouching.file
