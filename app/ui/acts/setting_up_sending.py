"""Setting up the user's mail server: a form, a try at signing in, and the section of the settings that they make."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app import locations
from app.etiquette.errors import DeliveryError, InvalidFieldError, SettingsError
from app.hunt.settings_file import write_section
from app.letters.smtp_settings import PORTS, Security, SmtpAccount, smtp_account
from app.ui.acts.by_server import password_of
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.waiting import CalledOffError, waited_for

if TYPE_CHECKING:
    from app.ui.work import Work

_SECURITY = (
    (Security.TLS.value, f"TLS (port {PORTS[Security.TLS]})"),
    (Security.STARTTLS.value, f"STARTTLS (port {PORTS[Security.STARTTLS]})"),
)
_TEXT = (
    "Your mail provider's help page names the server. The password is never saved here: it comes from a command, from"
    " the system's keyring, or you're asked for it."
)
_KEY = re.compile(r"smtp\.(\w+): (.)")


async def set_up_sending(work: Work) -> bool:
    """Ask for the mail server, try it, and write it into the settings; return whether it is set up now."""
    values = {name: str(value) for name, value in work.settings.smtp.items() if isinstance(value, str | int)}
    values.setdefault("user", work.snapshot.me.email)
    while True:
        table = await _asked(work, values)
        if table is None:
            return False
        values = {name: str(value) for name, value in table.items()}
        fault = await _fault(work, smtp_account(table))
        wanted = "save" if not fault else await _what_then(work, fault)
        if wanted == "save":
            _save(work, table, is_tried=not fault)
            return True
        if wanted != "change":
            return False


async def _asked(work: Work, values: dict[str, str]) -> dict[str, Any] | None:
    """Return what [smtp] is to say, None when the user left the form."""
    given: list[dict[str, Any]] = []

    async def submit(typed: dict[str, str]) -> None:
        table = _table(work, typed)
        try:
            smtp_account(table)
        except SettingsError as error:
            raise _at_its_field(error) from None
        given.append(table)

    fields = [
        Field("host", "Server", values.get("host", ""), required=True, hint="smtp.example.org"),
        Field("security", "Encryption", values.get("security", ""), choices=_SECURITY),
        Field("port", "Port", values.get("port", ""), hint="leave empty for the usual one"),
        Field("user", "User", values.get("user", ""), hint="often your email; empty for no sign-in"),
        Field(
            "password_command",
            "Password command",
            values.get("password_command", ""),
            hint="pass show mail; leave empty for the keyring, or to be asked",
        ),
    ]
    await work.ask(FormDialog("Set up sending", fields, submit, kept_as=None, button="Try it", text=_TEXT))
    return given[0] if given else None


def _table(work: Work, typed: dict[str, str]) -> dict[str, Any]:
    """Return the section that was typed; what else it says in the settings stays."""
    values = {name: text.strip() for name, text in typed.items()}
    port = values.pop("port")
    table = {**work.settings.smtp, **values}
    table["port"] = int(port) if port.isascii() and port.isdigit() else port or PORTS[Security(values["security"])]
    command = work.settings.smtp.get("password_command")
    if isinstance(command, list) and not values["password_command"]:  # it has more words than one field shows
        table["password_command"] = command
    return table


def _at_its_field(error: SettingsError) -> InvalidFieldError | SettingsError:
    match = _KEY.match(str(error))
    if match is None:
        return error
    return InvalidFieldError(match[1], match[2].upper() + str(error)[match.end() :])


async def _fault(work: Work, account: SmtpAccount) -> str:
    """Sign in and hang up again; return what went wrong, "" for nothing."""
    from app.letters.cancelling import Cancellation
    from app.letters.smtp import try_out

    try:
        password = await password_of(work, account) if account.user else ""
        if password is None:
            return "The settings weren't tested: no password was entered."
        cancellation = Cancellation()
        await waited_for(
            work,
            f"Signing in to {account.host} ...",
            lambda say: try_out(account, password, cancellation, say),
            cancellation.cancel,
        )
    except CalledOffError:
        return "The test was canceled before it finished."
    except DeliveryError as error:
        work.passwords.forget(account)
        return str(error)
    return ""


async def _what_then(work: Work, fault: str) -> str | None:
    choices = [("c", "Change the settings", "change"), ("s", "Save them anyway", "save"), ("n", "Don't save", "leave")]
    return await work.ask(ChoiceDialog("That didn't work", choices, fault))


def _save(work: Work, table: dict[str, Any], *, is_tried: bool) -> None:
    path = locations.settings_file()
    kept = {name: value for name, value in table.items() if value != "" or name in work.settings.smtp}
    write_section(path, "smtp", {name: value for name, value in kept.items() if isinstance(value, str | int | bool)})
    work.settings = replace(work.settings, smtp=kept)
    works = "It works. Your mail server is" if is_tried else "Your mail server is"
    work.tell(f"{works} saved in {locations.shown(path)}.")
