"""The year of the data is never the year of the file."""

from __future__ import annotations

import pytest

from dashboard.catalogue.calendar import data_year


@pytest.mark.parametrize(
    ("edition", "year"), [(2017, 2013), (2018, 2014), (2019, 2015), (2021, 2017), (2022, 2018)]
)
def test_income_is_four_years_older_than_its_file(edition: int, year: int) -> None:
    assert data_year("REVN", edition, "TP60") == (year, False)
    assert data_year("REVN", edition, "DECUC_Q2") == (year, False)


def test_an_edition_that_was_never_checked_is_presumed() -> None:
    assert data_year("REVN", 2020, "DISP_Q2") == (2016, True)


@pytest.mark.parametrize("column", ["A", "ARSAS", "AAAH", "CCMUC", "C_C2SNP"])
def test_benefits_are_those_of_the_end_of_the_year_before_presumably(column: str) -> None:
    assert data_year("REVN", 2022, column) == (2021, True)


@pytest.mark.parametrize(("edition", "year"), [(2017, 2013), (2020, 2013), (2021, 2018)])
def test_population_does_not_move_with_each_edition(edition: int, year: int) -> None:
    assert data_year("DEMO", edition, "POP_MUN") == (year, False)


@pytest.mark.parametrize(
    ("edition", "expected"), [(2017, (2010, False)), (2018, (2010, False)), (2019, (2015, True))]
)
def test_census_shares_are_those_of_2010_then_four_years_old(
    edition: int, expected: tuple[int, bool]
) -> None:
    assert data_year("DEMO", edition, "TX_TOT_0A24") == expected
    assert data_year("IPRO", edition, "TX_TOT_EMPL") == expected


def test_job_seekers_are_counted_the_year_before_presumably() -> None:
    assert data_year("IPRO", 2022, "ABC") == (2021, True)
    assert data_year("IPRO", 2022, "A") == (2021, True)


def test_files_named_for_their_own_year_keep_it() -> None:
    assert data_year("FILO_QP", 2018, "DISP_MED_A") == (2018, False)
    assert data_year("FILO_COM", 2021, "MED") == (2021, False)
    assert data_year("RPLS", 2022, "txVac") == (2022, True)
    assert data_year("RP2010", 2010, "TX_F") == (2010, False)


def test_an_unknown_family_is_refused() -> None:
    with pytest.raises(KeyError):
        data_year("EDUC", 2020, "COLL")
