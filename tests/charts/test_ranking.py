"""The explorer's figure: values at the end of bars, ticks to compare with, small lines cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts import ranking
from dashboard.charts.scene import Points, Polyline
from dashboard.charts.style import Hatch
from dashboard.text import plain
from dashboard.words import tokens
from tests.charts import samples

CHART = samples.ranking()
SCENE = ranking.draw(CHART)
(BARS,) = SCENE.bars


def lines(name: str) -> list[list[float]]:
    """The abscissas of the runs of that line."""
    (found,) = (mark for mark in SCENE.marks if isinstance(mark, Polyline) and mark.name == name)
    return [[point.x for point in run] for run in found.runs]


def points(name: str) -> list[float]:
    (found,) = (mark for mark in SCENE.marks if isinstance(mark, Points) and mark.name == name)
    return [point.x for point in found.points]


def test_each_bar_says_its_value_and_filters_where_it_can() -> None:
    assert [bar.end for bar in BARS.bars] == [40.0, 10.0, 5.0]
    assert [bar.pick for bar in BARS.bars] == ["pilier=emploi", "", ""]
    assert "40\u00a0€" in [plain(note.text) for note in SCENE.notes]


def test_what_is_not_kept_is_lighter_and_what_is_not_classed_is_hatched() -> None:
    full, tint = tokens.colour("emploi"), tokens.colour("pilotage-tint")
    assert [bar.fill for bar in BARS.bars[:2]] == [full, tint]
    assert isinstance(BARS.bars[2].fill, Hatch)


def test_a_tick_stands_where_something_is_compared_and_nowhere_else() -> None:
    assert lines("comparaison") == [[60.0, 60.0]]


@pytest.mark.parametrize(("tick", "end"), [(60.0, 40.0), (45.0, 45.0), (30.0, 40.0), (None, 40.0)])
def test_a_value_is_said_at_the_end_of_its_bar_and_after_a_tick_that_stands_close(
    tick: float | None, end: float
) -> None:
    first = replace(CHART.entries[0], compared=tick)
    scene = ranking.draw(replace(CHART, entries=(first, *CHART.entries[1:])))
    (said,) = (note for note in scene.notes if plain(note.text) == "40\u00a0€")
    assert said.x == end


def test_small_lines_are_cut_at_a_break_and_at_a_year_without_line() -> None:
    assert lines("années") == [[2024], [2025], [2023], [2025], [2023], [2025]]


def test_the_last_year_chosen_has_its_point() -> None:
    assert points("dernière année") == [2025, 2025, 2025]


def test_a_year_between_two_gaps_has_a_small_point() -> None:
    assert points("années isolées") == [2024, 2025, 2023, 2025, 2023, 2025]


def test_a_long_name_has_two_lines_and_keeps_its_share() -> None:
    long = "Sauvegarde de l’enfance et de l’adolescence de Savoie"
    entries = (replace(CHART.entries[0], label=long, note="2,9 %"), *CHART.entries[1:])
    chart = replace(CHART, entries=entries)
    said = [plain(note.text) for note in ranking.draw(chart).notes]
    assert "Sauvegarde de l’enfance et de\nl’adolescence de Savoie ·\u00a02,9\u00a0%" in said
    short = replace(CHART.entries[0], label="Développement économique et emploi", note="7,2 %")
    (name, *_) = [
        plain(note.text)
        for note in ranking.draw(replace(CHART, entries=(short, *CHART.entries[1:]))).notes
        if "emploi" in plain(note.text)
    ]
    assert "\n" not in name
    taller = (ranking.height(chart) - ranking.height(CHART)) / len(entries)
    assert taller == ranking.SECOND


def test_bars_that_stand_alone_take_the_room_of_the_small_lines() -> None:
    entries = tuple(replace(item, series=(None, None, 1.0)) for item in CHART.entries)
    alone = ranking.draw(replace(CHART, entries=entries))
    assert {getattr(mark, "name", "") for mark in alone.marks} <= {"comparaison"}
    assert alone.across[0].end > SCENE.across[0].end
