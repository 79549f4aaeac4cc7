"""Reaching a mail server: encrypted, verified, within a time, and so that another thread can cut it at any moment.

It knows no protocol but TLS; SMTP and IMAP both begin here.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.etiquette.errors import DeliveryError
from app.etiquette.text import clean
from app.letters.accounts import Account
from app.letters.cancelling import Cancellation

_CERTIFICATE_FAULTS = {
    9: "it is not valid yet. Is this computer's clock right?",
    10: "it has expired.",
    18: "it is self-signed, so anyone could have made it. If it is your own server, set {section}.ca_file.",
    19: "it was signed by an authority this computer doesn't trust. If it is your own, set {section}.ca_file.",
    20: "it was signed by an authority this computer doesn't trust. If it is your own, set {section}.ca_file.",
    21: "it was signed by an authority this computer doesn't trust. If it is your own, set {section}.ca_file.",
    62: "it was issued for another host name. Is {section}.host right?",
    64: "it was issued for another address. Set {section}.host to the server's name.",
}
"""OpenSSL's verification errors (X509_V_ERR_...) that a person can do something about."""


def certificate_fault(error: ssl.SSLCertVerificationError, account: Account) -> str:
    """Return why a server's certificate cannot be trusted, a sentence."""
    fault = _CERTIFICATE_FAULTS.get(error.verify_code, f"{clean(error.verify_message)}.")
    fault = fault.replace("{section}", account.section)
    return f"The certificate of {account.host}, port {account.port} can't be trusted: {fault}"


def trusting(account: Account) -> ssl.SSLContext:
    """Return a context that verifies certificate and host name against the system's authorities, or the account's.

    Raises:
        DeliveryError: the account's file of certificates cannot be used.
    """
    try:
        return ssl.create_default_context(cafile=str(account.ca_file) if account.ca_file else None)
    except OSError as error:
        raise DeliveryError(
            f"{account.section}.ca_file: {account.ca_file} cannot be used: {error.strerror or error}. {account.undone}"
        ) from None


@contextmanager
def within(seconds: float, cancellation: Cancellation) -> Iterator[None]:
    """Cut the connection when the time is up: a server that sends a byte now and then never times out by itself."""
    clock = threading.Timer(seconds, cancellation.cancel, ["the server took too long"])
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()
        cancellation.release()


def reached(host: str, port: int, timeout: float, cancellation: Cancellation) -> socket.socket:
    """Return a connection to the first address of the host that answers; unlike the library's, it can be cut."""
    failure: OSError | None = None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        connection = socket.socket(family, kind, protocol)
        try:
            with closed_on_failure(connection):
                connection.settimeout(timeout)
                cancellation.watch(connection)
                connection.connect(address)
                return connection
        except OSError as error:
            failure = error
        if cancellation.reason:
            break
    raise failure or OSError(f"{host} has no address")


@contextmanager
def closed_on_failure(connection: socket.socket) -> Iterator[None]:
    """Close a connection if what is done with it fails."""
    try:
        yield
    except BaseException:
        connection.close()
        raise
