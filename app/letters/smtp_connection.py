"""A connection to the mail server that is encrypted and verified before anybody speaks of letters or passwords.

Another thread can cut it at any moment. It knows TLS and the first lines of SMTP, and no letter.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from io import BufferedReader

from app.etiquette.errors import DeliveryError
from app.letters.cancelling import Cancellation
from app.letters.connecting import closed_on_failure, reached, trusting
from app.letters.smtp_settings import Security, SmtpAccount

MOST_SAID = 65_536
"""Bytes of one answer that are read. RFC 5321 4.5.3.1.5 allows lines of 512; a long EHLO has some thirty of them."""
__all__ = ["MOST_SAID", "Cancellation", "SaysTooMuchError", "SmtpLine"]

_NOBODY = "[127.0.0.1]"
"""What we call ourselves in EHLO (RFC 5321 4.1.3): an address that tells nobody which machine this is."""


class SaysTooMuchError(Exception):
    """The server goes on with one answer for longer than any mail server does.

    It is no OSError, since the library makes those its own.
    """


class SmtpLine(smtplib.SMTP):
    """The standard library's client on a connection that `Cancellation` can cut and a context that verifies."""

    def __init__(self, account: SmtpAccount, cancellation: Cancellation):
        self._cancellation = cancellation
        self._context = trusting(account)
        self._account = account
        self.secrets: tuple[str, ...] = ()
        """What no sentence about this server may repeat."""
        super().__init__(account.host, account.port, local_hostname=_NOBODY, timeout=account.timeout)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        connection = reached(host, port, timeout, self._cancellation)
        if self._account.security is Security.STARTTLS:
            return connection
        with closed_on_failure(connection):
            return self._context.wrap_socket(connection, server_hostname=host)

    def getreply(self) -> tuple[int, bytes]:
        """Return the server's next answer.

        Raises:
            SaysTooMuchError: it does not come to an end.
        """
        if self.file is None:
            assert isinstance(self.sock, socket.socket)
            self.file = _Answers(self.sock.makefile("rb"))
        assert isinstance(self.file, _Answers)
        self.file.begin()
        try:
            return super().getreply()
        except SaysTooMuchError:
            self.close()
            raise

    def secure(self) -> None:
        """Make sure that everything from here on is encrypted, and goes to the right server.

        Raises:
            DeliveryError: the server offers no STARTTLS, or declines.
        """
        host = self._account.host
        if self._account.security is Security.STARTTLS:
            self._greet()
            if not self.has_extn("starttls"):
                raise DeliveryError(
                    f"{host} offers no encryption (no STARTTLS on port {self._account.port}), so neither password nor "
                    'letter was sent. Ask your provider for the right port, or set smtp.security = "tls" (port 465).'
                    " Nothing was sent; the draft is kept."
                )
            self.starttls(context=self._context)
        if not isinstance(self.sock, ssl.SSLSocket):
            raise DeliveryError(f"The connection to {host} is not encrypted, so nothing was sent. The draft is kept.")
        self._greet()

    def _greet(self) -> None:
        """Send EHLO; a server that declines it gets no HELO, which could not offer TLS."""
        code, server_words = self.ehlo()
        if code // 100 != 2:
            raise smtplib.SMTPHeloError(code, server_words)


class _Answers:
    """The server's lines, with a limit to each answer: the library would keep all that it gets."""

    def __init__(self, lines: BufferedReader):
        self._lines = lines
        self._left = 0

    def begin(self) -> None:
        """Expect another answer."""
        self._left = MOST_SAID

    def readline(self, size: int) -> bytes:
        """Return the next line."""
        line = self._lines.readline(size)
        self._left -= len(line)
        if self._left < 0:
            raise SaysTooMuchError
        return line

    def close(self) -> None:
        """Close the file."""
        self._lines.close()
