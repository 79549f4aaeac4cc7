"""A sending that was called off in time goes nowhere, whatever it was doing."""

from __future__ import annotations

import socket

import pytest

from app.letters.cancelling import Cancellation


def test_before_the_handing_over_nothing_goes_out_any_more() -> None:
    cancellation = Cancellation()
    assert cancellation.cancel()
    with pytest.raises(OSError, match="it was canceled"):
        cancellation.hand_over()


def test_after_the_handing_over_it_is_too_late() -> None:
    cancellation = Cancellation()
    cancellation.hand_over()
    assert not cancellation.cancel()


def test_a_connection_that_is_made_too_late_is_not_used() -> None:
    """As when the name was still being looked up."""
    cancellation = Cancellation()
    cancellation.cancel()
    with socket.socket() as connection, pytest.raises(OSError, match="it was canceled"):
        cancellation.watch(connection)
