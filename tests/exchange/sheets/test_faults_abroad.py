"""The kinds of fault that sheets have, each in German, French and Spanish: no row vanishes, and none is misread."""

from __future__ import annotations

from datetime import date

import pytest

from app.exchange.contents import FileContents
from app.exchange.sheets.reading import read_sheet

TODAY = date(2026, 11, 29)
HEADERS = {
    "de": "Firma;Stelle;Beworben am;Status",
    "fr": "Entreprise;Poste;Date de candidature;Statut",
    "es": "Empresa;Puesto;Fecha de solicitud;Estado",
}
WORDS = {
    "de": ("Absage", "Beworben", "Noch nicht beworben", "Absage am 20.03.2026", "unbekannt", "Summe"),
    "fr": ("Refusée", "Envoyée", "Pas encore postulé", "Refusée le 20/03/2026", "inconnu", "Total"),
    "es": ("Rechazada", "Enviada", "Todavía no solicitado", "Rechazada el 20/03/2026", "desconocido", "Total"),
}
DAYS = {"de": "01.03.2026", "fr": "01/03/2026", "es": "01/03/2026"}
LANGUAGES = sorted(HEADERS)


def _read(language: str, *rows: str, above: str = "") -> FileContents:
    """Return what a sheet of these rows holds, every one of them accounted for."""
    text = "\n".join([*([above] if above else []), HEADERS[language], *rows, ""])
    contents = read_sheet("blatt.csv", text.encode(), TODAY)
    assert contents.rows == len(contents.taken) + contents.merged + len(contents.reported)
    return contents


def _states(contents: FileContents) -> list[tuple[str, str]]:
    rows = contents.taken
    return [(row.company, "saved" if row.saved else (row.outcome or row.stage).value) for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_of_a_merge_that_went_wrong_are_reported(language: str) -> None:
    rejected, applied, *_ = WORDS[language]
    contents = _read(
        language, "<<<<<<< HEAD", f"Nord;A;{DAYS[language]};{rejected}", "=======", f"Sud;B;;{applied}", ">>>>>>> x"
    )
    assert _states(contents) == [("Nord", "rejected"), ("Sud", "applied")]
    assert len(contents.reported) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_for_nothing_is_nothing(language: str) -> None:
    _, applied, *_, unknown, _ = WORDS[language]
    contents = _read(language, f"Nord;{unknown};;{applied}", f"{unknown};B;;{applied}")
    assert [(row.company, row.role) for row in contents.taken] == [("Nord", "")]
    assert [row.line for row in contents.reported] == [3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_applied_for_yet_is_only_saved(language: str) -> None:
    contents = _read(language, f"Nord;A;;{WORDS[language][2]}")
    assert _states(contents) == [("Nord", "saved")]
    assert contents.taken[0].applied_on is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_in_the_status_is_the_outcomes(language: str) -> None:
    (row,) = _read(language, f"Nord;A;{DAYS[language]};{WORDS[language][3]}").taken
    assert (row.applied_on, row.outcome_on) == (date(2026, 3, 1), date(2026, 3, 20))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sum_below_the_rows_is_no_application(language: str) -> None:
    rejected, *_, total = WORDS[language]
    contents = _read(language, f"Nord;A;{DAYS[language]};{rejected}", f"{total};1;;")
    assert _states(contents) == [("Nord", "rejected")]
    assert [row.line for row in contents.reported] == [3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_above_and_a_row_of_another_width_lose_nothing(language: str) -> None:
    rejected, applied, *_ = WORDS[language]
    contents = _read(language, f"Nord;A;{DAYS[language]};{rejected};x;y", f"Sud;B;;{applied}", "Est;C", above="2026;;;")
    assert _states(contents) == [("Nord", "rejected"), ("Sud", "applied"), ("Est", "applied")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_that_is_none_leaves_the_rest(language: str) -> None:
    contents = _read(language, f"Nord;A;31{DAYS[language][2]}02{DAYS[language][2]}2026;{WORDS[language][0]}")
    assert _states(contents) == [("Nord", "rejected")]
    assert contents.taken[0].applied_on is None
