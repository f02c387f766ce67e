"""Figures of what makes up a quarter: one scale, no bar for what is absent, nothing cut."""

from __future__ import annotations

import pytest

from dashboard.charts import ages, incomes, multiples, side_by_side
from dashboard.charts.scene import Points, Rule, Scene
from dashboard.domain.chart import Ages, Incomes, SideBySide
from dashboard.text import plain
from tests.charts import samples


def words(scene: Scene) -> list[str]:
    return [plain(note.text) for note in scene.notes]


def profile(many: int = 2) -> Scene:
    return side_by_side.draw(SideBySide(samples.profile(many)))


def test_an_absent_value_has_no_bar_and_says_its_mark() -> None:
    assert [bar.end for bar in profile().bars[-1].bars] == [39.0]
    assert "n.\u00a0d." in words(profile())


def test_one_place_needs_no_key() -> None:
    alone, two = (profile(many).bars for many in (1, 2))
    assert len(alone) == 1
    assert [group.name for group in two[:2]] == ["Quartier 0", "Quartier 1"]


@pytest.mark.parametrize("many", [2, 3, 4])
def test_places_are_told_apart_without_hue(many: int) -> None:
    groups = profile(many).bars[-many:]
    assert len({group.bars[0].fill for group in groups}) == many


def test_women_stand_at_the_left_and_men_at_the_right_on_one_scale() -> None:
    scene = ages.draw(Ages(samples.pyramids()))
    women, men = ([bar.end for bar in group.bars] for group in scene.bars)
    assert max(women) < 0 < min(men)
    (axis,) = scene.across
    assert axis.low == -axis.high
    assert axis.high > max(men)


def test_the_oldest_stand_at_the_top() -> None:
    said = [text for text in words(ages.draw(Ages(samples.pyramids(1)))) if "ans" in text]
    assert said == ["60 ans et plus", "25 à 59 ans", "Moins de 25 ans"]


def test_the_median_alone_is_full() -> None:
    found = incomes.draw(Incomes(samples.spread())).marks
    sizes = [
        [point.own.size for point in mark.points if point.own]
        for mark in found
        if isinstance(mark, Points)
    ]
    assert sizes == [[8, 8, 8, 8, 13, 8, 8, 8, 8], [8, 13, 8]]


def test_panels_have_one_scale_and_no_bar_for_a_year_without_line() -> None:
    first, second = (group.bars for group in multiples.draw(samples.multiples()).bars)
    assert [bar.at for bar in first] == [2022, 2024]
    tall = [(bar.start - bar.end) / value for bar, value in ((first[0], 10), (second[2], 8))]
    assert tall[0] == pytest.approx(tall[1])


def test_a_break_is_drawn_and_said_in_the_figure() -> None:
    scene = multiples.draw(samples.multiples())
    assert any("le périmètre a changé" in text for text in words(scene))
    rules = [rule for rule in scene.rules if isinstance(rule, Rule)]
    assert [rule.x0 for rule in rules if rule.stroke.dash == "dot"] == [2023.5]
