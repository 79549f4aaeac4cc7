"""A real Dovecot, as the tests of the mailbox have it."""

from __future__ import annotations

from tests.mailbox.conftest import running, server, trusted, vouching

__all__ = ["running", "server", "trusted", "vouching"]
