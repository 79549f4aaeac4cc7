"""Where files live for somebody who has set nothing, or their XDG folders: as platformdirs has it. What is there."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from app import locations

FOLDERS = {
    "DATA": (locations.data_folder, platformdirs.user_data_dir),
    "CONFIG": (locations.settings_folder, platformdirs.user_config_dir),
    "STATE": (locations.state_folder, platformdirs.user_state_dir),
}


@pytest.mark.parametrize("home", ["/home/robin", "/home/robin/", "/", "", "robin", None])
@pytest.mark.parametrize("named", ["/srv/robin", "/srv/robin/", "", "robin", "~/robin", " /srv", None])
@pytest.mark.parametrize("kind", FOLDERS)
def test_folders_are_where_platformdirs_has_them(
    monkeypatch: pytest.MonkeyPatch, kind: str, named: str | None, home: str | None
) -> None:
    for name in ("AFTERWORD_SETTINGS", "AFTERWORD_STATE"):
        monkeypatch.delenv(name)
    for name, value in (("HOME", home), (f"XDG_{kind}_HOME", named)):
        monkeypatch.delenv(name, raising=False) if value is None else monkeypatch.setenv(name, value)
    ours, theirs = FOLDERS[kind]
    assert ours() == Path(theirs("afterword", appauthor=False))


def test_nothing_is_at_a_path_that_no_file_can_have(tmp_path: Path) -> None:
    assert locations.is_there(tmp_path)
    assert locations.is_folder(tmp_path)
    for path in (
        tmp_path / "none",
        tmp_path / ("x" * 300),
        tmp_path / "none" / ("x" * 300),
        Path("/", *["x" * 200] * 30),
    ):
        assert not locations.is_there(path)
        assert not locations.is_folder(path)


def test_no_two_databases_of_a_folder_share_their_backups(tmp_path: Path) -> None:
    folders = {locations.backup_folder(tmp_path / name).name for name in ("hunt.db", "hunt.sqlite", "hunt", "hunt.DB")}
    assert len(folders) == 4
    assert "hunt-backups" in folders  # where those of hunt.db have always been
