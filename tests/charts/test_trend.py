"""Lines by year: cut where they must be, told apart without colour, each with its own label."""

from __future__ import annotations

import itertools

from dashboard.charts import trend
from dashboard.charts.scene import Note, Polyline, Rule, Scene
from dashboard.domain.chart import Trend
from dashboard.domain.series import Series
from dashboard.domain.territory import Territory, TerritoryKind
from dashboard.text import plain
from tests.charts import samples
from tests.domain.samples import reference, series

LINES = samples.trend_series()


def chart(lines: list[Series], references: tuple[Series, ...] = (), year: int = 2019) -> Trend:
    return Trend(tuple(lines), references, year)


def drawn(*selected: str) -> Scene:
    return trend.draw(Trend(tuple(LINES), (), 2018, selected))


def lines(scene: Scene) -> list[Polyline]:
    return [mark for mark in scene.marks if isinstance(mark, Polyline)]


def notes(scene: Scene) -> dict[str, Note]:
    return {plain(note.text): note for note in scene.notes}


def rules(scene: Scene) -> list[Rule]:
    return [rule for rule in scene.rules if isinstance(rule, Rule)]


def crowd(count: int) -> list[Series]:
    """Quarters that all end at nearly the same value."""
    return [
        series(
            {2018: 14_000, 2019: 14_000 + 40 * rank},
            Territory(
                f"QP00000{rank}",
                f"Quartier {rank}",
                TerritoryKind.QPV,
                "",
                "",
                "2015",
                communes=("1",),
            ),
        )
        for rank in range(count)
    ]


def test_a_line_is_cut_at_the_break_and_at_the_missing_year() -> None:
    line = lines(drawn())[0]
    assert [[point.x for point in run] for run in line.runs] == [[2012, 2013], [2016], [2018]]


def test_the_change_of_method_is_named_once_and_drawn_at_its_year() -> None:
    assert len([said for said in notes(drawn()) if "changement de méthode" in said]) == 1
    dotted = [rule.x0 for rule in rules(drawn()) if rule.stroke.dash == "dot"]
    assert dotted == [2015.5]


def test_eight_lines_differ_by_more_than_their_colour() -> None:
    found = lines(trend.draw(chart(crowd(8))))
    looks = {(i.symbol.shape, i.symbol.hollow, i.stroke.dash) for i in found if i.symbol}
    assert len(looks) == 8


def test_a_reference_is_told_from_the_quarters() -> None:
    told = (series({2012: 20_000, 2013: 21_000}, reference()),)
    (quarter, other) = lines(trend.draw(chart(LINES[:1], told, 2013)))
    assert quarter.stroke.colour != other.stroke.colour
    assert quarter.stroke.dash != other.stroke.dash


def test_a_chosen_quarter_leaves_the_other_in_grey() -> None:
    first, second = lines(drawn("QP000002"))
    assert first.stroke.colour != second.stroke.colour
    assert second.stroke.width > first.stroke.width


def test_a_trend_says_when_its_axis_does_not_start_at_zero() -> None:
    assert "l’axe commence à" in trend.axis_note(LINES, [])
    assert trend.axis_note([], []) == ""


def test_every_line_has_its_label_inside_the_chart_and_none_meets_another() -> None:
    value = chart(crowd(8))
    scene = trend.draw(value)
    (axis,) = scene.up
    pixel = (axis.high - axis.low) / (
        trend.height(value) - scene.margins.top - scene.margins.bottom
    )
    places = sorted(note.y for said, note in notes(scene).items() if "Quartier" in said)
    assert len(places) == 8
    assert axis.low <= places[0]
    assert places[-1] <= axis.high
    assert min(b - a for a, b in itertools.pairwise(places)) >= 30 * pixel


def test_a_label_that_had_to_move_is_tied_to_its_line() -> None:
    ends = {line.known[-1].value for line in crowd(8)}
    tied = [rule for rule in rules(trend.draw(chart(crowd(8)))) if rule.y0 in ends]
    assert len([rule for rule in tied if rule.x1 > 2019]) >= 6
    alone = rules(trend.draw(chart(crowd(1))))
    assert not [rule for rule in alone if rule.x1 > rule.x0 >= 2019]


def test_the_margin_holds_the_longest_label_and_no_more() -> None:
    short = trend.draw(chart(crowd(2))).margins.right
    long_name = Territory(
        "QP9", "Les Hauts-de-Chambéry", TerritoryKind.QPV, "", "", "2015", communes=("1",)
    )
    longer = trend.draw(chart([series({2018: 1.0, 2019: 2.0}, long_name)]))
    assert short < longer.margins.right <= 160


def test_a_name_too_long_for_a_line_is_whole_on_two() -> None:
    whole = Territory("QPV", "Ensemble des quartiers prioritaires", TerritoryKind.ALL_QPV, "", "")
    scene = trend.draw(chart(crowd(1), (series({2019: 14_500}, whole),)))
    assert "Ensemble des quartiers\nprioritaires" in " ".join(notes(scene))


def test_the_last_year_of_an_older_line_is_said() -> None:
    assert any("(2013)" in said for said in notes(drawn()))
