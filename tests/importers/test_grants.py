"""The yearly files of the State's grants, under each header."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from dashboard.importers.grants import read_grants, recognises
from dashboard.importers.imported import Document, Refused

Give = Callable[[str], Document]


@pytest.mark.parametrize(
    ("name", "year", "lines"),
    [
        ("DVCU-2018.csv", 2018, 5),
        ("liste-2019.csv", 2019, 2),
        ("subventions-2023-p147.csv", 2023, 4),
        ("dossiers-p147-2025.csv", 2025, 3),
    ],
)
def test_each_yearly_header_is_read(given: Give, name: str, year: int, lines: int) -> None:
    assert recognises(given(name))
    file = read_grants(given(name))
    assert (file.years, len(file.lines)) == ((year,), lines)


def test_windows_accents_and_extra_quotes_are_read(given: Give) -> None:
    grant = read_grants(given("liste-2019.csv")).grants[0]
    assert grant.service == "CGET - DDCSPP PAYS D’AUZELANDE"
    assert grant.title.endswith("REGIE DU ROUET")
    assert (grant.siren, grant.amount) == ("999001019", Decimal(3000))


def test_the_departement_is_read_where_the_header_has_it(given: Give) -> None:
    assert read_grants(given("DVCU-2018.csv")).grants[0].department == ""
    assert read_grants(given("subventions-2023-p147.csv")).grants[0].department == "99"


def test_three_decimals_are_decimals_and_never_thousands(given: Give) -> None:
    grant = read_grants(given("subventions-2023-p147.csv")).grants[0]
    assert grant.amount == Decimal("123483.78")
    assert grant.three_decimals


def test_an_amount_out_of_range_is_refused_rather_than_summed(given: Give) -> None:
    (problem,) = read_grants(given("subventions-2023-p147.csv")).refused
    assert (problem.row, problem.value) == (4, "123483780")
    assert "5 M€" in problem.message


def test_the_year_is_that_of_the_agreements_and_none_is_made_up(given: Give) -> None:
    content = given("DVCU-2018.csv").content
    assert read_grants(Document("subventions.csv", content)).years == (2018,)
    assert read_grants(Document("p147-2021.csv", content)).years == (2018,)
    with pytest.raises(Refused, match="rien ne dit l’année"):
        read_grants(Document("x.csv", given("dossiers-p147-2025.csv").content))
