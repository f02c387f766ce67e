"""What a source rounds is said once, with the years it holds for."""

from __future__ import annotations

from dataclasses import replace

from dashboard import catalogue
from dashboard.domain.indicator import Observation, Status
from dashboard.exhibits import rounded

POVERTY = catalogue.indicator("taux-pauvrete")
ONE = Observation("QP1", POVERTY.slug, 2020, 40.0, Status.FINAL, step=1.0)


def test_one_sentence_a_way_of_rounding() -> None:
    found = rounded.notes(POVERTY, [ONE, replace(ONE, year=2021), replace(ONE, year=2018)])
    (said,) = found
    assert "arrondit à l’unité" in said
    assert all(str(year) in said for year in (2018, 2020, 2021))


def test_what_is_exact_or_absent_asks_for_no_sentence() -> None:
    exact = replace(ONE, step=0.1)
    absent = replace(ONE, value=None, status=Status.SECRET)
    assert rounded.notes(POVERTY, [exact, absent, None]) == ()


def test_two_ways_make_two_sentences_the_finest_first() -> None:
    ten = replace(ONE, year=2019, step=10.0)
    found = rounded.notes(POVERTY, [ten, ONE])
    assert ["à l’unité" in found[0], "à la dizaine" in found[1]] == [True, True]
