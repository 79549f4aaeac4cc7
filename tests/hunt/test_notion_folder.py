"""An export of Notion's that was unpacked already: its folder is read as the zip is."""

from __future__ import annotations

from pathlib import Path

from app.etiquette.errors import ImportFileError
from app.hunt.gathering import sources

NUMBER = "0123456789abcdef0123456789abcdef"


def test_pages_in_a_folder_go_with_the_table_beside_them(tmp_path: Path) -> None:
    pages = tmp_path / f"Jobs {NUMBER}"
    pages.mkdir()
    (tmp_path / f"Jobs {NUMBER}.csv").write_text("Company,Role\nAcme,Dev\nBeta,QA\n", encoding="utf-8")
    (pages / f"Acme {NUMBER}.md").write_text("# Acme\n\nRole: Dev\n\nAsk about the rig.\n", encoding="utf-8")
    (pages / f"Gone {NUMBER}.md").write_text("# Gone\n\nStill mine.\n", encoding="utf-8")
    table, left = sources([str(tmp_path)], bytes)
    assert not isinstance(table, ImportFileError)
    assert [record.cells for record in table.rows or ()] == [
        ["Company", "Role", "Notes"],
        ["Acme", "Dev", "Ask about the rig."],
        ["Beta", "QA"],
    ]
    assert "Gone" in str(left)
    assert "isn't clear which row" in str(left)
