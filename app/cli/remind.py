"""`afterword remind`: says once what is newly due, for a timer to run; puts that timer in and takes it out."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from app import locations, settings
from app.cli.main import DONE, REFUSED, answer_to, complain, say
from app.settings import Settings


def run(options: SimpleNamespace) -> int:
    """Send what is new, or see to the timer, and return the exit code: 1 when an address could not be reached."""
    prefs = settings.load()
    if options.install:
        return _install(prefs, options.db, asks=not options.yes)
    if options.uninstall:
        return _uninstall()
    return _remind(prefs, options.db, sends=not options.dry_run)


def _remind(prefs: Settings, database: str | None, *, sends: bool) -> int:
    from app import log
    from app.hunt.reminders.reminding import remind

    log.start()
    outcomes = remind(locations.database_file(database), prefs, settings.clock_now(), sends=sends)
    for delivery in outcomes:
        if delivery.problem:
            complain(delivery.problem)
        else:
            say(f"{'To' if sends else 'Would go to'} {delivery.address}: {delivery.reminder.title}")
            say("\n".join(f"    {line}".rstrip() for line in delivery.reminder.text.splitlines()))
    if not outcomes and (sys.stdout.isatty() or not sends):
        say("Nothing new to remind you of.")
    return REFUSED if any(delivery.problem for delivery in outcomes) else DONE


def _install(prefs: Settings, database: str | None, *, asks: bool) -> int:
    from app.hunt.reminders.delivering import desktop_problem, shown_address
    from app.hunt.reminders.timers import EVERY_MINUTES, command_here, installed_timers, timer_here

    timer, command = timer_here(), command_here(database)
    addresses = ", ".join(map(shown_address, prefs.remind.to))
    say(f"This runs `afterword remind` every {EVERY_MINUTES} minutes, by {timer.name}. Reminders go to: {addresses}.\n")
    say(timer.shown(command))
    if asks:
        if not sys.stdin.isatty():
            complain("Nothing was installed. Add --yes to install it without being asked.")
            return REFUSED
        if answer_to("\nInstall it? [y/N] ").casefold() not in ("y", "yes"):
            say("Nothing was installed.")
            return REFUSED
    timer.install(command)
    for other in installed_timers():
        if other is not timer:
            other.uninstall()
    say("Installed. `afterword doctor` says whether it runs, and `afterword remind --uninstall` removes it.")
    if "desktop" in prefs.remind.to and (problem := desktop_problem()):
        complain(problem)
    return DONE


def _uninstall() -> int:
    from app.hunt.reminders.timers import installed_timers

    timers = installed_timers()
    for timer in timers:
        timer.uninstall()
        say(f"Removed {timer.name}.")
    if not timers:
        complain("No timer for reminders is installed.")
        return REFUSED
    return DONE
