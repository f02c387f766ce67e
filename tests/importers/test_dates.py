"""Dates as people write them; a year is never made up."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers import dates


@pytest.mark.parametrize(
    "text",
    [
        *("2022-03-01", "2022-03-01T00:00:00", "2022/3/1", "01/03/2022", "1.3.2022", "01/03/22"),
        *("20220301", "44621", "1er mars 2022", "1 mars 2022", "Mardi 1er Mars 2022"),
        *("01-mars-22", "1 mar. 2022", "44621.5", "01/03/2022 00:00", "2022-03-01T10:30:00+01:00"),
        *("2022-03-01 00:00:00.000", "01/03/2022 9h30", "2022-03-01T00:00:00Z"),
    ],
)
def test_the_first_of_march_2022_is_read_however_it_is_written(text: str) -> None:
    assert dates.date(text) == dt.date(2022, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mars 2022",
        "31/02/2022",
        "1 jui 2022",
        "20٢٢-03-01",
        "Commission du 27 février 2022",
        "2022",
        "15/03/2022 et 20/06/2021",
        "2022-03-01 au 2023-02-28",
    ],
)
def test_what_is_no_date_alone_is_none(text: str) -> None:
    assert dates.date(text) is None


def test_the_one_date_of_a_sentence_is_proposed_never_taken() -> None:
    assert dates.hinted("Commission Permanente du 27 février 2022") == dt.date(2022, 2, 27)
    assert dates.hinted("du 1er mars 2022 au 2 avril 2022") is None


@pytest.mark.parametrize(
    ("text", "year"),
    [("2022", 2022), ("2022.0", 2022), ("1920", None), ("20٢٠", None), ("22", None), ("", None)],
)
def test_a_year_is_four_plain_digits_of_this_century(text: str, year: int | None) -> None:
    assert dates.year(text) == year


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("subventions-2021.xlsx", 2021),
        ("p147_2021-2021.csv", 2021),
        ("200069110_subv-votees.csv", None),
        ("essai-20172024.xlsx", None),
        ("2019-2021.csv", None),
    ],
)
def test_the_year_of_a_name_stands_alone_or_is_none(name: str, year: int | None) -> None:
    assert dates.year_in_name(name) == year


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert isinstance(dates.date(text), dt.date | None)
    assert isinstance(dates.hinted(text), dt.date | None)
