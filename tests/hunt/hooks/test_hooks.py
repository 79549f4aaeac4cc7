"""Hooks that work, fail, dawdle, chatter and cannot be started: each verb is told, and nothing waits for them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app import locations
from app.cli import doctor
from app.etiquette.errors import NotFoundError
from app.etiquette.records import StepName
from app.hunt.hooks import lines, running
from app.hunt.hooks.calling import MARK, Hooks
from app.hunt.hunt import Hunt
from app.hunt.verbs import applications, steps
from tests.storage.hunts import SETTINGS, Clock, add, log_interview

KEEPS = "#!/bin/sh\ncat >> ../got\n"
PATIENCE = 60.0
"""Seconds until a condition must hold, however busy the machine is."""


@pytest.fixture
def folder() -> Path:
    """Return the folder of hooks, made."""
    folder = locations.hooks_folder()
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def hooks(folder: Path) -> Iterator[Hooks]:
    """Return the user's hooks, as yet unused."""
    hooks = Hooks.of_user()
    yield hooks
    hooks.close()


@pytest.fixture
def hunt(hooks: Hooks, tmp_path: Path) -> Hunt:
    """Return a hunt whose verbs these hooks hear of."""
    return Hunt.open(tmp_path / "hunt.db", SETTINGS, Clock(), hooks=hooks)


def hook(folder: Path, script: str, name: str = "on-verb", mode: int = 0o755) -> Path:
    """Put a hook into the folder."""
    path = folder / name
    path.write_text(script)
    path.chmod(mode)
    return path


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"{what} within {PATIENCE:g} seconds"
        time.sleep(0.01)


def kept_verbs(folder: Path, count: int) -> list[dict[str, Any]]:
    """Return the verbs that a hook kept, once there are so many."""
    record = folder.parent / "got"
    wait_for(lambda: record.exists() and record.read_bytes().count(b"\n") >= count, f"{count} verbs")
    return [json.loads(line) for line in record.read_bytes().splitlines()]


def problem_of(hooks: Hooks) -> str:
    """Return the next problem."""
    problems: list[str] = []

    def has_come() -> bool:
        problems.append(hooks.new_problem())
        return bool(problems[-1])

    wait_for(has_come, "a problem")
    return problems[-1]


def test_each_verb_is_told_once_it_is_stored_undo_and_redo_too(folder: Path, hooks: Hooks, hunt: Hunt) -> None:
    hook(folder, KEEPS)
    application_id = add(hunt)
    log_interview(hunt, application_id, names="Dana Lee")
    hunt.do(
        application_id, lambda a, when: steps.step_waived(a, when, StepName.THANK, a.people[0].id, None, "met again")
    )
    hunt.undo()
    hunt.redo()
    hunt.delete(application_id)
    verbs = kept_verbs(folder, 6)
    assert [verb["verb"] for verb in verbs] == ["add", "change", "change", "undo", "redo", "delete"]
    first, held, *_, gone = verbs
    assert re.findall(r"^(\w+) ", str(lines.__doc__), re.MULTILINE)[1:] == list(first), "each field is documented"
    assert first["applications"] == [
        {
            "id": 1, "uid": first["applications"][0]["uid"], "company": "Northwind", "role": "Data Engineer",
            "stage": "applied", "archived": False,
        }
    ]  # fmt: skip
    assert (first["afterword"], first["touched"], first["at"]) == (1, 1, "2026-11-24T10:00:00+01:00")
    assert held["applications"][0]["stage"] == "interviewed"
    assert {"application", "at", "what", "text", "before", "after"} == set(held["events"][0])
    assert (gone["applications"], gone["touched"], gone["summary"]) == ([], 1, "Deleted Northwind")
    assert hooks.new_problem() == ""


def test_what_changes_nothing_or_continues_typing_is_not_kept_verbs(folder: Path, hooks: Hooks, hunt: Hunt) -> None:
    hook(folder, KEEPS)
    add(hunt)
    hunt.renew_outdated()
    hunt.ask(1, lambda a, when: a)
    with pytest.raises(NotFoundError):
        hunt.do(99, lambda a, when: applications.noted(a, when, "x"))
    hunt.do(1, lambda a, when: applications.noted(a, when, "x"))
    assert [verb["verb"] for verb in kept_verbs(folder, 2)] == ["add", "change"]


def test_a_failing_hook_is_reported_once_and_the_others_go_on(folder: Path, hooks: Hooks, hunt: Hunt) -> None:
    hook(folder, "#!/bin/sh\nexit 3\n", "on-verb.a")
    hook(folder, KEEPS, "on-verb.b")
    add(hunt)
    add(hunt, "Contoso")
    assert problem_of(hooks) == "The hook on-verb.a failed with exit code 3. Run it by hand to see why."
    assert len(kept_verbs(folder, 2)) == 2
    assert hooks.new_problem() == ""


