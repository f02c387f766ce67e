"""How finely a source publishes is counted over its whole file, never told from one value."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dashboard.importers.precision import FEW, step_of

TENTHS = [f"{value / 10:.1f}" for value in range(180, 480, 7)]
UNITS = [f"{value:.1f}" for value in range(18, 48)]


def test_rates_of_one_decimal_are_known_by_their_tenths() -> None:
    assert step_of(TENTHS, 0.1) == "0.1"


def test_rates_that_end_in_zero_are_rounded_to_the_unit() -> None:
    assert step_of(UNITS, 0.1) == "1"


def test_a_few_strays_do_not_hide_the_rounding() -> None:
    assert step_of([*UNITS, "33,4", "27.8"], 0.1) == "1"


def test_medians_are_rounded_to_ten_euros() -> None:
    assert step_of([f"{13_000 + 130 * rank}" for rank in range(40)], 1.0) == "10"


def test_one_quarter_says_nothing() -> None:
    assert step_of(["40.0"] * (FEW - 1), 0.1) == ""
    assert step_of(["15540"], 1.0) == ""


def test_one_quarter_never_gains_a_digit_that_its_file_does_not_write() -> None:
    assert step_of(["40"], 0.1) == "1"
    assert step_of(["0,3"], 0.001) == "0.1"


def test_zeros_do_not_make_a_rounding() -> None:
    assert step_of([*["0"] * 90, *[str(value) for value in range(1, 20)]], 1.0) == "1"


@pytest.mark.parametrize(
    ("column", "year", "step"),
    [
        ("taux_pauvrete", "2020", "0.1"),
        ("taux_pauvrete", "2021", "1"),
        ("revenu_median", "2015", "1"),
        ("revenu_median", "2016", "10"),
        ("gini", "2015", "0.1"),
        ("gini", "2016", "0.001"),
    ],
)
def test_the_national_series_tells_its_precision_by_year(
    shared: Path, column: str, year: str, step: str
) -> None:
    path = shared / "insee_qpv" / "filosofi_qpv2015_france_2012_2021.csv"
    with path.open(encoding="utf-8") as stream:
        texts = [row[column] for row in csv.DictReader(stream) if row["annee"] == year]
    finest = {"taux_pauvrete": 0.1, "revenu_median": 1.0, "gini": 0.001}[column]
    assert step_of(texts, finest) == step
