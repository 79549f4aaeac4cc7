"""The palette: the registry's commands by name."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from app.ui.commands import COMMANDS, Command, shown_keys
from app.ui.hunt_screen import HuntScreen


class RegistryCommands(Provider):
    """Offers every command, each with its key."""

    async def discover(self) -> Hits:
        """Offer all of them, before anything is typed."""
        for command in COMMANDS:
            yield DiscoveryHit(_title(command), partial(self._run, command), text=command.label, help=command.help)

    async def search(self, query: str) -> Hits:
        """Offer those whose name or help matches."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            text = f"{command.label} {command.help}"
            score = max(matcher.match(_title(command)), matcher.match(text))
            if score > 0:
                yield Hit(score, matcher.highlight(_title(command)), partial(self._run, command), help=command.help)

    async def _run(self, command: Command) -> None:
        for screen in self.app.screen_stack:
            if isinstance(screen, HuntScreen):
                await screen.work.command(command)


def _title(command: Command) -> str:
    return f"{command.label} ({shown_keys(command)[0]})"
