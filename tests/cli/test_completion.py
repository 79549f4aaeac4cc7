"""`afterword completion`: what a shell is given to complete with, tried in the shells that are here."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from app.cli.completion import completion_of
from app.cli.completion_places import PLACES
from app.cli.main import run
from app.cli.parser import build_parser

COMPLETES = 'source "$1"; COMP_WORDS=("${@:2}"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _shtab_afterword "" "${@: -1}"'


@pytest.fixture
def script(capsys: pytest.CaptureFixture[str], tmp_path: Path):  # type: ignore[no-untyped-def]
    """Return the file that holds a shell's completion."""

    def written(shell: str) -> Path:
        assert run(["completion", shell]) == 0
        path = tmp_path / f"afterword.{shell}"
        path.write_text(capsys.readouterr().out, "utf-8")
        return path

    return written


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["int"], {"interview"}),
        (["s"], {"sent", "sheet", "snooze", "skip", "stats", "sync"}),
        (["outcome", "northwind", "re"], {"rejected"}),
        (["interview", "--m"], {"--move", "--missed"}),
        (["completion", ""], {"bash", "zsh", "fish"}),
    ],
)
def test_bash_completes_commands_options_and_choices(script, typed: list[str], expected: set[str]) -> None:  # type: ignore[no-untyped-def]
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not here")
    program = f'{COMPLETES}; printf "%s\\n" "${{COMPREPLY[@]}}"'
    command = [bash, "--norc", "-c", program, "bash", str(script("bash")), "afterword", *typed]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert set(done.stdout.split()) == expected, done.stderr


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_given_every_command_and_can_read_it(script, shell: str) -> None:  # type: ignore[no-untyped-def]
    path = script(shell)
    text = path.read_text("utf-8")
    (commands,) = [action for action in build_parser()._actions if action.dest == "command"]
    assert commands.choices
    assert [name for name in commands.choices if name not in text] == []
    assert "Usage:" not in text
    program = shutil.which(shell)
    if program is not None:
        assert subprocess.run([program, "-n", str(path)], check=False).returncode == 0


def test_a_shell_that_is_not_known_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", "cmd"]) == 2
    assert "invalid choice" in capsys.readouterr().err


@pytest.mark.parametrize("shell", PLACES)
def test_a_script_says_where_it_goes_as_the_help_does(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert completion_of(shell).count(f"# Where this goes: {PLACES[shell]}\n") == 1
    assert "Copy this" not in completion_of(shell)
    assert run(["completion", "--help"]) == 0
    assert PLACES[shell] in " ".join(capsys.readouterr().out.split())
