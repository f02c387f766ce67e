"""Small drawings: cut where values part, on the same years, told apart without colour."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.charts.sparkline import TALL, WIDE, svg
from dashboard.domain.indicator import Break
from dashboard.domain.sparkline import Sparkline
from tests.charts import samples


def drawn(chart: Sparkline, css: str) -> list[str]:
    """The paths of that class."""
    return re.findall(rf'<path class="{css}" d="([^"]*)"/>', svg(chart, "Courbe"))


def test_a_line_is_cut_at_a_break_and_at_a_missing_year() -> None:
    (line,) = drawn(samples.sparkline(), "l q0")
    assert line.count("M") == 1
    (marks,) = drawn(samples.sparkline(), "m q0")
    assert marks.count("M") == 2
    assert len(drawn(samples.sparkline(), "v")) == 1


def test_a_year_stands_at_the_same_place_whatever_is_known_beside_it() -> None:
    whole = samples.sparkline()
    alone = replace(whole, quarters=whole.quarters[1:])
    places = [re.match(r"M(\d+),", drawn(one, "l q[01]")[-1]) for one in (whole, alone)]
    assert all(places)
    assert {found[1] for found in places if found} == {str(WIDE * 2 // 10)}


def test_the_second_line_is_dashed_and_its_mark_hollow() -> None:
    chart = samples.sparkline()
    assert drawn(chart, "l q1")
    assert len(drawn(chart, "c")) == 1


def test_another_line_than_the_chosen_one_is_light() -> None:
    chosen = samples.sparkline().quarters[0].territory.code
    chart = replace(samples.sparkline(), chosen=(chosen,))
    assert drawn(chart, "l q0")
    assert drawn(chart, "l q1 f")


def test_the_spread_of_many_quarters_never_crosses_a_break() -> None:
    spread = tuple((year, 10.0, 20.0 + year - 2015) for year in (2015, 2016, 2017, 2018, 2020))
    cut = Break(2017, "méthode", "source")
    chart = Sparkline((), (), (2015, 2020), extents=spread, breaks=(cut,))
    assert [[year for year, _, _ in run] for run in chart.stretches] == [
        [2015, 2016],
        [2017, 2018],
        [2020],
    ]
    assert len(drawn(chart, "b")) == 2
    assert len(drawn(chart, "b s")) == 1


def test_values_that_are_all_the_same_stand_in_the_middle() -> None:
    first, second = samples.sparkline().quarters
    chart = Sparkline((replace(second, points=second.points[:1]),), (), (2010, 2020))
    assert first != second
    assert f",{TALL // 2}h0" in svg(chart, "Un point")


def test_its_name_is_written_safely() -> None:
    assert 'aria-label="&lt;b&gt; &quot;"' in svg(samples.sparkline(), '<b> "')
