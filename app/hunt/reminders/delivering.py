"""How a reminder reaches one address: the desktop, the user's own mailbox, or whatever Apprise knows."""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from app.etiquette.errors import DeliveryError
from app.etiquette.records import Letter, Me
from app.etiquette.reminder_addresses import DESKTOP, MAIL, is_own_mail, is_plain
from app.etiquette.text import clean
from app.hunt.reminders.wording import Reminder
from app.processes import reason_of, run_program
from app.settings import Settings

_SECONDS = 10.0
"""How long a desktop may take to show a notification."""
_SCRIPT = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)
"""AppleScript that takes its texts as arguments: nothing in them can be run."""
_SUBJECT = 60
"""Characters of a subject."""


def shown_address(address: str) -> str:
    """Return an address as it may be shown and logged: of an Apprise address, which can hold a password, its scheme."""
    return address if is_plain(address) else f"{urlsplit(address).scheme or 'address'}://…"


def deliver(address: str, reminder: Reminder, prefs: Settings, me: Me, now: datetime) -> None:
    """Send a reminder to one address, once.

    Raises:
        AfterwordError: it was not sent, and why.
    """
    if address == DESKTOP:
        _notify(reminder)
    elif is_own_mail(address):
        _mail(address.removeprefix(MAIL), reminder, prefs, me, now)
    else:
        _by_apprise(address, reminder)


def desktop_problem() -> str:
    """Return why this desktop can show no notification, "" if it can."""
    if _desktop_program() is not None:
        return ""
    return (
        "The desktop can't be notified: there is no notify-send. Install it (on Debian, libnotify-bin), or set"
        ' remind.to, like ["mailto:me@example.org"].'
    )


def _desktop_program() -> str | None:
    return shutil.which("osascript" if sys.platform == "darwin" else "notify-send")


def _notify(reminder: Reminder) -> None:
    program = _desktop_program()
    if program is None:
        raise DeliveryError(desktop_problem())
    if sys.platform == "darwin":
        script = [word for line in _SCRIPT for word in ("-e", line)]
        command = [program, *script, reminder.title, reminder.text]
    else:  # a notification's text is markup (Desktop Notifications Specification 1.2, Markup)
        text = html.escape(reminder.text, quote=False)
        command = [program, "--app-name=Afterword", "--category=reminder", "--", reminder.title, text]
    try:
        ended = run_program(command, seconds=_SECONDS, environment=_with_session_bus())
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DeliveryError(f"The desktop was not notified: {reason_of(error)}.") from None
    if ended.code:
        raise DeliveryError(f"The desktop was not notified: {ended.reason}.")


def _with_session_bus() -> dict[str, str]:
    """Return the environment with the user's session bus in it, which a crontab's has not."""
    variables = dict(os.environ)
    if sys.platform == "linux" and "DBUS_SESSION_BUS_ADDRESS" not in variables:
        bus = Path("/run/user") / str(os.getuid()) / "bus"
        if bus.exists():
            variables["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
    return variables


def _mail(address: str, reminder: Reminder, prefs: Settings, me: Me, now: datetime) -> None:
    from app.letters import smtp
    from app.letters.mail_message import message_for, new_message_id
    from app.letters.passwords import PasswordMemory, password_for
    from app.letters.smtp_settings import ReminderAccount, smtp_account

    account = smtp_account(prefs.smtp, ReminderAccount)
    sender = Me("Afterword", me.email or (account.user if "@" in account.user else address))
    letter = Letter(subject=reminder.title[:_SUBJECT], body=reminder.text)
    message = message_for(letter, None, address, sender, now, new_message_id(sender))
    smtp.send(message, account, password_for(account, PasswordMemory()))


def _by_apprise(address: str, reminder: Reminder) -> None:
    try:
        import apprise
    except ImportError:
        raise DeliveryError(
            f"remind.to: {shown_address(address)} needs Apprise, which isn't installed. Install it with"
            " `pip install 'afterword[remind]'` (or `pipx inject afterword apprise`), or take the address out."
        ) from None
    service = apprise.Apprise()
    if not service.add(address):
        raise DeliveryError(f"remind.to: {shown_address(address)} isn't an address that Apprise knows. Correct it.")
    with apprise.LogCapture(level=apprise.logging.WARNING) as captured:  # type: ignore[no-untyped-call]
        is_sent = service.notify(title=reminder.title, body=reminder.text, body_format=apprise.NotifyFormat.TEXT)
        reason = clean(captured.getvalue().strip().splitlines()[-1])[:200] if captured.getvalue().strip() else ""
    if not is_sent:
        raise DeliveryError(f"{shown_address(address)} didn't accept the reminder{f' ({reason})' if reason else ''}.")
