"""When two names are one company's: ETIQUETTE 3.6."""

from __future__ import annotations

import pytest

from app.etiquette.companies import company_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Acme GmbH"),
        ("Acme", "ACME  gmbh & Co. KG"),
        ("Acme", "acme, Inc."),
        ("Acme", "Acme S.A."),
        ("Acme", "Acme sp. z o.o."),
        ("Acme Robotics", "AcmeRobotics Ltd"),
        ("Bäckerei Grün", "BÄCKEREI GRÜN e.V."),
        ("Contoso Pty Ltd", "Contoso Corporation"),
    ],
)
def test_case_spaces_and_the_legal_form_make_no_other_company(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Acme", "Acme Robotics"), ("Limited", "Co"), ("AG", "SA"), ("Inca", "Inc"), ("", "Acme")]
)
def test_what_is_left_of_the_name_tells_companies_apart(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)
