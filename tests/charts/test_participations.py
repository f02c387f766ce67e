"""Participations planned and real: hollow beside full, a masked count never drawn as zero."""

from __future__ import annotations

from dashboard.charts import participations
from dashboard.charts.style import Hatch
from dashboard.charts.svg import to_svg
from dashboard.domain.chart import Groups
from dashboard.text import plain
from tests.charts import samples

CHART = Groups(samples.participations())
SCENE = participations.draw(CHART)
PLANNED, REAL = SCENE.bars
SAID = [plain(note.text) for note in SCENE.notes]


def test_a_masked_count_has_no_bar_and_says_s() -> None:
    assert [bar.end for bar in PLANNED.bars] == [120, 40]
    assert [(bar.end, bar.told) for bar in REAL.bars] == [(98, "Réel\u00a0: 98")]
    assert "s" in SAID


def test_a_masked_count_is_drawn_as_nothing_in_the_still_figure_too() -> None:
    drawn = to_svg(SCENE, participations.height(CHART), "Participations")
    assert drawn.count("<rect ") == 3


def test_planned_is_hatched_and_real_is_full() -> None:
    assert all(isinstance(bar.fill, Hatch) for bar in PLANNED.bars)
    assert not any(isinstance(bar.fill, Hatch) for bar in REAL.bars)


def test_each_group_has_its_row_and_its_name() -> None:
    assert participations.height(CHART) == participations.HEAD + 6 + 2 * participations.ROW
    assert "6-11 ans" in SAID
