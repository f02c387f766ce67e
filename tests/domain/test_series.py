"""A figure that breaks a rule of the trade cannot be built."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.breakdown import Breakdown, Slice, YearGrid
from dashboard.domain.indicator import Observation, Status
from dashboard.domain.quarter_map import MapArea, Outlines, QuarterMap, QuarterShape
from dashboard.domain.series import Gap, RuleBroken, Series, Standing, ValueChange, YearValue, total
from dashboard.domain.territory import Outline, Territory, TerritoryKind
from tests.domain.samples import COUNT, MEDIAN, observation, quarter, reference, series


def test_a_median_has_no_total_over_quarters() -> None:
    with pytest.raises(RuleBroken, match="règle 1"):
        total(MEDIAN, [observation(2016, 14_530.0)])


def test_a_count_has_one_unless_a_value_is_missing() -> None:
    known = [observation(2018, 3631, indicator=COUNT), observation(2018, 6465, indicator=COUNT)]
    assert total(COUNT, known) == 10_096
    with pytest.raises(RuleBroken, match="règle 4"):
        total(COUNT, [*known, observation(2018, None, indicator=COUNT)])


def test_two_perimeters_never_form_one_line() -> None:
    points = (
        YearValue(2021, 1.0, observation(2021, 1.0, "QP000001")),
        YearValue(2024, 2.0, observation(2024, 2.0, "QN00001M")),
    )
    with pytest.raises(RuleBroken, match="règle 2"):
        Series(MEDIAN, quarter(), points)


def test_a_line_is_cut_at_each_break_and_at_each_missing_year() -> None:
    cut = series(
        {2012: 1.0, 2013: 2.0, 2015: None, 2016: 3.0, 2017: 4.0, 2018: 5.0}, breaks=(2018,)
    )
    assert [[p.year for p in run] for run in cut.segments] == [[2012, 2013], [2016, 2017], [2018]]


def test_nothing_is_compared_across_a_break() -> None:
    breaks = series({2015: 1.0, 2016: 2.0}, breaks=(2016,)).breaks
    with pytest.raises(RuleBroken, match="règle 3"):
        ValueChange(2015, 2016, 1.0, 2.0, breaks)
    assert ValueChange(2016, 2017, 1.0, 3.0, breaks).difference == 2.0


def test_a_missing_value_is_not_compared() -> None:
    with pytest.raises(RuleBroken, match="règle 4"):
        series({2015: 1.0, 2016: None}).point(2016)


@given(
    st.dictionaries(st.integers(2010, 2024), st.floats(1, 1e5) | st.none(), min_size=1),
    st.sets(st.integers(2010, 2024)),
)
def test_no_segment_ever_crosses_a_break_nor_holds_a_missing_value(
    values: dict[int, float | None], cuts: set[int]
) -> None:
    ordered = dict(sorted(values.items()))
    made = series(ordered, breaks=tuple(sorted(cuts)))
    joined = [point.year for run in made.segments for point in run]
    assert joined == [year for year, value in ordered.items() if value is not None]
    for run in made.segments:
        assert not made.parted(run[0].year, run[-1].year)


def test_the_year_shown_is_the_chosen_one_or_the_last_earlier_one() -> None:
    made = series({2014: 1.0, 2016: 2.0})
    assert made.at(2015) == made.points[0]
    assert made.at(2013) is None


def test_a_gap_compares_one_year_and_two_known_values() -> None:
    here, there = observation(2019, 14_280.0), observation(2019, 23_180.0, "999000001")
    assert Gap(MEDIAN, here, there, quarter(), reference()).value == -8_900
    with pytest.raises(RuleBroken):
        Gap(MEDIAN, observation(2018, 1.0), there, quarter(), reference())
    with pytest.raises(RuleBroken):
        Gap(MEDIAN, observation(2019, None), there, quarter(), reference())


def test_positions_are_compared_the_same_year() -> None:
    with pytest.raises(RuleBroken):
        Standing(MEDIAN, 2019, ((quarter(), observation(2018, 1.0)),))


def test_a_reference_of_other_perimeters_stands_beside_no_quarter_of_2024() -> None:
    old = replace(reference(), code="QPV", kind=TerritoryKind.ALL_QPV, valid_to=2023)
    held = ((quarter(), observation(2019, 1.0)), (old, observation(2019, 2.0, "QPV")))
    assert Standing(MEDIAN, 2019, held).year == 2019
    now = replace(quarter(), generation="2024")
    with pytest.raises(RuleBroken):
        Standing(MEDIAN, 2019, ((now, observation(2019, 1.0)), held[1]))


def test_the_parts_of_a_breakdown_make_its_total() -> None:
    part = Slice("a", "A", 10.0, 1)
    assert Breakdown("pilier", (part,), 10.0, 1).count == 1
    with pytest.raises(RuleBroken):
        Breakdown("pilier", (part,), 12.0, 1)
    with pytest.raises(RuleBroken):
        Breakdown("pilier", (part,), 10.0, 2)


def test_a_grid_has_one_cell_a_year_and_a_part() -> None:
    part = Slice("a", "A", 10.0, 1)
    with pytest.raises(RuleBroken):
        YearGrid((2016, 2017), (part,), ((1.0,),), ((1,),))


def test_a_count_is_never_a_colour_and_a_rate_never_a_circle() -> None:
    with pytest.raises(RuleBroken):
        QuarterMap((), "colour", 2018, COUNT)
    with pytest.raises(RuleBroken):
        QuarterMap((), "circle", 2018, MEDIAN)


def test_a_watched_quarter_bears_no_national_figure() -> None:
    watched = quarter("QVA-1", TerritoryKind.QVA)
    with pytest.raises(RuleBroken, match="règle 6"):
        Series(MEDIAN, watched, ())
    shape = QuarterShape(watched, Outlines(()), (0, 0))
    with pytest.raises(RuleBroken, match="règle 6"):
        QuarterMap((MapArea(shape, "1", observation(2019, 1.0, "QVA-1")),), "colour", 2019, MEDIAN)


def test_a_place_that_is_not_published_has_no_shape() -> None:
    unknown = Territory(
        "QVA-1",
        "X",
        TerritoryKind.QVA,
        "à X",
        "de X",
        "2015",
        communes=("1",),
        outline=Outline.UNKNOWN,
    )
    with pytest.raises(RuleBroken, match="règle 7"):
        QuarterShape(unknown, Outlines((((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),)), (0, 0))


def test_a_hidden_value_bears_no_number_and_a_missing_one_says_why() -> None:
    with pytest.raises(ValueError, match="secrète"):
        Observation("a", "b", 2016, 1.0, Status.SECRET)
    with pytest.raises(ValueError, match="pourquoi"):
        Observation("a", "b", 2016, None, Status.FINAL)


def test_parts_are_ranked_by_amount_and_what_is_not_classed_closes_the_list() -> None:
    parts = (
        Slice("", "Thème non précisé", 900.0, 1),
        Slice("steering", "Pilotage", 500.0, 1, "pilotage"),
        Slice("low", "Santé", 10.0, 1),
        Slice("high", "Éducation", 90.0, 1),
    )
    found = Breakdown("theme", parts, 1500.0, 4)
    assert [item.slug for item in found.ranked().slices] == ["high", "low", "steering", ""]
    assert found.share(parts[0]) == 60.0


def test_nothing_granted_has_no_shares() -> None:
    nothing = Slice("a", "Santé", 0.0, 1)
    assert Breakdown("theme", (nothing,), 0.0, 1).share(nothing) is None
