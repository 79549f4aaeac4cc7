"""Notion's zips: the text of a page goes into the notes of its row, or it is said that it does not."""

from __future__ import annotations

from app.exchange.contents import FileContents
from app.exchange.reading import NO_CHOICES, read_file
from app.exchange.source import Source
from app.exchange.unpacking import unpacked
from app.settings import Settings
from tests.exchange.test_formats import NOW
from tests.exchange.workbook_files import zipped

NUMBER = "0123456789abcdef0123456789abcdef"
TABLE = "Company,Role,Stage,Notes\nAcme,Dev,Applied,from Sam\nAcme,Analyst,Rejected,\nBeta,QA,Interested,\n"


def taken(pages: dict[str, str], table: str = f"Export/Jobs {NUMBER}.csv") -> tuple[list[FileContents], list[str]]:
    """Return what a zip of a table and pages holds, and what is said of the rest."""
    contents, said = [], []
    for source in unpacked(Source("notion.zip", zipped({table: TABLE, **pages}))):
        if isinstance(source, Source):
            read = read_file(source, NO_CHOICES, Settings().policy, NOW).contents
            assert read is not None
            contents.append(read)
        else:
            said.append(str(source))
    return contents, said


def test_a_pages_text_goes_into_the_notes_of_its_row_and_its_properties_do_not() -> None:
    folder = f"Export/Jobs {NUMBER}"
    (file,), said = taken(
        {
            f"{folder}/Acme {NUMBER}.md": "# Acme\n\nRole: Dev\nStage: Applied\n\nAsk about the rig.\n\n![x](a.png)\nBring a CV.",
            f"{folder}/Acme {NUMBER[::-1]}.md": "# Acme\n\nRole: Analyst\nStage: Rejected\n\nThey were kind.",
            f"{folder}/Beta {NUMBER}.md": "# Beta\n\nRole: QA\nStage: Interested\n",
        }
    )
    assert [row.notes for row in file.taken] == [
        "from Sam\nAsk about the rig.\n\n\nBring a CV.",
        "They were kind.",
        "Stage: Interested",
    ]
    assert [(row.line, row.company) for row in file.taken] == [(2, "Acme"), (3, "Acme"), (4, "Beta")]
    assert said == []


def test_a_page_of_a_page_goes_with_it_and_newer_exports_name_the_folder_without_a_number() -> None:
    (file,), said = taken(
        {
            f"Export/Jobs/Beta {NUMBER}.md": "# Beta\n\nRole: QA\n\nGood fit.",
            f"Export/Jobs/Beta {NUMBER}/Questions {NUMBER}.md": "# Questions\n\nWho leads the team?",
        }
    )
    assert "Good fit.\nQuestions: Who leads the team?" in file.taken[2].notes.replace("\n\n", "\n")
    assert said == []


def test_a_page_that_fits_no_row_or_two_alike_is_named() -> None:
    (file,), said = taken(
        {
            f"Export/Jobs {NUMBER}/Gamma {NUMBER}.md": "# Gamma\n\nRole: Dev\n\nMine.",
            f"Export/Jobs {NUMBER}/Acme {NUMBER}.md": "# Acme\n\nWhich of the two?",
        }
    )
    assert [row.notes for row in file.taken][:2] == ["from Sam", ""]
    assert len(said) == 2
    assert all("isn't clear which row" in sentence and NUMBER in sentence for sentence in said)


def test_words_that_only_look_like_properties_are_kept_and_the_table_of_all_rows_has_the_pages() -> None:
    zip_of_two = {
        f"Export/Jobs {NUMBER}_all.csv": TABLE,
        f"Export/Jobs {NUMBER}/Beta {NUMBER}.md": "# Beta\n\nTheir question: why us?\nI said: the rig.",
    }
    files, said = taken(zip_of_two)
    assert any("Their question: why us?" in row.notes for file in files for row in file.taken)
    assert said == []
