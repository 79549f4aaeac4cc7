"""Asks for the user's address before `afterword import` imports what names them: the user is no interviewer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app import settings
from app.cli.main import answer_to, complain, say
from app.etiquette.errors import InvalidFieldError
from app.etiquette.records import Me
from app.hunt.intake.plan import Plan, names_people
from app.hunt.own_people import checked_address
from app.settings import Settings
from app.storage import reading
from app.storage.readers import opened_reader


def ask_own_address(path: Path, prefs: Settings, plan: Plan) -> bool:
    """Ask for the user's address if it is not known and matters here; store it, and return whether they gave one."""
    if prefs.my_addresses or not names_people(plan):
        return False
    with opened_reader(path) as connection:
        me = reading.me(connection) if connection is not None else Me()
    if me.email:
        return False
    say("Invitations and emails name you, too. With your email, you're never taken for one of the interviewers.")
    while text := answer_to("Your email address (Enter: not now): "):
        try:
            address = checked_address(text)
        except InvalidFieldError as error:
            complain(str(error))
            continue
        from app.hunt.hunt import Hunt

        say(f"{Hunt.open(path, prefs, settings.clock_now).set_me(replace(me, email=address)).summary}.")
        return True
    return False
