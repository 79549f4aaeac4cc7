"""What the doctor says of the mailbox: whether it is set up, and, only when asked to connect, whether it answers."""

from __future__ import annotations

from app.etiquette.errors import AfterwordError
from app.etiquette.time.lengths import count
from app.letters.passwords import PasswordMemory
from app.mailbox.inbox_settings import InboxAccount, inbox_account
from app.settings import Settings
from app.ui.registry.commands import names_of


def inbox_problem_or_line(prefs: Settings, *, connects: bool) -> tuple[bool, str]:
    """Return whether all is well with the mailbox, and the sentence that says so. It names no secret.

    Args:
        connects: whether to sign in; else nothing is connected to.
    """
    if not prefs.inbox:
        key = names_of(prefs.keys)["inbox"]
        return True, f"no inbox is set up: press {key} in the dashboard to have your mail read for your search"
    try:
        account = inbox_account(prefs.inbox)
        if not connects:
            return True, f"inbox {account.user} at {account.host}, {_how(account)}; --connect tries it"
        from app.mailbox.secret import secret_for
        from app.mailbox.trying import try_out

        answer = try_out(account, secret_for(account, PasswordMemory()))
    except AfterwordError as error:
        return False, str(error)
    sent = f"sent mail is in {answer.sent}" if answer.sent else "there's no folder for sent mail"
    return True, f"inbox {account.user} at {account.host} answers: {count(answer.messages, 'email')}, {sent}"


def _how(account: InboxAccount) -> str:
    if account.token_command:
        return "an access token comes from a command"
    if account.password_command:
        return "the password comes from a command"
    if account.use_keyring:
        return "the password comes from the keyring; if it isn't there, you are asked"
    return "you are asked for the password"
