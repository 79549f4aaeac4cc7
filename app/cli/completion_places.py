"""Where each shell looks for what completes a program's commands."""

from __future__ import annotations

from types import MappingProxyType

PLACES = MappingProxyType(
    {
        "bash": 'eval "$(afterword completion bash)" in ~/.bashrc.',
        "zsh": "save it as _afterword in a folder of fpath.",
        "fish": "save it as ~/.config/fish/completions/afterword.fish.",
    }
)
"""Shell -> what to do with its completion; `--help` and the script itself say it."""
