"""What may be said of a gap, and why not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.verdict import TrendVerdict, judge
from tests.domain.samples import RATE, reference, series

ROUNDED = {2021: 1.0}


def test_without_a_reference_one_cannot_tell() -> None:
    said = judge(series({2015: 1.0, 2019: 2.0}), None, 2019)
    assert said.trend is TrendVerdict.UNKNOWN
    assert "aucune référence" in said.reason


def test_across_a_break_one_cannot_tell_and_the_reason_names_the_year() -> None:
    here = series({2017: 13_730, 2018: 14_200, 2019: 14_280}, breaks=(2018, 2019))
    there = series({2017: 22_460, 2018: 23_040, 2019: 23_180}, reference())
    said = judge(here, there, 2021)
    assert said.trend is TrendVerdict.UNKNOWN
    assert "2018 et 2019" in said.reason


def test_two_consecutive_years_do_not_make_a_change() -> None:
    here, there = series({2018: 1.0, 2019: 2.0}), series({2018: 9.0, 2019: 9.0}, reference())
    assert judge(here, there, 2019).trend is TrendVerdict.UNKNOWN


def test_a_single_year_known_is_the_reason_whatever_the_breaks_before_it() -> None:
    here = series({2021: 13_730}, breaks=(2016, 2018))
    there = series({2015: 22_460, 2018: 23_040, 2021: 23_180}, reference(), breaks=(2016, 2018))
    said = judge(here, there, 2025)
    assert said.trend is TrendVerdict.UNKNOWN
    assert said.reason == "une seule année est connue du quartier et de sa référence : 2021"


def test_a_break_before_the_first_common_year_is_no_reason() -> None:
    here = series({2015: 1.0, 2018: 1.0, 2019: 1.0, 2021: 2.0}, breaks=(2017, 2019, 2020))
    there = series({2018: 9.0, 2019: 9.0, 2021: 9.0}, reference())
    assert judge(here, there, 2021).reason == "la méthode a changé en 2019 et 2020"


def test_a_secret_value_of_the_quarter_is_the_reason_though_a_reference_stands() -> None:
    for there in (series({2021: 9.0}, reference()), None):
        said = judge(series({2020: None, 2021: None}), there, 2021)
        assert said.reason == "la valeur du quartier est tenue secrète (« s »)"


def test_a_quarter_known_only_later_has_no_value_up_to_that_year() -> None:
    said = judge(series({2021: 1.0}), series({2018: 9.0, 2021: 9.0}, reference()), 2018)
    assert said.reason == "aucune valeur du quartier n’est publiée jusqu’en 2018"


def test_a_gap_that_shrinks_beyond_the_tolerance_closes() -> None:
    here = series({2015: 14_000, 2019: 16_000})
    there = series({2015: 22_000, 2019: 22_500}, reference())
    said = judge(here, there, 2019)
    assert said.trend is TrendVerdict.CLOSING
    assert said.change is not None
    assert (said.change.first, said.change.last) == (2015, 2019)


def test_a_gap_that_grows_widens_and_a_small_move_is_stable() -> None:
    there = series({2015: 22_000, 2019: 22_500}, reference())
    assert judge(series({2015: 14_000, 2019: 14_100}), there, 2019).trend is TrendVerdict.WIDENING
    assert judge(series({2015: 14_000, 2019: 14_450}), there, 2019).trend is TrendVerdict.STABLE


def test_only_years_up_to_the_chosen_one_are_judged() -> None:
    here = series({2012: 1_000.0, 2015: 5_000.0, 2019: 1_000.0})
    there = series({2012: 9_000.0, 2015: 9_000.0, 2019: 9_000.0}, reference())
    assert judge(here, there, 2015).trend is TrendVerdict.CLOSING


def test_a_change_smaller_than_the_rounding_allows_is_not_told() -> None:
    here = series({2018: 36.4, 2021: 40.0}, indicator=RATE, steps=ROUNDED)
    there = series({2018: 17.2, 2021: 19.0}, reference(), indicator=RATE, steps=ROUNDED)
    said = judge(here, there, 2021)
    assert said.trend is TrendVerdict.UNKNOWN
    assert "la source arrondit les chiffres de 2021" in said.reason
    assert "environ" in said.reason


def test_a_change_beyond_what_the_rounding_allows_is_told_as_near() -> None:
    here = series({2018: 36.4, 2021: 43.0}, indicator=RATE, steps=ROUNDED)
    there = series({2018: 17.2, 2021: 19.0}, reference(), indicator=RATE, steps=ROUNDED)
    said = judge(here, there, 2021)
    assert said.trend is TrendVerdict.WIDENING
    assert said.reason.endswith("de +19,2\u00a0pts à environ\u00a0+24\u00a0pts")


@given(
    st.dictionaries(st.integers(2010, 2021), st.floats(1, 1e5), min_size=1),
    st.dictionaries(st.integers(2010, 2021), st.floats(1, 1e5), min_size=1),
    st.sets(st.integers(2010, 2021)),
)
def test_a_verdict_never_compares_across_a_break(
    mine: dict[int, float], other: dict[int, float], cuts: set[int]
) -> None:
    here = series(dict(sorted(mine.items())), breaks=tuple(sorted(cuts)))
    there = series(dict(sorted(other.items())), reference())
    said = judge(here, there, 2021)
    if said.change is not None:
        assert said.change.last - said.change.first >= 2
        assert not here.parted(said.change.first, said.change.last)
