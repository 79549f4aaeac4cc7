"""Makes the manual page and the shells' completions when a wheel is built, and puts them into it."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPLETIONS = {
    "bash": "share/bash-completion/completions/afterword",
    "zsh": "share/zsh/site-functions/_afterword",
    "fish": "share/fish/vendor_completions.d/afterword.fish",
}


class SharedFiles(BuildHookInterface[Any]):
    """The hook that hatchling calls."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write the files aside, and name their places below the environment that the wheel is installed into."""
        sys.path.insert(0, self.root)
        from app.cli.completion import completion_of
        from app.cli.manual import manual

        texts = {"share/man/man1/afterword.1": manual()}
        texts |= {place: completion_of(shell) for shell, place in COMPLETIONS.items()}
        self._folder = folder = Path(mkdtemp(prefix="afterword-shared-"))
        for number, (place, text) in enumerate(texts.items()):
            file = folder / str(number)
            file.write_text(text, "utf-8")
            file.chmod(0o644)
            build_data["shared_data"][str(file)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove them: the wheel has them."""
        rmtree(self._folder)