@pytest.mark.parametrize(
    ("script", "mode", "what"),
    [
        ("#!/bin/sh\n", 0o644, "isn't an executable file: run chmod +x on it, or move it away."),
        ("#!/nobody/has/this\n", 0o755, "can't be started: the program that its first line names isn't there."),
        ("true\n", 0o755, "can't be started: its first line doesn't say what runs it, like #!/bin/sh."),
        ("#!/bin/sh\nkill -9 $$\n", 0o755, "failed with exit code -9. Run it by hand to see why."),
    ],
)
def test_a_hook_that_cannot_be_run_says_why(
    folder: Path, hooks: Hooks, hunt: Hunt, script: str, mode: int, what: str
) -> None:
    hook(folder, script, mode=mode)
    add(hunt)
    assert problem_of(hooks) == f"The hook on-verb {what}"
    log = locations.log_file().read_text()
    assert f"a hook {what}" in log
    assert "on-verb" not in log


def test_a_slow_hook_holds_up_neither_a_verb_nor_the_end(folder: Path, hooks: Hooks, hunt: Hunt) -> None:
    slow = hook(folder, "#!/bin/sh\necho $$ > ../pid\nsleep 1000 & sleep 1000\n")
    began = time.monotonic()
    add(hunt)
    for _ in range(5):
        hunt.do(1, lambda a, when: applications.noted(a, when, "x" * 50_000))
    hooks.close()
    assert time.monotonic() - began < PATIENCE / 2
    pid = folder.parent / "pid"
    wait_for(lambda: pid.exists() and pid.read_text().strip().isdigit(), "the hook began")
    slow.unlink()  # or it would begin anew with the next verb
    os.killpg(int(pid.read_text()), 9)


def test_a_hook_is_stopped_with_its_children_when_its_time_is_up(folder: Path) -> None:
    slow, child = hook(folder, "#!/bin/sh\nsleep 1000 & echo $! > ../child\nsleep 1000\n"), folder.parent / "child"
    began = time.monotonic()
    for seconds in (0.2, 1.0, 5.0, 20.0):  # on a busy machine, a short time is up before there is a child
        assert running._problem_of(slow, b"{}\n", seconds) == "took longer than 10 seconds and was stopped."
        if child.exists() and child.read_text().endswith("\n"):
            break
    assert time.monotonic() - began < PATIENCE
    wait_for(lambda: not _runs(int(child.read_text())), "its child ended")


def _runs(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_a_chatty_hook_that_reads_nothing_is_no_problem(folder: Path, hooks: Hooks) -> None:
    chatty = hook(folder, "#!/bin/sh\nexec 0<&-\nhead -c 5000000 /dev/zero\nhead -c 5000000 /dev/zero >&2\n")
    assert running._problem_of(chatty, b"x" * 1_000_000 + b"\n", PATIENCE) == ""


def test_a_first_verb_larger_than_a_pipe_waits_for_the_process_to_start(folder: Path, hooks: Hooks) -> None:
    hook(folder, KEEPS)
    hooks.tell(json.dumps({"summary": "x" * 300_000}).encode() + b"\n")
    assert len(kept_verbs(folder, 1)[0]["summary"]) == 300_000
    assert hooks.new_problem() == ""


def test_a_verb_that_came_incomplete_reaches_no_hook(folder: Path, hooks: Hooks) -> None:
    hook(folder, KEEPS)
    hooks.tell(b'{"verb": 1}\n')
    hooks.tell(b'{"verb": "chan')
    hooks.close()
    assert problem_of(hooks) == "A hook was not called: its verb came incomplete."
    assert kept_verbs(folder, 1) == [{"verb": 1}]


def test_verbs_inside_a_hook_call_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook(folder, KEEPS)
    assert Hooks.of_user().are_there()
    monkeypatch.setenv(MARK, "1")
    assert not Hooks.of_user().are_there()


def test_no_folder_is_no_problem_and_the_sample_has_none(hooks: Hooks, tmp_path: Path) -> None:
    assert not hooks.are_there()
    add(Hunt.open(tmp_path / "hunt.db", SETTINGS, Clock(), hooks=Hooks(None)))
    Hooks(None).tell(b"{}\n")
    assert hooks.new_problem() == ""


def test_a_program_that_has_ended_has_its_verb_told_all_the_same(folder: Path) -> None:
    hook(folder, "#!/bin/sh\nwhile [ ! -e ../gate ]; do sleep 0.02; done\ncat >> ../got\n")
    program = (
        "import os; from app.hunt.hooks.calling import Hooks; Hooks.of_user().tell(b'{\"verb\": 1}\\n'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[3], check=True)
    assert not (folder.parent / "got").exists(), "the hook did not wait for the program to have ended"
    (folder.parent / "gate").touch()
    assert kept_verbs(folder, 1) == [{"verb": 1}]


def test_the_doctor_names_the_hooks_and_those_that_cannot_be_run(folder: Path) -> None:
    good, plain = hook(folder, KEEPS), hook(folder, KEEPS, "on-verb.plain", mode=0o644)
    hook(folder, KEEPS, "on-something-else")
    assert [tuple(finding) for finding in doctor._hooks()] == [
        (doctor.OK, f"the hook {good} hears of each change"),
        (doctor.WARNING, f"the hook {plain} isn't an executable file: run chmod +x on it, or move it away"),
    ]
